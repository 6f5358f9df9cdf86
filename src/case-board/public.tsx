import type { FC } from 'hono/jsx'
import { Empty } from '../delivery/components/lists.tsx'
import { Page } from '../delivery/components/page.tsx'
import { keepUntil, showing, type DeliveryContext, type PublicRoute } from '../delivery/route.ts'
import { originOf } from '../delivery/site-of-host.ts'
import { NotFound } from '../refusals.ts'
import { dateTimeOf } from '../web/dates.ts'
import { fill, type Message } from '../web/message.ts'
import { inLeague, leagueOfFields, leagueOfPortals, type LeagueLine } from './live-queries.ts'
import { shareOf, toldFrom } from './pace.ts'
import { messages } from './public-messages.ts'

const path = '/ket-qua-tra-loi'
const anHour = 3_600_000

/** How timely a portal answers, where it lets that be read; on the head of a network beside all others that do. */
export const caseBoardPublicRoutes: readonly PublicRoute[] = [{ method: 'GET', path, handle: showLeague }]

async function showLeague(c: DeliveryContext): Promise<Response> {
  const { db, site, say, language } = c.var
  if (!(await inLeague(db, site.id))) throw new NotFound()
  const heads = site.parent === undefined && site.hasComponents
  const [fields, portals] = await Promise.all([leagueOfFields(db, site.id), heads ? leagueOfPortals(db) : []])
  const now = new Date()
  showing(c, `league:${site.id}`, 'case-fields')
  keepUntil(c, new Date(now.getTime() + anHour))
  return c.html(
    <Page
      c={c}
      title={say(messages.title)}
      description={say(messages.intro)}
      canonical={path}
      crumbs={[{ name: say(messages.title) }]}
    >
      <div class="wrap statement">
        <h1>{say(messages.title)}</h1>
        <p class="statement-intro">{say(messages.intro)}</p>
        {fields.length === 0 && portals.length === 0 && (
          <Empty title={say(messages.none)}>
            <p>{say(messages.noneText)}</p>
          </Empty>
        )}
        <Table c={c} id="linh-vuc" title={messages.here} head={messages.field} lines={fields} />
        <Table c={c} id="cac-cong" title={messages.portals} head={messages.portal} lines={portals} />
        <p class="small">{fill(say(messages.method), { n: toldFrom })}</p>
        <p class="small">{fill(say(messages.asOf), { at: dateTimeOf(now, language) })}</p>
        <p>
          <a href={c.var.to('/hoi-dap')}>{say(messages.ask)}</a>
        </p>
      </div>
    </Page>,
  )
}

interface TableProps {
  c: DeliveryContext
  id: string
  title: Message
  head: Message
  lines: readonly LeagueLine[]
}

const Table: FC<TableProps> = ({ c, id, title, head, lines }) => {
  const { say } = c.var
  if (lines.length === 0) return null
  return (
    <div class="prose">
      <h2 id={id}>{say(title)}</h2>
      <section class="scrollable" tabindex={0} aria-labelledby={id}>
        <table>
          <thead>
            <tr>
              {[head, messages.answers, messages.onTime, messages.median].map((heading) => (
                <th scope="col">{say(heading)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line c={c} line={line} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

const Line: FC<{ c: DeliveryContext; line: LeagueLine }> = ({ c, line }) => {
  const { say, language, config } = c.var
  const { pace, host } = line
  const english = language === 'en' && line.nameEn !== ''
  const name = (english ? line.nameEn : line.name) || say(messages.noField)
  const lang = language === 'en' && !english && line.name !== '' ? 'vi' : undefined
  const told = pace.answers >= toldFrom
  const few = '–'
  return (
    <tr>
      <th scope="row" lang={lang}>
        {host ? <a href={`${originOf(config, host)}${c.var.to('/hoi-dap')}`}>{name}</a> : name}
      </th>
      <td class="number">{pace.answers}</td>
      <td>{told ? `${shareOf(pace)}%` : few}</td>
      <td>{told && pace.median !== undefined ? fill(say(messages.days), { n: pace.median }) : few}</td>
    </tr>
  )
}
