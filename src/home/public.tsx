import type { FC } from 'hono/jsx'
import { Empty } from '../delivery/components/lists.tsx'
import { NothingInEnglish } from '../delivery/components/nothing-in-english.tsx'
import { Page } from '../delivery/components/page.tsx'
import { messages as frameMessages } from '../delivery/messages.ts'
import { keepUntil, showing, type DeliveryContext, type PublicRoute, type PublicSection } from '../delivery/route.ts'
import { organization, webSite } from '../delivery/structured-data.ts'
import { inOtherLanguage } from '../editions/live.ts'
import { NotFound } from '../refusals.ts'
import { defaultBlocks, rowsOf, shapeOf } from './arrange.ts'
import { BlockView } from './public/blocks.tsx'
import { messages } from './public/messages.ts'
import { readFront, type Front } from './public/read-front.ts'
import { liveHome, previewedHome } from './queries.ts'

export const homePublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: '/', handle: showHome },
  { method: 'GET', path: '/xem-thu-trang-chu/:token', handle: showPreview, inEnglish: false },
]

/** The front page of a portal, as its administrator arranged it, or as its template has it. */
export async function showHome(c: DeliveryContext): Promise<Response> {
  const { site, db } = c.var
  const { blocks, changesAt } = await liveHome(db, site.id)
  const front = await readFront(c, blocks ?? defaultBlocks(site.template, allSections(site.sections)))
  showing(c, `site:${site.id}`, ...front.topics.map(({ id }) => `topic:${id}`))
  if (changesAt) keepUntil(c, changesAt)
  const also = await inOtherLanguage(db, { siteId: site.id, language: c.var.language })
  return c.html(
    <Page
      c={c}
      description={site.tagline || `${site.name}. ${site.governingBody}`}
      canonical="/"
      noindex={c.var.language === 'en' && isEmpty(front)}
      alone={!also && c.var.language === 'vi'}
      openGraph={{ type: 'website' }}
      jsonLd={[webSite(c), organization(c)]}
    >
      <FrontPage c={c} front={front} />
    </Page>,
  )
}

/** A draft of the front page through a signed link, also in a frame of the office. */
async function showPreview(c: DeliveryContext): Promise<Response> {
  const { site, db, config, say } = c.var
  const token = c.req.param('token') ?? ''
  const blocks = token.length <= 200 ? await previewedHome(db, site.id, token) : undefined
  if (!blocks) throw new NotFound()
  c.header('Cache-Control', 'private, no-store')
  c.header('X-Robots-Tag', 'noindex, nofollow')
  c.set('framedBy', new URL(config.officeUrl).origin)
  const front = await readFront(c, blocks)
  return c.html(
    <Page
      c={c}
      title={say(messages.preview)}
      noindex
      strip={
        <aside class="preview-strip" aria-label={say(messages.preview)}>
          <strong>{say(messages.preview)}</strong>
          {`. ${say(messages.previewExplained)}`}
        </aside>
      }
    >
      <FrontPage c={c} front={front} />
    </Page>,
  )
}

const FrontPage: FC<{ c: DeliveryContext; front: Front }> = ({ c, front }) => {
  const { site, say, language } = c.var
  return (
    <div class="wrap front">
      <h1 class="visually-hidden" lang={site.lang.name}>
        {site.name}
      </h1>
      {isEmpty(front) && language === 'en' && <NothingInEnglish c={c} path="/" />}
      {isEmpty(front) && language === 'vi' && (
        <Empty title={say(frameMessages.emptyHome)}>
          <p>{say(frameMessages.emptyHomeAdvice)}</p>
        </Empty>
      )}
      {rowsOf(front.blocks).map((row) => (
        <div class={`front-row front-row-${shapeOf(row)}`}>
          {row.map((block) => (
            <BlockView block={block} front={front} c={c} />
          ))}
        </div>
      ))}
    </div>
  )
}

/** Whether a front page has nothing to read. */
const isEmpty = ({ picked }: Front): boolean =>
  [...picked.ofBlock.values(), ...picked.ofSection.values()].every((items) => items.length === 0)

/** Sections of the menu at any depth. */
const allSections = (sections: readonly PublicSection[]): PublicSection[] =>
  sections.flatMap((section) => [section, ...allSections(section.children)])
