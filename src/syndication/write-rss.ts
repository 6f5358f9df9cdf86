import { escaped, type FeedFacts, type FeedItem } from './feed.ts'

/** A feed as RSS 2.0. RSS has no form for what was removed, so it says nothing of it. */
export const writeRss = (feed: FeedFacts): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>${escaped(feed.title)}</title>
<link>${escaped(feed.pageUrl)}</link>
<description>${escaped(feed.description)}</description>
<language>${feed.language}</language>
<copyright>${escaped(feed.publisher.name)}</copyright>
<generator>Khuê</generator>
<docs>https://www.rssboard.org/rss-specification</docs>
${feed.updatedAt ? `<lastBuildDate>${feed.updatedAt.toUTCString()}</lastBuildDate>\n` : ''}<atom:link href="${escaped(feed.urls.rss)}" rel="self" type="application/rss+xml"/>
${feed.items.map(item).join('')}</channel>
</rss>
`

const item = (one: FeedItem): string => `<item>
<title>${escaped(one.title)}</title>
<link>${escaped(one.url)}</link>
<guid isPermaLink="false">${escaped(one.id)}</guid>
<pubDate>${one.publishedAt.toUTCString()}</pubDate>
<atom:updated>${one.updatedAt.toISOString()}</atom:updated>
${one.summary ? `<description>${escaped(escaped(one.summary))}</description>\n` : ''}<content:encoded>${escaped(one.html)}</content:encoded>
${one.picture ? `<enclosure url="${escaped(one.picture.url)}" length="${one.picture.bytes}" type="${one.picture.mime}"/>\n` : ''}</item>
`
