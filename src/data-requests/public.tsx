import { caseFormRoutes } from '../cases/public/form-routes.tsx'
import { Page } from '../delivery/components/page.tsx'
import { showing, type DeliveryContext, type PublicRoute } from '../delivery/route.ts'
import { accessSettingOf } from '../information-requests/live-queries.ts'
import { ContactRows, PhoneLink } from '../information-requests/public/access-page.tsx'
import { RuleLines, rulesToday } from '../information-requests/public/rule-lines.tsx'
import { fill } from '../web/message.ts'
import { dataRights } from './data-request.ts'
import { messages } from './public-messages.ts'
import { dataForm } from './public/data-form.tsx'

/** What people may ask about their data, and the form by which they do. */
export const dataRequestPublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: '/du-lieu-ca-nhan', handle: showRights },
  ...caseFormRoutes(dataForm),
]

/** Rights, who is responsible, how long it takes (Law 91/2025; Decree 356/2025, art. 5). */
async function showRights(c: DeliveryContext): Promise<Response> {
  const { db, site, say, to } = c.var
  showing(c, `access:${site.id}`)
  const [{ dataUnit, dataPhone, dataEmail }, rules] = await Promise.all([
    accessSettingOf(db, site.id),
    rulesToday(c, ['data.acknowledge', 'data.withdraw', 'data.access', 'data.delete', 'data.extension']),
  ])
  const intro = fill(say(messages.intro), { agency: site.agency || site.name })
  const ways = [
    ['/du-lieu-ca-nhan/gui-yeu-cau', messages.send],
    ['/theo-doi', messages.follow],
    ['/quyen-rieng-tu', messages.privacy],
  ] as const
  return c.html(
    <Page
      c={c}
      title={say(messages.title)}
      description={intro}
      canonical="/du-lieu-ca-nhan"
      crumbs={[{ name: say(messages.title) }]}
    >
      <div class="wrap statement">
        <h1>{say(messages.title)}</h1>
        <p class="statement-intro">{intro}</p>
        <ul>
          {ways.map(([path, label]) => (
            <li>
              <a href={to(path)}>{say(label)}</a>
            </li>
          ))}
        </ul>
        <h2>{say(messages.rightsHead)}</h2>
        <p>{say(messages.rightsText)}</p>
        <ul>
          {Object.values(dataRights).map(({ label }) => (
            <li>{say(label)}</li>
          ))}
        </ul>
        <h2>{say(messages.findHead)}</h2>
        <p>{say(messages.findText)}</p>
        <h2>{say(messages.keptHead)}</h2>
        <p>{say(messages.keptText)}</p>
        <h2>{say(messages.clocksHead)}</h2>
        <RuleLines c={c} rules={rules} />
        <h2>{say(messages.responsibleHead)}</h2>
        <ContactRows
          c={c}
          none={messages.responsibleNone}
          rows={[
            [messages.unit, dataUnit && <span lang={c.var.language === 'vi' ? undefined : 'vi'}>{dataUnit}</span>],
            [messages.phone, dataPhone && <PhoneLink number={dataPhone} />],
            [messages.email, dataEmail && <a href={`mailto:${encodeURI(dataEmail)}`}>{dataEmail}</a>],
          ]}
        />
      </div>
    </Page>,
  )
}
