/** Segments a decoder needs or may need: JFIF, colour profile, Adobe's colour transform. */
const needed = new Set([0xe0, 0xe2, 0xee])

/**
 * A JPEG without its remarks: EXIF, XMP, IPTC, comments and what lies behind its end are left out, the picture is not decoded.
 * undefined for what is no JPEG.
 */
export function cleanJpegSegments(body: Uint8Array): Uint8Array | undefined {
  if (body[0] !== 0xff || body[1] !== 0xd8) return undefined
  const kept: Uint8Array[] = [body.subarray(0, 2)]
  let at = 2
  while (at + 4 <= body.length) {
    if (body[at] !== 0xff) return undefined
    const marker = body[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    const end = at + 2 + ((body[at + 2]! << 8) | body[at + 3]!)
    if (end > body.length || end < at + 4) return undefined
    if (marker === 0xda) {
      kept.push(body.subarray(at, endOfPicture(body, end)))
      return Buffer.concat(kept)
    }
    const isRemark = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && !needed.has(marker))
    if (!isRemark) kept.push(body.subarray(at, end))
    at = end
  }
  return undefined
}

/** Behind the last end-of-image mark; a picture that is cut off ends where the bytes end. */
function endOfPicture(body: Uint8Array, from: number): number {
  for (let at = from; at + 1 < body.length; at++) {
    if (body[at] === 0xff && body[at + 1] === 0xd9) return at + 2
  }
  return body.length
}
