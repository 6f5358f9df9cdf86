import type { Message } from '../web/message.ts'
import { neutrals, type Palette, type Scheme } from './palette.ts'

/** Colours of a portal as its pages use them. `accent` stands on white and carries white text; ink is written on `soft`. */
export interface ThemeTokens {
  accent: string
  /** A darker accent, for headers and for what the pointer is on. */
  strong: string
  /** A tint behind boxes and tables. */
  soft: string
}

export const themeNames = ['lotus', 'jade', 'indigo', 'amber'] as const
export type ThemeName = (typeof themeNames)[number]

export const ink = neutrals.light.ink
export const white = '#ffffff'

/** Contrast that WCAG 2.2 AA (1.4.3) asks of text. */
export const leastContrast = 4.5

export const themes = {
  lotus: { label: { vi: 'Sen hồng', en: 'Lotus' }, accent: '#a61c3c', strong: '#7f1230', soft: '#fbeef1' },
  jade: { label: { vi: 'Ngọc bích', en: 'Jade' }, accent: '#0b6b52', strong: '#084c3b', soft: '#eaf5f1' },
  indigo: { label: { vi: 'Chàm', en: 'Indigo' }, accent: '#2b4a9b', strong: '#1e3573', soft: '#edf1fa' },
  amber: { label: { vi: 'Hổ phách', en: 'Amber' }, accent: '#8a4b08', strong: '#633506', soft: '#fbf2e7' },
} as const satisfies Record<ThemeName, ThemeTokens & { label: Message }>

export const isThemeName = (text: string): text is ThemeName => (themeNames as readonly string[]).includes(text)

/** The colours of a portal: its theme, or the whole scale made from the accent it chose. */
export function tokensOf(theme: string, accent: string | null): ThemeTokens {
  const named = themes[isThemeName(theme) ? theme : 'lotus']
  if (accent === null) return { accent: named.accent, strong: named.strong, soft: named.soft }
  return { accent, strong: mix(accent, '#000000', 0.25), soft: mix(accent, white, 0.92) }
}

const { dark } = neutrals

/**
 * The same colours for dark pages: the hue of the accent, lightened until it can be read on every dark surface and on its own
 * tint. Whatever is filled with the accent carries dark.paper there.
 */
export function darkTokensOf({ accent }: ThemeTokens): ThemeTokens {
  const soft = mix(dark.paper, accent, 0.2)
  const readable = (color: string): boolean =>
    [dark.paper, dark.surface, soft].every((ground) => contrastRatio(color, ground) >= darkContrast)
  let share = 0
  while (share < 1 && !readable(mix(accent, white, share))) share += 0.02
  return { accent: mix(accent, white, share), strong: mix(accent, white, share + (1 - share) * 0.35), soft }
}

/** The masthead of a dark page, which must not outshine what is read below it. */
export const darkMastOf = ({ strong }: ThemeTokens): string => mix(strong, dark.paper, 0.3)

/** More than leastContrast: light words on dark paper are read with less ease. */
const darkContrast = 5.5

/** Every colour of a portal's pages, by the name of its custom property. */
export function paletteOf(theme: string, accent: string | null, scheme: Scheme): Palette {
  const light = tokensOf(theme, accent)
  const { accent: main, strong, soft } = scheme === 'light' ? light : darkTokensOf(light)
  return {
    ...neutrals[scheme],
    accent: main,
    'accent-strong': strong,
    'accent-soft': soft,
    'accent-ink': scheme === 'light' ? white : dark.paper,
    mast: scheme === 'light' ? light.strong : darkMastOf(light),
  }
}

/** Contrast of two colours written #rrggbb, from 1 to 21, as WCAG 2.2 defines it. */
export function contrastRatio(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

/** Why a colour cannot be the accent of a portal, with the contrast measured; undefined when it can. */
export function whyNotAccent(accent: string): Message | undefined {
  if (!/^#[0-9a-f]{6}$/.test(accent)) {
    return { vi: 'Màu phải viết dạng #rrggbb, ví dụ #0b6b52.', en: 'Write the colour as #rrggbb, for example #0b6b52.' }
  }
  const onWhite = contrastRatio(accent, white)
  if (onWhite < leastContrast) {
    const measured = ratioOf(onWhite)
    return {
      vi: `Màu ${accent} trên nền trắng chỉ đạt độ tương phản ${measured}:1, cần ít nhất 4,5:1. Hãy chọn màu đậm hơn.`,
      en: `${accent} on white has a contrast of ${measured}:1 only; at least 4.5:1 is needed. Choose a darker colour.`,
    }
  }
  const onTint = contrastRatio(ink, tokensOf('lotus', accent).soft)
  if (onTint < leastContrast) {
    const measured = ratioOf(onTint)
    return {
      vi: `Chữ trên nền nhạt của màu ${accent} chỉ đạt độ tương phản ${measured}:1, cần ít nhất 4,5:1.`,
      en: `Text on the tint of ${accent} has a contrast of ${measured}:1 only; at least 4.5:1 is needed.`,
    }
  }
  return undefined
}

/** 4,49 — cut, never rounded up to a limit that is not reached. */
export const ratioOf = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2).replace('.', ',')

/** The colours of a portal as custom properties, for a stylesheet. Holds nothing but checked colours. */
export function themeCss(theme: string, accent: string | null): string {
  const usable = accent !== null && whyNotAccent(accent) === undefined ? accent : null
  const light = tokensOf(theme, usable)
  const night = darkTokensOf(light)
  const three = ({ accent: main, strong, soft }: ThemeTokens): string =>
    `--accent:${main};--accent-strong:${strong};--accent-soft:${soft}`
  return (
    `:root{${three(light)};--accent-ink:${white};--mast:${light.strong}}` +
    `@media (prefers-color-scheme:dark){:root{${three(night)};--accent-ink:${dark.paper};--mast:${darkMastOf(light)}}}`
  )
}

function mix(color: string, other: string, share: number): string {
  const [from, to] = [channels(color), channels(other)]
  return `#${from
    .map((value, i) =>
      Math.round(value * (1 - share) + (to[i] ?? 0) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

const channels = (color: string): number[] => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = channels(color)
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
