import { Document, Packer, Paragraph } from 'docx'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { box, mp4 } from '../../tests/support/films.ts'
import { Refused } from '../refusals.ts'
import { prepareUpload } from './prepare-upload.ts'

const photo = (width = 900, height = 600) =>
  sharp({
    create: { width, height, channels: 3, background: '#3a7', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  })

/** A phone's picture: lying on its side, with place, device and a thumbnail's worth of other facts. */
const phonePicture = async (): Promise<Buffer> =>
  photo()
    .jpeg()
    .withExif({
      IFD0: { Make: 'KhueFone', Artist: 'Nguyễn Thị Lan' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 2/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '105/1 50/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

const pdf = (tail = ''): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\nxref\n0 3\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 3>>\nstartxref\n110\n%%EOF\n${tail}`,
    'latin1',
  )

/** A ZIP of stored entries, as an office program would write it. */
function zip(entries: Record<string, string>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(entries)) {
    const body = Buffer.from(text)
    const crc = crc32(body)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt32LE(crc, 14)
    head.writeUInt32LE(body.length, 18)
    head.writeUInt32LE(body.length, 22)
    head.writeUInt16LE(name.length, 26)
    parts.push(head, Buffer.from(name), body)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt32LE(crc, 16)
    entry.writeUInt32LE(body.length, 20)
    entry.writeUInt32LE(body.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    directory.push(entry, Buffer.from(name))
    at += 30 + name.length + body.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length / 2, 8)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, list, end])
}

function crc32(body: Buffer): number {
  let crc = ~0
  for (const byte of body) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return ~crc >>> 0
}

const types = (main: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const docx = (more: Record<string, string> = {}): Buffer =>
  zip({ '[Content_Types].xml': types('word/document.xml'), 'word/document.xml': '<w:document/>', ...more })

const video = (): Buffer => mp4({ head: [box('udta', Buffer.from('+21.0285+105.8542/'))], data: Buffer.alloc(64, 7) })

const codeOf = (name: string, body: Buffer): Promise<string> =>
  prepareUpload({ name, body }).then(
    () => 'taken',
    (error: unknown) => (error instanceof Refused ? (error.codes[0] as string) : Promise.reject(error)),
  )

describe('a picture brought to the library', () => {
  test('a reporter’s phone picture keeps its light and loses her name, device and place', async () => {
    const body = await phonePicture()
    const before = await sharp(body).metadata()
    expect(before.exif?.toString('latin1')).toContain('KhueFone')
    const kept = await prepareUpload({ name: 'IMG_1.JPG', body })
    const after = await sharp(kept.body).metadata()
    expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    for (const trace of ['KhueFone', 'Nguy', 'GPSL', 'Exif']) expect(kept.body.toString('latin1')).not.toContain(trace)
    // Orientation 6 lies on its side: it is stood up, not forgotten.
    expect([kept.width, kept.height]).toEqual([600, 900])
    expect(kept.name).toBe('IMG_1.jpg')
  })

  test('a picture is what its bytes say, whatever its name says', async () => {
    const kept = await prepareUpload({ name: '../../etc/bìa tạp chí.pdf', body: await photo().png().toBuffer() })
    expect([kept.kind.mime, kept.name]).toEqual(['image/png', 'bìa tạp chí.png'])
  })

  test('each picture type is taken; AVIF is kept as WebP, and what moves keeps moving', async () => {
    expect((await prepareUpload({ name: 'a.webp', body: await photo().webp().toBuffer() })).kind.mime).toBe(
      'image/webp',
    )
    expect((await prepareUpload({ name: 'a.avif', body: await photo(200, 100).avif().toBuffer() })).kind.mime).toBe(
      'image/webp',
    )
    const frames = Buffer.concat([Buffer.alloc(40 * 30 * 3, 10), Buffer.alloc(40 * 30 * 3, 200)])
    const moving = await sharp(frames, { raw: { width: 40, height: 60, channels: 3, pageHeight: 30 } })
      .gif()
      .toBuffer()
    const kept = await prepareUpload({ name: 'a.gif', body: moving })
    expect([
      kept.kind.mime,
      kept.width,
      kept.height,
      (await sharp(kept.body, { animated: true }).metadata()).pages,
    ]).toEqual(['image/gif', 40, 30, 2])
  })

  test('a page hidden behind a picture is gone from what is kept', async () => {
    const kept = await prepareUpload({
      name: 'a.jpg',
      body: Buffer.concat([await photo().jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>'), docx()]),
    })
    expect(kept.body.includes('<script>')).toBe(false)
    expect(kept.body.includes('PK\x03\x04')).toBe(false)
  })

  test('what cannot be a portal’s picture is refused with what to do', async () => {
    expect(await codeOf('a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'))).toBe(
      'svg-refused',
    )
    expect(await codeOf('a.jpg', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(
      'svg-refused',
    )
    expect(await codeOf('a.tif', await photo(20, 20).tiff().toBuffer())).toBe('picture-type-refused')
    expect(await codeOf('a.jpg', Buffer.alloc(0))).toBe('file-empty')
    expect(
      await codeOf('a.jpg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(31 * 1024 * 1024)])),
    ).toBe('image-too-heavy')
    const heic = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic'))
    expect(await codeOf('IMG_2.HEIC', Buffer.concat([heic, Buffer.alloc(100)]))).toBe('heic-refused')
  })

  test('a picture cut off on the way is refused, not half shown', async () => {
    for (const body of [
      await photo().jpeg().toBuffer(),
      await photo().png().toBuffer(),
      await photo().webp().toBuffer(),
    ]) {
      expect(await codeOf('a', body.subarray(0, Math.floor(body.length * 0.6)))).toBe('file-broken')
    }
  })

  test('a decompression bomb is refused before it is unpacked', async () => {
    const bomb = await sharp({
      create: { width: 16_000, height: 16_000, channels: 3, background: 'white' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const start = performance.now()
    expect(await codeOf('a.png', bomb)).toBe('image-too-large')
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('a document brought to the library', () => {
  test('PDF, Word and video are taken as they are', async () => {
    expect((await prepareUpload({ name: 'Kế hoạch 12.doc', body: pdf() })).name).toBe('Kế hoạch 12.pdf')
    expect((await prepareUpload({ name: 'a.zip', body: docx() })).kind.extension).toBe('docx')
    expect((await prepareUpload({ name: 'a', body: video() })).kind.mime).toBe('video/mp4')
  })

  test('a file as Word programs really write it is taken', async () => {
    const body = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Kế hoạch năm 2026')] }] }))
    expect((await prepareUpload({ name: 'Kế hoạch.docx', body })).kind.extension).toBe('docx')
  })

  test('the place a phone wrote into a video is gone, and nothing else moved', async () => {
    const kept = await prepareUpload({ name: 'a.mp4', body: video() })
    expect(kept.body.includes('+21.0285')).toBe(false)
    expect(kept.body.length).toBe(video().length)
    expect(kept.body.includes(Buffer.alloc(64, 7))).toBe(true)
  })

  test('cut off, two files in one, macros, archives and old formats are refused with what to do', async () => {
    expect(await codeOf('a.pdf', pdf().subarray(0, 90))).toBe('file-broken')
    expect(await codeOf('a.pdf', Buffer.concat([pdf(), docx()]))).toBe('file-disguised')
    expect(await codeOf('a.pdf', Buffer.concat([pdf(), Buffer.alloc(9000)]))).toBe('taken')
    expect(await codeOf('a.docx', docx().subarray(0, docx().length - 30))).toMatch(/file-broken|archive-refused/)
    expect(await codeOf('a.docx', Buffer.concat([docx(), Buffer.from('<script>')]))).toBe('file-broken')
    expect(await codeOf('a.docx', docx({ 'word/vbaProject.bin': 'x' }))).toBe('macro-refused')
    expect(await codeOf('a.zip', zip({ 'setup.exe': 'MZ' }))).toBe('archive-refused')
    expect(await codeOf('a.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]))).toBe(
      'old-office-refused',
    )
    expect(await codeOf('a.pdf', Buffer.from('MZ\x90\x00 this program cannot be run'))).toBe('type-refused')
    expect(await codeOf('a.html', Buffer.from('<!doctype html><script>1</script>'))).toBe('type-refused')
    expect(await codeOf('a.mp4', video().subarray(0, 150))).toBe('file-broken')
  })
})

describe('hostile bytes', () => {
  test('whatever comes is refused or made safe; nothing else is thrown', async () => {
    const whole = [
      await phonePicture(),
      await photo(60, 40).png().toBuffer(),
      await photo(60, 40).webp().toBuffer(),
      await photo(60, 40).gif().toBuffer(),
      pdf(),
      docx(),
      video(),
    ]
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((noise) => Buffer.from(noise)),
      fc
        .tuple(fc.constantFrom(...whole), fc.double({ min: 0, max: 1, noNaN: true }))
        .map(([file, part]) => file.subarray(0, Math.floor(file.length * part))),
      fc
        .tuple(fc.constantFrom(...whole), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 30 }))
        .map(([file, changes]) => {
          const hurt = Buffer.from(file)
          for (const [at, byte] of changes) hurt[at % hurt.length] = byte
          return hurt
        }),
      fc
        .tuple(fc.constantFrom(...whole), fc.uint8Array({ maxLength: 100 }))
        .map(([file, noise]) => Buffer.concat([file.subarray(0, 32), Buffer.from(noise)])),
    )
    await fc.assert(
      fc.asyncProperty(fc.string(), bytes, async (name, body) => {
        const outcome = await codeOf(name, body)
        if (outcome !== 'taken') return
        const kept = await prepareUpload({ name, body })
        if (kept.kind.kind === 'image') expect((await sharp(kept.body).metadata()).exif).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  }, 90_000)
})
