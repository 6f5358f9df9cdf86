import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { colourPairs, type Palette, type Scheme } from './palette.ts'
import { contrastRatio, paletteOf, themeCss, themeNames, whyNotAccent } from './themes.ts'

const stylesheet = readFileSync(path.resolve(import.meta.dirname, '../../public/site/tokens.css'), 'utf8')
const schemes: readonly Scheme[] = ['light', 'dark']

/** Pairs of a palette that are harder to read than they may be. */
const unreadable = (palette: Palette): string[] =>
  colourPairs
    .map(({ on, ground, least }) => ({ on, ground, least, is: contrastRatio(palette[on], palette[ground]) }))
    .filter(({ is, least }) => is < least)
    .map(({ on, ground, least, is }) => `${on} on ${ground}: ${is.toFixed(2)} of ${least}`)

describe('the colours of a portal', () => {
  test.each(themeNames.flatMap((theme) => schemes.map((scheme) => [theme, scheme] as const)))(
    'every word and sign of %s can be read on %s pages',
    (theme, scheme) => {
      expect(unreadable(paletteOf(theme, null, scheme))).toEqual([])
    },
  )

  test('whatever colour of its own a portal may choose, day and night, every word and sign can be read', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(byte, byte, byte, (r, g, b) => {
        const accent = `#${[r, g, b].map((value) => value.toString(16).padStart(2, '0')).join('')}`
        fc.pre(whyNotAccent(accent) === undefined)
        for (const scheme of schemes) expect(unreadable(paletteOf('lotus', accent, scheme))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test.each(themeNames.flatMap((theme) => schemes.map((scheme) => [theme, scheme] as const)))(
    'the stylesheet gives %s on %s pages the very colours that were measured',
    (theme, scheme) => {
      const written = colourBlocks(theme, scheme)
      const palette = paletteOf(theme, null, scheme)
      for (const [name, colour] of Object.entries(palette))
        expect(`${name} ${written.get(name)}`).toBe(`${name} ${colour}`)
    },
  )

  test('a colour of its own reaches a reader by day and by night', () => {
    const css = themeCss('lotus', '#0b6b52')
    const dark = paletteOf('lotus', '#0b6b52', 'dark')
    expect(css).toContain('--accent:#0b6b52')
    expect(css).toMatch(new RegExp(`prefers-color-scheme:dark.*--accent:${dark.accent}.*--mast:${dark.mast}`))
  })
})

/** The colours the stylesheet sets for a theme, later rules over earlier ones. */
function colourBlocks(theme: string, scheme: Scheme): Map<string, string> {
  const [day = '', night = ''] = stylesheet.split('@media (prefers-color-scheme: dark)')
  const found = new Map<string, string>()
  for (const part of scheme === 'light' ? [day] : [day, night])
    for (const [, selectors = '', rules = ''] of part.matchAll(/([^{}]+)\{([^{}]*)\}/g))
      if (selectors.includes(':root') || selectors.includes(`'${theme}'`))
        for (const [, name = '', value = ''] of rules.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6});/g))
          found.set(name, value.length === 4 ? value.replaceAll(/[0-9a-f]/g, '$&$&') : value)
  return found
}
