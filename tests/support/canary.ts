import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import type { Database } from '../../src/database/connect.ts'
import { fold } from '../../src/web/vietnamese.ts'

/** Somebody who does not exist and whose every fact would be known again, however it is written. `n`: which form they filled in. */
export const canary = (n: number) => ({
  name: `Xuyến Chi Bạch ${n}`,
  email: `xuyen.chi.${n}@thu.canary.example`,
  phone: `09870 01 0${String(n).padStart(2, '0')}`,
  address: `Số ${n} ngách 5 ngõ Bạch Hạc Vàng`,
  identity: `0010990123${String(n).padStart(2, '0')}`,
  organisation: `Hội quán Chim Phượng Đỏ ${n}`,
  fax: `024 7777 88${String(n).padStart(2, '0')}`,
  account: `1903 6666 0${n}`,
})
export type Canary = ReturnType<typeof canary>

/** All of it in a sentence, as people write about themselves. */
export const aboutMyself = (one: Canary): string =>
  `Tôi là ${one.name}, ở ${one.address}, điện thoại ${one.phone}, thư ${one.email}, căn cước ${one.identity}, tài khoản ${one.account}, của ${one.organisation}, fax ${one.fax}.`

/** What is looked for: letters and digits alone, without diacritics. */
const needles = [
  'xuyenchi',
  'canaryexample',
  '09870010',
  '849870010',
  'bachhacvang',
  '0010990123',
  'chimphuongdo',
  '024777788',
  '190366660',
] as const

/** Where something of the canary is found in a text, with what stands around it; the text may be encoded for an address. */
export function canariesIn(text: string): string[] {
  const bare = fold(decoded(text)).replaceAll(/[^a-z0-9]/g, '')
  return needles.flatMap((needle) => {
    const at = bare.indexOf(needle)
    return at < 0 ? [] : [`${needle}: …${bare.slice(Math.max(0, at - 40), at + needle.length + 20)}…`]
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text.replaceAll(/%([0-9a-f]{2})/gi, (whole, hex: string) =>
      Number.parseInt(hex, 16) < 128 ? String.fromCharCode(Number.parseInt(hex, 16)) : whole,
    )
  }
}

/** All words of a spreadsheet, part by part. */
export const wordsOfXlsx = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n')

/** Every row of every table that holds something of the canary, columns left out that are there for it. */
export async function canariesInTables(
  owner: Database,
  meant: Readonly<Record<string, readonly string[]>>,
): Promise<string[]> {
  const { rows: tables } = await sql<{
    schema: string
    name: string
  }>`select n.nspname as schema, c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
    order by 1, 2`.execute(owner)
  const found: string[] = []
  for (const { schema, name } of tables) {
    const { rows } = await sql<{
      text: string
    }>`select (to_jsonb(t) - ${[...(meant[name] ?? [])]}::text[])::text as text
      from ${sql.table(`${schema}.${name}`)} t`.execute(owner)
    for (const { text } of rows) for (const one of canariesIn(text)) found.push(`${schema}.${name}: ${one}`)
  }
  return found
}
