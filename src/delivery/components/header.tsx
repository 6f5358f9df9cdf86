import type { FC } from 'hono/jsx'
import { fill } from '../../web/message.ts'
import { citizenPages } from '../citizen-pages.ts'
import type { DeliveryContext, PublicSection } from '../route.ts'
import { messages } from '../messages.ts'
import type { PageVersions } from '../versions.ts'
import { Emblem } from './emblem.tsx'
import { LanguageSwitch } from './language-switch.tsx'

/**
 * Emblem, name of the portal and of the body above it, search, language, and the sections. On a narrow screen search and sections
 * wait behind switches; the sections below a section behind one of their own at every width. All of it works without script.
 */
export const Header: FC<{ c: DeliveryContext; section: string | undefined; other: PageVersions['other'] }> = ({
  c,
  section,
  other,
}) => {
  const { site, say } = c.var
  return (
    <header class="site-header">
      <a class="brand" href={c.var.to('/')} aria-current={isHere(c, '/')}>
        <Emblem />
        <span class="brand-words">
          {site.governingBody && (
            <span class="brand-above" lang={site.lang.governingBody}>
              {site.governingBody}
            </span>
          )}
          <span class="brand-name" lang={site.lang.name}>
            <NameOfPortal name={site.name} />
          </span>
        </span>
      </a>
      <details class="switch switch-search">
        <summary>
          <SearchSign />
          {say(messages.search)}
        </summary>
      </details>
      <SearchForm c={c} />
      <div class="header-language">
        <LanguageSwitch other={other} />
      </div>
      <details class="switch menu-switch">
        <summary>{say(messages.menu)}</summary>
      </details>
      <nav class="menu" aria-label={say(messages.mainMenu)}>
        <ul class="plain">
          <li>
            <a href={c.var.to('/')} aria-current={isHere(c, '/')}>
              {say(messages.home)}
            </a>
          </li>
          {site.sections.map((item) => (
            <MenuItem c={c} item={item} section={section} />
          ))}
          {citizenPages
            .filter(({ inMenu }) => inMenu)
            .map(({ path, name }) => (
              <li>
                <a href={c.var.to(path)} aria-current={isHere(c, path)}>
                  {say(name)}
                </a>
              </li>
            ))}
        </ul>
      </nav>
    </header>
  )
}

/** “Cổng Thông tin điện tử” stays together as long as there is room: the name of the place moves to the next line whole. */
const NameOfPortal: FC<{ name: string }> = ({ name }) => {
  const [kind] = /^.*?điện tử(?= )/i.exec(name) ?? []
  return kind === undefined ? (
    <>{name}</>
  ) : (
    <>
      <span class="together">{kind}</span>
      {name.slice(kind.length)}
    </>
  )
}

const SearchForm: FC<{ c: DeliveryContext }> = ({ c }) => {
  const { say } = c.var
  return (
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
  )
}

const MenuItem: FC<{ c: DeliveryContext; item: PublicSection; section: string | undefined }> = ({
  c,
  item,
  section,
}) => (
  <li>
    <a href={c.var.to(`/chuyen-muc/${item.slug}`)} aria-current={currentOf(c, item, section)} lang={item.lang.name}>
      {item.name}
    </a>
    {item.children.length > 0 && (
      <>
        <details class="more" name="muc-con">
          <summary>
            <span class="visually-hidden">{fill(c.var.say(messages.below), { name: item.name })}</span>
          </summary>
        </details>
        <ul class="plain">
          {item.children.map((child) => (
            <li>
              <a
                href={c.var.to(`/chuyen-muc/${child.slug}`)}
                aria-current={currentOf(c, child, section)}
                lang={child.lang.name}
              >
                {child.name}
              </a>
            </li>
          ))}
        </ul>
      </>
    )}
  </li>
)

const isHere = (c: DeliveryContext, path: string): 'page' | undefined =>
  c.req.path === c.var.to(path) ? 'page' : undefined

function currentOf(c: DeliveryContext, item: PublicSection, section: string | undefined): 'page' | 'true' | undefined {
  if (c.req.path === c.var.to(`/chuyen-muc/${item.slug}`)) return 'page'
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
