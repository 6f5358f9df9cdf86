import type { FC } from 'hono/jsx'
import { Empty, Field, Paging, ScreenHead, Select, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import type { Say } from '../../web/message.ts'
import { actionName, subjectName } from '../action-names.ts'
import { messages } from '../messages.ts'
import { auditActions, auditedSiteNames, auditedSites, auditEvents, type AuditLine } from '../queries.ts'
import { filtered, readFilter, type FilterTyped } from './read-filter.ts'

/** GET /nhat-ky */
export async function showLog(c: OfficeContext): Promise<Response> {
  const { say, db, actor } = c.var
  const { filter, typed, errors, after } = readFilter(c)
  const [page, actions, sites] = await Promise.all([
    auditEvents(db, actor, filter, { after }),
    auditActions(db),
    auditedSiteNames(db, actor),
  ])
  const narrowed = Object.keys(typed).length > 0
  return c.html(
    <Page c={c} title={say(messages.audit)} styles={['office/audit.css']}>
      <div class="stack">
        <ScreenHead title={say(messages.audit)}>
          <a class="button" href={filtered(typed, {}, '/nhat-ky/ban-xuat.csv')} download>
            {say(messages.export)}
          </a>
        </ScreenHead>
        <p class="hint">{say(messages.about)}</p>
        <Filters c={c} typed={typed} errors={errors} actions={actions} sites={sites} narrowed={narrowed} />
        {page.rows.length > 0 ? (
          <ol class="log-list">
            {page.rows.map((line) => (
              <EventItem c={c} line={line} />
            ))}
          </ol>
        ) : (
          <Empty title={say(narrowed ? messages.nothing : messages.empty)}>
            <p>{say(narrowed ? messages.nothingHint : messages.emptyHint)}</p>
          </Empty>
        )}
        <Paging
          say={say}
          next={page.next && filtered(typed, { sau: page.next })}
          first={after ? filtered(typed) : undefined}
        />
      </div>
    </Page>,
  )
}

interface FiltersProps {
  c: OfficeContext
  typed: FilterTyped
  errors: FilterTyped
  actions: readonly string[]
  sites: readonly { id: number; name: string }[]
  narrowed: boolean
}

const Filters: FC<FiltersProps> = ({ c, typed, errors, actions, sites, narrowed }) => {
  const { say } = c.var
  const bad = (name: 'tu' | 'den'): string | undefined =>
    errors[name] === undefined ? undefined : say(messages.badDate)
  return (
    <form class="filters" method="get" action="/nhat-ky">
      <Field label={say(messages.person)} name="nguoi" value={typed.nguoi} type="search" />
      <Select
        label={say(messages.action)}
        name="viec"
        value={typed.viec}
        options={[
          { value: '', label: say(messages.allActions) },
          ...actions
            .map((action) => ({ value: action, label: say(actionName(action)) }))
            .toSorted((a, b) => a.label.localeCompare(b.label, 'vi')),
        ]}
      />
      {(sites.length > 1 || auditedSites(c.var.actor) === 'all') && (
        <Select
          label={say(messages.site)}
          name="cong"
          value={typed.cong}
          options={[
            { value: '', label: say(messages.allSites) },
            ...sites.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <Field label={say(messages.from)} name="tu" type="date" value={typed.tu} error={bad('tu')} />
      <Field label={say(messages.to)} name="den" type="date" value={typed.den} error={bad('den')} />
      <Field label={say(messages.text)} name="chu" value={typed.chu} type="search" />
      <Field
        label={say(messages.subject)}
        name="doi-tuong"
        value={typed['doi-tuong']}
        placeholder={say(messages.subjectHint)}
      />
      <div class="row">
        <button type="submit" class="button">
          {say(messages.filter)}
        </button>
        {narrowed && (
          <a class="button button-quiet" href="/nhat-ky">
            {say(messages.clearFilter)}
          </a>
        )}
      </div>
    </form>
  )
}

/** A subject in the list; codes that are no numbers say nothing to people and stand on the screen of the event. */
const subjectOf = ({ subjectKind, subjectId }: AuditLine, say: Say): string =>
  `${say(subjectName(subjectKind))} ${/^\d+$/.test(subjectId) ? subjectId : ''}`.trim()

const EventItem: FC<{ c: OfficeContext; line: AuditLine }> = ({ c, line }) => {
  const { say, language } = c.var
  return (
    <li>
      <p class="log-title">
        <a href={`/nhat-ky/${line.id}`}>{line.summary || say(actionName(line.action))}</a>
      </p>
      <p class="log-facts">
        <When at={line.at} language={language} /> <span>{line.actor}</span> <span>{say(actionName(line.action))}</span>
        <span>{subjectOf(line, say)}</span> <span>{line.siteName ?? say(messages.network)}</span>
      </p>
    </li>
  )
}
