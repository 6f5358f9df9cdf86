import type { FeedFacts } from './feed.ts'

/** A feed as JSON Feed 1.1. What was removed stands under `_khue`, an extension in the form the standard leaves to publishers. */
export const writeJsonFeed = (feed: FeedFacts): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.urls.json,
    ...(feed.description && { description: feed.description }),
    language: feed.language,
    authors: [feed.publisher],
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      ...(item.summary && { summary: item.summary }),
      content_html: item.html,
      ...(item.picture && { image: item.picture.url }),
      date_published: item.publishedAt.toISOString(),
      date_modified: item.updatedAt.toISOString(),
      language: item.language,
      ...(item.picture && {
        attachments: [{ url: item.picture.url, mime_type: item.picture.mime, size_in_bytes: item.picture.bytes }],
      }),
    })),
    _khue: {
      removed: feed.removed.map(({ id, url, state, at }) => ({ id, url, state, date_removed: at.toISOString() })),
    },
  })
