import { sql } from 'kysely'
import { afterAll, beforeAll, test } from 'vitest'
import { caseDesk, someCase, someAnswer, type CaseDesk } from '../../tests/support/cases.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { caseKinds } from '../case-kinds.ts'
import { sealCase } from '../denunciations/seal-case.ts'
import { publishFeedback } from '../feedback/publish-feedback.ts'
import { nameHandler } from '../denunciations/name-handler.ts'
import { forwardCase } from './forward-case.ts'
import { assignCase } from './assign-case.ts'
import { saveAnswer } from './save-answer.ts'
import { submitAnswer } from './submit-answer.ts'
import { approveAnswer } from './approve-answer.ts'
import { myWork, queueCounts } from './queries.ts'
import { morningDigest } from './morning-digest.ts'
import { askSender } from './ask-sender.ts'
import { mergeCases } from './merge-cases.ts'
import { extendCase } from './extend-case.ts'
import { classifyRequest } from '../information-requests/classify-request.ts'
import { findPersonalData } from './find-personal-data.ts'
import { caseById } from './load-case.ts'
import { eraseCase } from './erase-case-senders.ts'
import { startClock } from './start-clock.ts'
import { sendAct } from '../tracking/send-act.ts'
let database: TestDatabase
let d: CaseDesk
beforeAll(async () => {
  database = await freshDatabase()
  d = await caseDesk(database.db)
})
afterAll(() => database.drop())
const tryIt = async (name: string, work: () => Promise<unknown>) => {
  try {
    console.log('PROBE', name, JSON.stringify(await work()))
  } catch (e: any) {
    console.log('PROBE', name, 'THREW', e.constructor.name, e.message?.slice(0, 200), JSON.stringify(e.codes))
  }
}
const one = async (q: any) => (await q.execute(database.owner)).rows
test('probes', async () => {
  await d.act((tx) => nameHandler(tx, d.leader, { siteId: d.ward.id, personId: d.officer.id }))
  await d.act((tx) => nameHandler(tx, d.leader, { siteId: d.ward.id, personId: d.colleague.id }))
  await tryIt('P1 sealed public feedback', async () => {
    const f = await d.upTo('assigned', {
      kind: 'feedback',
      publicWanted: true,
      fieldId: d.fields['giao-thong'],
      taking: { by: 'take_feedback', more: { place: { address: '12 phố Thử' } } },
    })
    await d.act((tx) =>
      publishFeedback(tx, d.officer, {
        caseId: f.caseId,
        title: 'Ổ gà',
        words: 'Ổ gà lớn giữa đường',
        place: 'Đường Thử',
        answer: '',
        stand: 'không có gì của ai',
        exact: false,
      }),
    )
    await d.act((tx) => sealCase(tx, d.coordinator, { caseId: f.caseId }))
    return [
      await one(sql`select number, title from live_feedback where case_id = ${f.caseId}`),
      await one(sql`select address from feedback_place where case_id = ${f.caseId}`),
    ]
  })
  await tryIt('P2 plain words in sealed', async () => {
    const f = await d.upTo('received')
    await d.act((tx) => sealCase(tx, d.coordinator, { caseId: f.caseId }))
    const out = await sendAct(database.delivery, f.code, 'add', { body: 'lời tố cáo bổ sung rõ ràng' })
    return [out, await one(sql`select body, sealed from case_message where case_id = ${f.caseId}`)]
  })
  await tryIt('P3 forged byId', async () => {
    const c = await someCase(database.delivery, d.key, {
      siteId: d.ward.id,
      by: d.leader,
      receivedAt: new Date('2020-01-01'),
    })
    return [
      await one(sql`select received_at from citizen_case where id = ${c.caseId}`),
      await one(sql`select actor_id, actor, action from audit_event where subject_id = ${String(c.caseId)}`),
    ]
  })
  await tryIt('P4 handlers take every step of sealed', async () => {
    const f = await d.upTo('received')
    await d.act((tx) => sealCase(tx, d.coordinator, { caseId: f.caseId }))
    await d.act((tx) => assignCase(tx, d.officer, { caseId: f.caseId, divisionId: d.urban }))
    await d.act((tx) => saveAnswer(tx, d.officer, { ...someAnswer, caseId: f.caseId }))
    await d.act((tx) => submitAnswer(tx, d.officer, { caseId: f.caseId }))
    await d.act((tx) => approveAnswer(tx, d.colleague, { caseId: f.caseId }))
    return (await caseById(database.db, f.caseId))!.state
  })
  await tryIt('P4b forward sealed', async () => {
    const f = await d.upTo('received')
    await d.act((tx) => sealCase(tx, d.coordinator, { caseId: f.caseId }))
    await d.act((tx) =>
      forwardCase(tx, d.officer, {
        caseId: f.caseId,
        siteId: d.city.id,
        agency: 'X',
        reason: 'lý do đủ dài để chuyển',
      }),
    )
    return await caseById(database.db, f.caseId)
  })
  await tryIt('P4c handler without role at portal', async () => {
    const f = await d.upTo('received')
    await d.act((tx) => sealCase(tx, d.coordinator, { caseId: f.caseId }))
    const moved = { ...d.officer, memberships: [{ siteId: d.city.id, role: 'case_officer' as const }] }
    await d.act((tx) => assignCase(tx, moved, { caseId: f.caseId, divisionId: d.urban }))
    return 'acted'
  })
  await tryIt('P5 myWork after membership ended', async () => {
    await d.upTo('assigned')
    const moved = { ...d.officer, memberships: [{ siteId: d.city.id, role: 'case_officer' as const }] }
    const w = await myWork(database.db, moved)
    return [w.mine.length, w.division.length]
  })
  await tryIt('P6 comment after erasing', async () => {
    const f = await d.upTo('answered')
    await d.act((tx) => eraseCase(tx, f.caseId, 'x'))
    return [
      await sendAct(database.delivery, f.code, 'rate', { choice: 'satisfied', comment: 'Tôi là Lan' }),
      await one(sql`select comment from case_rating where case_id = ${f.caseId}`),
      await sendAct(database.delivery, f.code, 'reopen', {
        body: 'mở lại với lời',
        clock: await startClock(database.db, {
          ruleId: 'reopen.answer',
          purpose: 'answer',
          siteId: d.ward.id,
          startedAt: new Date(),
        }),
      }),
    ]
  })
  await tryIt('P8 classify after reopen', async () => {
    const f = await d.upTo('answered', { kind: 'information_request' })
    await sql`update citizen_case set answered_at = now() where id = ${f.caseId}`.execute(database.owner)
    await one(sql`alter table citizen_case disable trigger user`)
    await sql`update citizen_case set received_at = now() - interval '90 days' where id = ${f.caseId}`.execute(
      database.owner,
    )
    await one(sql`alter table citizen_case enable trigger user`)
    await sendAct(database.delivery, f.code, 'reopen', {
      body: 'mở lại với lời',
      clock: await startClock(database.db, {
        ruleId: 'reopen.answer',
        purpose: 'answer',
        siteId: d.ward.id,
        startedAt: new Date(),
      }),
    })
    const before = await one(sql`select due_at from citizen_case where id = ${f.caseId}`)
    await d.act((tx) =>
      classifyRequest(tx, d.officer, { caseId: f.caseId, complexity: 'simple', subject: 'thông tin quy hoạch' }),
    )
    return [
      before,
      await one(sql`select due_at from citizen_case where id = ${f.caseId}`),
      await one(
        sql`select rule_id, state, started_at, due_at from case_clock where case_id = ${f.caseId} and purpose='answer'`,
      ),
    ]
  })
  await tryIt('P9 extend after due', async () => {
    const f = await d.upTo('assigned', { kind: 'information_request' })
    await sql`update case_clock set started_at = now() - interval '60 days', due_at = now() - interval '2 days' where case_id = ${f.caseId} and purpose = 'answer'`.execute(
      database.owner,
    )
    await sql`update citizen_case set due_at = now() - interval '2 days' where id = ${f.caseId}`.execute(database.owner)
    await d.act((tx) =>
      extendCase(tx, d.leader, { caseId: f.caseId, amount: 1, reason: 'cần thêm thời gian để thu thập' }),
    )
    return one(sql`select due_at, now() from citizen_case where id = ${f.caseId}`)
  })
  await tryIt('P22 withdrawn main', async () => {
    const a = await d.upTo('received')
    const b = await d.upTo('received')
    await d.act((tx) => mergeCases(tx, d.coordinator, { caseId: a.caseId, others: [b.caseId] }, caseKinds))
    return [
      await sendAct(database.delivery, a.code, 'withdraw', {}),
      await one(
        sql`select id, state, outcome, merged_into, answered_at from citizen_case where id in (${a.caseId}, ${b.caseId})`,
      ),
    ]
  })
  for (const [name, hostile] of Object.entries({
    a: 'a'.repeat(20000),
    dots: 'a.'.repeat(10000),
    digits: '0'.repeat(20000),
    dsp: '0 '.repeat(10000),
    ups: 'Nguyễn '.repeat(3000),
    toi: 'toi la '.repeat(3000),
    plate: '29A-'.repeat(5000),
    at: 'a@'.repeat(10000),
    emaild: 'x@' + 'a.'.repeat(10000),
    dash: '0-'.repeat(10000),
    bs: 'bien so '.repeat(2500),
    ho: 'ho chieu '.repeat(2200),
    ong: 'ông Nguyễn Văn '.repeat(1400),
    so: 'số nhà 12 '.repeat(2000),
    ngo: 'ngõ 12 ngách 3 '.repeat(1300),
    sp: ' '.repeat(20000),
    nl: '\n'.repeat(20000),
    mk: 'a\u0301'.repeat(10000),
    tk: 'tai khoan '.repeat(2000),
    stk: 'so tai khoan: 1'.repeat(1300),
  })) {
    const t = performance.now()
    findPersonalData(hostile)
    const m = performance.now() - t
    if (m > 150) console.log('PROBE regex', name, m)
  }
}, 120000)
