import { recordEvent } from '../audit/record-event.ts'
import { brokenConstraint, type Transaction } from '../database/connect.ts'
import type { Kinds } from '../editions/content.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { whyNotHostFree } from './add-host.ts'
import { refuseFor } from './load-site.ts'
import { loadTemplate } from './load-template.ts'
import { mayOnNetwork, type Doer } from './policy.ts'
import {
  hostFault,
  readHost,
  whyNotDescription,
  whyNotKey,
  whyNotTemplate,
  whyNotTheme,
  type Fault,
  type SiteDescription,
} from './site.ts'

export interface NewSite extends SiteDescription {
  key: string
  unitId: number
  parentId: number | null
  template: string
  theme: string
  accent?: string | null
  /** The first becomes the main one. */
  hosts: readonly string[]
  /** Chain of every kind of content, to begin with. */
  chain: 'full' | 'short'
  isDemo?: boolean
}

/** Opens a portal: its description, hosts, the sections of its template and a chain for each kind. One audit event. Throws Forbidden or Refused. */
export async function createSite(tx: Transaction, by: Doer, act: NewSite, kinds?: Kinds): Promise<{ siteId: number }> {
  if (!mayOnNetwork(by, 'createSite')) throw new Forbidden()
  const hosts = act.hosts.map(readHost)
  refuseFor('site.create', [
    ...whyNotKey(act.key),
    ...whyNotDescription(act),
    ...whyNotTemplate(act.template),
    ...whyNotTheme(act.theme, act.accent ?? null),
    ...(hosts.length === 0 || hosts.includes(undefined) ? [hostFault] : []),
    ...(await whyNotPlace(tx, act)),
    ...(await whyNotHostFree(
      tx,
      hosts.filter((host) => host !== undefined),
    )),
  ])
  await loadTemplate(tx, act.template)
  const siteId = await insertSite(tx, act)
  await insertHosts(tx, siteId, [...new Set(hosts.filter((host) => host !== undefined))])
  await copyTemplate(tx, siteId, act.template)
  const names = kinds && kinds.size > 0 ? [...kinds.keys()] : ['article']
  await tx
    .insertInto('siteChain')
    .values(names.map((kind) => ({ siteId, kind, chain: act.chain })))
    .execute()
  await recordEvent(tx, {
    action: 'site.created',
    by,
    siteId,
    subject: { kind: 'site', id: siteId },
    summary: `Mở cổng ${act.name}`,
    after: { key: act.key, name: act.name, template: act.template, hosts, chain: act.chain },
  })
  return { siteId }
}

async function whyNotPlace(tx: Transaction, { key, unitId, parentId }: NewSite): Promise<Fault[]> {
  const faults: Fault[] = []
  const same = await tx.selectFrom('site').select('name').where('key', '=', key).executeTakeFirst()
  if (same)
    faults.push({
      code: 'key:taken',
      message: { vi: `Mã cổng ${key} đã dùng cho ${same.name}.`, en: `The key ${key} is taken by ${same.name}.` },
    })
  const unit = await tx.selectFrom('unit').select('id').where('id', '=', unitId).executeTakeFirst()
  if (!unit)
    faults.push({
      code: 'unitId:unknown',
      message: { vi: 'Hãy chọn đơn vị của cổng.', en: 'Choose the unit of the portal.' },
    })
  if (parentId !== null && !(await tx.selectFrom('site').select('id').where('id', '=', parentId).executeTakeFirst())) {
    faults.push({
      code: 'parentId:unknown',
      message: { vi: 'Cổng cấp trên không còn.', en: 'The parent portal is gone.' },
    })
  }
  return faults
}

async function insertSite(tx: Transaction, act: NewSite): Promise<number> {
  const { key, unitId, parentId, template, theme, accent = null, isDemo = false } = act
  const { name, shortName, tagline, agency, governingBody, responsiblePerson, address, phone, email } = act
  try {
    const { id } = await tx
      .insertInto('site')
      .values({
        key,
        unitId,
        parentId,
        template,
        theme,
        accent,
        isDemo,
        name,
        shortName,
        tagline,
        agency,
        governingBody,
        responsiblePerson,
        address,
        phone,
        email,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  } catch (error) {
    if (brokenConstraint(error) !== 'site_key_key') throw error
    throw new Refused('site.create', [
      { code: 'key:taken', message: { vi: `Mã cổng ${key} vừa được dùng cho cổng khác.` } },
    ])
  }
}

async function insertHosts(tx: Transaction, siteId: number, hosts: readonly string[]): Promise<void> {
  try {
    await tx
      .insertInto('siteHost')
      .values(hosts.map((host, i) => ({ siteId, host, isPrimary: i === 0 })))
      .execute()
  } catch (error) {
    if (brokenConstraint(error) !== 'site_host_pkey') throw error
    throw new Refused('site.create', [
      { code: 'hosts:taken', message: { vi: 'Tên miền vừa được dùng cho cổng khác.' } },
    ])
  }
}

/** Gives a new portal the sections of its template, parents before children. */
async function copyTemplate(tx: Transaction, siteId: number, template: string): Promise<void> {
  const rows = await tx
    .selectFrom('templateSection')
    .selectAll()
    .where('template', '=', template)
    .orderBy('position')
    .execute()
  const made = new Map<string, number>()
  for (let waiting = rows; waiting.length > 0;) {
    const ready = waiting.filter((row) => row.parentSlug === null || made.has(row.parentSlug))
    if (ready.length === 0) return
    const added = await tx
      .insertInto('section')
      .values(
        ready.map(({ slug, name, nameEn, position, parentSlug }) => ({
          siteId,
          slug,
          name,
          nameEn,
          position,
          fromTemplate: true,
          parentId: parentSlug === null ? null : (made.get(parentSlug) ?? null),
        })),
      )
      .returning(['id', 'slug'])
      .execute()
    for (const { id, slug } of added) made.set(slug, id)
    waiting = waiting.filter((row) => !ready.includes(row))
  }
}
