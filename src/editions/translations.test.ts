import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk, type Desk } from '../../tests/support/desk.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { noteKinds } from '../../tests/support/kind.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound } from '../refusals.ts'
import { linkTranslation } from './link-translation.ts'
import { editionOfficeRoutes } from './office/routes.ts'
import { saveEdition } from './save-edition.ts'
import { startTranslation } from './start-translation.ts'
import { submitEdition } from './submit-edition.ts'
import { otherVersionOf } from './translation-queries.ts'
import { unlinkTranslation } from './unlink-translation.ts'

let database: TestDatabase
let d: Desk
let office: TestOffice

beforeAll(async () => {
  database = await freshDatabase()
  d = await desk(database.db)
  office = testOffice({ db: database.db, routes: editionOfficeRoutes, kinds: noteKinds })
})
afterAll(() => database.drop())

const other = (entryId: number) => otherVersionOf(database.db, entryId)
const english = (title = 'Swimming lessons for children') => d.upTo('published', { title, language: 'en' })
const start = (by: Actor, entryId: number) => d.act((tx) => startTranslation(tx, by, { entryId }, noteKinds))
const link = (by: Actor, entryId: number, otherId: number) =>
  d.act((tx) => linkTranslation(tx, by, { entryId, otherId }))
const contentOf = async (editionId: number): Promise<Record<string, unknown>> =>
  (await database.db.selectFrom('edition').select('content').where('id', '=', editionId).executeTakeFirstOrThrow())
    .content as Record<string, unknown>

describe('a version in English', () => {
  test('begins as a linked draft with the structure, and without title it cannot be sent for approval', async () => {
    const { entryId } = await d.upTo('published')
    const before = await d.events()
    const made = await start(d.lan, entryId)
    expect(await d.events()).toBe(before + 1)
    const content = await contentOf(made.editionId)
    expect(content).toMatchObject({ language: 'en', title: '', summary: '', slug: '' })
    expect(content.body).toEqual(d.text().body)
    expect((await other(entryId))?.entryId).toBe(made.entryId)
    expect((await other(made.entryId))?.entryId).toBe(entryId)
    await expect(d.act((tx) => submitEdition(tx, d.lan, made, noteKinds))).rejects.toThrow('title-missing')
  })

  test('is one: a second cannot be begun or linked', async () => {
    const { entryId } = await d.upTo('published')
    await start(d.editor, entryId)
    await expect(start(d.editor, entryId)).rejects.toThrow('version-exists')
    const { entryId: another } = await english()
    await expect(link(d.editor, entryId, another)).rejects.toThrow('version-exists')
    await expect(link(d.editor, another, entryId)).rejects.toThrow('other-linked')
  })

  test('keeps its language while it is linked, and may change it afterwards', async () => {
    const { entryId } = await d.upTo('published')
    const made = await start(d.lan, entryId)
    const save = async (language: 'vi' | 'en', title: string) => {
      const { revision } = await database.db
        .selectFrom('edition')
        .select('revision')
        .where('id', '=', made.editionId)
        .executeTakeFirstOrThrow()
      const content = { ...d.text({ title }), language }
      return d.act((tx) =>
        saveEdition(tx, d.lan, { editionId: made.editionId, baseRevision: revision, content, kind: 'save' }, noteKinds),
      )
    }
    await expect(save('vi', 'Tiếng Việt')).rejects.toThrow('language-linked')
    expect((await save('en', 'In English')).outcome).toBe('saved')
    await d.act((tx) => unlinkTranslation(tx, d.lan, { entryId: made.entryId }))
    expect((await save('vi', 'Tiếng Việt')).outcome).toBe('saved')
    expect(await other(entryId)).toBeUndefined()
  })

  test('is begun by nobody outside the portal', async () => {
    const { entryId } = await d.upTo('published')
    await expect(start(d.cityEditor, entryId)).rejects.toThrow(NotFound)
    await expect(start(d.auditor, entryId)).rejects.toThrow(Forbidden)
  })
})

describe('two articles that exist', () => {
  test('are linked, each event once, and unlinked', async () => {
    const [vi, en] = [await d.upTo('published'), await english()]
    const before = await d.events()
    await link(d.editor, en.entryId, vi.entryId)
    expect(await d.events()).toBe(before + 1)
    expect((await other(vi.entryId))?.entryId).toBe(en.entryId)
    await d.act((tx) => unlinkTranslation(tx, d.editor, { entryId: vi.entryId }))
    expect(await other(en.entryId)).toBeUndefined()
    await expect(d.act((tx) => unlinkTranslation(tx, d.editor, { entryId: vi.entryId }))).rejects.toThrow('no-version')
  })

  test('are refused when both are in one language, and to a contributor who wrote neither', async () => {
    const [one, two] = [await d.upTo('published'), await d.upTo('published')]
    await expect(link(d.editor, one.entryId, two.entryId)).rejects.toThrow('same-language')
    const en = await english()
    await expect(link(d.cityEditor, one.entryId, en.entryId)).rejects.toThrow(NotFound)
  })
})

describe('on the screen of an article', () => {
  const open = async (who: Actor, address: string): Promise<string> =>
    (await office.get(address, await office.cookieOf(who))).text()
  const send = async (who: Actor, address: string, form: Record<string, string>): Promise<Response> =>
    office.post(address, form, await office.cookieOf(who))

  test('an editor links the English version by its address, and is told when there is none there', async () => {
    const [vi, en] = [await d.upTo('published'), await english('Pool opening hours')]
    const { path } = await database.db
      .selectFrom('address')
      .select('path')
      .where('entryId', '=', en.entryId)
      .executeTakeFirstOrThrow()
    expect(await open(d.editor, `/muc/${vi.entryId}`)).toContain('Pool opening hours')
    const wrong = await send(d.editor, `/muc/${vi.entryId}/ban-dich/lien-ket`, { address: '/bai-viet/khong-co' })
    expect(wrong.status).toBe(422)
    const text = await wrong.text()
    expect(text).toContain('Không có bài nào của cổng này ở địa chỉ đó.')
    expect(text).toContain('value="/bai-viet/khong-co"')
    expect((await send(d.editor, `/muc/${vi.entryId}/ban-dich/lien-ket`, {})).status).toBe(422)
    const linked = await send(d.editor, `/muc/${vi.entryId}/ban-dich/lien-ket`, {
      address: `https://ba-dinh.test${path}?x=1`,
    })
    expect(linked.headers.get('location')).toBe(`/muc/${vi.entryId}?da=lien-ket`)
    expect(await open(d.editor, `/muc/${vi.entryId}?da=lien-ket`)).toContain(`href="/muc/${en.entryId}"`)
    expect((await send(d.editor, `/muc/${vi.entryId}/ban-dich/bo`, {})).status).toBe(303)
  })

  test('a contributor begins one, and comes to its writing screen', async () => {
    const { entryId } = await d.upTo('published')
    const begun = await send(d.lan, `/muc/${entryId}/ban-dich`, {})
    expect(begun.headers.get('location')).toMatch(/^\/ban-thao\/\d+$/)
  })
})
