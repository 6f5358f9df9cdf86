import type { FC } from 'hono/jsx'
import { ScreenHead, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { fill, type Say } from '../../web/message.ts'
import { actionName, subjectName } from '../action-names.ts'
import { changesOf, type Change } from '../changes.ts'
import { fieldName } from '../field-names.ts'
import { messages } from '../messages.ts'
import { addressOfSubject } from '../subject-address.ts'
import { auditEvent, type AuditDetail } from '../queries.ts'
import { filtered } from './read-filter.ts'
import { valueName } from './value-names.ts'

/** Fields of one event drawn on the screen; a whole article has a few hundred. */
const shown = 300

/** GET /nhat-ky/:event */
export async function showEvent(c: OfficeContext): Promise<Response> {
  const { say } = c.var
  const id = Number(c.req.param('event'))
  const event = Number.isSafeInteger(id) && id > 0 ? await auditEvent(c.var.db, c.var.actor, id) : undefined
  if (!event) throw new NotFound()
  const open = addressOfSubject(c.var.actor, event)
  return c.html(
    <Page c={c} title={fill(say(messages.event), { id })} styles={['office/audit.css']}>
      <div class="stack">
        <ScreenHead title={fill(say(messages.event), { id })}>
          <a class="button" href="/nhat-ky">
            {say(messages.back)}
          </a>
        </ScreenHead>
        <div class="panel">
          {event.summary && <p class="event-summary">{event.summary}</p>}
          <EventFacts c={c} event={event} />
          {open && (
            <p>
              <a href={open}>
                {say(messages.openSubject)}: {say(subjectName(event.subjectKind))} {event.subjectId}
              </a>
            </p>
          )}
          <p>
            <a href={filtered({ 'doi-tuong': `${event.subjectKind} ${event.subjectId}` })}>
              {say(messages.sameSubject)}
            </a>
          </p>
        </div>
        <Changes c={c} event={event} />
      </div>
    </Page>,
  )
}

const EventFacts: FC<{ c: OfficeContext; event: AuditDetail }> = ({ c, event }) => {
  const { say, language } = c.var
  return (
    <dl class="log-fact-list">
      <div>
        <dt>{say(messages.at)}</dt>
        <dd>
          <When at={event.at} language={language} />
        </dd>
      </div>
      <div>
        <dt>{say(messages.person)}</dt>
        <dd>{event.actor}</dd>
      </div>
      <div>
        <dt>{say(messages.action)}</dt>
        <dd>
          {say(actionName(event.action))} <code>{event.action}</code>
        </dd>
      </div>
      <div>
        <dt>{say(messages.subject)}</dt>
        <dd>
          {say(subjectName(event.subjectKind))} {event.subjectId}
        </dd>
      </div>
      <div>
        <dt>{say(messages.site)}</dt>
        <dd>{event.siteName ?? say(messages.network)}</dd>
      </div>
      <div>
        <dt>{say(messages.hash)}</dt>
        <dd>
          <code class="event-hash">{event.hash}</code>
        </dd>
      </div>
    </dl>
  )
}

const Changes: FC<{ c: OfficeContext; event: AuditDetail }> = ({ c, event }) => {
  const { say } = c.var
  const all = changesOf(event.before, event.after)
  const changed = all.filter((change) => change.changed)
  const unchanged = all.filter((change) => !change.changed)
  return (
    <section class="panel" aria-labelledby="truoc-sau">
      <h2 id="truoc-sau">{say(messages.changes)}</h2>
      {changed.length === 0 ? <p class="hint">{say(messages.noChanges)}</p> : <ChangeTable c={c} changes={changed} />}
      {unchanged.length > 0 && (
        <details class="unchanged">
          <summary>{fill(say(messages.unchanged), { count: unchanged.length })}</summary>
          <ChangeTable c={c} changes={unchanged} />
        </details>
      )}
    </section>
  )
}

const ChangeTable: FC<{ c: OfficeContext; changes: readonly Change[] }> = ({ c, changes }) => {
  const { say } = c.var
  const value = ({ path }: Change, text: string | undefined) =>
    (text && valueName(path, text, say)) || (
      <span class="hint">{say(text === undefined ? messages.none : messages.blank)}</span>
    )
  return (
    <>
      <table class="table changes-table">
        <thead>
          <tr>
            <th scope="col">{say(messages.field)}</th>
            <th scope="col">{say(messages.before)}</th>
            <th scope="col">{say(messages.after)}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, shown).map((change) => (
            <tr class={change.changed ? 'is-changed' : undefined}>
              <th scope="row">
                <FieldOf path={change.path} say={say} />
              </th>
              <td data-label={say(messages.before)}>{value(change, change.before)}</td>
              <td data-label={say(messages.after)}>{value(change, change.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > shown && <p class="hint">{fill(say(messages.more), { count: shown })}</p>}
    </>
  )
}

/** A field by its name, where it has one, and as it is recorded. */
const FieldOf: FC<{ path: string; say: Say }> = ({ path, say }) => {
  const name = fieldName(path)
  return (
    <>
      {name && <>{say(name)} </>}
      <code>{path || '·'}</code>
    </>
  )
}
