import { expect, test } from 'vitest'
import { plainVoids } from './void-elements.ts'

test('void elements lose their slash, with whatever stands in their attributes', () => {
  expect(plainVoids('<p>Một<br/>hai</p><img src="/a.webp" alt="a > b / c"/><input value="x/" />')).toBe(
    '<p>Một<br>hai</p><img src="/a.webp" alt="a > b / c"><input value="x/">',
  )
})

test('drawings, words and data keep theirs', () => {
  const html =
    '<svg><path d="M0 0"/><circle r="1"/></svg><p>&lt;br/&gt;</p><script type="application/ld+json">{"a":"\\u003cbr/>"}</script>'
  expect(plainVoids(html)).toBe(html)
})
