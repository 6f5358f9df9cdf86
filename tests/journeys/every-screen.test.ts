import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeRoutes } from '../../src/app.ts'
import type { OfficeRoute } from '../../src/office/route.ts'
import { holds, holdsOnNetwork, holdsSomewhere, type Actor } from '../../src/people/actor.ts'
import { startTour, ward, type DemoTour } from '../support/demo-tour.ts'

let tour: DemoTour
let title = ''
beforeAll(async () => {
  tour = await startTour(() => title)
}, 120_000)
afterAll(() => tour?.end())

const edition = (state: string): string => `select id from edition where state = '${state}' and site_id = ${ward}`
const published = `select e.entry_id from edition e where e.site_id = ${ward} and e.state = 'published' order by e.version desc, e.id`
const openStates = ['draft', 'submitted', 'returned', 'approved', 'scheduled', 'published', 'expired'] as const
const caseIn = (condition: string): string =>
  `select id from citizen_case where handling_site_id = ${ward} and ${condition} order by id`
/** Addresses of a case that only one kind has. */
const kindOfPath: readonly [string, string][] = [
  ['/ho-so/:case/phan-anh', 'feedback'],
  ['/ho-so/:case/thong-tin', 'information_request'],
  ['/ho-so/:case/du-lieu', 'data_request'],
  ['/don-niem-phong/:case', 'sealed_letter'],
]
/** The subjects of addresses: queries of one value each. A parameter is visited with each of its subjects. */
const subjects: Record<string, readonly string[]> = {
  site: [`select ${ward}`],
  entry: [
    published,
    `select entry_id from placement where state = 'declined'`,
    `select entry_id from edition where state = 'returned' and site_id = ${ward}`,
  ],
  edition: openStates.map(edition),
  media: [`select id from media where site_id = ${ward}`],
  // Jobs write events too, some of them of no portal.
  event: [
    `select max(id) from audit_event where action like 'edition.%' and site_id = ${ward}`,
    "select id from audit_event where action = 'edition.approved'",
  ],
  mail: ['select id from outbox_mail'],
  person: ["select 'demo-btv.badinh'", "select 'demo-truongban.badinh'"],
  topic: ['select id from topic'],
  unit: ["select id from unit where code = '00004'", "select id from unit where code = '01'"],
  template: ["select 'ward'", "select 'city'"],
  report: [`select id from error_report where site_id = ${ward} order by due_at`],
  width: ['select 640'],
  block: ['select 1', 'select 3'],
  result: [
    "select 'moi'",
    `select id from complaint_result where state = 'submitted' and site_id = ${ward}`,
    `select id from complaint_result where state = 'published' and site_id = ${ward}`,
  ],
  // What a case shows depends on where it stands.
  case: ['received', 'assigned', 'clarifying', 'submitted', 'answered', 'quarantined'].map((state) =>
    caseIn(`state = '${state}' and kind <> 'sealed_letter'`),
  ),
}

const people = [
  'quantri.mang',
  'quantri.badinh',
  'truongban.badinh',
  'ctv.badinh',
  'kiemtoan',
  'lanhdao.badinh',
  'tiepnhan.badinh',
] as const
/** Answers to scripts and files, which are no pages. */
const noPages = new Set([
  '/nhat-ky/ban-xuat.csv',
  '/thong-ke/ban-xuat.csv',
  '/cong/:site/thong-ke/ban-xuat.csv',
  '/cong/:site/hai-long/ban-xuat.csv',
  '/cong/:site/tim-bai',
  '/ban-thao/:edition/nguoi-dang-sua',
  '/ban-thao/:edition/buoc-hien-co',
  '/thu-vien/:media/xem/:width',
  '/cong/:site/tep',
  '/dang-nhap/mot-lan',
  '/cong/:site/tong-dai/tong-hop.xlsx',
  '/cong/:site/dieu-hanh.xlsx',
  '/cong/:site/so-cung-cap-thong-tin/ban-xuat.csv',
  '/ho-so/:case/tep/:attachment',
  '/ho-so/:case/phan-anh/anh/:photo',
  // Leads back to the list where nothing is ticked; looked at below.
  '/cong/:site/ho-so/da-chon',
])
const screens = officeRoutes.filter(
  (route) => route.method === 'GET' && !noPages.has(route.path) && route.access.who !== 'anyone',
)

async function addressesOf(route: OfficeRoute): Promise<string[]> {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
  let addresses = [route.path]
  for (const name of names) {
    const [, kind] = kindOfPath.find(([prefix]) => route.path.startsWith(prefix)) ?? []
    const queries = name === 'case' && kind ? [caseIn(`kind = '${kind}'`)] : (subjects[name] ?? [])
    const values = await Promise.all(queries.map((query) => tour.demo.one(query)))
    addresses = addresses.flatMap((address) => values.map((value) => address.replace(`:${name}`, value)))
  }
  return addresses
}

function maySee({ access }: OfficeRoute, actor: Actor, wardId: number): boolean {
  if (access.who === 'anyone' || access.who === 'signed-in') return true
  if (access.on === 'somewhere') return holdsSomewhere(actor, ...access.who)
  if (access.on === 'network') return holdsOnNetwork(actor, ...access.who)
  return holds(actor, wardId, ...access.who)
}

test.each(screens.map((route) => [route.path, route] as const))(
  'an official meets no fault on %s',
  async (name, route) => {
    const wardId = Number(await tour.demo.one(`select ${ward}`))
    const faults: string[] = []
    let seen = 0
    for (const account of people) {
      if (!maySee(route, await tour.demo.person(account), wardId)) continue
      await tour.enter(account)
      const addresses = await addressesOf(route)
      // What an address is about changes the page more than who looks: everyone else sees the first, on a telephone.
      for (const address of seen === 0 ? addresses : addresses.slice(0, 1)) {
        title = `${account} ${name}`
        faults.push(...(await tour.look(tour.demo.khue.office + address, { narrow: seen >= addresses.length })))
        seen += 1
      }
    }
    expect(seen).toBeGreaterThan(0)
    expect(faults).toEqual([])
  },
  120_000,
)

const refusals: readonly [string, string | undefined, () => Promise<string>, string][] = [
  ['signing in with nothing typed', undefined, async () => '/dang-nhap', 'main form'],
  ['a new topic without a name', 'quantri.mang', async () => '/chuyen-de/moi', 'main form[method=post]'],
  ['a new person without a name', 'quantri.mang', async () => '/nguoi-dung/moi', 'main form[method=post]'],
  ['a new unit without a name', 'quantri.mang', async () => '/don-vi/moi', 'main form[method=post]'],
  [
    'a section without a name',
    'quantri.badinh',
    async () => `/cong/${await tour.demo.one(`select ${ward}`)}/chuyen-muc`,
    'main form[action$="/chuyen-muc"]',
  ],
  [
    'an article without a title',
    'truongban.badinh',
    async () => `/cong/${await tour.demo.one(`select ${ward}`)}/bai-viet/moi`,
    'main form[method=post]',
  ],
  [
    'a correction without a note',
    'truongban.badinh',
    async () => `/muc/${await tour.demo.one(published)}`,
    'main form[action$="/dinh-chinh"]',
  ],
  [
    'an offer to no portal',
    'truongban.badinh',
    async () => `/muc/${await tour.demo.one(published)}`,
    'main form[action$="/de-nghi"]',
  ],
  [
    'a return without a word',
    'truongban.badinh',
    async () => `/ban-thao/${await tour.demo.one(edition('submitted'))}/duyet`,
    'main form[action$="/tra-lai"]',
  ],
  [
    'a look at a sender without a reason',
    'lanhdao.badinh',
    async () => `/ho-so/${await tour.demo.one(caseIn("state = 'submitted'"))}`,
    'main form[action$="/nguoi-gui"]',
  ],
  [
    'an answer back without a word',
    'lanhdao.badinh',
    async () => `/ho-so/${await tour.demo.one(caseIn("state = 'submitted'"))}`,
    'main form[action$="/tra-du-thao"]',
  ],
  [
    'a list of cases with nothing ticked',
    'tiepnhan.badinh',
    async () => `/cong/${await tour.demo.one(`select ${ward}`)}/ho-so`,
    'main form[action$="/da-chon"]',
  ],
  [
    'a division without a name',
    'quantri.badinh',
    async () => `/cong/${await tour.demo.one(`select ${ward}`)}/ho-so/cai-dat`,
    'main form[action$="/cai-dat/phong"]',
  ],
  ['a new password without the old', 'ctv.badinh', async () => '/tai-khoan', 'main form[action="/tai-khoan/mat-khau"]'],
]

test.each(refusals)(
  'whoever sends %s is told what is wrong on a page without fault',
  async (name, account, address, form) => {
    title = name
    await tour.enter()
    await tour.enter(account)
    expect(await tour.look(tour.demo.khue.office + (await address()), { status: 422, send: form })).toEqual([])
  },
)

test('the cases a coordinator ticked stand on a page without fault', async () => {
  title = 'tiepnhan.badinh da-chon'
  await tour.enter('tiepnhan.badinh')
  const chosen = [await tour.demo.one(caseIn("state = 'received'")), await tour.demo.one(caseIn("state = 'assigned'"))]
  const list = `/cong/${await tour.demo.one(`select ${ward}`)}/ho-so/da-chon?chon=${chosen.join(',')}`
  expect(await tour.look(tour.demo.khue.office + list)).toEqual([])
})
