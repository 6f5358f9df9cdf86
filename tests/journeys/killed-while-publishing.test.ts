import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kinds } from '../../src/kinds.ts'
import { verifyChain } from '../../src/audit/verify-chain.ts'
import { inTransaction } from '../../src/database/connect.ts'
import { approveEdition } from '../../src/editions/approve-edition.ts'
import { createEntry } from '../../src/editions/create-entry.ts'
import { reviewEdition } from '../../src/editions/review-edition.ts'
import { submitEdition } from '../../src/editions/submit-edition.ts'
import { articleContent, newsroomOf, type Newsroom } from '../support/articles.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let newsroom: Newsroom
beforeAll(async () => {
  database = await freshDatabase()
  newsroom = await newsroomOf(database.db)
})
afterAll(() => database.drop())

async function approvedEdition(title: string): Promise<{ entryId: number; editionId: number }> {
  const { ward, writer, editor, chief } = newsroom
  return inTransaction(database.db, async (tx) => {
    const made = await createEntry(
      tx,
      writer,
      { siteId: ward.id, kind: 'article', content: await articleContent(tx, ward, { title }) },
      kinds,
    )
    await submitEdition(tx, writer, { editionId: made.editionId }, kinds)
    await reviewEdition(tx, editor, { editionId: made.editionId }, kinds)
    await approveEdition(tx, chief, { editionId: made.editionId }, kinds)
    return made
  })
}

interface Traces {
  state: string
  live: number
  addresses: number
  events: number
  steps: number
}

async function tracesOf(entryId: number, editionId: number): Promise<Traces> {
  const { owner } = database
  const count = async (query: { execute(): Promise<unknown[]> }): Promise<number> => (await query.execute()).length
  const { state } = await owner
    .selectFrom('edition')
    .select('state')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow()
  return {
    state,
    live: await count(owner.selectFrom('liveItem').select('entryId').where('entryId', '=', entryId)),
    addresses: await count(owner.selectFrom('address').select('path').where('entryId', '=', entryId)),
    events: await count(
      owner
        .selectFrom('auditEvent')
        .select('id')
        .where('action', '=', 'edition.published')
        .where('subjectId', '=', String(editionId)),
    ),
    steps: await count(
      owner
        .selectFrom('editionStep')
        .select('id')
        .where('editionId', '=', editionId)
        .where('transition', '=', 'publish'),
    ),
  }
}

const none: Traces = { state: 'approved', live: 0, addresses: 0, events: 0, steps: 0 }
const whole: Traces = { state: 'published', live: 1, addresses: 1, events: 1, steps: 1 }

test('killed after any statement of a publication, either the whole act stands or nothing of it', async () => {
  const { entryId, editionId } = await approvedEdition('Phường Ba Đình mở điểm đọc sách cuối tuần')
  const script = path.resolve(import.meta.dirname, '../support/publish-and-die.ts')
  let killed = 0
  for (let nth = 1; nth < 60; nth++) {
    const run = spawnSync(
      process.execPath,
      ['--import', 'tsx', script, database.url, String(editionId), newsroom.chief.id, String(nth)],
      { encoding: 'utf8' },
    )
    const traces = await tracesOf(entryId, editionId)
    if (run.signal === 'SIGKILL') {
      killed += 1
      expect(traces, `killed after statement ${nth}`).toEqual(traces.state === 'published' ? whole : none)
      if (traces.state === 'published') break
    } else {
      expect(run.status, run.stderr).toBe(0)
      expect(traces).toEqual(whole)
      break
    }
  }
  expect(killed).toBeGreaterThan(5)
  expect((await verifyChain(database.owner)).ok).toBe(true)
}, 120_000)
