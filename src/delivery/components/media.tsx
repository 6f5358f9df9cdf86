import type { Child, FC } from 'hono/jsx'
import type { Picture as PictureInUse } from '../../editions/content.ts'
import { fileUrl } from '../../media/address.ts'
import { sizeInWords } from '../../media/file-kinds.ts'
import { fill, type Say } from '../../web/message.ts'
import type { LiveFiles } from '../live-media.ts'
import { messages } from '../messages.ts'
import { videoPlace } from '../video-frames.ts'
import { phoneWidth, Picture } from './picture.tsx'

interface FigureProps {
  picture: PictureInUse
  files: LiveFiles
  say: Say
  eager?: boolean
  base?: string
  sizes?: string
}

/** A picture with its words. Draws nothing where the file is not live. */
export const Figure: FC<FigureProps> = ({
  picture,
  files,
  say,
  eager,
  base,
  sizes = `(min-width: 44em) 41rem, ${phoneWidth}`,
}) => {
  const file = files.get(picture.mediaId)
  if (file?.kind !== 'image') return null
  const upright = (file.height ?? 0) > (file.width ?? 0)
  return (
    <figure class={upright ? 'figure figure-upright' : 'figure'}>
      <Picture file={file} alt={picture.alt} eager={eager} base={base} sizes={sizes} />
      {(picture.caption || picture.source) && (
        <figcaption>
          {picture.caption && <span>{picture.caption}</span>}{' '}
          {picture.source && <span class="figure-source">{fill(say(messages.photo), { source: picture.source })}</span>}
        </figcaption>
      )}
    </figure>
  )
}

/** A file to take along, with its type and size; plain words where it is not live. */
export const AttachmentLink: FC<{ mediaId: number; name: string; files: LiveFiles; base?: string }> = ({
  mediaId,
  name,
  files,
  base = '',
}) => {
  const file = files.get(mediaId)
  const words = name || file?.name || ''
  if (!file) return <span>{words}</span>
  const extension = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toUpperCase()
  return (
    <>
      <a class="attachment" href={`${base}${fileUrl(file.id, file.name)}`}>
        {words}
      </a>{' '}
      <span class="attachment-facts">{`(${[extension, sizeInWords(file.bytes)].filter(Boolean).join(', ')})`}</span>
    </>
  )
}

/**
 * A film that lies elsewhere: a card that leads there. Nothing of the other host is loaded by this page; where public/reader.js runs,
 * a press puts its player in place of the card.
 */
export const VideoLink: FC<{ provider: string; videoId: string; title: string; say: Say }> = ({
  provider,
  videoId,
  title,
  say,
}): Child => {
  const known = videoPlace(provider, videoId)
  if (!known) return null
  return (
    <div class="video">
      <a
        href={known.page(videoId)}
        target="_blank"
        rel="noopener noreferrer"
        data-frame={known.player(videoId)}
        data-frame-title={title || fill(say(messages.videoOn), { host: known.host })}
        data-frame-action={fill(say(messages.playVideo), { host: known.host })}
      >
        <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
          <circle cx="24" cy="24" r="24" fill="currentColor" />
          <path d="M19 15v18l15-9z" fill="#fff" />
        </svg>
        <span>
          {title && <span class="video-title">{title}</span>}
          <span class="video-action">{fill(say(messages.watchVideo), { host: known.host })}</span>
        </span>
      </a>
      <p class="video-note">{fill(say(messages.videoNote), { host: known.host })}</p>
    </div>
  )
}

/** Reads a picture from the attributes of a node. */
export const pictureFrom = (attrs: Record<string, unknown>): PictureInUse => ({
  mediaId: Number(attrs.mediaId),
  alt: String(attrs.alt ?? ''),
  caption: String(attrs.caption ?? ''),
  source: String(attrs.source ?? ''),
})

/** Reads the pictures of a gallery node. */
export const picturesFrom = (value: unknown): PictureInUse[] =>
  Array.isArray(value)
    ? value
        .filter((item) => typeof item === 'object' && item !== null)
        .map((item) => pictureFrom(item as Record<string, unknown>))
    : []
