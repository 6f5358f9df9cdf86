import { callReaders, countReaders } from '../hotline/policy.ts'
import { boardReaders, caseAdmins, caseDesk } from '../cases/policy.ts'
import { resultReaders } from '../complaints/policy.ts'
import { sealedNamers } from '../denunciations/policy.ts'
import { reportReaders } from '../error-reports/policy.ts'
import { holds, type Actor, type Role } from '../people/actor.ts'
import { receptionReaders } from '../reception/policy.ts'
import type { Message } from '../web/message.ts'

/** A screen of a portal: the end of its address after /cong/:site, its name, and who may open it. */
interface Way {
  path: string
  name: Message
  who: readonly Role[]
}

/** Who opens the screen of a portal and what hangs on it. */
export const siteReaders = ['site_admin', 'network_admin', 'auditor'] as const satisfies readonly Role[]

const content: readonly Way[] = [
  { path: '/trang-chu', name: { vi: 'Trang chủ', en: 'Front page' }, who: siteReaders },
  { path: '/chuyen-muc', name: { vi: 'Chuyên mục', en: 'Sections' }, who: siteReaders },
  { path: '/dai-thong-bao', name: { vi: 'Dải thông báo', en: 'Alert bar' }, who: siteReaders },
  { path: '/gian-doan', name: { vi: 'Thông báo gián đoạn', en: 'Outage notices' }, who: siteReaders },
  { path: '/kenh', name: { vi: 'Kênh thông tin', en: 'Channels' }, who: siteReaders },
  { path: '/tieng-anh', name: { vi: 'Tên tiếng Anh', en: 'English names' }, who: siteReaders },
]

const figures: Way = { path: '/dieu-hanh', name: { vi: 'Điều hành', en: 'Board' }, who: boardReaders }

/** What people send to a portal, and what it owes them, in the order of a day at the desk. */
const citizens: readonly Way[] = [
  { path: '/ho-so', name: { vi: 'Danh sách hồ sơ', en: 'Queue of cases' }, who: caseDesk },
  figures,
  { path: '/tong-dai', name: { vi: 'Tổng đài', en: 'Hotline' }, who: callReaders },
  { path: '/tiep-cong-dan', name: { vi: 'Lịch tiếp công dân', en: 'Citizen reception' }, who: receptionReaders },
  {
    path: '/ket-qua-giai-quyet',
    name: { vi: 'Kết quả giải quyết khiếu nại, tố cáo', en: 'Results of complaints' },
    who: resultReaders,
  },
  {
    path: '/so-cung-cap-thong-tin',
    name: { vi: 'Sổ cung cấp thông tin', en: 'Register of information requests' },
    who: [...caseDesk, ...siteReaders],
  },
]

const readersSay: readonly Way[] = [
  {
    path: '/tong-dai/tong-hop',
    name: { vi: 'Tổng hợp cuộc gọi', en: 'Counts of calls' },
    who: countReaders,
  },
  { path: '/bao-loi', name: { vi: 'Báo lỗi của người đọc', en: 'Reported errors' }, who: reportReaders },
  { path: '/hai-long', name: { vi: 'Mức độ hài lòng', en: 'Ratings' }, who: siteReaders },
]

const deskSettings: readonly Way[] = [
  {
    path: '/ho-so/cai-dat',
    name: { vi: 'Cài đặt hồ sơ công dân', en: 'Settings of cases' },
    who: [...caseAdmins, 'auditor'],
  },
  { path: '/ho-so/mau', name: { vi: 'Mẫu trả lời', en: 'Templates' }, who: caseDesk },
  {
    path: '/ho-so/lam-thay',
    name: { vi: 'Người làm thay', en: 'Substitutes' },
    who: [...caseDesk, 'site_admin', 'network_admin'],
  },
  {
    path: '/tiep-can-thong-tin',
    name: { vi: 'Cài đặt tiếp cận thông tin', en: 'Access to information' },
    who: [...caseAdmins, 'auditor'],
  },
  {
    path: '/don-niem-phong',
    name: { vi: 'Người xử lý đơn niêm phong', en: 'Handlers of sealed letters' },
    who: sealedNamers,
  },
]

const portalSettings: readonly Way[] = [
  ...deskSettings,
  { path: '/quy-tac', name: { vi: 'Quy tắc thời hạn', en: 'Rules on time' }, who: siteReaders },
  { path: '/tu-danh-gia', name: { vi: 'Tự đánh giá tiếp cận', en: 'Accessibility' }, who: siteReaders },
  { path: '/thong-ke', name: { vi: 'Thống kê', en: 'Statistics' }, who: siteReaders },
]

const open = (actor: Actor, siteId: number, ways: readonly Way[]): { href: string; name: Message }[] =>
  ways
    .filter(({ who }) => holds(actor, siteId, ...who))
    .map(({ path, name }) => ({ href: `/cong/${siteId}${path}`, name }))

/** The screens on which a person deals with what people send to a portal. */
export const deskWays = (actor: Actor, siteId: number): { href: string; name: Message }[] =>
  open(actor, siteId, [...citizens, ...deskSettings])

/** All screens of a portal a person may open, under headings. */
export const portalWays = (
  actor: Actor,
  siteId: number,
): { id: string; heading: Message; ways: { href: string; name: Message }[] }[] => [
  { id: 'noi-dung-cong', heading: { vi: 'Nội dung', en: 'Content' }, ways: open(actor, siteId, content) },
  {
    id: 'nguoi-dan',
    heading: { vi: 'Người dân', en: 'Citizens' },
    ways: open(actor, siteId, [...citizens, ...readersSay]),
  },
  {
    id: 'cai-dat',
    heading: { vi: 'Cài đặt', en: 'Settings' },
    ways: [
      ...open(actor, siteId, portalSettings),
      { href: `/nguoi-dung?cong=${siteId}`, name: { vi: 'Người dùng', en: 'People' } },
    ],
  },
]
