import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { tokensOf } from '../../sites/themes.ts'
import type { DeliveryContext } from '../route.ts'
import { breadcrumbs, dataText, type Crumb, type PictureFacts, type Thing } from '../structured-data.ts'
import type { PageVersions } from '../versions.ts'

/** What a page says of itself to browsers, search engines and those who share it. */
export interface HeadProps {
  c: DeliveryContext
  /** Without the name of the portal; absent on the home page. */
  title?: string
  /** Where there is none, the title and the portal say what it is. */
  description?: string
  noindex?: boolean
  openGraph?: {
    type: 'article' | 'website'
    image?: PictureFacts
    publishedAt?: Date
    updatedAt?: Date
    section?: string
    tags?: readonly string[]
  }
  /** Facts for search engines (schema.org), written as data the browser never runs. The way to the page is added. */
  jsonLd?: Thing | readonly Thing[]
  /** Feeds of this page beside those of the portal: the Vietnamese address below which they stand. */
  feeds?: { stem: string; title: string }
  crumbs?: readonly Crumb[]
  versions: PageVersions
}

/** The head of every public page. */
export const Head: FC<HeadProps> = (props) => {
  const { c, title, description, noindex, openGraph, jsonLd = [], feeds, crumbs = [], versions } = props
  const { site, publicFiles } = c.var
  const address = versions.canonical
  const data = Array.isArray(jsonLd) ? (jsonLd as readonly Thing[]) : [jsonLd as Thing]
  const here = crumbs.at(-1)?.href && title ? [{ name: title }] : []
  const about = description || (title && `${title}. ${site.name}`)
  const things = noindex || crumbs.length === 0 ? data : [...data, breadcrumbs(c, [...crumbs, ...here])]
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title ? `${title} – ${site.name}` : site.name}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="stylesheet" href={publicFiles.url('site.css')} />
      {[...c.var.page.styles].map((name) => (
        <link rel="stylesheet" href={publicFiles.url(name)} />
      ))}
      {site.accent && <link rel="stylesheet" href={`/mau/${site.accent.slice(1)}.css`} />}
      {/* After the stylesheet and behind the first picture: words are read in a fallback of the same widths until these are there. */}
      {['latin-400', 'vietnamese-400', 'latin-600', 'vietnamese-600'].map((part) => (
        <link
          rel="preload"
          href={publicFiles.url(`fonts/be-vietnam-pro-${part}.woff2`)}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
          fetchpriority="low"
        />
      ))}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={tokensOf(site.theme, site.accent).strong} />
      {about && <meta name="description" content={about} />}
      {(noindex || site.isDemo) && <meta name="robots" content="noindex" />}
      {address && <link rel="canonical" href={address} />}
      {versions.alternates.map(({ hreflang, href }) => (
        <link rel="alternate" hreflang={hreflang} href={href} />
      ))}
      <Scripts c={c} />
      <link rel="icon" href={publicFiles.url('emblem.svg')} type="image/svg+xml" />
      <FeedLinks c={c} stem="" title={site.name} />
      {feeds && <FeedLinks c={c} stem={feeds.stem} title={feeds.title} />}
      {openGraph && address && <OpenGraph {...props} address={address} openGraph={openGraph} />}
      {things.length > 0 && raw(`<script type="application/ld+json">${dataText(things)}</script>`)}
    </head>
  )
}

const feedForms = {
  'rss.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
}

const FeedLinks: FC<{ c: DeliveryContext; stem: string; title: string }> = ({ c, stem, title }) => (
  <>
    {Object.entries(feedForms).map(([file, type]) => (
      <link rel="alternate" type={type} title={title} href={c.var.to(`${stem}/${file}`)} />
    ))}
  </>
)

const locales = { vi: 'vi_VN', en: 'en_GB' }

const OpenGraph: FC<HeadProps & { address: string; openGraph: NonNullable<HeadProps['openGraph']> }> = ({
  c,
  title,
  description,
  versions,
  address,
  openGraph: { type, image, publishedAt, updatedAt, section, tags = [] },
}) => {
  const { site, language } = c.var
  return (
    <>
      <meta property="og:type" content={type} />
      <meta property="og:site_name" content={site.name} />
      <meta property="og:locale" content={locales[language]} />
      {versions.alternates.length > 0 && (
        <meta property="og:locale:alternate" content={locales[language === 'vi' ? 'en' : 'vi']} />
      )}
      <meta property="og:title" content={title ?? site.name} />
      <meta property="og:url" content={address} />
      {description && <meta property="og:description" content={description} />}
      {image && <OpenGraphImage image={image} origin={site.origin} />}
      {publishedAt && <meta property="article:published_time" content={publishedAt.toISOString()} />}
      {updatedAt && <meta property="article:modified_time" content={updatedAt.toISOString()} />}
      {section && <meta property="article:section" content={section} />}
      {tags.map((tag) => (
        <meta property="article:tag" content={tag} />
      ))}
    </>
  )
}

const OpenGraphImage: FC<{ image: PictureFacts; origin: string }> = ({
  image: { url, alt, width, height },
  origin,
}) => (
  <>
    <meta property="og:image" content={`${origin}${url}`} />
    {width && <meta property="og:image:width" content={String(width)} />}
    {height && <meta property="og:image:height" content={String(height)} />}
    {alt && <meta property="og:image:alt" content={alt} />}
  </>
)

/** Scripts that settle how a page looks, such as the size of its text: the first paint waits for them, where a browser can. */
const beforePaint: ReadonlySet<string> = new Set(['reader.js'])

/** What the handler asked for before drawing. Modules of our own origin; each does without the others. */
const Scripts: FC<{ c: DeliveryContext }> = ({ c }) => (
  <>
    {[...c.var.page.scripts].map((name) =>
      beforePaint.has(name) ? (
        <script type="module" async src={c.var.publicFiles.url(name)}></script>
      ) : (
        <script type="module" src={c.var.publicFiles.url(name)}></script>
      ),
    )}
  </>
)
