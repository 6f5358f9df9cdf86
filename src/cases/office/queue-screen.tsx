import type { FC } from 'hono/jsx'
import { calendarOf } from '../../calendar/calendar-queries.ts'
import { Empty, ErrorSummary, Notice, Paging, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { holds } from '../../people/actor.ts'
import { NotFound } from '../../refusals.ts'
import { siteById } from '../../sites/queries.ts'
import { fill, type Message } from '../../web/message.ts'
import { caseAdmins, seesAll } from '../policy.ts'
import { queueCounts, triageQueue, type QueueCounts } from '../queries.ts'
import { divisionDesks, fieldList, routingOf } from './desk-queries.ts'
import { styles } from './form.tsx'
import { messages } from './messages.ts'
import { filtersOf, queueAddress, viewOfAddress, type QueueTab, type QueueView } from './queue-address.ts'
import { QueueFilters } from './queue-filters.tsx'
import { QueueLines } from './queue-lines.tsx'

/** What a press on the list was refused for; the boxes that were ticked stay so. */
export interface QueueRefusal {
  view: QueueView
  errors: Record<string, string>
  ticked: ReadonlySet<string>
  /** The handler chosen for a line, by the number of its case, and the one for all that are ticked. */
  chosen: Readonly<Record<string, string>>
}

/** GET /cong/:site/ho-so: the cases of a portal, and triage without opening them. Also what a refused press answers with. */
export async function showQueue(c: OfficeContext, refusal?: QueueRefusal): Promise<Response> {
  const { say, db, siteId, actor } = c.var
  const view = refusal?.view ?? viewOfAddress(c)
  const handsOut = holds(actor, siteId, ...seesAll)
  if (view.tab === 'cach-ly' && !handsOut) view.tab = 'moi'
  const after = refusal ? undefined : c.req.query('sau')
  const [site, page, counts, desks, routing, fields, calendar] = await Promise.all([
    siteById(db, siteId),
    triageQueue(db, actor, siteId, { ...filtersOf(view), after }),
    queueCounts(db, actor, siteId),
    divisionDesks(db, siteId),
    routingOf(db, siteId),
    fieldList(db, { archived: true }),
    calendarOf(db),
  ])
  if (!site) throw new NotFound()
  const filtered = Object.values(view.query).some(Boolean)
  return c.html(
    <Page c={c} title={fill(say(messages.queue), { name: site.shortName })} styles={styles}>
      <ScreenHead title={fill(say(messages.queue), { name: site.shortName })}>
        <a class="button" href={`/cong/${siteId}/so-cung-cap-thong-tin`}>
          {say(messages.informationRegister)}
        </a>
        {holds(actor, siteId, ...caseAdmins) && (
          <a class="button" href={`/cong/${siteId}/ho-so/cai-dat`}>
            {say(messages.settings)}
          </a>
        )}
      </ScreenHead>
      {refusal && <ErrorSummary errors={refusal.errors} title={say(messages.notDone)} />}
      <Done c={c} />
      <Tabs c={c} view={view} counts={counts} handsOut={handsOut} />
      <QueueFilters c={c} view={view} desks={desks} fields={fields} />
      {view.tab === 'cach-ly' && <p class="soft">{say(messages.quarantineLead)}</p>}
      {page.rows.length === 0 ? (
        <Nothing c={c} view={view} filtered={filtered} />
      ) : (
        <QueueLines
          c={c}
          view={view}
          lines={page.rows}
          parts={{ desks, routing, calendar, handsOut, refusal, all: c.req.query('chon') === 'tat-ca' }}
        />
      )}
      <Paging
        say={say}
        next={page.next && queueAddress(siteId, view, { sau: page.next })}
        first={after ? queueAddress(siteId, view) : undefined}
      />
    </Page>,
    refusal ? 422 : 200,
  )
}

const doneWords: Readonly<Record<string, Message>> = {
  giao: messages.assigned,
  gop: messages.merged,
  'tra-loi': messages.bulkAnswered,
  duyet: messages.bulkApproved,
}

const Done: FC<{ c: OfficeContext }> = ({ c }) => {
  const done = c.req.query('da') ?? ''
  const n = c.req.query('n') ?? ''
  if (c.req.method !== 'GET' || !Object.hasOwn(doneWords, done) || !/^\d{1,3}$/.test(n)) return null
  return <Notice kind="ok">{fill(c.var.say(doneWords[done]!), { n })}</Notice>
}

const tabNames: readonly { tab: QueueTab; label: Message; count?: keyof QueueCounts }[] = [
  { tab: 'moi', label: messages.tabNew, count: 'received' },
  { tab: 'dang-xu-ly', label: messages.tabInHand, count: 'assigned' },
  { tab: 'cho-bo-sung', label: messages.tabClarifying, count: 'clarifying' },
  { tab: 'cho-duyet', label: messages.tabSubmitted, count: 'submitted' },
  { tab: 'da-tra-loi', label: messages.tabAnswered },
  { tab: 'cach-ly', label: messages.tabQuarantine, count: 'quarantined' },
]

interface TabsProps {
  c: OfficeContext
  view: QueueView
  counts: QueueCounts
  handsOut: boolean
}

const Tabs: FC<TabsProps> = ({ c, view, counts, handsOut }) => {
  const { say, siteId } = c.var
  return (
    <nav class="states" aria-label={say(messages.tabs)}>
      <ul>
        {tabNames
          .filter(({ tab }) => handsOut || tab !== 'cach-ly')
          .map(({ tab, label, count }) => (
            <li>
              <a
                href={queueAddress(siteId, { tab, query: view.query })}
                aria-current={tab === view.tab ? 'true' : undefined}
              >
                {say(label)} {count && <span class="count">{counts[count]}</span>}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

const Nothing: FC<{ c: OfficeContext; view: QueueView; filtered: boolean }> = ({ c, view, filtered }) => {
  const { say, siteId } = c.var
  if (filtered)
    return (
      <Empty title={say(messages.emptyFiltered)}>
        <p>{say(messages.emptyFilteredWhat)}</p>
        <p>
          <a
            class="button"
            href={queueAddress(siteId, {
              tab: view.tab,
              query: { loai: '', 'linh-vuc': '', phong: '', 'can-bo': '', han: '', q: '' },
            })}
          >
            {say(messages.clearFilters)}
          </a>
        </p>
      </Empty>
    )
  return view.tab === 'moi' ? (
    <Empty title={say(messages.emptyNew)}>
      <p>{say(messages.emptyNewWhat)}</p>
    </Empty>
  ) : (
    <Empty title={say(messages.emptyOther)}>
      <p>{say(messages.emptyOtherWhat)}</p>
    </Empty>
  )
}
