import { dateOf } from '../web/dates.ts'
import type { CaseKind } from './kind.ts'

/** Words of a mail to a sender. The subject names the portal and the number of the case: no name, no word of the case. */
export interface SenderMail {
  subject: string
  body: string
}

/** What every mail about a case says. */
export interface AboutCase {
  number: string
  code: string
  /** Portal address, no trailing slash. */
  origin: string
  siteName: string
}

/** Thanks for a case, with its number, its code and when the answer is due. */
export function receivedMail(about: AboutCase & { dueAt: Date | undefined; kind: CaseKind }): SenderMail {
  const kind = about.kind.label.vi.toLocaleLowerCase('vi')
  const due = about.dueAt
    ? `Thời hạn trả lời: hết ngày ${dateOf(new Date(about.dueAt.getTime() - 1))}. Cách tính thời hạn được giải thích trên trang theo dõi.`
    : ''
  return written(about, 'đã tiếp nhận hồ sơ', [`${about.siteName} đã nhận được ${kind} của ông/bà.`, due])
}

/** A mail with the portal's words around it. */
export function written(about: AboutCase, what: string, paragraphs: readonly string[]): SenderMail {
  const { number, code, origin, siteName } = about
  return {
    subject: `${siteName}: ${what} ${number}`,
    body: [
      'Kính gửi ông/bà,',
      ...paragraphs.filter((paragraph) => paragraph !== ''),
      `Số hồ sơ: ${number}\nMã tra cứu: ${code}\nTheo dõi tại: ${origin}/theo-doi/${code}`,
      'Ai có mã tra cứu đều xem được tình trạng hồ sơ; xin giữ mã cho riêng mình. Thư gửi tự động, xin không trả lời thư này.',
      siteName,
    ].join('\n\n'),
  }
}

/** A step of a case as its mail tells it. */
export interface ToldStep {
  step: string
  byWhom: 'person' | 'sender' | 'system'
  facts: Record<string, unknown>
  kind: string
  dueAt: Date | null
  /** The agency that deals with it now. */
  handler: string
  answer: { kind: string; ground: string; body: string; answerOn: string | null } | null
  /** The latest words of the office to the sender. */
  message: string | null
  /** The division it was given to before this step. */
  divisionBefore: string | null
  /** The sender may still have it taken up again. */
  mayReopen: boolean
}

/** The mail of a step; undefined for steps the page of the case alone tells. */
export function stepMail(about: AboutCase, told: ToldStep): SenderMail | undefined {
  const words = stepWords[told.step]
  if (!words) return undefined
  const found = words(told)
  return found && written(about, found.what, found.paragraphs)
}

interface StepWords {
  /** What happened, in the subject before the number. */
  what: string
  paragraphs: readonly string[]
}

const fact = (told: ToldStep, name: string): string => {
  const value = told.facts[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
const dayIn = (iso: string | null): string => (iso ? dateOf(new Date(`${iso}T00:00:00+07:00`)) : '')
const dueOf = ({ dueAt }: ToldStep): string =>
  dueAt ? `Thời hạn trả lời: hết ngày ${dateOf(new Date(dueAt.getTime() - 1))}.` : ''

/** Every answer says how to go on when it does not satisfy. */
const afterAnswer = ({ mayReopen }: ToldStep): string =>
  mayReopen
    ? 'Nếu câu trả lời chưa thỏa đáng, ông/bà có thể yêu cầu xử lý lại một lần trên trang theo dõi. Ở đó ông/bà cũng có thể đánh giá mức độ hài lòng.'
    : 'Xin mời ông/bà đánh giá mức độ hài lòng trên trang theo dõi.'

function answerWords(told: ToldStep): StepWords | undefined {
  const { answer, mayReopen } = told
  if (!answer) return undefined
  if (answer.kind === 'progress')
    return {
      what: 'thông báo tiến độ hồ sơ',
      paragraphs: [answer.body, `Ngày hẹn trả lời: ${dayIn(answer.answerOn)}.`],
    }
  if (answer.kind === 'refusal')
    return {
      what: 'kết quả xử lý hồ sơ',
      paragraphs: [
        'Cơ quan xử lý không thể đáp ứng đề nghị của ông/bà.',
        `Căn cứ: ${answer.ground}`,
        answer.body,
        `Ông/bà có quyền ${mayReopen ? 'yêu cầu xử lý lại một lần trên trang theo dõi, hoặc ' : ''}khiếu nại theo quy định của pháp luật.`,
      ],
    }
  return { what: 'đã trả lời hồ sơ', paragraphs: [answer.body, afterAnswer(told)] }
}

const stepWords: Partial<Record<string, (told: ToldStep) => StepWords | undefined>> = {
  release: (told) => ({
    what: 'đang xem xét hồ sơ',
    paragraphs: ['Hồ sơ của ông/bà đã được kiểm tra và chuyển vào hàng chờ xử lý.', dueOf(told)],
  }),
  reject: () => ({
    what: 'đã kết thúc hồ sơ',
    paragraphs: [
      'Nội dung gửi đến được xác định là thư rác hoặc quảng cáo nên hồ sơ đã kết thúc.',
      'Nếu có nhầm lẫn, xin gửi lại và nêu rõ điều ông/bà cần hỏi hoặc phản ánh.',
    ],
  }),
  assign: (told) =>
    // Another officer of the same division is nothing the sender needs a mail for.
    fact(told, 'division') === told.divisionBefore
      ? undefined
      : {
          what: 'đã giao xử lý hồ sơ',
          paragraphs: [`Hồ sơ của ông/bà đã được giao cho ${fact(told, 'division')} xử lý.`, dueOf(told)],
        },
  'move-division': (told) => ({
    what: 'đã chuyển bộ phận xử lý hồ sơ',
    paragraphs: [
      `Do sắp xếp lại bộ phận, hồ sơ của ông/bà nay do ${fact(told, 'division')} xử lý. Thời hạn không thay đổi.`,
    ],
  }),
  forward: (told) => ({
    what: 'đã chuyển hồ sơ đến cơ quan có thẩm quyền',
    paragraphs: [
      told.message ?? `Hồ sơ được chuyển đến ${fact(told, 'agency')}.`,
      'Ông/bà không phải gửi lại. Số hồ sơ, mã tra cứu và thời hạn trả lời giữ nguyên.',
      dueOf(told),
    ],
  }),
  guide: (told) => ({
    what: 'hướng dẫn về hồ sơ',
    paragraphs: [
      'Vấn đề ông/bà nêu không thuộc thẩm quyền của các cơ quan trong mạng lưới cổng này. Xin liên hệ cơ quan sau:',
      told.message ?? '',
    ],
  }),
  ask: (told) => ({
    what: 'đề nghị bổ sung thông tin hồ sơ',
    paragraphs: [
      'Để xử lý hồ sơ, chúng tôi cần ông/bà cho biết thêm:',
      told.message ?? '',
      'Xin trả lời trên trang theo dõi. Trong khi chờ, thời hạn trả lời tạm dừng.',
    ],
  }),
  clarify: (told) => ({
    what: 'đã nhận thông tin bổ sung của hồ sơ',
    paragraphs: ['Chúng tôi đã nhận thông tin ông/bà bổ sung và tiếp tục xử lý.', dueOf(told)],
  }),
  add: () => ({
    what: 'đã nhận thông tin gửi thêm của hồ sơ',
    paragraphs: ['Chúng tôi đã nhận thông tin ông/bà gửi thêm.'],
  }),
  resume: (told) => ({
    what: 'tiếp tục xử lý hồ sơ',
    paragraphs: ['Chúng tôi tiếp tục xử lý hồ sơ của ông/bà với thông tin hiện có.', dueOf(told)],
  }),
  lapse: () => ({
    what: 'đã kết thúc hồ sơ',
    paragraphs: [
      'Chúng tôi không nhận được thông tin bổ sung đã đề nghị nên hồ sơ kết thúc tại đây.',
      'Khi có đủ thông tin, ông/bà có thể gửi hồ sơ mới bất cứ lúc nào.',
    ],
  }),
  extend: (told) => ({
    what: 'gia hạn xử lý hồ sơ',
    paragraphs: [
      `Thời hạn trả lời được gia hạn thêm ${fact(told, 'amount')} ${told.facts['unit'] === 'working_days' ? 'ngày làm việc' : 'ngày'}, đến hết ngày ${dayIn(fact(told, 'to'))}.`,
      `Căn cứ: ${fact(told, 'basis')}. Lý do cụ thể có trên trang theo dõi.`,
    ],
  }),
  inform: answerWords,
  approve: answerWords,
  'answer-of-main': (told) => {
    const answered = told.answer ? answerWords(told) : { what: 'hướng dẫn về hồ sơ', paragraphs: [told.message ?? ''] }
    return (
      answered && {
        ...answered,
        paragraphs: [
          `Nội dung sau trả lời chung hồ sơ ${fact(told, 'main')} và hồ sơ của ông/bà.`,
          ...answered.paragraphs,
        ],
      }
    )
  },
  merge: (told) => ({
    what: 'gộp hồ sơ cùng nội dung',
    paragraphs: [
      `Có hồ sơ khác về cùng vấn đề (số ${fact(told, 'main')}) nên hồ sơ của ông/bà được xử lý chung với hồ sơ ấy.`,
      'Khi có trả lời, ông/bà cũng nhận được đầy đủ qua thư và trên trang theo dõi của mình.',
    ],
  }),
  withdraw: () => ({
    what: 'đã nhận yêu cầu rút hồ sơ',
    paragraphs: ['Hồ sơ đã kết thúc theo yêu cầu rút lại của ông/bà.'],
  }),
  reopen: (told) => ({
    what: 'xử lý lại hồ sơ',
    paragraphs: [
      'Chúng tôi đã nhận ý kiến chưa thỏa đáng của ông/bà; hồ sơ được xử lý lại với thời hạn mới.',
      dueOf(told),
    ],
  }),
  close: () => ({
    what: 'đã kết thúc hồ sơ',
    paragraphs: [
      'Hồ sơ của ông/bà đã kết thúc. Xin mời đánh giá mức độ hài lòng trên trang theo dõi nếu ông/bà chưa đánh giá.',
    ],
  }),
  publish: () => ({
    what: 'đăng công khai câu trả lời hồ sơ',
    paragraphs: [
      'Câu trả lời đã được đăng công khai trên cổng để nhiều người cùng biết. Bài đăng không có thông tin nào cho biết ông/bà là người gửi.',
    ],
  }),
  'clock-moved': (told) => ({
    what: 'tính lại thời hạn hồ sơ',
    paragraphs: [
      `Thời hạn trả lời chuyển từ hết ngày ${dayIn(fact(told, 'from'))} sang hết ngày ${dayIn(fact(told, 'to'))}.`,
      told.facts['why'] === 'pause' ? 'Lý do: thời gian chờ ông/bà bổ sung không tính vào thời hạn.' : '',
      Array.isArray(told.facts['reasons']) && told.facts['reasons'].length > 0
        ? `Lý do: ${told.facts['reasons'].join('; ')}.`
        : '',
      'Cách tính được giải thích trên trang theo dõi.',
    ],
  }),
  acknowledge: () => ({
    what: 'xác nhận đã nhận yêu cầu',
    paragraphs: ['Cơ quan xử lý xác nhận đã nhận yêu cầu của ông/bà và đang xem xét.'],
  }),
  deliver: () => ({
    what: 'đã cung cấp thông tin của hồ sơ',
    paragraphs: ['Thông tin ông/bà yêu cầu đã được cung cấp theo cách nêu trong trả lời trên trang theo dõi.'],
  }),
  'erase-sender': (told) => ({
    what: 'đã xóa dữ liệu theo yêu cầu',
    paragraphs: [
      `Thông tin liên hệ, nội dung chưa công khai, tệp và thư của hồ sơ ${fact(told, 'number')} đã được xóa. Còn lại số hồ sơ, các bước xử lý và trả lời.`,
    ],
  }),
  classify: (told) => ({
    what: 'đã xem xét yêu cầu',
    paragraphs: ['Yêu cầu cung cấp thông tin của ông/bà đã được xem xét.', dueOf(told)],
  }),
}
