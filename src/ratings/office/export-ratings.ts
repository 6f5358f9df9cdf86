import { csvLine } from '../../audit/csv.ts'
import type { OfficeContext } from '../../office/route.ts'
import { isoDayOf } from '../../web/dates.ts'
import { maskPersonalData } from '../mask-personal-data.ts'
import { ratingComments, ratingsByPage } from '../queries.ts'
import { choices, satisfiedShare, totalOf } from '../rating.ts'
import { readDays } from './read-days.ts'

/** Rows of a file: what a spreadsheet still opens at once. */
const most = 50_000

/** GET /cong/:site/hai-long/ban-xuat.csv: every page that was rated on these days, then what readers wrote, masked. */
export async function exportRatings(c: OfficeContext): Promise<Response> {
  const { db, siteId } = c.var
  const days = readDays(c)
  const pages = await ratingsByPage(db, siteId, days, most)
  const comments = await ratingComments(db, siteId, { suspect: false, size: 5000 })
  const label = Object.fromEntries(choices.map(({ choice, label: name }) => [choice, name.vi]))
  const text = [
    // The mark at the start tells spreadsheets that this is UTF-8.
    `\ufeff${csvLine(['trang', 'tieu_de', 'rat_hai_long', 'hai_long', 'chua_hai_long', 'tong', 'ty_le_hai_long_phan_tram'])}`,
    ...pages.map((row) =>
      csvLine([
        row.page,
        row.title,
        row.verySatisfied,
        row.satisfied,
        row.unsatisfied,
        totalOf(row),
        satisfiedShare(row),
      ]),
    ),
    csvLine([]),
    csvLine(['trang', 'tieu_de', 'muc', 'ngay', 'y_kien']),
    ...comments.rows.map((row) =>
      csvLine([row.page, row.title, label[row.choice], isoDayOf(row.at), maskPersonalData(row.body)]),
    ),
  ].join('')
  return c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="hai-long-${days.from}-${days.to}.csv"`,
  })
}
