import type { Editor } from '@tiptap/core'
import { safeHref, videoOf } from '../../editions/body/address.ts'
import { button, element, labelled, openSheet } from './element.ts'
import { entryFinder } from './find-entry.ts'
import { insertBlocks } from './insert-blocks.ts'
import { say } from './words.ts'

/** A link on the selected words: to an address, or to an article of the portal, which is found again wherever it moves. */
export function editLink(editor: Editor, siteId: number): void {
  const { href, entryId } = editor.getAttributes('link') as { href?: string | null; entryId?: number | null }
  openSheet(say('link'), (sheet, close) => {
    const { field, input } = labelled(say('linkAddress'), href ?? '')
    const error = element('p', { class: 'error', role: 'alert' })
    const set = (attrs: { href: string | null; entryId: number | null }, words: string): void => {
      const chain = editor.chain().focus()
      if (editor.state.selection.empty && !editor.isActive('link'))
        chain.insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs }] }).run()
      else chain.extendMarkRange('link').setMark('link', attrs).run()
      close()
    }
    const form = element(
      'form',
      { class: 'stack' },
      field,
      error,
      element(
        'div',
        { class: 'row' },
        element('button', { class: 'button button-primary' }, say('apply')),
        ...(href || entryId
          ? [
              button(say('linkRemove'), () => {
                editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
                close()
              }),
            ]
          : []),
        button(say('cancel'), close),
      ),
    )
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const safe = safeHref(input.value)
      if (safe) set({ href: safe, entryId: null }, input.value.trim())
      else error.textContent = say('linkWrong')
    })
    sheet.append(
      form,
      entryFinder(siteId, say('findArticle'), (entry) => set({ href: null, entryId: entry.id }, entry.title)),
    )
  })
}

/** A video by its link. */
export function insertVideo(editor: Editor): void {
  openSheet(say('video'), (sheet, close) => {
    const link = labelled(say('videoLink'), '', { type: 'text' })
    const title = labelled(say('videoTitle'), '')
    const error = element('p', { class: 'error', role: 'alert' })
    const form = element(
      'form',
      { class: 'stack' },
      link.field,
      title.field,
      error,
      element(
        'div',
        { class: 'row' },
        element('button', { class: 'button button-primary' }, say('insert')),
        button(say('cancel'), close),
      ),
    )
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const video = videoOf(link.input.value)
      if (!video) {
        error.textContent = say('videoWrong')
        return
      }
      close()
      insertBlocks(editor, [{ type: 'video', attrs: { ...video, title: title.input.value.trim() } }])
    })
    sheet.append(form)
  })
}
