import sharp, { type Sharp } from 'sharp'
import { limits } from './file-kinds.ts'
import { refusedUpload } from './refuse-upload.ts'

// One thread a picture: two uploads at once share the machine with the readers' pages. No cache: originals are read once.
sharp.concurrency(1)
sharp.cache(false)

/** A picture written anew: upright, sRGB, without EXIF, GPS, XMP, comments or anything appended. */
export interface CleanImage {
  body: Buffer
  mime: string
  width: number
  height: number
}

const formatOf: Record<string, string> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'heif',
}

/**
 * Decodes a picture whole and writes it anew; only these new bytes are ever kept. JPEG, PNG, GIF and WebP stay what they are,
 * AVIF becomes WebP (writing AVIF in full size takes tens of seconds). Refuses with a reason what is too large, cut off or broken.
 */
export async function cleanImage(body: Buffer, mime: string): Promise<CleanImage> {
  if (body.length > limits.imageBytes) throw refusedUpload('image-too-heavy')
  const animated = mime === 'image/gif' || mime === 'image/webp'
  // The header is judged before anything is decoded, so a bomb of a few bytes costs nothing.
  const head = await sharp(body, { animated, limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (!head || head.format !== formatOf[mime]) throw refusedUpload('file-broken')
  if (head.width * (head.pageHeight ?? head.height) * (head.pages ?? 1) > limits.imagePixels)
    throw refusedUpload('image-too-large')
  const source = sharp(body, { animated, failOn: 'error', limitInputPixels: limits.imagePixels })
  const upright = animated && (head.pages ?? 1) > 1 ? source : source.autoOrient()
  try {
    const written = await encode(upright, mime).timeout({ seconds: 60 }).toBuffer({ resolveWithObject: true })
    const kept = mime === 'image/avif' ? 'image/webp' : mime
    return {
      body: written.data,
      mime: kept,
      width: written.info.width,
      height: written.info.pageHeight ?? written.info.height,
    }
  } catch {
    throw refusedUpload('file-broken')
  }
}

function encode(source: Sharp, mime: string): Sharp {
  switch (mime) {
    case 'image/jpeg':
      return source.jpeg({ quality: 90 })
    case 'image/png':
      return source.png({ compressionLevel: 7 })
    case 'image/gif':
      return source.gif()
    default:
      return source.webp({ quality: 90, effort: 2 })
  }
}
