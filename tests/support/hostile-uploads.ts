import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { hostileText } from './hostile.ts'
import { tracedDocx, tracedPdf, tracedPhoto } from './traced-files.ts'

/** A body and what it says it is. */
export interface SentBody {
  type: string | undefined
  body: Buffer
}
/** A file as somebody with ill will sends it. */
export interface HostileFile {
  name: string
  body: Buffer
  /** Not one of the kinds that are taken, or heavier: refused at the door. */
  refused?: true
}

const form = 'application/x-www-form-urlencoded'
const encoded = (fields: readonly (readonly [string, string])[]): Buffer =>
  Buffer.from(new URLSearchParams(fields.map(([name, value]) => [name, value.toWellFormed()])).toString())
const line = (name: string, more = ''): Buffer =>
  Buffer.from(`content-disposition: form-data; name="${name}"${more}\r\n\r\n`)

/** A sound form with files, for breaking. */
export function multipart(
  fields: readonly (readonly [string, string])[],
  files: readonly HostileFile[],
  boundary: string,
): Buffer {
  const parts = [
    ...fields.map(([name, value]) => Buffer.concat([line(name), Buffer.from(value)])),
    ...files.map(({ name, body }) => Buffer.concat([line('tep', `; filename="${name}"`), body])),
  ]
  return Buffer.concat([
    ...parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from('\r\n')]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
}

const file: HostileFile = { name: 'anh.jpg', body: Buffer.from('\xff\xd8\xff\xe0 nothing behind it', 'latin1') }
type Break = (fields: [string, string][]) => SentBody
const brokenWays: readonly Break[] = [
  (fields) => ({ type: form, body: encoded(fields) }),
  (fields) => ({ type: form, body: encoded(fields) }),
  (fields) => ({ type: `${form}; charset=utf-16`, body: Buffer.from(encoded(fields).toString(), 'utf16le') }),
  // A lone surrogate, an overlong slash and a cut-off letter, as bytes and percent-encoded.
  (fields) => ({
    type: form,
    body: Buffer.concat([encoded(fields), Buffer.from('&noi-dung=%ED%A0%80%C0%AF%F0%9F%00%FF%zz')]),
  }),
  (fields) => ({
    type: form,
    body: Buffer.concat([encoded(fields), Buffer.from([38, 0xed, 0xa0, 0x80, 61, 0xc0, 0xaf, 0, 0xf0])]),
  }),
  () => ({ type: form, body: randomBytes(3000) }),
  () => ({ type: form, body: Buffer.alloc(0) }),
  () => ({ type: form, body: Buffer.from('a=&'.repeat(20_000)) }),
  (fields) => ({ type: form, body: encoded([...fields, ['noi-dung', 'ắ'.repeat(120_000)]]) }),
  (fields) => ({ type: 'application/json', body: Buffer.from(JSON.stringify(Object.fromEntries(fields))) }),
  (fields) => ({ type: undefined, body: encoded(fields) }),
  (fields) => ({ type: 'text/xml', body: encoded(fields) }),
  (fields) => ({ type: 'multipart/form-data; boundary=x', body: multipart(fields, [file], 'x') }),
  // The boundary told is another, none, or one that stands in every line.
  (fields) => ({ type: 'multipart/form-data; boundary=y', body: multipart(fields, [file], 'x') }),
  (fields) => ({ type: 'multipart/form-data', body: multipart(fields, [file], 'x') }),
  (fields) => ({ type: 'multipart/form-data; boundary=-', body: multipart(fields, [file], '-') }),
  (fields) => ({ type: `multipart/form-data; boundary="${'b'.repeat(200)}"`, body: multipart(fields, [file], 'x') }),
  (fields) => ({ type: 'multipart/form-data; boundary=x', body: multipart(fields, [file], 'x').subarray(0, -9) }),
  (fields) => ({ type: 'multipart/form-data; boundary=x', body: multipart(fields, [file], 'x').subarray(7) }),
  // A file before the token of its form, a head without end, a part without head, and names that lead elsewhere.
  (fields) => ({ type: 'multipart/form-data; boundary=x', body: multipart(fields.toReversed(), [file, file], 'x') }),
  () => ({
    type: 'multipart/form-data; boundary=x',
    body: Buffer.from(`--x\r\n${'h'.repeat(60_000)}: 1\r\n\r\nx\r\n--x--\r\n`),
  }),
  () => ({ type: 'multipart/form-data; boundary=x', body: Buffer.from('--x\r\n\r\nno head\r\n--x\r\n\r\n--x--\r\n') }),
  (fields) => ({
    type: 'multipart/form-data; boundary=x',
    body: multipart(
      fields,
      [
        { ...file, name: '../../../etc/passwd\0.jpg' },
        { ...file, name: 'C:\\CON\r\nx: y' },
      ],
      'x',
    ),
  }),
  (fields) => ({
    type: 'multipart/form-data; boundary=x',
    body: multipart([...fields, ['__proto__', 'x'], ['constructor', 'y']], [], 'x'),
  }),
  (fields) => ({
    type: 'multipart/form-data; boundary=x',
    body: multipart(
      Array.from({ length: 1500 }, (_, n) => [`${fields[0]?.[0]}${n}`, 'x'] as const),
      [],
      'x',
    ),
  }),
]

/**
 * Bodies that have broken programs before. `sound` is what a form holds when nobody is up to mischief: most fields keep it, so that a form
 * comes past its first checks now and then.
 */
export const hostileBody = (sound: Readonly<Record<string, string>>): fc.Arbitrary<SentBody> =>
  fc
    .tuple(
      fc.constantFrom(...brokenWays),
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(sound), 'la'), hostileText), { maxLength: 3 }),
    )
    .map(([breaks, changes]) => breaks(Object.entries({ ...sound, ...Object.fromEntries(changes) })))

/** Half of a file: enough to be known by its beginning. */
const half = (body: Buffer): Buffer => body.subarray(0, Math.max(600, body.length >> 1))
const docxWith = async (more: Record<string, string | Uint8Array>): Promise<Buffer> =>
  tracedDocx((parts) => {
    for (const [name, content] of Object.entries(more))
      parts[name] = typeof content === 'string' ? strToU8(content) : content
  })

/** A PNG that says it is 50,000 pixels wide and as high, of one byte over and over. */
function hugePng(): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc(body))
    return Buffer.concat([length, body, sum])
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(50_000, 0)
  size.writeUInt32BE(50_000, 4)
  size.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  const pixels = deflateSync(Buffer.alloc(20_000_000))
  return Buffer.concat([signature, chunk('IHDR', size), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}
/** CRC-32 as PNG reckons it (ISO 3309). */
function crc(bytes: Buffer): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1))
  }
  return ~sum >>> 0
}

/** Files that are cut off, bombs, two things at once, or not what they say. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const [jpeg, png, webp, pdf, docx] = [
    await tracedPhoto(),
    await tracedPhoto('png'),
    await tracedPhoto('webp'),
    await tracedPdf(),
    await tracedDocx(),
  ]
  const zeros = new Uint8Array(150_000_000)
  const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
  const script = '<script>alert(1)</script>'
  const taken: HostileFile[] = [
    { name: 'nua.jpg', body: half(jpeg) },
    { name: 'nua.png', body: half(png) },
    { name: 'nua.webp', body: webp.subarray(0, webp.length >> 1) },
    { name: 'nua.pdf', body: half(pdf) },
    { name: 'nua.docx', body: half(docx) },
    { name: 'hai-trong-mot.jpg', body: Buffer.concat([jpeg, Buffer.from(zipSync({ 'a.exe': strToU8('MZ') }))]) },
    { name: 'trang.pdf', body: Buffer.concat([pdf, Buffer.from(script)]) },
    { name: 'trang.jpg', body: Buffer.concat([jpeg.subarray(0, 20), Buffer.from(script), jpeg.subarray(20)]) },
    { name: 'rong.png', body: hugePng() },
    { name: 'bom.docx', body: await docxWith({ 'word/media/bom.bin': zeros }) },
    { name: 'bom-chu.docx', body: await docxWith({ 'word/document.xml': zeros.subarray(0, 60_000_000) }) },
    {
      name: 'thuc-the.docx',
      body: await docxWith({
        'word/document.xml': `<!DOCTYPE x [<!ENTITY l0 "lol">${lol}]><w:document>&l9;</w:document>`,
      }),
    },
    {
      name: 'loi-ra.docx',
      body: await docxWith({ '../../../tmp/ra.xml': '<x/>', '/etc/ra': 'x', 'word/..\\ra.xml': '<x/>' }),
    },
    {
      name: `${'a'.repeat(5000)}.pdf`,
      body: Buffer.from(
        `%PDF-1.7\n${'1 0 obj<</Type/Pages/Kids[1 0 R]/Count 9>>endobj\n'.repeat(200)}trailer<</Root 1 0 R>>\n%%EOF`,
      ),
    },
    { name: 'anh.jpg', body: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff]), randomBytes(5000)]) },
  ]
  const refused: HostileFile[] = [
    { name: 'nang.jpg', body: Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024 + 1 - jpeg.length)]) },
    { name: 'rong.jpg', body: Buffer.alloc(0) },
    { name: 'anh.jpg', body: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`) },
    { name: 'anh.jpg', body: Buffer.from(`GIF89a=1;${script}`) },
    { name: 'anh.jpg', body: Buffer.from('MZ'.padEnd(4000, '\0')) },
    { name: '../../anh.jpg', body: Buffer.from('#!/bin/sh\nexit 1\n') },
  ]
  return [...taken, ...refused.map((each) => ({ ...each, refused: true as const }))]
}
