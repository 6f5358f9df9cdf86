import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { person } from '../../../tests/support/people.ts'
import { testOffice, type TestOffice } from '../../../tests/support/session.ts'
import { network, type TestNetwork } from '../../../tests/support/sites.ts'
import { articleKind } from '../../articles/article.ts'
import { inTransaction } from '../../database/connect.ts'
import { loadUnits } from '../load-units.ts'
import { sitesOfficeRoutes } from './routes.ts'

let database: TestDatabase
let sites: TestNetwork
let office: TestOffice
let admin: string
let wardAdmin: string
let auditor: string
let editor: string

beforeAll(async () => {
  database = await freshDatabase()
  const { db } = database
  sites = await network(db)
  await inTransaction(db, (tx) => loadUnits(tx, { provinceCode: '01' }))
  office = testOffice({ db, routes: sitesOfficeRoutes, kinds: new Map([['article', articleKind]]) })
  admin = await office.cookieOf(await person(db, 'Quản trị mạng lưới', [{ siteId: null, role: 'network_admin' }]))
  wardAdmin = await office.cookieOf(
    await person(db, 'Quản trị Ba Đình', [{ siteId: sites.ward.id, role: 'site_admin' }]),
  )
  auditor = await office.cookieOf(await person(db, 'Thanh tra', [{ siteId: null, role: 'auditor' }]))
  editor = await office.cookieOf(await person(db, 'Biên tập viên', [{ siteId: sites.ward.id, role: 'editor' }]))
})
afterAll(() => database.drop())

const identity = {
  name: 'Cổng phường Ba Đình',
  shortName: 'Ba Đình',
  tagline: 'Gần dân',
  agency: 'UBND phường Ba Đình',
  governingBody: 'UBND Thành phố',
  responsiblePerson: 'Bà Lan',
  address: '2 Phố Trúc Bạch',
  phone: '024.3825.1234',
  email: 'badinh@hanoi.gov.vn',
}

describe('who sees which portal', () => {
  test('a ward administrator finds her own portal only, a network administrator all of them', async () => {
    const hers = await (await office.get('/cong', wardAdmin)).text()
    expect(hers).toContain('phường Ba Đình')
    expect(hers).not.toContain('phường Ngọc Hà')
    expect(hers).not.toContain('Mở cổng mới')
    expect(await (await office.get('/cong', admin)).text()).toContain('phường Ngọc Hà')
    expect((await office.get(`/cong/${sites.otherWard.id}`, wardAdmin)).status).toBe(404)
    expect((await office.get(`/cong/${sites.ward.id}`, editor)).status).toBe(403)
  })

  test('an auditor opens every screen and can save on none', async () => {
    const screens = [
      '/cong',
      '/cong/moi',
      `/cong/${sites.ward.id}`,
      `/cong/${sites.ward.id}/chuyen-muc`,
      '/mau/ward',
      '/chuyen-de',
      '/chuyen-de/moi',
      '/don-vi',
      '/don-vi/moi',
      '/don-vi/1',
    ]
    for (const screen of screens) {
      const answer = await office.get(screen, auditor)
      expect([screen, answer.status]).toEqual([screen, 200])
    }
    for (const route of sitesOfficeRoutes.filter((one) => one.method === 'POST')) {
      const path = route.path
        .replace(':site', String(sites.ward.id))
        .replace(':section', String(sites.ward.sections['tin-tuc']))
        .replace(':template', 'ward')
        .replace(/:(topic|unit|slug)/, '1')
      expect([path, (await office.post(path, identity, auditor)).status]).toEqual([path, 403])
    }
  })
})

describe('the screen of a portal', () => {
  test('each missing part of the identity has its message beside the field, and what was typed stays', async () => {
    const answer = await office.post(
      `/cong/${sites.ward.id}/nhan-dien`,
      { ...identity, phone: '', responsiblePerson: '', address: '9 Phố Mới' },
      wardAdmin,
    )
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('id="o-phone-error"')
    expect(page).toContain('id="o-responsiblePerson-error"')
    expect(page).not.toContain('id="o-address-error"')
    expect(page).toContain('value="9 Phố Mới"')
  })

  test('saved, it leads back to the form that was saved; decomposed letters are made exact', async () => {
    const answer = await office.post(
      `/cong/${sites.ward.id}/nhan-dien`,
      { ...identity, agency: 'Ủy ban  phường'.normalize('NFD') },
      wardAdmin,
    )
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/cong/${sites.ward.id}?da-luu=nhan-dien#nhan-dien`,
    ])
    const page = await (await office.get(`/cong/${sites.ward.id}?da-luu=giao-dien`, wardAdmin)).text()
    expect(page, 'the word of it stands in the panel that was saved').toMatch(
      /id="giao-dien"><h2>Giao diện<\/h2><div class="notice notice-ok"[^>]*>Đã lưu/,
    )
    expect(page.match(/Đã lưu/g)).toHaveLength(1)
    const { agency } = await database.db
      .selectFrom('site')
      .select('agency')
      .where('id', '=', sites.ward.id)
      .executeTakeFirstOrThrow()
    expect(agency).toBe('Ủy ban phường'.normalize('NFC'))
  })

  test('a portal just opened says what it still needs; its screen leads to its people and to its public face', async () => {
    const page = await (await office.get(`/cong/${sites.ward.id}?da-luu=moi`, admin)).text()
    expect(page).toContain('Còn ba việc để cổng chạy được')
    expect(page).toContain(`href="/nguoi-dung/moi?cong=${sites.ward.id}"`)
    expect(page).toContain(`href="/nguoi-dung?cong=${sites.ward.id}"`)
    expect(page).toContain(`href="http://${sites.ward.host}:3000/"`)
    expect(page, 'closing asks once more').toMatch(/trang-thai"[^>]*data-confirm="Đóng cổng này\?/)
  })

  test('yellow is refused with its contrast', async () => {
    const page = await (
      await office.post(
        `/cong/${sites.ward.id}/giao-dien`,
        { theme: 'amber', ownAccent: 'on', accent: '#ffcc00' },
        wardAdmin,
      )
    ).text()
    expect(page).toContain('1,51:1')
    expect(page).toContain('value="#ffcc00"')
  })

  test('a ward administrator cannot give her portal a host, a network administrator cannot give one that is taken', async () => {
    expect((await office.post(`/cong/${sites.ward.id}/ten-mien`, { host: 'a.test' }, wardAdmin)).status).toBe(403)
    const answer = await office.post(`/cong/${sites.ward.id}/ten-mien`, { host: 'ngoc-ha.test' }, admin)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('đang dùng cho Cổng thông tin điện tử phường Ngọc Hà')
  })

  test('hours out of reach are answered beside the field of that kind', async () => {
    const answer = await office.post(
      `/cong/${sites.ward.id}/quy-trinh`,
      { kind: 'article', chain: 'short', submittedHours: '9999', reviewedHours: '1', approvedHours: '1' },
      wardAdmin,
    )
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('id="o-submittedHours-article-error"')
  })

  test('what people type is shown as text', async () => {
    await office.post(
      `/cong/${sites.ward.id}/nhan-dien`,
      { ...identity, tagline: '<script>alert(1)</script>' },
      wardAdmin,
    )
    const page = await (await office.get(`/cong/${sites.ward.id}`, wardAdmin)).text()
    expect(page).not.toContain('<script>alert')
  })
})

describe('opening a portal', () => {
  test('the unit is looked up without diacritics and fills in the form', async () => {
    const found = await (await office.get('/cong/moi?q=hoan kiem', admin)).text()
    const link = /href="(\/cong\/moi\?don-vi=\d+)"/.exec(found)?.[1] ?? ''
    const form = await (await office.get(link, admin)).text()
    expect(form).toContain('value="Cổng Thông tin điện tử phường Hoàn Kiếm"')
    const answer = await office.post(
      '/cong/moi',
      {
        ...identity,
        unitId: link.split('=')[1] ?? '',
        key: 'hoan-kiem',
        host: 'hoan-kiem.test',
        template: 'ward',
        theme: 'jade',
        chain: 'short',
        parentId: String(sites.city.id),
      },
      admin,
    )
    expect(answer.status).toBe(303)
    const tree = await (await office.get(`${answer.headers.get('location')?.split('?')[0]}/chuyen-muc`, admin)).text()
    expect(tree).toContain('An ninh – Trật tự')
  })
})

describe('the tree of sections', () => {
  test('a ward administrator adds a section, renames and hides it, moves it up, and removes it', async () => {
    const tree = `/cong/${sites.ward.id}/chuyen-muc`
    const added = await office.post(tree, { name: 'Góc phố', parentId: '', slug: '', description: '' }, wardAdmin)
    const id = /#muc-(\d+)$/.exec(added.headers.get('location') ?? '')?.[1]
    expect(
      (
        await office.post(
          `/chuyen-muc/${id}`,
          {
            name: 'Góc phố em',
            description: 'Chuyện nhỏ',
            hidden: 'on',
            parentId: String(sites.ward.sections['tin-tuc']),
          },
          wardAdmin,
        )
      ).status,
    ).toBe(303)
    expect(
      await database.db.selectFrom('section').selectAll().where('id', '=', Number(id)).executeTakeFirstOrThrow(),
    ).toMatchObject({ name: 'Góc phố em', hidden: true, parentId: sites.ward.sections['tin-tuc'] })
    const refused = await office.post(`/chuyen-muc/${sites.ward.sections['tin-tuc']}/xoa`, {}, wardAdmin)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('chuyên mục con')
    expect((await office.post(`/chuyen-muc/${id}/xoa`, {}, wardAdmin)).status).toBe(303)
    expect(
      (await office.post(`/chuyen-muc/${sites.ward.sections['thong-bao']}/vi-tri`, { direction: 'up' }, wardAdmin))
        .status,
    ).toBe(303)
    expect(
      (await office.post(`/chuyen-muc/${sites.otherWard.sections['tin-tuc']}/vi-tri`, { direction: 'up' }, wardAdmin))
        .status,
    ).toBe(404)
  })
})

describe('topics and units', () => {
  test('a topic is opened, refused with the wrong days, and archived', async () => {
    const answer = await office.post(
      '/chuyen-de/moi',
      { name: 'Năm Kỷ cương', summary: '', startsOn: '2026-01-01', endsOn: '', slug: '' },
      admin,
    )
    const at = answer.headers.get('location')?.split('?')[0] ?? ''
    expect(
      (
        await office.post(
          at,
          { name: 'Năm Kỷ cương', summary: '', startsOn: '2026-05-01', endsOn: '2026-01-01' },
          admin,
        )
      ).status,
    ).toBe(422)
    expect((await office.post(`${at}/luu-tru`, { archived: '1' }, admin)).status).toBe(303)
    expect(await (await office.get('/chuyen-de?trang-thai=archived', admin)).text()).toContain('Năm Kỷ cương')
    expect((await office.get('/chuyen-de/999999', admin)).status).toBe(404)
    expect((await office.get('/chuyen-de/la', admin)).status).toBe(404)
  })

  test('units are found by name, kind, province and day; the list walks on; an empty one says what to do', async () => {
    const list = await (await office.get('/don-vi?tinh=01', admin)).text()
    const next = /href="(\/don-vi\?[^"]*sau=[^"]*)"/.exec(list)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await office.get(next, admin)).status).toBe(200)
    expect(await (await office.get('/don-vi?q=kh%C3%B4ng+c%C3%B3', admin)).text()).toContain('Không có đơn vị nào khớp')
    expect(await (await office.get('/don-vi?ngay=2025-06-30', admin)).text()).toContain('Không có đơn vị nào khớp')
    const answer = await office.post(
      '/don-vi/moi',
      { name: 'Sở Thử', code: 'st', kind: 'department', parentId: '01', validFrom: '2026-01-01', nameEn: '' },
      admin,
    )
    const at = answer.headers.get('location')?.split('?')[0] ?? ''
    const renamed = await office.post(`${at}/ten`, { name: 'Sở Thử nghiệm', from: '2026-06-01' }, admin)
    expect(await (await office.get(renamed.headers.get('location') ?? '', admin)).text()).toContain('Sở Thử nghiệm')
    expect((await office.post(`${at}/ket-thuc`, { validTo: '2026-09-01' }, admin)).status).toBe(422)
    expect((await office.get('/don-vi?sau=h%E1%BB%8Fng', admin)).status).toBe(200)
  })
})
