import { sql, type Updateable } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { Edition } from '../database/schema.ts'
import { recordEvent } from '../audit/record-event.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { cleanText } from '../web/vietnamese.ts'
import type { Kinds } from './content.ts'
import { ruleOf, type State, type Transition } from './edition.ts'
import { loadEdition } from './load-edition.ts'
import { isSystem, mayTakeByRole, type By } from './policy.ts'
import { loadPublishFacts, type EditionView } from './queries.ts'
import { whyNot, whyNotTyped, type Typed } from './why-not.ts'

/** What a step is asked with. A `revision` that is not the current one is refused: the person looked at another text. */
export interface StepAct extends Typed {
  editionId: number
  revision?: number
}

/**
 * The edition a step is asked for, locked, once everything allows the step. Throws NotFound, Stale, Forbidden (the role never
 * takes this step) or Refused with every reason.
 */
export async function editionForStep(
  tx: Transaction,
  by: By,
  step: Transition,
  asked: { act: StepAct; kinds: Kinds },
): Promise<EditionView> {
  const edition = await loadEdition(tx, by, asked.act)
  if (!mayTakeByRole(by, step, edition)) throw new Forbidden()
  const { expiresAt = edition.expiresAt } = asked.act
  const judged = { ...edition, expiresAt, publishFacts: await loadPublishFacts(tx, edition) }
  const reasons = [...whyNot(step, judged, by, asked.kinds), ...whyNotTyped(step, edition, asked.act, new Date())]
  if (reasons.length > 0) throw new Refused(step, reasons)
  return edition
}

/** A step an edition is about to take, and the columns that change with it. */
export interface Move {
  step: Transition
  comment?: string
  set?: Updateable<Edition>
}

/** Moves an edition to the state the table names, with the time allowed for what comes next, and notes the step. */
export async function moveEdition(tx: Transaction, by: By, edition: EditionView, move: Move): Promise<void> {
  const { to } = ruleOf(move.step)
  await tx
    .updateTable('edition')
    .set({ ...move.set, state: to, stateSince: sql`now()`, stepDueAt: await dueAfter(tx, edition, to) })
    .where('id', '=', edition.id)
    .execute()
  await noteStep(tx, by, edition, { ...move, to })
}

/** Writes a line of the history of an edition. */
export async function noteStep(
  tx: Transaction,
  by: By,
  edition: { id: number; state: State | null },
  line: StepLine,
): Promise<void> {
  await tx
    .insertInto('editionStep')
    .values({
      editionId: edition.id,
      transition: line.step,
      fromState: edition.state,
      toState: line.to,
      personId: isSystem(by) ? null : by.id,
      comment: cleanText(line.comment ?? '') || null,
    })
    .execute()
}
interface StepLine {
  step: Transition | 'create' | 'confirm'
  to: State
  comment?: string
}

/** Records the one audit event of a step. Call it last. */
export const recordStep = (tx: Transaction, by: By, edition: EditionView, event: StepEvent): Promise<void> =>
  recordEvent(tx, {
    action: `edition.${event.done}`,
    by,
    subject: { kind: 'edition', id: edition.id },
    siteId: edition.siteId,
    summary: `${event.summary}: “${edition.title}” (bản ${edition.version})`,
    before: { state: edition.state, revision: edition.revision },
    after: { state: event.to ?? edition.state, entryId: edition.entryId, ...event.after },
  })
interface StepEvent {
  /** Participle: 'approved'. */
  done: string
  /** What was done, in Vietnamese. */
  summary: string
  to?: State
  after?: Record<string, unknown>
}

const columns = { submitted: 'submittedHours', reviewed: 'reviewedHours', approved: 'approvedHours' } as const

/** When the next step is due: hours of the site and kind (migrations/0003, site_chain), a day where none are set. */
async function dueAfter(tx: Transaction, edition: EditionView, to: State): Promise<Date | null> {
  if (to !== 'submitted' && to !== 'reviewed' && to !== 'approved') return null
  const hours = await tx
    .selectFrom('siteChain')
    .select(columns[to])
    .where('siteId', '=', edition.siteId)
    .where('kind', '=', edition.kind)
    .executeTakeFirst()
  return new Date(Date.now() + (Object.values(hours ?? {})[0] ?? 24) * 3_600_000)
}
