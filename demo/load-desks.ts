import type { Transaction } from '../src/database/connect.ts'
import { demoDivisions } from './desks.ts'
import type { DemoWorld } from './load-network.ts'

/** Divisions of the demo's portals with their people, the fields they take, and who leads; numbers begin with HN. */
export async function loadDesks(tx: Transaction, { sites, people }: DemoWorld): Promise<void> {
  const fields = new Map(
    (await tx.selectFrom('caseField').select(['id', 'slug']).execute()).map(({ id, slug }) => [slug, id]),
  )
  const idOf = (email: string): string => people.get(email)!.id
  const rows = demoDivisions.map(({ site, name, nameEn, people: members }, position) => ({
    siteId: sites.get(site) as number,
    name,
    nameEn,
    leadId: idOf(members[0]!),
    position,
    isDemo: true,
  }))
  const made = await tx.insertInto('division').values(rows).returning(['id', 'siteId', 'name']).execute()
  const divisions = new Map(made.map(({ id, siteId, name }) => [`${siteId} ${name}`, id]))
  const members: { divisionId: number; personId: string }[] = []
  const routing: { siteId: number; fieldId: number; divisionId: number }[] = []
  for (const division of demoDivisions) {
    const siteId = sites.get(division.site) as number
    const divisionId = divisions.get(`${siteId} ${division.name}`) as number
    members.push(...division.people.map((email) => ({ divisionId, personId: idOf(email) })))
    routing.push(...division.fields.map((slug) => ({ siteId, fieldId: fields.get(slug) as number, divisionId })))
  }
  await tx.insertInto('divisionMember').values(members).execute()
  await tx.insertInto('caseRouting').values(routing).execute()
  await tx
    .insertInto('caseSetting')
    .values([...sites.values()].map((siteId) => ({ siteId, league: true })))
    .execute()
  await tx
    .insertInto('setting')
    .values({ key: 'case-prefix', value: JSON.stringify('HN') })
    .onConflict((c) => c.column('key').doNothing())
    .execute()
}
