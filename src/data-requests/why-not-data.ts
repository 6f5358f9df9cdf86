import { Refused } from '../refusals.ts'
import type { Message } from '../web/message.ts'

const reasons = {
  'form:closed': { vi: 'Hồ sơ đã kết thúc.', en: 'The case is closed.' },
  'form:acknowledged': { vi: 'Yêu cầu này đã được xác nhận.', en: 'It was acknowledged already.' },
  'form:right': {
    vi: 'Người gửi không yêu cầu xóa hoặc rút lại đồng ý, nên không xóa được từ đây.',
    en: 'The sender asked neither for erasure nor to take back consent: nothing is erased from here.',
  },
  'number:unknown': {
    vi: 'Hồ sơ này không có trong yêu cầu, hoặc do cổng khác xử lý: hãy chuyển yêu cầu đến cổng ấy.',
    en: 'The request does not name this case, or another portal deals with it: pass the request on to that portal.',
  },
  'number:open': {
    vi: 'Hồ sơ này còn đang xử lý: hãy trả lời hoặc kết thúc trước, vì xóa xong thì không trả lời được nữa.',
    en: 'This case is still in hand: answer or close it first, since afterwards nobody can be answered.',
  },
  'number:erased': { vi: 'Dữ liệu người gửi của hồ sơ này đã được xóa.', en: 'Its sender was erased already.' },
  'reason:missing': {
    vi: 'Người yêu cầu không đưa mã của hồ sơ này: hãy ghi đã xác minh thế nào rằng hồ sơ là của họ (ít nhất 20 ký tự).',
    en: 'No code was given for this case: say how it was made sure that the case is theirs (20 characters or more).',
  },
  'reason:long': { vi: 'Dài quá 1.000 ký tự: hãy rút gọn.', en: 'Over 1,000 characters: please shorten it.' },
} as const satisfies Record<string, Message>
export type DataReason = keyof typeof reasons

/** Throws Refused with every reason given; none, and it does nothing. */
export function refuseData(act: string, codes: readonly DataReason[]): void {
  if (codes.length === 0) return
  throw new Refused(
    act,
    codes.map((code) => ({ code, message: reasons[code] })),
  )
}
