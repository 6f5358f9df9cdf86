import type { FC } from 'hono/jsx'
import { featuredItems, newestBySection, newestItems, type LiveItem } from '../../editions/live.ts'
import { componentSites, topicsOfSite, type LinkedSite, type LiveTopic } from '../../editions/live-topics.ts'
import { fill } from '../../web/message.ts'
import { BlockHead, Card, Empty } from '../components/lists.tsx'
import { Page } from '../components/page.tsx'
import { liveFiles, type LiveFiles } from '../live-media.ts'
import { messages } from '../messages.ts'
import { showing, type DeliveryContext, type PublicSection } from '../route.ts'
import { originOf } from '../site-of-host.ts'

const featuredCount = 5
const newestCount = 8
const eachSection = 4
const sectionsShown = 12

interface Front {
  lead: LiveItem | undefined
  featured: LiveItem[]
  newest: LiveItem[]
  bySection: { section: PublicSection; items: LiveItem[] }[]
  topics: LiveTopic[]
  components: LinkedSite[]
  files: LiveFiles
}

/** The front page of a portal: what the newsroom put first, what is new, what each section holds, and the network. */
export async function showHome(c: DeliveryContext): Promise<Response> {
  const front = await readFront(c)
  const { site, say } = c.var
  showing(c, `site:${site.id}`, ...front.topics.map(({ id }) => `topic:${id}`))
  const description = site.tagline || `${site.name}. ${site.governingBody}`
  return c.html(
    <Page
      c={c}
      description={description}
      canonical="/"
      openGraph={{ type: 'website' }}
      jsonLd={{
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name: site.name,
        url: `${site.origin}/`,
        inLanguage: c.var.language,
        publisher: {
          '@type': 'GovernmentOrganization',
          name: site.agency || site.name,
          telephone: site.phone,
          email: site.email,
          address: site.address,
        },
        potentialAction: {
          '@type': 'SearchAction',
          target: `${site.origin}/tim-kiem?q={q}`,
          'query-input': 'required name=q',
        },
      }}
    >
      <div class="wrap front">
        <h1 class="visually-hidden">{site.name}</h1>
        {front.lead ? (
          <Top front={front} c={c} />
        ) : (
          <Empty title={say(messages.emptyHome)}>
            <p>{say(messages.emptyHomeAdvice)}</p>
          </Empty>
        )}
        {front.topics.length > 0 && <Topics topics={front.topics} c={c} />}
        <div class="front-sections">
          {front.bySection.map(({ section, items }) => (
            <SectionBlock section={section} items={items} files={front.files} c={c} />
          ))}
        </div>
        <Network c={c} components={front.components} />
      </div>
    </Page>,
  )
}

async function readFront(c: DeliveryContext): Promise<Front> {
  const { db, site } = c.var
  const sections = site.sections.slice(0, sectionsShown)
  const [featured, newest, bySection, topics, components] = await Promise.all([
    featuredItems(db, site.id, featuredCount),
    newestItems(db, site.id, newestCount + featuredCount),
    newestBySection(
      db,
      sections.map((section) => section.id),
      eachSection + featuredCount,
    ),
    topicsOfSite(db, site.id, 6),
    componentSites(db, site.id),
  ])
  const first = [...featured, ...newest.filter((item) => !featured.some((one) => one.entryId === item.entryId))].slice(
    0,
    featuredCount,
  )
  const shown = new Set(first.map((item) => item.entryId))
  const unseen = (items: readonly LiveItem[]): LiveItem[] => items.filter((item) => !shown.has(item.entryId))
  const blocks = sections
    .map((section) => ({ section, items: unseen(bySection.get(section.id) ?? []).slice(0, eachSection) }))
    .filter(({ items }) => items.length > 0)
  const [lead, ...others] = first
  const pictured = [...first, ...blocks.flatMap(({ items }) => items.slice(0, 1))]
  const files = await liveFiles(
    db,
    pictured.flatMap((item) => item.leadMediaId ?? []),
  )
  return {
    lead,
    featured: others,
    newest: unseen(newest).slice(0, newestCount),
    bySection: blocks,
    topics,
    components,
    files,
  }
}

const Top: FC<{ front: Front; c: DeliveryContext }> = ({ front: { lead, featured, newest, files }, c }) => (
  <div class={newest.length > 0 ? 'front-top' : 'front-top front-top-alone'}>
    <section aria-labelledby="noi-bat">
      <h2 id="noi-bat" class="visually-hidden">
        {c.var.say(messages.featured)}
      </h2>
      {lead && <Card item={lead} files={files} level={3} look="lead" />}
      {featured.length > 0 && (
        <ul class="cards" role="list">
          {featured.map((item) => (
            <li>
              <Card item={item} files={files} level={3} look="card" />
            </li>
          ))}
        </ul>
      )}
    </section>
    {newest.length > 0 && (
      <section class="front-newest" aria-labelledby="tin-moi">
        <h2 id="tin-moi">{c.var.say(messages.newest)}</h2>
        <ul class="titles" role="list">
          {newest.map((item) => (
            <li>
              <Card item={item} files={files} level={3} look="title" />
            </li>
          ))}
        </ul>
      </section>
    )}
  </div>
)

const Topics: FC<{ topics: readonly LiveTopic[]; c: DeliveryContext }> = ({ topics, c }) => (
  <section class="front-topics" aria-labelledby="chuyen-de">
    <h2 id="chuyen-de">{c.var.say(messages.topics)}</h2>
    <ul role="list">
      {topics.map((topic) => (
        <li>
          <a href={c.var.to(`/chuyen-de/${topic.slug}`)}>{topic.name}</a>
          {topic.summary && <p>{topic.summary}</p>}
        </li>
      ))}
    </ul>
  </section>
)

const SectionBlock: FC<{
  section: PublicSection
  items: readonly LiveItem[]
  files: LiveFiles
  c: DeliveryContext
}> = ({ section, items, files, c }) => {
  const [first, ...others] = items
  return (
    <section class="block" aria-labelledby={`muc-${section.id}`}>
      <BlockHead
        id={`muc-${section.id}`}
        title={section.name}
        href={c.var.to(`/chuyen-muc/${section.slug}`)}
        say={c.var.say}
      />
      {first && <Card item={first} files={files} level={3} look="card" />}
      {others.length > 0 && (
        <ul class="titles" role="list">
          {others.map((item) => (
            <li>
              <Card item={item} files={files} level={3} look="title" />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Ways to the portal above and to those below (home pages without them fail the yearly evaluation). */
const Network: FC<{ c: DeliveryContext; components: readonly LinkedSite[] }> = ({ c, components }) => {
  const { site, say } = c.var
  if (!site.parent && components.length === 0) return null
  return (
    <section class="network" aria-labelledby="mang-luoi">
      <h2 id="mang-luoi">{say(messages.network)}</h2>
      {site.parent && (
        <p class="network-up">
          {`${say(messages.upperPortal)}: `}
          <a href={`${site.parent.origin}/`}>{site.parent.name}</a>
        </p>
      )}
      {components.length > 0 && (
        <details open={components.length <= 24}>
          <summary>{fill(say(messages.componentPortalsCount), { count: components.length })}</summary>
          <Components c={c} components={components} />
        </details>
      )}
    </section>
  )
}

/** The portals below, by name. */
export const Components: FC<{ c: DeliveryContext; components: readonly LinkedSite[] }> = ({ c, components }) => (
  <ul class="network-list" role="list">
    {components.map((one) => (
      <li>
        <a href={`${originOf(c.var.config, one.host)}/`}>{one.shortName}</a>
      </li>
    ))}
  </ul>
)
