import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk, type Desk } from '../../tests/support/desk.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { noteKinds } from '../../tests/support/kind.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound, Refused, Stale } from '../refusals.ts'
import { approveEdition } from './approve-edition.ts'
import { confirmEmergency } from './confirm-emergency.ts'
import { correctEntry } from './correct-entry.ts'
import { createEntry } from './create-entry.ts'
import { decideOffer } from './decide-offer.ts'
import { discardEdition } from './discard-edition.ts'
import { isOpen, transitions, type State, type Transition } from './edition.ts'
import { endPlacement } from './end-placement.ts'
import { expireEdition } from './expire-edition.ts'
import { featurePlacement } from './feature-placement.ts'
import { offerEntry } from './offer-entry.ts'
import { publishEdition } from './publish-edition.ts'
import { publishInEmergency } from './publish-in-emergency.ts'
import { editionsOfEntry, type EditionView } from './queries.ts'
import { recallEdition } from './recall-edition.ts'
import { restoreEdition } from './restore-edition.ts'
import { returnEdition } from './return-edition.ts'
import { reviewEdition } from './review-edition.ts'
import { reviseEntry } from './revise-entry.ts'
import { saveEdition } from './save-edition.ts'
import { scheduleEdition } from './schedule-edition.ts'
import { submitEdition } from './submit-edition.ts'
import { stepsFor } from './why-not.ts'
import { unscheduleEdition } from './unschedule-edition.ts'
import { withdrawEdition } from './withdraw-edition.ts'

let database: TestDatabase
let d: Desk
beforeAll(async () => {
  database = await freshDatabase()
  d = await desk(database.db)
})
afterAll(() => database.drop())

interface Target {
  entryId: number
  /** The edition the person points at: any version, of any state. */
  edition: EditionView
  count: number
}
type Act = (tx: Transaction, by: Actor, at: Target) => Promise<unknown>

const soon = (): Date => new Date(Date.now() + 3_600_000)
const acts: Record<string, Act> = {
  submit: (tx, by, at) => submitEdition(tx, by, { editionId: at.edition.id }, noteKinds),
  recall: (tx, by, at) => recallEdition(tx, by, { editionId: at.edition.id }, noteKinds),
  review: (tx, by, at) => reviewEdition(tx, by, { editionId: at.edition.id }, noteKinds),
  return: (tx, by, at) => returnEdition(tx, by, { editionId: at.edition.id, comment: 'Cần sửa' }, noteKinds),
  approve: (tx, by, at) => approveEdition(tx, by, { editionId: at.edition.id }, noteKinds),
  schedule: (tx, by, at) => scheduleEdition(tx, by, { editionId: at.edition.id, at: soon() }, noteKinds),
  unschedule: (tx, by, at) => unscheduleEdition(tx, by, { editionId: at.edition.id }, noteKinds),
  publish: (tx, by, at) => publishEdition(tx, by, { editionId: at.edition.id }, noteKinds),
  emergency: (tx, by, at) => publishInEmergency(tx, by, { editionId: at.edition.id, reason: 'Bão vào' }, noteKinds),
  confirm: (tx, by, at) => confirmEmergency(tx, by, { editionId: at.edition.id }),
  withdraw: (tx, by, at) => withdrawEdition(tx, by, { editionId: at.edition.id, reason: 'Sai số liệu' }, noteKinds),
  expire: (tx, _by, at) => expireEdition(tx, { system: 'Thử' }, { editionId: at.edition.id }, noteKinds),
  discard: (tx, by, at) => discardEdition(tx, by, { editionId: at.edition.id }, noteKinds),
  correct: (tx, by, at) => correctEntry(tx, by, { entryId: at.entryId, note: 'Đính chính ngày' }, noteKinds),
  revise: (tx, by, at) => reviseEntry(tx, by, { entryId: at.entryId }, noteKinds),
  restore: (tx, by, at) => restoreEdition(tx, by, { entryId: at.entryId, editionId: at.edition.id }, noteKinds),
  save: (tx, by, at) =>
    saveEdition(
      tx,
      by,
      {
        editionId: at.edition.id,
        baseRevision: at.edition.revision,
        kind: 'save',
        content: d.text({ title: `Bản viết ${at.count}` }),
      },
      noteKinds,
    ),
  feature: (tx, by, at) =>
    featurePlacement(tx, by, { entryId: at.entryId, siteId: d.ward.id, featured: true, pinnedUntil: null }),
  offer: (tx, by, at) => offerEntry(tx, by, { entryId: at.entryId, siteId: d.city.id }),
  accept: (tx, by, at) =>
    decideOffer(
      tx,
      by,
      { entryId: at.entryId, siteId: d.city.id, accept: true, sectionIds: [d.city.sections['tin-tuc'] as number] },
      noteKinds,
    ),
  end: (tx, by, at) => endPlacement(tx, by, { entryId: at.entryId, siteId: d.city.id }),
}

const people = (): Actor[] => [d.lan, d.editor, d.secretary, d.chief, d.deputy, d.auditor, d.cityEditor, d.cityChief]

/** What may follow what, from the table, and what else an act may do to the other versions of its entry. */
const mayFollow = (was: State, is: State): boolean =>
  Object.values(transitions).some((rule) => rule.to === is && (rule.from as readonly State[]).includes(was))

/** Everyone whose words stand in a version: its author, and the authors of what it was restored from, to the root. */
function writersOf(edition: EditionView, all: readonly EditionView[]): string[] {
  const source = all.find((other) => other.id === edition.restoredFrom)
  return source && source.version < edition.version ? [edition.authorId, ...writersOf(source, all)] : [edition.authorId]
}

function checkInvariants(all: readonly EditionView[]): void {
  expect(all.filter((edition) => edition.state === 'published').length).toBeLessThanOrEqual(1)
  expect(all.filter((edition) => isOpen(edition.state)).length).toBeLessThanOrEqual(1)
  for (const edition of all) {
    if (edition.publishedAt !== null) {
      expect(edition.approvedBy !== null || edition.emergencyReason !== null).toBe(true)
    }
    if (edition.approvedBy !== null) {
      expect(writersOf(edition, all)).not.toContain(edition.approvedBy)
      expect(edition.submittedBy).not.toBe(edition.approvedBy)
    }
    if (edition.confirmedBy !== null) {
      expect([...writersOf(edition, all), edition.publishedBy]).not.toContain(edition.confirmedBy)
    }
  }
}

/** Takes one act and holds every promise against what it did. */
async function takeAndCheck(name: string, by: Actor, at: Target): Promise<void> {
  const before = await editionsOfEntry(database.db, at.entryId)
  const events = await d.events()
  const error = await d
    .act((tx) => (acts[name] as Act)(tx, by, at))
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
  const after = await editionsOfEntry(database.db, at.entryId)
  if (error === undefined) {
    expect(await d.events(), `${name} leaves one event`).toBe(events + 1)
  } else {
    expect(
      [Refused, Forbidden, NotFound, Stale].some((kind) => error instanceof kind),
      String(error),
    ).toBe(true)
    expect(await d.events(), `refused ${name} leaves none`).toBe(events)
    expect(after).toEqual(before)
  }
  for (const edition of after) {
    const was = before.find((other) => other.id === edition.id)
    if (!was) expect(edition.state).toBe('draft')
    else if (was.state !== edition.state)
      expect(mayFollow(was.state, edition.state), `${was.state} → ${edition.state}`).toBe(true)
  }
  checkInvariants(after)
}

/** A newsroom at work: half of what is tried is a step someone may take now, the rest is anything by anyone on any version. */
const step = fc.record({
  forward: fc.noBias(fc.boolean()),
  pick: fc.noBias(fc.nat({ max: 9999 })),
  act: fc.constantFrom(...Object.keys(acts)),
  who: fc.nat({ max: 7 }),
  version: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, { arbitrary: fc.nat({ max: 5 }), weight: 1 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Drawn often enough among anything; as half of all steps they would leave little to publish. */
const backward: readonly Transition[] = ['discard', 'recall', 'return']
const stepActs: Partial<Record<Transition, string>> = { approveSubmitted: 'approve', publishInEmergency: 'emergency' }

/** Who does what to which version: as drawn, or a step that the rules allow right now, if there is one. */
function choose(all: readonly EditionView[], drawn: Step): { act: string; by: Actor; edition: EditionView } {
  const possible = all.flatMap((edition) =>
    people().flatMap((by) =>
      stepsFor(edition, by, noteKinds)
        .filter((found) => found.reasons.length === 0 && !backward.includes(found.step))
        .map((found) => ({ act: stepActs[found.step] ?? found.step, by, edition })),
    ),
  )
  const forward = drawn.forward ? possible[drawn.pick % Math.max(possible.length, 1)] : undefined
  return (
    forward ?? {
      act: drawn.act,
      by: people()[drawn.who] as Actor,
      edition: all[drawn.version % all.length] as EditionView,
    }
  )
}

test(
  'whatever anyone does in whatever order, nothing goes live without a second person, and the log says exactly what was done',
  {
    timeout: 180_000,
  },
  async () => {
    const reached = new Set<string>()
    const sequence = fc.array(step, { minLength: 20, maxLength: 40, size: 'max' })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('full', 'short'), fc.nat({ max: 4 }), sequence, async (chain, author, steps) => {
        await database.owner.updateTable('siteChain').set({ chain }).where('siteId', '=', d.ward.id).execute()
        const content = d.text({ title: 'Chuyện ở phường' })
        const begin = { siteId: d.ward.id, kind: 'article', content }
        const { entryId } = await d.act((tx) => createEntry(tx, people()[author] as Actor, begin, noteKinds))
        for (const [count, drawn] of steps.entries()) {
          const { act, by, edition } = choose(await editionsOfEntry(database.db, entryId), drawn)
          await takeAndCheck(act, by, { entryId, edition, count })
          for (const one of await editionsOfEntry(database.db, entryId)) reached.add(one.state)
        }
      }),
      { numRuns: 40 },
    )
    // Sequences that never get anywhere would prove nothing.
    expect([...reached]).toEqual(expect.arrayContaining(['submitted', 'approved', 'published', 'withdrawn']))
  },
)

test('the log of it all is one unbroken chain', async () => {
  const { rows } = await sql`select * from audit_faults()`.execute(database.owner)
  expect(rows).toEqual([])
})
