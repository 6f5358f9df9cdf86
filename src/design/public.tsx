import type { Child, FC } from 'hono/jsx'
import { Page } from '../delivery/components/page.tsx'
import { liveFiles } from '../delivery/live-media.ts'
import type { DeliveryContext, PublicRoute } from '../delivery/route.ts'
import { newestItems } from '../editions/live.ts'
import { NotFound } from '../refusals.ts'
import type { Message } from '../web/message.ts'
import { Colours, TypeAndSpace } from './public/foundations.tsx'
import { messages } from './public/messages.ts'
import { Blocks, Cards, Forms, Lists, Notices, Text, Themes } from './public/parts.tsx'

/** How the public face looks, for whoever works on it. */
export const designPublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: '/he-thong-thiet-ke', handle: showDesign, inEnglish: false },
]

/** Every component in every state, on demo portals alone. Never kept in the page store: it names nothing it shows. */
async function showDesign(c: DeliveryContext): Promise<Response> {
  const { db, site, say, publicFiles } = c.var
  if (!site.isDemo) throw new NotFound()
  const pictures = [
    ...new Set((await newestItems(db, site.id, 30, c.var.language)).flatMap(({ leadMediaId }) => leadMediaId ?? [])),
  ]
  const files = await liveFiles(db, pictures)
  const drawn = { c, pictures, files }
  const parts: readonly [string, Message, Child][] = [
    ['mau', messages.colours, <Colours c={c} />],
    ['chu', messages.type, <TypeAndSpace c={c} />],
    ['giao-dien', messages.themes, <Themes c={c} />],
    ['khung', messages.frame, <p>{say(messages.frameText)}</p>],
    ['the-bai', messages.cards, <Cards {...drawn} />],
    ['khoi', messages.blocks, <Blocks {...drawn} />],
    ['danh-sach', messages.lists, <Lists c={c} />],
    ['thong-bao', messages.notices, <Notices />],
    ['bieu-mau', messages.forms, <Forms c={c} />],
    ['bai-viet', messages.article, <Text {...drawn} />],
    ['in', messages.print, <p>{say(messages.printText)}</p>],
  ]
  return c.html(
    <Page c={c} title={say(messages.title)} noindex crumbs={[{ name: say(messages.title) }]}>
      <link rel="stylesheet" href={publicFiles.url('design.css')} />
      <div class="wrap list-page design">
        <header class="list-head">
          <h1>{say(messages.title)}</h1>
          <p class="list-summary">{say(messages.intro)}</p>
          <nav class="subsections" aria-label={say(messages.onThisPage)}>
            <ul class="plain">
              {parts.map(([id, name]) => (
                <li>
                  <a class="tag" href={`#${id}`}>
                    {say(name)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        {parts.map(([id, name, part]) => (
          <Part id={id} title={say(name)}>
            {part}
          </Part>
        ))}
      </div>
    </Page>,
  )
}

const Part: FC<{ id: string; title: string; children?: Child }> = ({ id, title, children }) => (
  <section class="design-part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)
