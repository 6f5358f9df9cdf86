import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { box, miniMp4, miniWebm, mp4 } from '../../../tests/support/films.ts'
import { Refused } from '../../refusals.ts'
import { lengthInWords } from '../file-kinds.ts'
import { prepareFile, prepareUpload } from '../prepare-upload.ts'

const codeOf = (body: Buffer, name = 'phim.mp4'): Promise<string> =>
  prepareUpload({ name, body }).then(
    () => 'taken',
    (error: unknown) => (error instanceof Refused ? (error.codes[0] as string) : Promise.reject(error)),
  )
const sentenceOf = (body: Buffer): Promise<string> =>
  prepareUpload({ name: 'phim', body }).then(
    () => '',
    (error: unknown) => (error instanceof Refused ? error.reasons.join(' ') : Promise.reject(error)),
  )

describe('a film brought to the library', () => {
  test('is known by its content, with its length and its size as it is shown', async () => {
    const facts = async (body: Buffer) => {
      const { kind, width, height, durationMs, name } = await prepareUpload({ name: 'Lễ hội.mov', body })
      return [kind.kind, kind.mime, width, height, durationMs, name]
    }
    expect(await facts(miniMp4())).toEqual(['video', 'video/mp4', 160, 90, 3000, 'Lễ hội.mp4'])
    expect(await facts(miniWebm())).toEqual(['video', 'video/webm', 160, 90, 3000, 'Lễ hội.webm'])
    expect(await facts(mp4({ turned: true }))).toEqual(['video', 'video/mp4', 720, 1280, 65_000, 'Lễ hội.mp4'])
    expect([lengthInWords(65_000), lengthInWords(3_725_000), lengthInWords(400)]).toEqual(['1:05', '1:02:05', '0:01'])
  })

  test('an iPhone’s HEVC film is refused with the name of what is wrong and the way to convert it', async () => {
    const sentence = await sentenceOf(mp4({ codec: 'hvc1' }))
    expect(sentence).toContain('HEVC (H.265)')
    expect(sentence).toContain('MP4, hình H.264, tiếng AAC')
    expect(await codeOf(mp4({ profile: 110 }))).toBe('film-picture-refused')
    expect(await codeOf(mp4({ sound: 'ac-3' }))).toBe('film-sound-refused')
    expect(await codeOf(mp4({ sound: 'none' }))).toBe('taken')
    expect(await codeOf(mp4({ seconds: 0 }))).toBe('film-no-duration')
    expect(await codeOf(mp4({ seconds: 13 * 3600 }))).toBe('film-too-long')
    expect(await codeOf(box('ftyp', Buffer.from('qt  \0\0\0\0qt  ')))).toBe('film-container-refused')
    const matroska = miniWebm()
    matroska.write('mkvz', matroska.indexOf('webm'), 'latin1')
    expect(await codeOf(matroska)).toMatch(/film-container-refused|type-refused/)
  })

  test('where it was made is gone from a WebM too, and nothing else moved', async () => {
    const film = miniWebm()
    const size = film.indexOf(Buffer.from('18538067', 'hex')) + 4
    const tags = Buffer.concat([
      Buffer.from('1254c367', 'hex'),
      Buffer.from([0x80 | 18]),
      Buffer.from('+21.0285+105.8542/'),
    ])
    film.writeBigUInt64BE((1n << 56n) | BigInt(film.length - size - 8 + tags.length), size)
    const body = Buffer.concat([film, tags])
    const kept = await prepareUpload({ name: 'a', body })
    expect(kept.body.includes('+21.0285')).toBe(false)
    expect(kept.body.subarray(0, film.length).equals(film)).toBe(true)
    expect(kept.body.length).toBe(body.length)
  })

  test('on disk it is read where it lies, changed in place, and known by what it has become', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'khue-film-'))
    try {
      const file = path.join(folder, 'a')
      const body = mp4({ head: [box('udta', Buffer.from('Nguyễn Thị Lan, Nokia'))] })
      await writeFile(file, body)
      const brought = { name: 'a.mp4', file, bytes: body.length, uploadSha256: 'f'.repeat(64) }
      const kept = await prepareFile(brought, { filmBytes: 1e6 })
      expect(kept).toMatchObject({ file, width: 1280, height: 720, durationMs: 65_000, bytes: body.length })
      const now = await readFile(file)
      expect(now.includes('Nokia')).toBe(false)
      expect(kept.sha256).toBe(createHash('sha256').update(now).digest('hex'))
      await expect(prepareFile(brought, { filmBytes: 100 })).rejects.toMatchObject({ codes: ['film-too-heavy'] })
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('boxes that claim more than there is, boxes in boxes and boxes without end are refused at once', async () => {
    const claims = mp4()
    claims.writeUInt32BE(0xfffffff0, claims.indexOf('moov') - 4)
    const nested = (deep: number): Buffer => (deep === 0 ? box('stbl') : box('trak', nested(deep - 1)))
    const tiny = Buffer.concat(Array.from({ length: 250_000 }, () => box('free')))
    const huge = box('ftyp', Buffer.from('isom\0\0\0\0isommp42'))
    for (const body of [
      claims,
      Buffer.concat([mp4(), Buffer.from('PK\u0003\u0004 another file')]),
      mp4({ head: [nested(2000)] }),
      mp4({ head: [tiny] }),
      Buffer.concat([huge, Buffer.from([0, 0, 0, 1]), Buffer.from('moov'), Buffer.alloc(8, 255)]),
      Buffer.concat([huge, box('moov')]),
      miniWebm().subarray(0, 200),
      Buffer.concat([miniWebm(), Buffer.from('<script>')]),
    ])
      expect(await codeOf(body)).toMatch(/^(file-broken|file-disguised|film-no-picture)$/)
  })

  test('whatever bytes come with the right beginning, it is taken or refused, and nothing else is thrown', async () => {
    const whole = [miniMp4(), miniWebm(), mp4()]
    const bytes = fc.oneof(
      fc.tuple(fc.constantFrom(...whole), fc.nat(), fc.uint8Array({ maxLength: 300 })).map(([film, at, noise]) => {
        const start = film.subarray(0, 12 + (at % film.length))
        return Buffer.concat([start, Buffer.from(noise)])
      }),
      fc
        .tuple(fc.constantFrom(...whole), fc.array(fc.tuple(fc.nat(700), fc.nat(255)), { minLength: 1, maxLength: 20 }))
        .map(([film, changes]) => {
          const hurt = Buffer.from(film)
          for (const [at, byte] of changes) hurt[at % hurt.length] = byte
          return hurt
        }),
    )
    await fc.assert(
      fc.asyncProperty(bytes, async (body) => {
        await codeOf(body)
      }),
      { numRuns: 600 },
    )
  }, 60_000)
})

const captions = async (text: string | Buffer): Promise<string> =>
  (await prepareUpload({ name: 'phu-de.srt', body: Buffer.from(text) })).body.toString()

describe('captions brought to the library', () => {
  test('SubRip is written anew as WebVTT, in the order of time, with nothing but safe marks', async () => {
    const written = await captions(
      [
        '2\r\n00:00:05,000 --> 00:00:07,250 X1:40\r\n<font color="red">Mời <b>bà con</font> xem\r\n{\\an8}& <script>alert(1)</script>',
        '1\r\n00:00:01,000 --> 00:00:03,000\r\n<v Bí thư>Ti\u0065\u0302\u0301ng Vi\u00ea\u0323t\u200b',
      ].join('\r\n\r\n'),
    )
    expect(written).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nBí thư: Tiếng Việt\n\n00:00:05.000 --> 00:00:07.250\nMời <b>bà con xem\n&amp; alert(1)</b>\n',
    )
    expect(await captions(written)).toBe(written)
  })

  test('styles, notes and places on the picture of WebVTT are left out', async () => {
    const written = await captions(
      'WEBVTT - x\n\nSTYLE\n::cue { background: url(https://x.example) }\n\nNOTE ai đó\n\nc1\n00:01.000 --> 00:02.000 line:0 align:left\n<c.big>Chào</c> <00:01.500>bạn\n',
    )
    expect(written).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nChào bạn\n')
  })

  test('the language is known by its letters, UTF-16 is read, and the length is the end of the last cue', async () => {
    const of = (body: Buffer) => prepareUpload({ name: 'a', body })
    const vi = await of(Buffer.from('\ufeffWEBVTT\n\n00:01.000 --> 00:02.500\nđược', 'utf16le'))
    const en = await of(Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.500\nWelcome'))
    expect([vi.language, vi.durationMs, vi.kind.kind, en.language]).toEqual(['vi', 2500, 'captions', 'en'])
  })

  test('a wrong time, an empty file, another encoding and a flood of cues are refused with the line at fault', async () => {
    expect(await sentenceOf(Buffer.from('WEBVTT\n\n00:05.000 --> 00:04.000\na'))).toContain('Dòng 3')
    expect(await codeOf(Buffer.from('WEBVTT\n\n5s --> 6s\na'))).toBe('captions-broken')
    expect(await codeOf(Buffer.from('WEBVTT\n\nNOTE\nkhông có gì'))).toBe('captions-empty')
    expect(await codeOf(Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n\xb3\xfa', 'latin1'))).toBe('captions-encoding')
    const flood = Buffer.from(`WEBVTT\n\n${'00:01.000 --> 00:02.000\na\n\n'.repeat(30_000)}`)
    expect(await codeOf(flood)).toBe('captions-too-long')
    expect(await codeOf(Buffer.from(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'<'.repeat(900)}`))).toMatch(
      /captions-empty|taken/,
    )
    expect(await codeOf(Buffer.from(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'ă'.repeat(1100)}`))).toBe(
      'captions-long-line',
    )
  })

  test('whatever is written in them, what is kept reads back as it is and holds no other mark', async () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('<b>', '</b>', '<i>', '<v A>', '&lt;', '-->', '00:00:01.000 --> 00:00:02.000', '', 'STYLE', '7'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
        const body = Buffer.from(`WEBVTT\n\n${lines.join('\n')}`)
        if ((await codeOf(body)) !== 'taken') return
        const written = await captions(body)
        expect(await captions(written)).toBe(written)
        expect(written.replace(/<\/?[biu]>| --> /g, '')).not.toMatch(/[<>]/)
      }),
      { numRuns: 400 },
    )
  })
})
