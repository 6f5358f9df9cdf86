import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCalendar } from '../../src/calendar/load-calendar.ts'
import { digestOf } from '../../src/cases/tracking.ts'
import { connect, inTransaction, type Database } from '../../src/database/connect.ts'
import { migrate } from '../../src/database/migrate.ts'
import { enqueue } from '../../src/jobs/queue.ts'
import { installQueue } from '../../src/jobs/worker.ts'
import { commandOf, pageOf, startProcess, untilTrue } from '../support/khue-process.ts'
import { freePort } from '../support/khue.ts'
import { startMailServer, type MailServer, type TakenMail } from '../support/mail-server.ts'
import {
  keepServing,
  killAtRandom,
  mortalDatabase,
  oneOf,
  type MortalDatabase,
  type Service,
} from '../support/mortal.ts'
import { sendQuestions, type SentQuestion } from '../support/send-questions.ts'
import { network } from '../support/sites.ts'

// People send questions while every process is killed with SIGKILL at random moments, PostgreSQL included. The suite sends a few;
// KILLED_SUBMISSIONS=10000 sends as many as are promised.
const howMany = Number(process.env.KILLED_SUBMISSIONS ?? 400)
const seconds = 150 + howMany * 0.15
const host = 'ba-dinh.test'
const home = mkdtempSync(path.join(os.tmpdir(), 'khue-killed-'))

let postgres: MortalDatabase
let mail: MailServer
let env: Record<string, string>
let port: number
let db: Database
let faces: Service
let jobs: Service
let sent: SentQuestion[]
let kills: Record<string, number>

beforeAll(async () => {
  port = await steadyPort()
  postgres = await mortalDatabase(home, await steadyPort())
  await migrate(postgres.url)
  await installQueue(postgres.url)
  await loadCalendar(postgres.url)
  db = connect(postgres.url, 'owner', 2)
  await network(db)
  mail = await startMailServer()
  env = {
    KHUE_HOME: home,
    DATABASE_URL: postgres.url,
    PORT: String(port),
    OFFICE_PORT: '0',
    SMTP_URL: mail.url,
    MAIL_FROM: 'Cổng Ba Đình <cong@ba-dinh.example>',
    TRUSTED_PROXIES: 'loopback',
  }
  jobs = keepServing('job worker', ['serve', '--role', 'worker'], env)
  faces = keepServing('first process of the public face', ['serve', '--role', 'delivery', '--workers', '2'], env)
  // The worker brings the keys forms are sealed with.
  const hasKeys = async (): Promise<boolean> => (await count(sql`select count(*)::integer as n from sealing_key`)) > 0
  await untilTrue(
    async () => (await hasKeys()) && (await isServed()),
    () => jobs.output() + faces.output(),
    { seconds: 90 },
  )
}, 120_000)
afterAll(async () => {
  await Promise.all([faces?.stop(), jobs?.stop(), mail?.stop()])
  await db?.destroy()
  await postgres?.stop()
  for (const folder of [home, postgres?.dataDir]) if (folder) rmSync(folder, { recursive: true, force: true })
}, 60_000)

/** A free port nobody gets by chance while its owner is away: below those of outgoing connections. */
async function steadyPort(): Promise<number> {
  return 20_000 + ((await freePort()) % 10_000)
}

async function isServed(): Promise<boolean> {
  return await pageOf(host, port, '/hoi-dap/gui-cau-hoi').then(
    ({ status }) => status === 200,
    () => false,
  )
}

const isFace = (pid: number): boolean => commandOf(pid).includes('bin/delivery.ts')
const count = async (query: ReturnType<typeof sql<{ n: number }>>): Promise<number> =>
  (await query.execute(db)).rows[0]!.n

test(
  `${howMany} questions are sent and each is acknowledged, whoever dies meanwhile`,
  async () => {
    const settings = await sql<{
      kept: string
    }>`select current_setting('fsync') || current_setting('synchronous_commit')
    || current_setting('full_page_writes') as kept`.execute(db)
    expect(settings.rows).toEqual([{ kept: 'ononon' }])
    const victims = [oneOf(faces, 'process of the public face', isFace), faces, jobs, postgres]
    let done = 0
    const killer = killAtRandom(victims, { deaths: 8 + Math.floor(howMany / 200), work: howMany, done: () => done })
    const began = Date.now()
    try {
      sent = await sendQuestions({
        port,
        host,
        howMany,
        clients: 8,
        until: began + seconds * 1000,
        acknowledged: () => (done += 1),
      })
    } finally {
      await killer.stop()
      kills = killer.kills
    }
    const again = sent.filter(({ tries }) => tries > 1).length
    process.stderr.write(
      `${howMany} sent in ${Math.round((Date.now() - began) / 1000)} s, ${again} more than once; killed: ${JSON.stringify(kills)}\n`,
    )
    expect(
      Object.values(kills).every((times) => times > 0),
      JSON.stringify(kills),
    ).toBe(true)
    expect(new Set(sent.map(({ code }) => code)).size).toBe(howMany)
  },
  seconds * 1000 + 30_000,
)

test('every acknowledged code opens one case, and no form became two', async () => {
  const { rows } = await sql<{
    code: string
    form: string
    number: string
    state: string
  }>`select encode(tracking_hash, 'hex') as code,
    encode(form_hash, 'hex') as form, number, state from citizen_case`.execute(db)
  const hex = (secret: string): string => digestOf(secret).toString('hex')
  const pairs = (of: { code: string; form: string }[]): string[] =>
    of.map(({ code, form }) => `${code} ${form}`).toSorted()
  expect(pairs(rows)).toEqual(pairs(sent.map(({ code, token }) => ({ code: hex(code), form: hex(token) }))))
  expect(new Set(rows.map(({ number }) => number)).size).toBe(howMany)
  expect(rows.filter(({ state }) => state !== 'received')).toEqual([])
  const numbers = new Map(rows.map(({ code, number }) => [code, number]))
  for (let n = 0; n < howMany; n += Math.ceil(howMany / 10)) {
    const { code } = sent[n]!
    const page = await pageOf(host, port, `/theo-doi/${code}`)
    expect([page.status, page.body.includes(numbers.get(hex(code))!)]).toEqual([200, true])
  }
})

test('with its clock, its first step and its sealed sender, each once', async () => {
  // After so many deaths nobody knows how large the tables are.
  await sql`analyze`.execute(db)
  const parts = await sql`select c.id from citizen_case c where c.due_at is null or c.due_at <= c.received_at
    or 1 <> (select count(*) from case_clock k where k.case_id = c.id and k.purpose = 'answer' and k.state = 'running' and k.due_at = c.due_at)
    or 1 <> (select count(*) from case_event e where e.case_id = c.id and e.step = 'receive')
    or 1 <> (select count(*) from case_sender s where s.case_id = c.id and s.sealed is not null)
    or 1 <> (select count(*) from audit_event a where a.action = 'case.received' and a.subject_kind = 'case' and a.subject_id = c.id::text)`.execute(
    db,
  )
  expect(parts.rows).toEqual([])
  expect(
    await count(
      sql`select count(*)::integer as n from case_clock k where not exists (select from citizen_case c where c.id = k.case_id)`,
    ),
  ).toBe(0)
}, 120_000)

test('the audit chain is whole', async () => {
  const verify = startProcess(['audit', 'verify'], env)
  expect([await verify.ended, verify.output()]).toEqual([0, expect.stringContaining('Nhật ký nguyên vẹn')])
}, 60_000)

test(
  'its mail is in the outbox once, and reaches the mail server as one',
  async () => {
    const wanted = sent.filter(({ email }) => email !== '')
    const written =
      await sql`select case_id from outbox_mail where case_id is not null group by case_id having count(*) > 1`.execute(
        db,
      )
    expect(written.rows).toEqual([])
    expect(await count(sql`select count(*)::integer as n from outbox_mail where case_id is not null`)).toBe(
      wanted.length,
    )
    const waiting = (): Promise<number> =>
      count(sql`select count(*)::integer as n from outbox_mail where sent_at is null`)
    const began = { at: Date.now(), waiting: await waiting() }
    // Whoever was sending when the worker died comes again within the minute; this does not wait for it.
    await inTransaction(db, (tx) => enqueue(tx, 'send-mail', {}))
    await untilTrue(
      async () => (await waiting()) === 0,
      () => 'an empty outbox',
      { seconds: 60 + howMany * 0.06 },
    )
    process.stderr.write(
      `${began.waiting} mails waited, ${Math.round((Date.now() - began.at) / 1000)} s until the last was gone; ${mail.taken.length - wanted.length} came twice\n`,
    )
    const byAddress = Map.groupBy(mail.taken, ({ to }) => to.join(' '))
    expect([...byAddress.keys()].toSorted()).toEqual(wanted.map(({ email }) => email).toSorted())
    const wrong = wanted.filter(({ email, code }) => !isOneMail(byAddress.get(email) ?? [], code))
    expect(wrong).toEqual([])
  },
  90_000 + howMany * 70,
)

/** Taken once, or more often under one Message-ID, which mail programs show once; and it holds the code of its own case. */
const isOneMail = (taken: readonly TakenMail[], code: string): boolean =>
  new Set(taken.map(({ messageId }) => messageId)).size === 1 &&
  taken.every(({ text }) => text.includes(`Mã tra cứu: ${code}`))
