import type { NodeViewRenderer } from '@tiptap/core'
import type { Film, Picture } from '../../editions/content.ts'
import { button, element } from './element.ts'
import { editFilm } from './film-sheet.ts'
import { editAttachment, editGallery, editPicture } from './picture-sheet.ts'
import { say } from './words.ts'

type Attributes = Record<string, unknown>
/** What the screen lends to the views of nodes: pictures on their way, and where the library is. */
export interface Lender {
  siteId: number
  pictureOnItsWay(uploadId: string): { url: string; failed: boolean } | undefined
}
const lenders = new WeakMap<Document, Lender>()
export const lendToViews = (lender: Lender): void => void lenders.set(document, lender)

/** A block drawn by `draw`, with buttons to edit and to remove it. */
function view(
  label: string,
  draw: (attrs: Attributes) => Node[],
  edit?: (attrs: Attributes, change: (attrs: Attributes) => void) => void,
): NodeViewRenderer {
  return ({ editor, node, getPos }) => {
    let current = node
    const dom = element('figure', { class: 'node', 'aria-label': label })
    const change = (attrs: Attributes): void => {
      const at = getPos()
      if (at === undefined) return
      editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, { ...current.attrs, ...attrs }))
      editor.commands.focus()
    }
    const remove = (): void => {
      const at = getPos()
      if (at !== undefined)
        editor
          .chain()
          .deleteRange({ from: at, to: at + current.nodeSize })
          .focus()
          .run()
    }
    const openEditor = (): void => edit?.(current.attrs, change)
    const acts = element('div', { class: 'node-acts' })
    if (edit)
      acts.append(button(say('edit'), openEditor, { class: 'button', 'aria-label': `${say('edit')}: ${label}` }))
    acts.append(button(say('remove'), remove, { class: 'button', 'aria-label': `${say('remove')}: ${label}` }))
    const redraw = (): void => dom.replaceChildren(...draw(current.attrs), acts)
    redraw()
    if (edit) dom.addEventListener('dblclick', openEditor)
    return {
      dom,
      stopEvent: (event) => event.target instanceof HTMLElement && acts.contains(event.target),
      ignoreMutation: () => true,
      update(next) {
        if (next.type !== current.type) return false
        current = next
        redraw()
        return true
      },
    }
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function drawPicture(attrs: Attributes): Node[] {
  const onItsWay =
    typeof attrs.uploadId === 'string' ? lenders.get(document)?.pictureOnItsWay(attrs.uploadId) : undefined
  const source = typeof attrs.mediaId === 'number' ? `/thu-vien/${attrs.mediaId}/xem/960` : (onItsWay?.url ?? '')
  const caption = element('figcaption', {}, text(attrs.caption))
  if (text(attrs.source)) caption.append(` (${text(attrs.source)})`)
  const missing = element('p', { class: 'node-missing' })
  if (typeof attrs.mediaId === 'number') {
    if (!text(attrs.alt)) missing.append(element('span', { class: 'tag tag-warn' }, say('altMissing')))
    if (!text(attrs.source)) missing.append(element('span', { class: 'tag tag-warn' }, say('sourceMissing')))
  } else missing.append(element('span', { class: 'tag' }, say('uploading', { name: '' })))
  return [
    element('img', { src: source, alt: text(attrs.alt), class: typeof attrs.mediaId === 'number' ? '' : 'on-its-way' }),
    caption,
    missing,
  ]
}

const picturesIn = (attrs: Attributes): Picture[] =>
  Array.isArray(attrs.pictures) ? (attrs.pictures as Picture[]) : []

/** The film as it can be watched here, and what it still lacks. */
function drawFilm(attrs: Attributes): Node[] {
  const { film, poster, captions = [], title, transcript = [] } = attrs as unknown as Partial<Film>
  const missing = element('p', { class: 'node-missing' })
  if (!title) missing.append(element('span', { class: 'tag tag-warn' }, say('filmTitleMissing')))
  if (captions.length + transcript.length === 0)
    missing.append(element('span', { class: 'tag tag-warn' }, say('filmWordsMissing')))
  const player = element('video', {
    controls: true,
    preload: 'none',
    playsinline: true,
    src: film && `/thu-vien/${film.mediaId}/xem/0`,
    poster: poster ? `/thu-vien/${poster.mediaId}/xem/640` : undefined,
    'aria-label': title || say('film'),
  })
  const facts = say('filmHas', { captions: captions.length, paragraphs: transcript.length })
  return [player, element('figcaption', {}, `${title || say('film')} · ${facts}`), missing]
}

/** How blocks that are not plain text look while they are written. */
export const nodeViews = {
  image: view(say('picture'), drawPicture, (attrs, change) => {
    if (typeof attrs.mediaId === 'number')
      editPicture(
        { mediaId: attrs.mediaId, alt: text(attrs.alt), caption: text(attrs.caption), source: text(attrs.source) },
        (picture) => change({ ...picture }),
      )
  }),
  gallery: view(
    say('gallery'),
    (attrs) => [
      element('p', { class: 'node-title' }, say('galleryOf', { n: picturesIn(attrs).length })),
      element(
        'div',
        { class: 'node-gallery' },
        ...picturesIn(attrs).map((picture) =>
          element('img', { src: `/thu-vien/${picture.mediaId}/xem/320`, alt: picture.alt }),
        ),
      ),
    ],
    (attrs, change) =>
      editGallery(lenders.get(document)?.siteId ?? 0, picturesIn(attrs), (pictures) => change({ pictures })),
  ),
  attachment: view(
    say('attachment'),
    (attrs) => [element('p', { class: 'node-title' }, `${say('attachment')}: ${text(attrs.name)}`)],
    (attrs, change) => editAttachment(text(attrs.name), (name) => change({ name })),
  ),
  video: view(
    say('video'),
    (attrs) => [
      element(
        'p',
        { class: 'node-title' },
        `${say('video')} ${text(attrs.provider) === 'vimeo' ? 'Vimeo' : 'YouTube'}: ${text(attrs.title) || text(attrs.videoId)}`,
      ),
    ],
    (attrs, change) => editAttachment(text(attrs.title), (title) => change({ title }), say('videoTitle')),
  ),
  film: view(say('film'), drawFilm, (attrs, change) =>
    editFilm(lenders.get(document)?.siteId ?? 0, attrs as unknown as Film, (film) => change({ ...film })),
  ),
}
