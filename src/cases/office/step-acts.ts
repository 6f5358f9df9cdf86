import type { Transaction } from '../../database/connect.ts'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'
import { askSender } from '../ask-sender.ts'
import { assignCase } from '../assign-case.ts'
import type { CaseStepName } from '../case.ts'
import { closeCase } from '../close-case.ts'
import { declineCase } from '../decline-case.ts'
import { extendCase } from '../extend-case.ts'
import { forwardCase } from '../forward-case.ts'
import { guideCase } from '../guide-case.ts'
import { handOverCase } from '../hand-over-case.ts'
import { lapseCase } from '../lapse-case.ts'
import { mergeCases } from '../merge-cases.ts'
import { recallAnswer } from '../recall-answer.ts'
import { rejectCase } from '../reject-case.ts'
import { releaseCase } from '../release-case.ts'
import { resumeCase } from '../resume-case.ts'
import { returnAnswer } from '../return-answer.ts'
import { takeCase } from '../take-case.ts'
import { caseFile } from './case-queries.ts'
import { showCase } from './case-screen.tsx'
import { agencyOf } from './desk-queries.ts'
import { attempt, caseIdOf, handlerOf, numberOf, typedOf } from './form.tsx'
import { caseKinds } from './kind-names.ts'
import { messages } from './step-messages.ts'
import { caseByNumber } from './queue-queries.ts'

/** An act of the screen of a case: the last part of its address, what it is told as, its fields, and what it does. */
export interface CaseAct {
  slug: string
  step: CaseStepName
  fields: readonly string[]
  act: (tx: Transaction, c: OfficeContext, given: { caseId: number; typed: Typed }) => Promise<unknown>
}

/** Acts of one command each. */
export const caseActs: readonly CaseAct[] = [
  {
    slug: 'vao-hang-cho',
    step: 'release',
    fields: [],
    act: (tx, c, { caseId }) => releaseCase(tx, c.var.actor, { caseId }),
  },
  { slug: 'nhan', step: 'take', fields: [], act: (tx, c, { caseId }) => takeCase(tx, c.var.actor, { caseId }) },
  {
    slug: 'phan-cong',
    step: 'assign',
    fields: ['divisionId', 'officerId', 'fieldId', 'note'],
    act: (tx, c, { caseId, typed }) =>
      assignCase(tx, c.var.actor, {
        caseId,
        ...(handlerOf(typed.to) ?? { divisionId: 0 }),
        fieldId: numberOf(typed.fieldId) ?? null,
        note: typed.note ?? '',
      }),
  },
  {
    slug: 'tiep-tuc',
    step: 'resume',
    fields: ['note'],
    act: (tx, c, { caseId, typed }) => resumeCase(tx, c.var.actor, { caseId, note: typed.note }),
  },
  {
    slug: 'bo-sung',
    step: 'ask',
    fields: ['question'],
    act: (tx, c, { caseId, typed }) => askSender(tx, c.var.actor, { caseId, question: typed.question ?? '' }),
  },
  {
    slug: 'rut-du-thao',
    step: 'recall',
    fields: [],
    act: (tx, c, { caseId }) => recallAnswer(tx, c.var.actor, { caseId }),
  },
  {
    slug: 'chuyen',
    step: 'forward',
    fields: ['siteId', 'agency', 'reason'],
    act: async (tx, c, { caseId, typed }) => {
      const siteId = numberOf(typed.siteId) ?? 0
      const agency = typed.agency?.trim() || (await agencyOf(tx, siteId))
      await forwardCase(tx, c.var.actor, { caseId, siteId, agency, reason: typed.reason ?? '' })
    },
  },
  {
    slug: 'huong-dan',
    step: 'guide',
    fields: ['agency', 'how'],
    act: (tx, c, { caseId, typed }) =>
      guideCase(tx, c.var.actor, { caseId, agency: typed.agency ?? '', how: typed.how ?? '' }),
  },
  {
    slug: 'ban-giao',
    step: 'hand-over',
    fields: ['officerId', 'note'],
    act: (tx, c, { caseId, typed }) =>
      handOverCase(tx, c.var.actor, { caseId, officerId: typed.officerId ?? '', note: typed.note ?? '' }),
  },
  {
    slug: 'tra-lai',
    step: 'decline',
    fields: ['reason'],
    act: (tx, c, { caseId, typed }) => declineCase(tx, c.var.actor, { caseId, reason: typed.reason ?? '' }),
  },
  {
    slug: 'gia-han',
    step: 'extend',
    fields: ['amount', 'reason'],
    act: (tx, c, { caseId, typed }) =>
      extendCase(tx, c.var.actor, { caseId, amount: numberOf(typed.amount) ?? 0, reason: typed.reason ?? '' }),
  },
  {
    slug: 'khong-bo-sung',
    step: 'lapse',
    fields: ['note'],
    act: (tx, c, { caseId, typed }) => lapseCase(tx, c.var.actor, { caseId, note: typed.note }),
  },
  { slug: 'ket-thuc', step: 'close', fields: [], act: (tx, c, { caseId }) => closeCase(tx, c.var.actor, { caseId }) },
  {
    slug: 'thu-rac',
    step: 'reject',
    fields: ['note'],
    act: (tx, c, { caseId, typed }) => rejectCase(tx, c.var.actor, { caseId, note: typed.note ?? '' }),
  },
  {
    slug: 'tra-du-thao',
    step: 'return',
    fields: ['reason'],
    act: (tx, c, { caseId, typed }) => returnAnswer(tx, c.var.actor, { caseId, reason: typed.reason ?? '' }),
  },
  {
    slug: 'gop-vao-day',
    step: 'merge',
    fields: [],
    act: (tx, c, { caseId, typed }) =>
      mergeCases(tx, c.var.actor, { caseId, others: [numberOf(typed.others) ?? 0] }, caseKinds),
  },
]

/** The handler of an act: does it, and leads back to the case, or to the person's work where they see it no more. */
export const handlerFor =
  ({ slug, step, fields, act }: CaseAct) =>
  async (c: OfficeContext): Promise<Response> => {
    const caseId = caseIdOf(c)
    const { typed } = await typedOf(c)
    const result = await attempt(c, fields, (tx) => act(tx, c, { caseId, typed }))
    if ('errors' in result) return showCase(c, { refusal: { form: slug, errors: result.errors, typed } })
    return afterStep(c, caseId, step)
  }

/** Back to the case, with what was done; to the person's work where the case is theirs to see no longer. */
export async function afterStep(c: OfficeContext, caseId: number, step: CaseStepName): Promise<Response> {
  try {
    await caseFile(c.var.db, c.var.actor, caseId)
    return c.redirect(`/ho-so/${caseId}?da=${step}`, 303)
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    return c.redirect(`/ho-so?da=${step}`, 303)
  }
}

/** POST /ho-so/:case/gop: joins this case to the one whose number was typed. */
export async function joinToNumber(c: OfficeContext): Promise<Response> {
  const { db, actor, say } = c.var
  const caseId = caseIdOf(c)
  const { typed } = await typedOf(c)
  const file = await caseFile(db, actor, caseId)
  const mainId = await caseByNumber(db, actor, file.handlingSiteId, typed.number ?? '')
  const refuse = (errors: Record<string, string>): Promise<Response> =>
    showCase(c, { refusal: { form: 'gop', errors, typed } })
  if (mainId === undefined) return refuse({ number: say(messages.mergeUnknown) })
  const result = await attempt(c, ['number'], (tx) =>
    mergeCases(tx, actor, { caseId: mainId, others: [caseId] }, caseKinds),
  )
  return 'errors' in result ? refuse(result.errors) : afterStep(c, mainId, 'merge')
}
