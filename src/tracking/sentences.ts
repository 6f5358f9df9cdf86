import { stepNames } from '../cases/case.ts'
import { choices } from '../ratings/rating.ts'
import { dateOf } from '../web/dates.ts'
import { fill, sayIn, type Language, type Message } from '../web/message.ts'
import type { TrackedEvent } from './queries.ts'

/** What happened, as a sentence to the sender. `{…}` are facts of the event; where one is missing, the plain sentence stands. */
const sentences: Record<string, { plain: Message; told?: { needs: readonly string[]; words: Message } }> = {
  receive: { plain: { vi: 'Cơ quan đã tiếp nhận hồ sơ.', en: 'The case was received.' } },
  release: {
    plain: { vi: 'Hồ sơ đã được kiểm tra và vào hàng chờ xử lý.', en: 'The case was checked and put into the queue.' },
  },
  reject: {
    plain: { vi: 'Hồ sơ được kết thúc vì là thư rác, quảng cáo.', en: 'The case was closed as spam or advertising.' },
  },
  assign: {
    plain: { vi: 'Hồ sơ đã được giao cho người xử lý.', en: 'The case was given to somebody to deal with.' },
    told: {
      needs: ['division'],
      words: { vi: 'Hồ sơ đã được giao cho {division} xử lý.', en: 'The case was given to {division}.' },
    },
  },
  forward: {
    plain: { vi: 'Hồ sơ được chuyển đến cơ quan có thẩm quyền.', en: 'The case was passed to the competent agency.' },
    told: {
      needs: ['agency'],
      words: {
        vi: 'Hồ sơ được chuyển đến cơ quan có thẩm quyền: {agency}.',
        en: 'The case was passed to the competent agency: {agency}.',
      },
    },
  },
  ask: {
    plain: {
      vi: 'Cơ quan hỏi thêm bạn; thời hạn tạm dừng đến khi bạn trả lời.',
      en: 'The agency asked you something; the clock stands still until you answer.',
    },
  },
  clarify: { plain: { vi: 'Bạn đã trả lời câu hỏi; thời hạn chạy tiếp.', en: 'You answered; the clock runs on.' } },
  resume: { plain: { vi: 'Cơ quan tiếp tục xử lý, thời hạn chạy tiếp.', en: 'Work went on, and so did the clock.' } },
  add: { plain: { vi: 'Bạn đã gửi thêm thông tin.', en: 'You added something.' } },
  extend: {
    plain: { vi: 'Thời hạn được gia hạn.', en: 'The deadline was extended.' },
    told: {
      needs: ['to'],
      words: {
        vi: 'Thời hạn được gia hạn đến hết ngày {to}. Lý do ghi trong phần giải thích thời hạn.',
        en: 'The deadline was extended to the end of {to}. The reason stands where the deadline is explained.',
      },
    },
  },
  'move-division': {
    plain: { vi: 'Hồ sơ được chuyển sang bộ phận khác cùng cơ quan.', en: 'The case moved to another division.' },
    told: {
      needs: ['division'],
      words: {
        vi: 'Hồ sơ được chuyển sang {division}; thời hạn không thay đổi.',
        en: 'The case moved to {division}; the deadline stays.',
      },
    },
  },
  'answer-of-main': {
    plain: { vi: 'Cơ quan đã trả lời chung với hồ sơ chính.', en: 'It was answered together with the main case.' },
    told: {
      needs: ['main'],
      words: {
        vi: 'Cơ quan đã trả lời chung với hồ sơ {main}.',
        en: 'It was answered together with case {main}.',
      },
    },
  },
  inform: {
    plain: { vi: 'Cơ quan thông báo tiến độ xử lý.', en: 'The agency told how far it is.' },
    told: {
      needs: ['answerOn'],
      words: {
        vi: 'Cơ quan thông báo tiến độ, hẹn trả lời ngày {answerOn}.',
        en: 'The agency told how far it is, and promised an answer on {answerOn}.',
      },
    },
  },
  approve: { plain: { vi: 'Cơ quan đã trả lời.', en: 'The agency answered.' } },
  guide: {
    plain: {
      vi: 'Việc không thuộc thẩm quyền: cơ quan đã hướng dẫn nơi giải quyết.',
      en: 'This is not within the agency’s power: it said whom to turn to.',
    },
    told: {
      needs: ['agency'],
      words: {
        vi: 'Việc không thuộc thẩm quyền của cơ quan này. Cơ quan có thẩm quyền: {agency}.',
        en: 'This is not within the agency’s power. The competent agency: {agency}.',
      },
    },
  },
  merge: {
    plain: {
      vi: 'Hồ sơ được gộp vào hồ sơ khác cùng việc.',
      en: 'The case was joined to another about the same matter.',
    },
    told: {
      needs: ['main'],
      words: {
        vi: 'Hồ sơ được gộp vào hồ sơ {main} vì cùng một việc.',
        en: 'The case was joined to case {main}, which is about the same matter.',
      },
    },
  },
  withdraw: { plain: { vi: 'Bạn đã rút hồ sơ.', en: 'You withdrew the case.' } },
  lapse: {
    plain: {
      vi: 'Hồ sơ kết thúc vì chưa nhận được thông tin bổ sung.',
      en: 'The case was closed because nothing was added.',
    },
  },
  reopen: {
    plain: {
      vi: 'Bạn cho rằng trả lời chưa thỏa đáng; hồ sơ được xử lý lại.',
      en: 'You found that the answer does not satisfy; the case was taken up again.',
    },
  },
  close: { plain: { vi: 'Hồ sơ kết thúc.', en: 'The case was closed.' } },
  publish: {
    plain: {
      vi: 'Câu trả lời được đăng công khai, không có tên người hỏi.',
      en: 'The answer was published, without your name.',
    },
  },
  acknowledge: {
    plain: { vi: 'Cơ quan xác nhận đã nhận yêu cầu.', en: 'The agency acknowledged the request.' },
  },
  deliver: { plain: { vi: 'Cơ quan đã cung cấp thông tin.', en: 'The information was provided.' } },
  fetch: {
    plain: { vi: 'Tệp thông tin đã được tải bằng mã một lần.', en: 'The file was fetched with the one-time code.' },
  },
  'erase-sender': {
    plain: { vi: 'Dữ liệu của người gửi đã được xóa.', en: 'The data of the sender was erased.' },
  },
}

const classified = {
  simple: {
    vi: 'Cơ quan đã xem xét: thông tin có sẵn, được cung cấp trong thời hạn ngắn.',
    en: 'The agency looked at it: the information is at hand and comes within the shorter time.',
  },
  complex: {
    vi: 'Cơ quan đã xem xét: thông tin phải tập hợp hoặc lấy ý kiến, được trả lời trong thời hạn nêu ở trên.',
    en: 'The agency looked at it: the information must be gathered or agreed; it is answered by the day given above.',
  },
}

/** An event of a case as the sender reads it. Unknown steps are named by the list of steps, and at worst as an update. */
export function sentenceOf({ step, facts }: TrackedEvent, language: Language): string {
  const say = sayIn(language)
  if (step === 'clock-moved') return movedSentence(facts, language)
  if (step === 'classify') return say(facts.complexity === 'simple' ? classified.simple : classified.complex)
  if (step === 'rate') {
    const label = choices.find(({ choice }) => choice === facts.choice)?.label
    const rated = { vi: 'Bạn đã đánh giá', en: 'You rated how it was answered' }
    return label ? `${say(rated)}: ${say(label)}.` : `${say(rated)}.`
  }
  const known = Object.hasOwn(sentences, step) ? sentences[step] : undefined
  if (!known)
    return say(
      (Object.hasOwn(stepNames, step) ? stepNames[step] : undefined) ?? {
        vi: 'Hồ sơ được cập nhật.',
        en: 'The case was updated.',
      },
    )
  const { told, plain } = known
  const words = Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) =>
      typeof fact === 'string' || typeof fact === 'number'
        ? [[name, (isoDay(fact) && dayOf(fact, language)) || fact]]
        : [],
    ),
  )
  if (language === 'en' && words.divisionEn) words.division = words.divisionEn
  return told?.needs.every((name) => words[name] !== undefined && words[name] !== '')
    ? fill(say(told.words), words)
    : say(plain)
}

function movedSentence(facts: Record<string, unknown>, language: Language): string {
  const say = sayIn(language)
  const [from, to] = [dayOf(facts.from, language), dayOf(facts.to, language)]
  const reasons = Array.isArray(facts.reasons) ? facts.reasons.filter((one) => typeof one === 'string') : []
  const base =
    from && to
      ? fill(
          say({
            vi: 'Thời hạn được tính lại: từ {from} thành {to}.',
            en: 'The deadline was counted anew: {from} became {to}.',
          }),
          {
            from,
            to,
          },
        )
      : say({ vi: 'Thời hạn được tính lại.', en: 'The deadline was counted anew.' })
  if (facts.why !== 'calendar') return base
  const calendar = say({ vi: 'Lịch làm việc thay đổi', en: 'The calendar of working days changed' })
  return reasons.length > 0 ? `${base} ${calendar}: ${reasons.join('; ')}.` : `${base} ${calendar}.`
}

const isoDay = (fact: unknown): boolean => typeof fact === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(fact)

/** A day given as 2026-11-23, or as the first moment that is late. */
function dayOf(fact: unknown, language: Language): string | undefined {
  if (typeof fact !== 'string') return undefined
  const isDayOnly = isoDay(fact)
  const at = new Date(isDayOnly ? `${fact}T00:00:00+07:00` : fact)
  if (Number.isNaN(at.getTime())) return undefined
  return dateOf(isDayOnly ? at : new Date(at.getTime() - 1), language)
}
