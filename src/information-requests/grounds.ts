import type { Mark } from '../calendar/working-days.ts'
import type { Message } from '../web/message.ts'

/** A ground on which a request for information may be refused. */
export interface RefusalGround {
  id: string
  /** As the refusal quotes it. */
  basis: string
  label: Message
  verified: Mark
}

const law = 'Luật Tiếp cận thông tin số 104/2016/QH13, Điều 28'

/**
 * The grounds of the law of 2016, kept as a preset: a new law is in force since 1 September 2026, whose list has not been read. That a
 * refusal names its ground is codified (art. 28); the wording of the points is not verified and must be compared with the text.
 */
export const refusalGrounds: readonly RefusalGround[] = [
  {
    id: 'a',
    basis: `${law}, khoản 1, điểm a`,
    label: {
      vi: 'Thông tin công dân không được tiếp cận, hoặc không đáp ứng điều kiện tiếp cận',
      en: 'Citizens may not access it, or the conditions for access are not met',
    },
    verified: 'unverified',
  },
  {
    id: 'b',
    basis: `${law}, khoản 1, điểm b`,
    label: { vi: 'Thông tin đã được công khai', en: 'It has been made public already' },
    verified: 'unverified',
  },
  {
    id: 'c',
    basis: `${law}, khoản 1, điểm c`,
    label: {
      vi: 'Thông tin không thuộc trách nhiệm cung cấp của cơ quan',
      en: 'The agency does not owe this information',
    },
    verified: 'unverified',
  },
  {
    id: 'd',
    basis: `${law}, khoản 1, điểm d`,
    label: {
      vi: 'Thông tin đã được cung cấp hai lần cho chính người yêu cầu, không có lý do chính đáng để cung cấp lại',
      en: 'It was given to this person twice already, without good reason for another time',
    },
    verified: 'unverified',
  },
  {
    id: 'đ',
    basis: `${law}, khoản 1, điểm đ`,
    label: {
      vi: 'Yêu cầu vượt quá khả năng đáp ứng, hoặc làm ảnh hưởng đến hoạt động bình thường của cơ quan',
      en: 'It is beyond what the agency can do, or would disturb its ordinary work',
    },
    verified: 'unverified',
  },
  {
    id: 'e',
    basis: `${law}, khoản 1, điểm e`,
    label: {
      vi: 'Người yêu cầu không trả chi phí thực tế in, sao, chụp, gửi thông tin',
      en: 'The costs of printing, copying and posting were not paid',
    },
    verified: 'unverified',
  },
]
export const groundById = (id: string): RefusalGround | undefined => refusalGrounds.find((ground) => ground.id === id)
