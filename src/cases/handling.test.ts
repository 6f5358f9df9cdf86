import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseDesk, someAnswer, someCase, type CaseDesk } from '../../tests/support/cases.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { caseKinds } from '../case-kinds.ts'
import { Forbidden, NotFound, Refused, Stale } from '../refusals.ts'
import { approveAnswer } from './approve-answer.ts'
import { askSender } from './ask-sender.ts'
import { assignCase } from './assign-case.ts'
import { bulkAnswer } from './bulk-answer.ts'
import { bulkApprove } from './bulk-approve.ts'
import { caseScreen } from './case-queries.ts'
import { closeCase } from './close-case.ts'
import { closeSilent } from './close-silent.ts'
import { declineCase } from './decline-case.ts'
import { forwardCase } from './forward-case.ts'
import { guideCase } from './guide-case.ts'
import { handOverAll } from './hand-over-all.ts'
import { handOverCase } from './hand-over-case.ts'
import { lapseCase } from './lapse-case.ts'
import { caseById } from './load-case.ts'
import { mergeCases } from './merge-cases.ts'
import { rejectCase } from './reject-case.ts'
import { releaseCase } from './release-case.ts'
import { resumeCase } from './resume-case.ts'
import { returnAnswer } from './return-answer.ts'
import { routeCases } from './route-cases.ts'
import { saveAnswer } from './save-answer.ts'
import { setRouting } from './set-routing.ts'
import { submitAnswer } from './submit-answer.ts'
import { takeCase } from './take-case.ts'

let database: TestDatabase
let d: CaseDesk
beforeAll(async () => {
  database = await freshDatabase()
  d = await caseDesk(database.db)
})
afterAll(() => database.drop())

const codesOf = (work: Promise<unknown>): Promise<readonly string[]> =>
  work.then(
    () => [],
    (error: unknown) => {
      if (error instanceof Refused) return error.codes
      throw error
    },
  )
const view = async (id: number) => (await caseById(database.db, id))!
const screen = async (id: number) => (await caseScreen(database.db, id))!
const clocksOf = async (id: number) => (await screen(id)).clocks.map(({ purpose, state }) => `${purpose} ${state}`)
const dayAfter = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('a case on its way', () => {
  test('goes from the queue to an officer, to a leader and back to its sender, and only a second person approves', async () => {
    const { caseId } = await d.upTo('submitted')
    await expect(d.act((tx) => approveAnswer(tx, d.officer, { caseId }))).rejects.toThrow(Forbidden)
    await d.act((tx) => approveAnswer(tx, d.leader, { caseId }))
    expect(await view(caseId)).toMatchObject({
      state: 'answered',
      officerId: d.officer.id,
      answeredAt: expect.any(Date),
    })
    expect(await clocksOf(caseId)).toEqual(['answer met'])
    expect((await screen(caseId)).events.map(({ step }) => step)).toEqual(['receive', 'assign', 'submit', 'approve'])
    await d.act((tx) => closeCase(tx, d.coordinator, { caseId }))
    expect(await view(caseId)).toMatchObject({ state: 'closed', outcome: 'answered' })
  })

  test('is assigned to a division of the portal that deals with it, and to an officer of that division', async () => {
    const { caseId } = await d.upTo('received')
    const assign = (part: { divisionId?: number; officerId?: string; fieldId?: number }) =>
      codesOf(d.act((tx) => assignCase(tx, d.coordinator, { caseId, divisionId: d.urban, ...part })))
    expect(await assign({ divisionId: 0 })).toEqual(['divisionId:missing'])
    expect(await assign({ divisionId: d.cityDivision })).toEqual(['divisionId:unknown'])
    expect(await assign({ officerId: d.socialOfficer.id })).toEqual(['officerId:not-in-division'])
    expect(await assign({ officerId: d.leader.id })).toEqual(['officerId:not-in-division', 'officerId:no-role'])
    expect(await assign({ fieldId: 99_999 })).toEqual(['fieldId:unknown'])
    await expect(d.act((tx) => assignCase(tx, d.officer, { caseId, divisionId: d.urban }))).rejects.toThrow(NotFound)
    await expect(d.act((tx) => assignCase(tx, d.otherCoordinator, { caseId, divisionId: d.urban }))).rejects.toThrow(
      NotFound,
    )
    expect(await assign({ fieldId: d.fields['giao-thong'] })).toEqual([])
    expect(await view(caseId)).toMatchObject({ state: 'assigned', officerId: null, fieldId: d.fields['giao-thong'] })
    await expect(d.act((tx) => takeCase(tx, d.socialOfficer, { caseId }))).rejects.toThrow(NotFound)
    await d.act((tx) => takeCase(tx, d.colleague, { caseId }))
    expect(await view(caseId)).toMatchObject({ officerId: d.colleague.id })
    await d.act((tx) =>
      handOverCase(tx, d.colleague, { caseId, officerId: d.officer.id, note: 'Đã gọi đơn vị chiếu sáng' }),
    )
    expect(await view(caseId)).toMatchObject({ officerId: d.officer.id, state: 'assigned' })
  })

  test('given back with a reason waits for a person, though its field is routed', async () => {
    const fieldId = d.fields['moi-truong']!
    await d.act((tx) => setRouting(tx, d.siteAdmin, { siteId: d.ward.id, routes: [{ fieldId, divisionId: d.urban }] }))
    const { caseId } = await d.upTo('received', { fieldId })
    const other = await d.upTo('received')
    expect(await routeCases(database.db)).toEqual({ routed: 1 })
    expect(await view(caseId)).toMatchObject({ state: 'assigned', divisionId: d.urban, officerId: null })
    expect(await view(other.caseId)).toMatchObject({ state: 'received' })
    expect(await codesOf(d.act((tx) => declineCase(tx, d.officer, { caseId, reason: ' ' })))).toEqual([
      'reason:missing',
    ])
    await d.act((tx) => declineCase(tx, d.officer, { caseId, reason: 'Việc của Phòng Văn hóa – Xã hội' }))
    expect(await routeCases(database.db)).toEqual({ routed: 0 })
    expect(await view(caseId)).toMatchObject({ state: 'received', divisionId: null })
    expect((await screen(caseId)).events.at(-1)).toMatchObject({ step: 'decline', isPublic: false })
  })

  test('is never passed on without naming who is competent; its answer clock goes on with the next agency', async () => {
    const { caseId, dueAt } = await d.upTo('received', { kind: 'feedback' })
    expect(await clocksOf(caseId)).toEqual(expect.arrayContaining(['answer running', 'transfer running']))
    const forward = (part: object) =>
      codesOf(
        d.act((tx) =>
          forwardCase(tx, d.coordinator, {
            caseId,
            siteId: d.city.id,
            agency: 'UBND Thành phố',
            reason: 'Đường do Thành phố quản lý',
            ...part,
          }),
        ),
      )
    expect(await forward({ agency: ' ', reason: '' })).toEqual(['agency:missing', 'reason:missing'])
    expect(await forward({ siteId: d.ward.id })).toEqual(['siteId:unknown'])
    expect(await forward({})).toEqual([])
    expect(await view(caseId)).toMatchObject({ siteId: d.ward.id, handlingSiteId: d.city.id, state: 'received', dueAt })
    expect(await clocksOf(caseId)).toEqual(expect.arrayContaining(['answer running', 'transfer met']))
    expect((await screen(caseId)).messages[0]?.body).toContain('UBND Thành phố')
    await expect(d.act((tx) => assignCase(tx, d.coordinator, { caseId, divisionId: d.urban }))).rejects.toThrow(
      NotFound,
    )
    await d.act((tx) => assignCase(tx, d.cityCoordinator, { caseId, divisionId: d.cityDivision }))
  })

  test('outside of the network is guided to a body named with how to reach it', async () => {
    const { caseId } = await d.upTo('received')
    const guide = (agency: string, how: string) =>
      codesOf(d.act((tx) => guideCase(tx, d.coordinator, { caseId, agency, how })))
    expect(await guide('', '')).toEqual(['agency:missing', 'how:missing'])
    expect(await guide('Công ty Điện lực', 'Điện thoại tổng đài chăm sóc khách hàng')).toEqual([])
    expect(await view(caseId)).toMatchObject({ state: 'closed', outcome: 'guided' })
    expect(await clocksOf(caseId)).toEqual(['answer met'])
  })

  test('waits for its sender with its clock stopped, and ends only when somebody says so', async () => {
    const { caseId } = await d.upTo('assigned')
    await d.act((tx) => askSender(tx, d.officer, { caseId, question: 'Đèn ở số nhà nào?' }))
    expect(await view(caseId)).toMatchObject({ state: 'clarifying' })
    expect((await screen(caseId)).clocks[0]?.pauses).toMatchObject([{ to: null }])
    await d.act((tx) => resumeCase(tx, d.officer, { caseId }))
    expect((await screen(caseId)).clocks[0]?.pauses[0]?.to).not.toBeNull()
    await d.act((tx) => askSender(tx, d.officer, { caseId, question: 'Còn đoạn nào nữa?' }))
    await expect(d.act((tx) => lapseCase(tx, d.officer, { caseId }))).rejects.toThrow(Forbidden)
    await d.act((tx) => lapseCase(tx, d.coordinator, { caseId }))
    expect(await view(caseId)).toMatchObject({ state: 'closed', outcome: 'silent' })
    expect(await clocksOf(caseId)).toEqual(['answer stopped'])
  })

  test('held back as spam is let into the queue or closed, with a note', async () => {
    const held = { suspicion: { score: 9, reasons: ['links'], quarantine: true } }
    const [one, two] = [await d.upTo('received', held), await d.upTo('received', held)]
    await d.act((tx) => releaseCase(tx, d.coordinator, { caseId: one.caseId }))
    expect(await view(one.caseId)).toMatchObject({ state: 'received', suspect: [] })
    expect(await codesOf(d.act((tx) => rejectCase(tx, d.coordinator, { caseId: two.caseId, note: '' })))).toEqual([
      'note:missing',
    ])
    await d.act((tx) => rejectCase(tx, d.coordinator, { caseId: two.caseId, note: 'Quảng cáo đánh bạc' }))
    expect(await view(two.caseId)).toMatchObject({ state: 'closed', outcome: 'spam' })
  })
})

describe('an answer', () => {
  test('that two people write at once is not overwritten unseen', async () => {
    const { caseId } = await d.upTo('assigned')
    const { saves } = await d.act((tx) => saveAnswer(tx, d.officer, { ...someAnswer, caseId }))
    await expect(d.act((tx) => saveAnswer(tx, d.officer, { ...someAnswer, caseId }))).rejects.toThrow(Stale)
    expect(
      await d.act((tx) => saveAnswer(tx, d.officer, { ...someAnswer, caseId, saves, body: 'Bản sửa.' })),
    ).toMatchObject({ revision: 1, saves: 2 })
  })

  test('returned is written anew, and nobody who wrote in it approves it, not even after it was handed over', async () => {
    const both = await (async () => {
      const { person } = await import('../../tests/support/people.ts')
      const at = { siteId: d.ward.id }
      const one = await person(database.db, 'Võ Thị Kiêm', [
        { ...at, role: 'case_officer' },
        { ...at, role: 'case_leader' },
      ])
      await database.db.insertInto('divisionMember').values({ divisionId: d.urban, personId: one.id }).execute()
      return one
    })()
    const { caseId } = await d.upTo('received')
    await d.act((tx) => assignCase(tx, d.coordinator, { caseId, divisionId: d.urban, officerId: both.id }))
    await d.act((tx) => saveAnswer(tx, both, { ...someAnswer, caseId }))
    await d.act((tx) => submitAnswer(tx, both, { caseId }))
    expect(await codesOf(d.act((tx) => approveAnswer(tx, both, { caseId })))).toEqual(['form:own-answer'])
    await d.act((tx) => returnAnswer(tx, d.leader, { caseId, reason: 'Nêu rõ ngày sửa' }))
    await d.act((tx) => handOverCase(tx, both, { caseId, officerId: d.officer.id, note: 'Nhờ viết lại' }))
    const again = await d.act((tx) => saveAnswer(tx, d.officer, { ...someAnswer, caseId, body: 'Sửa ngày 30.' }))
    expect(again).toMatchObject({ revision: 2, saves: 1 })
    await d.act((tx) => submitAnswer(tx, d.officer, { caseId }))
    expect(await codesOf(d.act((tx) => approveAnswer(tx, both, { caseId })))).toEqual(['form:wrote-it'])
    // What code forgot the database would keep.
    await expect(
      database.db
        .updateTable('caseAnswer')
        .set({ state: 'approved', approvedBy: both.id, approvedAt: new Date() })
        .where('caseId', '=', caseId)
        .where('revision', '=', 2)
        .execute(),
    ).rejects.toThrow('approver_wrote_nothing')
    await d.act((tx) => approveAnswer(tx, d.deputy, { caseId }))
  })

  test('that refuses names its ground; one that reports progress names a day and leaves the case in hand', async () => {
    const { caseId } = await d.upTo('assigned')
    const save = (part: object, saves: number) =>
      d.act((tx) => saveAnswer(tx, d.officer, { ...someAnswer, caseId, saves, ...part }))
    await save({ kind: 'refusal' }, 0)
    expect(await codesOf(d.act((tx) => submitAnswer(tx, d.officer, { caseId })))).toEqual(['ground:missing'])
    await save({ kind: 'progress' }, 1)
    expect(await codesOf(d.act((tx) => submitAnswer(tx, d.officer, { caseId })))).toEqual(['answerOn:missing'])
    await save({ kind: 'progress', answerOn: dayAfter(-3) }, 2)
    expect(await codesOf(d.act((tx) => submitAnswer(tx, d.officer, { caseId })))).toEqual(['answerOn:past'])
    await save({ kind: 'progress', answerOn: dayAfter(20) }, 3)
    await d.act((tx) => submitAnswer(tx, d.officer, { caseId }))
    await d.act((tx) => approveAnswer(tx, d.leader, { caseId }))
    expect(await view(caseId)).toMatchObject({ state: 'assigned', answeredAt: null })
    expect((await screen(caseId)).events.at(-1)).toMatchObject({ step: 'inform', facts: { answerOn: dayAfter(20) } })
    expect(await clocksOf(caseId)).toEqual(['answer running'])
    await save({ kind: 'refusal', ground: 'Khoản 1 Điều 6' }, 0)
    await d.act((tx) => submitAnswer(tx, d.officer, { caseId }))
    await d.act((tx) => approveAnswer(tx, d.leader, { caseId }))
    await d.act((tx) => closeCase(tx, d.leader, { caseId }))
    expect(await view(caseId)).toMatchObject({ outcome: 'refused' })
  })

  test('ends by itself once the days to contradict are over, not before', async () => {
    const { caseId } = await d.upTo('answered')
    expect(await closeSilent(database.db)).toEqual({ closed: 0 })
    await database.owner
      .updateTable('citizenCase')
      .set({ answeredAt: new Date(Date.now() - 16 * 86_400_000) })
      .where('id', '=', caseId)
      .execute()
    expect(await closeSilent(database.db)).toEqual({ closed: 1 })
    expect(await view(caseId)).toMatchObject({ state: 'closed', outcome: 'answered' })
  })
})

describe('many cases at once', () => {
  test('about one matter are joined: each sender gets the answer, those who join late too', async () => {
    const main = await d.upTo('assigned')
    const [one, two, three] = [await d.upTo('received'), await d.upTo('assigned'), await d.upTo('received')]
    const merge = (others: number[], caseId = main.caseId) =>
      codesOf(d.act((tx) => mergeCases(tx, d.coordinator, { caseId, others }, caseKinds)))
    expect(await merge([])).toEqual(['others:missing'])
    expect(await merge([main.caseId])).toEqual(['others:itself'])
    const personal = await d.upTo('received', { kind: 'data_request' })
    expect(await merge([personal.caseId])).toEqual(['others:unfit'])
    expect(await merge([one.caseId], personal.caseId)).toEqual(['form:main-unfit'])
    await expect(merge([(await foreign()).caseId])).rejects.toThrow(NotFound)
    // A chain of joined cases ends in one.
    expect(await merge([one.caseId], two.caseId)).toEqual([])
    expect(await merge([two.caseId])).toEqual([])
    expect(await view(one.caseId)).toMatchObject({ state: 'closed', outcome: 'merged', mergedInto: main.caseId })
    await d.act((tx) => saveAnswer(tx, d.officer, { ...someAnswer, caseId: main.caseId, body: 'Trả lời chung.' }))
    await d.act((tx) => submitAnswer(tx, d.officer, { caseId: main.caseId }))
    await d.act((tx) => approveAnswer(tx, d.leader, { caseId: main.caseId }))
    expect(await merge([three.caseId])).toEqual([])
    for (const { caseId } of [one, two, three]) {
      const shown = await screen(caseId)
      expect(shown.answers.at(-1)).toMatchObject({ state: 'approved', body: 'Trả lời chung.' })
      expect(shown.events.at(-1)).toMatchObject({
        step: 'answer-of-main',
        isPublic: true,
        facts: { main: main.number },
      })
      expect(shown.clocks[0]?.state).toBe('stopped')
    }
    expect((await screen(main.caseId)).joined.map(({ number }) => number)).toEqual([
      one.number,
      two.number,
      three.number,
    ])
  })
  const foreign = () => someCase(database.db, d.key, { siteId: d.otherWard.id })

  test('get one answer, each its own, or none does, with the list of those at fault', async () => {
    const fieldId = d.fields['giao-thong']!
    const cases = [await d.upTo('assigned', { fieldId }), await d.upTo('assigned', { fieldId })]
    const wrong = await d.upTo('assigned', { fieldId: d.fields['y-te']! })
    const early = await d.upTo('submitted', { fieldId })
    const words = { siteId: d.ward.id, kind: 'answer', ground: '', body: 'Đã sửa mặt đường.' } as const
    const answer = (list: readonly { caseId: number }[]) =>
      codesOf(
        d.act((tx) => bulkAnswer(tx, d.officer, { ...words, caseIds: list.map(({ caseId }) => caseId) }, caseKinds)),
      )
    expect(await answer([...cases, wrong, early])).toEqual([
      `${wrong.number}:field`,
      `${early.number}:state`,
      `${early.number}:draft`,
    ])
    expect(await view(cases[0]!.caseId)).toMatchObject({ state: 'assigned' })
    expect(await answer(cases)).toEqual([])
    const before = await d.events()
    const approve = (by: typeof d.leader, list: readonly { caseId: number }[]) =>
      codesOf(d.act((tx) => bulkApprove(tx, by, { siteId: d.ward.id, caseIds: list.map(({ caseId }) => caseId) })))
    expect(await approve(d.leader, [...cases, wrong])).toEqual([`${wrong.number}:state`])
    expect(await d.events()).toBe(before)
    expect(await approve(d.leader, cases)).toEqual([])
    expect(await d.events()).toBe(before + 2)
    for (const { caseId } of cases) {
      expect(await view(caseId)).toMatchObject({ state: 'answered' })
      expect((await screen(caseId)).answers).toMatchObject([{ body: 'Đã sửa mặt đường.', state: 'approved' }])
    }
  })

  test('of an officer who leaves are handed to another, or back to the division', async () => {
    const { caseId } = await d.upTo('assigned')
    const { cases } = await d.act((tx) =>
      handOverAll(tx, d.coordinator, { siteId: d.ward.id, personId: d.officer.id, toId: d.colleague.id }),
    )
    expect(cases).toBeGreaterThan(0)
    expect(await view(caseId)).toMatchObject({ officerId: d.colleague.id })
    await d.act((tx) => handOverAll(tx, d.coordinator, { siteId: d.ward.id, personId: d.colleague.id, toId: null }))
    expect(await view(caseId)).toMatchObject({ officerId: null, divisionId: d.urban })
    await expect(
      d.act((tx) => handOverAll(tx, d.officer, { siteId: d.ward.id, personId: d.officer.id, toId: null })),
    ).rejects.toThrow(Forbidden)
  })
})
