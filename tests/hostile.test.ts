import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officeRoutes } from '../src/app.ts'
import { inTransaction } from '../src/database/connect.ts'
import { commentOnEdition } from '../src/editions/comment-on-edition.ts'
import { createEntry } from '../src/editions/create-entry.ts'
import { kinds } from '../src/kinds.ts'
import type { OfficeRoute } from '../src/office/route.ts'
import type { Actor } from '../src/people/actor.ts'
import { addressIn } from '../src/delivery/language.ts'
import { publicRoutes } from '../src/public-app.ts'
import { articleContent, newsroomOf, type Newsroom } from './support/articles.ts'
import { freshDatabase, type TestDatabase } from './support/database.ts'
import { hostileJson } from './support/hostile-content.ts'
import { fieldNames, hostileCursor, hostileHeaders, hostileText } from './support/hostile.ts'
import { liveBuilder } from './support/live.ts'
import { reader, type Reader } from './support/reader.ts'
import { testOffice, type TestOffice } from './support/session.ts'

// HOSTILE_MS=5000 looks deeper into each route, each time with other values.
const deeper = process.env.HOSTILE_MS
const patience = Number(deeper ?? 230)
const runs = deeper ? { numRuns: 5000, endOnFailure: true } : { numRuns: 40, endOnFailure: true, seed: 7 }

let database: TestDatabase
let newsroom: Newsroom
let office: TestOffice
let read: Reader
/** What the parameters of an address and the fields of a form mean when nobody is up to mischief. */
let sound: Record<string, string>
let livePath: string
const cookies = new Map<string, string>()

beforeAll(async () => {
  database = await freshDatabase()
  newsroom = await newsroomOf(database.db)
  office = testOffice({ db: database.db, routes: officeRoutes, kinds })
  read = reader(database.delivery, publicRoutes)
  const { ward, otherWard, writer } = newsroom
  const content = await articleContent(database.db, ward)
  const { entryId, editionId } = await inTransaction(database.db, async (tx) => {
    const made = await createEntry(tx, writer, { siteId: ward.id, kind: 'article', content }, kinds)
    await commentOnEdition(tx, writer, { editionId: made.editionId, body: 'Xem lại nguồn.' })
    return made
  })
  livePath = (await (await liveBuilder(database.db)).publish(ward, { title: 'Bài đang đăng' })).path
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
  const comment = await database.owner.selectFrom('editionComment').select('id').executeTakeFirstOrThrow()
  const membership = await database.owner
    .selectFrom('membership')
    .select('id')
    .where('siteId', '=', ward.id)
    .executeTakeFirstOrThrow()
  sound = {
    site: String(ward.id),
    entry: String(entryId),
    edition: String(editionId),
    section: String(ward.sections['tin-tuc']),
    media: String(media.id),
    membership: String(membership.id),
    comment: String(comment.id),
    placement: String(ward.id),
    width: '320',
    person: writer.id,
    template: 'ward',
    token: 'x',
    revision: '1',
    editionId: String(editionId),
    siteId: String(otherWard.id),
    sectionIds: String(ward.sections['tin-tuc']),
    at: '2027-01-01T08:00',
    expiresAt: '2027-02-01T08:00',
    role: 'editor',
    'chuyen-muc': String(ward.sections['tin-tuc']),
    'phan-loai-co': '1',
    'tieu-de': 'Một tiêu đề',
    title: 'Một tiêu đề',
    name: 'Một cái tên',
    comment_: 'Một lời',
    note: 'Một lời',
    reason: 'Một lý do',
    body: 'Một lời',
    answer: 'accept',
    parentId: '',
    unitId: '1',
    validFrom: '2026-01-01',
    email: 'ai-do@khue.example',
    slug: 'mot-dia-chi',
    position: '1',
  }
})
afterAll(() => database.drop())

/** Sends the network back to where it began, so that a request that closed or ended something does not shield what follows. */
async function mend(): Promise<void> {
  await sql`update person set disabled_at = null, locked_until = null, failed_sign_ins = 0 where disabled_at is not null or locked_until > now()`.execute(
    database.owner,
  )
  await sql`update membership set valid_to = null, valid_from = '2020-01-01' where valid_to is not null`.execute(
    database.owner,
  )
  await sql`update site set closed_at = null where closed_at is not null`.execute(database.owner)
}

async function cookieOf(who: Actor): Promise<string> {
  const known = cookies.get(who.id)
  if (known && (await office.auth.readSession(new Headers({ cookie: known })))) return known
  const cookie = await office.cookieOf(who)
  cookies.set(who.id, cookie)
  return cookie
}

/** Someone the route lets in. */
function insider({ access }: OfficeRoute): Actor {
  const people = [newsroom.chief, newsroom.networkAdmin, newsroom.admin, newsroom.writer]
  return (
    (access.who === 'anyone' || access.who === 'signed-in'
      ? newsroom.chief
      : people.find((each) => each.memberships.some((m) => access.who.includes(m.role)))) ?? newsroom.auditor
  )
}

interface Attack {
  parameters: Record<string, string>
  fields: [string, string][]
  json: unknown
  as: 'form' | 'multipart' | 'json' | 'broken-multipart' | 'broken-json' | 'wrong-type'
  wantsJson: boolean
}

const mostly = <T>(sane: T, hostile: fc.Arbitrary<T>, times = 3): fc.Arbitrary<T> =>
  fc.oneof({ weight: times, arbitrary: fc.constant(sane) }, { weight: 1, arbitrary: hostile })

function attacks(path: string): fc.Arbitrary<Attack> {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string)
  const soundOf = (name: string): string => (Object.hasOwn(sound, name) ? (sound[name] as string) : '1')
  // A few hostile texts spread over all fields, the others sound: so a form comes past its first checks now and then.
  const fields = fc
    .tuple(
      fc.array(hostileText, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(11), { minLength: fieldNames.length, maxLength: fieldNames.length }),
      hostileCursor,
    )
    .map(([texts, choice, cursor]) =>
      fieldNames.map((name, at): [string, string] => [
        name,
        name === 'sau' ? cursor : (texts[choice[at] as number] ?? soundOf(name)),
      ]),
    )
  return fc.record({
    parameters: fc.record(Object.fromEntries(names.map((name) => [name, mostly(soundOf(name), hostileText, 6)]))),
    fields,
    json: hostileJson,
    as: fc.constantFrom('form', 'form', 'form', 'multipart', 'json', 'broken-multipart', 'broken-json', 'wrong-type'),
    wantsJson: fc.boolean(),
  }) as fc.Arbitrary<Attack>
}

const addressOf = (path: string, parameters: Record<string, string>): string =>
  path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => encodeURIComponent((parameters[name] ?? '1').toWellFormed()))

function bodyOf({ as, fields, json }: Attack): { body: BodyInit; type?: string } {
  const boundary = randomBytes(8).toString('hex')
  if (as === 'json') return { body: JSON.stringify(json), type: 'application/json' }
  if (as === 'broken-json') return { body: '{"content":{"title":', type: 'application/json' }
  if (as === 'broken-multipart')
    return {
      body: `--${boundary}\r\nContent-Disposition: form-data; name="tep"; filename="a\u0000.docx"\r\n\r\nPK`,
      type: `multipart/form-data; boundary=${boundary}`,
    }
  if (as === 'wrong-type') return { body: randomBytes(200), type: 'application/x-www-form-urlencoded' }
  if (as === 'form') return { body: new URLSearchParams(fields.map(([name, value]) => [name, value.toWellFormed()])) }
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value.toWellFormed())
  form.append('tep', new File([randomBytes(40)], 'a/../b".docx', { type: 'image/svg+xml' }))
  return { body: form }
}

async function strike(route: OfficeRoute, attack: Attack): Promise<Response> {
  const query = new URLSearchParams(attack.fields.map(([name, value]) => [name, value.slice(0, 120).toWellFormed()]))
  const headers: Record<string, string> = { origin: 'http://localhost:3001', cookie: await cookieOf(insider(route)) }
  if (attack.wantsJson) headers.accept = 'application/json'
  const address = `http://localhost:3001${addressOf(route.path, attack.parameters)}`
  if (route.method === 'GET') return office.office.request(`${address}?${query}`, { headers })
  const { body, type } = bodyOf(attack)
  if (type) headers['content-type'] = type
  return office.office.request(address, { method: 'POST', headers, body })
}

const lastEvent = async (): Promise<number> =>
  (await database.owner.selectFrom('auditHead').select('lastId').executeTakeFirstOrThrow()).lastId
/**
 * Answers that are no page and yet leave an event: failed sign-ins and checks of a password; a save that meets a newer text
 * keeps its own beside it, bylines included; taking the log out is an act.
 */
const leavesEvents = ({ access, method, path }: OfficeRoute): boolean =>
  access.who === 'anyone' ||
  access.who === 'signed-in' ||
  (method === 'POST' && path === '/ban-thao/:edition') ||
  path.endsWith('.csv')

describe('whatever is sent to the office', () => {
  test.each(officeRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s answers it',
    async (_, route) => {
      await mend()
      const until = Date.now() + patience
      await fc.assert(
        fc.asyncProperty(attacks(route.path), async (attack) => {
          if (Date.now() > until) return
          const before = await lastEvent()
          const answer = await strike(route, attack)
          await answer.arrayBuffer()
          expect(answer.status).toBeLessThan(500)
          const isRefusal = route.method === 'GET' || answer.status >= 400
          if (isRefusal && !leavesEvents(route)) expect(await lastEvent(), `events after ${answer.status}`).toBe(before)
        }),
        runs,
      )
    },
  )
})

describe('whatever is asked of the public face', () => {
  test.each(publicRoutes.map((route) => [route.path] as const))('%s answers it', async (path) => {
    const until = Date.now() + patience
    await fc.assert(
      fc.asyncProperty(
        attacks(path),
        hostileHeaders,
        fc.boolean(),
        async ({ parameters, fields }, headers, english) => {
          if (Date.now() > until) return
          const query = fields
            .filter(([name]) => ['q', 'trang', 'truoc', 'muc', 'sau'].includes(name))
            .map(
              ([name, value]) =>
                `${encodeURIComponent(name)}=${encodeURIComponent(value.slice(0, 200).toWellFormed())}`,
            )
          const address = path === '/bai-viet/:slug' && parameters.slug === '1' ? livePath : addressOf(path, parameters)
          const answer = await read(
            newsroom.ward,
            `${english ? addressIn('en', address) : address}?${query.join('&')}`,
            {
              headers,
            },
          )
          const text = await answer.text()
          expect(answer.status).toBeLessThan(500)
          expect(answer.headers.get('set-cookie')).toBeNull()
          expect(text).not.toMatch(/<script>alert/i)
        },
      ),
      runs,
    )
  })
})

describe('after all of it', () => {
  test('the audit chain is whole', async () => {
    const { rows } = await sql`select * from audit_faults()`.execute(database.owner)
    expect(rows).toEqual([])
  })

  test('nothing but what a second person let out is live', async () => {
    const live = await database.owner
      .selectFrom('edition')
      .select(['approvedBy', 'emergencyReason'])
      .where('state', '=', 'published')
      .execute()
    expect(live.filter((edition) => edition.approvedBy === null && edition.emergencyReason === null)).toEqual([])
  })

  test('every text that was kept is exact Vietnamese: composed, without controls', async () => {
    const columns = await sql<{ tableName: string; columnName: string }>`
      select c.table_name, c.column_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb')
        and c.table_name not in ('person_session', 'person_account', 'person_verification', 'person_two_factor', 'audit_event')`.execute(
      database.owner,
    )
    const faults: string[] = []
    for (const { tableName, columnName } of columns.rows) {
      const { rows } = await sql<{ text: string }>`
        select left(x.text, 80) as text from (select ${sql.ref(columnName)}::text as text from ${sql.table(tableName)}) x
        where x.text is not nfc normalized or x.text ~ '[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]' limit 1`.execute(
        database.owner,
      )
      if (rows[0]) faults.push(`${tableName}.${columnName}: ${JSON.stringify(rows[0].text)}`)
    }
    expect(faults).toEqual([])
  })
})
