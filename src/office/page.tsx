import type { Context } from 'hono'
import type { Child, FC } from 'hono/jsx'
import { raw } from 'hono/html'
import { messages as caseWords } from '../cases/office/messages.ts'
import { WaitingCount } from '../cases/office/waiting-count.tsx'
import { boardReaders, caseDesk } from '../cases/policy.ts'
import { caseRoles, holdsSomewhere, type Actor, type Role } from '../people/actor.ts'
import { fill, type Message } from '../web/message.ts'
import { messages } from './messages.ts'
import type { OfficeEnv } from './route.ts'

interface PageProps {
  c: Context<OfficeEnv>
  title: string
  /** Scripts of this screen beside the shell's own, e.g. 'editor.js'. */
  scripts?: readonly string[]
  /** Stylesheets of this screen beside the shell's own, e.g. 'office/editor.css'. */
  styles?: readonly string[]
  /** 'wide' leaves the whole width to the screen (the editor). */
  layout?: 'plain' | 'wide'
  children?: Child
}

const navigation: readonly { href: string; label: Message; roles: readonly Role[] }[] = [
  {
    href: '/',
    label: messages.myWork,
    roles: ['contributor', 'editor', 'desk_secretary', 'chief_editor', 'site_admin', 'network_admin', 'auditor'],
  },
  { href: '/ho-so', label: caseWords.cases, roles: caseDesk },
  {
    href: '/bai-viet',
    label: messages.articles,
    roles: ['contributor', 'editor', 'desk_secretary', 'chief_editor', 'auditor'],
  },
  { href: '/de-nghi', label: messages.offers, roles: ['editor', 'desk_secretary', 'chief_editor', 'auditor'] },
  {
    href: '/thu-vien',
    label: messages.media,
    roles: ['contributor', 'editor', 'desk_secretary', 'chief_editor', 'auditor'],
  },
  {
    href: '/ban-doc',
    label: messages.readers,
    roles: ['editor', 'desk_secretary', 'chief_editor', 'site_admin', 'network_admin', 'auditor'],
  },
  {
    href: '/thong-ke',
    label: messages.statistics,
    roles: ['contributor', 'editor', 'desk_secretary', 'chief_editor', 'site_admin', 'network_admin', 'auditor'],
  },
  {
    href: '/tong-dai',
    label: messages.hotline,
    roles: ['hotline_operator', 'case_coordinator', 'case_leader'],
  },
  { href: '/dieu-hanh', label: { vi: 'Điều hành', en: 'Board' }, roles: boardReaders },
  { href: '/cong', label: messages.sites, roles: ['site_admin', 'network_admin', 'auditor'] },
  { href: '/nguoi-dung', label: messages.people, roles: ['site_admin', 'network_admin', 'auditor'] },
  { href: '/chuyen-de', label: messages.topics, roles: ['network_admin', 'auditor'] },
  { href: '/don-vi', label: messages.units, roles: ['network_admin', 'auditor'] },
  { href: '/linh-vuc', label: caseWords.fields, roles: ['network_admin', 'auditor'] },
  {
    href: '/lich-lam-viec',
    label: messages.calendar,
    roles: [...caseRoles, 'site_admin', 'network_admin', 'auditor'],
  },
  { href: '/thu-di', label: messages.outbox, roles: ['site_admin', 'network_admin', 'auditor'] },
  { href: '/nhat-ky', label: messages.audit, roles: ['site_admin', 'chief_editor', 'network_admin', 'auditor'] },
]

/** The screens a person's roles lead to, in the order of the menu. */
export const screensOf = (actor: Actor): { href: string; label: Message }[] =>
  navigation.filter((item) => holdsSomewhere(actor, ...item.roles))

/** The frame of every office screen. */
export const Page: FC<PageProps> = ({ c, title, scripts = [], styles = [], layout = 'plain', children }) => {
  const say = c.var.say ?? ((message: Message) => message.vi)
  const actor = c.var.visitor
  const url = (name: string): string => c.var.publicFiles.url(name)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={c.var.language ?? 'vi'}>
        <head>
          <meta charset="utf-8" />
          <title>{`${title} – ${say(messages.office)}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <link rel="icon" href={url('emblem.svg')} />
          <link rel="stylesheet" href={url('fonts.css')} />
          <link rel="stylesheet" href={url('office.css')} />
          {styles.map((name) => (
            <link rel="stylesheet" href={url(name)} />
          ))}
          <script src={url('office.js')} type="module"></script>
          {scripts.map((name) => (
            <script src={url(name)} type="module"></script>
          ))}
        </head>
        <body class={`layout-${layout}`}>
          <a class="skip" href="#noi-dung">
            {say(messages.skip)}
          </a>
          {c.var.demo && (
            <aside class="demo-strip" aria-label={say(messages.demo)}>
              {say(messages.demo)}
            </aside>
          )}
          {actor && <Header c={c} />}
          <main id="noi-dung" tabindex={-1}>
            {children}
          </main>
        </body>
      </html>
    </>
  )
}

/** The screen of the menu an address belongs to: entries to the articles; cases, what readers say and the figures to those of all portals. */
function screenOf(path: string): string {
  if (/^\/(?:muc|ban-thao)\/|^\/cong\/\d+\/bai-viet\//.test(path)) return '/bai-viet'
  if (/^\/cong\/\d+\/ho-so(?:\/|$)/.test(path)) return '/ho-so'
  if (path === '/quy-tac') return '/lich-lam-viec'
  const [, screen] = /^\/cong\/\d+\/(bao-loi|hai-long|thong-ke|dieu-hanh|tong-dai)(?:\/|$)/.exec(path) ?? []
  if (screen === undefined) return path
  return screen === 'bao-loi' || screen === 'hai-long' ? '/ban-doc' : `/${screen}`
}

const Header: FC<{ c: Context<OfficeEnv> }> = ({ c }) => {
  const { actor, say } = c.var
  const here = c.req.path
  const items = screensOf(actor)
  const under = screenOf(here)
  const isHere = (href: string): boolean => href === under || (href !== '/' && under.startsWith(`${href}/`))
  return (
    <header class="office-header">
      <a class="office-brand" href="/">
        Khuê
      </a>
      {/* An empty details opens the navigation that follows it on narrow screens, without script. */}
      <details class="office-menu">
        <summary>{say(messages.menu)}</summary>
      </details>
      <nav class="office-nav" aria-label={say(messages.menu)}>
        <ul>
          {items.map((item) => (
            <li>
              <a href={item.href} aria-current={isHere(item.href) ? 'page' : undefined}>
                {say(item.label)}
                {item.href === '/ho-so' && <WaitingCount c={c} />}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="office-tools">
        <a class="office-keys" href="/phim-tat" data-sheet aria-label={say(messages.keys)} title={say(messages.keys)}>
          ?
        </a>
        <PersonMenu c={c} />
      </div>
    </header>
  )
}

const PersonMenu: FC<{ c: Context<OfficeEnv> }> = ({ c }) => {
  const { actor, say, language } = c.var
  const back = c.req.method === 'GET' ? c.req.path + new URL(c.req.url).search : '/'
  return (
    <details class="office-person" data-menu>
      <summary aria-label={fill(say(messages.personMenu), { name: actor.name })}>
        <span class="avatar" aria-hidden="true">
          {initialsOf(actor.name)}
        </span>
        <span class="office-name">{actor.name}</span>
      </summary>
      <div class="office-person-menu">
        <a href="/tai-khoan">{say(messages.account)}</a>
        <a href="/phim-tat" data-sheet>
          {say(messages.keys)}
        </a>
        <form method="post" action="/ngon-ngu">
          <input type="hidden" name="tiep" value={back} />
          <button
            type="submit"
            name="ngon-ngu"
            value={language === 'vi' ? 'en' : 'vi'}
            lang={language === 'vi' ? 'en' : 'vi'}
          >
            {say(messages.otherLanguage)}
          </button>
        </form>
        <form method="post" action="/dang-xuat">
          <button type="submit">{say(messages.signOut)}</button>
        </form>
      </div>
    </details>
  )
}

/** Two letters for a person: of the given name, which in Vietnamese stands last, and the one before. */
const initialsOf = (name: string): string =>
  name
    .split(' ')
    .slice(-2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
