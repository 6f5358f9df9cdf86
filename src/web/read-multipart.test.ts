import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BrokenForm, boundaryOf, readMultipart } from './read-multipart.ts'

async function* inPieces(body: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < body.length; turn++) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1)
    yield body.subarray(at, at + size)
    at += size
  }
}

async function partsOf(body: Buffer, boundary: string, sizes: readonly number[] = [7]) {
  const parts: { name: string; filename: string | undefined; bytes: Buffer }[] = []
  for await (const { name, filename, bytes } of readMultipart(inPieces(body, sizes), boundary)) {
    const pieces: Buffer[] = []
    for await (const piece of bytes) pieces.push(Buffer.from(piece))
    parts.push({ name, filename, bytes: Buffer.concat(pieces) })
  }
  return parts
}

test('every file a browser sends comes out as it went in, however the network cuts it', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom('\r\n', '\r\n--', '--b', '\r\n\r\n--').map((text) => Buffer.from(text)),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(bytes, { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 }),
      async (files, sizes) => {
        const form = new FormData()
        for (const [at, file] of files.entries())
          form.append('tep', new File([new Uint8Array(file)], `Ảnh "${at}".jpg`))
        const sent = new Request('http://x.example', { method: 'POST', body: form })
        const boundary = boundaryOf(sent.headers.get('content-type') ?? '')!
        const parts = await partsOf(Buffer.from(await sent.arrayBuffer()), boundary, sizes)
        expect(parts.map((part) => [part.name, part.filename, part.bytes.toString('hex')])).toEqual(
          files.map((file, at) => ['tep', `Ảnh "${at}".jpg`, Buffer.from(file).toString('hex')]),
        )
      },
    ),
    { numRuns: 200 },
  )
})

test('a form cut off anywhere, or made up, ends as a broken form', async () => {
  const form = Buffer.from('--b\r\nContent-Disposition: form-data; name="tep"; filename="a"\r\n\r\nxyz\r\n--b--')
  for (let length = 0; length < form.length; length++)
    await expect(partsOf(form.subarray(0, length), 'b'), String(length)).rejects.toThrow(BrokenForm)
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) => {
      await partsOf(Buffer.concat([form.subarray(0, 20), Buffer.from(noise)]), 'b').catch((error: unknown) => {
        expect(error).toBeInstanceOf(BrokenForm)
      })
    }),
  )
  await expect(partsOf(Buffer.from(`--b\r\n${'a'.repeat(20_000)}`), 'b')).rejects.toThrow(BrokenForm)
  expect(boundaryOf('application/x-www-form-urlencoded')).toBeUndefined()
})
