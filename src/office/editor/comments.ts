import type { Editor } from '@tiptap/core'
import type { EditorData } from './editor-data.ts'
import { element, must } from './element.ts'
import { refreshHighlights } from './highlights.ts'
import { say } from './words.ts'

/** Begins a comment on the selected passage in the panel's form. */
export function beginComment(editor: Editor, tell: (text: string) => void): void {
  const { from, to } = editor.state.selection
  const quote = editor.state.doc.textBetween(from, to, '\n').trim()
  if (!quote) return tell(say('commentNeedsText'))
  const form = must<HTMLFormElement>('[data-comment-form]')
  form.closest('details')!.open = true
  must<HTMLInputElement>('input[name="quote"]', form).value = quote.slice(0, 2000)
  const shown = must<HTMLElement>('[data-comment-quote]', form)
  shown.textContent = quote
  shown.hidden = false
  must<HTMLTextAreaElement>('textarea', form).focus()
}

/** Sends comments without leaving the page, and draws them; marked passages lead to theirs. */
export function watchComments(editor: Editor, data: EditorData, tell: (text: string) => void): void {
  const form = must<HTMLFormElement>('[data-comment-form]')
  const list = must<HTMLElement>('[data-comments]')
  const send = async (): Promise<void> => {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
    })
    const answer = (await response.json()) as { comments?: EditorData['comments']; error?: string; reasons?: string[] }
    if (!answer.comments) return tell(answer.reasons?.join(' ') || answer.error || String(response.status))
    data.comments = answer.comments
    document.querySelector('[data-no-comments]')?.remove()
    form.reset()
    must<HTMLInputElement>('input[name="quote"]', form).value = ''
    must<HTMLElement>('[data-comment-quote]', form).hidden = true
    redraw()
  }
  const redraw = (): void => {
    list.replaceChildren(...data.comments.map((comment) => draw(comment, data.editionId)))
    const note = list.closest('details')?.querySelector('[data-fold-note]')
    if (note) note.textContent = data.comments.length > 0 ? String(data.comments.length) : ''
    editor.view.dispatch(editor.state.tr.setMeta(refreshHighlights, true))
  }
  const resolve = async (done: HTMLFormElement): Promise<void> => {
    const values = new URLSearchParams(new FormData(done) as unknown as Record<string, string>)
    const response = await fetch(done.action, { method: 'POST', headers: { accept: 'application/json' }, body: values })
    if (!response.ok) return tell(response.status === 401 ? say('signedOut') : say('offline'))
    data.comments = data.comments.filter(({ id }) => String(id) !== values.get('gop-y'))
    redraw()
    tell(say('resolved'))
    list.closest('details')?.querySelector('summary')?.focus()
  }
  list.addEventListener('submit', (event) => {
    event.preventDefault()
    resolve(event.target as HTMLFormElement).catch(() => tell(say('offline')))
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    send().catch(() => tell(say('offline')))
  })
  editor.view.dom.addEventListener('click', (event) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-gop-y]')?.dataset.gopY
    const comment = id && document.querySelector<HTMLElement>(`#gop-y-${id}`)
    if (!comment) return
    comment.closest('details')!.open = true
    comment.scrollIntoView({ block: 'nearest' })
  })
}

const draw = (comment: EditorData['comments'][number], editionId: number): HTMLElement =>
  element(
    'li',
    { id: `gop-y-${comment.id}` },
    element('p', { class: 'comment-head' }, element('strong', {}, comment.name)),
    ...(comment.quote ? [element('blockquote', {}, comment.quote)] : []),
    element('p', {}, comment.body),
    element(
      'form',
      { method: 'post', action: `/ban-thao/${editionId}/gop-y-xong` },
      element('input', { type: 'hidden', name: 'gop-y', value: comment.id }),
      element('button', { class: 'link' }, say('resolve')),
    ),
  )
