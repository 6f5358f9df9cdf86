import { afterAll, beforeAll, expect, test } from 'vitest'
import { newsroomOf, type Newsroom } from '../../tests/support/articles.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import { inTransaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { nameInEnglish, type EnglishNames } from './name-in-english.ts'
import { sitesOfficeRoutes } from './office/routes.ts'

let database: TestDatabase
let newsroom: Newsroom
let office: TestOffice

beforeAll(async () => {
  database = await freshDatabase()
  newsroom = await newsroomOf(database.db)
  office = testOffice({ db: database.db, routes: sitesOfficeRoutes, kinds: new Map() })
})
afterAll(() => database.drop())

const none: EnglishNames = { nameEn: null, shortNameEn: null, taglineEn: null, agencyEn: null, governingBodyEn: null }
const events = async (): Promise<number> =>
  (await database.owner.selectFrom('auditHead').select('lastId').executeTakeFirstOrThrow()).lastId
const section = () => newsroom.ward.sections['tin-tuc']!
const nameOf = async (): Promise<string | null> =>
  (await database.db.selectFrom('section').select('nameEn').where('id', '=', section()).executeTakeFirstOrThrow())
    .nameEn

test('the administrator of a portal names it and its sections in English, in one event; the same again is none', async () => {
  const act = {
    siteId: newsroom.ward.id,
    names: { ...none, nameEn: 'Portal of Ba Đình Ward' },
    sections: [{ id: section(), nameEn: 'News', descriptionEn: null }],
  }
  const before = await events()
  await inTransaction(database.db, (tx) => nameInEnglish(tx, newsroom.admin, act))
  expect(await events()).toBe(before + 1)
  expect(await nameOf()).toBe('News')
  await inTransaction(database.db, (tx) => nameInEnglish(tx, newsroom.admin, act))
  expect(await events()).toBe(before + 1)
})

test('sections of another portal are left alone, and an editor is refused', async () => {
  const foreign = newsroom.city.sections['tin-tuc']!
  const act = {
    siteId: newsroom.ward.id,
    names: none,
    sections: [{ id: foreign, nameEn: 'Stolen', descriptionEn: null }],
  }
  await inTransaction(database.db, (tx) => nameInEnglish(tx, newsroom.admin, act))
  const { nameEn } = await database.db
    .selectFrom('section')
    .select('nameEn')
    .where('id', '=', foreign)
    .executeTakeFirstOrThrow()
  expect(nameEn).toBeNull()
  await expect(inTransaction(database.db, (tx) => nameInEnglish(tx, newsroom.editor, act))).rejects.toThrow(Forbidden)
})

test('a name that is too long comes back beside its field with everything typed', async () => {
  const cookie = await office.cookieOf(newsroom.admin)
  const address = `/cong/${newsroom.ward.id}/tieng-anh`
  const typed = { nameEn: 'Portal of the ward', [`nameEn-${section()}`]: 'N'.repeat(130) }
  const refused = await office.post(address, typed, cookie)
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toContain('Dài quá 120 ký tự')
  expect(html).toContain(`value="${'N'.repeat(130)}"`)
  expect(html).toContain('value="Portal of the ward"')
  const saved = await office.post(address, { nameEn: '', [`nameEn-${section()}`]: 'Local news' }, cookie)
  expect(saved.headers.get('location')).toBe(`${address}?da-luu=1`)
  expect(await nameOf()).toBe('Local news')
})
