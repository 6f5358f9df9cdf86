import type { Message } from '../../web/message.ts'
import type { Duration } from '../deadline.ts'
import type { Rule, RuleId } from '../rules.ts'
import { days, workingDays } from './durations.ts'

const law = 'Luật Tiếp cận thông tin số 104/2016/QH13'

const sinceNewLaw: Message = {
  vi: 'Thời hạn của luật năm 2016, giữ làm mặc định: luật mới có hiệu lực từ 01/9/2026, số ngày của luật mới chưa đọc được.',
  en: 'The time of the law of 2016, kept as a default: a new law is in force from 1 September 2026, and its numbers of days have not been read.',
}

/** The law of 2016 until the end of August 2026, and the same figure as a preset from then on. */
const twice = (id: RuleId, label: Message, duration: Duration, article: string): Rule[] => [
  {
    id,
    label,
    duration,
    basis: { instrument: law, article },
    status: 'law',
    verified: 'codified',
    effectiveFrom: '2018-07-01',
    effectiveTo: '2026-08-31',
  },
  {
    id,
    label,
    duration,
    basis: { instrument: law, article, note: sinceNewLaw },
    status: 'preset',
    verified: 'codified',
    effectiveFrom: '2026-09-01',
    effectiveTo: null,
  },
]

/** Times of access to information. */
export const access: readonly Rule[] = [
  ...twice(
    'information.simple',
    { vi: 'Cung cấp thông tin qua mạng, đơn giản, có sẵn', en: 'Provide information online, simple and at hand' },
    workingDays(3),
    '30',
  ),
  ...twice(
    'information.complex.notice',
    {
      vi: 'Báo thời hạn cho người yêu cầu thông tin phức tạp',
      en: 'Tell when complex information can be provided',
    },
    workingDays(3),
    '30',
  ),
  ...twice(
    'information.complex',
    { vi: 'Cung cấp hoặc từ chối thông tin qua mạng, phức tạp', en: 'Provide or refuse complex information online' },
    workingDays(15),
    '30',
  ),
  ...twice(
    'information.extension',
    { vi: 'Gia hạn cung cấp thông tin phức tạp', en: 'Extension for complex information' },
    days(15),
    '30',
  ),
  ...twice(
    'information.post.simple',
    { vi: 'Cung cấp thông tin qua bưu chính, fax, đơn giản', en: 'Provide simple information by post or fax' },
    workingDays(5),
    '31',
  ),
  ...twice(
    'information.wrong',
    { vi: 'Đính chính thông tin đã cung cấp sai', en: 'Correct wrong information already given' },
    workingDays(5),
    '32',
  ),
  ...twice(
    'information.wrong.check',
    { vi: 'Kiểm tra khi người dân cho là thông tin sai', en: 'Check a claim that information is wrong' },
    days(15),
    '32',
  ),
]
