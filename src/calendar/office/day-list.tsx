import type { FC } from 'hono/jsx'
import { Field } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { ActForm, type Errors } from '../../sites/office/form.tsx'
import { dateOf, longDateOf } from '../../web/dates.ts'
import type { Typed } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import type { CalendarDayRow } from '../calendar-queries.ts'
import { startOfDay } from '../deadline.ts'
import { markNames } from '../rule-words.ts'
import type { DayMark } from '../working-days.ts'
import { messages } from './messages.ts'

/** A form of the calendar that was refused: which, of which day, the messages by field and what was typed. */
export interface DayRefusal {
  form: 'announce' | 'swap' | 'confirm' | 'withdraw'
  day?: string
  errors: Errors
  typed: Typed
}

interface DayListProps {
  c: OfficeContext
  rows: readonly CalendarDayRow[]
  mine: boolean
  refusal: DayRefusal | undefined
}

/** Every day that was ever set in a year, with what it rests on, how far that is known, and what the administrator may do. */
export const DayList: FC<DayListProps> = ({ c, rows, mine, refusal }) => {
  const { say } = c.var
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{say(messages.day)}</th>
          <th scope="col">{say(messages.what)}</th>
          <th scope="col">{say(messages.source)}</th>
          <th scope="col">{say(messages.mark)}</th>
          {mine && <th scope="col">{say(messages.acts)}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <DayLine c={c} row={row} mine={mine} refusal={refusal?.day === row.day ? refusal : undefined} />
        ))}
      </tbody>
    </table>
  )
}

interface LineProps {
  c: OfficeContext
  row: CalendarDayRow
  mine: boolean
  refusal: DayRefusal | undefined
}

const DayLine: FC<LineProps> = ({ c, row, mine, refusal }) => {
  const { say, language } = c.var
  const name = language === 'en' && row.nameEn ? row.nameEn : row.name
  const day = (iso: string): string => dateOf(startOfDay(iso), language)
  return (
    <tr id={`ngay-${row.day}`} class={row.withdrawnAt ? 'calendar-withdrawn' : undefined}>
      <th scope="row">{longDateOf(startOfDay(row.day), language)}</th>
      <td data-label={say(messages.what)}>
        {name}
        {row.swappedWith && `, ${fill(say(messages.swappedWith), { day: day(row.swappedWith) })}`}
      </td>
      <td data-label={say(messages.source)}>
        <span lang={language === 'en' ? 'vi' : undefined}>{row.source}</span>
        {row.announcedOn && ` (${fill(say(messages.announced), { day: day(row.announcedOn) })})`}
      </td>
      <td data-label={say(messages.mark)}>
        <DayTags c={c} row={row} />
      </td>
      {mine && (
        <td class="calendar-acts" data-label={say(messages.acts)}>
          {!row.counts && !row.withdrawnAt && <ConfirmForm c={c} row={row} refusal={refusal} />}
          {!row.withdrawnAt && <WithdrawForm c={c} row={row} refusal={refusal} />}
        </td>
      )}
    </tr>
  )
}

const DayTags: FC<{ c: OfficeContext; row: CalendarDayRow }> = ({ c, row }) => {
  const { say } = c.var
  if (row.withdrawnAt) return <span class="tag">{say(messages.withdrawn)}</span>
  const mark = row.verified as DayMark
  return (
    <>
      <span class={mark === 'unverified' ? 'tag tag-warn' : mark === 'second-hand' ? 'tag tag-accent' : 'tag tag-ok'}>
        {say(markNames[mark])}
      </span>{' '}
      {row.confirmedAt && <span class="tag">{say(messages.confirmedBy)}</span>}
      {!row.counts && <span class="tag tag-warn">{say(messages.waiting)}</span>}
    </>
  )
}

type FormProps = Omit<LineProps, 'mine'>

const ConfirmForm: FC<FormProps> = ({ c, row, refusal }) => {
  const { say } = c.var
  const refused = refusal?.form === 'confirm' ? refusal : undefined
  const at = (name: string) => ({
    id: `o-${name}-${row.day}`,
    name,
    value: refused?.typed[name],
    error: refused?.errors[name],
  })
  return (
    <details open={refused !== undefined}>
      <summary>
        {say(messages.confirm)}
        <span class="visually-hidden"> {row.day}</span>
      </summary>
      <ActForm
        action="/lich-lam-viec/xac-nhan"
        may
        say={say}
        submit={say(messages.confirm)}
        label={`${say(messages.confirm)} ${row.day}`}
      >
        <input type="hidden" name="day" value={row.day} />
        <Field label={say(messages.source)} hint={say(messages.sourceHint)} {...at('source')} required />
        <Field label={say(messages.announcedOn)} type="date" {...at('announcedOn')} />
      </ActForm>
    </details>
  )
}

const WithdrawForm: FC<FormProps> = ({ c, row, refusal }) => {
  const { say } = c.var
  const refused = refusal?.form === 'withdraw' ? refusal : undefined
  return (
    <details open={refused !== undefined}>
      <summary>
        {say(messages.withdraw)}
        <span class="visually-hidden"> {row.day}</span>
      </summary>
      <ActForm
        action="/lich-lam-viec/rut"
        may
        say={say}
        kind="button-danger"
        submit={say(messages.withdraw)}
        label={`${say(messages.withdraw)} ${row.day}`}
      >
        <input type="hidden" name="day" value={row.day} />
        <Field
          label={say(messages.reason)}
          id={`o-reason-${row.day}`}
          name="reason"
          value={refused?.typed.reason}
          error={refused?.errors.reason}
          required
        />
      </ActForm>
    </details>
  )
}
