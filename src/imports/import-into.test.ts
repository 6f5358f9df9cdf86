import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { person } from '../../tests/support/people.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { articleKind } from '../articles/article.ts'
import type { Content } from '../editions/content.ts'
import { openFileStore } from '../media/file-store.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import { contentOf } from './content-of.ts'
import { ImportRefused } from './decode-text.ts'
import { oldAddress } from './import-entry.ts'
import { importInto } from './import-into.ts'
import { readPrintedDate } from './read-date.ts'
import { readTextArticle } from './read-text.ts'
import { printReport, progressBar, type ImportReport } from './report.ts'
import { blankItem } from './source-item.ts'

const fixtures = path.resolve(import.meta.dirname, '../../tests/fixtures/imports')
const kinds = new Map([['article', articleKind]])
let database: TestDatabase
let sites: TestNetwork
let chief: Actor
let folder: string

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  chief = await person(database.db, 'Trưởng ban', [{ siteId: sites.ward.id, role: 'chief_editor' }])
  folder = mkdtempSync(path.join(os.tmpdir(), 'khue-imports-'))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  for (const table of ['importItem', 'importRun', 'entry'] as const) await database.owner.deleteFrom(table).execute()
})

const bring = (
  source: string,
  more: { dryRun?: boolean; by?: Actor; onProgress?: (done: number, total: number) => void } = {},
): Promise<ImportReport> =>
  importInto({
    db: database.db,
    files: openFileStore(path.join(folder, 'files')),
    kinds,
    site: 'ba-dinh',
    path: source,
    by: chief,
    dryRun: false,
    ...more,
  })

/** A source written for one test. */
function written(name: string, content: string | Buffer): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

const live = (title: string) =>
  database.delivery
    .selectFrom('liveItem as i')
    .innerJoin('liveEdition as e', 'e.id', 'i.editionId')
    .select(['i.entryId', 'i.path', 'i.title', 'i.summary', 'i.publishedAt', 'i.sectionIds', 'e.content'])
    .where('i.title', '=', title)
    .executeTakeFirstOrThrow()
    .then((row) => ({ ...row, content: row.content as unknown as Content }))
const count = async (table: 'entry' | 'importItem' | 'address'): Promise<number> =>
  (
    await database.db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n
const imports = async (): Promise<number> =>
  (
    await database.db
      .selectFrom('auditEvent')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('action', '=', 'entry.imported')
      .executeTakeFirstOrThrow()
  ).n

describe('a WordPress export', () => {
  test('comes in with dates, author, section, tags, pictures beside it and its old address; what cannot come is named', async () => {
    const before = await imports()
    const report = await bring(path.join(fixtures, 'wordpress/export.xml'))
    expect(report).toMatchObject({ format: 'wxr', total: 4, already: 0 })
    expect(report.imported.map((one) => one.title)).toEqual([
      'Phường sơ kết công tác quý I & phát động thi đua',
      'Lịch tiếp công dân tháng 5',
    ])
    expect(report.leftOut.map((one) => one.why)).toEqual(['bản nháp', 'trang tĩnh, không phải tin bài'])
    expect((await imports()) - before).toBe(2)
    const article = await live('Phường sơ kết công tác quý I & phát động thi đua')
    expect(article).toMatchObject({
      path: '/bai-viet/so-ket-quy-1',
      summary: 'Ba việc trọng tâm của quý II.',
      publishedAt: new Date('2018-04-14T06:08:00Z'),
      sectionIds: [sites.ward.sections['tin-tuc']],
    })
    expect(article.content).toMatchObject({
      tags: ['thi đua'],
      credits: [{ name: 'Lan Anh', part: 'text' }],
      lead: { alt: expect.any(String) },
    })
    expect(JSON.stringify(article.content.body)).toContain('"alt":"Đại biểu dự hội nghị"')
    expect(JSON.stringify(article.content)).not.toMatch(/script|onerror|javascript|evil/i)
    expect(
      await database.delivery
        .selectFrom('liveAddress')
        .select(['path', 'isCurrent'])
        .where('entryId', '=', article.entryId)
        .orderBy('isCurrent')
        .execute(),
    ).toEqual([
      { path: '/2018/04/so-ket-quy-1/', isCurrent: false },
      { path: '/bai-viet/so-ket-quy-1', isCurrent: true },
    ])
  })

  test('an article without a section of the portal goes to "Tin nhập"; a picture elsewhere is not fetched, its words stay', async () => {
    const report = await bring(path.join(fixtures, 'wordpress/export.xml'))
    const article = await live('Lịch tiếp công dân tháng 5')
    const section = await database.db
      .selectFrom('section')
      .selectAll()
      .where('id', '=', article.sectionIds[0] as number)
      .executeTakeFirstOrThrow()
    expect(section).toMatchObject({ slug: 'tin-nhap', siteId: sites.ward.id })
    expect(article.publishedAt).toEqual(new Date('2018-05-02T01:00:00Z'))
    expect(JSON.stringify(article.content.body)).toContain('[Ảnh: Lịch tháng 5]')
    const named = printReport(report)
    expect(named).toContain('https://khac.example/lich.png')
    expect(named).toContain('Lịch làm việc')
    expect(named).toContain('[gallery]')
    expect(named).toContain('bản nháp')
  })

  test('an imported article was approved by the importing person and written by no one who could', async () => {
    await bring(path.join(fixtures, 'wordpress/export.xml'))
    const edition = await database.db
      .selectFrom('edition as e')
      .innerJoin('person as p', 'p.id', 'e.authorId')
      .select(['e.approvedBy', 'e.state', 'p.name', 'p.disabledAt'])
      .executeTakeFirstOrThrow()
    expect(edition).toMatchObject({
      approvedBy: chief.id,
      state: 'published',
      name: 'Nhập dữ liệu',
      disabledAt: expect.any(Date),
    })
    const editor = await person(database.db, 'Biên tập viên', [{ siteId: sites.ward.id, role: 'editor' }])
    await expect(bring(path.join(fixtures, 'tin.rss'), { by: editor })).rejects.toThrow(Forbidden)
  })
})

describe('other formats', () => {
  test('RSS: text, list, source, date and an old address with a query', async () => {
    expect(await bring(path.join(fixtures, 'tin.rss'))).toMatchObject({ format: 'rss', total: 2, leftOut: [] })
    const article = await live('Tiêm chủng mở rộng tháng 6')
    expect(article.content).toMatchObject({
      source: 'CDC thành phố',
      summary: 'Trẻ từ 2 tháng tuổi được tiêm tại trạm y tế.',
    })
    expect(article.content.body.content.map((node) => node.type)).toEqual(['paragraph', 'bulletList'])
    expect(article.sectionIds).toEqual([sites.ward.sections['thong-bao']])
    expect(
      await database.db
        .selectFrom('address')
        .select('path')
        .where('entryId', '=', article.entryId)
        .where('isCurrent', '=', false)
        .executeTakeFirst(),
    ).toEqual({ path: '/tin.aspx?id=77' })
  })

  test('Atom with XHTML: marks stay, the script goes', async () => {
    expect(await bring(path.join(fixtures, 'tin.atom'))).toMatchObject({ format: 'atom', total: 1 })
    const { content } = await live('Cấp phép xây dựng trực tuyến')
    expect(content.body.content[0]?.content?.[1]).toMatchObject({ text: 'nộp trực tuyến', marks: [{ type: 'bold' }] })
    expect(JSON.stringify(content.body)).toContain('mã & số điện thoại')
    expect(JSON.stringify(content.body)).not.toContain('alert')
  })

  test('JSON lines: a broken line and one without a title are left out and named, unknown keys too', async () => {
    const report = await bring(path.join(fixtures, 'tin.jsonl'))
    expect(report).toMatchObject({
      format: 'json',
      total: 4,
      imported: [{ title: 'Hội khỏe Phù Đổng cấp phường' }, { title: 'Ngày hội đọc sách' }],
    })
    expect(report.leftOut.map((one) => one.title)).toEqual(['Dòng 3', 'Dòng 4'])
    expect(printReport(report)).toContain('bỏ mục “views”')
    expect((await live('Hội khỏe Phù Đổng cấp phường')).publishedAt).toEqual(new Date('2022-10-02T08:00:00Z'))
  })

  test('a folder of HTML and text, one of them in TCVN3: titles, dates, authors, sources and the picture beside the page', async () => {
    const report = await bring(path.join(fixtures, 'thu-muc'))
    expect(report).toMatchObject({ format: 'folder', total: 3, leftOut: [] })
    expect([...report.encodings].toSorted()).toEqual(['tcvn3', 'utf-8'])
    const page = await live('Trồng cây đầu xuân ở vườn hoa')
    expect(page.publishedAt).toEqual(new Date('2019-02-10T01:15:00Z'))
    expect(page.content.body.content.map((node) => node.type)).toEqual(['paragraph', 'image', 'paragraph'])
    expect(page.content.credits).toMatchObject([{ name: 'Hải Yến' }])
    const text = await live('Ngày hội đại đoàn kết ở tổ dân phố số 7')
    expect(text.publishedAt).toEqual(new Date('2021-11-18T12:05:00Z'))
    expect(text.content).toMatchObject({ source: 'Trung tâm Văn hóa phường', credits: [{ name: 'Thanh Mai' }] })
    expect(text.content.body.content).toHaveLength(2)
    expect((await live('Chợ phiên cuối tuần ở phường')).publishedAt).toEqual(new Date('2005-03-05T02:40:00Z'))
  })

  test('broken XML is refused with line and column, and nothing is imported', async () => {
    const whole = readFileSync(path.join(fixtures, 'tin.rss'), 'utf8')
    const broken = written('hong.rss', whole.replace('</item>\n</channel>', '</channel>'))
    await expect(bring(broken)).rejects.toThrow(/XML hỏng ở dòng \d+, cột \d+/)
    await expect(bring(written('cut.rss', whole.slice(0, -40)))).rejects.toThrow(ImportRefused)
    expect([await count('entry'), await count('importItem')]).toEqual([0, 0])
    await expect(bring(path.join(folder, 'khong-co.xml'))).rejects.toThrow('Không có tệp')
    await expect(bring(written('trong.txt', ''))).rejects.toThrow('trống')
    await expect(bring(written('khac.xml', '<?xml version="1.0"?><thu/>'))).rejects.toThrow('không phải')
  })

  test('an XML bomb or an outside entity brings nothing in', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><item><title>&x;&b;</title></item></channel></rss>'
    await expect(bring(written('bomb.rss', bomb))).rejects.toThrow(ImportRefused)
  })

  test('a page cannot reach a file outside its folder', async () => {
    written('bi-mat.png', readFileSync(path.join(fixtures, 'thu-muc/cay-xanh.png')))
    const inside = path.join(folder, 'trang')
    const { mkdirSync } = await import('node:fs')
    mkdirSync(inside, { recursive: true })
    writeFileSync(
      path.join(inside, 'a.html'),
      '<html><body><h1>Trang thử</h1><p>Chữ</p><img src="../bi-mat.png" alt="bí mật"></body></html>',
    )
    const report = await bring(inside)
    expect(report.warnings.some((one) => one.what.includes('../bi-mat.png'))).toBe(true)
    expect((await live('Trang thử')).content.body.content.some((node) => node.type === 'image')).toBe(false)
  })
})

describe('running it again', () => {
  test('the second run imports nothing; a changed item is named and left as it stands', async () => {
    const whole = readFileSync(path.join(fixtures, 'tin.rss'), 'utf8')
    const file = written('hai-lan.rss', whole)
    await bring(file)
    const entries = await count('entry')
    expect(await bring(file)).toMatchObject({ imported: [], already: 2, differs: [] })
    writeFileSync(file, whole.replace('Mang theo sổ tiêm', 'Mang theo sổ tiêm và thẻ'))
    expect(await bring(file)).toMatchObject({
      imported: [],
      already: 1,
      differs: [{ title: 'Tiêm chủng mở rộng tháng 6' }],
    })
    expect(await count('entry')).toBe(entries)
  })

  test('a dry run writes nothing and says what would come', async () => {
    const seen: number[] = []
    const report = await bring(path.join(fixtures, 'wordpress/export.xml'), {
      dryRun: true,
      onProgress: (done) => seen.push(done),
    })
    expect(report.imported).toHaveLength(2)
    expect(seen).toEqual([0, 1, 2, 3, 4])
    expect(printReport(report)).toContain('Sẽ nhập: 2 trong 4 bài')
    expect([await count('entry'), await count('importItem')]).toEqual([0, 0])
  })

  test('killed with kill -9 in the middle, the next run brings the rest, each once and whole', async () => {
    const total = 60
    const source = written(
      'nhieu.jsonl',
      Array.from({ length: total }, (_, i) =>
        JSON.stringify({ id: i, title: `Bài số ${i}`, text: 'Một đoạn.', date: '2020-01-01', url: `/cu/${i}` }),
      ).join('\n'),
    )
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        path.join(fixtures, 'import-until-killed.ts'),
        database.url,
        path.join(folder, 'files'),
        source,
        chief.id,
        String(sites.ward.id),
      ],
      { cwd: path.resolve(import.meta.dirname, '../..') },
    )
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (text: Buffer) => {
        if (Number(text.toString().trim().split('\n').at(-1)) >= 7) child.kill('SIGKILL')
      })
      child.on('exit', () => resolve())
    })
    const first = await count('entry')
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(total)
    const report = await bring(source)
    expect([report.imported.length + report.already, await count('entry'), await count('importItem')]).toEqual([
      total,
      total,
      total,
    ])
    const { rows } = { rows: await database.delivery.selectFrom('liveItem').select('title').execute() }
    expect(new Set(rows.map((row) => row.title)).size).toBe(total)
    expect(
      await database.db.selectFrom('importItem').select('sourceKey').where('entryId', 'is', null).execute(),
    ).toEqual([])
  }, 60_000)
})

describe('nothing dangerous gets in', () => {
  const nasty = fc.constantFrom(
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<svg onload=alert(1)>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<p onclick="alert(1)">chữ</p>',
    '<style>*{display:none}</style>',
    '<math><a xlink:href="javascript:alert(1)">x</a></math>',
    '<object data="data:text/html,<script>1</script>"></object>',
    '<img alt="<script>alert(1)</script>" src="https://x.example/a.png">',
    '<a href="data:text/html,<script>1</script>">y</a>',
    '<form action=javascript:alert(1)><button>z</button></form>',
    '<<script>script>alert(1)<</script>/script>',
    '<p>đoạn văn',
    '</p></div>',
    '[caption]<img src=a alt=b>[/caption]',
  )
  test('whatever order it comes in, no node, mark or address outside the schema is kept', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(nasty, fc.string()), { maxLength: 12 }), (parts) => {
        const { content } = contentOf(articleKind, {
          item: { ...blankItem('k', 'Bài'), body: { html: parts.join('') } },
          pictures: new Map(),
          sectionIds: [],
          credits: [],
        })
        const visit = (value: unknown): void => {
          if (Array.isArray(value)) return value.forEach(visit)
          if (typeof value !== 'object' || value === null) return
          for (const [key, inner] of Object.entries(value)) {
            expect(key).not.toMatch(/^on/i)
            if (key === 'href' || key === 'src') expect(String(inner)).toMatch(/^(https?:|mailto:|tel:|\/|#)/)
            visit(inner)
          }
        }
        visit(content)
        expect(JSON.stringify(content)).not.toMatch(/"type":"(script|style|iframe|object|form|svg)"/)
      }),
      { numRuns: 200 },
    )
  })

  test('an old address is a path of the portal, never another scheme', () => {
    expect(oldAddress('https://cu.example/a/b.html?id=1#x')).toBe('/a/b.html?id=1')
    expect(oldAddress('/?p=12')).toBe('/?p=12')
    for (const link of ['', 'https://cu.example/', 'javascript:alert(1)', 'mailto:a@b.vn'])
      expect(oldAddress(link)).toBeUndefined()
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (link) => {
        expect(oldAddress(link) ?? '/').toMatch(/^\//)
      }),
    )
  })
})

describe('text as pages leave it', () => {
  test.each([
    ['Ngày đăng 14/04/2018 | 13:08', '2018-04-14T06:08:00.000Z'],
    ['Chủ Nhật, 22/09/2019 09:25', '2019-09-22T02:25:00.000Z'],
    ['Ngày đăng 01/11/2022 | 10:30 AM', '2022-11-01T03:30:00.000Z'],
    ['01-12-2020 12:15 AM', '2020-11-30T17:15:00.000Z'],
    ['31/02/2020', undefined],
    ['không ngày', undefined],
  ])('%s', (text, at) => {
    expect(readPrintedDate(text)?.toISOString()).toBe(at)
  })

  test('an undated article takes the latest day it names that is over, and the report says so', () => {
    const item = readTextArticle(
      'Cổng thông tin đón nhiều bạn đọc\n\nTừ ngày 1/1/2014 đến 20/6/2014, cổng đã phục vụ hơn chín triệu lượt truy cập; mục tiêu đến ngày 31/12/2199 là gấp đôi con số ấy.',
      'k',
    )
    expect(item.publishedAt).toEqual(new Date('2014-06-19T17:00:00Z'))
    expect(item.notes.join()).toContain('20/06/2014')
  })

  test('text broken at a fixed width is put together again', () => {
    const words = 'Sáng nay bà con tổ dân phố số bảy cùng nhau quét dọn ngõ xóm và trồng thêm hoa ở bồn cây. '.repeat(
      12,
    )
    const wrapped = words
      .match(/.{1,72}(?: |$)/g)!
      .map((one) => one.trim())
      .join('\n')
    const { title, body } = readTextArticle(`Ngõ xóm sạch đẹp\n\n${wrapped}\n\n${wrapped}\n`, 'k')
    expect(title).toBe('Ngõ xóm sạch đẹp')
    expect('paragraphs' in body && body.paragraphs.length).toBe(2)
  })

  test('no text makes the reader throw, and it never invents words', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom(
              'Trang chủ',
              'Ngày đăng 14/04/2018 | 13:08',
              'Nguồn. ANHP',
              'Tin khác',
              'Một đoạn văn dài. '.repeat(12),
            ),
          ),
          { maxLength: 12 },
        ),
        (lines) => {
          const text = lines.join('\n')
          const item = readTextArticle(text, 'k')
          const flat = text.normalize('NFC').replace(/\s+/g, '')
          for (const paragraph of 'paragraphs' in item.body ? item.body.paragraphs : [])
            if (/^[\p{L} .]+$/u.test(paragraph)) expect(flat).toContain(paragraph.replace(/\s+/g, ''))
        },
      ),
    )
  })

  test('the bar is drawn on a terminal only', () => {
    const drawn: string[] = []
    progressBar({ isTTY: true, columns: 60, write: (text) => drawn.push(text) })(1, 2)
    progressBar({ write: (text) => drawn.push(text) })(1, 2)
    expect(drawn).toHaveLength(1)
    expect(drawn[0]).toContain('1/2 bài')
  })
})
