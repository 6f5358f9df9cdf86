import { caseKinds } from '../../src/case-kinds.ts'
import { publishAnswer, type PublishAct } from '../../src/answers/publish-answer.ts'
import { approveAnswer } from '../../src/cases/approve-answer.ts'
import { assignCase } from '../../src/cases/assign-case.ts'
import { saveAnswer } from '../../src/cases/save-answer.ts'
import { submitAnswer } from '../../src/cases/submit-answer.ts'
import type { Database } from '../../src/database/connect.ts'
import { kinds } from '../../src/kinds.ts'
import type { Actor } from '../../src/people/actor.ts'
import { someAnswer, someCase, type CaseDesk, type CasePart } from './cases.ts'

/** Public words of an answer, with nothing against them. */
export const publicWords = {
  publicTitle: 'Đèn đường hỏng thì báo ở đâu?',
  publicQuestion: 'Đèn đường ở ngõ tôi không sáng ba tuần nay. Tôi báo ở đâu, khi nào được sửa?',
  publicAnswer:
    'Ông/bà báo qua mục Phản ánh trên cổng này hoặc gọi 1022.\n\n- Sự cố một đèn: sửa trong 48 giờ.\n- Mất điện cả tuyến: sửa trong 12 giờ.\n\nXem thêm tại https://hanoi.example.vn/chieu-sang.',
}

/** A case of the ward whose answer was approved, with words for the public. */
export async function answeredCase(
  db: Database,
  desk: CaseDesk,
  words: Partial<typeof publicWords> = {},
  part: CasePart = {},
): Promise<number> {
  const { caseId } = await someCase(db, desk.key, {
    siteId: desk.ward.id,
    fieldId: desk.fields['cap-thoat-nuoc'],
    publicWanted: true,
    ...part,
  })
  const { coordinator, officer, leader, urban } = desk
  await desk.act((tx) => assignCase(tx, coordinator, { caseId, divisionId: urban, officerId: officer.id }))
  await desk.act(async (tx) => {
    await saveAnswer(tx, officer, { ...someAnswer, ...publicWords, ...words, publish: true, caseId })
    await submitAnswer(tx, officer, { caseId })
  })
  await desk.act((tx) => approveAnswer(tx, leader, { caseId }))
  return caseId
}

/** Publishes as the office does: by the leader of the ward unless somebody else is named. */
export const publishCase = (
  desk: CaseDesk,
  act: PublishAct,
  by: Actor = desk.leader,
): ReturnType<typeof publishAnswer> =>
  desk.act((tx) => publishAnswer(tx, by, act, { entries: kinds, cases: caseKinds }))

/** A published answer of the ward. */
export async function publishedAnswer(
  db: Database,
  desk: CaseDesk,
  words: Partial<typeof publicWords> = {},
  part: CasePart = {},
): Promise<{ caseId: number; entryId: number; path: string }> {
  const caseId = await answeredCase(db, desk, words, part)
  return { caseId, ...(await publishCase(desk, { caseId })) }
}
