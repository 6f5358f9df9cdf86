import type { Transaction } from '../src/database/connect.ts'
import type { Actor } from '../src/people/actor.ts'
import { createSite } from '../src/sites/create-site.ts'
import { nameInEnglish } from '../src/sites/name-in-english.ts'
import { loadUnits } from '../src/sites/load-units.ts'
import { englishNamesOf } from './english-names.ts'
import { demoPeople, demoSites, demoTopics, type DemoPerson, type DemoSite } from './network.ts'

export interface DemoWorld {
  /** Numbers of portals, by key. */
  sites: ReadonlyMap<string, number>
  /** Numbers of sections, by portal key and slug: `ba-dinh/tin-tuc`. */
  sections: ReadonlyMap<string, number>
  topics: ReadonlyMap<string, number>
  /** Demo accounts, by e-mail. */
  people: ReadonlyMap<string, Actor>
}

/** Portals, sections, topics and people of the demo network. `passwordHash` is that of every account. */
export async function loadNetwork(tx: Transaction, passwordHash: string): Promise<DemoWorld> {
  await loadUnits(tx, {})
  const sites = new Map<string, number>()
  const sections = new Map<string, number>()
  for (const site of demoSites) {
    const id = await loadSite(tx, site, sites)
    sites.set(site.key, id)
    for (const section of await tx.selectFrom('section').select(['id', 'slug']).where('siteId', '=', id).execute()) {
      sections.set(`${site.key}/${section.slug}`, section.id)
    }
  }
  const topics = new Map<string, number>()
  for (const topic of demoTopics) {
    const { id } = await tx
      .insertInto('topic')
      .values({ ...topic, isDemo: true })
      .returning('id')
      .executeTakeFirstOrThrow()
    topics.set(topic.slug, id)
  }
  const people = new Map<string, Actor>()
  for (const person of demoPeople) people.set(person.email, await loadPerson(tx, { person, sites, passwordHash }))
  return { sites, sections, topics, people }
}

async function loadSite(tx: Transaction, site: DemoSite, sites: ReadonlyMap<string, number>): Promise<number> {
  const unit =
    (await tx.selectFrom('unit').select('id').where('code', '=', site.unitCode).executeTakeFirst()) ??
    (await tx
      .insertInto('unit')
      .values({ code: site.unitCode, name: site.unitName, kind: 'department', validFrom: '2025-07-01' })
      .returning('id')
      .executeTakeFirstOrThrow())
  const { identity } = site
  const { siteId } = await createSite(
    tx,
    { system: 'khue demo' },
    {
      key: site.key,
      name: site.name,
      shortName: site.shortName,
      tagline: '',
      unitId: unit.id,
      parentId: site.parent ? (sites.get(site.parent) ?? null) : null,
      template: site.template,
      theme: site.theme,
      hosts: [site.host],
      chain: site.chain,
      agency: identity.agency,
      governingBody: identity.governingBody,
      responsiblePerson: identity.responsible,
      address: identity.address,
      phone: identity.phone,
      email: identity.email,
      isDemo: true,
    },
  )
  await nameInEnglish(tx, { system: 'khue demo' }, { siteId, names: englishNamesOf(site), sections: [] })
  return siteId
}

async function loadPerson(
  tx: Transaction,
  { person, sites, passwordHash }: { person: DemoPerson; sites: ReadonlyMap<string, number>; passwordHash: string },
): Promise<Actor> {
  const id = `demo-${person.email.split('@')[0]}`
  const memberships = person.memberships.map(({ site, role }) => ({
    siteId: site === null ? null : (sites.get(site) as number),
    role,
  }))
  await tx
    .insertInto('person')
    .values({ id, name: person.fullName, email: person.email, emailVerified: true, isDemo: true })
    .execute()
  await tx
    .insertInto('personAccount')
    .values({ id: `${id}-password`, accountId: id, providerId: 'credential', personId: id, password: passwordHash })
    .execute()
  for (const membership of memberships)
    await tx
      .insertInto('membership')
      .values({ personId: id, ...membership, validFrom: '2025-07-01' })
      .execute()
  return { id, name: person.fullName, email: person.email, memberships }
}
