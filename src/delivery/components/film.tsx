import type { FC } from 'hono/jsx'
import type { Film } from '../../editions/content.ts'
import { fileUrl, imageUrl } from '../../media/address.ts'
import { kindOfMime, lengthInWords, sizeInWords } from '../../media/file-kinds.ts'
import { fill, type Say } from '../../web/message.ts'
import type { LiveFile, LiveFiles } from '../live-media.ts'
import { messages } from '../messages.ts'
import { nearest } from './picture.tsx'

interface FilmProps {
  film: Film
  files: LiveFiles
  say: Say
  /** Path of the signed link, while a draft is previewed. */
  base?: string
  /** The page opens with it: a sharper poster. */
  isFirst?: boolean
}

/**
 * A film of the portal's own in the browser's own player: nothing of it is loaded before the reader presses play. Below it its
 * length, the way to take it along, and what is said in it. Draws nothing where the file is not live.
 */
export const FilmView: FC<FilmProps> = ({ film, files, say, base = '', isFirst = false }) => {
  const file = files.get(film.film.mediaId)
  if (file?.kind !== 'video') return film.transcript.length > 0 ? <Transcript film={film} say={say} /> : null
  const address = `${base}${fileUrl(file.id, file.name)}`
  const poster = film.poster ? posterUrl(files.get(film.poster.mediaId), isFirst ? 960 : 640) : undefined
  const captions = film.captions.flatMap(({ mediaId, language }) => {
    const track = files.get(mediaId)
    return track?.kind === 'captions' ? [{ language, src: `${base}${fileUrl(track.id, track.name)}` }] : []
  })
  const facts = { type: kindOfMime(file.mime)?.extension.toUpperCase() ?? '', size: sizeInWords(file.bytes) }
  return (
    <div class={(file.height ?? 0) > (file.width ?? 0) ? 'film film-upright' : 'film'}>
      <figure>
        <video
          controls
          playsinline
          preload="none"
          poster={poster && `${base}${poster}`}
          width={file.width ?? 1280}
          height={file.height ?? 720}
          aria-label={film.title || undefined}
        >
          <source src={address} type={file.mime} />
          {captions.map(({ language, src }, at) => (
            <track
              kind="captions"
              srclang={language}
              label={say(language === 'vi' ? messages.captionsIn : messages.captionsInEnglish)}
              src={src}
              default={at === 0}
            />
          ))}
        </video>
        <figcaption>
          {film.title && <span class="film-title">{film.title}</span>}
          <span class="film-facts">
            {file.durationMs !== null && (
              <span>{fill(say(messages.filmLength), { length: lengthInWords(file.durationMs) })}</span>
            )}
            <a href={address} download={file.name}>
              {fill(say(messages.downloadFilm), facts)}
            </a>
          </span>
        </figcaption>
      </figure>
      {film.transcript.length > 0 && <Transcript film={film} say={say} />}
    </div>
  )
}

const Transcript: FC<{ film: Film; say: Say }> = ({ film, say }) => (
  <details class="film-transcript">
    <summary>{say(messages.transcript)}</summary>
    {film.transcript.map(({ text }) => (
      <p>{text}</p>
    ))}
  </details>
)

/** Address of a picture that stands for a film, in about a width; undefined where it is not live. */
export function posterUrl(file: LiveFile | undefined, width: number): string | undefined {
  if (file?.kind !== 'image') return undefined
  const widths = file.variants.filter(({ format }) => format === 'webp').map((variant) => variant.width)
  return imageUrl(file.id, nearest(widths, width), 'webp')
}

/** Reads a film from the attributes of a node. */
export function filmFrom(attrs: Record<string, unknown>): Film {
  const file = (value: unknown): { mediaId: number } => ({ mediaId: Number((value as Film['film'] | null)?.mediaId) })
  const captions = Array.isArray(attrs.captions) ? (attrs.captions as Film['captions']) : []
  const transcript = Array.isArray(attrs.transcript) ? (attrs.transcript as ({ text?: unknown } | null)[]) : []
  return {
    film: file(attrs.film),
    poster: attrs.poster ? file(attrs.poster) : null,
    captions: captions.map((one) => ({ ...file(one), language: one?.language === 'en' ? 'en' : 'vi' })),
    title: String(attrs.title ?? ''),
    transcript: transcript.map((said) => ({ text: String(said?.text ?? '') })),
  }
}
