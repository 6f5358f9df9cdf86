import {
  AlignmentType,
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BodyNode } from '../content.ts'
import { readDocx } from './from-docx.ts'
import { bodyFromHtml, picturesInHtml } from './from-html.ts'
import { plainText } from './plain-text.ts'
import { readBody } from './read-body.ts'

const text = (words: string, ...marks: string[]): BodyNode => ({
  type: 'text',
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
  text: words,
})
const p = (...content: BodyNode[]): BodyNode => ({ type: 'paragraph', content })

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body lang=VI>
<!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:14.0pt;font-family:"Times New Roman"'>Phường Ba Đình ra quân<o:p></o:p></span></b></p>
<p class=MsoNormal><span style='mso-spacerun:yes'>&nbsp;</span>Sáng <i>23/11</i>, hơn 200 người
 tham gia.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Dọn vệ sinh</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Ngõ 12</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>Trồng cây</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1><tr><td width=100><p class=MsoNormal>Tổ</p></td><td colspan=2><p class=MsoNormal>Số người</p></td></tr></table>
<!--EndFragment--></body></html>`

test('a text copied from Word keeps its paragraphs, lists and tables and nothing of Word', () => {
  const { body, dropped } = bodyFromHtml(fromWord)
  expect(body.content).toEqual([
    { type: 'paragraph', attrs: { textAlign: 'center' }, content: [text('Phường Ba Đình ra quân', 'bold')] },
    p(text('\u00a0Sáng '), text('23/11', 'italic'), text(', hơn 200 người tham gia.')),
    {
      type: 'orderedList',
      content: [
        {
          type: 'listItem',
          content: [
            p(text('Dọn vệ sinh')),
            { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('Ngõ 12'))] }] },
          ],
        },
        { type: 'listItem', content: [p(text('Trồng cây'))] },
      ],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', content: [p(text('Tổ'))] },
            { type: 'tableCell', attrs: { colspan: 2 }, content: [p(text('Số người'))] },
          ],
        },
      ],
    },
  ])
  expect(dropped).toEqual(['màu, cỡ và phông chữ riêng'])
})

test('a web page loses its scripts, forms and frames, each by name, and keeps its words', () => {
  const { body, dropped } =
    bodyFromHtml(`<div onclick="x()"><h1>Tít</h1><script>alert('x')</script><p>Một<br>hai <a href="javascript:alert(1)">bấm</a> <a href="https://hanoi.gov.vn">cổng</a></p>
    <iframe src="https://ads.example/x"></iframe><iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="Lễ hội"></iframe><img src="https://x.example/a.png" alt="A"><form><input name=a>Gửi</form><svg><text>vẽ</text></svg></div>`)
  expect(body.content).toEqual([
    { type: 'heading', attrs: { level: 2 }, content: [text('Tít')] },
    p(text('Một'), { type: 'hardBreak' }, text('hai bấm '), {
      type: 'text',
      marks: [{ type: 'link', attrs: { href: 'https://hanoi.gov.vn' } }],
      text: 'cổng',
    }),
    { type: 'video', attrs: { provider: 'youtube', videoId: 'dQw4w9WgXcQ', title: 'Lễ hội' } },
    p(text('Gửi')),
  ])
  expect(dropped).toEqual([
    'mã script',
    'nội dung nhúng từ ads.example',
    'hình ở x.example',
    'biểu mẫu',
    'ô nhập của biểu mẫu',
    'hình vẽ SVG',
    'liên kết không dùng được',
  ])
})

test('pictures are found, and stand in the text once the library knows them', () => {
  const html =
    '<figure><img src="a.jpg" alt="Chợ"><figcaption>Chợ <b>sớm</b></figcaption></figure><p>Chữ <img src="b.png"> tiếp</p><img src=t.gif width=1>'
  expect(picturesInHtml(html).map(({ src }) => src)).toEqual(['a.jpg', 'b.png'])
  const { body } = bodyFromHtml(html, (src) => ({ mediaId: src === 'a.jpg' ? 1 : 2 }))
  expect(body.content).toEqual([
    { type: 'image', attrs: { mediaId: 1, alt: 'Chợ', caption: 'Chợ sớm', source: '' } },
    p(text('Chữ')),
    { type: 'image', attrs: { mediaId: 2, alt: '', caption: '', source: '' } },
    p(text('tiếp')),
  ])
})

test('any HTML at all is read, and stands a second reading', () => {
  const tags = fc.constantFrom(
    'p',
    'b',
    'ul',
    'li',
    'table',
    'tr',
    'td',
    'div',
    'span style="mso-list:l0 level2"',
    'p style="mso-list:l1 level3"',
    'h1',
    'a href=x',
    'svg',
    'pre',
    '/p',
    '/div',
    '/ul',
    '/table',
    'br',
    '!--',
    'img src=1',
    'script',
    '/script',
    'iframe src=a',
  )
  const pieces = fc.array(
    fc.oneof(
      tags.map((tag) => `<${tag}>`),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('&nbsp;', '&lt;', '&#0;', '&bogus;', ']]>', '<?xml'),
    ),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        pieces.map((all) => all.join('')),
      ),
      (html) => {
        const { body } = bodyFromHtml(html, () => ({ mediaId: 1 }))
        expect(readBody(body)).toEqual({ body, dropped: [] })
      },
    ),
    { numRuns: 600 },
  )
})

test('a page of ten thousand nested elements is read within a second', () => {
  const started = performance.now()
  expect(plainText(bodyFromHtml(`${'<div>'.repeat(10_000)}đáy`).body)).toContain('đáy')
  expect(performance.now() - started).toBeLessThan(1000)
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

test('a Word file brings its title, headings, lists, tables and pictures', async () => {
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: 'Ra quân đầu xuân', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: 'Kết quả', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: 'Hơn 200 người', bold: true }), new TextRun(' tham gia')],
          }),
          new Paragraph({ text: 'Dọn vệ sinh', bullet: { level: 0 } }),
          new Paragraph({
            children: [new ImageRun({ type: 'png', data: png, transformation: { width: 10, height: 10 } })],
          }),
          new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('Tổ 1')] })] })] }),
        ],
      },
    ],
  })
  const reading = await readDocx(await Packer.toBuffer(document))
  expect(reading?.title).toBe('Ra quân đầu xuân')
  expect(reading?.pictures.map(({ name, body }) => [name, body.equals(png)])).toEqual([['hinh-1.png', true]])
  const { body } = reading!.read((src) => (src === 'docx:1' ? { mediaId: 9 } : undefined))
  expect(body.content.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'bulletList', 'image', 'table'])
  expect(body.content[0]).toEqual({ type: 'heading', attrs: { level: 2 }, content: [text('Kết quả')] })
  expect(body.content[1]?.content?.[0]).toEqual(text('Hơn 200 người', 'bold'))
})

test('a file that is no Word document is refused, not believed', async () => {
  expect(await readDocx(Buffer.from('xin chào'))).toBeUndefined()
  expect(await readDocx(Buffer.from('PK\u0003\u0004 hỏng'))).toBeUndefined()
})
