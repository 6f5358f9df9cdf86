import type { FC } from 'hono/jsx'
import { caseKinds } from '../../case-kinds.ts'
import { boardReaders, seesAll } from '../../cases/policy.ts'
import { ErrorSummary, Field, Notice, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { holds, sitesOf } from '../../people/actor.ts'
import { NotFound } from '../../refusals.ts'
import { siteById } from '../../sites/queries.ts'
import { monthYearOf, readMonth } from '../../web/dates.ts'
import { fill, type Message } from '../../web/message.ts'
import { messages } from '../messages.ts'
import type { Pace } from '../pace.ts'
import { shareOf } from '../pace.ts'
import {
  boardLines,
  boardMonths,
  boardSites,
  boardTotal,
  openCounts,
  type BoardLine,
  type OpenCounts,
} from '../queries.ts'
import { readMonths, type BoardRange } from './read-months.ts'

const styles = ['office/newsroom.css', 'office/statistics.css']

/** GET /cong/:site/dieu-hanh: what a leader reports on Monday. */
export async function showBoard(c: OfficeContext): Promise<Response> {
  const { say, db, siteId, actor } = c.var
  const range = readMonths(c)
  const asked = { sites: [siteId], from: range.from, until: range.until, kind: range.kind }
  const [site, open, total, divisions, fields, months] = await Promise.all([
    siteById(db, siteId),
    openCounts(db, [siteId], range.kind),
    boardTotal(db, asked),
    boardLines(db, asked, 'division'),
    boardLines(db, asked, 'field'),
    boardMonths(db, asked),
  ])
  if (!site) throw new NotFound()
  const title = fill(say(messages.title), { site: site.shortName })
  const at = `/cong/${siteId}/dieu-hanh`
  const queue = holds(actor, siteId, ...seesAll) ? `/cong/${siteId}/ho-so` : undefined
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <div class="stack">
        <ScreenHead title={title}>
          <a class="button" href={`${at}.xlsx?${range.query}`}>
            {say(messages.download)}
          </a>
        </ScreenHead>
        <RangeForm c={c} at={at} range={range} />
        <OpenCards c={c} open={open} queue={queue} />
        <PeriodCards c={c} pace={total} drill={`${at}/ho-so?${range.query}`} />
        <LineTable
          c={c}
          id="phong-ban"
          caption={messages.byDivision}
          head={messages.division}
          lines={divisions}
          none={messages.noDivision}
          drill={(id) => `${at}/ho-so?${range.query}&phong=${id}`}
        />
        <LineTable
          c={c}
          id="linh-vuc"
          caption={messages.byField}
          head={messages.field}
          lines={fields}
          none={messages.noField}
          drill={(id) => `${at}/ho-so?${range.query}&linh-vuc=${id}`}
        />
        <MonthTable
          c={c}
          months={months}
          drill={(month) =>
            `${at}/ho-so?${new URLSearchParams({ tu: month, den: month, ...(range.kind && { loai: range.kind }) })}`
          }
        />
        <p class="soft small">{say(messages.method)}</p>
      </div>
    </Page>,
    range.wrong ? 422 : 200,
  )
}

/** GET /dieu-hanh: the portals a person reads the boards of, beside each other; at once the board where there is one. */
export async function showBoards(c: OfficeContext): Promise<Response> {
  const { say, db, actor } = c.var
  const range = readMonths(c)
  const sites = await boardSites(db, sitesOf(actor, ...boardReaders))
  if (sites.length === 1) return c.redirect(`/cong/${sites[0]!.id}/dieu-hanh`, 302)
  const ids = sites.map(({ id }) => id)
  const asked = { sites: ids, from: range.from, until: range.until, kind: range.kind }
  const [open, total, known] = await Promise.all([
    openCounts(db, ids, range.kind),
    boardTotal(db, asked),
    boardLines(db, asked, 'site'),
  ])
  const missing = sites
    .filter(({ id }) => !known.some((line) => line.id === id))
    .map(({ id, name }): BoardLine => ({ id, name, pace: { answers: 0, onTime: 0, median: undefined } }))
  const lines = [...known, ...missing].toSorted((a, b) => (b.open?.overdue ?? 0) - (a.open?.overdue ?? 0))
  return c.html(
    <Page c={c} title={say(messages.network)} styles={styles}>
      <div class="stack">
        <ScreenHead title={say(messages.network)} />
        {sites.length === 0 && <Notice kind="warn">{say(messages.noSites)}</Notice>}
        <RangeForm c={c} at="/dieu-hanh" range={range} />
        <OpenCards c={c} open={open} />
        <PeriodCards c={c} pace={total} />
        <LineTable
          c={c}
          id="cong"
          caption={messages.bySite}
          head={messages.site}
          lines={lines}
          none={messages.site}
          drill={(id) => `/cong/${id}/dieu-hanh?${range.query}`}
        />
        <p class="soft small">{say(messages.method)}</p>
      </div>
    </Page>,
    range.wrong ? 422 : 200,
  )
}

const RangeForm: FC<{ c: OfficeContext; at: string; range: BoardRange }> = ({ c, at, range }) => {
  const { say } = c.var
  const errors = range.wrong ? { tu: say(messages.wrongMonths) } : undefined
  return (
    <>
      {errors && <ErrorSummary errors={errors} />}
      <form method="get" action={at} class="panel">
        <div class="row">
          <Field label={say(messages.from)} name="tu" type="month" value={range.from} error={errors?.tu} />
          <Field label={say(messages.until)} name="den" type="month" value={range.until} />
          <Select
            label={say(messages.kind)}
            name="loai"
            value={range.kind ?? ''}
            options={[
              { value: '', label: say(messages.allKinds) },
              ...[...caseKinds.values()]
                .filter(({ sealed }) => !sealed)
                .map(({ name, label }) => ({ value: name, label: say(label) })),
            ]}
          />
          <button type="submit" class="button button-primary">
            {say(messages.show)}
          </button>
        </div>
      </form>
    </>
  )
}

const Card: FC<{ label: string; value: string; href?: string; tone?: string }> = ({ label, value, href, tone }) => {
  const shown = tone ? <span class={`tag ${tone}`}>{value}</span> : value
  return (
    <div class="figure">
      <dt>{label}</dt>
      <dd class="figure-count">{href ? <a href={href}>{shown}</a> : shown}</dd>
    </div>
  )
}

const OpenCards: FC<{ c: OfficeContext; open: OpenCounts; queue?: string }> = ({ c, open, queue }) => {
  const { say } = c.var
  const to = (query: string): string | undefined => queue && `${queue}?${query}`
  return (
    <section class="panel" aria-labelledby="ngay-luc-nay">
      <h2 id="ngay-luc-nay">{say(messages.now)}</h2>
      <dl class="figures">
        <Card label={say(messages.open)} value={String(open.open)} href={queue} />
        <Card
          label={say(messages.overdue)}
          value={String(open.overdue)}
          href={to('muc=dang-xu-ly&han=qua-han')}
          tone={open.overdue > 0 ? 'tag-danger' : undefined}
        />
        <Card label={say(messages.dueSoon)} value={String(open.dueSoon)} href={to('muc=dang-xu-ly&han=3-ngay')} />
        <Card label={say(messages.waiting)} value={String(open.waiting)} href={to('muc=cho-bo-sung')} />
      </dl>
    </section>
  )
}

const PeriodCards: FC<{ c: OfficeContext; pace: Pace; drill?: string }> = ({ c, pace, drill }) => {
  const { say } = c.var
  return (
    <section class="panel" aria-labelledby="trong-khoang">
      <h2 id="trong-khoang">{say(messages.period)}</h2>
      <dl class="figures">
        <Card label={say(messages.answered)} value={String(pace.answers)} href={drill} />
        <Card label={say(messages.onTime)} value={timely(c, pace)} href={drill && `${drill}&dung-han=1`} />
        <Card
          label={say(messages.late)}
          value={String(pace.answers - pace.onTime)}
          href={drill && `${drill}&dung-han=0`}
        />
        <Card label={say(messages.median)} value={medianOf(c, pace)} />
      </dl>
    </section>
  )
}

const timely = (c: OfficeContext, pace: Pace): string =>
  pace.answers === 0
    ? c.var.say(messages.none)
    : fill(c.var.say(messages.ofAnswers), { share: shareOf(pace), onTime: pace.onTime, answers: pace.answers })
const medianOf = (c: OfficeContext, { median }: Pace): string =>
  median === undefined ? c.var.say(messages.none) : fill(c.var.say(messages.medianDays), { n: median })

interface LineTableProps {
  c: OfficeContext
  id: string
  caption: Message
  head: Message
  lines: readonly BoardLine[]
  /** How the line without a name is called. */
  none: Message
  drill: (id: number) => string
}

const LineTable: FC<LineTableProps> = ({ c, id, caption, head, lines, none, drill }) => {
  const { say } = c.var
  if (lines.length === 0) return null
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>{say(caption)}</h2>
      <table class="table">
        <thead>
          <tr>
            {[head, messages.open, messages.overdue, messages.answered, messages.onTime, messages.median].map(
              (heading) => (
                <th scope="col">{say(heading)}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">
                <a href={drill(line.id)}>{line.name || say(none)}</a>
              </th>
              <td data-label={say(messages.open)}>{line.open?.open ?? 0}</td>
              <td data-label={say(messages.overdue)}>
                {line.open && line.open.overdue > 0 ? <span class="tag tag-danger">{line.open.overdue}</span> : '0'}
              </td>
              <td data-label={say(messages.answered)}>{line.pace.answers}</td>
              <td data-label={say(messages.onTime)}>{timely(c, line.pace)}</td>
              <td data-label={say(messages.median)}>{medianOf(c, line.pace)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const MonthTable: FC<{
  c: OfficeContext
  months: readonly { month: string; pace: Pace }[]
  drill: (month: string) => string
}> = ({ c, months, drill }) => {
  const { say, language } = c.var
  if (months.length === 0) return null
  return (
    <section class="panel" aria-labelledby="theo-thang">
      <h2 id="theo-thang">{say(messages.byMonth)}</h2>
      <table class="table">
        <thead>
          <tr>
            {[messages.month, messages.answered, messages.onTime, messages.median].map((heading) => (
              <th scope="col">{say(heading)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, pace }) => (
            <tr>
              <th scope="row">
                <a href={drill(month)}>{monthYearOf(readMonth(month)!, language)}</a>
              </th>
              <td data-label={say(messages.answered)}>{pace.answers}</td>
              <td data-label={say(messages.onTime)}>{timely(c, pace)}</td>
              <td data-label={say(messages.median)}>{medianOf(c, pace)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
