import type { Basis, Rule, RuleId } from '../rules.ts'
import type { Message } from '../../web/message.ts'
import type { Duration } from '../deadline.ts'
import { days, workingDays } from './durations.ts'

const complaintLaw = 'Luật Khiếu nại số 02/2011/QH13'
const denunciationLaw = 'Luật Tố cáo số 25/2018/QH14'

const remote: Message = {
  vi: 'Vùng sâu, vùng xa có thời hạn dài hơn: đặt ở phần điều chỉnh nếu cổng thuộc vùng đó.',
  en: 'Remote areas have longer times: set an override where the portal lies in one.',
}

const complaint = (id: RuleId, label: Message, duration: Duration, basis: Omit<Basis, 'instrument'>): Rule => ({
  id,
  label,
  duration,
  basis: { instrument: complaintLaw, ...basis },
  status: 'law',
  verified: 'codified',
  effectiveFrom: '2012-07-01',
  effectiveTo: null,
})

const denunciation = (id: RuleId, label: Message, duration: Duration, article: string): Rule => ({
  id,
  label,
  duration,
  basis: { instrument: denunciationLaw, article },
  status: 'law',
  verified: 'codified',
  effectiveFrom: '2019-01-01',
  effectiveTo: null,
})

/** Times of complaints and denunciations; the law on complaints as codified, the law on denunciations of 2018. */
export const complaints: readonly Rule[] = [
  complaint('complaint.accept', { vi: 'Thụ lý khiếu nại', en: 'Accept a complaint' }, days(10), {
    article: '27',
    note: { vi: 'Lần hai: Điều 36.', en: 'A second complaint: article 36.' },
  }),
  complaint('complaint.first', { vi: 'Giải quyết khiếu nại lần đầu', en: 'Decide a first complaint' }, days(30), {
    article: '28',
    note: remote,
  }),
  complaint(
    'complaint.first.complex',
    { vi: 'Giải quyết khiếu nại lần đầu, vụ việc phức tạp', en: 'Decide a first complaint, complex' },
    days(45),
    { article: '28', note: remote },
  ),
  complaint('complaint.second', { vi: 'Giải quyết khiếu nại lần hai', en: 'Decide a second complaint' }, days(45), {
    article: '37',
    note: remote,
  }),
  complaint(
    'complaint.second.complex',
    { vi: 'Giải quyết khiếu nại lần hai, vụ việc phức tạp', en: 'Decide a second complaint, complex' },
    days(60),
    { article: '37', note: remote },
  ),
  complaint(
    'complaint.second.publish',
    { vi: 'Công khai quyết định giải quyết khiếu nại lần hai', en: 'Publish a second decision' },
    days(15),
    { article: '41' },
  ),
  {
    id: 'complaint.shown',
    label: {
      vi: 'Thời gian đăng quyết định giải quyết khiếu nại trên cổng, ít nhất',
      en: 'Time a decision stays on the portal, at least',
    },
    duration: days(15),
    basis: {
      instrument: 'Nghị định số 124/2020/NĐ-CP',
      article: '12',
      note: {
        vi: 'Số điều của nghị định này biết qua nguồn thứ cấp; nội dung có từ Nghị định số 75/2012/NĐ-CP, Điều 12. Ngày bắt đầu ở đây là ngày Luật Khiếu nại có hiệu lực.',
        en: 'The article of this decree is known second-hand; the content dates from decree 75/2012, article 12. The day of beginning here is that of the law on complaints.',
      },
    },
    status: 'law',
    verified: 'second-hand',
    effectiveFrom: '2012-07-01',
    effectiveTo: null,
  },
  denunciation(
    'denunciation.classify',
    { vi: 'Xử lý ban đầu thông tin tố cáo', en: 'Classify a denunciation' },
    workingDays(7),
    '24',
  ),
  denunciation(
    'denunciation.transfer',
    { vi: 'Chuyển tố cáo không thuộc thẩm quyền', en: 'Transfer a denunciation' },
    workingDays(5),
    '24',
  ),
  denunciation(
    'denunciation.publish',
    { vi: 'Công khai kết luận nội dung tố cáo', en: 'Publish the conclusion on a denunciation' },
    workingDays(7),
    '40',
  ),
]
