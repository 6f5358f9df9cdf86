import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import pg from 'pg'
import { newFormToken } from '../../src/cases/tracking.ts'
import { startClock } from '../../src/cases/start-clock.ts'
import { connect, inTransaction } from '../../src/database/connect.ts'
import { keyringOf, makePrivateKey, publicHalf } from '../../src/sealing/keyring.ts'
import { registerKeyring } from '../../src/sealing/register-keyring.ts'
import { seal } from '../../src/sealing/seal.ts'
import { network } from '../archive.ts'
import { openDatabase, type BenchDatabase } from '../database.ts'
import { perSecond } from '../per-second.ts'
import { figure, ratio, type Part } from '../result.ts'
import { servePublic } from '../servers.ts'

const clients = [1, 8, 32] as const

/** What is measured in turn, so that whatever slows the machine slows all. */
type Load = Record<'http' | 'take' | 'unchained' | 'insert', number[]>

/** Questions acknowledged while everything is written through to the disk, held against the plainest commit of the same server. */
export const submissions: Part = {
  name: 'submissions',
  says: 'questions acknowledged durably each second, against plain commits of one row',
  async run({ runs, seconds, say }) {
    const database = await openDatabase()
    const stop: (() => Promise<unknown>)[] = [() => database.stop()]
    try {
      await refuseUnlessDurable(database)
      const doc = await prepare(database)
      const khue = await servePublic(database, { pinned: false })
      stop.unshift(() => khue.stop())
      const pool = new pg.Pool({ connectionString: database.url, max: Math.max(...clients) })
      stop.unshift(() => pool.end())
      const ask = (text: string, values: () => unknown[]) => () =>
        pool.query({ name: text.slice(0, 40), text, values: values() })
      const taking = (name: string) =>
        ask(`select ${name}(jsonb_set($1, '{number}', to_jsonb(next_case_number()))) as taken`, () => [someDoc(doc)])
      const works: Record<keyof Load, (agent: Agent) => Promise<unknown>> = {
        http: (agent) => send(agent, khue.port),
        take: taking('take_case'),
        unchained: taking('bench_take_case'),
        insert: ask('insert into bench_row (words) values ($1)', () => [someWords]),
      }
      const measured = new Map<number, Load>()
      for (const many of clients) {
        const load: Load = { http: [], take: [], unchained: [], insert: [] }
        measured.set(many, load)
        for (let run = 0; run < runs; run++) {
          say(`submissions: ${many} clients, run ${run + 1} of ${runs}`)
          for (const [name, work] of Object.entries(works) as [keyof Load, (agent: Agent) => Promise<unknown>][]) {
            const agents = Array.from({ length: many }, () => new Agent({ keepAlive: true, maxSockets: 1 }))
            load[name].push(await perSecond(agents, seconds, work))
            for (const agent of agents) agent.destroy()
          }
        }
      }
      await refuseUnlessKept(database)
      return {
        part: 'submissions',
        figures: [...measured].flatMap(([many, { http, take, unchained, insert }]) => [
          figure(`${many} clients: questions by the form`, '/s', http),
          figure(`${many} clients: take_case() alone`, '/s', take),
          figure(`${many} clients: the same without audit event`, '/s', unchained),
          figure(`${many} clients: one plain row`, '/s', insert),
        ]),
        ratios: [...measured].flatMap(([many, { http, take, unchained, insert }]) => [
          ratio(`${many} clients: form / plain row`, http, insert),
          ratio(`${many} clients: take_case() / plain row`, take, insert),
          ratio(`${many} clients: with audit event / without`, take, unchained),
        ]),
        notes: [
          'fsync, synchronous_commit and full_page_writes are on; clients, server and PostgreSQL share the machine',
          'a question writes a case, its sealed sender, clock, consents, first step, mail, audit event and counts of its reader; two values are sealed by the process that serves it',
          'the audit log is one chain: each event waits for the commit of the one before, so that commits are not gathered into one write to the disk',
        ],
      }
    } finally {
      for (const end of stop) await end()
    }
  },
}

async function refuseUnlessDurable({ rows }: BenchDatabase): Promise<void> {
  const names = ['fsync', 'synchronous_commit', 'full_page_writes']
  const off = await rows('select name from pg_settings where name = any ($1) and setting <> $2', [names, 'on'])
  if (off.length > 0) throw new Error(`${JSON.stringify(off)} is off: nothing here would be durable`)
}

/** Every answer of the form was a case, with its mail, and none was held back for what it says. */
async function refuseUnlessKept({ rows }: BenchDatabase): Promise<void> {
  const [found] = await rows<{
    odd: number
  }>(`select count(*)::integer as odd from citizen_case c where state <> 'received'
    or not exists (select from outbox_mail m where m.case_id = c.id) or not exists (select from case_clock k where k.case_id = c.id)`)
  if (found?.odd !== 0) throw new Error(`${found?.odd} cases were not received as they should be`)
}

/** A portal, a key to seal with, the plain table, take_case() without its audit event; and a case as take_case() reads it. */
async function prepare(database: BenchDatabase): Promise<Record<string, unknown>> {
  await database.rows(network(1))
  await database.rows(
    'create table bench_row (id bigint generated always as identity primary key, at timestamptz not null default now(), words text not null)',
  )
  const [found] = await database.rows<{ text: string }>(
    `select pg_get_functiondef('take_case(jsonb)'::regprocedure) as text`,
  )
  const text = found?.text ?? ''
  const unchained = text
    .replace('FUNCTION public.take_case(', 'FUNCTION public.bench_take_case(')
    .replace(/insert into audit_event [\s\S]*?;/, '')
  if (unchained.length > text.length - 100) throw new Error('take_case() writes no audit event where it was looked for')
  await database.rows(unchained)
  const db = connect(database.url, 'khue_office', 1)
  try {
    const privateKey = await makePrivateKey()
    await inTransaction(db, (tx) => registerKeyring(tx, keyringOf([privateKey])))
    const key = publicHalf(privateKey)
    const clock = await startClock(db, {
      ruleId: 'question.answer',
      purpose: 'answer',
      siteId: 1,
      startedAt: new Date(),
    })
    const sealed = await seal(key, { name: 'Người đo', email: 'nguoi.do@thu.example', code: '0000-0000-0000-0000' })
    return {
      kind: 'question', siteId: 1, channel: 'web', language: 'vi', fieldId: 1, title: 'Thủ tục tách thửa đất cần giấy tờ gì?', body: someWords,
      details: {}, publicWanted: false, consents: [{ purpose: 'process', given: true, textVersion: '1' }], clocks: [clock],
      sender: { sealed, hasEmail: true, hasPhone: false },
      mail: { subject: 'Cổng đo: đã tiếp nhận hồ sơ', sealed: await seal(key, { to: 'nguoi.do@thu.example', body: someWords }) },
    } // prettier-ignore
  } finally {
    await db.destroy()
  }
}

const someWords =
  'Gia đình tôi muốn tách thửa đất cho con. Xin hỏi cần những giấy tờ nào, nộp ở đâu, bao lâu thì có kết quả và mức thu là bao nhiêu?'
const hex = (bytes: number): string => randomBytes(bytes).toString('hex')
const someDoc = (doc: Record<string, unknown>): string =>
  JSON.stringify({ ...doc, trackingHash: hex(32), formHash: hex(32), visitor: hex(16) })

/** Presses the button of the last step, each time as another person behind another address. */
function send(agent: Agent, port: number): Promise<void> {
  const id = hex(4)
  const body = new URLSearchParams({
    buoc: '3', di: 'gui', phieu: newFormToken(), 'linh-vuc': 'dat-dai', 'tieu-de': `Thủ tục tách thửa đất ${id} cần giấy tờ gì?`,
    'noi-dung': `${someWords} Thửa số ${id}.`, 'ho-ten': 'Người đo', 'thu-dien-tu': `nguoi-${id}@thu.example`, 'dong-y-xu-ly': '1',
  }).toString() // prettier-ignore
  return new Promise((resolve, reject) => {
    const asked = request({
      agent,
      host: '127.0.0.1',
      port,
      path: '/hoi-dap/gui-cau-hoi',
      method: 'POST',
      headers: {
        host: 'bench-1.localhost',
        'content-type': 'application/x-www-form-urlencoded',
        'user-agent': `bench ${id}`,
        'x-forwarded-for': `10.${[...Buffer.from(id, 'hex').subarray(0, 3)].join('.')}`,
      },
    })
    asked.on('error', reject)
    asked.on('response', (answer) => {
      answer.resume()
      answer.on('error', reject)
      answer.on('end', () =>
        answer.statusCode === 303 ? resolve() : reject(new Error(`a question was answered with ${answer.statusCode}`)),
      )
    })
    asked.end(body)
  })
}
