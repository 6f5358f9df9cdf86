import type { Editor } from '@tiptap/core'
import type { Autosave } from './autosave.ts'
import { beginComment } from './comments.ts'
import { must } from './element.ts'
import { editLink } from './insert-sheets.ts'
import { takeMainStep } from './steps.ts'

interface Parts {
  autosave: Autosave
  editor: Editor
  siteId: number
  tell: (text: string) => void
}

/** Chords of the whole screen; those of the text are the editor's own. Told to people by shortcut-list.ts. */
export function listenForKeys({ autosave, editor, siteId, tell }: Parts): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (!(event.ctrlKey || event.metaKey)) return
      const key = event.key.toLowerCase()
      if (key === 's' && !event.shiftKey) {
        event.preventDefault()
        void autosave.save()
      } else if (key === 'enter' && !document.querySelector('dialog[open]')) {
        event.preventDefault()
        void autosave.save().then((done) => void (done && takeMainStep()))
      } else if (event.code === 'KeyP' && event.altKey) {
        event.preventDefault()
        must<HTMLFormElement>('[data-preview]').requestSubmit()
      } else if (key === 'k' && editor.isFocused) {
        event.preventDefault()
        editLink(editor, siteId)
      } else if (event.code === 'KeyM' && event.altKey) {
        event.preventDefault()
        beginComment(editor, tell)
      }
    },
    { capture: true },
  )
}
