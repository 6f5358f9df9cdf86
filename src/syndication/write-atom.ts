import { escaped, type FeedFacts, type FeedItem, type RemovedItem } from './feed.ts'

/** A feed as Atom (RFC 4287), with what was removed as deleted entries (RFC 6721). */
export const writeAtom = (feed: FeedFacts): string => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="${feed.language}">
<id>${escaped(feed.pageUrl)}</id>
<title>${escaped(feed.title)}</title>
${feed.description ? `<subtitle>${escaped(feed.description)}</subtitle>\n` : ''}<updated>${(feed.updatedAt ?? new Date(0)).toISOString()}</updated>
<author><name>${escaped(feed.publisher.name)}</name><uri>${escaped(feed.publisher.url)}</uri></author>
<rights>${escaped(feed.publisher.name)}</rights>
<generator>Khuê</generator>
<link rel="alternate" type="text/html" href="${escaped(feed.pageUrl)}"/>
<link rel="self" type="application/atom+xml" href="${escaped(feed.urls.atom)}"/>
${feed.items.map(entry).join('')}${feed.removed.map(deleted).join('')}</feed>
`

const entry = (one: FeedItem): string => `<entry xml:lang="${one.language}">
<id>${escaped(one.id)}</id>
<title>${escaped(one.title)}</title>
<link rel="alternate" type="text/html" href="${escaped(one.url)}"/>
${one.picture ? `<link rel="enclosure" type="${one.picture.mime}" length="${one.picture.bytes}" href="${escaped(one.picture.url)}"/>\n` : ''}<published>${one.publishedAt.toISOString()}</published>
<updated>${one.updatedAt.toISOString()}</updated>
${one.summary ? `<summary>${escaped(one.summary)}</summary>\n` : ''}<content type="html">${escaped(one.html)}</content>
</entry>
`

const deleted = ({
  id,
  at,
  note,
  url,
}: RemovedItem): string => `<at:deleted-entry ref="${escaped(id)}" when="${at.toISOString()}">
<at:comment>${escaped(note)}</at:comment>
<link rel="alternate" type="text/html" href="${escaped(url)}"/>
</at:deleted-entry>
`
