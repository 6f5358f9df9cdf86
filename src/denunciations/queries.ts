import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { sitesOf, type Actor } from '../people/actor.ts'
import { sealedHandlerRoles } from './policy.ts'

/** A sealed letter as a list shows it: no word of it. */
export interface LetterLine {
  id: number
  number: string
  siteId: number
  siteName: string
  receivedAt: Date
  dueAt: Date | null
  state: string
  looks: number
}

/** Letters a person is named for on portals where they have a role for cases: the open ones first, then the newest; at most 200. */
export const lettersOf = (db: Database, actor: Actor): Promise<LetterLine[]> => {
  const sites = sitesOf(actor, ...sealedHandlerRoles)
  const desks = sites === 'all' ? undefined : [0, ...sites]
  return db
    .selectFrom('caseHandler as h')
    .innerJoin('citizenCase as c', 'c.id', 'h.caseId')
    .innerJoin('site as s', 's.id', 'c.handlingSiteId')
    .select([
      'c.id',
      'c.number',
      'c.handlingSiteId as siteId',
      's.shortName as siteName',
      'c.receivedAt',
      'c.dueAt',
      'c.state',
    ])
    .select(sql<number>`(select count(*)::integer from case_look l where l.case_id = c.id)`.as('looks'))
    .where('h.personId', '=', actor.id)
    .$if(desks !== undefined, (query) => query.where('c.handlingSiteId', 'in', desks!))
    .where('h.endedAt', 'is', null)
    .where('c.kind', '=', 'sealed_letter')
    .orderBy(sql`c.closed_at is not null`)
    .orderBy('c.dueAt')
    .orderBy('c.id', 'desc')
    .limit(200)
    .execute()
}

/** Whether a person is named for the letters of some portal, or for one letter. */
export async function isNamedForLetters(db: Database, { id }: Actor): Promise<boolean> {
  const { rows } = await sql<{ named: boolean }>`
    select exists (select from sealed_desk d where d.person_id = ${id} and d.ended_at is null)
      or exists (select from case_handler h where h.person_id = ${id} and h.ended_at is null) as named`.execute(db)
  return rows[0]?.named ?? false
}

export interface HandlerLine {
  personId: string
  name: string
  at: Date
  namedBy: string | null
}

/** Persons named for a portal's sealed letters, and those who could be. */
export async function handlersOf(
  db: Database,
  siteId: number,
): Promise<{ named: HandlerLine[]; others: { id: string; name: string }[]; unseen: number }> {
  const [named, others, { rows }] = await Promise.all([
    db
      .selectFrom('sealedDesk as d')
      .innerJoin('person as p', 'p.id', 'd.personId')
      .leftJoin('person as n', 'n.id', 'd.namedBy')
      .select(['d.personId', 'p.name', 'd.at', 'n.name as namedBy'])
      .where('d.siteId', '=', siteId)
      .where('d.endedAt', 'is', null)
      .orderBy('p.name')
      .execute(),
    db
      .selectFrom('person as p')
      .select(['p.id', 'p.name'])
      .where('p.disabledAt', 'is', null)
      .where(sql<boolean>`holds_role(p.id, ${siteId}, ${sealedHandlerRoles as unknown as string[]})`)
      .where(
        sql<boolean>`exists (select from membership m where m.person_id = p.id and m.site_id = ${siteId})
          and not exists (select from sealed_desk d where d.site_id = ${siteId} and d.person_id = p.id and d.ended_at is null)`,
      )
      .orderBy('p.name')
      .limit(200)
      .execute(),
    sql<{ n: number }>`select count(*)::integer as n from citizen_case c where c.handling_site_id = ${siteId}
      and c.kind = 'sealed_letter' and c.closed_at is null
      and not exists (select from case_handler h where h.case_id = c.id and h.ended_at is null)`.execute(db),
  ])
  return { named, others, unseen: rows[0]!.n }
}

/** Who opened a sealed letter or looked at who sent it, the latest first; at most 200. */
export const looksAt = (db: Database, caseId: number): Promise<{ at: Date; name: string; what: string }[]> =>
  db
    .selectFrom('caseLook as l')
    .innerJoin('person as p', 'p.id', 'l.personId')
    .select(['l.at', 'p.name', 'l.what'])
    .where('l.caseId', '=', caseId)
    .orderBy('l.id', 'desc')
    .limit(200)
    .execute()

/** What somebody who reads the log of looks may know of a letter: its number and portal. */
export const letterNumber = (db: Database, caseId: number): Promise<{ number: string; siteId: number } | undefined> =>
  db
    .selectFrom('citizenCase')
    .select(['number', 'handlingSiteId as siteId'])
    .where('id', '=', caseId)
    .where('kind', '=', 'sealed_letter')
    .executeTakeFirst()
