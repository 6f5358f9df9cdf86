import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { someCase, type CaseDesk, type CasePart } from '../../../tests/support/cases.ts'
import { casesOffice, type CasesOffice } from '../../../tests/support/cases-office.ts'
import type { TestDatabase } from '../../../tests/support/database.ts'

let it: CasesOffice
let desk: CaseDesk
let database: TestDatabase
beforeAll(async () => {
  it = await casesOffice()
  ;({ desk, database } = it)
})
afterAll(() => database.drop())

const get: CasesOffice['get'] = (...asked) => it.get(...asked)
const textOf: CasesOffice['textOf'] = (...asked) => it.textOf(...asked)
const post: CasesOffice['post'] = (...asked) => it.post(...asked)
const received = (part?: CasePart) => someCase(database.db, desk.key, { siteId: desk.ward.id, ...part })
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('the settings of a portal', () => {
  const at = (part: string) => `/cong/${desk.ward.id}/ho-so/cai-dat${part}`

  test('divisions are added, changed and merged; routing follows', async () => {
    const added = await post(desk.siteAdmin, at('/phong'), { name: 'Tổ Môi trường', memberIds: [desk.colleague.id] })
    expect(added.status).toBe(303)
    const { id } = await database.db
      .selectFrom('division')
      .select('id')
      .where('name', '=', 'Tổ Môi trường')
      .executeTakeFirstOrThrow()
    const again = await post(desk.siteAdmin, at('/phong'), { name: 'Tổ Môi trường' })
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('Tên này đã có')])
    const field = desk.fields['moi-truong']!
    expect((await post(desk.siteAdmin, at('/phan-luong'), { [`field-${field}`]: String(id) })).status).toBe(303)
    const { number } = await received({ fieldId: field, title: 'Rác chất đống đầu ngõ nhiều ngày' })
    // The line proposes the division.
    const queue = await textOf(desk.coordinator, `/cong/${desk.ward.id}/ho-so?q=${number}`)
    expect(queue).toMatch(new RegExp(`<option value="${id}" selected=""[^>]*>Tổ Môi trường`))
    const changed = await post(desk.siteAdmin, at(`/phong/${id}`), { name: 'Tổ Môi trường, cây xanh', memberIds: [] })
    expect(changed.status).toBe(303)
    expect((await post(desk.siteAdmin, at(`/phong/${id}/ket-thuc`), { successorId: String(desk.urban) })).status).toBe(
      303,
    )
    expect((await post(desk.siteAdmin, at(`/phong/${desk.cityDivision}`), { name: 'Của người khác' })).status).toBe(404)
  })

  test('how cases are dealt with and how long senders are kept', async () => {
    const general = {
      openKinds: ['question'],
      warnDays: '3',
      reopenDays: '20',
      extensionDays: '0',
      extensionBasis: '',
      league: 'on',
      leaderId: desk.leader.id,
    }
    expect((await post(desk.siteAdmin, at('/chung'), general)).status).toBe(303)
    const wrong = await post(desk.siteAdmin, at('/chung'), { ...general, warnDays: 'x' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Hãy ghi số ngày từ 0 đến 30')])
    expect(
      (await post(desk.siteAdmin, at('/thoi-gian-luu'), { 'keep-question': '30', 'keep-feedback': '' })).status,
    ).toBe(303)
    const kept = await database.db.selectFrom('caseRetention').select(['kind', 'keepDays']).execute()
    expect(kept).toEqual([{ kind: 'question', keepDays: 30 }])
    const bad = await post(desk.siteAdmin, at('/thoi-gian-luu'), { 'keep-question': '0' })
    expect([bad.status, await bad.text()]).toEqual([422, expect.stringContaining('từ 1 đến 36.500')])
    expect((await post(desk.siteAdmin, at('/thoi-gian-luu'), { 'keep-question': '' })).status).toBe(303)
    expect(await database.db.selectFrom('caseRetention').select('kind').execute()).toEqual([])
  })

  test('an officer of the desk changes no settings; the auditor reads them', async () => {
    expect((await post(desk.officer, at('/phong'), { name: 'Tổ lạ' })).status).toBe(403)
    expect((await get(desk.officer, at(''))).status).toBe(403)
    const page = await textOf(desk.auditor, at(''))
    expect(page).toContain('<fieldset class="case-settings" disabled=""')
  })

  test('the network’s administrator adds a field and takes it off the forms', async () => {
    const made = await post(desk.networkAdmin, '/linh-vuc', {
      name: 'Chiếu sáng',
      slug: 'chieu-sang',
      kinds: ['feedback'],
    })
    expect(made.status).toBe(303)
    const row = () =>
      database.db.selectFrom('caseField').selectAll().where('slug', '=', 'chieu-sang').executeTakeFirstOrThrow()
    const { id } = await row()
    const hide = { name: 'Chiếu sáng', position: '40', kinds: ['feedback'], archived: 'on' }
    expect((await post(desk.networkAdmin, `/linh-vuc/${id}`, hide)).status).toBe(303)
    expect((await row()).archivedAt).not.toBeNull()
    expect((await post(desk.siteAdmin, '/linh-vuc', { name: 'Khác', slug: 'khac-nua' })).status).toBe(403)
  })

  test('a substitute has the cases of who is away', async () => {
    const { caseId, number } = await desk.upTo('assigned')
    expect((await get(desk.socialOfficer, `/ho-so/${caseId}`)).status).toBe(404)
    const named = await post(desk.officer, `/cong/${desk.ward.id}/ho-so/lam-thay`, {
      personId: desk.officer.id,
      substituteId: desk.socialOfficer.id,
      fromDay: day(0),
      toDay: day(3),
    })
    expect(named.status).toBe(303)
    expect(await textOf(desk.socialOfficer, '/ho-so')).toContain(number)
    const { id } = await database.db.selectFrom('substitution').select('id').executeTakeFirstOrThrow()
    const ended = await post(desk.officer, `/cong/${desk.ward.id}/ho-so/lam-thay/ket-thuc`, {
      substitution: String(id),
    })
    expect(ended.status).toBe(303)
    expect((await get(desk.socialOfficer, `/ho-so/${caseId}`)).status).toBe(404)
    const others = { personId: desk.colleague.id, substituteId: desk.officer.id, fromDay: day(0), toDay: day(1) }
    expect((await post(desk.officer, `/cong/${desk.ward.id}/ho-so/lam-thay`, others)).status).toBe(403)
  })
})
