import type { FC } from 'hono/jsx'
import { componentSites, topicsOfSite } from '../../editions/live-topics.ts'
import { fill } from '../../web/message.ts'
import { Page } from '../components/page.tsx'
import { PortalList } from '../components/portal-list.tsx'
import { messages } from '../messages.ts'
import { citizenPages } from '../citizen-pages.ts'
import { statementPages } from '../statement-pages.ts'
import { showing, type DeliveryContext, type PublicSection } from '../route.ts'

/** The portal as a tree of words, for people (regulations: a text tree beside the XML file). */
export async function showSiteMap(c: DeliveryContext): Promise<Response> {
  const { db, site, say, language } = c.var
  const [topics, components] = await Promise.all([
    topicsOfSite(db, site.id, 100, language),
    componentSites(db, site.id, language),
  ])
  showing(c, `site:${site.id}`, ...topics.map(({ id }) => `topic:${id}`))
  return c.html(
    <Page
      c={c}
      title={say(messages.siteMap)}
      description={fill(say(messages.siteMapOf), { site: site.name })}
      canonical="/so-do-cong"
      crumbs={[{ name: say(messages.siteMap) }]}
    >
      <div class="wrap site-map">
        <h1>{say(messages.siteMap)}</h1>
        <section aria-labelledby="chuyen-muc">
          <h2 id="chuyen-muc">{say(messages.sections)}</h2>
          <ul>
            <li>
              <a href={c.var.to('/')}>{say(messages.home)}</a>
            </li>
            <Branches sections={site.sections} to={c.var.to} />
          </ul>
        </section>
        <OfPortal c={c} />
        {topics.length > 0 && (
          <section aria-labelledby="chuyen-de">
            <h2 id="chuyen-de">{say(messages.topics)}</h2>
            <ul>
              {topics.map(({ slug, name, lang }) => (
                <li>
                  <a href={c.var.to(`/chuyen-de/${slug}`)} lang={lang.name}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {site.parent && (
          <section aria-labelledby="cap-tren">
            <h2 id="cap-tren">{say(messages.upperPortal)}</h2>
            <ul>
              <li>
                <a href={`${site.parent.origin}${c.var.to('/')}`} lang={site.parent.lang.name}>
                  {site.parent.name}
                </a>
              </li>
            </ul>
          </section>
        )}
        {components.length > 0 && (
          <section aria-labelledby="cong-thanh-phan">
            <h2 id="cong-thanh-phan">{fill(say(messages.componentPortalsCount), { count: components.length })}</h2>
            <PortalList c={c} portals={components} />
          </section>
        )}
      </div>
    </Page>,
  )
}

/** Pages every portal has besides its sections. */
const OfPortal: FC<{ c: DeliveryContext }> = ({ c }) => (
  <section aria-labelledby="thong-tin-cong">
    <h2 id="thong-tin-cong">{c.var.say(messages.footMenu)}</h2>
    <ul>
      <li>
        <a href={c.var.to('/luu-tru')}>{c.var.say(messages.archive)}</a>
      </li>
      <li>
        <a href={c.var.to('/tim-kiem')}>{c.var.say(messages.search)}</a>
      </li>
      <li>
        <a href={c.var.to('/rss.xml')}>{c.var.say(messages.feeds)}</a>
      </li>
      {[...citizenPages, ...statementPages].map(({ path, name }) => (
        <li>
          <a href={c.var.to(path)}>{c.var.say(name)}</a>
        </li>
      ))}
    </ul>
  </section>
)

const Branches: FC<{ sections: readonly PublicSection[]; to(path: string): string }> = ({ sections, to }) => (
  <>
    {sections.map(({ slug, name, lang, children }) => (
      <li>
        <a href={to(`/chuyen-muc/${slug}`)} lang={lang.name}>
          {name}
        </a>
        {children.length > 0 && (
          <ul>
            <Branches sections={children} to={to} />
          </ul>
        )}
      </li>
    ))}
  </>
)
