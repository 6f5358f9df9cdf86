import type { DeliveryContext } from '../delivery/route.ts'
import { itemsOf, type ListOf, type LiveItem } from '../editions/live.ts'
import { imageUrl } from '../media/address.ts'
import { dateTimeOf } from '../web/dates.ts'
import { fill, type Messages } from '../web/message.ts'
import { escaped, type FeedFacts, type FeedItem } from './feed.ts'
import { correctionsOf, picturesOf, removedFrom, type FeedPicture, type Removed } from './feed-queries.ts'

const feedSize = 30

const messages = {
  correctionAt: { vi: 'Đính chính lúc {at}:', en: 'Correction, {at}:' },
  withdrawn: { vi: 'Bài đã được gỡ.', en: 'This article was withdrawn.' },
  expired: { vi: 'Bài đã hết thời hạn đăng.', en: 'This article is past its time of publication.' },
} as const satisfies Messages

/** What a feed is of: a list, and the page that shows it. */
export interface FeedOf {
  list: ListOf
  title: string
  description: string
  /** Vietnamese address of the page. */
  path: string
}

/** Reads a feed: the newest of a list, with their corrections, and what left it. */
export async function readFeed(c: DeliveryContext, { list, title, description, path }: FeedOf): Promise<FeedFacts> {
  const { db, site, language, to } = c.var
  const [{ rows }, removed] = await Promise.all([
    itemsOf(db, list, undefined, feedSize),
    removedFrom(db, site.id, list, feedSize),
  ])
  const [corrections, pictures] = await Promise.all([
    correctionsOf(
      db,
      rows.map(({ entryId }) => entryId),
    ),
    picturesOf(
      db,
      rows.flatMap(({ leadMediaId }) => leadMediaId ?? []),
    ),
  ])
  const stem = path === '/' ? '' : path
  const url = (file: string): string => `${site.origin}${to(`${stem}/${file}`)}`
  const times = [...rows.map(({ updatedAt }) => updatedAt), ...removed.map(({ at }) => at)].map((at) => at.getTime())
  return {
    title,
    description,
    language,
    pageUrl: `${site.origin}${to(path)}`,
    urls: { rss: url('rss.xml'), atom: url('atom.xml'), json: url('feed.json') },
    publisher: { name: site.agency || site.name, url: `${site.origin}${to('/')}` },
    updatedAt: times.length > 0 ? new Date(Math.max(...times)) : undefined,
    items: rows.map((row) => itemOf(c, row, { corrections: corrections.get(row.entryId) ?? [], pictures })),
    removed: removed.map((one) => removedOf(c, one)),
  }
}

/** A name for an entry that never changes: addresses do, when a title is changed before the first publication is old. */
const idOf = (c: DeliveryContext, entryId: number): string =>
  `tag:${new URL(c.var.site.origin).hostname},2026:${entryId}`

interface Around {
  corrections: readonly { note: string; at: Date }[]
  pictures: ReadonlyMap<number, FeedPicture>
}

function itemOf(c: DeliveryContext, item: LiveItem, { corrections, pictures }: Around): FeedItem {
  const { origin } = c.var.site
  const file = item.leadMediaId === null ? undefined : pictures.get(item.leadMediaId)
  const picture = file && {
    url: `${origin}${imageUrl(file.mediaId, file.width, file.format)}`,
    mime: `image/${file.format}`,
    bytes: file.bytes,
  }
  const notes = corrections.map(({ note, at }) => {
    const when = fill(c.var.say(messages.correctionAt), { at: dateTimeOf(at, c.var.language) })
    return `<p><strong>${escaped(when)}</strong> ${escaped(note)}</p>`
  })
  return {
    id: idOf(c, item.entryId),
    url: `${origin}${item.path}`,
    title: item.title,
    summary: item.summary,
    html:
      [
        picture &&
          file &&
          `<p><img src="${escaped(picture.url)}" width="${file.width}" height="${file.height}" alt=""></p>`,
        item.summary && `<p>${escaped(item.summary)}</p>`,
        ...notes,
      ]
        .filter(Boolean)
        .join('') || `<p>${escaped(item.title)}</p>`,
    language: item.language,
    publishedAt: item.publishedAt,
    updatedAt: item.updatedAt,
    picture,
  }
}

const removedOf = (c: DeliveryContext, { entryId, path, state, at }: Removed): FeedFacts['removed'][number] => ({
  id: idOf(c, entryId),
  url: `${c.var.site.origin}${path}`,
  state,
  at,
  note: c.var.say(messages[state]),
})
