import sharp, { type Sharp } from 'sharp'
import { Uncleanable } from './uncleanable.ts'

/** Bounds in pixels: of what is decoded, and of the longer side that is kept. */
const mostPixels = 50_000_000
const longestSide = 2560

const formats = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' } as const
export type PictureMime = keyof typeof formats
export const isPictureMime = (mime: string): mime is PictureMime => Object.hasOwn(formats, mime)

/**
 * Decodes a picture and writes it anew: upright, at most 2560 pixels long, sRGB, without EXIF, place, XMP, comments or anything
 * appended. @throws Uncleanable.
 */
export async function cleanPicture(body: Uint8Array, mime: PictureMime): Promise<Buffer> {
  const head = await sharp(body, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (!head || head.format !== formats[mime]) throw new Uncleanable('broken')
  // Judged by the header, so a bomb of a few bytes costs nothing.
  if (head.width * head.height > mostPixels) throw new Uncleanable('large')
  try {
    const upright = sharp(body, { failOn: 'error', limitInputPixels: mostPixels })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    return await encode(upright, mime).timeout({ seconds: 30 }).toBuffer()
  } catch {
    throw new Uncleanable('broken')
  }
}

function encode(source: Sharp, mime: PictureMime): Sharp {
  if (mime === 'image/jpeg') return source.jpeg({ quality: 86 })
  return mime === 'image/png' ? source.png({ compressionLevel: 7 }) : source.webp({ quality: 86, effort: 2 })
}
