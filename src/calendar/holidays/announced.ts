import type { Message } from '../../web/message.ts'
import type { DayMark } from '../working-days.ts'

/** What was announced for a year, as far as it is known. */
export interface Announcement {
  source: string
  /** Null: the day of announcing is not known. */
  announcedOn: string | null
  verified: DayMark
}

/** The five days of Tết begin on this day. A year that is missing: not announced yet, or not known. */
export const tetBlocks: Readonly<Record<number, Announcement & { from: string }>> = {
  2015: { from: '2015-02-17', ...fromMemory() },
  2016: {
    from: '2016-02-07',
    ...secondHand('Chính phủ đồng ý phương án nghỉ Tết Bính Thân, theo báo chí', '2015-10-29'),
  },
  2017: { from: '2017-01-26', ...fromMemory() },
  2018: { from: '2018-02-14', ...secondHand('Thủ tướng đồng ý nghỉ 7 ngày, 2 ngày trước Tết, theo báo chí') },
  2019: { from: '2019-02-04', ...fromMemory() },
  2020: { from: '2020-01-23', ...secondHand('Thông báo nghỉ Tết Canh Tý, theo Sở Công Thương Đắk Lắk') },
  2021: { from: '2021-02-10', ...secondHand('Thông báo số 4875/TB-LĐTBXH') },
  2022: { from: '2022-01-31', ...secondHand('Thông báo số 119/TB-LĐTBXH') },
  2023: { from: '2023-01-20', ...secondHand('Thông báo số 5034/TB-LĐTBXH') },
  2024: { from: '2024-02-08', ...secondHand('Thông báo số 5015/TB-LĐTBXH') },
  2025: { from: '2025-01-27', ...secondHand('Thông báo số 6150/TB-BLĐTBXH', '2024-12-03') },
  2026: { from: '2026-02-16', ...secondHand('Thông báo số 9441/TB-BNV', '2025-10-16') },
}

/** The second day of the National Day, next to 2 September, since the labour code of 2019. */
export const nationalDayBlocks: Readonly<Record<number, Announcement & { from: string }>> = {
  2021: { from: '2021-09-02', ...secondHand('Thông báo số 4875/TB-LĐTBXH') },
  2022: { from: '2022-09-01', ...secondHand('Thông báo số 119/TB-LĐTBXH') },
  2023: { from: '2023-09-01', ...secondHand('Thông báo số 5034/TB-LĐTBXH') },
  2024: { from: '2024-09-02', ...secondHand('Thông báo số 5015/TB-LĐTBXH') },
  2025: { from: '2025-09-01', ...secondHand('Thông báo số 6150/TB-BLĐTBXH', '2024-12-03') },
  2026: { from: '2026-09-01', ...secondHand('Thông báo số 9441/TB-BNV', '2025-10-16') },
}

/** A working day off against a Saturday worked. */
export const swaps: readonly (Announcement & { off: string; work: string })[] = [
  { off: '2015-01-02', work: '2014-12-27', ...secondHand('Lịch nghỉ Tết Dương lịch 2015, theo báo chí') },
  { off: '2015-02-16', work: '2015-02-14', ...fromMemory() },
  { off: '2015-04-29', work: '2015-04-25', ...fromMemory() },
  { off: '2018-12-31', work: '2019-01-05', ...fromMemory() },
  { off: '2019-04-29', work: '2019-05-04', ...secondHand('Lịch nghỉ lễ 30/4 năm 2019, theo báo chí') },
  { off: '2024-04-29', work: '2024-05-04', ...secondHand('Văn bản số 2450/VPCP-KGVX', '2024-04-12') },
  { off: '2025-05-02', work: '2025-04-26', ...secondHand('Thông báo số 6150/TB-BLĐTBXH', '2024-12-03') },
  { off: '2026-01-02', work: '2026-01-10', ...secondHand('Văn bản số 12729/VPCP-KGVX', '2025-12-25') },
  { off: '2026-08-31', work: '2026-08-22', ...secondHand('Thông báo số 9441/TB-BNV', '2025-10-16') },
  {
    off: '2026-11-23',
    work: '2026-11-28',
    source: 'Phương án Bộ Nội vụ lấy ý kiến tháng 9/2026; chưa thấy quyết định',
    announcedOn: null,
    verified: 'unverified',
  },
]

/**
 * The day off a resolution of the National Assembly added in 2026. It stands outside article 112 of the labour code, so that
 * the day in lieu of one on a weekend (article 111, clause 3) does not reach it.
 */
export const cultureDay: Announcement & { since: number; date: string; name: Message } = {
  since: 2026,
  date: '11-24',
  name: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnam Culture Day' },
  source: 'Nghị quyết số 28/2026/QH16, Điều 2',
  announcedOn: null,
  verified: 'second-hand',
}

function secondHand(source: string, announcedOn: string | null = null): Announcement {
  return { source, announcedOn, verified: 'second-hand' }
}

function fromMemory(): Announcement {
  return { source: 'Chưa có nguồn: cần đối chiếu với thông báo của năm đó', announcedOn: null, verified: 'unverified' }
}
