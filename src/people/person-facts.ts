import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import { NotFound, Refused } from '../refusals.ts'
import type { Role } from './actor.ts'

/** Someone as the commands look at them, locked until the commit. */
export interface PersonFacts {
  id: string
  name: string
  email: string
  disabledAt: Date | null
  lockedUntil: Date | null
  failedSignIns: number
  twoFactorEnabled: boolean
  /** Sites of every membership they have or had; null: the network. */
  sites: (number | null)[]
  /** Memberships that hold or will. */
  current: { id: number; siteId: number | null; role: Role; holdsToday: boolean }[]
}

/** Loads someone for a change. @throws NotFound */
export async function personForUpdate(tx: Transaction, personId: string): Promise<PersonFacts> {
  const person = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'disabledAt', 'lockedUntil', 'failedSignIns', 'twoFactorEnabled'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!person) throw new NotFound()
  const rows = await tx
    .selectFrom('membership')
    .select([
      'id',
      'siteId',
      'role',
      sql<boolean>`valid_to is null or valid_to >= today_in_vietnam()`.as('isCurrent'),
      sql<boolean>`valid_from <= today_in_vietnam()`.as('begun'),
    ])
    .where('personId', '=', personId)
    .orderBy('id')
    .execute()
  return {
    ...person,
    sites: [...new Set(rows.map((row) => row.siteId))],
    current: rows
      .filter((row) => row.isCurrent)
      .map(({ id, siteId, role, begun }) => ({ id, siteId, role: role as Role, holdsToday: begun })),
  }
}

/** Today in Viet Nam, as YYYY-MM-DD. */
export const todayInVietnam = (now = new Date()): string =>
  new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)

const lastAdminLock = 77_001

/**
 * Refuses an act after which nobody would administer the network. Two such acts at once wait for each other.
 * `leaving` is the person who would no longer count.
 */
export async function refuseIfLastNetworkAdmin(tx: Transaction, leaving: string, act: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lastAdminLock})`.execute(tx)
  const { others } = await tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.personId')
    .select((eb) => eb.fn.countAll<number>().as('others'))
    .where('m.role', '=', 'network_admin')
    .where('m.personId', '<>', leaving)
    .where('p.disabledAt', 'is', null)
    .where(sql<boolean>`m.valid_from <= today_in_vietnam() and m.valid_to is null`)
    .executeTakeFirstOrThrow()
  if (others > 0) return
  throw new Refused(act, [
    {
      code: 'last-network-admin',
      message: { vi: 'Đây là quản trị mạng lưới cuối cùng. Hãy giao vai trò này cho một người khác trước.' },
    },
  ])
}
