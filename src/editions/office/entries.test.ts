import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk, type Desk } from '../../../tests/support/desk.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { noteKinds, paragraphs } from '../../../tests/support/kind.ts'
import { testOffice, type TestOffice } from '../../../tests/support/session.ts'
import { shellOfficeRoutes } from '../../office/shell-routes.tsx'
import type { Actor } from '../../people/actor.ts'
import { saveEdition } from '../save-edition.ts'
import { editionOfficeRoutes } from './routes.ts'

let database: TestDatabase
let d: Desk
let newsroom: TestOffice

beforeAll(async () => {
  database = await freshDatabase()
  d = await desk(database.db)
  newsroom = testOffice({ db: database.db, routes: [...shellOfficeRoutes, ...editionOfficeRoutes], kinds: noteKinds })
})
afterAll(() => database.drop())

interface Answer {
  status: number
  text: string
  location: string | null
}

const answerOf = async (answer: Response): Promise<Answer> => ({
  status: answer.status,
  text: await answer.text(),
  location: answer.headers.get('location'),
})
const open = async (who: Actor, address: string): Promise<Answer> =>
  answerOf(await newsroom.get(address, await newsroom.cookieOf(who)))
const send = async (who: Actor, address: string, form: Record<string, string>): Promise<Answer> =>
  answerOf(await newsroom.post(address, form, await newsroom.cookieOf(who)))

describe('beside the text', () => {
  test('a comment is made, kept when empty is refused, and marked as done', async () => {
    const { editionId } = await d.upTo('submitted')
    const empty = await send(d.editor, `/ban-thao/${editionId}/gop-y`, { body: ' ', quote: 'khai giảng lớp học bơi' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('>khai giảng lớp học bơi</textarea>')
    expect((await send(d.editor, `/ban-thao/${editionId}/gop-y`, { body: 'Ghi rõ ngày.', quote: '' })).status).toBe(303)
    const page = await open(d.lan, `/ban-thao/${editionId}/duyet`)
    expect(page.text).toContain('Ghi rõ ngày.')
    const comment = /\/gop-y\/(\d+)\/xong/.exec(page.text)?.[1]
    await send(d.lan, `/gop-y/${comment}/xong`, {})
    expect((await open(d.lan, `/ban-thao/${editionId}/duyet`)).text).toContain('Trần Thị Lan đã xử lý')
  })

  test('a preview link is shown once and revoked', async () => {
    const { editionId } = await d.upTo('draft')
    const made = await send(d.lan, `/ban-thao/${editionId}/xem-thu`, { hours: '24' })
    const token = /http:\/\/ba-dinh\.test[^"]*\/xem-thu\/([\w-]{32})/.exec(made.text)?.[1]
    expect(token).toBeDefined()
    expect((await open(d.lan, `/ban-thao/${editionId}/duyet`)).text).not.toContain(token)
    await send(d.lan, `/ban-thao/${editionId}/xem-thu/thu-hoi`, {})
    const link = await database.db
      .selectFrom('previewLink')
      .select('revokedAt')
      .where('editionId', '=', editionId)
      .executeTakeFirstOrThrow()
    expect(link.revokedAt).not.toBeNull()
  })
})

describe('an entry across its versions', () => {
  test('is corrected with a public note; without one nothing opens', async () => {
    const { entryId } = await d.upTo('published')
    expect((await send(d.editor, `/muc/${entryId}/dinh-chinh`, { note: '' })).status).toBe(422)
    const sent = await send(d.editor, `/muc/${entryId}/dinh-chinh`, { note: 'Giờ đúng là 8 giờ.' })
    expect(sent.location).toMatch(/^\/ban-thao\/\d+$/)
    expect((await open(d.editor, `/muc/${entryId}`)).text).toContain('Giờ đúng là 8 giờ.')
  })

  test('shows two texts word by word, and brings the older one back', async () => {
    const { entryId, editionId } = await d.upTo('draft')
    const content = d.text({
      body: paragraphs('Sáng nay, phường Ba Đình bế giảng lớp học bơi.', 'Lớp học kéo dài sáu tuần.'),
    })
    await d.act((tx) => saveEdition(tx, d.lan, { editionId, baseRevision: 1, content, kind: 'save' }, noteKinds))
    const first = await database.db
      .selectFrom('editionSave')
      .select('id')
      .where('editionId', '=', editionId)
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const page = await open(d.lan, `/muc/${entryId}/lich-su?cu=s${first.id}&moi=e${editionId}`)
    expect(page.text).toMatch(/<del>.*bỏ: <\/span>khai<span/)
    expect(page.text).toMatch(/<ins>.*thêm: <\/span>bế<span/)
    await send(d.lan, `/muc/${entryId}/khoi-phuc`, { saveId: String(first.id) })
    const row = await database.db
      .selectFrom('edition')
      .select('content')
      .where('id', '=', editionId)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row.content)).toContain('khai giảng')
  })

  test('a text of another entry is not compared, and not brought back', async () => {
    const mine = await d.upTo('draft')
    const other = await d.upTo('draft', { title: 'Bài khác hẳn' })
    const page = await open(d.lan, `/muc/${mine.entryId}/lich-su?cu=e${other.editionId}&moi=e${mine.editionId}`)
    expect(page.text).not.toContain('id="so-sanh"')
    expect((await send(d.lan, `/muc/${mine.entryId}/khoi-phuc`, { editionId: String(other.editionId) })).status).toBe(
      404,
    )
  })

  test('is offered up, answered with sections by the other portal, and never by its own', async () => {
    const { entryId } = await d.upTo('published', { title: 'Lớp bơi hè của phường' })
    expect(
      (await send(d.editor, `/muc/${entryId}/de-nghi`, { siteId: '', offerNote: 'Mong Thành phố đăng.' })).text,
    ).toContain('>Mong Thành phố đăng.</textarea>')
    expect(
      (
        await send(d.editor, `/muc/${entryId}/de-nghi`, {
          siteId: String(d.city.id),
          offerNote: 'Mong Thành phố đăng.',
        })
      ).status,
    ).toBe(303)
    const offers = await open(d.cityEditor, '/de-nghi')
    expect(offers.text).toContain('Lớp bơi hè của phường')
    const address = `/de-nghi/${d.city.id}/${entryId}/tra-loi`
    expect(
      (await send(d.editor, address, { answer: 'accept', sectionIds: String(d.city.sections['tin-tuc']) })).status,
    ).toBe(404)
    const refused = (await send(d.cityEditor, address, { answer: 'accept' })).text
    expect(refused, 'the keyboard goes to what is missing, on a page of many offers').toMatch(
      /data-focus[^>]*>Hãy chọn ít nhất một chuyên mục/,
    )
    expect(
      (await send(d.cityEditor, address, { answer: 'accept', sectionIds: String(d.city.sections['tin-tuc']) }))
        .location,
    ).toBe('/de-nghi?da=tra-loi')
    expect((await open(d.cityEditor, '/de-nghi')).text).not.toContain('Lớp bơi hè của phường')
    expect((await open(d.editor, '/de-nghi?huong=gui-di')).text).toContain('Đã nhận đăng')
    await send(d.cityChief, `/de-nghi/${d.city.id}/${entryId}/vi-tri`, { featured: 'on', pinnedUntil: '' })
    const placement = await database.db
      .selectFrom('placement')
      .select(['siteId', 'featured'])
      .where('entryId', '=', entryId)
      .orderBy('siteId')
      .execute()
    expect(placement.find((row) => row.siteId === d.city.id)?.featured).toBe(true)
    expect(placement.find((row) => row.siteId === d.ward.id)?.featured).toBe(false)
  })

  test('is declined with a reason only', async () => {
    const { entryId } = await d.upTo('published')
    await send(d.editor, `/muc/${entryId}/de-nghi`, { siteId: String(d.city.id), offerNote: '' })
    const address = `/de-nghi/${d.city.id}/${entryId}/tra-loi`
    expect((await send(d.cityEditor, address, { answer: 'decline', note: ' ' })).status).toBe(422)
    await send(d.cityEditor, address, { answer: 'decline', note: 'Chỉ trong phạm vi phường.' })
    expect((await open(d.editor, `/muc/${entryId}`)).text).toContain('Chỉ trong phạm vi phường.')
  })
})

describe('the shell', () => {
  test('remembers the language and goes back to an address of this office only', async () => {
    const chosen = await newsroom.post('/ngon-ngu', { 'ngon-ngu': 'en', tiep: '/bai-viet?q=a' })
    expect(chosen.headers.get('location')).toBe('/bai-viet?q=a')
    expect(chosen.headers.get('set-cookie')).toContain('khue_lang=en')
    expect(
      (await newsroom.post('/ngon-ngu', { 'ngon-ngu': 'en', tiep: '//evil.example/x' })).headers.get('location'),
    ).toBe('/')
    const english = await newsroom.get('/', `${await newsroom.cookieOf(d.lan)}; khue_lang=en`)
    expect(await english.text()).toContain('My work')
  })

  test('shows the keys on a plain page', async () => {
    expect((await open(d.lan, '/phim-tat')).text).toContain('<kbd>g</kbd>')
  })
})
