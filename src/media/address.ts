import { slugOf } from '../web/vietnamese.ts'

/** Formats a derived picture can have. */
export const variantFormats = ['webp', 'avif', 'jpeg'] as const
export type VariantFormat = (typeof variantFormats)[number]

/** Widths of derived pictures in pixels; none wider than its original is made. */
export const variantWidths = [320, 640, 960, 1280, 1920] as const

/** Public address of a picture in a width. Always answers while the picture is live: the nearest there is stands in. */
export const imageUrl = (mediaId: number, width: number, format: VariantFormat): string =>
  `/tep/${mediaId}/${width}.${format}`

/** Public address of a file under its own name, made of plain letters. Of a picture: the whole of it. */
export const fileUrl = (mediaId: number, name: string): string => `/tep/${mediaId}/${fileSlug(name)}`

/** Address of a picture in the office, for signed-in people of its portal; width 0 is the whole of it. */
export const officeImageUrl = (mediaId: number, width: number): string => `/thu-vien/${mediaId}/xem/${width}`

/** "Kế hoạch 12.PDF" → "ke-hoach-12.pdf". A name that would read as a width gets a word before it. */
export function fileSlug(name: string): string {
  const dot = name.lastIndexOf('.')
  const extension =
    dot > 0
      ? name
          .slice(dot + 1)
          .toLowerCase()
          .replace(/[^a-z0-9]/g, '')
      : ''
  const stem = slugOf(dot > 0 ? name.slice(0, dot) : name)
  const safe = /^\d+$/.test(stem) ? `tep-${stem}` : stem
  return extension ? `${safe}.${extension}` : safe
}

/** The parts of a name that asks for a derived picture, such as 640.webp. */
export function askedVariant(name: string): { width: number; format: VariantFormat } | undefined {
  const found = /^(\d{1,5})\.(webp|avif|jpeg)$/.exec(name)
  return found ? { width: Number(found[1]), format: found[2] as VariantFormat } : undefined
}
