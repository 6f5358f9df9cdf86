import type { BodySurroundings } from '../../delivery/components/body.tsx'
import { filmFrom } from '../../delivery/components/film.tsx'
import type { Body, BodyNode, Content, Film } from '../../editions/content.ts'

/** What a video page opens with, and its text without it. */
export interface OpeningFilm {
  /** A film of the portal's own; its poster is the article's picture where it has none. Undefined for one that lies elsewhere. */
  film: Film | undefined
  body: Body
  rest: Body
}

/** The first film that stands in the text of a video article; undefined for other genres, and where there is none. */
export function firstFilm({ genre, body, lead }: Content): OpeningFilm | undefined {
  const first = genre === 'video' ? body.content.find(({ type }) => type === 'film' || type === 'video') : undefined
  if (!first) return undefined
  const film = first.type === 'film' ? filmFrom(first.attrs ?? {}) : undefined
  return {
    film: film && { ...film, poster: film.poster ?? (lead && { mediaId: lead.mediaId }) },
    body: { type: 'doc', content: [first] },
    rest: { type: 'doc', content: body.content.filter((node) => node !== first) },
  }
}

type PhotoStoryOf = NonNullable<BodySurroundings['story']>

/** How the pictures of a photo story are counted through its text and its gallery; undefined for other genres. */
export function storyOf({ genre, body, gallery, lead }: Content): PhotoStoryOf | undefined {
  if (genre !== 'photo') return undefined
  const from = new Map<BodyNode, number>()
  let total = 0
  for (const node of body.content) {
    if (node.type !== 'gallery' || !Array.isArray(node.attrs?.pictures)) continue
    from.set(node, total)
    total += node.attrs.pictures.length
  }
  return { from, total: total + gallery.length, opens: lead === null }
}

/** Whether a page has pictures that open large one after the other. */
export const hasGallery = ({ gallery, body }: Content): boolean =>
  gallery.length > 0 || body.content.some(({ type }) => type === 'gallery')
