import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { decryptWithCode, digestOfCode, type DeliveredFile } from './one-time-code.ts'

/** What a portal says of access to information and of personal data. */
export interface AccessSetting {
  contactUnit: string
  contactAddress: string
  contactPhone: string
  contactEmail: string
  listHref: string
  guidance: string
  dataUnit: string
  dataPhone: string
  dataEmail: string
}

/** What nobody filled in. */
export const emptyAccessSetting: AccessSetting = {
  contactUnit: '',
  contactAddress: '',
  contactPhone: '',
  contactEmail: '',
  listHref: '',
  guidance: '',
  dataUnit: '',
  dataPhone: '',
  dataEmail: '',
}

/** What a portal filled in; empty fields where it did not. */
export async function accessSettingOf(db: Database, siteId: number): Promise<AccessSetting> {
  const row = await db.selectFrom('accessSetting').selectAll().where('siteId', '=', siteId).executeTakeFirst()
  return { ...emptyAccessSetting, ...row }
}

/** given; taken: somebody had it; expired: too late; unknown: no such code; enough: too many wrong codes today. */
export type Fetched = { is: 'given'; file: DeliveredFile } | { is: 'taken' | 'expired' | 'unknown' | 'enough' }

/** Fetches a file with its one-time code, through a function of the database (migrations/0047). The code as readOneTimeCode gives it. */
export async function fetchWithCode(db: Database, code: string, visitor: string): Promise<Fetched> {
  const { rows } = await sql<{ taken: Taken }>`
    select take_delivery(${digestOfCode(code)}, ${visitor}) as taken`.execute(db)
  const taken = rows[0]!.taken
  if (taken.is !== 'given') return taken
  const salt = Buffer.from(taken.salt, 'hex')
  const content = Buffer.from(taken.content, 'base64')
  return { is: 'given', file: decryptWithCode({ salt, content }, code) }
}

type Taken = { is: 'given'; salt: string; content: string } | { is: 'taken' | 'expired' | 'unknown' | 'enough' }
