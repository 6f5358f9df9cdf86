import { sql } from 'kysely'
import { csvLine } from '../audit/csv.ts'
import type { Database } from '../database/connect.ts'
import type { Period } from './period.ts'
import type { Places } from './queries.ts'

const columns = [
  'ngay',
  'ma_cong',
  'cong',
  'luot_truy_cap',
  'luot_xem',
  'khach',
  'luot_xem_cua_may',
  'tu_truy_cap_thang',
  'tu_trong_cong',
  'tu_cong_khac_trong_mang_luoi',
  'tu_may_tim_kiem',
  'tu_mang_xa_hoi',
  'tu_noi_khac',
  'tren_dien_thoai',
  'tren_may_tinh_bang',
  'tren_may_tinh',
  'tren_thiet_bi_khac',
]

/**
 * One line for each portal and day something was counted on, as CSV that spreadsheets open in Vietnamese: UTF-8 with a mark at its
 * start. A thousand lines at a time, so ten years need no more memory than a week.
 */
export async function* statisticsCsv(
  db: Database,
  places: Places,
  { from, to }: Period,
): AsyncGenerator<string, void, undefined> {
  yield `\ufeff${csvLine(columns)}`
  let after: { day: string; siteId: number } | undefined
  do {
    const { rows } = await sql<Record<string, string | number> & { day: string; siteId: number }>`
      select d.day, s.key, s.name, d.visits, d.views, d.visitors, d.bot_views, d.from_none, d.from_own, d.from_network, d.from_search,
        d.from_social, d.from_other, d.on_phone, d.on_tablet, d.on_computer, d.on_other, d.site_id
      from site_day d join site s on s.id = d.site_id
      where d.day between ${after?.day ?? from}::date and ${to}::date
        ${after ? sql`and (d.day, d.site_id) > (${after.day}::date, ${after.siteId}::integer)` : sql``}
        ${places === 'all' ? sql`` : sql`and d.site_id = any (${[...places]}::integer[])`}
      order by d.day, d.site_id limit 1000`.execute(db)
    if (rows.length > 0) yield rows.map(({ siteId: _, ...row }) => csvLine(Object.values(row))).join('')
    after = rows.length === 1000 ? rows.at(-1) : undefined
  } while (after)
}
