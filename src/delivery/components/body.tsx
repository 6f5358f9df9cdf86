import type { Child, FC } from 'hono/jsx'
import type { Body, BodyNode } from '../../editions/content.ts'
import type { Say } from '../../web/message.ts'
import { messages } from '../messages.ts'
import type { LiveFiles } from '../live-media.ts'
import { Scrollable } from './lists.tsx'
import { FilmView, filmFrom } from './film.tsx'
import { Gallery, PhotoStory } from './gallery.tsx'
import { AttachmentLink, Figure, VideoLink, pictureFrom, picturesFrom } from './media.tsx'

/** What a text is drawn with. */
export interface BodySurroundings {
  media: LiveFiles
  say: Say
  /** Address of an entry by its number; undefined when it is not live, and its link becomes plain text. */
  addressOf(entryId: number): string | undefined
  /** Path of the signed link, while a draft is previewed. */
  base?: string
  /** Of a photo story: where each of its galleries begins to count, how many pictures there are in all, and whether the page opens with them. */
  story?: { from: ReadonlyMap<BodyNode, number>; total: number; opens: boolean }
}

/**
 * Draws a text stored as nodes. Draws nothing it does not know but the words in it, so no stored value can become markup.
 * Headings never skip a level: the text stands under the h1 of its page.
 */
export const BodyView: FC<{ body: Body } & BodySurroundings> = ({ body, ...around }) => {
  const levels = headingLevels(body)
  return (
    <div class="prose">
      <Blocks nodes={body.content} around={around} levels={levels} />
    </div>
  )
}

interface BlockProps {
  nodes: readonly BodyNode[] | undefined
  around: BodySurroundings
  levels: ReadonlyMap<BodyNode, 2 | 3 | 4>
}

const Blocks: FC<BlockProps> = ({ nodes, ...rest }) => <>{(nodes ?? []).map((node) => drawBlock(node, rest))}</>

function drawBlock(node: BodyNode, rest: Omit<BlockProps, 'nodes'>): Child {
  const { around, levels } = rest
  const inside = <Blocks nodes={node.content} {...rest} />
  switch (node.type) {
    case 'paragraph':
      return node.content?.length ? (
        <p class={alignment(node)}>
          <Inlines nodes={node.content} around={around} />
        </p>
      ) : null
    case 'heading': {
      const Heading = `h${levels.get(node) ?? 2}` as 'h2' | 'h3' | 'h4'
      return (
        <Heading>
          <Inlines nodes={node.content} around={around} />
        </Heading>
      )
    }
    case 'bulletList':
      return <ul>{inside}</ul>
    case 'orderedList':
      return <ol start={startOf(node)}>{inside}</ol>
    case 'listItem':
      return <li>{inside}</li>
    case 'blockquote':
      return <blockquote>{inside}</blockquote>
    case 'horizontalRule':
      return <hr />
    case 'table':
      return (
        <Scrollable label={around.say(messages.table)}>
          <table>
            <Table node={node} {...rest} />
          </table>
        </Scrollable>
      )
    default:
      return drawMedia(node, around) ?? (node.text ? <p>{node.text}</p> : inside)
  }
}

function drawMedia(node: BodyNode, { media, say, base, story }: BodySurroundings): Child {
  const attrs = node.attrs ?? {}
  switch (node.type) {
    case 'image':
      return <Figure picture={pictureFrom(attrs)} files={media} say={say} base={base} />
    case 'gallery':
      return story ? (
        <PhotoStory
          pictures={picturesFrom(attrs.pictures)}
          files={media}
          say={say}
          base={base}
          from={story.from.get(node) ?? 0}
          total={story.total}
          opens={story.opens}
        />
      ) : (
        <Gallery pictures={picturesFrom(attrs.pictures)} files={media} say={say} base={base} />
      )
    case 'attachment':
      return (
        <p class="attachment-line">
          <AttachmentLink mediaId={Number(attrs.mediaId)} name={String(attrs.name ?? '')} files={media} base={base} />
        </p>
      )
    case 'video':
      return (
        <VideoLink
          provider={String(attrs.provider)}
          videoId={String(attrs.videoId)}
          title={String(attrs.title ?? '')}
          say={say}
        />
      )
    case 'film':
      return <FilmView film={filmFrom(attrs)} files={media} say={say} base={base} />
    default:
      return undefined
  }
}

const Table: FC<{ node: BodyNode } & Omit<BlockProps, 'nodes'>> = ({ node, ...rest }) => {
  const rows = node.content ?? []
  const isHead = (row: BodyNode | undefined): boolean =>
    (row?.content ?? []).length > 0 && row!.content!.every((cell) => cell.type === 'tableHeader')
  const head = isHead(rows[0]) && rows.length > 1 ? rows.slice(0, 1) : []
  return (
    <>
      {head.length > 0 && (
        <thead>
          {head.map((row) => (
            <Row row={row} scope="col" {...rest} />
          ))}
        </thead>
      )}
      <tbody>
        {rows.slice(head.length).map((row) => (
          <Row row={row} scope="row" {...rest} />
        ))}
      </tbody>
    </>
  )
}

const Row: FC<{ row: BodyNode; scope: 'row' | 'col' } & Omit<BlockProps, 'nodes'>> = ({ row, scope, ...rest }) => (
  <tr>
    {(row.content ?? []).map((cell) => {
      const span = { colspan: spanOf(cell, 'colspan'), rowspan: spanOf(cell, 'rowspan') }
      const inside = <Blocks nodes={cell.content} {...rest} />
      return cell.type === 'tableHeader' ? (
        <th scope={scope} {...span}>
          {inside}
        </th>
      ) : (
        <td {...span}>{inside}</td>
      )
    })}
  </tr>
)

function spanOf(cell: BodyNode, name: 'colspan' | 'rowspan'): number | undefined {
  const span = Number(cell.attrs?.[name])
  return Number.isInteger(span) && span > 1 && span <= 60 ? span : undefined
}

function startOf(node: BodyNode): number | undefined {
  const start = Number(node.attrs?.start)
  return Number.isInteger(start) && start > 1 && start < 100_000 ? start : undefined
}

const alignment = (node: BodyNode): string | undefined => {
  const align = node.attrs?.textAlign
  return align === 'center' || align === 'right' ? `align-${align}` : undefined
}

const Inlines: FC<{ nodes: readonly BodyNode[] | undefined; around: BodySurroundings }> = ({ nodes, around }) => (
  <>{(nodes ?? []).map((node) => (node.type === 'hardBreak' ? <br /> : withMarks(node, around)))}</>
)

const tags = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
} as const

function withMarks(node: BodyNode, around: BodySurroundings): Child {
  let drawn: Child = node.text ?? <Inlines nodes={node.content} around={around} />
  for (const mark of (node.marks ?? []).toReversed()) {
    if (mark.type === 'link') drawn = drawLink(mark.attrs ?? {}, drawn, around)
    else if (mark.type in tags) {
      const Tag = tags[mark.type as keyof typeof tags]
      drawn = <Tag>{drawn}</Tag>
    }
  }
  return drawn
}

function drawLink(attrs: Record<string, unknown>, drawn: Child, around: BodySurroundings): Child {
  if (typeof attrs.entryId === 'number') {
    const href = around.addressOf(attrs.entryId)
    return href === undefined ? drawn : <a href={href}>{drawn}</a>
  }
  const href = String(attrs.href ?? '')
  if (!/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(href)) return drawn
  return /^https?:/i.test(href) ? (
    <a href={href} rel="noopener">
      {drawn}
    </a>
  ) : (
    <a href={href}>{drawn}</a>
  )
}

function headingLevels(body: Body): Map<BodyNode, 2 | 3 | 4> {
  const levels = new Map<BodyNode, 2 | 3 | 4>()
  let last = 1
  const walk = (node: BodyNode): void => {
    if (node.type === 'heading') {
      const wanted = Math.min(4, Math.max(2, Number(node.attrs?.level) || 2))
      last = Math.min(wanted, last + 1)
      levels.set(node, last as 2 | 3 | 4)
    }
    for (const child of node.content ?? []) walk(child)
  }
  walk(body)
  return levels
}
