import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readDocx } from './from-docx.ts'
import { unpacksWithinBounds } from './unpacked-size.ts'

interface Part {
  name: string
  body: Buffer
  /** What the directory says of its size. */
  declared?: number
}

/** An archive as a program that means no good would write it. */
function archive(parts: readonly Part[]): Buffer {
  const files: Buffer[] = []
  const lines: Buffer[] = []
  let at = 0
  for (const { name, body, declared = body.length } of parts) {
    const packed = deflateRawSync(body)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(declared, 22)
    head.writeUInt16LE(name.length, 26)
    const line = Buffer.alloc(46)
    line.writeUInt32LE(0x02014b50)
    line.writeUInt16LE(8, 10)
    line.writeUInt32LE(packed.length, 20)
    line.writeUInt32LE(declared, 24)
    line.writeUInt16LE(name.length, 28)
    line.writeUInt32LE(at, 42)
    files.push(head, Buffer.from(name), packed)
    lines.push(line, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(lines)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, directory, end])
}

const blanks = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1024 * 1024, ' ')

test('a document of ordinary size is let through', () => {
  expect(
    unpacksWithinBounds(
      archive([
        { name: 'word/document.xml', body: blanks(2) },
        { name: 'word/media/a.png', body: blanks(40) },
      ]),
    ),
  ).toBe(true)
})

test.each([
  ['a text that unpacks to more than any reader can hold', [{ name: 'word/document.xml', body: blanks(40) }]],
  ['one whose directory says it is small', [{ name: 'word/document.xml', body: blanks(40), declared: 100 }]],
  [
    'many that are too much together',
    Array.from({ length: 5 }, (_, at) => ({ name: `word/p${at}.xml`, body: blanks(8) })),
  ],
])('%s is refused before it is read', async (_, parts) => {
  const file = archive(parts)
  expect(file.length).toBeLessThan(100_000)
  expect(unpacksWithinBounds(file)).toBe(false)
  expect(await readDocx(file)).toBeUndefined()
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a head alone', Buffer.from('PK\u0003\u0004')],
  ['an archive cut off in its directory', archive([{ name: 'a.xml', body: blanks(1) }]).subarray(0, -30)],
])('%s is no document', (_, file) => expect(unpacksWithinBounds(file)).toBe(false))
