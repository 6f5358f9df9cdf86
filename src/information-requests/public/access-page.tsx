import type { Child, FC } from 'hono/jsx'
import { Page } from '../../delivery/components/page.tsx'
import { showing, type DeliveryContext } from '../../delivery/route.ts'
import { fill, type Message } from '../../web/message.ts'
import { accessSettingOf, type AccessSetting } from '../live-queries.ts'
import { messages } from '../public-messages.ts'
import { RuleLines, rulesToday } from './rule-lines.tsx'

/** The section “Access to information” every portal owes (Decree 13/2018, art. 11). */
export async function showAccess(c: DeliveryContext): Promise<Response> {
  const { db, site, say } = c.var
  showing(c, `access:${site.id}`)
  const [setting, rules] = await Promise.all([
    accessSettingOf(db, site.id),
    rulesToday(c, ['information.simple', 'information.complex.notice', 'information.complex', 'information.extension']),
  ])
  const intro = fill(say(messages.intro), { agency: site.agency || site.name })
  return c.html(
    <Page
      c={c}
      title={say(messages.title)}
      description={intro}
      canonical="/tiep-can-thong-tin"
      crumbs={[{ name: say(messages.title) }]}
    >
      <div class="wrap statement">
        <h1>{say(messages.title)}</h1>
        <p class="statement-intro">{intro}</p>
        <ul>
          <Way c={c} to="/tiep-can-thong-tin/gui-yeu-cau" label={messages.send} />
          <Way c={c} to="/tiep-can-thong-tin/nhan" label={messages.fetch} />
          <Way c={c} to="/theo-doi" label={messages.follow} />
        </ul>
        <h2>{say(messages.contactHead)}</h2>
        <Contact c={c} setting={setting} />
        <h2>{say(messages.listHead)}</h2>
        <p>{setting.listHref ? <a href={setting.listHref}>{say(messages.listLink)}</a> : say(messages.listNone)}</p>
        <h2>{say(messages.formsHead)}</h2>
        <ul>
          {[messages.forms1, messages.forms2, messages.forms3].map((line) => (
            <li>{say(line)}</li>
          ))}
        </ul>
        {setting.guidance && (
          <>
            <h2>{say(messages.guidanceHead)}</h2>
            {setting.guidance.split(/\n{2,}/).map((part) => (
              <p class="said" lang={inVietnamese(c)}>
                {part}
              </p>
            ))}
          </>
        )}
        <h2>{say(messages.clocksHead)}</h2>
        <p class="notice">{say(messages.newLaw)}</p>
        <RuleLines c={c} rules={rules} />
        <p>{say(messages.extensionNote)}</p>
        <h2>{say(messages.complainHead)}</h2>
        <p>{say(messages.complainText)}</p>
        <ul>
          <Way c={c} to="/khieu-nai-to-cao" label={messages.complainLink} />
          <Way c={c} to="/phan-anh" label={messages.feedbackLink} />
        </ul>
      </div>
    </Page>,
  )
}

/** What the office wrote stands in Vietnamese on an English page. */
const inVietnamese = (c: DeliveryContext): 'vi' | undefined => (c.var.language === 'vi' ? undefined : 'vi')

const Way: FC<{ c: DeliveryContext; to: string; label: Message }> = ({ c, to, label }) => (
  <li>
    <a href={c.var.to(to)}>{c.var.say(label)}</a>
  </li>
)

const Contact: FC<{ c: DeliveryContext; setting: AccessSetting }> = ({ c, setting }) => {
  const { contactUnit, contactAddress, contactPhone, contactEmail } = setting
  return (
    <ContactRows
      c={c}
      none={messages.contactNone}
      rows={[
        [messages.unit, contactUnit && <span lang={inVietnamese(c)}>{contactUnit}</span>],
        [messages.address, contactAddress && <span lang={inVietnamese(c)}>{contactAddress}</span>],
        [messages.phone, contactPhone && <PhoneLink number={contactPhone} />],
        [messages.email, contactEmail && <a href={`mailto:${encodeURI(contactEmail)}`}>{contactEmail}</a>],
      ]}
    />
  )
}

export const PhoneLink: FC<{ number: string }> = ({ number }) => (
  <a href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>{number}</a>
)

/** Whom to ask: the lines that were filled in, or a sentence where none was. */
export const ContactRows: FC<{ c: DeliveryContext; none: Message; rows: readonly (readonly [Message, Child])[] }> = ({
  c,
  none,
  rows,
}) => {
  const { say } = c.var
  const filled = rows.filter(([, value]) => Boolean(value))
  if (filled.length === 0) return <p>{say(none)}</p>
  return (
    <dl class="facts">
      {filled.map(([label, value]) => (
        <div>
          <dt>{say(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
