import type { FC } from 'hono/jsx'
import { inOtherLanguage, itemsOf } from '../../editions/live.ts'
import { authorBySlug, topicBySlug } from '../../editions/live-topics.ts'
import { NotFound } from '../../refusals.ts'
import { fill } from '../../web/message.ts'
import { messages } from '../messages.ts'
import { showing, type DeliveryContext, type PublicSection } from '../route.ts'
import { crumbOf, sectionBySlug } from '../sections.ts'
import { ArchiveWay } from './archive.tsx'
import { cursorOf, drawList } from './list-page.tsx'

/** A section: what it holds and what its subsections hold, from the newest. */
export async function showSection(c: DeliveryContext): Promise<Response> {
  const found = sectionBySlug(c.var.site.sections, c.req.param('slug') ?? '')
  if (!found) throw new NotFound()
  const { section, above } = found
  const after = cursorOf(c)
  showing(c, `section:${section.id}`)
  c.var.page.counts = { sectionId: section.id }
  const of = { sectionId: section.id, language: c.var.language }
  const [list, alsoInOther] = await Promise.all([itemsOf(c.var.db, of, after), inOtherLanguage(c.var.db, of)])
  const path = `/chuyen-muc/${section.slug}`
  return drawList(c, {
    title: section.name,
    summary: section.description,
    description: fill(c.var.say(messages.sectionOn), { name: section.name, site: c.var.site.name }),
    lang: { title: section.lang.name, summary: section.lang.description },
    path,
    feeds: path,
    crumbs: above.map(crumbOf),
    section: section.slug,
    after,
    list,
    alsoInOther,
    before: section.children.length > 0 && (
      <Subsections sections={section.children} to={c.var.to} label={c.var.say(messages.subsections)} />
    ),
    ways: list.rows.length > 0 && <ArchiveWay c={c} path={path} />,
  })
}

/** A topic: what this portal holds of a campaign of the whole network. */
export async function showTopic(c: DeliveryContext): Promise<Response> {
  const { db, language, say, site } = c.var
  const topic = await topicBySlug(db, c.req.param('slug') ?? '', language)
  if (!topic) throw new NotFound()
  showing(c, `topic:${topic.id}`)
  const after = cursorOf(c)
  const of = { siteId: site.id, topicId: topic.id, language }
  const [list, alsoInOther] = await Promise.all([itemsOf(db, of, after), inOtherLanguage(db, of)])
  return drawList(c, {
    title: topic.name,
    label: say(messages.topic),
    summary: topic.summary,
    description: fill(say(messages.topicOn), { name: topic.name, site: site.name }),
    lang: { title: topic.lang.name, summary: topic.lang.summary },
    path: `/chuyen-de/${topic.slug}`,
    feeds: `/chuyen-de/${topic.slug}`,
    crumbs: [],
    after,
    list,
    alsoInOther,
  })
}

/** An author: what this portal has of them. */
export async function showAuthor(c: DeliveryContext): Promise<Response> {
  const { db, site, say, language } = c.var
  const author = await authorBySlug(db, site.id, c.req.param('slug') ?? '')
  if (!author) throw new NotFound()
  showing(c, `author:${author.id}`)
  const after = cursorOf(c)
  const of = { siteId: site.id, authorId: author.id, language }
  const [list, alsoInOther] = await Promise.all([itemsOf(db, of, after), inOtherLanguage(db, of)])
  const foreign = language === 'vi' ? undefined : 'vi'
  return drawList(c, {
    title: author.name,
    label: say(messages.author),
    summary: author.about || fill(say(messages.authorOn), { name: author.name, site: site.name }),
    lang: { title: foreign, summary: author.about ? foreign : undefined },
    path: `/tac-gia/${author.slug}`,
    crumbs: [],
    after,
    list,
    alsoInOther,
  })
}

const Subsections: FC<{ sections: readonly PublicSection[]; label: string; to(path: string): string }> = ({
  sections,
  label,
  to,
}) => (
  <nav class="subsections" aria-label={label}>
    <ul class="plain">
      {sections.map(({ name, slug, lang }) => (
        <li>
          <a class="tag" href={to(`/chuyen-muc/${slug}`)} lang={lang.name}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
