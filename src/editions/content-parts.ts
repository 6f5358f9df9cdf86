import type { Body, BodyNode, Content, Film, Picture } from './content.ts'

/** A passage of running text: a paragraph, heading, cell, caption; `field` is where it stands. */
export interface Passage {
  field: 'title' | 'summary' | 'body' | 'lead' | 'gallery'
  text: string
}

/** Every node of a body, in reading order. */
export function* nodesOf(node: BodyNode): Generator<BodyNode> {
  yield node
  for (const child of node.content ?? []) yield* nodesOf(child)
}

/** The passages of a value in reading order; empty ones are left out. */
export function passagesOf(content: Content): Passage[] {
  const found: Passage[] = [
    { field: 'title', text: content.title },
    { field: 'summary', text: content.summary },
  ]
  if (content.lead) for (const text of wordsOf(content.lead)) found.push({ field: 'lead', text })
  for (const text of bodyPassages(content.body)) found.push({ field: 'body', text })
  for (const picture of content.gallery) for (const text of wordsOf(picture)) found.push({ field: 'gallery', text })
  return found.filter((passage) => passage.text.trim() !== '')
}

/** The text of every block of a body, one each; captions and titles of what is embedded come at their place. */
export function bodyPassages(body: Body): string[] {
  const found: string[] = []
  for (const node of nodesOf(body)) {
    if (node.content?.some((child) => child.type === 'text')) found.push(textOf(node))
    for (const picture of picturesIn(node)) found.push(...wordsOf(picture))
    if (node.type === 'video' && typeof node.attrs?.title === 'string') found.push(node.attrs.title)
    if (node.type === 'film') {
      const { title, transcript } = node.attrs as unknown as Film
      found.push(title, ...transcript.map(({ text }) => text))
    }
  }
  return found.filter((text) => text.trim() !== '')
}

/** The text of one block, line breaks as such. */
export const textOf = (block: BodyNode): string =>
  (block.content ?? []).map((child) => (child.type === 'hardBreak' ? '\n' : (child.text ?? ''))).join('')

/** Every picture in use, with the field it stands in. */
export function picturesOf(content: Content): { field: 'lead' | 'body' | 'gallery'; picture: Picture }[] {
  const inBody = [...nodesOf(content.body)].flatMap(picturesIn)
  return [
    ...(content.lead ? [{ field: 'lead' as const, picture: content.lead }] : []),
    ...inBody.map((picture) => ({ field: 'body' as const, picture })),
    ...content.gallery.map((picture) => ({ field: 'gallery' as const, picture })),
  ]
}

/** Every film of the library in a text. */
export const filmsOf = (body: Body): Film[] =>
  [...nodesOf(body)].filter((node) => node.type === 'film').map((node) => node.attrs as unknown as Film)

/** Numbers of all files in use. */
export function mediaIdsOf(content: Content): number[] {
  const attached = [...nodesOf(content.body)]
    .filter((node) => node.type === 'attachment')
    .map((node) => Number(node.attrs?.mediaId))
  return [
    ...new Set([
      ...picturesOf(content).map(({ picture }) => picture.mediaId),
      ...content.attachments.map((a) => a.mediaId),
      ...attached,
      ...filmsOf(content.body).flatMap(({ film, poster, captions }) =>
        [film, ...(poster ? [poster] : []), ...captions].map(({ mediaId }) => mediaId),
      ),
    ]),
  ].filter(Number.isSafeInteger)
}

/** Links of a body with the words they lie on; `entryId` for a link to an entry of ours. */
export function linksOf(body: Body): { href: string; entryId: number | undefined; text: string }[] {
  const found: { href: string; entryId: number | undefined; text: string }[] = []
  for (const node of nodesOf(body)) {
    for (const mark of node.marks ?? []) {
      if (mark.type !== 'link') continue
      const entryId = Number(mark.attrs?.entryId ?? Number.NaN)
      found.push({
        href: typeof mark.attrs?.href === 'string' ? mark.attrs.href.trim() : '',
        entryId: Number.isSafeInteger(entryId) && entryId > 0 ? entryId : undefined,
        text: node.text ?? '',
      })
    }
  }
  return found
}

/** Whether a value shows anything below its summary: words, pictures, a video, a file. */
export const hasBody = (content: Content): boolean =>
  bodyPassages(content.body).length > 0 ||
  content.gallery.length > 0 ||
  content.attachments.length > 0 ||
  [...nodesOf(content.body)].some((node) => ['image', 'gallery', 'video', 'film', 'attachment'].includes(node.type))

function picturesIn(node: BodyNode): Picture[] {
  if (node.type === 'image') return [asPicture(node.attrs ?? {})]
  if (node.type !== 'gallery' || !Array.isArray(node.attrs?.pictures)) return []
  return node.attrs.pictures.map((picture: unknown) => asPicture((picture ?? {}) as Record<string, unknown>))
}

const asPicture = (attrs: Record<string, unknown>): Picture => ({
  mediaId: Number(attrs.mediaId),
  alt: String(attrs.alt ?? ''),
  caption: String(attrs.caption ?? ''),
  source: String(attrs.source ?? ''),
})

const wordsOf = (picture: Picture): string[] =>
  [picture.alt, picture.caption, picture.source].filter((text) => text.trim() !== '')
