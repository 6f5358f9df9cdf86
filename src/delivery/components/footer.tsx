import type { FC } from 'hono/jsx'
import { fill } from '../../web/message.ts'
import type { DeliveryContext } from '../route.ts'
import { messages } from '../messages.ts'
import { citizenPages } from '../citizen-pages.ts'
import { statementPages } from '../statement-pages.ts'
import { Emblem } from './emblem.tsx'

/** Who stands behind the portal (Decree 174/2026 art. 93), and the ways on from any page. */
export const Footer: FC<{ c: DeliveryContext }> = ({ c }) => {
  const { site, say } = c.var
  const vietnamese = c.var.language === 'vi' ? undefined : 'vi'
  const identity: { name: string; value: string; href?: string; lang?: 'vi' }[] = [
    { name: say(messages.agency), value: site.agency, lang: site.lang.agency },
    { name: say(messages.governingBody), value: site.governingBody, lang: site.lang.governingBody },
    { name: say(messages.responsible), value: site.responsiblePerson, lang: vietnamese },
    { name: say(messages.address), value: site.address, lang: vietnamese },
    { name: say(messages.phone), value: site.phone, href: `tel:${site.phone.replaceAll(/[^\d+]/g, '')}` },
    { name: say(messages.email), value: site.email, href: `mailto:${site.email}` },
  ]
  return (
    <footer class="site-footer">
      <div class="wrap footer-columns">
        <div class="footer-identity">
          <p class="footer-name">
            <Emblem />
            <span lang={site.lang.name}>{site.name}</span>
          </p>
          <dl>
            {identity
              .filter(({ value }) => value)
              .map(({ name, value, href, lang }) => (
                <div>
                  <dt>{name}</dt>
                  <dd lang={lang}>{href ? <a href={href}>{value}</a> : value}</dd>
                </div>
              ))}
          </dl>
        </div>
        <nav class="footer-links" aria-label={say(messages.footMenu)}>
          <ul class="plain">
            <li>
              <a href={c.var.to('/so-do-cong')}>{say(messages.siteMap)}</a>
            </li>
            <li>
              <a href={c.var.to('/tim-kiem')}>{say(messages.search)}</a>
            </li>
            <li>
              <a href={c.var.to('/rss.xml')}>{say(messages.feeds)}</a>
            </li>
            {[...citizenPages, ...statementPages].map(({ path, name }) => (
              <li>
                <a href={c.var.to(path)}>{say(name)}</a>
              </li>
            ))}
            {site.parent && (
              <li>
                <a href={`${site.parent.origin}${c.var.to('/')}`} lang={site.parent.lang.name}>
                  {site.parent.name}
                </a>
              </li>
            )}
            {site.hasComponents && (
              <li>
                <a href={c.var.to('/so-do-cong#cong-thanh-phan')}>{say(messages.componentPortals)}</a>
              </li>
            )}
          </ul>
          {c.var.visits ? (
            <p class="footer-visits">
              {`${say(messages.visits)}: `}
              <strong>{visitsInWords(c, c.var.visits)}</strong>
            </p>
          ) : null}
          <p class="footer-reuse">{fill(say(messages.reuse), { name: site.name })}</p>
        </nav>
      </div>
    </footer>
  )
}

/** Three digits of it: the page stays the same, byte for byte, while a few more people come. */
function visitsInWords({ var: { say, language } }: DeliveryContext, visits: number): string {
  const step = 10 ** Math.max(0, String(visits).length - 3)
  const shown = Math.floor(visits / step) * step
  const count = shown.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB')
  return shown < visits ? fill(say(messages.moreThan), { count }) : count
}
