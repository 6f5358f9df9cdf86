import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseDesk, someCase, type CaseDesk } from '../../tests/support/cases.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import { officeRoutes } from '../app.ts'
import type { Actor } from '../people/actor.ts'

let database: TestDatabase
let desk: CaseDesk
let office: TestOffice
let namingAt: string

/** Words of who denounces, and who they are: to be found nowhere but before a named handler. */
const canary = { words: 'Chim yến báo ông Mỗ nhận tiền', name: 'Chim Hoàng Yến', phone: '0987 654 321' }

beforeAll(async () => {
  database = await freshDatabase()
  desk = await caseDesk(database.db)
  office = testOffice({ db: database.db, routes: officeRoutes, keyring: desk.keyring })
  namingAt = `/cong/${desk.ward.id}/don-niem-phong`
})
afterAll(() => database.drop())

const send = async (who: Actor, address: string, fields: Record<string, string> = {}): Promise<Response> =>
  office.post(address, fields, await office.cookieOf(who))
const see = async (who: Actor, address: string): Promise<Response> => office.get(address, await office.cookieOf(who))
const letter = async (part = {}): Promise<number> =>
  (
    await someCase(database.delivery, desk.key, {
      kind: 'sealed_letter',
      siteId: desk.ward.id,
      title: canary.words,
      body: `${canary.words} khi cấp phép.`,
      sender: { name: canary.name, phone: canary.phone },
      ...part,
    })
  ).caseId
/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    database.owner,
  )
  const parts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(
        database.owner,
      )
      return rows.map(({ row }) => row).join('\n')
    }),
  )
  return parts.join('\n')
}
const looks = (caseId: number) =>
  database.owner
    .selectFrom('caseLook')
    .select(['personId', 'what'])
    .where('caseId', '=', caseId)
    .orderBy('id')
    .execute()

describe('who handles sealed letters', () => {
  test('a leader names somebody else; nobody names themselves; a stranger names nobody', async () => {
    expect((await send(desk.leader, namingAt, { personId: desk.leader.id })).status).toBe(403)
    expect((await send(desk.leader, namingAt, { personId: desk.operator.id })).status).toBe(422)
    expect((await send(desk.leader, namingAt, { personId: desk.coordinator.id })).status).toBe(303)
    expect((await send(desk.officer, namingAt, { personId: desk.deputy.id })).status).toBe(403)
    expect((await send(desk.otherLeader, namingAt, { personId: desk.deputy.id })).status).toBe(404)
    const html = await (await see(desk.leader, namingAt)).text()
    expect(html).toContain('Ngô Thị Nhận')
    expect(await htmlFaults(html)).toEqual([])
  })
})

describe('a letter that arrived', () => {
  test('is readable in no table, and by nobody who is not named: not the leader, not the administrator, not the auditor', async () => {
    const id = await letter()
    const all = await everything()
    for (const secret of Object.values(canary)) expect(all).not.toContain(secret)
    for (const who of [desk.leader, desk.officer, desk.siteAdmin, desk.networkAdmin, desk.auditor, desk.otherLeader]) {
      for (const address of [`/don-niem-phong/${id}`, `/ho-so/${id}`]) {
        const answer = await see(who, address)
        expect([403, 404], `${who.name} ${address}`).toContain(answer.status)
      }
    }
    const queue = await (await see(desk.leader, `/cong/${desk.ward.id}/ho-so`)).text()
    const { number } = await database.owner
      .selectFrom('citizenCase')
      .select('number')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(queue).not.toContain(number)
  })

  test('is opened by the handler alone, once for each press, and every look is told to the inspector', async () => {
    const id = await letter()
    const closed = await (await see(desk.coordinator, `/don-niem-phong/${id}`)).text()
    expect(closed).not.toContain(canary.words)
    expect(await htmlFaults(closed)).toEqual([])
    const opened = await send(desk.coordinator, `/don-niem-phong/${id}/mo`)
    expect(opened.headers.get('cache-control')).toContain('no-store')
    const html = await opened.text()
    expect(html).toContain(canary.words)
    expect(html).not.toContain(canary.name)
    expect(await htmlFaults(html)).toEqual([])
    expect((await send(desk.coordinator, `/don-niem-phong/${id}/nguoi-gui`, { reason: '' })).status).toBe(422)
    const sender = await (await send(desk.coordinator, `/don-niem-phong/${id}/nguoi-gui`, { reason: 'verify' })).text()
    expect(sender).toContain(canary.name)
    expect(await looks(id)).toEqual([
      { personId: desk.coordinator.id, what: 'words' },
      { personId: desk.coordinator.id, what: 'sender' },
    ])
    expect(await (await see(desk.auditor, `/don-niem-phong/${id}/luot-xem`)).text()).toContain('Ngô Thị Nhận')
    expect((await see(desk.leader, `/don-niem-phong/${id}/luot-xem`)).status).toBe(404)
    expect((await send(desk.leader, `/don-niem-phong/${id}/mo`)).status).toBe(404)
    expect(await looks(id)).toHaveLength(2)
  })

  test('is settled with words for its sender; its clock is that of classifying', async () => {
    const id = await letter()
    const clock = await database.owner
      .selectFrom('caseClock')
      .selectAll()
      .where('caseId', '=', id)
      .executeTakeFirstOrThrow()
    expect(clock).toMatchObject({ ruleId: 'denunciation.classify', amount: 7, unit: 'working_days' })
    expect((await send(desk.coordinator, `/don-niem-phong/${id}/ket-thuc`, { result: '', words: '' })).status).toBe(422)
    const fields = {
      result: 'guided',
      words: 'Mời ông/bà gửi đơn có chữ ký hoặc trình bày trực tiếp tại nơi tiếp công dân.',
    }
    expect((await send(desk.coordinator, `/don-niem-phong/${id}/ket-thuc`, fields)).status).toBe(303)
    const after = await database.owner
      .selectFrom('citizenCase')
      .select(['state', 'outcome'])
      .where('id', '=', id)
      .executeTakeFirst()
    expect(after).toEqual({ state: 'closed', outcome: 'guided' })
    const ended = await database.owner.selectFrom('caseClock').select('state').where('caseId', '=', id).execute()
    expect(ended).toEqual([{ state: 'met' }])
  })
})

describe('a case that turns out to be a denunciation', () => {
  test('is sealed by whoever deals with it, who sees it no more', async () => {
    const { caseId } = await desk.upTo('assigned', { title: canary.words, body: `${canary.words}, có biên lai.` })
    expect((await see(desk.officer, `/ho-so/${caseId}`)).status).toBe(200)
    expect((await send(desk.socialOfficer, `/ho-so/${caseId}/niem-phong`)).status).toBe(404)
    expect((await send(desk.officer, `/ho-so/${caseId}/niem-phong`)).status).toBe(303)
    expect(await everything()).not.toContain(canary.words)
    for (const who of [desk.officer, desk.leader]) expect((await see(who, `/ho-so/${caseId}`)).status).toBe(404)
    expect(await (await send(desk.coordinator, `/don-niem-phong/${caseId}/mo`)).text()).toContain('có biên lai')
    const clocks = await database.owner
      .selectFrom('caseClock')
      .select(['ruleId', 'state'])
      .where('caseId', '=', caseId)
      .orderBy('id')
      .execute()
    expect(clocks).toEqual([
      { ruleId: 'question.answer', state: 'stopped' },
      { ruleId: 'denunciation.classify', state: 'running' },
    ])
  })

  test('and who is no longer named sees none of them', async () => {
    const id = await letter()
    expect((await see(desk.coordinator, `/don-niem-phong/${id}`)).status).toBe(200)
    expect((await send(desk.leader, `${namingAt}/thoi`, { personId: desk.coordinator.id })).status).toBe(303)
    expect((await see(desk.coordinator, `/don-niem-phong/${id}`)).status).toBe(404)
    expect(await (await see(desk.leader, namingAt)).text()).toContain('chưa có người xử lý nào')
  })

  test('the log of acts holds no word of any', async () => {
    const events = await database.owner.selectFrom('auditEvent').selectAll().execute()
    expect(JSON.stringify(events)).not.toMatch(/Chim|0987/)
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'denunciation.handler-named',
        'case.words-read',
        'case.sender-read',
        'case.settled',
        'case.sealed',
      ]),
    )
  })
})
