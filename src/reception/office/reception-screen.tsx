import type { FC } from 'hono/jsx'
import { basisText, durationText } from '../../calendar/rule-words.ts'
import { addWorkingDays, shiftDay } from '../../calendar/working-days.ts'
import { BackToPortal } from '../../office/back-to-portal.tsx'
import { Empty, ErrorSummary, Field, Notice, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { ActForm, type Errors } from '../../sites/office/form.tsx'
import { siteById } from '../../sites/queries.ts'
import { dateOf, isoDayOf, longDateOf, timeOf, toLocalInput } from '../../web/dates.ts'
import type { Typed } from '../../web/form.ts'
import { fill, type Message } from '../../web/message.ts'
import { mayKeepReception } from '../policy.ts'
import {
  placeOf,
  receptionRule,
  sessionsAfter,
  sessionsBefore,
  type ReceptionPlace,
  type ReceptionSession,
} from '../queries.ts'
import { messages } from './messages.ts'

/** A form of the screen that was refused. */
export interface ReceptionRefusal {
  /** Which form: a new session, the regular hours, or one of a session. */
  form: 'new' | 'place' | `change-${number}` | `cancel-${number}`
  errors: Errors
  typed: Typed
}

/** GET /cong/:site/tiep-cong-dan, and the answer to every refused form of it. */
export async function showReception(c: OfficeContext, refusal?: ReceptionRefusal): Promise<Response> {
  const { db, siteId, say, actor, language } = c.var
  const now = new Date()
  const [site, place, coming, past, rule] = await Promise.all([
    siteById(db, siteId),
    placeOf(db, siteId),
    sessionsAfter(db, siteId, now),
    sessionsBefore(db, siteId, now, 20),
    receptionRule(db, siteId, now),
  ])
  if (!site) throw new NotFound()
  const mine = mayKeepReception(actor, siteId)
  const title = fill(say(messages.title), { site: site.shortName })
  const inTime = shiftDay(addWorkingDays(isoDayOf(now), rule.duration.amount, rule.calendar), 1)
  const of = (form: ReceptionRefusal['form']): ReceptionRefusal | undefined =>
    refusal?.form === form ? refusal : undefined
  return c.html(
    <Page c={c} title={title} styles={['office/sites.css', 'office/newsroom.css']}>
      <ScreenHead title={title}>
        <BackToPortal c={c} name={site.shortName} />
      </ScreenHead>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      <p>
        {fill(say(messages.intro), {
          duration: durationText(rule.duration, say),
          source: rule.override?.document ?? basisText(rule.rule.basis, language),
        })}
      </p>
      {mine && (
        <section class="panel" aria-labelledby="buoi-moi">
          <h2 id="buoi-moi">{say(messages.newSession)}</h2>
          <ActForm action={`/cong/${siteId}/tiep-cong-dan`} may say={say} submit={say(messages.newSession)}>
            <SessionFields
              c={c}
              id="moi"
              refusal={of('new')}
              startHint={fill(say(messages.startHint), { day: dateOf(new Date(`${inTime}T00:00:00+07:00`), language) })}
            />
            <Field
              label={say(messages.weeks)}
              name="weeks"
              type="number"
              min="1"
              max="26"
              value={of('new')?.typed.weeks ?? '1'}
              error={of('new')?.errors.weeks}
            />
            <Field
              label={say(messages.lateReason)}
              name="lateReason"
              value={of('new')?.typed.lateReason}
              error={of('new')?.errors.lateReason}
            />
          </ActForm>
        </section>
      )}
      <ComingPanel c={c} rows={coming} mine={mine} refusal={refusal} />
      <PlacePanel c={c} place={place} mine={mine} refusal={of('place')} />
      {past.length > 0 && (
        <section class="panel" aria-labelledby="da-qua">
          <h2 id="da-qua">{say(messages.past)}</h2>
          <ul class="work-list">
            {past.map((row) => (
              <SessionLine c={c} row={row} mine={false} />
            ))}
          </ul>
        </section>
      )}
    </Page>,
    refusal ? 422 : 200,
  )
}

const ComingPanel: FC<{
  c: OfficeContext
  rows: readonly ReceptionSession[]
  mine: boolean
  refusal?: ReceptionRefusal
}> = ({ c, rows, mine, refusal }) => {
  const { say } = c.var
  const of = (form: ReceptionRefusal['form']): ReceptionRefusal | undefined =>
    refusal?.form === form ? refusal : undefined
  return (
    <section class="panel" aria-labelledby="sap-toi">
      <h2 id="sap-toi">{say(messages.list)}</h2>
      {rows.length === 0 ? (
        <Empty title={say(messages.none)}>{mine && <p>{say(messages.noneText)}</p>}</Empty>
      ) : (
        <ul class="work-list">
          {rows.map((row) => (
            <SessionLine c={c} row={row} mine={mine} change={of(`change-${row.id}`)} cancel={of(`cancel-${row.id}`)} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface FieldsProps {
  c: OfficeContext
  /** Keeps the ids of several forms apart. */
  id: string
  row?: ReceptionSession
  refusal?: ReceptionRefusal
  startHint?: string
}

const SessionFields: FC<FieldsProps> = ({ c, id, row, refusal, startHint }) => {
  const { say } = c.var
  const { errors = {}, typed } = refusal ?? {}
  const value = (name: string, stands: string | undefined): string | undefined => (typed ? typed[name] : stands)
  const field = (
    name: string,
    label: Message,
    stands: string | undefined,
    more: Partial<Parameters<typeof Field>[0]> = {},
  ) => (
    <Field
      id={`o-${name}-${id}`}
      label={say(label)}
      name={name}
      value={value(name, stands)}
      error={errors[name]}
      {...more}
    />
  )
  return (
    <>
      {field('startsAt', messages.startsAt, row && toLocalInput(row.startsAt), {
        type: 'datetime-local',
        required: true,
        hint: startHint,
      })}
      {field('endsAt', messages.endsAt, row && toLocalInput(row.endsAt), { type: 'datetime-local', required: true })}
      {field('host', messages.host, row?.host, { required: true })}
      {field('place', messages.place, row?.place)}
      {field('online', messages.online, row?.isOnline ? 'on' : '', { type: 'checkbox' })}
      {field('content', messages.content, row?.content, { rows: 2, hint: say(messages.contentHint) })}
      {field('participants', messages.participants, row?.participants, { rows: 2 })}
    </>
  )
}

interface LineProps {
  c: OfficeContext
  row: ReceptionSession
  mine: boolean
  change?: ReceptionRefusal
  cancel?: ReceptionRefusal
}

const SessionLine: FC<LineProps> = ({ c, row, mine, change, cancel }) => {
  const { say, language, siteId } = c.var
  const at = `/cong/${siteId}/tiep-cong-dan/${row.id}`
  return (
    <li class="work-item">
      <p class="work-title">
        {longDateOf(row.startsAt, language)}, {timeOf(row.startsAt)} – {timeOf(row.endsAt)}
      </p>
      <p class="work-facts">
        <span>{row.host}</span>
        {row.place && <span>{row.place}</span>}
        {row.isOnline && <span class="tag">{say(messages.onlineTag)}</span>}
        {row.cancelledAt && (
          <span class="tag tag-danger">{fill(say(messages.cancelled), { reason: row.cancelReason ?? '' })}</span>
        )}
        {!row.cancelledAt && row.changedAt && (
          <span class="tag tag-warn">{fill(say(messages.changed), { note: row.changeNote })}</span>
        )}
        {row.lateReason && <span class="tag tag-warn">{fill(say(messages.late), { reason: row.lateReason })}</span>}
      </p>
      {row.content && <p class="work-word said">{row.content}</p>}
      {mine && !row.cancelledAt && (
        <>
          <details class="fold" open={change !== undefined || undefined}>
            <summary>
              {say(messages.change)}
              <span class="visually-hidden">{`: ${row.host}, ${dateOf(row.startsAt, language)}`}</span>
            </summary>
            <ActForm action={at} may say={say} submit={say(messages.change)}>
              <SessionFields c={c} id={String(row.id)} row={row} refusal={change} />
              <Field
                id={`o-note-${row.id}`}
                label={say(messages.changeNote)}
                name="note"
                value={change?.typed.note}
                error={change?.errors.note}
                required
              />
            </ActForm>
          </details>
          <details class="fold" open={cancel !== undefined || undefined}>
            <summary>
              {say(messages.cancel)}
              <span class="visually-hidden">{`: ${row.host}, ${dateOf(row.startsAt, language)}`}</span>
            </summary>
            <ActForm action={`${at}/huy`} may say={say} submit={say(messages.cancel)}>
              <Field
                id={`o-reason-${row.id}`}
                label={say(messages.cancelReason)}
                name="reason"
                value={cancel?.typed.reason}
                error={cancel?.errors.reason}
                required
              />
            </ActForm>
          </details>
        </>
      )}
    </li>
  )
}

const PlacePanel: FC<{ c: OfficeContext; place?: ReceptionPlace; mine: boolean; refusal?: ReceptionRefusal }> = ({
  c,
  place,
  mine,
  refusal,
}) => {
  const { say, siteId } = c.var
  const { errors = {}, typed } = refusal ?? {}
  return (
    <section class="panel" aria-labelledby="thuong-xuyen">
      <h2 id="thuong-xuyen">{say(messages.regular)}</h2>
      <ActForm action={`/cong/${siteId}/tiep-cong-dan/noi-tiep`} may={mine} say={say} submit={say(messages.save)}>
        <Field
          id="o-noi-tiep"
          label={say(messages.place)}
          name="place"
          value={typed ? typed.place : place?.place}
          error={errors.place}
          required
        />
        <Field
          label={say(messages.hours)}
          name="hours"
          value={typed ? typed.hours : place?.hours}
          error={errors.hours}
        />
        <Field
          label={say(messages.phone)}
          name="phone"
          value={typed ? typed.phone : place?.phone}
          error={errors.phone}
        />
        <Field
          id="o-luu-y"
          label={say(messages.note)}
          name="note"
          rows={2}
          value={typed ? typed.note : place?.note}
          error={errors.note}
        />
      </ActForm>
    </section>
  )
}
