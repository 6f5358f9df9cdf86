import { Document, HeadingLevel, ImageRun, Packer, Paragraph } from 'docx'
import { HtmlValidate } from 'html-validate'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { person } from '../../../tests/support/people.ts'
import { network, type TestNetwork } from '../../../tests/support/sites.ts'
import { writingOffice, type WritingOffice } from '../../../tests/support/writing-office.ts'
import { inTransaction } from '../../database/connect.ts'
import type { Content } from '../../editions/content.ts'
import { createEntry } from '../../editions/create-entry.ts'
import type { Actor } from '../../people/actor.ts'
import { articleKind } from '../article.ts'

let database: TestDatabase
let sites: TestNetwork
let office: WritingOffice
let lan: Actor
let minh: Actor
let xa: Actor
let soi: Actor

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  lan = await person(database.db, 'Nguyễn Thị Lan', [{ siteId: sites.ward.id, role: 'contributor' }])
  minh = await person(database.db, 'Trần Minh', [{ siteId: sites.ward.id, role: 'editor' }])
  xa = await person(database.db, 'Người Phường Khác', [{ siteId: sites.otherWard.id, role: 'chief_editor' }])
  soi = await person(database.db, 'Thanh Tra', [{ siteId: null, role: 'auditor' }])
  office = await writingOffice(database, [lan, minh, xa, soi])
})
afterAll(async () => {
  await office?.stop()
  await database?.drop()
})

const draft = (change: Partial<Content> = {}): Promise<{ editionId: number; entryId: number }> =>
  inTransaction(database.db, (tx) =>
    createEntry(
      tx,
      lan,
      {
        siteId: sites.ward.id,
        kind: 'article',
        content: { ...articleKind.empty(), title: 'Ra quân đầu xuân', ...change },
      },
      office.kinds,
    ),
  )
const standing = (id: number) =>
  database.db
    .selectFrom('edition')
    .select(['content', 'revision', 'title'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const form = (values: Record<string, string | string[]>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  ),
})
const json = (value: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  body: JSON.stringify(value),
})
const events = async (id: number) =>
  (
    await database.db
      .selectFrom('auditEvent')
      .select('action')
      .where('subjectId', '=', String(id))
      .where('subjectKind', '=', 'edition')
      .execute()
  ).map(({ action }) => action)
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

test('Lan begins an article and lands on its writing screen', async () => {
  const begun = await office.request(
    `/cong/${sites.ward.id}/bai-viet/moi`,
    lan,
    form({ 'tieu-de': 'Chợ Châu Long mở lại', 'the-loai': 'feature' }),
  )
  expect(begun.status).toBe(303)
  const screen = await office.request(begun.headers.get('location')!, lan)
  expect(screen.status).toBe(200)
  expect(await screen.text()).toContain('Chợ Châu Long mở lại')
  const refused = await office.request(`/cong/${sites.ward.id}/bai-viet/moi`, lan, form({ 'tieu-de': '  ' }))
  expect(refused.status).toBe(422)
  expect((await office.request('/bai-viet/moi', lan)).headers.get('location')).toBe(
    `/cong/${sites.ward.id}/bai-viet/moi`,
  )
})

test('without script Lan saves the form: words, sections, a new byline, and the address shows it is saved', async () => {
  const { editionId } = await draft()
  const saved = await office.request(
    `/ban-thao/${editionId}`,
    lan,
    form({
      revision: '1',
      'tieu-de': 'Ra quân',
      sapo: 'Sáng nay.',
      'noi-dung': '## Kết quả\n\nHơn **200** người.\n\n- Tổ 1\n- Tổ 2',
      'phan-loai-co': '1',
      'chuyen-muc': String(sites.ward.sections['tin-tuc']),
      'tac-gia': ['Ban Biên tập', ''],
      'phan-viec': ['text', 'text'],
      'tu-khoa': 'môi trường, xuân',
    }),
  )
  expect(saved.headers.get('location')).toBe(`/ban-thao/${editionId}?da-luu=1`)
  const { content } = await standing(editionId)
  const kept = content as unknown as Content
  expect(kept.body.content.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'bulletList'])
  expect(kept.credits.map(({ name, part }) => [name, part])).toEqual([['Ban Biên tập', 'text']])
  expect(kept.sectionIds).toEqual([sites.ward.sections['tin-tuc']])
  expect(kept.tags).toEqual(['môi trường', 'xuân'])
  expect(await (await office.request(`/ban-thao/${editionId}?da-luu=1`, lan)).text()).toContain('Hơn **200** người.')
})

test('a text too rich for a plain box is shown, not offered for typing, and survives a save without script', async () => {
  const body = {
    type: 'doc' as const,
    content: [
      {
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('Tổ 1')] }] }],
      },
    ],
  }
  const { editionId } = await draft({ body })
  const screen = await (await office.request(`/ban-thao/${editionId}`, lan)).text()
  expect(screen).not.toContain('name="noi-dung"')
  await office.request(`/ban-thao/${editionId}`, lan, form({ revision: '1', 'tieu-de': 'Tên khác' }))
  const { content, title } = await standing(editionId)
  expect(title).toBe('Tên khác')
  expect((content as unknown as Content).body).toEqual(body)
})

test('an address of a source that cannot be used is said beside its field, with all that was typed', async () => {
  const { editionId } = await draft()
  const refused = await office.request(
    `/ban-thao/${editionId}`,
    lan,
    form({ revision: '1', 'tieu-de': 'Vừa gõ', 'dia-chi-nguon': 'javascript:alert(1)' }),
  )
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Vừa gõ')
  expect(page).toContain('id="o-dia-chi-nguon-error"')
  expect((await standing(editionId)).revision).toBe(1)
})

test('an autosave raises the revision, names what is dropped, and is no act', async () => {
  const { editionId } = await draft()
  const before = await events(editionId)
  const content = {
    ...articleKind.empty(),
    title: 'Ra quân',
    body: { type: 'doc', content: [paragraph('Một'), { type: 'codeBlock', content: [{ type: 'text', text: 'hai' }] }] },
  }
  const answer = await office.request(
    `/ban-thao/${editionId}/noi-dung`,
    lan,
    json({ baseRevision: 1, kind: 'autosave', content }),
  )
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ outcome: 'saved', revision: 2, dropped: ['khối “codeBlock”'] })
  expect(await events(editionId)).toEqual(before)
})

test('two who save upon the same text meet a conflict: nothing is overwritten, both texts are kept', async () => {
  const { editionId } = await draft()
  const save = (as: Actor, title: string) =>
    office.request(
      `/ban-thao/${editionId}/noi-dung`,
      as,
      json({ baseRevision: 1, kind: 'save', content: { ...articleKind.empty(), title } }),
    )
  expect((await save(lan, 'Bản của Lan')).status).toBe(200)
  const conflict = await save(minh, 'Bản của Minh')
  expect(conflict.status).toBe(409)
  const answer = (await conflict.json()) as { saveId: number; theirs: { content: Content; name: string } }
  expect([answer.theirs.content.title, answer.theirs.name]).toEqual(['Bản của Lan', lan.name])
  expect((await standing(editionId)).title).toBe('Bản của Lan')
  const kept = await database.db
    .selectFrom('editionSave')
    .select('content')
    .where('id', '=', answer.saveId)
    .executeTakeFirstOrThrow()
  expect((kept.content as unknown as Content).title).toBe('Bản của Minh')
  const page = await office.request(
    `/ban-thao/${editionId}`,
    minh,
    form({ revision: '1', 'tieu-de': 'Minh, không script' }),
  )
  expect(page.status).toBe(409)
  expect(await page.text()).toContain('Bản của Lan')
})

test('who may not write gets no text: another portal 404, an auditor only reads, a stranger signs in', async () => {
  const { editionId } = await draft()
  const content = articleKind.empty()
  expect((await office.request(`/ban-thao/${editionId}`, xa)).status).toBe(404)
  expect(
    (await office.request(`/ban-thao/${editionId}/noi-dung`, xa, json({ baseRevision: 1, kind: 'save', content })))
      .status,
  ).toBe(404)
  expect(
    (await office.request(`/ban-thao/${editionId}/noi-dung`, soi, json({ baseRevision: 1, kind: 'save', content })))
      .status,
  ).toBe(403)
  expect((await office.request(`/ban-thao/${editionId}`, soi)).headers.get('location')).toBe(
    `/ban-thao/${editionId}/duyet`,
  )
  expect(
    (
      await office.request(
        `/ban-thao/${editionId}/noi-dung`,
        undefined,
        json({ baseRevision: 1, kind: 'save', content }),
      )
    ).status,
  ).toBe(401)
  for (const body of ['', '[]', '{"baseRevision":"1","content":{}}', '{']) {
    expect(
      (
        await office.request(`/ban-thao/${editionId}/noi-dung`, lan, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json', accept: 'application/json' },
        })
      ).status,
    ).toBe(400)
  }
})

test('a Word file comes in with its picture; a file that is none is refused beside its field', async () => {
  const { editionId } = await draft({ title: 'Ra quân' })
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } })
    .png()
    .toBuffer()
  const word = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: 'Kết quả', heading: HeadingLevel.HEADING_1 }),
            new Paragraph('Hơn 200 người.'),
            new Paragraph({
              children: [new ImageRun({ type: 'png', data: picture, transformation: { width: 40, height: 30 } })],
            }),
          ],
        },
      ],
    }),
  )
  const send = (body: Buffer, name: string, revision: string) => {
    const values = new FormData()
    values.set('revision', revision)
    values.set('tep', new File([new Uint8Array(body)], name))
    return office.request(`/ban-thao/${editionId}/nhap-docx`, lan, { method: 'POST', body: values })
  }
  const imported = await send(word, 'bai.docx', '1')
  expect(imported.headers.get('location')).toContain('da-nhap=1')
  const { content } = await standing(editionId)
  const { body } = content as unknown as Content
  expect(body.content.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'image'])
  const media = await database.db
    .selectFrom('media')
    .select(['id', 'kind', 'siteId'])
    .where('id', '=', Number(body.content[2]?.attrs?.mediaId))
    .executeTakeFirstOrThrow()
  expect(media).toMatchObject({ kind: 'image', siteId: sites.ward.id })
  const refused = await send(Buffer.from('không phải Word'), 'x.docx', '2')
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('id="o-tep-error"')
})

test('colleagues see each other, and comment on a passage', async () => {
  const { editionId } = await draft()
  await office.request(`/ban-thao/${editionId}/nguoi-dang-sua`, minh, json({ typing: true }))
  const seen = await office.request(`/ban-thao/${editionId}/nguoi-dang-sua`, lan, json({ typing: false }))
  expect(await seen.json()).toEqual({ people: [{ name: minh.name, typing: true }], revision: 1, savedBy: lan.name })
  const said = await office.request(`/ban-thao/${editionId}/gop-y-moi`, minh, {
    ...form({ quote: 'đầu xuân', body: 'Nói rõ ngày?' }),
    headers: { accept: 'application/json' },
  })
  expect(await said.json()).toMatchObject({ comments: [{ quote: 'đầu xuân', body: 'Nói rõ ngày?', name: minh.name }] })
  expect(await (await office.request(`/ban-thao/${editionId}`, lan)).text()).toContain('Nói rõ ngày?')
})

test('a byline named twice is one author', async () => {
  const name = (text: string) =>
    office
      .request(`/cong/${sites.ward.id}/tac-gia`, lan, json({ name: text }))
      .then((answer) => answer.json() as Promise<{ id: number }>)
  const [first, second] = await Promise.all([name('Phòng Văn hóa'), name(' phòng  VĂN HÓA ')])
  expect(first.id).toBe(second.id)
  expect((await office.request(`/cong/${sites.ward.id}/tac-gia`, xa, json({ name: 'X' }))).status).toBe(404)
})

test('the pages are valid HTML, and the writing screen is drawn in well under a tenth of a second', async () => {
  const { editionId } = await draft({ body: { type: 'doc', content: [paragraph('Một')] } })
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { 'long-title': 'off', 'require-sri': 'off' },
  })
  for (const address of [`/ban-thao/${editionId}`, `/cong/${sites.ward.id}/bai-viet/moi`]) {
    const report = await validator.validateString(await (await office.request(address, lan)).text())
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, selector }) => `${ruleId} ${message} ${selector}`),
      ),
    ).toEqual([])
  }
  const times: number[] = []
  for (let run = 0; run < 9; run++) {
    const started = performance.now()
    await (await office.request(`/ban-thao/${editionId}`, lan)).text()
    times.push(performance.now() - started)
  }
  expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(100)
})

test('without script Lan chooses the lead picture, pictures of the gallery and files, and takes them out again; another portal’s files stay out', async () => {
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#39a' } })
    .png()
    .toBuffer()
  const other = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#93a' } })
    .png()
    .toBuffer()
  const upload = async (siteId: number, as: Actor, name: string, body: Buffer): Promise<number> => {
    const values = new FormData()
    values.set('tep', new File([new Uint8Array(body)], name))
    const answer = await office.request(`/cong/${siteId}/tep`, as, {
      method: 'POST',
      body: values,
      headers: { accept: 'application/json' },
    })
    return ((await answer.json()) as { mediaId: number }).mediaId
  }
  const [first, second] = [
    await upload(sites.ward.id, lan, 'cho.png', png),
    await upload(sites.ward.id, lan, 'dinh.png', other),
  ]
  const foreign = await upload(sites.otherWard.id, xa, 'la.png', png)
  await database.db.updateTable('media').set({ alt: 'Chợ buổi sáng', source: 'Lan' }).where('id', '=', first).execute()
  const { editionId } = await draft()
  const screen = await (await office.request(`/ban-thao/${editionId}`, lan)).text()
  expect(screen).toContain('Chợ buổi sáng (cho.png)')
  expect(screen).toContain('dinh.png (thiếu mô tả)')
  expect(screen).not.toContain('la.png')
  await office.request(
    `/ban-thao/${editionId}`,
    lan,
    form({
      revision: '1',
      'anh-dai-dien': String(first),
      'bo-anh-co': '1',
      'bo-anh': [String(second), String(foreign)],
    }),
  )
  const chosen = (await standing(editionId)).content as unknown as Content
  expect(chosen.lead).toEqual({ mediaId: first, alt: 'Chợ buổi sáng', caption: '', source: 'Lan' })
  expect(chosen.gallery.map(({ mediaId }) => mediaId)).toEqual([second])
  await office.request(
    `/ban-thao/${editionId}`,
    lan,
    form({ revision: '2', 'anh-dai-dien': String(first), 'anh-chu-thay': 'Chợ sớm', 'tieu-de': 'Chợ' }),
  )
  const described = (await standing(editionId)).content as unknown as Content
  expect([described.lead?.alt, described.gallery.length]).toEqual(['Chợ sớm', 1])
  await office.request(`/ban-thao/${editionId}`, lan, form({ revision: '3', 'anh-dai-dien': '', 'bo-anh-co': '1' }))
  const without = (await standing(editionId)).content as unknown as Content
  expect([without.lead, without.gallery]).toEqual([null, []])
})
