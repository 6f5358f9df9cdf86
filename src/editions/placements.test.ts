import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk, type Desk } from '../../tests/support/desk.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { noteKinds } from '../../tests/support/kind.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { decideOffer } from './decide-offer.ts'
import { endPlacement } from './end-placement.ts'
import { featurePlacement } from './feature-placement.ts'
import { offerEntry } from './offer-entry.ts'
import { offersFor, placementsOf } from './placement-queries.ts'
import { withdrawEdition } from './withdraw-edition.ts'

let database: TestDatabase
let d: Desk
beforeAll(async () => {
  database = await freshDatabase()
  d = await desk(database.db)
})
afterAll(() => database.drop())

const refusal = (work: Promise<unknown>): Promise<readonly string[]> =>
  work.then(
    () => ['allowed'],
    (error: unknown) =>
      error instanceof Refused ? error.codes : [error instanceof Forbidden ? 'forbidden' : String(error)],
  )
const offer = (by: Actor, entryId: number, siteId = d.city.id): Promise<void> =>
  d.act((tx) => offerEntry(tx, by, { entryId, siteId, note: 'Mời Thành phố đăng' }))
const decide = (
  by: Actor,
  entryId: number,
  accept = true,
  sectionIds = [d.city.sections['tin-tuc'] as number],
): Promise<void> => d.act((tx) => decideOffer(tx, by, { entryId, siteId: d.city.id, accept, sectionIds }, noteKinds))
const onCity = async (entryId: number): Promise<string[]> =>
  (
    await database.delivery
      .selectFrom('liveItem')
      .select('path')
      .where('entryId', '=', entryId)
      .where('siteId', '=', d.city.id)
      .execute()
  ).map((row) => row.path)

test('a ward offers, nothing changes; the city accepts, and the text stands on both; its withdrawal reaches the copy', async () => {
  const { entryId, editionId } = await d.upTo('published', { title: 'Phố đi bộ mở lại' })
  await offer(d.editor, entryId)
  expect(await onCity(entryId)).toEqual([])
  const waiting = await offersFor(database.db, d.cityEditor, { direction: 'received', state: 'offered' })
  expect(waiting.rows).toMatchObject([
    {
      entryId,
      title: 'Phố đi bộ mở lại',
      homeSiteId: d.ward.id,
      path: '/bai-viet/pho-di-bo-mo-lai',
      host: 'ba-dinh.test',
    },
  ])
  expect((await offersFor(database.db, d.lan, { direction: 'received' })).rows).toEqual([])
  expect((await offersFor(database.db, d.editor, { direction: 'sent' })).rows.length).toBe(1)
  await decide(d.cityEditor, entryId)
  expect(await onCity(entryId)).toEqual(['/bai-viet/pho-di-bo-mo-lai'])
  const sections = await database.delivery
    .selectFrom('liveSectionItem')
    .select('sectionId')
    .where('entryId', '=', entryId)
    .execute()
  expect(sections.map((row) => row.sectionId).toSorted()).toEqual(
    [d.ward.sections['tin-tuc'], d.city.sections['tin-tuc']].toSorted(),
  )
  await d.act((tx) => withdrawEdition(tx, d.chief, { editionId, reason: 'Hoãn' }, noteKinds))
  expect(await onCity(entryId)).toEqual([])
  expect(
    (await database.delivery.selectFrom('goneItem').select('siteId').where('entryId', '=', entryId).execute()).length,
  ).toBe(2)
})

test('a ward can do nothing on the city’s portal but ask', async () => {
  const { entryId } = await d.upTo('published')
  expect(await refusal(offer(d.lan, entryId))).toEqual(['forbidden'])
  expect(await refusal(offer(d.cityEditor, entryId))).toEqual(['forbidden'])
  expect(await refusal(decide(d.cityEditor, entryId))).toEqual(['no-offer'])
  await offer(d.editor, entryId)
  expect(await refusal(offer(d.editor, entryId))).toEqual(['offered-already'])
  expect(await refusal(decide(d.chief, entryId))).toEqual(['forbidden'])
  expect(
    await refusal(
      d.act((tx) => featurePlacement(tx, d.chief, { entryId, siteId: d.city.id, featured: true, pinnedUntil: null })),
    ),
  ).toEqual(['forbidden'])
  expect(await refusal(offer(d.editor, entryId, d.ward.id))).toEqual(['own-site'])
})

test('the city needs a section of its own, and what is offered must still be live', async () => {
  const { entryId, editionId } = await d.upTo('published')
  expect(await refusal(offer(d.editor, (await d.upTo('approved')).entryId))).toEqual(['not-live'])
  await offer(d.editor, entryId)
  expect(await refusal(decide(d.cityEditor, entryId, true, []))).toEqual(['section-missing'])
  expect(await refusal(decide(d.cityEditor, entryId, true, [d.ward.sections['tin-tuc'] as number]))).toEqual([
    'section-gone',
  ])
  await d.act((tx) => withdrawEdition(tx, d.chief, { editionId, reason: 'Sai' }, noteKinds))
  expect(await refusal(decide(d.cityEditor, entryId))).toEqual(['not-live'])
})

test('the city declines, the ward asks again, takes its offer back, asks once more; the city accepts and later stops', async () => {
  const { entryId } = await d.upTo('published', { title: 'Ngày hội đọc sách' })
  const end = (by: Actor): Promise<void> => d.act((tx) => endPlacement(tx, by, { entryId, siteId: d.city.id }))
  await offer(d.editor, entryId)
  await decide(d.cityEditor, entryId, false, [])
  await offer(d.editor, entryId)
  await end(d.editor)
  await offer(d.editor, entryId)
  await decide(d.cityEditor, entryId)
  expect(await refusal(end(d.editor))).toEqual(['forbidden'])
  await end(d.cityEditor)
  expect(await onCity(entryId)).toEqual([])
  expect(await refusal(end(d.cityEditor))).toEqual(['not-placed'])
  expect((await placementsOf(database.db, entryId)).map((one) => one.state)).toEqual(['home', 'ended'])
})

test('each portal chooses what stands at its own top', async () => {
  const { entryId } = await d.upTo('published')
  const until = new Date(Date.now() + 86_400_000)
  const feature = (by: Actor, pinnedUntil: Date | null): Promise<void> =>
    d.act((tx) => featurePlacement(tx, by, { entryId, siteId: d.ward.id, featured: true, pinnedUntil }))
  expect(await refusal(feature(d.editor, until))).toEqual(['forbidden'])
  expect(await refusal(feature(d.secretary, new Date(Date.now() - 1000)))).toEqual(['pin-past'])
  await feature(d.secretary, until)
  const live = await database.delivery
    .selectFrom('liveItem')
    .select(['featured', 'pinnedUntil'])
    .where('entryId', '=', entryId)
    .execute()
  expect(live).toEqual([{ featured: true, pinnedUntil: until }])
})
