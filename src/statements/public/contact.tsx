import type { FC } from 'hono/jsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { messages } from './messages.ts'

/** How the agency behind a portal is reached, from its identity. */
export const Contact: FC<{ c: DeliveryContext }> = ({ c }) => {
  const { site, say, language } = c.var
  const vietnamese = language === 'vi' ? undefined : 'vi'
  return (
    <dl class="facts">
      <div>
        <dt>{say(messages.controller)}</dt>
        <dd lang={site.agency ? site.lang.agency : site.lang.name}>{site.agency || site.name}</dd>
      </div>
      {site.governingBody && (
        <div>
          <dt>{say(messages.upper)}</dt>
          <dd lang={site.lang.governingBody}>{site.governingBody}</dd>
        </div>
      )}
      {site.phone && (
        <div>
          <dt>{say(messages.phone)}</dt>
          <dd>
            <a href={`tel:${site.phone.replaceAll(/[^\d+]/g, '')}`}>{site.phone}</a>
          </dd>
        </div>
      )}
      {site.email && (
        <div>
          <dt>{say(messages.email)}</dt>
          <dd>
            <a href={`mailto:${site.email}`}>{site.email}</a>
          </dd>
        </div>
      )}
      {site.address && (
        <div>
          <dt>{say(messages.address)}</dt>
          <dd lang={vietnamese}>{site.address}</dd>
        </div>
      )}
    </dl>
  )
}
