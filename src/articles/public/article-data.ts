import { nearest } from '../../delivery/components/picture.tsx'
import type { LiveFiles } from '../../delivery/live-media.ts'
import type { DeliveryContext } from '../../delivery/route.ts'
import { newsArticle, type PictureFacts, type Thing } from '../../delivery/structured-data.ts'
import { imageUrl } from '../../media/address.ts'
import type { LiveArticle, Surroundings } from '../live-queries.ts'

const shareWidth = 1280

/** The picture of an article as it is shared, with the size it really has. */
export function shareImage({ content }: LiveArticle, files: LiveFiles): PictureFacts | undefined {
  const file = content.lead && files.get(content.lead.mediaId)
  if (!content.lead || file?.kind !== 'image') return undefined
  const ofWebp = file.variants.filter((variant) => variant.format === 'webp')
  const width = nearest(
    ofWebp.map((variant) => variant.width),
    shareWidth,
  )
  const chosen = ofWebp.find((variant) => variant.width === width)
  return {
    url: imageUrl(file.id, width, 'webp'),
    alt: content.lead.alt,
    ...(chosen && { width: chosen.width, height: chosen.height }),
  }
}

/** What search engines are told of an article. `url`: the whole address that counts. */
export function articleData(
  c: DeliveryContext,
  { content, publishedAt, updatedAt }: LiveArticle,
  more: { url: string; image?: PictureFacts; section?: string; around: Surroundings },
): Thing {
  const { site, to } = c.var
  const { authors, corrections, topics, translation } = more.around
  const pageOf = (id: number): string | undefined => {
    const found = authors.find((author) => author.id === id)
    return found && `${site.origin}${to(`/tac-gia/${found.slug}`)}`
  }
  return newsArticle(c, {
    headline: content.title,
    description: content.summary,
    language: content.language,
    url: more.url,
    publishedAt,
    updatedAt,
    image: more.image,
    authors: content.credits
      .filter(({ part }) => part === 'text')
      .map(({ name, authorId }) => ({ name, url: pageOf(authorId) })),
    section: more.section,
    keywords: [...topics.map(({ name }) => name), ...content.tags],
    corrections,
    translation: translation && { ...translation, url: `${site.origin}${translation.path}` },
  })
}
