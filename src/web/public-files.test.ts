import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { publicFiles, squeezed } from './public-files.ts'

const files = publicFiles(path.resolve(import.meta.dirname, '../../public'))
const stylesheet = files.find('site.css')!.body

test('a reader pays at most 12 KB for how every page of a portal looks', () => {
  const packed = gzipSync(stylesheet)
  expect(packed.byteLength).toBeLessThanOrEqual(12_288)
  expect(gunzipSync(packed).equals(stylesheet)).toBe(true)
})

test('a stylesheet loses its comments and its empty room, and nothing that means something', () => {
  const css = `/* why */ .a  >  .b,\n.c { color: red; width: calc(1px + 2px) }\n.d::after { content: ' ,  (' attr(href) ')' }`
  expect(squeezed(css)).toBe(` .a>.b,.c{color: red;width: calc(1px + 2px)}.d::after{content: ' ,  (' attr(href) ')'}`)
})
