import type { Rule, RulePack } from '../rules.ts'
import { access } from './access-to-information.ts'
import { complaints } from './complaints.ts'
import { days, hours, workingDays } from './durations.ts'

const citizenReception = 'Luật Tiếp công dân số 42/2013/QH13'
const dataLaw = 'Nghị định số 356/2025/NĐ-CP'

const data: readonly Rule[] = [
  {
    id: 'data.acknowledge',
    label: { vi: 'Xác nhận đã nhận yêu cầu về dữ liệu cá nhân', en: 'Acknowledge a request about personal data' },
    duration: workingDays(2),
    basis: { instrument: dataLaw, article: '5' },
    status: 'law',
    verified: 'second-hand',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
  },
  {
    id: 'data.withdraw',
    label: {
      vi: 'Rút lại đồng ý, hạn chế, phản đối xử lý dữ liệu',
      en: 'Withdraw consent, restrict or object to processing',
    },
    duration: days(15),
    basis: {
      instrument: dataLaw,
      article: '5',
      note: { vi: '20 ngày nếu bên thứ ba phải cùng thực hiện.', en: '20 days where a third party must act.' },
    },
    status: 'law',
    verified: 'second-hand',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
  },
  {
    id: 'data.access',
    label: { vi: 'Xem, sửa, cung cấp dữ liệu cá nhân', en: 'Access, correct or provide personal data' },
    duration: days(10),
    basis: {
      instrument: dataLaw,
      article: '5',
      note: {
        vi: 'Nguồn thứ cấp ghi 10 đến 20 ngày cho các quyền này; mức riêng của từng quyền chưa kiểm chứng.',
        en: 'Second-hand sources give 10 to 20 days for these rights; which has which is not verified.',
      },
    },
    status: 'law',
    verified: 'unverified',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
  },
  {
    id: 'data.delete',
    label: { vi: 'Xóa dữ liệu cá nhân', en: 'Delete personal data' },
    duration: days(20),
    basis: {
      instrument: dataLaw,
      article: '5',
      note: {
        vi: 'Nguồn thứ cấp ghi 10 đến 20 ngày cho các quyền này; mức riêng của từng quyền chưa kiểm chứng.',
        en: 'Second-hand sources give 10 to 20 days for these rights; which has which is not verified.',
      },
    },
    status: 'law',
    verified: 'unverified',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
  },
  {
    id: 'data.extension',
    label: { vi: 'Gia hạn một lần yêu cầu về dữ liệu cá nhân', en: 'One extension of a request about personal data' },
    duration: days(15),
    basis: { instrument: dataLaw, article: '5' },
    status: 'law',
    verified: 'second-hand',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
  },
  {
    id: 'breach.notify',
    label: { vi: 'Báo cơ quan chuyên trách về vi phạm dữ liệu cá nhân', en: 'Notify a personal-data breach' },
    duration: hours(72),
    basis: { instrument: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15', article: '23' },
    status: 'law',
    verified: 'second-hand',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
  },
]

const reception: readonly Rule[] = [
  {
    id: 'petition.inform',
    label: {
      vi: 'Trả lời người gửi về việc xử lý kiến nghị, phản ánh, khiếu nại',
      en: 'Tell the sender how a petition is handled',
    },
    duration: workingDays(10),
    basis: { instrument: citizenReception, article: '28', clause: '1' },
    status: 'law',
    verified: 'codified',
    effectiveFrom: '2014-07-01',
    effectiveTo: null,
  },
  {
    id: 'reception.publish',
    label: {
      vi: 'Công bố lịch tiếp công dân trước ngày tiếp',
      en: 'Publish the citizen-reception schedule beforehand',
    },
    duration: workingDays(5),
    basis: { instrument: citizenReception, article: '24', clause: '4' },
    status: 'law',
    verified: 'codified',
    effectiveFrom: '2014-07-01',
    effectiveTo: null,
  },
]

const feedback: readonly Rule[] = [
  {
    id: 'feedback.answer',
    label: { vi: 'Trả lời phản ánh, kiến nghị', en: 'Answer feedback' },
    duration: workingDays(10),
    basis: {
      instrument: citizenReception,
      article: '28',
      clause: '1',
      note: {
        vi: 'Thời hạn mặc định của phần mềm, lấy theo thời hạn thông báo xử lý của Luật Tiếp công dân; chưa thấy văn bản nào định thời hạn chung để trả lời phản ánh.',
        en: 'A default of this software, taken from the time to inform of the law on citizen reception; no text with a general time for feedback was found.',
      },
    },
    status: 'own',
    verified: 'codified',
    effectiveFrom: '2014-07-01',
    effectiveTo: null,
  },
  {
    id: 'feedback.transfer',
    label: { vi: 'Chuyển phản ánh, kiến nghị về quy định hành chính', en: 'Pass on feedback on administrative rules' },
    duration: workingDays(5),
    basis: { instrument: 'Nghị định số 20/2008/NĐ-CP', article: '9' },
    status: 'law',
    verified: 'codified',
    // In force before the first pack begins.
    effectiveFrom: '2011-10-01',
    effectiveTo: null,
  },
  {
    id: 'feedback.legal-document.transfer',
    label: {
      vi: 'Chuyển phản ánh, kiến nghị về văn bản quy phạm pháp luật',
      en: 'Pass on feedback on legal documents',
    },
    duration: workingDays(2),
    basis: { instrument: 'Công điện số 89/CĐ-TTg ngày 16/6/2025' },
    status: 'law',
    verified: 'second-hand',
    effectiveFrom: '2025-06-16',
    effectiveTo: null,
  },
  {
    id: 'feedback.legal-document.answer',
    label: {
      vi: 'Trả lời phản ánh, kiến nghị về văn bản quy phạm pháp luật',
      en: 'Answer feedback on legal documents',
    },
    duration: days(15),
    basis: { instrument: 'Công điện số 89/CĐ-TTg ngày 16/6/2025' },
    status: 'law',
    verified: 'second-hand',
    effectiveFrom: '2025-06-16',
    effectiveTo: null,
  },
]

const otherLaws: readonly Rule[] = [...reception, ...feedback, ...access, ...complaints, ...data]

/** Rules of laws that do not change with the decree on portals, as far as they were in force while a pack was. */
export const otherLawsDuring = ({
  effectiveFrom,
  effectiveTo,
}: Pick<RulePack, 'effectiveFrom' | 'effectiveTo'>): Rule[] =>
  otherLaws.filter(
    (rule) =>
      (rule.effectiveTo === null || rule.effectiveTo >= effectiveFrom) &&
      (effectiveTo === null || rule.effectiveFrom <= effectiveTo),
  )
