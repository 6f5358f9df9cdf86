import type { FC } from 'hono/jsx'
import { Empty, ErrorSummary, Field, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { siteById } from '../../sites/queries.ts'
import { isDay, monthOf } from '../../web/dates.ts'
import { fill, type Say } from '../../web/message.ts'
import { spreadsheet, spreadsheetType } from '../../web/spreadsheet.ts'
import { messages } from '../messages.ts'
import { mayReadCalls } from '../policy.ts'
import { countsByField, type FieldCount } from '../queries.ts'

interface Period {
  from: string
  to: string
}

/** The half-year a day falls in, and the one before: the periods the reviews of portals are written for. */
function halfYears(today: Date): (Period & { half: 1 | 2; year: number })[] {
  const { year, month } = monthOf(today)
  const half = (of: number, which: 1 | 2): Period & { half: 1 | 2; year: number } =>
    which === 1
      ? { from: `${of}-01-01`, to: `${of}-06-30`, half: 1, year: of }
      : { from: `${of}-07-01`, to: `${of}-12-31`, half: 2, year: of }
  return month <= 6 ? [half(year, 1), half(year - 1, 2)] : [half(year, 2), half(year, 1)]
}

/** The period asked for; the half-year of today where none was. Undefined when it is none. */
function periodOf(c: OfficeContext): Period | undefined {
  const [from, to] = [c.req.query('tu') ?? '', c.req.query('den') ?? '']
  if (from === '' && to === '') return halfYears(new Date())[0]
  return isDay(from) && isDay(to) && from <= to ? { from, to } : undefined
}

/** GET /cong/:site/tong-dai/tong-hop: calls by field in a period. */
export async function showCounts(c: OfficeContext): Promise<Response> {
  const { say, db, siteId, actor } = c.var
  const period = periodOf(c)
  const [site, counts] = await Promise.all([siteById(db, siteId), period ? countsByField(db, siteId, period) : []])
  if (!site) throw new NotFound()
  const title = `${say(messages.summary)}: ${site.shortName}`
  const asked = period ?? { from: c.req.query('tu') ?? '', to: c.req.query('den') ?? '' }
  const errors = period ? undefined : { tu: say(messages.periodWrong) }
  return c.html(
    <Page c={c} title={title} styles={['office/newsroom.css', 'office/hotline.css']}>
      <div class="stack">
        <ScreenHead title={title}>
          {mayReadCalls(actor, siteId) && (
            <a class="button" href={`/cong/${siteId}/tong-dai`}>
              {say(messages.backToCalls)}
            </a>
          )}
        </ScreenHead>
        {errors && <ErrorSummary errors={errors} />}
        <PeriodForm c={c} period={asked} error={errors?.tu} />
        {period &&
          (counts.length === 0 ? (
            <Empty title={say(messages.noCalls)} />
          ) : (
            <>
              <CountTable counts={counts} say={say} />
              <p class="soft small">{say(messages.method)}</p>
              <p>
                <a class="button" href={`/cong/${siteId}/tong-dai/tong-hop.xlsx?tu=${period.from}&den=${period.to}`}>
                  {say(messages.download)}
                </a>
              </p>
            </>
          ))}
      </div>
    </Page>,
    period ? 200 : 422,
  )
}

const PeriodForm: FC<{ c: OfficeContext; period: Period; error?: string }> = ({ c, period, error }) => {
  const { say, siteId } = c.var
  const at = `/cong/${siteId}/tong-dai/tong-hop`
  return (
    <form method="get" action={at} class="panel stack">
      <div class="row">
        <Field label={say(messages.from)} name="tu" type="date" value={period.from} error={error} required />
        <Field label={say(messages.to)} name="den" type="date" value={period.to} required />
        <button type="submit" class="button button-primary">
          {say(messages.show)}
        </button>
      </div>
      <p class="row">
        {halfYears(new Date()).map(({ from, to, half, year }) => (
          <a
            href={`${at}?tu=${from}&den=${to}`}
            aria-current={period.from === from && period.to === to ? 'true' : undefined}
          >
            {fill(say(messages.halfYear), { half: say(half === 1 ? messages.firstHalf : messages.secondHalf), year })}
          </a>
        ))}
      </p>
    </form>
  )
}

const sumOf = (counts: readonly FieldCount[], of: (count: FieldCount) => number): number =>
  counts.reduce((sum, count) => sum + of(count), 0)

const CountTable: FC<{ counts: readonly FieldCount[]; say: Say }> = ({ counts, say }) => {
  const total = sumOf(counts, ({ calls }) => calls)
  const share = (calls: number): string =>
    `${((calls / total) * 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })}%`
  const cells = (one: { calls: number; minutes: number; cases: number; callBacks: number }, last: string) => (
    <>
      <td data-label={say(messages.calls)}>{one.calls}</td>
      <td data-label={say(messages.share)}>{last}</td>
      <td data-label={say(messages.totalMinutes)}>{one.minutes}</td>
      <td data-label={say(messages.cases)}>{one.cases}</td>
      <td data-label={say(messages.callBacks)}>{one.callBacks}</td>
    </>
  )
  return (
    <table class="table table-cards">
      <thead>
        <tr>
          {[
            messages.field,
            messages.calls,
            messages.share,
            messages.totalMinutes,
            messages.cases,
            messages.callBacks,
          ].map((heading) => (
            <th scope="col">{say(heading)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((count) => (
          <tr>
            <th scope="row">{count.name ?? say(messages.noField)}</th>
            {cells(count, share(count.calls))}
          </tr>
        ))}
        <tr>
          <th scope="row">{say(messages.total)}</th>
          {cells(
            {
              calls: total,
              minutes: sumOf(counts, ({ minutes }) => minutes),
              cases: sumOf(counts, ({ cases }) => cases),
              callBacks: sumOf(counts, ({ callBacks }) => callBacks),
            },
            '100%',
          )}
        </tr>
      </tbody>
    </table>
  )
}

/** GET /cong/:site/tong-dai/tong-hop.xlsx: the same as a workbook. */
export async function downloadCounts(c: OfficeContext): Promise<Response> {
  const { say, db, siteId } = c.var
  const period = periodOf(c)
  if (!period) throw new NotFound()
  const counts = await countsByField(db, siteId, period)
  const file = await spreadsheet([
    {
      name: say(messages.summary),
      headings: [messages.field, messages.calls, messages.totalMinutes, messages.cases, messages.callBacks].map((m) =>
        say(m),
      ),
      rows: counts.map(({ name, calls, minutes, cases, callBacks }) => [
        name ?? say(messages.noField),
        calls,
        minutes,
        cases,
        callBacks,
      ]),
      notes: [`${say(messages.from)} ${period.from} · ${say(messages.to)} ${period.to}`, say(messages.method)],
    },
  ])
  return c.body(file, 200, {
    'Content-Type': spreadsheetType,
    'Content-Disposition': `attachment; filename="tong-dai-${period.from}-${period.to}.xlsx"`,
    'Cache-Control': 'no-store',
  })
}
