import type { RulePack } from '../rules.ts'
import { workingDays } from './durations.ts'
import { otherLawsDuring } from './other-laws.ts'
import { outageOf2007, ownRules } from './portal-rules.ts'

const decree = 'Nghị định số 43/2011/NĐ-CP'
const range = { effectiveFrom: '2011-10-01', effectiveTo: '2022-08-14' }

/** The decree of 2011: the last that named numbers of days for questions. */
export const vn2011: RulePack = {
  id: 'vn-2011',
  name: { vi: 'Nghị định 43/2011', en: 'Decree 43/2011' },
  instrument: decree,
  verified: 'codified',
  ...range,
  rules: [
    {
      id: 'question.answer',
      label: { vi: 'Trả lời câu hỏi, hoặc báo tiến độ kèm ngày trả lời', en: 'Answer a question, or say when' },
      duration: workingDays(15),
      basis: { instrument: decree, article: '17', clause: '1' },
      status: 'law',
      verified: 'codified',
      ...range,
    },
    {
      id: 'question.out-of-scope',
      label: {
        vi: 'Báo ngay cho người hỏi khi câu hỏi ngoài thẩm quyền',
        en: 'Tell the sender a question is out of scope',
      },
      duration: workingDays(1),
      basis: {
        instrument: decree,
        article: '17',
        clause: '1',
        note: {
          vi: 'Văn bản ghi “ngay”, không định số ngày; 1 ngày làm việc là mức phần mềm tự đặt.',
          en: 'The text says “at once” and names no days; 1 working day is set by this software.',
        },
      },
      status: 'own',
      verified: 'codified',
      ...range,
    },
    outageOf2007(range.effectiveFrom, range.effectiveTo),
    ...ownRules(range.effectiveFrom),
    ...otherLawsDuring(range),
  ],
}
