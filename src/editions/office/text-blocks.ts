import type { Body, BodyNode, Film, Picture } from '../content.ts'

/** A piece of a text that is read as one: a paragraph, a list item, a row of a table, a picture's words. */
export interface TextBlock {
  kind: 'paragraph' | 'heading' | 'item' | 'quote' | 'row' | 'picture' | 'file' | 'video' | 'rule'
  text: string
}

/** A body as the pieces people compare, in reading order. Empty paragraphs are left out. */
export function textBlocks(body: Body): TextBlock[] {
  return (body.content ?? [])
    .flatMap((node) => blocksIn(node, 'paragraph'))
    .filter((block) => block.text !== '' || block.kind === 'rule')
}

function blocksIn(node: BodyNode, as: TextBlock['kind']): TextBlock[] {
  const attrs = node.attrs ?? {}
  switch (node.type) {
    case 'paragraph':
      return [{ kind: as, text: wordsOf(node) }]
    case 'heading':
      return [{ kind: 'heading', text: wordsOf(node) }]
    case 'listItem':
      return within(node, 'item')
    case 'blockquote':
      return within(node, 'quote')
    case 'tableRow':
      return [{ kind: 'row', text: (node.content ?? []).map(wordsOf).join(' | ') }]
    case 'image':
      return [{ kind: 'picture', text: pictureWords(attrs as unknown as Picture) }]
    case 'gallery':
      return (Array.isArray(attrs.pictures) ? attrs.pictures : []).map((picture: Picture) => ({
        kind: 'picture',
        text: pictureWords(picture),
      }))
    case 'attachment':
      return [{ kind: 'file', text: String(attrs.name ?? '') }]
    case 'video':
      return [{ kind: 'video', text: `${attrs.title ?? ''} (${attrs.provider ?? ''} ${attrs.videoId ?? ''})` }]
    case 'film':
      return filmBlocks(attrs as unknown as Film)
    case 'horizontalRule':
      return [{ kind: 'rule', text: '' }]
    default:
      return node.content ? within(node, as) : []
  }
}

const within = (node: BodyNode, as: TextBlock['kind']): TextBlock[] =>
  (node.content ?? []).flatMap((child) => blocksIn(child, as))

const wordsOf = (node: BodyNode): string => {
  if (node.type === 'hardBreak') return '\n'
  return (
    node.text ??
    (node.content ?? []).map(wordsOf).join(node.content?.some((child) => child.type === 'paragraph') ? ' ' : '')
  )
}

/** A film and the files with it as one piece, then every paragraph of what is said. */
const filmBlocks = ({ film, poster, captions, title, transcript }: Film): TextBlock[] => [
  {
    kind: 'video',
    text: [
      `#${film.mediaId}`,
      title,
      poster && `#${poster.mediaId}`,
      ...captions.map((c) => `${c.language} #${c.mediaId}`),
    ]
      .filter(Boolean)
      .join(' · '),
  },
  ...transcript.map(({ text }): TextBlock => ({ kind: 'quote', text })),
]

/** A picture in words: which file, and what stands with it. */
export const pictureWords = (picture: Picture): string =>
  [`#${picture.mediaId}`, picture.alt, picture.caption, picture.source].filter(Boolean).join(' · ')
