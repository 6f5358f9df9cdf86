import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { fill } from '../../web/message.ts'
import type { DeliveryContext } from '../route.ts'
import { messages } from '../messages.ts'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'

/** A step of the way to a page; the last one has no address: it is the page itself. */
export interface Crumb {
  name: string
  href?: string
}

interface PageProps {
  c: DeliveryContext
  /** Without the name of the portal; absent on the home page. */
  title?: string
  description?: string
  /** Address of this page without what only counts or sorts, from the root of the portal; or whole, for a copy. */
  canonical?: string
  noindex?: boolean
  openGraph?: {
    type: 'article' | 'website'
    image?: { url: string; alt: string }
    publishedAt?: Date
    updatedAt?: Date
  }
  /** Facts for search engines (schema.org), written as data the browser never runs. */
  jsonLd?: Record<string, unknown>
  /** Feed of this page, from the root of the portal. */
  feed?: { href: string; title: string }
  crumbs?: readonly Crumb[]
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
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={c.var.language} data-theme={site.theme}>
        <Head {...props} />
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
          <Header c={c} section={props.section} />
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

const Head: FC<PageProps> = ({ c, title, description, canonical, noindex, openGraph, jsonLd, feed }) => {
  const { site, publicFiles } = c.var
  const whole = title ? `${title} – ${site.name}` : site.name
  const address =
    canonical === undefined ? undefined : canonical.startsWith('/') ? `${site.origin}${canonical}` : canonical
  return (
    <head>
      <meta charset="utf-8" />
      <title>{whole}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {description && <meta name="description" content={description} />}
      {(noindex || site.isDemo) && <meta name="robots" content="noindex" />}
      {address && <link rel="canonical" href={address} />}
      <link
        rel="preload"
        href={publicFiles.url('fonts/be-vietnam-pro-latin-400.woff2')}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link
        rel="preload"
        href={publicFiles.url('fonts/be-vietnam-pro-vietnamese-400.woff2')}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={publicFiles.url('site.css')} />
      {site.accent && <link rel="stylesheet" href={`/mau/${site.accent.slice(1)}.css`} />}
      <link rel="icon" href={publicFiles.url('emblem.svg')} type="image/svg+xml" />
      <link rel="alternate" type="application/rss+xml" title={site.name} href={c.var.to('/rss.xml')} />
      <link rel="alternate" type="application/atom+xml" title={site.name} href="/atom.xml" />
      {feed && <link rel="alternate" type="application/rss+xml" title={feed.title} href={feed.href} />}
      {openGraph && address && (
        <OpenGraph c={c} title={title ?? site.name} description={description} address={address} openGraph={openGraph} />
      )}
      {jsonLd &&
        raw(`<script type="application/ld+json">${JSON.stringify(jsonLd).replaceAll('<', '\\u003c')}</script>`)}
    </head>
  )
}

interface OpenGraphProps {
  c: DeliveryContext
  title: string
  description: string | undefined
  address: string
  openGraph: NonNullable<PageProps['openGraph']>
}
const OpenGraph: FC<OpenGraphProps> = ({
  c,
  title,
  description,
  address,
  openGraph: { type, image, publishedAt, updatedAt },
}) => (
  <>
    <meta property="og:type" content={type} />
    <meta property="og:site_name" content={c.var.site.name} />
    <meta property="og:locale" content={c.var.language === 'vi' ? 'vi_VN' : 'en_GB'} />
    <meta property="og:title" content={title} />
    <meta property="og:url" content={address} />
    {description && <meta property="og:description" content={description} />}
    {image && <meta property="og:image" content={`${c.var.site.origin}${image.url}`} />}
    {image?.alt && <meta property="og:image:alt" content={image.alt} />}
    {publishedAt && <meta property="article:published_time" content={publishedAt.toISOString()} />}
    {updatedAt && <meta property="article:modified_time" content={updatedAt.toISOString()} />}
  </>
)

const Crumbs: FC<{ c: DeliveryContext; crumbs: readonly Crumb[] }> = ({ c, crumbs }) => (
  <nav class="crumbs wrap" aria-label={c.var.say(messages.youAreHere)}>
    <ol role="list">
      <li>
        <a href={c.var.to('/')}>{c.var.say(messages.home)}</a>
      </li>
      {crumbs.map(({ name, href }) => (
        <li>{href ? <a href={c.var.to(href)}>{name}</a> : <span aria-current="page">{name}</span>}</li>
      ))}
    </ol>
  </nav>
)

/** schema.org's form of a way to a page. */
export const crumbData = (c: DeliveryContext, crumbs: readonly Crumb[]): Record<string, unknown> => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ name: c.var.say(messages.home), href: '/' }, ...crumbs].map(({ name, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    ...(href && { item: `${c.var.site.origin}${c.var.to(href)}` }),
  })),
})

/** The title of a list; later pages of it say so, since no two pages may have one title. */
export const laterPage = (c: DeliveryContext, title: string, later: boolean): string =>
  later ? fill('{title} – {part}', { title, part: c.var.say(messages.olderPart) }) : title
