import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officeRoutes } from '../src/app.ts'
import { kinds } from '../src/kinds.ts'
import { inTransaction } from '../src/database/connect.ts'
import { commentOnEdition } from '../src/editions/comment-on-edition.ts'
import { createEntry } from '../src/editions/create-entry.ts'
import type { OfficeRoute } from '../src/office/route.ts'
import { caseKindNames, type CaseKindName } from '../src/cases/kind.ts'
import { caseRoles, type Actor, type Role } from '../src/people/actor.ts'
import type { SealingKey } from '../src/sealing/seal.ts'
import { articleContent, newsroomOf, type Newsroom } from './support/articles.ts'
import { someCase } from './support/cases.ts'
import { freshDatabase, type TestDatabase } from './support/database.ts'
import { person } from './support/people.ts'
import { sealingFor } from './support/sealing.ts'
import { testOffice, type TestOffice } from './support/session.ts'

let database: TestDatabase
let newsroom: Newsroom
let office: TestOffice
let parameters: Record<string, string>
/** A case of the ward of each kind; addresses of one kind are asked with a case of it. */
let cases: Record<CaseKindName, string>
/** Who deals with cases, on the ward and on another. */
let caseDesk: Record<string, { who: Actor; onWard: boolean }>
const cookies = new Map<string, string>()

/** Open without signing in: every line here is a decision. */
const openToAnyone = [
  'GET /dang-nhap',
  'POST /dang-nhap',
  'GET /dang-nhap/ma',
  'POST /dang-nhap/ma',
  'GET /dang-nhap/mot-lan',
  'GET /quen-mat-khau',
  'POST /quen-mat-khau',
  'GET /dat-lai-mat-khau/:token',
  'POST /dat-lai-mat-khau/:token',
  'POST /ngon-ngu',
  'POST /dang-xuat',
]

const line = (route: OfficeRoute): string => `${route.method} ${route.path}`
const subjects = ['site', 'entry', 'edition', 'section', 'media', 'membership', 'comment', 'placement', 'case']

beforeAll(async () => {
  database = await freshDatabase()
  newsroom = await newsroomOf(database.db)
  const { key, keyring } = await sealingFor(database)
  office = testOffice({ db: database.db, routes: officeRoutes, kinds, keyring })
  const { ward, otherWard, writer } = newsroom
  caseDesk = await caseDeskOf(ward.id, otherWard.id)
  cases = await casesOf(ward.id, key)
  const made = await inTransaction(database.db, async (tx) => {
    const content = await articleContent(tx, ward)
    const entry = await createEntry(tx, writer, { siteId: ward.id, kind: 'article', content }, kinds)
    await commentOnEdition(tx, writer, { editionId: entry.editionId, body: 'Xem lại nguồn.' })
    return entry
  })
  const first = async (table: 'editionComment' | 'membership'): Promise<string> =>
    String((await database.owner.selectFrom(table).select('id').orderBy('id').executeTakeFirstOrThrow()).id)
  const media = await database.owner
    .insertInto('media')
    .values({
      siteId: ward.id,
      sha256: 'a'.repeat(64),
      kind: 'image',
      mime: 'image/jpeg',
      bytes: 1,
      name: 'anh.jpg',
      createdBy: writer.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const report = await database.owner
    .insertInto('errorReport')
    .values({
      code: 'ABCD-1234',
      siteId: ward.id,
      entryId: made.entryId,
      path: '/bai-viet/mot-bai',
      title: 'Một bài',
      kind: 'fact',
      what: 'Sai ngày họp.',
      dueAt: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const membership = await database.owner
    .selectFrom('membership')
    .select('id')
    .where('siteId', '=', ward.id)
    .executeTakeFirstOrThrow()
  parameters = {
    site: String(ward.id),
    entry: String(made.entryId),
    edition: String(made.editionId),
    section: String(ward.sections['tin-tuc']),
    media: String(media.id),
    membership: String(membership.id),
    comment: await first('editionComment'),
    placement: String(ward.id),
    case: cases.question,
    width: '320',
    person: writer.id,
    template: 'ward',
    report: String(report.id),
    token: 'x',
    provider: 'oidc',
  }
})
afterAll(() => database.drop())

/** Addresses of a case that only one kind has. */
const kindOfPath: readonly [string, CaseKindName][] = [
  ['/ho-so/:case/phan-anh', 'feedback'],
  ['/ho-so/:case/thong-tin', 'information_request'],
  ['/ho-so/:case/du-lieu', 'data_request'],
  ['/don-niem-phong/:case', 'sealed_letter'],
]
const addressOf = (route: OfficeRoute): string => {
  const [, kind] = kindOfPath.find(([prefix]) => route.path.startsWith(prefix)) ?? []
  const values: Record<string, string> = { ...parameters, ...(kind ? { case: cases[kind] } : {}) }
  return route.path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => values[name] ?? '1')
}

async function caseDeskOf(wardId: number, otherId: number): Promise<typeof caseDesk> {
  const made: typeof caseDesk = {}
  for (const [name, siteId] of [
    ['', wardId],
    [' of another ward', otherId],
  ] as const)
    for (const role of caseRoles)
      made[`${role}${name}`] = {
        who: await person(database.db, `${role}${name}`, [{ siteId, role }]),
        onWard: siteId === wardId,
      }
  return made
}

/** Every case is with the ward's officer; the coordinator, the officer and the leader are named for the sealed one. */
async function casesOf(siteId: number, key: SealingKey): Promise<typeof cases> {
  const { db } = database
  const officer = caseDesk.case_officer!.who.id
  const { id: divisionId } = await db
    .insertInto('division')
    .values({ siteId, name: 'Phòng Thử', leadId: officer })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('divisionMember').values({ divisionId, personId: officer }).execute()
  const made = {} as typeof cases
  for (const kind of caseKindNames) {
    const { caseId } = await someCase(db, key, { siteId, kind })
    made[kind] = String(caseId)
    if (kind !== 'sealed_letter')
      await db
        .updateTable('citizenCase')
        .set({ state: 'assigned', divisionId, officerId: officer })
        .where('id', '=', caseId)
        .execute()
  }
  await db
    .insertInto('caseHandler')
    .values(
      [caseDesk.case_coordinator!, caseDesk.case_officer!, caseDesk.case_leader!].map(({ who }) => ({
        caseId: Number(made.sealed_letter),
        personId: who.id,
      })),
    )
    .execute()
  return made
}

async function ask(route: OfficeRoute, who: Actor | undefined): Promise<Response> {
  if (who && !cookies.has(who.id)) cookies.set(who.id, await office.cookieOf(who))
  const headers: Record<string, string> = {
    origin: 'http://localhost:3001',
    ...(who ? { cookie: cookies.get(who.id) as string } : {}),
  }
  if (route.method === 'POST') headers['content-type'] = 'application/x-www-form-urlencoded'
  return office.office.request(`http://localhost:3001${addressOf(route)}`, {
    method: route.method,
    headers,
    body: route.method === 'POST' ? '' : undefined,
  })
}

const events = async (): Promise<number> =>
  (await database.owner.selectFrom('auditHead').select('lastId').executeTakeFirstOrThrow()).lastId

const personas = (): Record<string, { who: Actor; roles: readonly Role[]; onWard: boolean; onNetwork: boolean }> => {
  const { writer, editor, secretary, chief, admin, cityChief, stranger, networkAdmin, auditor } = newsroom
  const of = (who: Actor, onWard: boolean, onNetwork = false) => ({
    who,
    roles: who.memberships.map((m) => m.role),
    onWard,
    onNetwork,
  })
  return {
    contributor: of(writer, true),
    editor: of(editor, true),
    'desk secretary': of(secretary, true),
    'chief editor': of(chief, true),
    'site admin': of(admin, true),
    'chief of the city': of(cityChief, false),
    'chief of another ward': of(stranger, false),
    'network admin': of(networkAdmin, true, true),
    auditor: of(auditor, true, true),
    ...Object.fromEntries(Object.entries(caseDesk).map(([name, { who, onWard }]) => [name, of(who, onWard)])),
  }
}

/** What the route's own line promises, worked out apart from the code that enforces it. */
function expected(
  route: OfficeRoute,
  persona: { roles: readonly Role[]; onWard: boolean; onNetwork: boolean },
): 'in' | 'forbidden' | 'hidden' {
  const { access } = route
  if (access.who === 'anyone' || access.who === 'signed-in') return 'in'
  const fitting = persona.roles.some((role) => access.who.includes(role))
  if (access.on === 'somewhere') return fitting ? 'in' : 'forbidden'
  if (access.on === 'network') return fitting && persona.onNetwork ? 'in' : 'forbidden'
  if (!persona.onWard) return 'hidden'
  return fitting ? 'in' : 'forbidden'
}

describe('every route, for every role, on the own portal and on another', () => {
  test('what is open to anyone is a short list that was decided', () => {
    const open = officeRoutes.filter((route) => route.access.who === 'anyone').map(line)
    expect(open.filter((each) => !openToAnyone.includes(each))).toEqual([])
  })

  test('an address that names something of a portal is guarded by the portal of that thing', () => {
    const loose = officeRoutes.filter((route) => {
      const named = subjects.find((subject) => route.path.includes(`:${subject}`))
      return (
        named !== undefined &&
        (route.access.who === 'anyone' || route.access.who === 'signed-in' || route.access.on === 'somewhere')
      )
    })
    expect(loose.map(line)).toEqual([])
  })

  test('an auditor reads and changes nothing', () => {
    const writing = officeRoutes.filter(
      (route) => route.method === 'POST' && Array.isArray(route.access.who) && route.access.who.includes('auditor'),
    )
    expect(writing.map(line)).toEqual([])
  })

  test('who is not signed in is sent to the sign-in page', async () => {
    for (const route of officeRoutes.filter((each) => each.access.who !== 'anyone')) {
      const answer = await ask(route, undefined)
      expect([answer.status, answer.headers.get('location')?.split('?')[0]], line(route)).toEqual([303, '/dang-nhap'])
    }
  })

  test('whoever the table does not name is refused, and the refusal leaves no trace', async () => {
    const before = await events()
    for (const [name, persona] of Object.entries(personas())) {
      for (const route of officeRoutes) {
        const verdict = expected(route, persona)
        if (verdict === 'in') continue
        const answer = await ask(route, persona.who)
        expect([404, 403].includes(answer.status), `${name} ${line(route)} → ${answer.status}`).toBe(true)
        if (verdict === 'hidden') expect(answer.status, `${name} ${line(route)}`).toBe(404)
      }
    }
    expect(await events()).toBe(before)
  }, 120_000)

  test('whoever the table names gets in, and no empty form breaks anything', async () => {
    const answered = new Set<OfficeRoute>()
    for (const [name, persona] of Object.entries(personas())) {
      for (const route of officeRoutes) {
        if (
          expected(route, persona) !== 'in' ||
          route.path === '/dang-xuat' ||
          route.path.startsWith('/tai-khoan/phien')
        )
          continue
        const answer = await ask(route, persona.who)
        expect(answer.status, `${name} ${line(route)}`).toBeLessThan(500)
        if (answer.status < 400) answered.add(route)
      }
    }
    const silent = officeRoutes.filter(
      (route) =>
        route.method === 'GET' &&
        !answered.has(route) &&
        !/:(token|topic|unit|mail|event|person|width|job|link|attachment|photo|result)/.test(route.path),
    )
    expect(silent.map(line)).toEqual([])
  }, 120_000)
})
