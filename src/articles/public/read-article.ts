import type { DeliveryContext } from '../../delivery/route.ts'
import { filmFrom } from '../../delivery/components/film.tsx'
import { galleryScript } from '../../delivery/components/gallery.tsx'
import { liveFiles, type LiveFiles } from '../../delivery/live-media.ts'
import { originOf } from '../../delivery/site-of-host.ts'
import type { BodyNode, Content } from '../../editions/content.ts'
import { liveByEntry, type LiveItem } from '../../editions/live.ts'
import { hasGallery } from './media-of-genre.ts'

/** What a text mentions besides words: its files, and entries it links to. */
export interface Mentions {
  files: LiveFiles
  /** Address of an entry from this portal; undefined when it is not live anywhere. */
  addressOf(entryId: number): string | undefined
  related: (LiveItem & { href: string })[]
}

/** Finds everything a text mentions, in two parallel reads, and asks for the script its galleries use. With the token of a preview, files of the draft. */
export async function readMentions(
  c: DeliveryContext,
  content: Content,
  more: readonly (number | null)[],
  token?: string,
): Promise<Mentions> {
  const { db, site, config, page } = c.var
  if (hasGallery(content)) page.scripts.add(galleryScript)
  const mentioned = mentionsIn(content)
  const [entries, files] = await Promise.all([
    liveByEntry(db, site.id, [...content.relatedIds, ...mentioned.entries]),
    liveFiles(db, [...mentioned.media, ...more.filter((id) => id !== null)], token),
  ])
  const addressOf = (entryId: number): string | undefined => {
    const entry = entries.get(entryId)
    return entry && (entry.host === null ? entry.path : `${originOf(config, entry.host)}${entry.path}`)
  }
  const related = content.relatedIds.slice(0, 12).flatMap((id) => {
    const [entry, href] = [entries.get(id), addressOf(id)]
    return entry && href !== undefined ? [{ ...entry, path: href, href }] : []
  })
  return { files, addressOf, related }
}

/** Numbers of files and entries a content value mentions. */
export function mentionsIn(content: Content): { media: number[]; entries: number[] } {
  const media = [
    content.lead?.mediaId,
    ...content.gallery.map((p) => p.mediaId),
    ...content.attachments.map((a) => a.mediaId),
  ]
  const entries: number[] = []
  const walk = (node: BodyNode): void => {
    const { mediaId, pictures } = node.attrs ?? {}
    if (typeof mediaId === 'number') media.push(mediaId)
    if (Array.isArray(pictures))
      for (const picture of pictures) if (typeof picture?.mediaId === 'number') media.push(picture.mediaId)
    if (node.type === 'film') {
      const { film, poster, captions } = filmFrom(node.attrs ?? {})
      media.push(film.mediaId, poster?.mediaId, ...captions.map((one) => one.mediaId))
    }
    for (const mark of node.marks ?? []) if (typeof mark.attrs?.entryId === 'number') entries.push(mark.attrs.entryId)
    for (const child of node.content ?? []) walk(child)
  }
  walk(content.body)
  return { media: media.filter((id) => id !== undefined), entries }
}
