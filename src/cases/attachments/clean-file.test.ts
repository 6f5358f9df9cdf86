import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { trace, tracedDocx, tracedPdf, tracedPhoto } from '../../../tests/support/traced-files.ts'
import { docx, type AttachmentMime } from './attachment.ts'
import { cleanApart } from './clean-apart.ts'
import { cleanFile } from './clean-file.ts'

const cleaned = async (body: Uint8Array, mime: AttachmentMime): Promise<Buffer> => {
  const outcome = await cleanFile(body, mime)
  if (outcome.is !== 'clean') throw new Error(`quarantined: ${outcome.reason}`)
  return outcome.body
}
const reasonOf = async (body: Uint8Array, mime: AttachmentMime): Promise<string> => {
  const outcome = await cleanFile(body, mime)
  return outcome.is === 'clean' ? 'clean' : outcome.reason
}
/** Every byte a PDF holds, with its streams unpacked. */
async function unpackedPdf(body: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(body, { updateMetadata: false })
  const plain = await document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    rewrite: true,
  })
  return Buffer.from(plain).toString('latin1')
}

describe('a picture', () => {
  test('loses the place it was taken at, its words and its turn, and stays the picture it was', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const photo = await tracedPhoto(format)
      expect((await sharp(photo).metadata()).exif, format).toBeDefined()
      const body = await cleaned(photo, `image/${format}`)
      const head = await sharp(body).metadata()
      expect(head, format).toMatchObject({ format, width: 200, height: 300 })
      expect([head.exif, head.xmp, head.iptc, head.orientation], format).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(body.includes(trace), format).toBe(false)
    }
  })

  test('is at most 2560 pixels long, and one of too many pixels is not decoded', async () => {
    const wide = await sharp({ create: { width: 5000, height: 100, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
    expect(await sharp(await cleaned(wide, 'image/jpeg')).metadata()).toMatchObject({ width: 2560, height: 51 })
    const bomb = await sharp({ create: { width: 12_000, height: 9000, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(2_000_000)
    expect(await reasonOf(bomb, 'image/png')).toBe('large')
  })

  test('loses a second file behind its end, is refused when cut off, or when it is another thing than it says', async () => {
    const photo = await tracedPhoto()
    const polyglot = Buffer.concat([photo, zipSync({ 'x.txt': strToU8(trace) })])
    const body = await cleaned(polyglot, 'image/jpeg')
    expect([body.includes(trace), body.includes('PK\u0003\u0004')]).toEqual([false, false])
    expect(await reasonOf(photo.subarray(0, photo.length / 2), 'image/jpeg')).toBe('broken')
    expect(await reasonOf(photo, 'image/png')).toBe('broken')
    expect(await reasonOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/png')).toBe('broken')
  })
})

describe('a PDF', () => {
  test('loses properties, XMP, embedded files, scripts, remarks, what nothing leads to, and the EXIF of its photographs', async () => {
    const before = await tracedPdf()
    expect((await unpackedPdf(before)).split(trace).length).toBeGreaterThan(12)
    const body = await cleaned(before, 'application/pdf')
    const after = await unpackedPdf(body)
    expect(after).not.toContain(trace)
    expect(after).not.toMatch(/JavaScript|OpenAction|EmbeddedFile|Launch|\/AA\b|\/Metadata|\/Info\b|\/ID\b|Exif|GPS/)
    const document = await PDFDocument.load(body, { updateMetadata: false })
    expect([document.getPageCount(), document.getTitle(), document.getAuthor()]).toEqual([1, undefined, undefined])
    // What one sees stays: the square, the link to a page of the web, the photograph, the words.
    expect(after).toContain('https://ba-dinh.example/')
    expect(document.getPage(0).node.Annots()?.size()).toBe(3)
    expect(after).toMatch(/\/Subtype \/Image/)
    expect(document.getPage(0).node.get(PDFName.of('Contents'))).toBeDefined()
  })

  test('loses what an older revision of it said', async () => {
    const document = await PDFDocument.load(await tracedPdf(), { forIncrementalUpdate: true })
    document.setAuthor('Nguoi khac')
    const twice = Buffer.from(await document.save({ useObjectStreams: false }))
    expect(twice.toString('latin1').split('%%EOF').length).toBeGreaterThan(2)
    expect(await unpackedPdf(await cleaned(twice, 'application/pdf'))).not.toContain(trace)
  })

  test('is quarantined with a reason when it is encrypted, cut off, without pages, or none', async () => {
    const locked = await tracedPdf((document) => document.encrypt({ userPassword: 'mat-khau', ownerPassword: 'chu' }))
    expect(await reasonOf(locked, 'application/pdf')).toBe('encrypted')
    const whole = await tracedPdf()
    for (const wrong of [whole.subarray(0, 600), Buffer.from('%PDF-1.7\n%%EOF'), Buffer.from('x'), Buffer.alloc(0)])
      expect(await reasonOf(wrong, 'application/pdf')).toBe('broken')
  })

  test('keeps nothing of a ZIP behind it', async () => {
    const polyglot = Buffer.concat([await tracedPdf(), zipSync({ 'x.txt': strToU8(`${trace}2`) })])
    const outcome = await cleanFile(polyglot, 'application/pdf')
    expect(outcome.is === 'clean' ? outcome.body.includes(trace) : outcome.reason).toBe(false)
  })
})

describe('a Word document', () => {
  test('loses author, comments, deleted words, session numbers, macros, objects, fields and what leads outside', async () => {
    const before = await tracedDocx()
    expect(Object.values(unzipSync(before)).filter((part) => Buffer.from(part).includes(trace)).length).toBeGreaterThan(
      8,
    )
    const body = await cleaned(before, docx)
    const parts = unzipSync(body)
    for (const [name, bytes] of Object.entries(parts)) expect(Buffer.from(bytes).includes(trace), name).toBe(false)
    expect(Object.keys(parts).filter((name) => /docProps|comments|vba|embeddings|customXml|people/.test(name))).toEqual(
      [],
    )
    const xml = Buffer.from(parts['word/document.xml']!).toString()
    expect(xml).not.toMatch(/w:ins\b|w:del\b|w:author|w:date|rsid|instrText|fldChar|comment/i)
    const relations = Object.entries(parts).filter(([name]) => name.endsWith('.rels'))
    for (const [name, bytes] of relations) expect(Buffer.from(bytes).toString(), name).not.toContain('External')
    // It still reads as before, with the changes taken.
    const { value } = await mammoth.extractRawText({ buffer: body })
    expect(value.trim()).toBe('Giữ lại, đã thêm liên kết')
    const picture = Object.entries(parts).find(([name]) => name.startsWith('word/media/'))
    expect((await sharp(picture![1]).metadata()).exif).toBeUndefined()
  })

  test('that unpacks without bound, lies about its sizes, or brings a document type is quarantined', async () => {
    const bomb = await tracedDocx((parts) => {
      parts['word/styles.xml'] = new Uint8Array(30 * 1024 * 1024)
    })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await reasonOf(bomb, docx)).toBe('bomb')
    const many = await tracedDocx((parts) => {
      for (let n = 0; n < 2100; n++) parts[`word/x${n}.xml`] = strToU8('x')
    })
    expect(await reasonOf(many, docx)).toBe('bomb')
    const laughs = await tracedDocx((parts) => {
      parts['word/styles.xml'] = strToU8('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>')
    })
    expect(await reasonOf(laughs, docx)).toBe('broken')
    const deep = await tracedDocx((parts) => {
      parts['word/styles.xml'] = strToU8('<a>'.repeat(50_000))
    })
    expect(await reasonOf(deep, docx)).toBe('bomb')
    // The directory claims a byte where thirty megabytes lie.
    const lying = Buffer.from(bomb)
    for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 4))
      lying.writeUInt32LE(1, at + 24)
    expect(await reasonOf(lying, docx)).toBe('broken')
  })

  test('that is cut off, no ZIP, or another office file is quarantined', async () => {
    const whole = await tracedDocx()
    for (const wrong of [
      whole.subarray(0, whole.length - 30),
      Buffer.from('PK'),
      Buffer.from('x'),
      Buffer.from(zipSync({ 'a.txt': strToU8('x') })),
    ])
      expect(await reasonOf(wrong, docx)).toBe('broken')
    const outside = await tracedDocx((parts) => {
      parts['../x'] = strToU8('x')
    })
    expect(await reasonOf(outside, docx)).toBe('broken')
  })
})

describe('three hundred broken files', () => {
  const files = new Map<AttachmentMime, Buffer>()
  beforeAll(async () => {
    files.set('image/jpeg', await tracedPhoto())
    files.set('image/webp', await tracedPhoto('webp'))
    files.set('application/pdf', await tracedPdf())
    files.set(docx, await tracedDocx())
  })
  /** Always the same numbers, so that a failure can be looked at again. */
  const random = (seed: number) => () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff

  test('end clean or quarantined, and nothing else', { timeout: 120_000 }, async () => {
    const ends = { clean: 0, quarantined: 0 }
    for (let n = 0; n < 300; n++) {
      const next = random(n + 1)
      const mime = [...files.keys()][n % files.size]!
      const body = Buffer.from(files.get(mime)!)
      for (let change = 0; change <= n % 12; change++) {
        const at = Math.floor(next() * body.length)
        if (next() < 0.7) body[at] = Math.floor(next() * 256)
        else body.fill(body.subarray(0, 16), at, Math.min(body.length, at + 40))
      }
      const { is } = await cleanFile(next() < 0.2 ? body.subarray(0, Math.floor(next() * body.length)) : body, mime)
      ends[is]++
    }
    expect(ends.clean + ends.quarantined).toBe(300)
    expect(ends.clean).toBeGreaterThan(10)
    expect(ends.quarantined).toBeGreaterThan(100)
  })
})

describe('cleaning apart', () => {
  test('gives the same as cleaning here, for each type', { timeout: 30_000 }, async () => {
    const photo = await cleanApart(await tracedPhoto(), 'image/jpeg')
    expect(photo.is === 'clean' && (await sharp(photo.body).metadata()).width).toBe(200)
    const pdf = await cleanApart(await tracedPdf(), 'application/pdf')
    expect(pdf.is === 'clean' && (await PDFDocument.load(pdf.body)).getPageCount()).toBe(1)
    const word = await cleanApart(await tracedDocx(), docx)
    expect(word.is === 'clean' && word.body.includes(trace)).toBe(false)
    expect(await cleanApart(Buffer.from('x'), docx)).toEqual({ is: 'quarantined', reason: 'broken' })
  })

  test('ends a file that takes too long', async () => {
    expect(await cleanApart(await tracedPdf(), 'application/pdf', 0.01)).toEqual({ is: 'quarantined', reason: 'slow' })
  })
})
