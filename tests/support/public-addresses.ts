import { inTransaction } from '../../src/database/connect.ts'
import { makePreviewLink } from '../../src/editions/make-preview-link.ts'
import { makeHomePreview } from '../../src/home/make-home-preview.ts'
import { activeSealingKey } from '../../src/sealing/queries.ts'
import { someCase } from './cases.ts'
import type { DemoKhue } from './demo-network.ts'

/** Where a reader meets a route of the public face: the host of a portal of the demo, and an address on it. */
export interface Stop {
  host: string
  address: string
  /** The form sent there, where it takes one. */
  form?: Record<string, string>
  status: number
}

type Query = (demo: DemoKhue) => Promise<string>
interface Found {
  at: 'thanh-pho' | 'ba-dinh'
  address: Query
  form?: Record<string, string>
  status?: number
}

const site = (key: string): string => `(select id from site where key = '${key}')`
const city = site('thanh-pho')
const ward = site('ba-dinh')
const fixed =
  (address: string): Query =>
  async () =>
    address
const value =
  (query: string): Query =>
  (demo) =>
    demo.one(query)
const onCity = (address: string | Query): Found => ({
  at: 'thanh-pho',
  address: typeof address === 'string' ? fixed(address) : address,
})
const onWard = (address: string | Query): Found => ({ ...onCity(address), at: 'ba-dinh' })
const topic = `select '/chuyen-de/' || t.slug from topic t join live_topic_item l on l.topic_id = t.id and l.site_id = ${city}`
const month = `select to_char(max(published_at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') from live_item where site_id = ${city} and kind = 'article'`
const article = `select min(path) from live_item where site_id = ${ward} and kind = 'article'`
/** Needs an answer published on the ward of the demo. */
const answer = `select min(path) from live_item where site_id = ${ward} and kind = 'answer'`
const withPicture = `from edition where site_id = ${ward} and state not in ('published', 'superseded', 'withdrawn', 'expired', 'discarded') and content #>> '{lead,mediaId}' is not null order by id`

const reported = `select '/phan-anh/' || min(number) from public_feedback where site_id = ${ward}`

async function preview(demo: DemoKhue): Promise<string> {
  const editionId = Number(await demo.one(`select id ${withPicture}`))
  const by = await demo.person('truongban.badinh')
  const act = { editionId, hours: 1 }
  const { token } = await inTransaction(demo.khue.database.db, (tx) => makePreviewLink(tx, by, act))
  return `/xem-thu/${token}`
}

async function homePreview(demo: DemoKhue): Promise<string> {
  const siteId = Number(await demo.one(`select ${ward}`))
  const by = await demo.person('quantri.badinh')
  const { token } = await inTransaction(demo.khue.database.db, (tx) => makeHomePreview(tx, by, { siteId }))
  return `/xem-thu-trang-chu/${token}`
}

const complaint = `select path from live_item where kind = 'complaint-result' and site_id = ${ward}`

/** A case of the ward just received; the way below the page of who has its code. */
const followed =
  (rest = ''): Query =>
  async (demo) => {
    const { db } = demo.khue.database
    const siteId = Number(await demo.one(`select ${ward}`))
    const { code } = await someCase(db, await activeSealingKey(db), { siteId })
    return `/theo-doi/${code}${rest}`
  }

/** One real address for every route of the public face, by method and path; tests say when one is missing. */
const found: Readonly<Record<string, Found>> = {
  'GET /': onCity('/'),
  'GET /chuyen-muc/:slug': onCity('/chuyen-muc/tin-tuc'),
  'GET /chuyen-muc/:slug/luu-tru': onCity('/chuyen-muc/tin-tuc/luu-tru'),
  'GET /chuyen-muc/:slug/luu-tru/:month': onCity(
    async (demo) => `/chuyen-muc/tin-tuc/luu-tru/${await demo.one(month)}`,
  ),
  'GET /luu-tru': onCity('/luu-tru'),
  'GET /luu-tru/:month': onCity(async (demo) => `/luu-tru/${await demo.one(month)}`),
  'GET /chuyen-de/:slug': onCity(value(topic)),
  'GET /tac-gia/:slug': onCity(
    value(
      `select '/tac-gia/' || a.slug from author a join live_author_item l on l.author_id = a.id and l.site_id = ${city}`,
    ),
  ),
  'GET /so-do-cong': onCity('/so-do-cong'),
  'GET /mau/:name': onWard('/mau/0b6b52.css'),
  'GET /xem-thu-trang-chu/:token': onWard(homePreview),
  'GET /thong-bao-gian-doan': onCity('/thong-bao-gian-doan'),
  'GET /lich-tiep-cong-dan': onCity('/lich-tiep-cong-dan'),
  'GET /lich-tiep-cong-dan.ics': onCity('/lich-tiep-cong-dan.ics'),
  'GET /khieu-nai-to-cao': onWard('/khieu-nai-to-cao'),
  'GET /khieu-nai-to-cao/:slug': onWard(value(complaint)),
  'GET /ma-qr/khieu-nai-to-cao/:file': onWard(async (demo) => `/ma-qr${await demo.one(complaint)}.svg`),
  'GET /ket-qua-tra-loi': onCity('/ket-qua-tra-loi'),
  'GET /he-thong-thiet-ke': onCity('/he-thong-thiet-ke'),
  'GET /tuyen-bo-tiep-can': onCity('/tuyen-bo-tiep-can'),
  'GET /quyen-rieng-tu': onCity('/quyen-rieng-tu'),
  'GET /kenh-thong-tin': onCity('/kenh-thong-tin'),
  'GET /.well-known/security.txt': onCity('/.well-known/security.txt'),
  'GET /bai-viet/:slug': onWard(
    value(
      `select path from live_item l join edition e on e.id = l.edition_id where l.site_id = ${ward} and e.content::text like '%"tableRow"%'`,
    ),
  ),
  'GET /xem-thu/:token': onWard(preview),
  'GET /ma-qr/bai-viet/:file': onWard(async (demo) => `/ma-qr${await demo.one(article)}.svg`),
  'POST /danh-gia': { ...onWard('/danh-gia'), form: { trang: '/', muc: 'hai-long' }, status: 303 },
  'GET /danh-gia': onWard('/danh-gia?trang=/&muc=chua-hai-long'),
  'GET /bao-loi': onWard(async (demo) => `/bao-loi?bai=${await demo.one(article)}`),
  'POST /bao-loi': { ...onWard('/bao-loi'), form: { bai: '', loai: 'fact' }, status: 422 },
  'GET /bao-loi/:code': onWard(value(`select '/bao-loi/' || min(code) from error_report where site_id = ${ward}`)),
  'GET /hoi-dap': onCity('/hoi-dap'),
  'GET /hoi-dap/:slug': onWard(value(answer)),
  'GET /ma-qr/hoi-dap/:file': onWard(async (demo) => `/ma-qr${await demo.one(answer)}.svg`),
  'GET /hoi-dap/rss.xml': onCity('/hoi-dap/rss.xml'),
  'GET /hoi-dap/atom.xml': onCity('/hoi-dap/atom.xml'),
  'GET /hoi-dap/feed.json': onCity('/hoi-dap/feed.json'),
  'GET /bang-chung': onWard('/bang-chung'),
  'GET /hoi-dap/gui-cau-hoi': onWard('/hoi-dap/gui-cau-hoi'),
  'POST /hoi-dap/gui-cau-hoi': {
    ...onWard('/hoi-dap/gui-cau-hoi'),
    form: { 'tieu-de': 'Ngắn', buoc: '1', di: '2' },
    status: 422,
  },
  'GET /hoi-dap/tuong-tu': onWard('/hoi-dap/tuong-tu?q=dang+ky+tam+tru'),
  'POST /hoi-dap/tuong-tu': { ...onWard('/hoi-dap/tuong-tu'), form: { q: 'dang ky tam tru' } },
  'GET /phan-anh': onCity('/phan-anh'),
  'GET /phan-anh/diem.json': onCity('/phan-anh/diem.json'),
  'GET /phan-anh/gui-phan-anh': onWard('/phan-anh/gui-phan-anh'),
  'POST /phan-anh/gui-phan-anh': {
    ...onWard('/phan-anh/gui-phan-anh'),
    form: { 'tieu-de': 'Ngắn', buoc: '1', di: '2' },
    status: 422,
  },
  'GET /phan-anh/:number': onWard(value(reported)),
  'POST /phan-anh/:number/cung-gap': {
    ...onWard(value(`select a || '/cung-gap' from (${reported}) as t (a)`)),
    form: { 'bo-trong': 'x' },
    status: 200,
  },
  'GET /open311': onCity('/open311'),
  'GET /open311/v2/:resource': onCity('/open311/v2/services.json'),
  'GET /open311/v2/:resource/:id': onCity('/open311/v2/services/giao-thong.json'),
  'POST /open311/v2/:resource': {
    ...onCity('/open311/v2/requests.json'),
    form: { service_code: 'giao-thong' },
    status: 403,
  },
  'GET /theo-doi': onWard('/theo-doi'),
  'POST /theo-doi': { ...onWard('/theo-doi'), form: { ma: 'sai' }, status: 422 },
  'GET /theo-doi/:code': onWard(followed('?moi=1')),
  'POST /theo-doi/:code/bo-sung': { ...onWard(followed('/bo-sung')), form: { 'noi-dung': 'ngắn' }, status: 422 },
  'POST /theo-doi/:code/chua-thoa-dang': {
    ...onWard(followed('/chua-thoa-dang')),
    form: { 'noi-dung': 'ngắn' },
    status: 422,
  },
  'POST /theo-doi/:code/danh-gia': { ...onWard(followed('/danh-gia')), form: { muc: '' }, status: 422 },
  'GET /theo-doi/:code/rut-lai': onWard(followed('/rut-lai')),
  'POST /theo-doi/:code/rut-lai': { ...onWard(followed('/rut-lai')), form: { di: 'rut' }, status: 303 },
  'GET /tiep-can-thong-tin': onWard('/tiep-can-thong-tin'),
  'GET /tiep-can-thong-tin/gui-yeu-cau': onWard('/tiep-can-thong-tin/gui-yeu-cau'),
  'POST /tiep-can-thong-tin/gui-yeu-cau': {
    ...onWard('/tiep-can-thong-tin/gui-yeu-cau'),
    form: { buoc: '1', di: '2' },
    status: 422,
  },
  'GET /tiep-can-thong-tin/nhan': onWard('/tiep-can-thong-tin/nhan'),
  'POST /tiep-can-thong-tin/nhan': { ...onWard('/tiep-can-thong-tin/nhan'), form: { ma: 'sai' }, status: 422 },
  'GET /du-lieu-ca-nhan': onWard('/du-lieu-ca-nhan'),
  'GET /du-lieu-ca-nhan/gui-yeu-cau': onWard('/du-lieu-ca-nhan/gui-yeu-cau'),
  'POST /du-lieu-ca-nhan/gui-yeu-cau': {
    ...onWard('/du-lieu-ca-nhan/gui-yeu-cau'),
    form: { buoc: '1', di: '2' },
    status: 422,
  },
  'GET /tim-kiem': onCity('/tim-kiem?q=phuong'),
  'GET /rss.xml': onCity('/rss.xml'),
  'GET /atom.xml': onCity('/atom.xml'),
  'GET /feed.json': onCity('/feed.json'),
  'GET /chuyen-muc/:slug/rss.xml': onCity('/chuyen-muc/tin-tuc/rss.xml'),
  'GET /chuyen-muc/:slug/atom.xml': onCity('/chuyen-muc/tin-tuc/atom.xml'),
  'GET /chuyen-muc/:slug/feed.json': onCity('/chuyen-muc/tin-tuc/feed.json'),
  'GET /chuyen-de/:slug/rss.xml': onCity(value(`select p || '/rss.xml' from (${topic}) as t (p)`)),
  'GET /chuyen-de/:slug/atom.xml': onCity(value(`select p || '/atom.xml' from (${topic}) as t (p)`)),
  'GET /chuyen-de/:slug/feed.json': onCity(value(`select p || '/feed.json' from (${topic}) as t (p)`)),
  'GET /sitemap.xml': onCity('/sitemap.xml'),
  'GET /sitemap/:part': onCity('/sitemap/muc.xml'),
  'GET /robots.txt': onCity('/robots.txt'),
  'GET /tep/:media/:name': onWard(
    value(
      `select '/tep/' || m.id || '/320.webp' from media m join live_item l on l.lead_media_id = m.id where l.site_id = ${ward}`,
    ),
  ),
  'GET /xem-thu/:token/tep/:media/:name': onWard(
    async (demo) =>
      `${await preview(demo)}/tep/${await demo.one(`select content #>> '{lead,mediaId}' ${withPicture}`)}/320.webp`,
  ),
}

/** Names of the routes that have an address here. */
export const knownRoutes: readonly string[] = Object.keys(found)

/** Answers of these are for machines, or lead on. */
const noPage =
  /\.(?:xml|json|txt|ics|:file)$|^GET \/(?:open311\/v2|bang-chung|hoi-dap\/tuong-tu|mau|ma-qr|tep|sitemap|robots\.txt)|\/tep\/|^POST \/(?:danh-gia|hoi-dap\/tuong-tu|open311)|^POST .*\/rut-lai$|security\.txt/

/** Whether a page for people answers there. */
export const isPage = (route: string): boolean => !noPage.test(route)

/** Finds the stop of a route. @throws when the tests know none. */
export async function stopOf(demo: DemoKhue, route: string): Promise<Stop> {
  const stop = found[route]
  if (!stop) throw new Error(`tests/support/public-addresses.ts knows no address of ${route}`)
  const form = stop.form?.bai === '' ? { ...stop.form, bai: await demo.one(article) } : stop.form
  return {
    host: await demo.one(`select host from site_host where is_primary and site_id = ${site(stop.at)}`),
    address: await stop.address(demo),
    form,
    status: stop.status ?? 200,
  }
}
