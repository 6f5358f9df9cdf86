import type { FC } from 'hono/jsx'
import { ErrorSummary, Field, Notice, ScreenHead, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { ActForm } from '../../sites/office/form.tsx'
import { isoDayOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import { calendarOf, daysOfYear, latestVersions, type CalendarDayRow } from '../calendar-queries.ts'
import { mayKeepCalendar } from '../policy.ts'
import type { Calendar } from '../working-days.ts'
import { DayList, type DayRefusal } from './day-list.tsx'
import { messages } from './messages.ts'
import { Month } from './month.tsx'

export const styles = ['office/sites.css', 'office/calendar.css'] as const

/** The year asked for; this year where none is, or none that the calendar can hold. */
function yearOf(c: OfficeContext, refusal: DayRefusal | undefined): number {
  const wanted = refusal?.typed.day ?? refusal?.typed.off ?? c.req.query('nam') ?? ''
  const [year] = /^20\d\d/.exec(wanted) ?? []
  return Number(year ?? isoDayOf(new Date()).slice(0, 4))
}

/** GET /lich-lam-viec, and the answer to every refused form of it. */
export async function showCalendar(c: OfficeContext, refusal?: DayRefusal): Promise<Response> {
  const { db, say, actor } = c.var
  const year = yearOf(c, refusal)
  const [rows, calendar, versions] = await Promise.all([daysOfYear(db, year), calendarOf(db), latestVersions(db, 10)])
  const mine = mayKeepCalendar(actor)
  const waiting = rows.filter((row) => !row.counts && !row.withdrawnAt).length
  const title = fill(say(messages.titleOf), { year })
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <Years c={c} year={year} />
        <a class="button" href="/quy-tac">
          {say(messages.rules)}
        </a>
      </ScreenHead>
      {refusal && (!refusal.day || refusal.errors.form) && <ErrorSummary errors={refusal.errors} />}
      {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      <p>{say(messages.intro)}</p>
      {!mine && <Notice kind="warn">{say(messages.readOnly)}</Notice>}
      {waiting > 0 && <Notice kind="warn">{fill(say(messages.waitingNote), { count: waiting })}</Notice>}
      {rows.length === 0 && <Notice kind="warn">{say(messages.unknownYear)}</Notice>}
      <Months c={c} year={year} calendar={calendar} rows={rows} />
      <section class="panel" aria-labelledby="danh-sach">
        <h2 id="danh-sach">{say(messages.list)}</h2>
        <p class="soft">{say(messages.notAnnounced)}</p>
        {rows.length > 0 && <DayList c={c} rows={rows} mine={mine} refusal={refusal} />}
      </section>
      {mine && <NewDays c={c} refusal={refusal} />}
      <section class="panel" aria-labelledby="thay-doi">
        <h2 id="thay-doi">{say(messages.changes)}</h2>
        <ul class="plain">
          {versions.map(({ id, at, by, reason }) => (
            <li>
              <strong>{fill(say(messages.version), { id })}</strong> <When at={at} language={c.var.language} exact />
              {` · ${by} · ${reason}`}
            </li>
          ))}
        </ul>
      </section>
    </Page>,
    refusal ? 422 : 200,
  )
}

const Years: FC<{ c: OfficeContext; year: number }> = ({ c, year }) => (
  <nav class="row" aria-label={c.var.say(messages.years)}>
    {[year - 1, year + 1].map((other) => (
      <a class="button" href={`/lich-lam-viec?nam=${other}`}>
        {other}
      </a>
    ))}
  </nav>
)

interface MonthsProps {
  c: OfficeContext
  year: number
  calendar: Calendar
  rows: readonly CalendarDayRow[]
}

const Months: FC<MonthsProps> = ({ c, year, calendar, rows }) => {
  const { say, language } = c.var
  const listed = new Map(rows.filter(({ withdrawnAt }) => !withdrawnAt).map((row) => [row.day, row]))
  const today = isoDayOf(new Date())
  const legend = [
    ['calendar-off', messages.legendOff],
    ['calendar-work', messages.legendWork],
    ['calendar-waiting', messages.legendWaiting],
  ] as const
  return (
    <section class="panel" aria-label={fill(say(messages.titleOf), { year })}>
      <ul class="plain calendar-legend" aria-label={say(messages.legend)}>
        {legend.map(([name, label]) => (
          <li>
            <span class={`calendar-day ${name}`} aria-hidden="true">
              1
            </span>{' '}
            {say(label)}
          </li>
        ))}
      </ul>
      <div class="calendar-year">
        {Array.from({ length: 12 }, (_, index) => (
          <Month
            year={year}
            month={index + 1}
            today={today}
            calendar={calendar}
            listed={listed}
            say={say}
            language={language}
          />
        ))}
      </div>
    </section>
  )
}

const NewDays: FC<{ c: OfficeContext; refusal: DayRefusal | undefined }> = ({ c, refusal }) => {
  const { say } = c.var
  const at = (form: 'announce' | 'swap') => (name: string) => ({
    id: form === refusal?.form ? `o-${name}` : `o-${form}-${name}`,
    name,
    value: refusal?.form === form ? refusal.typed[name] : undefined,
    error: refusal?.form === form ? refusal.errors[name] : undefined,
  })
  const [announce, swap] = [at('announce'), at('swap')]
  return (
    <div class="sites-pair">
      <section class="panel" aria-labelledby="cong-bo">
        <h2 id="cong-bo">{say(messages.announceTitle)}</h2>
        <ActForm action="/lich-lam-viec/ngay-nghi" may say={say} submit={say(messages.announceTitle)}>
          <Field label={say(messages.dayOff)} type="date" {...announce('day')} required />
          <Field label={say(messages.name)} {...announce('name')} required />
          <Field label={say(messages.nameEn)} {...announce('nameEn')} />
          <Field label={say(messages.source)} hint={say(messages.sourceHint)} {...announce('source')} required />
          <Field label={say(messages.announcedOn)} type="date" {...announce('announcedOn')} />
        </ActForm>
      </section>
      <section class="panel" aria-labelledby="hoan-doi">
        <h2 id="hoan-doi">{say(messages.swapTitle)}</h2>
        <ActForm action="/lich-lam-viec/hoan-doi" may say={say} submit={say(messages.swapTitle)}>
          <Field label={say(messages.swapOff)} type="date" {...swap('off')} required />
          <Field label={say(messages.swapWork)} type="date" {...swap('work')} required />
          <Field label={say(messages.source)} hint={say(messages.sourceHint)} {...swap('source')} required />
          <Field label={say(messages.announcedOn)} type="date" {...swap('announcedOn')} />
        </ActForm>
      </section>
    </div>
  )
}
