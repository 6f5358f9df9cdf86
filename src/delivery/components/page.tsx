import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { fill } from '../../web/message.ts'
import type { DeliveryContext } from '../route.ts'
import { messages } from '../messages.ts'
import { AlertBar } from './alert-bar.tsx'
import { Footer } from './footer.tsx'
import { Head, type HeadProps } from './head.tsx'
import { Header } from './header.tsx'
import type { Crumb } from '../structured-data.ts'
import { versionsOf, type PageAddress } from '../versions.ts'

interface PageProps extends PageAddress, Omit<HeadProps, 'versions'> {
  /** The section this page lies in, for the menu. */
  section?: string
  /** Stands above everything: what a preview is. */
  strip?: Child
  children?: Child
}

/** The frame of every public page. */
export const Page: FC<PageProps> = (props) => {
  const { c, crumbs = [], strip, children } = props
  const { site, say } = c.var
  const versions = versionsOf(c, props)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={c.var.language} data-theme={site.theme}>
        <Head {...props} versions={versions} />
        <body>
          <a class="skip" href="#noi-dung">
            {say(messages.skip)}
          </a>
          {strip}
          {site.isDemo && (
            <aside class="demo-strip" aria-label={say(messages.demo)}>
              <strong>{say(messages.demo)}</strong>
              {`: ${say(messages.demoExplained)}`}
            </aside>
          )}
          <AlertBar c={c} />
          <Header c={c} section={props.section} other={versions.other} />
          {crumbs.length > 0 && <Crumbs c={c} crumbs={crumbs} />}
          <main id="noi-dung" tabindex={-1}>
            {children}
          </main>
          <Footer c={c} />
        </body>
      </html>
    </>
  )
}

const Crumbs: FC<{ c: DeliveryContext; crumbs: readonly Crumb[] }> = ({ c, crumbs }) => (
  <nav class="crumbs wrap" aria-label={c.var.say(messages.youAreHere)}>
    <ol class="plain">
      <li>
        <a href={c.var.to('/')}>{c.var.say(messages.home)}</a>
      </li>
      {crumbs.map(({ name, href, lang }) => (
        <li lang={lang}>{href ? <a href={c.var.to(href)}>{name}</a> : <span aria-current="page">{name}</span>}</li>
      ))}
    </ol>
  </nav>
)

/** The title of a list; later pages of it say so, since no two pages may have one title. */
export const laterPage = (c: DeliveryContext, title: string, later: boolean): string =>
  later ? fill('{title} – {part}', { title, part: c.var.say(messages.olderPart) }) : title
