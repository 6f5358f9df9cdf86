import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database, Transaction } from '../database/connect.ts'
import { fold } from '../web/vietnamese.ts'
import { pageOf, type Page } from '../web/paging.ts'
import { sitesOf, type Actor, type Role } from './actor.ts'

type Held = { siteId: number | null; role: Role }[]

// Memberships that hold today, in Viet Nam. Keys of JSON stay as SQL names them, so it names them as TypeScript does.
const todaysMemberships = sql<Held>`(select coalesce(json_agg(json_build_object('siteId', m.site_id, 'role', m.role) order by m.id), '[]')
  from membership m where m.person_id = p.id and today_in_vietnam() between m.valid_from and coalesce(m.valid_to, 'infinity'))`

const actorColumns = (db: Database | Transaction) =>
  db.selectFrom('person as p').select(['p.id', 'p.name', 'p.email', todaysMemberships.as('memberships')])

const asActor = ({ id, name, email, memberships }: Actor): Actor => ({ id, name, email, memberships })

/** A person with what they may be today; undefined for someone unknown or disabled. */
export async function actorById(db: Database | Transaction, personId: string): Promise<Actor | undefined> {
  const row = await actorColumns(db).where('p.id', '=', personId).where('p.disabledAt', 'is', null).executeTakeFirst()
  return row && asActor(row)
}

export interface LiveSession {
  id: string
  actor: Actor
  twoFactorEnabled: boolean
  /** Activity was last noted long enough ago to note it again. */
  stale: boolean
}

/**
 * The session of a token, if it still holds: not ended, used within `idleMinutes`, not waiting for a second factor, of a person not
 * disabled. Memberships are read anew each time, so one that ended stops working at once.
 */
export async function sessionByToken(
  db: Database,
  token: string,
  idleMinutes: number,
): Promise<LiveSession | undefined> {
  const row = await actorColumns(db)
    .innerJoin('personSession as s', 's.personId', 'p.id')
    .select([
      's.id as sessionId',
      'p.twoFactorEnabled',
      sql<boolean>`s.seen_at < now() - interval '20 seconds'`.as('stale'),
    ])
    .where('s.token', '=', token)
    .where('s.expiresAt', '>', sql<Date>`now()`)
    .where('s.seenAt', '>', sql<Date>`now() - make_interval(mins => ${idleMinutes})`)
    .where('s.waitsForCode', '=', false)
    .where('p.disabledAt', 'is', null)
    .executeTakeFirst()
  return row && { id: row.sessionId, actor: asActor(row), twoFactorEnabled: row.twoFactorEnabled, stale: row.stale }
}

/** What the sign-in must know of the person behind an address. */
export async function signInFacts(db: Database | Transaction, by: { email: string } | { personId: string }) {
  const query = db.selectFrom('person').select(['id', 'name', 'email', 'disabledAt', 'lockedUntil', 'twoFactorEnabled'])
  return 'email' in by
    ? query.where('email', '=', by.email.toLowerCase()).executeTakeFirst()
    : query.where('id', '=', by.personId).executeTakeFirst()
}

/** The same by address, as it was typed. */
export async function actorByEmail(db: Database | Transaction, email: string): Promise<Actor | undefined> {
  const row = await actorColumns(db)
    .where('p.email', '=', email.trim().toLowerCase())
    .where('p.disabledAt', 'is', null)
    .executeTakeFirst()
  return row && asActor(row)
}

/** One's own open sessions, the last used first. */
export async function sessionsOf(db: Database, personId: string, idleMinutes: number) {
  return db
    .selectFrom('personSession')
    .select(['id', 'userAgent', 'createdAt', 'seenAt'])
    .where('personId', '=', personId)
    .where('expiresAt', '>', sql<Date>`now()`)
    .where('seenAt', '>', sql<Date>`now() - make_interval(mins => ${idleMinutes})`)
    .where('waitsForCode', '=', false)
    .orderBy('seenAt', 'desc')
    .execute()
}

/** What the screen of one's own account shows. */
export async function ownAccount(db: Database, personId: string) {
  return db
    .selectFrom('person as p')
    .select((eb) => [
      eb
        .and([
          eb('p.twoFactorEnabled', '=', true),
          eb.exists(eb.selectFrom('personTwoFactor as t').select('t.id').whereRef('t.personId', '=', 'p.id')),
        ])
        .$castTo<boolean>()
        .as('twoFactorEnabled'),
      eb
        .exists(
          eb
            .selectFrom('personAccount as a')
            .select('a.id')
            .whereRef('a.personId', '=', 'p.id')
            .where('a.password', 'is not', null),
        )
        .as('hasPassword'),
    ])
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow()
}

/** Sites where the person may give roles, or whose people they may read, in Vietnamese order. */
export async function sitesForPeople(
  db: Database,
  actor: Actor,
  ...as: Role[]
): Promise<{ id: number; name: string }[]> {
  const mine = sitesOf(actor, ...as)
  let query = db
    .selectFrom('site')
    .select(['id', 'shortName as name'])
    .where('closedAt', 'is', null)
    .orderBy(sql`short_name collate "vi-x-icu"`)
  if (mine !== 'all') query = query.where('id', 'in', mine.length > 0 ? mine : [-1])
  return query.execute()
}

export const personStates = ['active', 'invited', 'locked', 'disabled'] as const
export type PersonState = (typeof personStates)[number]

export interface PersonRow {
  id: string
  name: string
  email: string
  state: PersonState
  twoFactorEnabled: boolean
  /** Those the reader may see. */
  memberships: { role: Role; site: string | null }[]
}

const stateOf = sql<PersonState>`case when p.disabled_at is not null then 'disabled' when p.locked_until > now() then 'locked'
  when not exists (select from person_account a where a.person_id = p.id) then 'invited' else 'active' end`

export interface PeopleFilter {
  q?: string
  siteId?: number
  role?: Role
  state?: PersonState
}

const pageSize = 30

/** People with a membership, past or present, on a site the reader administers or audits. Walked by name; `after` is the cursor of a page before. */
export async function peopleList(
  db: Database,
  actor: Actor,
  filter: PeopleFilter,
  after?: string,
): Promise<Page<PersonRow>> {
  const mine = sitesOf(actor, 'site_admin', 'network_admin', 'auditor')
  const visible = mine === 'all' ? sql<boolean>`true` : sql<boolean>`m.site_id = any(${[...mine]})`
  const current = sql<boolean>`coalesce(m.valid_to, 'infinity') >= today_in_vietnam()`
  let query = db
    .selectFrom('person as p')
    .select((eb) => [
      'p.id',
      'p.name',
      'p.email',
      'p.twoFactorEnabled',
      stateOf.as('state'),
      jsonArrayFrom(
        eb
          .selectFrom('membership as m')
          .leftJoin('site as s', 's.id', 'm.siteId')
          .select(['m.role', 's.shortName as site'])
          .whereRef('m.personId', '=', 'p.id')
          .where(visible)
          .where(current)
          .orderBy('m.id'),
      ).as('memberships'),
    ])
    .orderBy(sql`p.name collate "vi-x-icu"`)
    .orderBy('p.id')
    .limit(pageSize + 1)
  if (mine !== 'all')
    query = query.where((eb) =>
      eb.exists(eb.selectFrom('membership as m').select('m.id').whereRef('m.personId', '=', 'p.id').where(visible)),
    )
  if (filter.q) query = query.where(calledLike(filter.q))
  if (filter.siteId !== undefined || filter.role) {
    query = query.where((eb) => {
      let held = eb
        .selectFrom('membership as m')
        .select('m.id')
        .whereRef('m.personId', '=', 'p.id')
        .where(visible)
        .where(current)
      if (filter.siteId !== undefined) held = held.where('m.siteId', '=', filter.siteId)
      if (filter.role) held = held.where('m.role', '=', filter.role)
      return eb.exists(held)
    })
  }
  if (filter.state) query = query.where(sql<boolean>`${stateOf} = ${filter.state}`)
  const cursor = readCursor(after)
  if (cursor)
    query = query.where(
      sql<boolean>`(p.name collate "vi-x-icu", p.id) > (${cursor.name} collate "vi-x-icu", ${cursor.id})`,
    )
  const rows = (await query.execute()) as PersonRow[]
  return pageOf(rows, pageSize, (row) => Buffer.from(JSON.stringify([row.name, row.id])).toString('base64url'))
}

/** Name or address holds these words, typed with, without or with half their diacritics. */
function calledLike(typed: string) {
  const like = `%${fold(typed).replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(fold_vietnamese(p.name) like ${like} or p.email like ${like})`
}

function readCursor(text: string | undefined): { name: string; id: string } | undefined {
  try {
    const [name, id] = JSON.parse(Buffer.from(text ?? '', 'base64url').toString()) as unknown[]
    const sound = [name, id].every((part) => typeof part === 'string' && !part.includes('\0'))
    return sound ? { name: String(name), id: String(id) } : undefined
  } catch {
    return undefined
  }
}

/** Someone with every membership they have or had; undefined when there is nobody of this id. */
export async function personView(db: Database, personId: string) {
  const person = await db
    .selectFrom('person as p')
    .select((eb) => [
      'p.id',
      'p.name',
      'p.email',
      'p.twoFactorEnabled',
      'p.disabledAt',
      'p.lockedUntil',
      'p.createdAt',
      stateOf.as('state'),
      eb
        .selectFrom('auditEvent as e')
        .select((e) => e.fn.max('e.at').as('at'))
        .whereRef('e.actorId', '=', 'p.id')
        .where('e.action', '=', 'person.signed-in')
        .as('lastSignIn'),
    ])
    .where('p.id', '=', personId)
    .executeTakeFirst()
  if (!person) return undefined
  const memberships = await db
    .selectFrom('membership as m')
    .leftJoin('site as s', 's.id', 'm.siteId')
    .select([
      'm.id',
      'm.siteId',
      'm.role',
      'm.validFrom',
      'm.validTo',
      's.shortName as site',
      sql<
        'now' | 'later' | 'over'
      >`case when m.valid_to < today_in_vietnam() then 'over' when m.valid_from > today_in_vietnam() then 'later' else 'now' end`.as(
        'when',
      ),
    ])
    .where('m.personId', '=', personId)
    .orderBy(sql`m.valid_to nulls first`)
    .orderBy('m.validFrom', 'desc')
    .orderBy('m.id', 'desc')
    .execute()
  return { ...person, memberships: memberships.map((m) => ({ ...m, role: m.role as Role })) }
}
export type PersonView = NonNullable<Awaited<ReturnType<typeof personView>>>
