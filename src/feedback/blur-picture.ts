import sharp, { type OverlayOptions, type Region, type Sharp } from 'sharp'

/** A part of a picture, in percent of its width and height, from its upper left corner. */
export interface Area {
  left: number
  top: number
  width: number
  height: number
}

/** The most parts of one picture. */
export const mostAreas = 12
/** How many blocks the longer side of a part keeps: too few for a face or a number plate to be read from, or worked out again. */
const blocks = 6
const mostPixels = 60_000_000

/** Reads typed percent values, with comma or point. Undefined when they are no part of a picture. */
export function readArea(values: readonly [string, string, string, string]): Area | undefined {
  const [left, top, width, height] = values.map((text) =>
    /^\d{1,3}(?:[.,]\d{1,6})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN,
  ) as [number, number, number, number]
  const fits =
    left >= 0 && top >= 0 && width > 0 && height > 0 && left < 100 && top < 100 && width <= 100 && height <= 100
  return fits ? { left, top, width, height } : undefined
}

/**
 * Writes a picture anew with parts of it made unreadable for good: each becomes a handful of blocks that are then blurred, so what was
 * there is not in the file any more. Always a JPEG, upright, without anything but the picture.
 * @throws when the bytes are no picture sharp can read, or it has more than 60 million pixels.
 */
export async function blurPicture(body: Buffer, areas: readonly Area[]): Promise<Buffer> {
  const upright = await sharp(body, { failOn: 'error', limitInputPixels: mostPixels })
    .autoOrient()
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = upright.info
  const whole = (): Sharp => sharp(upright.data, { raw: { width, height, channels } })
  const patches: OverlayOptions[] = []
  for (const area of areas) {
    const box = boxOf(area, width, height)
    patches.push({ input: await unreadable(whole(), box), left: box.left, top: box.top })
  }
  return whole().composite(patches).jpeg({ quality: 88 }).toBuffer()
}

/** The part in pixels: rounded outwards, within the picture, one pixel at least. */
function boxOf(area: Area, width: number, height: number): Region {
  const left = Math.min(width - 1, Math.floor((area.left / 100) * width))
  const top = Math.min(height - 1, Math.floor((area.top / 100) * height))
  const right = Math.min(width, Math.ceil(((area.left + area.width) / 100) * width))
  const bottom = Math.min(height, Math.ceil(((area.top + area.height) / 100) * height))
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
}

async function unreadable(picture: Sharp, box: Region): Promise<Buffer> {
  const scale = blocks / Math.max(box.width, box.height)
  const [across, down] = [box.width, box.height].map((side) => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ]
  const small = await picture.extract(box).resize(across, down, { kernel: 'linear', fit: 'fill' }).png().toBuffer()
  const sigma = Math.min(100, Math.max(0.5, Math.max(box.width, box.height) / blocks / 3))
  const large = await sharp(small).resize(box.width, box.height, { kernel: 'nearest', fit: 'fill' }).png().toBuffer()
  return sharp(large).blur(sigma).png().toBuffer()
}
