import type { FC } from 'hono/jsx'
import type { DeliveryContext, PublicSection } from '../route.ts'
import { messages } from '../messages.ts'
import { Emblem } from './emblem.tsx'

/** Emblem, name of the portal and of the body above it, search, and the sections. */
export const Header: FC<{ c: DeliveryContext; section: string | undefined }> = ({ c, section }) => {
  const { site, say } = c.var
  return (
    <header class="site-header">
      <div class="masthead wrap">
        <a class="brand" href={c.var.to('/')} aria-current={c.req.path === '/' ? 'page' : undefined}>
          <Emblem />
          <span class="brand-words">
            {site.governingBody && <span class="brand-above">{site.governingBody}</span>}
            <span class="brand-name">{site.name}</span>
          </span>
        </a>
        <form
          class="search"
          action={c.var.to('/tim-kiem')}
          method="get"
          role="search"
          aria-label={say(messages.searchHere)}
        >
          <label class="visually-hidden" for="tim-o-dau-trang">
            {say(messages.searchHere)}
          </label>
          <input
            id="tim-o-dau-trang"
            type="search"
            name="q"
            maxlength={200}
            placeholder={say(messages.searchHere)}
            autocomplete="off"
          />
          <button type="submit">
            <SearchSign />
            <span class="visually-hidden">{say(messages.search)}</span>
          </button>
        </form>
      </div>
      <div class="menu-bar">
        <nav class="menu-wide wrap" aria-label={say(messages.mainMenu)}>
          <MenuLinks c={c} section={section} />
        </nav>
        <details class="menu-narrow">
          <summary>{say(messages.menu)}</summary>
          <nav aria-label={say(messages.menu)}>
            <MenuLinks c={c} section={section} />
          </nav>
        </details>
      </div>
    </header>
  )
}

const MenuLinks: FC<{ c: DeliveryContext; section: string | undefined }> = ({ c, section }) => (
  <ul role="list">
    <li>
      <a href={c.var.to('/')} aria-current={c.req.path === '/' ? 'page' : undefined}>
        {c.var.say(messages.home)}
      </a>
    </li>
    {c.var.site.sections.map((item) => (
      <li>
        <a href={c.var.to(`/chuyen-muc/${item.slug}`)} aria-current={currentOf(c, item, section)}>
          {item.name}
        </a>
      </li>
    ))}
  </ul>
)

function currentOf(c: DeliveryContext, item: PublicSection, section: string | undefined): 'page' | 'true' | undefined {
  if (c.req.path === `/chuyen-muc/${item.slug}`) return 'page'
  return section !== undefined && holds(item, section) ? 'true' : undefined
}

const holds = (section: PublicSection, slug: string): boolean =>
  section.slug === slug || section.children.some((child) => holds(child, slug))

const SearchSign: FC = () => (
  <svg
    viewBox="0 0 20 20"
    width="20"
    height="20"
    aria-hidden="true"
    focusable="false"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
  >
    <circle cx="8.5" cy="8.5" r="5.5" />
    <path d="m13 13 4.500 4.500" />
  </svg>
)
