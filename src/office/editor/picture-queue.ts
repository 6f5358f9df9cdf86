import type { Editor } from '@tiptap/core'
import { addBelow, insertBlocks } from './insert-blocks.ts'
import type { Uploaded, Uploads } from './uploads.ts'

/** Pictures on their way into the text: their place stands at once, their number comes when the library has them. */
export interface PictureQueue {
  /** Sends a picture and gives the name under which a node in the text waits for it. */
  send(file: File): string
  /** Inserts files at the selection or at a place: pictures as pictures, films and other files once they are there. */
  insert(editor: Editor, files: readonly File[], at?: number): void
  find(uploadId: string): { url: string; failed: boolean } | undefined
}

/** A film stands in the text as one; any other file is handed out. */
const blockOf = ({ mediaId, kind, name }: Uploaded): { type: string; attrs: Record<string, unknown> } =>
  kind === 'video'
    ? { type: 'film', attrs: { film: { mediaId }, title: name.replace(/\.\w+$/, '') } }
    : { type: 'attachment', attrs: { mediaId, name } }

export function createPictureQueue(uploads: Uploads, editor: () => Editor): PictureQueue {
  const known = new Map<string, { url: string; failed: boolean; done?: Uploaded }>()
  const settle = (uploadId: string): void => {
    const entry = known.get(uploadId)
    const { state, view } = editor()
    const tr = state.tr
    const places: { at: number; size: number }[] = []
    state.doc.descendants((node, at) => {
      if (node.attrs.uploadId === uploadId) places.push({ at, size: node.nodeSize })
    })
    for (const { at, size } of places.toReversed()) {
      const node = state.doc.nodeAt(at)!
      const { done } = entry ?? {}
      if (done)
        tr.setNodeMarkup(at, undefined, {
          ...node.attrs,
          mediaId: done.mediaId,
          uploadId: null,
          alt: node.attrs.alt || done.alt,
          caption: node.attrs.caption || done.caption || '',
          source: node.attrs.source || done.source || '',
        })
      else tr.delete(at, at + size)
    }
    // Undo must not bring back a picture without its number.
    if (places.length > 0) view.dispatch(tr.setMeta('addToHistory', false))
  }
  const queue: PictureQueue = {
    send(file) {
      const uploadId = `u${Date.now().toString(36)}${known.size}`
      known.set(uploadId, { url: URL.createObjectURL(file), failed: false })
      uploads
        .send(file)
        .then(
          (done) => known.set(uploadId, { ...known.get(uploadId)!, done }),
          () => known.set(uploadId, { ...known.get(uploadId)!, failed: true }),
        )
        .finally(() => settle(uploadId))
      return uploadId
    },
    insert(target, files, at) {
      const pictures = files.filter((file) => file.type.startsWith('image/'))
      const content = pictures.map((file) => ({
        type: 'image',
        attrs: { uploadId: queue.send(file), alt: '', caption: '', source: '' },
      }))
      insertBlocks(target, content, at)
      for (const file of files.filter((other) => !other.type.startsWith('image/'))) {
        uploads.send(file).then(
          (done) => addBelow(target, [blockOf(done)]),
          () => {},
        )
      }
    },
    find: (uploadId) => known.get(uploadId),
  }
  return queue
}
