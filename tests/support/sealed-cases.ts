import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../src/database/connect.ts'
import { seal, type SealingKey } from '../../src/sealing/seal.ts'

/** A case as the public face hands it to the database: its sender sealed, a mail to them, files under the token of its form. */
export interface SentCase {
  siteId: number
  kind?: string
  formToken?: string
  sender?: Record<string, string>
  title?: string
  body?: string
  /** For kinds whose words are sealed. */
  sealedWords?: { title: string; body: string }
  mail?: { to: string; body: string }
}

let numbers = 0
const hex = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Takes a case through the database's own function, as the public face does. */
export async function sendCase(
  db: Database,
  key: SealingKey,
  given: SentCase,
): Promise<{ id: number; number: string }> {
  const token = given.formToken ?? randomBytes(16).toString('hex')
  const doc = {
    number: `TH-2026-${String(++numbers).padStart(6, '0')}`,
    kind: given.kind ?? 'question',
    siteId: given.siteId,
    title: given.title ?? '',
    body: given.body ?? '',
    sealedWords: given.sealedWords ? await seal(key, given.sealedWords) : null,
    sender: { sealed: await seal(key, given.sender ?? { name: 'Người thử' }), hasEmail: true },
    mail: given.mail ? { subject: 'Đã tiếp nhận hồ sơ', sealed: await seal(key, given.mail) } : null,
    trackingHash: hex(`theo dõi ${token}`),
    formHash: hex(token),
  }
  const { rows } = await sql<{ taken: { is: string; id: number; number: string } }>`
    select take_case(${JSON.stringify(doc)}::jsonb) as taken`.execute(db)
  const taken = rows[0]!.taken
  if (taken.is !== 'received') throw new Error(`the case was not taken: ${taken.is}`)
  return { id: taken.id, number: taken.number }
}

/** Every row of every table as text: what somebody who holds the whole database can read. */
export async function wholeDatabase(owner: Database): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`.execute(
    owner,
  )
  const all: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(owner)
    all.push(...rows.map(({ row }) => row))
  }
  return all.join('\n')
}
