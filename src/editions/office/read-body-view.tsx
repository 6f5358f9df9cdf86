import type { Child, FC } from 'hono/jsx'
import type { Body, BodyNode, Film, Picture } from '../content.ts'
import type { Say } from '../../web/message.ts'
import { messages } from './messages.ts'

/** Address of a picture for people of the office, whatever the state of its text. */
export const officeImage = (mediaId: number, width = 640): string => `/thu-vien/${mediaId}/xem/${width}`

interface BodyProps {
  body: Body
  say: Say
}

/** A text as readers will see it, for reading in the office: pictures and files come from the library, videos stay links. */
export const ReadBodyView: FC<BodyProps> = ({ body, say }) => (
  <div class="read-body">
    {withoutSkips(body.content ?? []).map((node) => (
      <NodeView node={node} say={say} />
    ))}
  </div>
)

/** Headings that leave a level out are drawn one level below the last, so that the outline can be walked. */
function withoutSkips(nodes: readonly BodyNode[]): BodyNode[] {
  let last = 1
  return nodes.map((node) => {
    if (node.type !== 'heading') return node
    last = Math.min(Number(node.attrs?.level) || 2, last + 1)
    return { ...node, attrs: { ...node.attrs, level: last } }
  })
}

const NodeView: FC<{ node: BodyNode; say: Say }> = ({ node, say }) => {
  const attrs = node.attrs ?? {}
  const children = (): Child => (node.content ?? []).map((child) => <NodeView node={child} say={say} />)
  switch (node.type) {
    case 'text':
      return <Marked text={node.text ?? ''} marks={node.marks ?? []} />
    case 'paragraph':
      return <p style={alignOf(attrs)}>{children()}</p>
    case 'heading':
      return <HeadingView level={Number(attrs.level)}>{children()}</HeadingView>
    case 'bulletList':
      return <ul>{children()}</ul>
    case 'orderedList':
      return <ol start={numberOr(attrs.start, 1)}>{children()}</ol>
    case 'listItem':
      return <li>{children()}</li>
    case 'blockquote':
      return <blockquote>{children()}</blockquote>
    case 'hardBreak':
      return <br />
    case 'horizontalRule':
      return <hr />
    case 'table':
      return (
        <div class="table-scroll" tabindex={0} role="group" aria-label={say(messages.tableInText)}>
          <table>
            <tbody>{children()}</tbody>
          </table>
        </div>
      )
    case 'tableRow':
      return <tr>{children()}</tr>
    case 'tableHeader':
      return (
        <th colspan={numberOr(attrs.colspan, 1)} rowspan={numberOr(attrs.rowspan, 1)}>
          {children()}
        </th>
      )
    case 'tableCell':
      return (
        <td colspan={numberOr(attrs.colspan, 1)} rowspan={numberOr(attrs.rowspan, 1)}>
          {children()}
        </td>
      )
    default:
      return <EmbedView node={node} say={say} />
  }
}

/** What a text embeds: pictures, files, videos. */
const EmbedView: FC<{ node: BodyNode; say: Say }> = ({ node, say }) => {
  const attrs = node.attrs ?? {}
  switch (node.type) {
    case 'image':
      return <PictureView picture={pictureOf(attrs)} say={say} />
    case 'gallery':
      return <GalleryView pictures={Array.isArray(attrs.pictures) ? attrs.pictures.map(pictureOf) : []} say={say} />
    case 'attachment':
      return (
        <p>
          <a href={`/thu-vien/${Number(attrs.mediaId)}`}>
            {say(messages.file)}: {text(attrs.name)}
          </a>
        </p>
      )
    case 'video':
      return (
        <p class="read-video">
          <a href={videoAddress(attrs)} rel="noopener noreferrer" target="_blank">
            {say(messages.video)}: {text(attrs.title) || videoAddress(attrs)}
          </a>
        </p>
      )
    case 'film':
      return <FilmRead film={attrs as unknown as Film} say={say} />
    // A node of a newer release is named rather than lost.
    default:
      return <p class="soft">[{node.type}]</p>
  }
}

/** A film of the library as it can be watched, its captions by number, and what is said in it. */
const FilmRead: FC<{ film: Film; say: Say }> = ({ film, say }) => (
  <figure class="read-figure">
    <video
      controls
      playsinline
      preload="none"
      src={officeImage(film.film.mediaId, 0)}
      poster={film.poster ? officeImage(film.poster.mediaId) : undefined}
      aria-label={film.title || say(messages.video)}
    >
      {film.captions.map(({ mediaId, language }) => (
        <track kind="captions" srclang={language} label={language} src={officeImage(mediaId, 0)} />
      ))}
    </video>
    <figcaption>
      {say(messages.video)}: {film.title || `#${film.film.mediaId}`}
    </figcaption>
    {film.transcript.length > 0 && (
      <details>
        <summary>{say(messages.transcript)}</summary>
        {film.transcript.map((said) => (
          <p>{said.text}</p>
        ))}
      </details>
    )}
  </figure>
)

/** A picture with its caption and source; without alternative text it says so where the words would stand. */
export const PictureView: FC<{ picture: Picture; say: Say }> = ({ picture, say }) => (
  <figure class="read-figure">
    <img src={officeImage(picture.mediaId)} alt={picture.alt} loading="lazy" />
    <figcaption>
      {picture.caption && <span>{picture.caption} </span>}
      {picture.source && <span class="soft">({picture.source}) </span>}
      {picture.alt ? (
        <span class="soft small">
          {say(messages.altText)}: {picture.alt}
        </span>
      ) : (
        <span class="tag tag-warn">{say(messages.altMissing)}</span>
      )}
    </figcaption>
  </figure>
)

export const GalleryView: FC<{ pictures: readonly Picture[]; say: Say }> = ({ pictures, say }) => (
  <div class="read-gallery">
    {pictures.map((picture) => (
      <PictureView picture={picture} say={say} />
    ))}
  </div>
)

const HeadingView: FC<{ level: number; children?: Child }> = ({ level, children }) => {
  if (level >= 4) return <h4>{children}</h4>
  return level === 3 ? <h3>{children}</h3> : <h2>{children}</h2>
}

const Marked: FC<{ text: string; marks: NonNullable<BodyNode['marks']> }> = ({ text: words, marks }) => {
  const [mark, ...rest] = marks
  if (!mark) return <>{words}</>
  const inner = <Marked text={words} marks={rest} />
  switch (mark.type) {
    case 'bold':
      return <strong>{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'underline':
      return <u>{inner}</u>
    case 'strike':
      return <s>{inner}</s>
    case 'subscript':
      return <sub>{inner}</sub>
    case 'superscript':
      return <sup>{inner}</sup>
    case 'link':
      return <LinkView attrs={mark.attrs ?? {}}>{inner}</LinkView>
    default:
      return inner
  }
}

const LinkView: FC<{ attrs: Record<string, unknown>; children?: Child }> = ({ attrs, children }) => {
  if (typeof attrs.entryId === 'number') return <a href={`/muc/${attrs.entryId}`}>{children}</a>
  const href = text(attrs.href)
  // What is stored was read by the kind; a scheme that is not a plain link is still never followed from here.
  return /^(?:https?:|mailto:|tel:|\/(?!\/)|#)/i.test(href) ? (
    <a href={href} rel="noopener noreferrer" target="_blank">
      {children}
    </a>
  ) : (
    <>{children}</>
  )
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isInteger(value) ? value : otherwise
const alignOf = (attrs: Record<string, unknown>): string | undefined =>
  attrs.textAlign === 'center' || attrs.textAlign === 'right' || attrs.textAlign === 'justify'
    ? `text-align: ${attrs.textAlign}`
    : undefined

/** The picture an untrusted value speaks of. */
const pictureOf = (value: unknown): Picture => {
  const attrs = (value ?? {}) as Record<string, unknown>
  return {
    mediaId: numberOr(attrs.mediaId, 0),
    alt: text(attrs.alt),
    caption: text(attrs.caption),
    source: text(attrs.source),
  }
}

const videoAddress = (attrs: Record<string, unknown>): string =>
  attrs.provider === 'vimeo'
    ? `https://vimeo.com/${encodeURIComponent(text(attrs.videoId))}`
    : `https://www.youtube.com/watch?v=${encodeURIComponent(text(attrs.videoId))}`
