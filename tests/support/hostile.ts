import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'

const source = path.resolve(import.meta.dirname, '../../src')

/** Names of the fields and query values the office reads, found in its source so that a new one is attacked too. */
export const fieldNames: readonly string[] = (() => {
  const names = new Set(['sau', 'q', 'trang', 'truoc', '__proto__', 'constructor'])
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!/(office|form)[^.]*\.tsx?$/.test(file) || /\.test\.|messages|office\/(editor|shell)\//.test(file)) continue
    const text = readFileSync(path.join(source, file), 'utf8')
    for (const [, name] of text.matchAll(
      /(?:\sname=|query\(|\btyped\.|\btyped\[|z\.object\(\{ |form\[)["']?([a-zA-Z][\w-]{0,30})/g,
    ))
      names.add(name as string)
    for (const [, name] of text.matchAll(
      /[{,]?\s'?([a-zA-Z][\w-]*)'?: (?:z\.|chosen|line\(|lines\(|optionalLine|tick|row|moment|words)/g,
    ))
      names.add(name as string)
  }
  for (const [, name] of readFileSync(path.join(source, 'articles/office/read-article-form.ts'), 'utf8').matchAll(
    /\w+: '([a-z-]+)'/g,
  ))
    names.add(name as string)
  return [...names].toSorted()
})()

const long = 'Ngưỡng ắ '.repeat(4000)

/** Texts that have broken programs before. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '\0',
      'a\0b',
      '\ud800',
      'x\udc00y',
      '0',
      '-1',
      '1.5',
      '2147483647',
      '2147483648',
      '4294967297',
      '9007199254740992',
      '99999999999999999999',
      '1e400',
      'NaN',
      'Infinity',
      '0x10',
      'Hoa\u0300 Bi\u0300nh',
      'đường\u0301\u0323',
      '\u200b\ufeff',
      '\u202egnp.exe',
      '\u0085',
      '\u2028',
      '\ufffe',
      '𠜎👩‍👩‍👧',
      'ﬁ',
      '\u1100\u1161\u11a8',
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      'javascript:alert(1)',
      '//evil.example',
      '/\\evil.example',
      'http://[',
      'https://a b',
      '\r\nSet-Cookie: a=b',
      "' or 1=1 --",
      '%',
      '_%\\',
      '%00',
      '../../etc/passwd',
      '..%2f..',
      '{{7*7}}',
      '$(id)',
      '[]',
      '{}',
      'null',
      'true',
      '__proto__',
      'constructor',
      'toString',
      '0000-00-00',
      '0000-01-01',
      '2026-13-45',
      '9999-12-31',
      '0001-01-01',
      '99999-01-01',
      '2026-02-30T25:61',
      '9999-12-31T23:59',
      '0000-01-01T00:00',
      '2026-11-23T08:00',
      'a@b',
      'ai@khue.example\r\nBcc: x@y',
      '(((((((((',
      '[[[[',
      'a'.repeat(70_000),
      long,
      '|'.repeat(500),
      'và '.repeat(300),
      '&'.repeat(300),
      '-'.repeat(400),
      '"'.repeat(301),
      ':*',
      '<->',
      '!a & (b',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.integer().map(String) },
)

/** What stands where a value of another kind should. */
export const part = fc.oneof(
  hostileText.filter((text) => text.length < 100),
  fc.integer(),
  fc.constantFrom(null, true, 1e300, -0, 2_147_483_648, Number.MAX_SAFE_INTEGER),
  fc.constant('2026-11-23T08:00:00.000Z'),
  fc.constant([]),
  fc.constant({}),
)

/** Cursors of lists: broken ones, and whole ones with parts that cannot be. */
export const hostileCursor: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(part, { minLength: 1, maxLength: 4 })
    .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url')),
  fc
    .array(
      hostileText.filter((text) => text.length < 50),
      { minLength: 1, maxLength: 3 },
    )
    .map((parts) => parts.join('-')),
  fc
    .array(
      hostileText.filter((text) => text.length < 50),
      { minLength: 1, maxLength: 3 },
    )
    .map((parts) => Buffer.from(parts.join('|').toWellFormed()).toString('base64url')),
  fc.constantFrom(
    '253402300799999999-1',
    '1763856000000000-2147483648',
    '99999999999999999999.9_1',
    '2026-11-23_1',
    '1_1',
    '2147483648',
    '0',
    '-1',
  ),
  hostileText,
)

/** Headers a proxy or an attacker may bring. */
export const hostileHeaders: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.constantFrom(
    'range',
    'if-none-match',
    'if-range',
    'accept-language',
    'accept-encoding',
    'x-forwarded-host',
    'x-forwarded-for',
    'forwarded',
    'cookie',
    'accept',
    'if-modified-since',
  ),
  fc.constantFrom(
    'bytes=0-',
    'bytes=9-1',
    'bytes=-0',
    '*',
    'W/"',
    '"x", *',
    'evil.example',
    'khue_lang=en; khue_lang=%00',
    'gzip;q=9, br',
    '-1',
    'é',
    'a'.repeat(5000),
  ),
  { maxKeys: 3 },
)
