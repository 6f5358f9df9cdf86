import type { FC } from 'hono/jsx'
import { fill } from '../../web/message.ts'
import type { DeliveryContext } from '../route.ts'
import { messages } from '../messages.ts'
import { Emblem } from './emblem.tsx'

/** Who stands behind the portal (Decree 174/2026 art. 93), and the ways on from any page. */
export const Footer: FC<{ c: DeliveryContext }> = ({ c }) => {
  const { site, say } = c.var
  const identity: [string, string, string?][] = [
    [say(messages.agency), site.agency],
    [say(messages.governingBody), site.governingBody],
    [say(messages.responsible), site.responsiblePerson],
    [say(messages.address), site.address],
    [say(messages.phone), site.phone, `tel:${site.phone.replaceAll(/[^\d+]/g, '')}`],
    [say(messages.email), site.email, `mailto:${site.email}`],
  ]
  return (
    <footer class="site-footer">
      <div class="wrap footer-columns">
        <div class="footer-identity">
          <p class="footer-name">
            <Emblem />
            {site.name}
          </p>
          <dl>
            {identity
              .filter(([, value]) => value)
              .map(([name, value, href]) => (
                <div>
                  <dt>{name}</dt>
                  <dd>{href ? <a href={href}>{value}</a> : value}</dd>
                </div>
              ))}
          </dl>
        </div>
        <nav class="footer-links" aria-label={say(messages.footMenu)}>
          <ul role="list">
            <li>
              <a href={c.var.to('/so-do-cong')}>{say(messages.siteMap)}</a>
            </li>
            <li>
              <a href={c.var.to('/tim-kiem')}>{say(messages.search)}</a>
            </li>
            <li>
              <a href={c.var.to('/rss.xml')}>{say(messages.feeds)}</a>
            </li>
            {site.parent && (
              <li>
                <a href={`${site.parent.origin}/`}>{site.parent.name}</a>
              </li>
            )}
            {site.hasComponents && (
              <li>
                <a href={c.var.to('/so-do-cong#cong-thanh-phan')}>{say(messages.componentPortals)}</a>
              </li>
            )}
          </ul>
          <p class="footer-reuse">{fill(say(messages.reuse), { name: site.name })}</p>
        </nav>
      </div>
    </footer>
  )
}
