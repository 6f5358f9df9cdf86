import type { FC } from 'hono/jsx'
import { BlockHead, Card } from '../../delivery/components/lists.tsx'
import { AttachmentLink } from '../../delivery/components/media.tsx'
import { PortalList } from '../../delivery/components/portal-list.tsx'
import { phoneWidth, Picture } from '../../delivery/components/picture.tsx'
import { messages as frameMessages } from '../../delivery/messages.ts'
import type { DeliveryContext, PublicSection } from '../../delivery/route.ts'
import { sectionById } from '../../delivery/sections.ts'
import type { LiveItem } from '../../editions/live.ts'
import { lengthInWords } from '../../media/file-kinds.ts'
import { dateOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import { blockKinds, type Block } from '../block.ts'
import { isOfSection } from '../pick-items.ts'
import { messages } from './messages.ts'
import type { Front } from './read-front.ts'

interface Drawn {
  block: Block
  front: Front
  c: DeliveryContext
  /** The pictures of the first row are loaded at once. */
  first?: boolean
}

/** One block of a front page. */
export const BlockView: FC<Drawn> = (drawn) => {
  const { block, front, c } = drawn
  const items = front.picked.ofBlock.get(block.id) ?? []
  switch (block.kind) {
    case 'featured':
      return <Featured {...drawn} items={items} />
    case 'sections':
      return <AllSections {...drawn} />
    case 'topics':
      return <Topics {...drawn} />
    case 'links':
      return <Links {...drawn} />
    case 'portals':
      return <Portals {...drawn} />
    default:
      return (
        <section class={`block block-${block.kind}`} aria-labelledby={idOf(block)}>
          <Head {...drawn} />
          <Items {...drawn} items={items} />
        </section>
      )
  }
}

const idOf = ({ id }: Block): string => `khoi-${id}`

const sectionOf = ({ block, c }: Drawn): PublicSection | undefined =>
  (isOfSection(block) || block.kind === 'answers') && block.sectionId !== null
    ? sectionById(c.var.site.sections, block.sectionId)?.section
    : undefined

/** The heading: the block's own words, else the name of its section, else of its kind; with the way to all of it. */
const Head: FC<Drawn> = (drawn) => {
  const { block, c } = drawn
  const section = sectionOf(drawn)
  const named = block.kind === 'section' ? section?.name : undefined
  // The administrator's words are Vietnamese: an English page names the section or the kind of block instead.
  const own = c.var.language === 'vi' ? block.title : ''
  return (
    <BlockHead
      id={idOf(block)}
      title={own || named || c.var.say(blockKinds[block.kind].name)}
      lang={!own && named ? section?.lang.name : undefined}
      href={allOf(drawn, section)}
      say={c.var.say}
    />
  )
}

/** Where all of a block stands. Answers have their own list, unless what the block shows is of a section alone. */
function allOf({ block, front, c }: Drawn, section: PublicSection | undefined): string | undefined {
  const items = front.picked.ofBlock.get(block.id) ?? []
  if (block.kind === 'answers' && items.some(({ kind }) => kind === 'answer')) return c.var.to('/hoi-dap')
  return section && c.var.to(`/chuyen-muc/${section.slug}`)
}

type WithItems = Drawn & { items: readonly LiveItem[] }

const Items: FC<WithItems> = (drawn) => {
  const { block, items, front } = drawn
  if (block.kind === 'documents') return <Documents {...drawn} />
  if (block.kind === 'answers') return <Answers {...drawn} />
  if (block.kind === 'notices') return <Notices {...drawn} />
  if (block.kind === 'video') return <Films {...drawn} />
  if (block.look === 'titles') return <Titles items={items} front={front} />
  if (block.look === 'list')
    return (
      <ul class="lines plain">
        {items.map((item) => (
          <li>
            <Card item={item} files={front.files} level={3} look="line" />
          </li>
        ))}
      </ul>
    )
  return <LeadAndTitles items={items} front={front} />
}

const Titles: FC<{ items: readonly LiveItem[]; front: Front }> = ({ items, front }) => (
  <ul class="titles plain">
    {items.map((item) => (
      <li>
        <Card item={item} files={front.files} level={3} look="title" />
      </li>
    ))}
  </ul>
)

const LeadAndTitles: FC<{ items: readonly LiveItem[]; front: Front }> = ({ items: [lead, ...others], front }) => (
  <>
    {lead && <Card item={lead} files={front.files} level={3} look="card" />}
    {others.length > 0 && <Titles items={others} front={front} />}
  </>
)

const Featured: FC<WithItems> = ({ items: [lead, ...others], front, block, c }) => (
  <section class="block-featured" aria-labelledby={idOf(block)}>
    <h2 id={idOf(block)} class="visually-hidden">
      {c.var.say(frameMessages.featured)}
    </h2>
    {lead && <Card item={lead} files={front.files} level={3} look="lead" />}
    {others.length > 0 && (
      <ul class="cards plain">
        {others.map((item) => (
          <li>
            <Card item={item} files={front.files} level={3} look="card" />
          </li>
        ))}
      </ul>
    )}
  </section>
)

const AllSections: FC<Drawn> = ({ front, c }) => (
  <div class="front-sections">
    {front.sections.map((section) => {
      const items = front.picked.ofSection.get(section.id) ?? []
      return items.length === 0 ? null : (
        <section class="block" aria-labelledby={`muc-${section.id}`}>
          <BlockHead
            id={`muc-${section.id}`}
            title={section.name}
            lang={section.lang.name}
            href={c.var.to(`/chuyen-muc/${section.slug}`)}
            say={c.var.say}
          />
          <LeadAndTitles items={items} front={front} />
        </section>
      )
    })}
  </div>
)

const Documents: FC<WithItems> = ({ items, front }) => (
  <ul class="documents plain">
    {items.map((item) => {
      const file = front.attachments.get(item.entryId)
      return (
        <li lang={item.language}>
          <time class="documents-date" datetime={item.publishedAt.toISOString()}>
            {dateOf(item.publishedAt, item.language)}
          </time>
          <h3 class="documents-name">
            <a href={item.path}>{item.title}</a>
          </h3>
          {file && front.files.has(file.mediaId) && (
            <p class="documents-file">
              <AttachmentLink mediaId={file.mediaId} name={file.name} files={front.files} />
            </p>
          )}
        </li>
      )
    })}
  </ul>
)

const Answers: FC<WithItems> = ({ items, c }) => (
  <ul class="answers plain">
    {items.map((item) => (
      <li lang={item.language}>
        <h3 class="answers-name">
          <a href={item.path}>{item.title}</a>
        </h3>
        {item.summary && <p class="answers-words">{item.summary}</p>}
        <p class="card-date">
          {`${c.var.say(messages.answered)}: `}
          <time datetime={item.publishedAt.toISOString()}>{dateOf(item.publishedAt, item.language)}</time>
        </p>
      </li>
    ))}
  </ul>
)

/** Each with its day and month standing apart, as on a notice board. */
const Notices: FC<WithItems> = ({ items }) => (
  <ul class="board plain">
    {items.map((item) => {
      const [day, month, year] = dateOf(item.publishedAt).split('/')
      return (
        <li lang={item.language}>
          <time class="board-date" datetime={item.publishedAt.toISOString()}>
            <span class="board-day">{`${day}/${month}`}</span> <span class="board-year">{year}</span>
          </time>
          <h3 class="board-name">
            <a href={item.path}>{item.title}</a>
          </h3>
        </li>
      )
    })}
  </ul>
)

const Films: FC<WithItems> = ({ items, front, c }) => (
  <ul class="films plain">
    {items.map((item) => {
      const file = item.leadMediaId === null ? undefined : front.files.get(item.leadMediaId)
      const kind = c.var.say(item.genre === 'video' ? messages.film : messages.photos)
      return (
        <li class="film-card" lang={item.language}>
          <div class="film-picture">
            {file?.kind === 'image' && (
              <Picture file={file} alt="" sizes={`auto, (min-width: 48em) 18rem, ${phoneWidth}`} />
            )}
            <span class="film-kind">{item.filmMs === null ? kind : `${kind} ${lengthInWords(item.filmMs)}`}</span>
          </div>
          <h3 class="film-name">
            <a href={item.path}>{item.title}</a>
          </h3>
          <p class="card-date">
            <time datetime={item.publishedAt.toISOString()}>{dateOf(item.publishedAt, item.language)}</time>
          </p>
        </li>
      )
    })}
  </ul>
)

const Topics: FC<Drawn> = ({ front, block, c }) => (
  <section class="front-topics" aria-labelledby={idOf(block)}>
    <h2 id={idOf(block)}>{c.var.say(frameMessages.topics)}</h2>
    <ul class="plain">
      {front.topics.map((topic) => (
        <li>
          <a href={c.var.to(`/chuyen-de/${topic.slug}`)} lang={topic.lang.name}>
            {topic.name}
          </a>
          {topic.summary && <p lang={topic.lang.summary}>{topic.summary}</p>}
        </li>
      ))}
    </ul>
  </section>
)

const Links: FC<Drawn> = ({ block, c }) => (
  <section class="block block-links" aria-labelledby={idOf(block)}>
    <BlockHead
      id={idOf(block)}
      title={(c.var.language === 'vi' && block.title) || c.var.say(blockKinds.links.name)}
      say={c.var.say}
    />
    <ul class={block.look === 'banners' ? 'banners plain' : 'link-list plain'}>
      {block.links.map(({ words, href }) => (
        <li lang={c.var.language === 'vi' ? undefined : 'vi'}>
          <a href={href}>
            {words}
            {href.startsWith('https://') && <span class="link-host">{new URL(href).host}</span>}
          </a>
        </li>
      ))}
    </ul>
  </section>
)

/** Ways to the portal above and to those below (home pages without them fail the yearly evaluation). */
const Portals: FC<Drawn> = ({ front: { components }, block, c }) => {
  const { site, say } = c.var
  return (
    <section class="network" aria-labelledby={idOf(block)}>
      <h2 id={idOf(block)}>{say(frameMessages.network)}</h2>
      {site.parent && (
        <p class="network-up">
          {`${say(frameMessages.upperPortal)}: `}
          <a href={`${site.parent.origin}${c.var.to('/')}`} lang={site.parent.lang.name}>
            {site.parent.name}
          </a>
        </p>
      )}
      {components.length > 0 && (
        <details open={components.length <= 24}>
          <summary>{fill(say(frameMessages.componentPortalsCount), { count: components.length })}</summary>
          <PortalList c={c} portals={components} />
        </details>
      )}
    </section>
  )
}
