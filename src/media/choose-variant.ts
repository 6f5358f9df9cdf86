import { askedVariant, type VariantFormat } from './address.ts'
import { storedName, variantName } from './file-kinds.ts'

interface Choosable {
  sha256: string
  mime: string
  variants: readonly { format: VariantFormat; width: number }[]
}

/**
 * The stored picture that answers a name such as 640.webp: that one, else the next wider of the format, else the widest of it, else
 * the same in another format, else (not yet derived) the whole picture. Any other name gets the whole picture.
 */
export function chooseVariant(media: Choosable, name: string): { stored: string; mime: string } {
  const asked = askedVariant(name)
  const whole = { stored: storedName(media), mime: media.mime }
  if (!asked || media.variants.length === 0) return whole
  const sameFormat = media.variants.filter((variant) => variant.format === asked.format)
  const choice = (
    sameFormat.length > 0 ? sameFormat : media.variants.filter((variant) => variant.format === 'webp')
  ).toSorted((a, b) => a.width - b.width)
  const best = choice.find((variant) => variant.width >= asked.width) ?? choice.at(-1)
  return best ? { stored: variantName(media.sha256, best), mime: `image/${best.format}` } : whole
}
