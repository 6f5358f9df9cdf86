import type { Body, BodyNode } from '../editions/content.ts'

/** Where a film of another place is watched: its page, and its player in a frame of ours, the kind that asks least of a viewer. */
interface VideoPlace {
  host: string
  page(id: string): string
  /** Origin of the player. */
  origin: string
  player(id: string): string
}

const places: Readonly<Record<string, VideoPlace>> = {
  youtube: {
    host: 'youtube.com',
    page: (id) => `https://www.youtube.com/watch?v=${id}`,
    origin: 'https://www.youtube-nocookie.com',
    player: (id) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0`,
  },
  vimeo: {
    host: 'vimeo.com',
    page: (id) => `https://vimeo.com/${id}`,
    origin: 'https://player.vimeo.com',
    player: (id) => `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1`,
  },
}

/** The place of a film, where it is known and its number can be one. */
export const videoPlace = (provider: unknown, videoId: unknown): VideoPlace | undefined =>
  typeof provider === 'string' && Object.hasOwn(places, provider) && /^[\w-]{1,64}$/.test(String(videoId))
    ? places[provider]
    : undefined

/** Origins whose players a reader may open in a text: for PageFacts.frames. */
export function frameOrigins(body: Body): string[] {
  const found = new Set<string>()
  const walk = (node: BodyNode): void => {
    const place = node.type === 'video' ? videoPlace(node.attrs?.provider, node.attrs?.videoId) : undefined
    if (place) found.add(place.origin)
    for (const child of node.content ?? []) walk(child)
  }
  walk(body)
  return [...found]
}
