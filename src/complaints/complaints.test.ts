import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseDesk, type CaseDesk } from '../../tests/support/cases.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { person } from '../../tests/support/people.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import { officeRoutes } from '../app.ts'
import { kinds } from '../kinds.ts'
import type { Actor } from '../people/actor.ts'
import { isoDayOf } from '../web/dates.ts'

let database: TestDatabase
let desk: CaseDesk
let office: TestOffice
let read: Reader
let chief: Actor
let at: string

beforeAll(async () => {
  database = await freshDatabase()
  desk = await caseDesk(database.db)
  office = testOffice({ db: database.db, routes: officeRoutes, kinds, keyring: desk.keyring })
  read = reader(database.delivery)
  chief = await person(database.db, 'Trưởng ban biên tập', [{ siteId: desk.ward.id, role: 'chief_editor' }])
  at = `/cong/${desk.ward.id}/ket-qua-giai-quyet`
})
afterAll(() => database.drop())

let made = 0
const day = 86_400_000
const result = (part: Record<string, string> = {}): Record<string, string> => ({
  kind: 'second',
  documentNumber: `${++made}/QĐ-UBND`,
  signedOn: isoDayOf(new Date(Date.now() - 2 * day)),
  title: 'Giải quyết khiếu nại lần hai về bồi thường khi thu hồi đất',
  body: 'Giữ nguyên quyết định lần đầu về mức bồi thường cây trồng.\n\n- Công nhận một phần nội dung về hỗ trợ di chuyển.',
  saves: '0',
  ...part,
})
const send = async (who: Actor, address: string, fields: Record<string, string> = {}): Promise<Response> =>
  office.post(address, fields, await office.cookieOf(who))
const see = async (who: Actor, address: string): Promise<string> =>
  (await office.get(address, await office.cookieOf(who))).text()
const newest = () =>
  database.owner.selectFrom('complaintResult').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
/** A result as far as a second person's desk. */
async function submitted(part: Record<string, string> = {}): Promise<{ id: number; at: string }> {
  expect((await send(desk.officer, `${at}/moi`, result(part))).status).toBe(303)
  const { id } = await newest()
  expect((await send(desk.officer, `${at}/${id}/trinh`)).status).toBe(303)
  return { id, at: `${at}/${id}` }
}

describe('a result is published by a second person, with nobody in it', () => {
  test('the machine refuses what tells who it is about, until it is masked or somebody says why it may stand', async () => {
    const body = 'Ông Nguyễn Văn Mỗ, điện thoại 0912 345 678, khiếu nại mức bồi thường.'
    expect((await send(desk.officer, `${at}/moi`, result({ body }))).status).toBe(303)
    const { id } = await newest()
    const refused = await send(desk.officer, `${at}/${id}/trinh`)
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('0912 345 678')
    expect(html).toContain('Còn chỗ có thể nhận ra người')
    expect(await htmlFaults(html)).toEqual([])
    const masked = {
      ...result(),
      documentNumber: (await newest()).documentNumber,
      saves: '1',
      body: 'Ông N.V.M. khiếu nại mức bồi thường.',
    }
    expect((await send(desk.officer, `${at}/${id}`, masked)).status).toBe(303)
    expect((await send(desk.officer, `${at}/${id}/trinh`)).status).toBe(303)
  })

  test('who wrote it does not publish it; the second person confirms having read all of it', async () => {
    const { at: one } = await submitted()
    expect((await send(desk.officer, `${one}/cong-khai`, { checked: 'on' })).status).toBe(403)
    const unread = await send(desk.leader, `${one}/cong-khai`)
    expect(unread.status).toBe(422)
    expect(await unread.text()).toContain('Hãy xác nhận đã đọc toàn văn')
    expect((await send(desk.leader, `${one}/cong-khai`, { checked: 'on' })).status).toBe(303)
    const { entryId, checkedBy, authorId } = await newest()
    expect([authorId, checkedBy]).toEqual([desk.officer.id, desk.leader.id])
    const { path } = await database.owner
      .selectFrom('liveItem')
      .select('path')
      .where('entryId', '=', entryId!)
      .executeTakeFirstOrThrow()
    const page = await read(desk.ward, path)
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(html).toContain('hỗ trợ di chuyển')
    expect(await htmlFaults(html)).toEqual([])
    const list = await (await read(desk.ward, '/khieu-nai-to-cao')).text()
    expect(list).toContain('Giải quyết khiếu nại lần hai')
    expect(list).toContain('bằng đơn có chữ ký')
    expect(list).toContain('trong 10 ngày (')
    expect(list).toContain('vụ việc phức tạp 45 ngày')
    expect(await htmlFaults(list)).toEqual([])
    expect(await htmlFaults(await (await read(desk.ward, '/en/khieu-nai-to-cao')).text())).toEqual([])
  })

  test('a leader who saved it last is its author, and another must check it; the database refuses one person for both', async () => {
    const { id, at: one } = await submitted()
    expect((await send(desk.leader, `${one}/tra-lai`, { reason: 'Thiếu căn cứ pháp lý' })).status).toBe(303)
    expect(await see(desk.officer, one)).toContain('Thiếu căn cứ pháp lý')
    const row = await newest()
    await send(desk.leader, one, { ...result(), documentNumber: row.documentNumber, saves: String(row.saves) })
    expect((await send(desk.leader, `${one}/trinh`)).status).toBe(303)
    expect((await send(desk.leader, `${one}/cong-khai`, { checked: 'on' })).status).toBe(403)
    await expect(
      sql`update complaint_result set checked_by = author_id, checked_at = now() where id = ${id}`.execute(
        database.owner,
      ),
    ).rejects.toThrow('checker_did_not_write')
    expect((await send(chief, `${one}/cong-khai`, { checked: 'on' })).status).toBe(303)
  })

  test('two people who save at once: the second is told, and loses nothing', async () => {
    await send(desk.officer, `${at}/moi`, result())
    const { id, documentNumber } = await newest()
    const again = { ...result(), documentNumber, saves: '1' }
    expect((await send(desk.officer, `${at}/${id}`, { ...again, body: 'Bản thứ nhất.' })).status).toBe(303)
    const late = await send(desk.colleague, `${at}/${id}`, { ...again, body: 'Bản thứ hai, gõ cùng lúc.' })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('Bản thứ hai, gõ cùng lúc.')
    expect((await newest()).body).toBe('Bản thứ nhất.')
  })
})

describe('the clock of publication', () => {
  test('15 days for a second decision, 7 working days for a conclusion on a denunciation, none for a first decision', async () => {
    await send(
      desk.officer,
      `${at}/moi`,
      result({ kind: 'denunciation', title: 'Kết luận nội dung tố cáo về quản lý chợ' }),
    )
    const html = await see(desk.officer, `${at}/${(await newest()).id}`)
    expect(html).toContain('7 ngày làm việc')
    expect(html).toContain('Công khai trước hết ngày')
    expect(await htmlFaults(html)).toEqual([])
    await send(desk.officer, `${at}/moi`, result({ signedOn: '2026-01-05' }))
    expect(await see(desk.officer, `${at}/${(await newest()).id}`)).toContain('Quá hạn công khai')
    await send(desk.officer, `${at}/moi`, result({ kind: 'first' }))
    expect(await see(desk.officer, `${at}/${(await newest()).id}`)).toContain('Luật không định thời hạn')
    const list = await see(desk.auditor, at)
    expect(list).toContain('Quá hạn công khai')
    expect(await htmlFaults(list)).toEqual([])
  })

  test('what is missing stands beside its field, and what was typed is kept', async () => {
    const answer = await send(desk.officer, `${at}/moi`, { ...result(), kind: '', signedOn: '', title: '' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    for (const words of [
      'Hãy chọn loại văn bản',
      'Hãy chọn ngày ký',
      'Hãy ghi tiêu đề',
      'Giữ nguyên quyết định lần đầu',
    ])
      expect(html).toContain(words)
    expect((await send(desk.officer, `${at}/moi`, result({ documentNumber: '1/QĐ-UBND' }))).status).toBe(422)
    expect((await send(desk.otherOfficer, `${at}/moi`, result())).status).toBe(404)
    expect((await send(desk.operator, `${at}/moi`, result())).status).toBe(403)
  })
})
