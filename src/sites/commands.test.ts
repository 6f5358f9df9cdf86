import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { person } from '../../tests/support/people.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { inTransaction, type Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { addHost } from './add-host.ts'
import { addSection } from './add-section.ts'
import { addTemplateSection } from './add-template-section.ts'
import { archiveTopic } from './archive-topic.ts'
import { changeChain } from './change-chain.ts'
import { changeSection } from './change-section.ts'
import { changeSite } from './change-site.ts'
import { changeTemplateSection } from './change-template-section.ts'
import { changeTheme } from './change-theme.ts'
import { closeSite } from './close-site.ts'
import { createSite, type NewSite } from './create-site.ts'
import { createTopic } from './create-topic.ts'
import { createUnit } from './create-unit.ts'
import { endUnit } from './end-unit.ts'
import { loadUnits } from './load-units.ts'
import { makePrimary } from './make-primary.ts'
import { moveSection } from './move-section.ts'
import { moveSite } from './move-site.ts'
import { sectionsOf, siteById, topicsInUse } from './queries.ts'
import { removeHost } from './remove-host.ts'
import { removeSection } from './remove-section.ts'
import { removeTemplateSection } from './remove-template-section.ts'
import { renameUnit } from './rename-unit.ts'
import { reopenSite } from './reopen-site.ts'
import { unitList } from './unit-queries.ts'

let database: TestDatabase
let sites: TestNetwork
let admin: Actor
let wardAdmin: Actor
let editor: Actor

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  admin = await person(database.db, 'Quản trị mạng lưới', [{ siteId: null, role: 'network_admin' }])
  wardAdmin = await person(database.db, 'Quản trị Ba Đình', [{ siteId: sites.ward.id, role: 'site_admin' }])
  editor = await person(database.db, 'Biên tập viên', [{ siteId: sites.ward.id, role: 'editor' }])
})
afterAll(() => database.drop())

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => inTransaction(database.db, work)

/** Runs an act; says how many audit events it left. */
async function acted<T>(work: (tx: Transaction) => Promise<T>): Promise<{ events: number; result: T }> {
  const before = await eventCount()
  const result = await run(work)
  return { events: (await eventCount()) - before, result }
}
async function codesOf(work: (tx: Transaction) => Promise<unknown>): Promise<readonly string[]> {
  const before = await eventCount()
  const error = await run(work).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(await eventCount()).toBe(before)
  if (error instanceof Refused) return error.codes
  if (error instanceof Forbidden) return ['forbidden']
  throw error ?? new Error('was not refused')
}
const eventCount = async (): Promise<number> =>
  (
    await database.db
      .selectFrom('auditEvent')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

async function newSite(key: string, more: Partial<NewSite> = {}): Promise<NewSite> {
  const unit = await database.db
    .insertInto('unit')
    .values({ code: `N-${key}`, name: key, kind: 'ward', validFrom: '2025-07-01' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    key,
    unitId: unit.id,
    parentId: sites.city.id,
    template: 'department',
    theme: 'jade',
    hosts: [`${key}.test`],
    chain: 'short',
    name: `Cổng ${key}`,
    shortName: key,
    tagline: '',
    agency: 'UBND',
    governingBody: 'UBND thành phố',
    responsiblePerson: 'Trưởng ban',
    address: '1 Phố',
    phone: '024.3825.1234',
    email: 'a@b.vn',
    ...more,
  }
}

describe('portals', () => {
  test('a network administrator opens a portal with hosts, chain and the sections of its template', async () => {
    const act = await newSite('so-moi', { hosts: ['So-Moi.test', 'so-moi.example'] })
    const { events, result } = await acted((tx) => createSite(tx, admin, act))
    expect(events).toBe(1)
    const site = await siteById(database.db, result.siteId)
    expect(site?.hosts.map((row) => [row.host, row.isPrimary])).toEqual([
      ['so-moi.test', true],
      ['so-moi.example', false],
    ])
    expect(site?.chains).toMatchObject([{ kind: 'article', chain: 'short', submittedHours: 24 }])
    const sections = await sectionsOf(database.db, result.siteId)
    expect(sections.filter((row) => row.depth === 1).map((row) => row.slug)).toEqual([
      'tin-tuc',
      'chi-dao-dieu-hanh',
      'thong-bao',
      'pho-bien-phap-luat',
      'nguoi-tot-viec-tot',
      'gioi-thieu',
    ])
    expect(sections.find((row) => row.slug === 'tin-tuc')?.children.map((row) => row.slug)).toEqual([
      'hoat-dong-lanh-dao',
      'chinh-quyen-so',
      'kinh-te-do-thi',
      'van-hoa-xa-hoi',
      'giao-duc-y-te',
      'an-ninh-trat-tu',
    ])
    expect(sections.every((row) => row.fromTemplate)).toBe(true)
  })

  test('every fault is named at once, and nobody but a network administrator opens portals', async () => {
    const act = await newSite('hong', { key: 'Hỏng', agency: '', email: '', theme: 'tím', hosts: ['ba-dinh.test'] })
    expect(await codesOf((tx) => createSite(tx, admin, act))).toEqual([
      'key:form',
      'agency:missing',
      'email:missing',
      'theme:unknown',
      'host:taken',
    ])
    expect(await codesOf((tx) => createSite(tx, wardAdmin, act))).toEqual(['forbidden'])
  })

  test('a ward administrator changes the identity of her own portal only, once per change', async () => {
    const words = {
      name: 'Cổng phường Ba Đình',
      shortName: 'Ba Đình',
      tagline: '',
      agency: 'UBND phường Ba Đình',
      governingBody: 'UBND Thành phố',
      responsiblePerson: 'Bà Lan',
      address: '2 Phố Trúc Bạch',
      phone: '024.3825.1234',
      email: 'badinh@hanoi.gov.vn',
    }
    expect((await acted((tx) => changeSite(tx, wardAdmin, { siteId: sites.ward.id, ...words }))).events).toBe(1)
    expect((await acted((tx) => changeSite(tx, wardAdmin, { siteId: sites.ward.id, ...words }))).events).toBe(0)
    expect(await codesOf((tx) => changeSite(tx, wardAdmin, { siteId: sites.otherWard.id, ...words }))).toEqual([
      'forbidden',
    ])
    expect(await codesOf((tx) => changeSite(tx, editor, { siteId: sites.ward.id, ...words }))).toEqual(['forbidden'])
    expect(await codesOf((tx) => changeSite(tx, wardAdmin, { siteId: sites.ward.id, ...words, phone: '' }))).toEqual([
      'phone:missing',
    ])
  })

  test('a pale accent is refused with its contrast; a dark one is kept', async () => {
    expect(
      await codesOf((tx) => changeTheme(tx, wardAdmin, { siteId: sites.ward.id, theme: 'jade', accent: '#ffcc00' })),
    ).toEqual(['accent:contrast'])
    await run((tx) => changeTheme(tx, wardAdmin, { siteId: sites.ward.id, theme: 'jade', accent: '#0B6B52' }))
    expect(await siteById(database.db, sites.ward.id)).toMatchObject({ theme: 'jade', accent: '#0b6b52' })
  })

  test('a host leads to one portal, and the main one cannot be taken away', async () => {
    expect(await codesOf((tx) => addHost(tx, admin, { siteId: sites.ward.id, host: 'ngoc-ha.test' }))).toEqual([
      'host:taken',
    ])
    expect(await codesOf((tx) => addHost(tx, wardAdmin, { siteId: sites.ward.id, host: 'moi.test' }))).toEqual([
      'forbidden',
    ])
    await run((tx) => addHost(tx, admin, { siteId: sites.ward.id, host: 'BADINH.gov.test' }))
    expect(await codesOf((tx) => removeHost(tx, admin, { siteId: sites.ward.id, host: 'ba-dinh.test' }))).toEqual([
      'host:primary',
    ])
    expect(
      (await acted((tx) => makePrimary(tx, admin, { siteId: sites.ward.id, host: 'badinh.gov.test' }))).events,
    ).toBe(1)
    await run((tx) => removeHost(tx, admin, { siteId: sites.ward.id, host: 'ba-dinh.test' }))
    expect((await siteById(database.db, sites.ward.id))?.hosts).toMatchObject([
      { host: 'badinh.gov.test', isPrimary: true },
    ])
    await run((tx) => addHost(tx, admin, { siteId: sites.ward.id, host: 'ba-dinh.test' }))
  })

  test('two administrators adding the same host at the same time: one is told it is taken', async () => {
    const outcomes = await Promise.allSettled(
      [sites.ward.id, sites.city.id].map((siteId) =>
        run((tx) => addHost(tx, admin, { siteId, host: 'cung-luc.test' })),
      ),
    )
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((one) => one.status === 'rejected')?.reason).toBeInstanceOf(Refused)
  })

  test('chain and hours are chosen per kind', async () => {
    const act = {
      siteId: sites.ward.id,
      kind: 'article',
      chain: 'short',
      submittedHours: 8,
      reviewedHours: 24,
      approvedHours: 48,
    }
    expect((await acted((tx) => changeChain(tx, wardAdmin, act))).events).toBe(1)
    expect((await siteById(database.db, sites.ward.id))?.chains).toMatchObject([
      { chain: 'short', submittedHours: 8, approvedHours: 48 },
    ])
    expect(
      await codesOf((tx) =>
        changeChain(tx, wardAdmin, { ...act, chain: 'none', submittedHours: 0, reviewedHours: Number.NaN }),
      ),
    ).toEqual(['chain:unknown', 'submittedHours:range', 'reviewedHours:range'])
  })

  test('a portal never stands below itself', async () => {
    const { unitId } = await database.db
      .selectFrom('site')
      .select('unitId')
      .where('id', '=', sites.city.id)
      .executeTakeFirstOrThrow()
    expect(
      await codesOf((tx) => moveSite(tx, admin, { siteId: sites.city.id, parentId: sites.ward.id, unitId })),
    ).toEqual(['parentId:cycle'])
  })

  test('a closed portal shows nothing to citizens, a reopened one all it had', async () => {
    const entryId = await liveEntry(sites.otherWard.id, 'tin-dang-song')
    const shown = (): Promise<unknown[]> =>
      database.delivery.selectFrom('liveItem').select('entryId').where('siteId', '=', sites.otherWard.id).execute()
    expect(await shown()).toEqual([{ entryId }])
    expect((await acted((tx) => closeSite(tx, admin, { siteId: sites.otherWard.id }))).events).toBe(1)
    expect((await acted((tx) => closeSite(tx, admin, { siteId: sites.otherWard.id }))).events).toBe(0)
    expect(await shown()).toEqual([])
    expect((await acted((tx) => reopenSite(tx, admin, { siteId: sites.otherWard.id }))).events).toBe(1)
    expect(await shown()).toEqual([{ entryId }])
  })
})

async function liveEntry(siteId: number, slug: string, sectionIds: number[] = []): Promise<number> {
  return run(async (tx) => {
    const { id: entryId } = await tx
      .insertInto('entry')
      .values({ siteId, kind: 'article', slug, createdBy: editor.id, firstPublishedAt: new Date() })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.insertInto('placement').values({ entryId, siteId, state: 'home' }).execute()
    await tx
      .insertInto('address')
      .values({ siteId, path: `/bai-viet/${slug}`, entryId, isCurrent: true })
      .execute()
    await tx
      .insertInto('edition')
      .values({
        entryId,
        siteId,
        kind: 'article',
        version: 1,
        state: 'published',
        chain: 'full',
        authorId: editor.id,
        updatedBy: editor.id,
        approvedBy: admin.id,
        publishedAt: new Date(),
        content: sql`${JSON.stringify({ title: slug, sectionIds, body: { type: 'doc', content: [] } })}::jsonb`,
      })
      .execute()
    return entryId
  })
}

describe('sections', () => {
  test('a ward administrator adds, moves and hides; what holds articles is not removed', async () => {
    const siteId = sites.ward.id
    const {
      result: { sectionId },
    } = await acted((tx) => addSection(tx, wardAdmin, { siteId, parentId: null, name: 'Góc phố của em' }))
    const { sectionId: child } = await run((tx) =>
      addSection(tx, wardAdmin, { siteId, parentId: sectionId, name: 'Ngõ sạch' }),
    )
    expect(
      await codesOf((tx) => addSection(tx, wardAdmin, { siteId, parentId: null, name: 'Góc phố của em' })),
    ).toEqual(['slug:taken'])
    expect(await codesOf((tx) => moveSection(tx, wardAdmin, { sectionId, parentId: child }))).toEqual([
      'parentId:cycle',
    ])
    expect((await acted((tx) => moveSection(tx, wardAdmin, { sectionId, direction: 'up' }))).events).toBe(1)
    expect((await acted((tx) => moveSection(tx, wardAdmin, { sectionId: child, direction: 'up' }))).events).toBe(0)
    expect((await sectionsOf(database.db, siteId)).filter((row) => row.depth === 1).map((row) => row.slug)).toEqual([
      'tin-tuc',
      'goc-pho-cua-em',
      'thong-bao',
    ])
    await liveEntry(siteId, 'ngo-sach-o-ba-dinh', [child])
    expect(await codesOf((tx) => removeSection(tx, wardAdmin, { sectionId: child }))).toEqual(['section:used'])
    expect(await codesOf((tx) => removeSection(tx, wardAdmin, { sectionId }))).toEqual([
      'section:parent',
      'section:used',
    ])
    expect((await acted((tx) => changeSection(tx, wardAdmin, { sectionId: child, hidden: true }))).events).toBe(1)
    const { sectionId: empty } = await run((tx) => addSection(tx, wardAdmin, { siteId, parentId: null, name: 'Thử' }))
    expect((await acted((tx) => removeSection(tx, wardAdmin, { sectionId: empty }))).events).toBe(1)
    expect(
      await codesOf((tx) =>
        addSection(tx, wardAdmin, { siteId: sites.otherWard.id, parentId: null, name: 'Của người khác' }),
      ),
    ).toEqual(['forbidden'])
  })

  test('what is added to a template appears on every portal of it; own names and own sections stay', async () => {
    const one = (await run(async (tx) => createSite(tx, admin, await newSite('so-mot')))).siteId
    const two = (await run(async (tx) => createSite(tx, admin, await newSite('so-hai')))).siteId
    await run((tx) => addSection(tx, admin, { siteId: two, parentId: null, name: 'Dữ liệu mở' }))
    const { events, result } = await acted((tx) =>
      addTemplateSection(tx, admin, { template: 'department', parentSlug: 'tin-tuc', name: 'Chuyển đổi số' }),
    )
    expect(events).toBe(1)
    expect(result.sites).toBeGreaterThanOrEqual(2)
    const find = async (siteId: number, slug: string) =>
      (await sectionsOf(database.db, siteId)).find((row) => row.slug === slug)
    const inherited = await find(one, 'chuyen-doi-so')
    expect(inherited).toMatchObject({ fromTemplate: true, depth: 2, name: 'Chuyển đổi số' })
    await run((tx) => changeSection(tx, admin, { sectionId: inherited!.id, name: 'Sở số' }))
    await run((tx) =>
      changeTemplateSection(tx, admin, { template: 'department', slug: 'chuyen-doi-so', name: 'Chính quyền số' }),
    )
    expect(await find(one, 'chuyen-doi-so')).toMatchObject({ name: 'Sở số', ownName: true })
    expect(await find(two, 'chuyen-doi-so')).toMatchObject({ name: 'Chính quyền số', ownName: false })
    expect(await codesOf((tx) => removeSection(tx, admin, { sectionId: inherited!.id }))).toEqual(['section:inherited'])
    await run((tx) => addTemplateSection(tx, admin, { template: 'department', parentSlug: null, name: 'Dữ liệu mở' }))
    expect(await find(two, 'du-lieu-mo')).toMatchObject({ fromTemplate: false })
    expect(await find(one, 'du-lieu-mo')).toMatchObject({ fromTemplate: true })
    await run((tx) => removeTemplateSection(tx, admin, { template: 'department', slug: 'chuyen-doi-so' }))
    await run((tx) => removeSection(tx, admin, { sectionId: inherited!.id }))
    expect(await find(one, 'chuyen-doi-so')).toBeUndefined()
    expect(
      await codesOf((tx) =>
        addTemplateSection(tx, wardAdmin, { template: 'ward', parentSlug: null, name: 'Xin chào' }),
      ),
    ).toEqual(['forbidden'])
  })
})

describe('topics and units', () => {
  test('an archived topic is no longer offered', async () => {
    const { topicId } = await run((tx) =>
      createTopic(tx, admin, { name: 'Năm Kỷ cương', summary: '', startsOn: '2026-01-01', endsOn: null }),
    )
    expect((await topicsInUse(database.db)).map((row) => row.slug)).toEqual(['nam-ky-cuong'])
    expect((await acted((tx) => archiveTopic(tx, admin, { topicId, archived: true }))).events).toBe(1)
    expect(await topicsInUse(database.db)).toEqual([])
    expect(
      await codesOf((tx) =>
        createTopic(tx, admin, { name: 'Năm Kỷ cương', summary: '', startsOn: '2026-02-30', endsOn: null }),
      ),
    ).toEqual(['startsOn:form', 'slug:taken'])
  })

  test('a renamed unit is found under the name of each day, and a code has one name at a time', async () => {
    const { unitId } = await run((tx) =>
      createUnit(tx, admin, { code: 'X1', name: 'Sở Cũ', kind: 'department', parentId: null, validFrom: '2025-07-01' }),
    )
    await run((tx) => renameUnit(tx, admin, { unitId, name: 'Sở Mới', from: '2026-04-30' }))
    const namesAt = async (at: string): Promise<string[]> =>
      (await unitList(database.db, { text: 'X1', at })).rows.map((row) => row.name)
    expect(await namesAt('2026-04-29')).toEqual(['Sở Cũ'])
    expect(await namesAt('2026-04-30')).toEqual(['Sở Mới'])
    expect(
      await codesOf((tx) =>
        createUnit(tx, admin, {
          code: 'X1',
          name: 'Sở Khác',
          kind: 'department',
          parentId: null,
          validFrom: '2026-06-01',
        }),
      ),
    ).toEqual(['code:taken'])
    await expect(
      database.owner
        .insertInto('unit')
        .values({ code: 'X1', name: 'Chèn tay', kind: 'other', validFrom: '2025-08-01' })
        .execute(),
    ).rejects.toThrow('already has a name')
    expect(await codesOf((tx) => endUnit(tx, admin, { unitId, validTo: '2027-01-01' }))).toEqual(['validTo:ended'])
  })

  test('the units of a province are loaded once, names exact', async () => {
    const added = await run((tx) => loadUnits(tx, { provinceCode: '01' }))
    expect(added).toBe(127)
    expect((await acted((tx) => loadUnits(tx, { provinceCode: '01' }))).events).toBe(0)
    const found = await unitList(database.db, { text: 'ba dinh', kind: 'ward', province: '01', at: '2026-11-23' })
    expect(found.rows).toMatchObject([{ code: '00004', name: 'Phường Ba Đình', parentName: 'Thành phố Hà Nội' }])
    const all = await run((tx) => loadUnits(tx, {}))
    expect(all).toBe(3355 - 127)
    const page = await unitList(database.db, { at: '2026-11-23' })
    const next = await unitList(database.db, { at: '2026-11-23' }, page.next)
    expect(new Set([...page.rows, ...next.rows].map((row) => row.id)).size).toBe(100)
  })
})
