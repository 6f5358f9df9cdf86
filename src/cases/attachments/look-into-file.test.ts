import { PDFDocument, PDFName, StandardFonts, rgb } from '@cantoo/pdf-lib'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { trace, tracedDocx, tracedPdf, tracedPhoto } from '../../../tests/support/traced-files.ts'
import { docx } from './attachment.ts'
import { cleanFile } from './clean-file.ts'
import { lookIntoFile, type FileFinding } from './look-into-file.ts'

const inWords = (found: readonly FileFinding[]) =>
  found.flatMap((one) => (one.in === 'words' ? [[one.kind, one.text]] : []))
const traces = (found: readonly FileFinding[]) =>
  [...new Set(found.flatMap((one) => (one.in === 'file' ? [one.trace] : [])))].toSorted()

test('finds in a PDF what stands below a black box, and says what its properties tell', async () => {
  const pdf = await tracedPdf(async (document) => {
    const page = document.getPage(0)
    page.drawText('Tel 0912 345 678, CCCD 001085012345', {
      x: 20,
      y: 200,
      size: 10,
      font: await document.embedFont(StandardFonts.Helvetica),
    })
    page.drawRectangle({ x: 10, y: 190, width: 250, height: 30, color: rgb(0, 0, 0) })
  })
  const found = await lookIntoFile(pdf, 'application/pdf')
  expect(inWords(found)).toEqual([
    ['phone', '0912 345 678'],
    ['identity', '001085012345'],
  ])
  expect(traces(found)).toEqual(['comment', 'embedded', 'place', 'property'])
  const cleaned = await cleanFile(pdf, 'application/pdf')
  expect(traces(await lookIntoFile(cleaned.is === 'clean' ? cleaned.body : pdf, 'application/pdf'))).toEqual([])
})

test('reads the words of composite fonts by their ToUnicode map, split as programs split them', async () => {
  const document = await PDFDocument.create()
  const { context } = document
  const map = context.stream(
    '1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar <0001> <1ED3> <0002> <0111> endbfchar 1 beginbfrange <0010> <0019> <0030> endbfrange 1 beginbfrange <0020> <0021> [<0062> <00E0>] endbfrange',
  )
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    Encoding: 'Identity-H',
    BaseFont: 'Thu',
    ToUnicode: context.register(map),
  })
  const page = document.addPage()
  const content = context.stream(
    'BT /F1 12 Tf [<00100019> -20 <00110012> -300 <001300140015>] TJ 0 0 Td <001600170018> Tj 0 -14 Td <00200021> Tj ET',
  )
  page.node.set(PDFName.of('Contents'), context.register(content))
  page.node.setFontDictionary(PDFName.of('F1'), context.register(font))
  const found = await lookIntoFile(await document.save(), 'application/pdf')
  expect(inWords(found)).toEqual([['phone', '0912 345 678']])
})

test('says of a PDF of scans that nobody but a person can read it', async () => {
  const document = await PDFDocument.create()
  const page = document.addPage()
  page.drawImage(await document.embedJpg(await tracedPhoto()))
  expect(traces(await lookIntoFile(await document.save(), 'application/pdf'))).toEqual(
    expect.arrayContaining(['place', 'unread']),
  )
})

test('finds in a Word file what was deleted, remarked and written of its author, and nothing in a clean one', async () => {
  const word = new Document({
    creator: 'Người Soạn',
    sections: [{ children: [new Paragraph({ children: [new TextRun('Gọi 0912 '), new TextRun('345 678')] })] }],
  })
  const parts = unzipSync(await Packer.toBuffer(word))
  const found = await lookIntoFile(zipSync(parts), docx)
  expect(inWords(found)).toEqual([['phone', '0912 345 678']])
  expect(found).toContainEqual({ in: 'file', trace: 'property', text: 'Người Soạn' })
  const traced = await tracedDocx((all) => {
    all['word/document.xml'] = strToU8(
      Buffer.from(all['word/document.xml']!).toString().replace(`${trace} bị xóa`, 'sinh ngày 12/03/1985'),
    )
  })
  const more = await lookIntoFile(traced, docx)
  expect(inWords(more)).toContainEqual(['birth-date', '12/03/1985'])
  expect(traces(more)).toEqual(['change', 'comment', 'embedded', 'place', 'property'])
  const cleaned = await cleanFile(traced, docx)
  expect(await lookIntoFile(cleaned.is === 'clean' ? cleaned.body : traced, docx)).toEqual([])
})

test('says of a photograph that it tells its place, and of what it cannot open that it cannot', async () => {
  expect(traces(await lookIntoFile(await tracedPhoto(), 'image/jpeg'))).toEqual(['place', 'property', 'unread'])
  for (const mime of ['image/jpeg', 'application/pdf', docx])
    expect(traces(await lookIntoFile(Buffer.from('x'), mime))).toEqual(['broken'])
})
