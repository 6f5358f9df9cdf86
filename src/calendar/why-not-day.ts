import { isDay } from '../web/dates.ts'
import type { Message } from '../web/message.ts'
import { isWeekend } from './working-days.ts'

/** One thing wrong with what was typed; the code begins with the field it stands beside. */
export interface Fault {
  code: string
  message: Message
}
export const fault = (code: string, vi: string, en: string): Fault => ({ code, message: { vi, en } })

/** A day as the calendar has it. */
export interface KnownDay {
  kind: string
  counts: boolean
}

/** What a change of the calendar rests on. */
export interface Ground {
  source: string
  /** Empty: not known. */
  announcedOn: string
}

/** Everything that stands against announcing a day off. `known`: what the calendar says of that day. */
export function whyNotDayOff(
  act: { day: string; name: string; nameEn: string } & Ground,
  known: KnownDay | undefined,
  today: string,
): Fault[] {
  const faults: Fault[] = dayFaults('day', act.day)
  if (known?.counts && known.kind === 'off')
    faults.push(
      fault(
        'day:there',
        'Ngày này đã là ngày nghỉ. Muốn sửa, hãy rút ngày đó rồi ghi lại.',
        'It is a day off already.',
      ),
    )
  if (known?.counts && known.kind === 'work') faults.push(swappedAlready('day'))
  if (act.name === '') faults.push(fault('name:missing', 'Hãy ghi tên ngày nghỉ.', 'Name the day.'))
  if (act.name.length > 200 || act.nameEn.length > 200)
    faults.push(fault('name:long', 'Dài quá 200 ký tự: hãy rút gọn.', 'Over 200 signs.'))
  return [...faults, ...groundFaults(act, today)]
}

/** Everything that stands against exchanging a working day for a Saturday or Sunday. */
export function whyNotSwap(
  act: { off: string; work: string } & Ground,
  known: { off: KnownDay | undefined; work: KnownDay | undefined },
  today: string,
): Fault[] {
  const faults = [...dayFaults('off', act.off), ...dayFaults('work', act.work)]
  if (isDay(act.off) && isWeekend(act.off))
    faults.push(fault('off:weekend', 'Ngày nghỉ hoán đổi phải là ngày làm việc trong tuần.', 'Choose a weekday.'))
  if (known.off?.counts && known.off.kind === 'off')
    faults.push(fault('off:there', 'Ngày này đã là ngày nghỉ.', 'It is a day off already.'))
  if (isDay(act.work) && !isWeekend(act.work))
    faults.push(fault('work:weekday', 'Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.', 'Choose a Saturday or Sunday.'))
  if (known.work?.counts && known.work.kind === 'work') faults.push(swappedAlready('work'))
  if (known.work?.counts && known.work.kind === 'off')
    faults.push(
      fault('work:off', 'Ngày này là ngày nghỉ lễ: hãy chọn ngày làm bù khác.', 'It is a holiday: choose another day.'),
    )
  return [...faults, ...groundFaults(act, today)]
}

/** Everything that stands against confirming a day that waits for it. */
export const whyNotConfirm = (
  act: Ground,
  known: { counts: boolean; withdrawnAt: Date | null },
  today: string,
): Fault[] =>
  known.counts || known.withdrawnAt
    ? [fault('form:decided', 'Ngày này không còn chờ xác nhận.', 'It waits for nobody any more.')]
    : groundFaults(act, today)

/** Everything that stands against withdrawing a day. */
export function whyNotWithdraw(act: { reason: string }, known: { withdrawnAt: Date | null }): Fault[] {
  if (known.withdrawnAt) return [fault('form:decided', 'Ngày này đã được rút.', 'It was withdrawn already.')]
  if (act.reason === '') return [fault('reason:missing', 'Hãy ghi lý do rút.', 'Give the reason.')]
  return act.reason.length > 500 ? [fault('reason:long', 'Dài quá 500 ký tự: hãy rút gọn.', 'Over 500 signs.')] : []
}

function dayFaults(field: string, day: string): Fault[] {
  if (!isDay(day)) return [fault(`${field}:missing`, 'Hãy chọn ngày.', 'Choose a day.')]
  return day < '2000' || day > '2101'
    ? [fault(`${field}:far`, 'Lịch chỉ ghi các năm từ 2000 đến 2100.', 'The calendar holds the years 2000 to 2100.')]
    : []
}

function groundFaults({ source, announcedOn }: Ground, today: string): Fault[] {
  const faults: Fault[] = []
  if (source === '')
    faults.push(fault('source:missing', 'Hãy ghi văn bản làm căn cứ: số, ngày, cơ quan.', 'Name the document.'))
  if (source.length > 500) faults.push(fault('source:long', 'Dài quá 500 ký tự: hãy rút gọn.', 'Over 500 signs.'))
  if (announcedOn !== '' && (!isDay(announcedOn) || announcedOn > today))
    faults.push(fault('announcedOn:form', 'Ngày công bố không đúng hoặc ở phía trước.', 'No day, or one to come.'))
  return faults
}

const swappedAlready = (field: string): Fault =>
  fault(`${field}:work`, 'Ngày này đang là ngày làm bù: hãy rút cặp hoán đổi đó trước.', 'It is worked in exchange.')
