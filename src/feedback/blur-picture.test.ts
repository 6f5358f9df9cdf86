import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { blurPicture, readArea } from './blur-picture.ts'

/** Black and white stripes two pixels wide: what a number plate is to a camera. */
async function striped(width = 400, height = 300): Promise<Buffer> {
  const raw = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      raw.fill(Math.floor(x / 2) % 2 === 0 ? 0 : 255, (y * width + x) * 3, (y * width + x) * 3 + 3)
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .withExif({ IFD0: { Copyright: 'Người chụp' } })
    .toBuffer()
}

/** How much a part of a picture varies from one pixel to the next: 0 for one colour, about 127 for the stripes. */
async function detailOf(
  picture: Buffer,
  ...[left, top, width, height]: [number, number, number, number]
): Promise<number> {
  const { channels } = await sharp(await sharp(picture).extract({ left, top, width, height }).png().toBuffer()).stats()
  return channels[0]!.stdev
}

describe('a part of a picture that is made unreadable', () => {
  test('holds nothing of what was there, while the rest is as it was', async () => {
    const before = await striped()
    const after = await blurPicture(before, [{ left: 25, top: 50, width: 30, height: 20 }])
    expect((await sharp(after).metadata()).format).toBe('jpeg')
    expect((await sharp(after).metadata()).width).toBe(400)
    expect(await detailOf(before, 100, 150, 120, 60)).toBeGreaterThan(100)
    expect(await detailOf(after, 104, 154, 112, 52)).toBeLessThan(12)
    expect(await detailOf(after, 0, 0, 400, 140)).toBeGreaterThan(100)
    expect(await detailOf(after, 0, 215, 400, 80)).toBeGreaterThan(100)
  })

  test('may reach the edge of the picture or beyond it, and may be a single pixel', async () => {
    const after = await blurPicture(await striped(101, 53), [
      { left: 90, top: 90, width: 100, height: 100 },
      { left: 99.99, top: 99.99, width: 0.01, height: 0.01 },
      { left: 0, top: 0, width: 100, height: 100 },
    ])
    expect((await sharp(after).metadata()).height).toBe(53)
    expect(await detailOf(after, 0, 0, 101, 53)).toBeLessThan(15)
  })

  test('loses everything besides the picture, and stands upright', async () => {
    const turned = await sharp(await striped(40, 20))
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const { exif, width, height, orientation } = await sharp(await blurPicture(turned, [])).metadata()
    expect({ exif, width, height, orientation }).toEqual({
      exif: undefined,
      width: 20,
      height: 40,
      orientation: undefined,
    })
  })

  test('is refused for what is no picture', async () => {
    await expect(blurPicture(Buffer.from('<svg>'), [])).rejects.toThrow()
  })

  test('is given in percent, with comma or point', () => {
    expect(readArea(['0', '12,5', '100', '87.5'])).toEqual({ left: 0, top: 12.5, width: 100, height: 87.5 })
    for (const wrong of [
      ['', '0', '1', '1'],
      ['0', '0', '0', '1'],
      ['100', '0', '1', '1'],
      ['-1', '0', '1', '1'],
      ['0', '0', '101', '1'],
      ['0', '0', 'x', '1'],
    ] as const)
      expect(readArea(wrong), wrong.join(' ')).toBeUndefined()
  })
})
