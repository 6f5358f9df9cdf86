import type { Command } from 'commander'
import type { Database } from '../../src/database/connect.ts'
import { statisticsCsv } from '../../src/statistics/statistics-csv.ts'
import { daysIn, longestPeriod, type Period } from '../../src/statistics/period.ts'
import { daysRead, peakOf, sitesRead, totalsIn, type Places } from '../../src/statistics/queries.ts'
import { isDay, isoDayOf } from '../../src/web/dates.ts'
import { sentence, withDatabase } from './run.ts'

interface StatsOptions {
  from: string
  to: string
  site?: string
  json?: boolean
  csv?: boolean
}

export function addStatsCommand(khue: Command): void {
  khue
    .command('stats')
    .description('số lượt truy cập, lượt xem, khách theo ngày giờ Việt Nam; máy đếm riêng (visits, views, visitors)')
    .requiredOption('--from <ngày>', 'từ ngày, dạng 2026-11-23')
    .requiredOption('--to <ngày>', 'đến hết ngày, dạng 2026-11-23')
    .option('--site <key>', 'chỉ một cổng')
    .option('--json', 'in JSON')
    .option('--csv', 'in CSV: mỗi ngày của mỗi cổng một dòng')
    .addHelpText('after', '\nVí dụ (example):\n  khue stats --from 2026-01-01 --to 2026-06-30 --site ba-dinh')
    .action(
      sentence(async (options: StatsOptions) => {
        const period = readPeriod(options)
        if (options.json && options.csv) throw new Error('Chỉ chọn một trong hai: --json hoặc --csv. (Choose one.)')
        await withDatabase(({ db }) => printStatistics(db, options, period))
      }),
    )
}

function readPeriod({ from, to }: StatsOptions): Period {
  for (const [option, day] of [
    ['--from', from],
    ['--to', to],
  ] as const) {
    if (!isDay(day))
      throw new Error(`${option} ${day} không phải là một ngày: hãy viết dạng 2026-11-23. (Not a date: YYYY-MM-DD.)`)
  }
  if (from > to) throw new Error(`--from ${from} sau --to ${to}: hãy đổi lại. (The period ends before it begins.)`)
  if (daysIn({ from, to }) > longestPeriod)
    throw new Error('Khoảng thời gian dài quá 10 năm: hãy chia ra. (More than ten years.)')
  if (from > isoDayOf(new Date())) throw new Error(`--from ${from} là ngày chưa đến. (The period is in the future.)`)
  return { from, to }
}

async function printStatistics(db: Database, { site, json, csv }: StatsOptions, period: Period): Promise<void> {
  const places = await placesOf(db, site)
  if (csv) {
    for await (const line of statisticsCsv(db, places, period)) process.stdout.write(line)
    return
  }
  const [total, days, sites] = await Promise.all([
    totalsIn(db, places, period),
    daysRead(db, places, period),
    sitesRead(db, places, period),
  ])
  const peak = { visits: peakOf(days, 'visits'), views: peakOf(days, 'views') }
  if (json) {
    console.log(
      JSON.stringify(
        { ...period, total, peakDay: peak.visits ?? null, peakDayByViews: peak.views ?? null, sites, days },
        null,
        2,
      ),
    )
    return
  }
  const said = (count: number): string => count.toLocaleString('vi-VN')
  console.log(
    [
      `Từ ${period.from} đến ${period.to}, ${daysIn(period)} ngày${site ? `, cổng ${site}` : ', cả mạng lưới'}`,
      '',
      `  Lượt truy cập (visits):      ${said(total.visits)}`,
      `  Lượt xem trang (page views): ${said(total.views)}`,
      `  Khách, cộng từng ngày (daily visitors, added up): ${said(total.visitors)}`,
      `  Lượt xem của máy, đếm riêng (bots, apart):        ${said(total.botViews)}`,
      peak.visits
        ? `  Ngày cao điểm (peak day):    ${peak.visits.day}, ${said(peak.visits.visits)} lượt truy cập, ${said(peak.visits.views)} lượt xem`
        : '  Chưa có lượt truy cập nào trong khoảng này. (No visits.)',
      ...(peak.views && peak.views.day !== peak.visits?.day
        ? [`  Ngày nhiều lượt xem nhất (most page views): ${peak.views.day}, ${said(peak.views.views)} lượt xem`]
        : []),
      '',
      ...tableOf(
        sites.map((row) => [row.key, said(row.visits), said(row.views), said(row.visitors), said(row.botViews)]),
      ),
    ].join('\n'),
  )
}

async function placesOf(db: Database, key: string | undefined): Promise<Places> {
  if (key === undefined) return 'all'
  const site = await db.selectFrom('site').select('id').where('key', '=', key).executeTakeFirst()
  if (!site) throw new Error(`Không có cổng nào mang mã ${key}: xem mục Cổng trong tòa soạn. (No such portal.)`)
  return [site.id]
}

function tableOf(rows: readonly string[][]): string[] {
  const all = [['Cổng', 'Truy cập', 'Lượt xem', 'Khách', 'Máy'], ...rows]
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)))
  return all.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '),
  )
}
