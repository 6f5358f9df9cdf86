import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldsOf, formSender, openedForm, type FormSender } from '../../../tests/support/case-form.ts'
import { caseDesk, type CaseDesk } from '../../../tests/support/cases.ts'
import { htmlFaults } from '../../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { forgetCaseVoices } from './forget-voices.ts'
import { proofKeys } from './intake-queries.ts'
import { proves } from './proof-of-work.ts'

let database: TestDatabase
let desk: CaseDesk
let look: FormSender['look']
let send: FormSender['send']
let made = 0

const question = {
  'linh-vuc': 'dat-dai',
  'tieu-de': 'Thủ tục tách thửa đất ở cần giấy tờ gì?',
  'noi-dung': 'Gia đình tôi muốn tách thửa đất ở cho con. Xin hỏi cần chuẩn bị những giấy tờ nào?',
}
const sender = { 'ho-ten': 'Chim Hoàng Yến', 'thu-dien-tu': 'hoang.yen@canary.example', 'dong-y-xu-ly': '1' }

beforeAll(async () => {
  database = await freshDatabase()
  desk = await caseDesk(database.db)
  ;({ look, send } = await formSender(database.delivery, desk.ward, '/hoi-dap/gui-cau-hoi'))
})
afterAll(() => database.drop())

const newest = () =>
  database.owner.selectFrom('citizenCase').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
const whole = async (more: Record<string, string> = {}): Promise<Record<string, string>> => ({
  ...(await openedForm(database.delivery)),
  ...question,
  'noi-dung': `${question['noi-dung']} Lần hỏi thứ ${++made}.`,
  buoc: '3',
  di: 'gui',
  ...more,
})

describe('machines', () => {
  const solved = async (): Promise<string> => {
    const challenge = await (await look('/bang-chung')).json()
    const solution = await solveChallenge({ challenge, deriveKey })
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
  }

  test('a proof of work takes away suspicion, once', async () => {
    const proof = await solved()
    await send(await whole({ 'bang-chung': proof }))
    expect((await newest()).suspect).toEqual([])
    await send(await whole({ 'bang-chung': proof }))
    expect((await newest()).suspect).toEqual(['no-proof'])
  })

  test('a proof that is forged, older than its time or of easier work proves nothing', async () => {
    const good = JSON.parse(Buffer.from(await solved(), 'base64').toString()) as {
      challenge: { parameters: Record<string, unknown>; signature: string }
    }
    const secrets = await proofKeys(database.delivery)
    const tried = (change: Record<string, unknown>): Promise<boolean> => {
      const { challenge } = good
      const forged = { ...good, challenge: { ...challenge, parameters: { ...challenge.parameters, ...change } } }
      return proves(database.delivery, secrets, Buffer.from(JSON.stringify(forged)).toString('base64'))
    }
    expect(await tried({ keyPrefix: '0' })).toBe(false)
    expect(await tried({ cost: 1 })).toBe(false)
    expect(await tried({ expiresAt: Math.floor(Date.now() / 1000) + 1e6 })).toBe(false)
    expect(await tried({ expiresAt: Math.floor(Date.now() / 1000) - 10 })).toBe(false)
    expect(await tried({})).toBe(true)
    expect(await tried({})).toBe(false)
  })

  test('challenges are never handed to two', async () => {
    const nonces = await Promise.all(
      Array.from(
        { length: 6 },
        async () => ((await (await look('/bang-chung')).json()) as { parameters: { nonce: string } }).parameters.nonce,
      ),
    )
    expect(new Set(nonces).size).toBe(6)
  })

  test('what a machine or an advertiser sends is kept apart, thanked for all the same', async () => {
    const trapped = await send(await whole({ 'bo-trong': 'https://x' }))
    expect(trapped.status).toBe(303)
    expect(await newest()).toMatchObject({ state: 'quarantined', suspect: ['trap', 'no-proof'] })
    const advert = 'Nhà cái uy tín, vào ngay https://x.example nhận thưởng cho người mới tham gia'
    expect((await send(await whole({ 'noi-dung': advert }))).status).toBe(303)
    expect(await newest()).toMatchObject({ state: 'quarantined', suspect: ['advertises', 'links', 'no-proof'] })
    const report = 'Quán nước đầu ngõ trá hình nhà cái, tối nào cũng ồn. Phường xử lý thế nào?'
    expect((await send(await whole({ 'noi-dung': report }))).status).toBe(303)
    expect(await newest()).toMatchObject({ state: 'received', suspect: ['advertises', 'no-proof'] })
  })

  test('the same words sent all day long are noticed; a form nobody opened is, too', async () => {
    for (let n = 0; n < 4; n++) await send({ ...(await whole()), 'noi-dung': 'Cùng một nội dung gửi đi nhiều lần.' })
    expect((await newest()).suspect).toEqual(['no-proof'])
    await send({ ...(await whole()), 'noi-dung': 'Cung mot noi dung, gui di nhieu lan!' })
    expect((await newest()).suspect).toEqual(['repeated', 'no-proof'])
    await send({ ...(await whole()), luc: '1764000000-00000000000000000000000000000000' })
    expect((await newest()).suspect).toEqual(['unstamped', 'no-proof'])
  })

  test('ten a day from one reader; the refusal keeps what was typed and says what to do', async () => {
    for (let n = 0; n < 10; n++)
      expect((await send(await whole(), 'sieng-nang-gui-muoi-lan-mot-ngay')).status).toBe(303)
    const fields = await whole(sender)
    const refused = await send(fields, 'sieng-nang-gui-muoi-lan-mot-ngay')
    const html = await refused.text()
    expect(refused.status).toBe(429)
    expect(html).toContain('gọi cho cơ quan')
    expect(fieldsOf(html)).toMatchObject({ ...question, 'noi-dung': fields['noi-dung']!, 'ho-ten': sender['ho-ten'] })
    expect(await htmlFaults(html)).toEqual([])
    expect((await send(await whole(), 'nguoi-khac')).status).toBe(303)
  })

  test('sixty tries a day from one reader, before anything costly', async () => {
    const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
    await database.db
      .insertInto('caseVoice')
      .values({ day: day as never, visitor: 'lien-tuc-bam-gui-ca-ngay', tries: 60 })
      .execute()
    expect((await send(await whole(), 'lien-tuc-bam-gui-ca-ngay')).status).toBe(429)
  })

  test('a night later nothing is left of who sent what', async () => {
    await send(await whole({ 'bang-chung': await solved() }))
    const owner = database.owner
    for (const table of ['caseVoice', 'caseEcho', 'spentProof', 'proofKey'] as const) {
      expect(await owner.selectFrom(table).select('day').execute(), table).not.toEqual([])
      await owner
        .updateTable(table)
        .set({ day: '2020-01-01' as never })
        .execute()
    }
    await forgetCaseVoices(database.db)
    for (const table of ['caseVoice', 'caseEcho', 'spentProof', 'proofKey'] as const)
      expect(await owner.selectFrom(table).select('day').execute(), table).toEqual([])
  })

  test('the public face reads neither the secrets nor who sent how much', async () => {
    for (const table of ['proofKey', 'spentProof', 'caseEcho', 'caseVoice'] as const)
      await expect(database.delivery.selectFrom(table).selectAll().execute(), table).rejects.toThrow(
        /permission denied/,
      )
  })
})
