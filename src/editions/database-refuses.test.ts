import { sql, type Updateable } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk, type Desk } from '../../tests/support/desk.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { brokenConstraint } from '../database/connect.ts'
import type { Edition } from '../database/schema.ts'
import { states, transitions, type Chain, type Rule, type State } from './edition.ts'

// What someone with psql, or a command with a fault, still cannot do.
let database: TestDatabase
let d: Desk
beforeAll(async () => {
  database = await freshDatabase()
  d = await desk(database.db)
})
afterAll(() => database.drop())

const change = (id: number, set: Updateable<Edition>): Promise<string> =>
  database.owner
    .updateTable('edition')
    .set(set)
    .where('id', '=', id)
    .execute()
    .then(
      () => 'done',
      (error: unknown) => brokenConstraint(error) ?? String(error),
    )

test('the table of steps in SQL says what the one in edition.ts says', async () => {
  const rules: [string, Rule][] = Object.entries(transitions)
  for (const chain of ['full', 'short'] as Chain[]) {
    for (const emergency of [false, true]) {
      const may = (was: State, is: State): boolean =>
        was !== is &&
        rules.some(
          ([step, rule]) =>
            rule.to === is &&
            rule.from.includes(was) &&
            (rule.chain ?? chain) === chain &&
            (emergency || step !== 'publishInEmergency'),
        )
      const wanted = states.flatMap((was) => states.filter((is) => may(was, is)).map((is) => `${was} ${is}`))
      const { rows } = await sql<{ pair: string }>`
        select was || ' ' || becomes as pair from unnest(${sql.lit(`{${states.join(',')}}`)}::text[]) was, unnest(${sql.lit(`{${states.join(',')}}`)}::text[]) becomes
        where was <> becomes and edition_may_become(was, becomes, ${chain}, ${emergency})`.execute(database.owner)
      expect(rows.map((row) => row.pair).toSorted()).toEqual(wanted.toSorted())
    }
  }
})

describe('direct SQL cannot', () => {
  test('publish what nobody approved', async () => {
    const { editionId } = await d.upTo('reviewed')
    expect(await change(editionId, { state: 'published', publishedAt: new Date() })).toBe('23514')
    expect(await change(editionId, { state: 'approved' })).toBe('approved_has_approver')
  })

  test('leave out the editor in the full chain, nor change the chain on the way', async () => {
    const { editionId } = await d.upTo('submitted')
    expect(await change(editionId, { state: 'approved', approvedBy: d.chief.id })).toBe('23514')
    expect(await change(editionId, { chain: 'short' })).toBe('23514')
  })

  test('let an author, a submitter, or whose words it took over approve', async () => {
    const { editionId } = await d.upTo('reviewed')
    expect(await change(editionId, { state: 'approved', approvedBy: d.lan.id })).toMatch(/^approver_is_not/)
    await change(editionId, { textAuthors: [d.chief.id] })
    expect(await change(editionId, { state: 'approved', approvedBy: d.chief.id })).toBe('approver_wrote_none_of_it')
    expect(await change(editionId, { textAuthors: [] })).toBe('23514')
    expect(await change(editionId, { authorId: d.editor.id })).toBe('23514')
  })

  test('restore words without their author coming along, over any number of hands', async () => {
    const first = await d.upTo('draft')
    await change(first.editionId, { state: 'discarded' })
    const insert = async (version: number, author: string, restoredFrom: number): Promise<number> => {
      const row = await database.owner
        .insertInto('edition')
        .values({
          entryId: first.entryId,
          siteId: d.ward.id,
          kind: 'article',
          version,
          chain: 'full',
          content: JSON.stringify(d.text()),
          authorId: author,
          updatedBy: author,
          restoredFrom,
          state: 'discarded',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return row.id
    }
    const third = await insert(3, d.secretary.id, await insert(2, d.editor.id, first.editionId))
    const { textAuthors } = await database.owner
      .selectFrom('edition')
      .select('textAuthors')
      .where('id', '=', third)
      .executeTakeFirstOrThrow()
    expect(textAuthors.toSorted()).toEqual([d.editor.id, d.lan.id].toSorted())
  })

  test('change an approved text, withdraw without a reason, or have two live versions', async () => {
    const { entryId, editionId } = await d.upTo('published')
    expect(await change(editionId, { content: JSON.stringify(d.text({ title: 'Khác' })) })).toBe('23514')
    expect(await change(editionId, { state: 'withdrawn' })).toBe('withdrawal_has_reason')
    const second = database.owner
      .insertInto('edition')
      .values({
        entryId,
        siteId: d.ward.id,
        kind: 'article',
        version: 2,
        chain: 'full',
        content: JSON.stringify(d.text()),
        authorId: d.lan.id,
        updatedBy: d.lan.id,
        state: 'published',
        publishedAt: new Date(),
        approvedBy: d.chief.id,
      })
      .execute()
    await expect(second).rejects.toMatchObject({ constraint: 'one_live_edition_per_entry' })
  })

  test('put a text on another portal that did not ask for it', async () => {
    const { entryId } = await d.upTo('published')
    const push = database.owner
      .insertInto('placement')
      .values({ entryId, siteId: d.city.id, state: 'accepted', decidedBy: d.cityEditor.id })
      .execute()
    await expect(push).rejects.toThrow(/must be offered/)
    await database.owner.insertInto('placement').values({ entryId, siteId: d.city.id, state: 'offered' }).execute()
    const accept = database.owner
      .updateTable('placement')
      .set({ state: 'accepted', decidedBy: d.chief.id })
      .where('entryId', '=', entryId)
      .where('siteId', '=', d.city.id)
    await expect(accept.execute()).rejects.toThrow(/by an editor of portal/)
  })

  test('make another portal’s file public by naming it', async () => {
    const file = await database.owner
      .insertInto('media')
      .values({
        siteId: d.city.id,
        sha256: 'a'.repeat(64),
        kind: 'image',
        mime: 'image/png',
        bytes: 1,
        name: 'mật.png',
        createdBy: d.cityEditor.id,
        state: 'ready',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { entryId, editionId } = await d.upTo('draft', { attachments: [{ mediaId: file.id, name: 'x' }] })
    await change(editionId, { state: 'published', publishedAt: new Date(), emergencyReason: 'Thử' })
    expect(
      await database.owner.selectFrom('liveMedia').select('mediaId').where('entryId', '=', entryId).execute(),
    ).toEqual([])
  })
})
