import type { FC } from 'hono/jsx'
import { imageUrl, variantFormats, type VariantFormat } from '../../media/address.ts'
import type { LiveFile } from '../live-media.ts'

interface PictureProps {
  file: LiveFile
  alt: string
  /** The width it takes on the page, as the attribute `sizes` says it. */
  sizes: string
  /** The first picture of a page is loaded at once, the others when they come near. */
  eager?: boolean
  /** Path of the signed link, while a draft is previewed. */
  base?: string
}

const types: Record<VariantFormat, string> = { avif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' }
const plainWidth = 960

/**
 * Width of a picture across a phone's page. Half a rem less than it is: at 360 points and twice as many dots it asks for 640 and
 * gets the file of 640, not the next wider one for the sake of 16 dots.
 */
export const phoneWidth = 'calc(100vw - 3rem)'

/** A picture in the widths and formats there are, with its room kept free while it loads. */
export const Picture: FC<PictureProps> = ({ file, alt, sizes, eager = false, base = '' }) => {
  const widthsOf = (format: VariantFormat): number[] =>
    file.variants.filter((v) => v.format === format).map((v) => v.width)
  const formats = variantFormats.toSorted((a, b) => order[a] - order[b]).filter((format) => widthsOf(format).length > 0)
  const fallback = formats.includes('jpeg') ? 'jpeg' : (formats.at(-1) ?? 'webp')
  const srcset = (format: VariantFormat): string =>
    widthsOf(format)
      .map((width) => `${base}${imageUrl(file.id, width, format)} ${width}w`)
      .join(', ')
  const widest = file.variants.at(-1)
  return (
    <picture>
      {formats
        .filter((format) => format !== fallback)
        .map((format) => (
          <source type={types[format]} srcset={srcset(format)} sizes={sizes} />
        ))}
      <img
        src={`${base}${imageUrl(file.id, nearest(widthsOf(fallback), plainWidth), fallback)}`}
        srcset={srcset(fallback) || undefined}
        sizes={srcset(fallback) ? sizes : undefined}
        width={file.width ?? widest?.width ?? 1280}
        height={file.height ?? widest?.height ?? 720}
        alt={alt}
        loading={eager ? undefined : 'lazy'}
        fetchpriority={eager ? 'high' : undefined}
        decoding={eager ? undefined : 'async'}
        class={`fx-${tenths(file.focalX)} fy-${tenths(file.focalY)}`}
      />
    </picture>
  )
}

const order: Record<VariantFormat, number> = { avif: 0, webp: 1, jpeg: 2 }

/** Focal points are classes, ten steps each way: the policy of the page allows no style of an element's own. */
const tenths = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 10)

/** The smallest width that is enough, else the widest. */
export const nearest = (widths: readonly number[], wanted: number): number =>
  widths.find((width) => width >= wanted) ?? widths.at(-1) ?? wanted
