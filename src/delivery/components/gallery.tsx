import type { FC } from 'hono/jsx'
import type { Picture as PictureInUse } from '../../editions/content.ts'
import { imageUrl } from '../../media/address.ts'
import { fill, type Say } from '../../web/message.ts'
import type { LiveFile, LiveFiles } from '../live-media.ts'
import { messages } from '../messages.ts'
import { nearest, phoneWidth, Picture } from './picture.tsx'

interface GalleryProps {
  pictures: readonly PictureInUse[]
  files: LiveFiles
  say: Say
  base?: string
}

/** Script that opens the pictures of a gallery one after the other; without it each is a link to the large picture. */
export const galleryScript = 'gallery.js'

/** Several pictures beside each other, cropped alike around what matters in them; each opens large. */
export const Gallery: FC<GalleryProps> = ({ pictures, files, say, base = '' }) => {
  const shown = live(pictures, files)
  return shown.length === 0 ? null : (
    <div class="gallery" role="group" aria-label={say(messages.gallery)} {...words(say)}>
      {shown.map(({ picture, file }) => (
        <figure class="figure">
          <Large file={file} base={base} say={say}>
            <Picture file={file} alt={picture.alt} base={base} sizes={gallerySizes} />
          </Large>
          <Words picture={picture} say={say} />
        </figure>
      ))}
    </div>
  )
}

/** Two beside each other in the reading column, one on a phone. */
const gallerySizes = `(min-width: 44em) 20rem, (min-width: 38em) calc(50vw - 2rem), ${phoneWidth}`

interface StoryProps extends GalleryProps {
  /** Pictures of the story before these. */
  from: number
  /** Pictures of the whole story. */
  total: number
  /** No picture stands above them: the first is loaded at once. */
  opens: boolean
}

/** The pictures of a photo story, large and in their order, each with its number and its words beside it. */
export const PhotoStory: FC<StoryProps> = ({ pictures, files, say, base = '', from, total, opens }) => {
  const shown = live(pictures, files)
  return shown.length === 0 ? null : (
    <ol class="story plain" start={from + 1} {...words(say)}>
      {shown.map(({ picture, file }, at) => (
        <li id={`anh-${from + at + 1}`}>
          <figure class={isUpright(file) ? 'figure figure-upright story-picture' : 'figure story-picture'}>
            <Large file={file} base={base} say={say}>
              <Picture file={file} alt={picture.alt} base={base} sizes={storySizes} eager={opens && from + at === 0} />
            </Large>
            <figcaption>
              <span class="story-number">{fill(say(messages.pictureOf), { n: from + at + 1, total })}</span>
              {picture.caption && <span class="story-caption">{picture.caption}</span>}
              {picture.source && (
                <span class="figure-source">{fill(say(messages.photo), { source: picture.source })}</span>
              )}
            </figcaption>
          </figure>
        </li>
      ))}
    </ol>
  )
}

const storySizes = `(min-width: 78em) 58rem, (min-width: 64em) calc(100vw - 20rem), ${phoneWidth}`

const live = (pictures: readonly PictureInUse[], files: LiveFiles): { picture: PictureInUse; file: LiveFile }[] =>
  pictures.flatMap((picture) => {
    const file = files.get(picture.mediaId)
    return file?.kind === 'image' ? [{ picture, file }] : []
  })

const isUpright = (file: LiveFile): boolean => (file.height ?? 0) > (file.width ?? 0)

/** What the viewer says, in the language of the page. */
const words = (say: Say) => ({
  'data-gallery': say(messages.pictureOf),
  'data-next': say(messages.nextPicture),
  'data-previous': say(messages.previousPicture),
  'data-close': say(messages.closePicture),
})

const Large: FC<{ file: LiveFile; base: string; say: Say; children?: unknown }> = ({ file, base, say, children }) => {
  const widths = file.variants.filter(({ format }) => format === 'webp').map(({ width }) => width)
  return (
    <a
      class="large"
      href={`${base}${imageUrl(file.id, nearest(widths, 1920), 'webp')}`}
      title={say(messages.openLarge)}
    >
      {children as never}
    </a>
  )
}

const Words: FC<{ picture: PictureInUse; say: Say }> = ({ picture, say }) =>
  picture.caption || picture.source ? (
    <figcaption>
      {picture.caption && <span>{picture.caption}</span>}{' '}
      {picture.source && <span class="figure-source">{fill(say(messages.photo), { source: picture.source })}</span>}
    </figcaption>
  ) : null
