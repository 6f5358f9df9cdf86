import type { Editor } from '@tiptap/core'
import { beginComment } from './comments.ts'
import { element, must } from './element.ts'
import { editFilm } from './film-sheet.ts'
import { insertBlocks } from './insert-blocks.ts'
import { pickMedia } from './media-picker.ts'
import type { PictureQueue } from './picture-queue.ts'
import type { Outside } from './tools.ts'

interface Parts {
  siteId: number
  pictures: PictureQueue
  editor: Editor
  tell: (text: string) => void
}

/** What the toolbar asks of the library and of the panel. */
export function outsideActs({ siteId, pictures, tell, editor }: Parts): Outside {
  const chooser = element('input', { type: 'file', multiple: true, hidden: true, 'aria-hidden': true, tabindex: -1 })
  chooser.addEventListener('change', () => {
    pictures.insert(editor, [...(chooser.files ?? [])])
    chooser.value = ''
  })
  must('[data-tools]').append(chooser)
  return {
    siteId,
    upload: () => chooser.click(),
    insertPictures: (target) =>
      pickMedia({ siteId, kind: 'image', many: true }, (found) =>
        insertBlocks(
          target,
          found.map(({ id, alt, caption, source }) => ({
            type: 'image',
            attrs: { mediaId: id, alt, caption, source },
          })),
        ),
      ),
    insertGallery: (target) =>
      pickMedia({ siteId, kind: 'image', many: true }, (found) =>
        insertBlocks(target, [
          {
            type: 'gallery',
            attrs: { pictures: found.map(({ id, alt, caption, source }) => ({ mediaId: id, alt, caption, source })) },
          },
        ]),
      ),
    insertFile: (target) =>
      pickMedia({ siteId, kind: 'document', many: true }, (found) =>
        insertBlocks(
          target,
          found.map(({ id, name }) => ({ type: 'attachment', attrs: { mediaId: id, name } })),
        ),
      ),
    insertFilm: (target) =>
      editFilm(siteId, undefined, (film) => insertBlocks(target, [{ type: 'film', attrs: { ...film } }])),
    comment: (target) => beginComment(target, tell),
  }
}
