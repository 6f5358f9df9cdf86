import { Editor } from '@tiptap/core'
import type { Body, Content } from '../../editions/content.ts'
import { countWords } from '../../editions/body/plain-text.ts'
import { createAutosave, type Autosave } from './autosave.ts'
import { watchComments } from './comments.ts'
import { readDraft, writeDraft, type Held } from './draft.ts'
import type { EditorData } from './editor-data.ts'
import { must } from './element.ts'
import { extensions } from './extensions.ts'
import { commentHighlights } from './highlights.ts'
import { openKeeper, type LocalKeeper } from './keep-local.ts'
import { listenForKeys } from './keys.ts'
import { offerLeftBehind, showConflict, type Conflict } from './left-behind.ts'
import { lendToViews } from './node-views.ts'
import { outsideActs } from './outside-acts.ts'
import { handlePaste } from './paste.ts'
import { createPictureQueue, type PictureQueue } from './picture-queue.ts'
import { watchPresence } from './presence.ts'
import { previewPane } from './preview-pane.ts'
import { drawWidgets } from './side-widgets.ts'
import { statusLine, type StatusLine } from './status-line.ts'
import { watchSteps } from './steps.ts'
import { easeTitle } from './title-box.ts'
import { drawToolbar } from './toolbar.ts'
import { createUploads } from './uploads.ts'
import { say } from './words.ts'

/** What the parts of the screen share. */
interface Screen {
  data: EditorData
  form: HTMLFormElement
  held: Held
  editor: Editor
  status: StatusLine
  pictures: PictureQueue
  autosave: Autosave
  read: () => Content
  write: (content: Content) => void
}

const dataElement = document.querySelector('#du-lieu-bai')
if (dataElement) void begin(JSON.parse(dataElement.textContent ?? '') as EditorData)

async function begin(data: EditorData): Promise<void> {
  const keeper = await openKeeper(data.editionId, data.me.id)
  const screen = build(data, keeper)
  watchTyping(screen)
  listenForKeys({ autosave: screen.autosave, editor: screen.editor, siteId: data.siteId, tell: screen.status.tell })
  watchPresence(data.editionId, {
    isTyping: () => Date.now() - lastTyped < 10_000,
    answered: ({ revision, savedBy }) =>
      void (revision > screen.autosave.revision() && !screen.autosave.isDirty() && screen.status.someoneSaved(savedBy)),
  })
  globalThis.addEventListener('pagehide', () => screen.autosave.leave())
  const offered = new Set<string>()
  await offerLeftBehind(screen, keeper, offered)
  // A tab closed a moment ago may still hold its words.
  setTimeout(() => void offerLeftBehind(screen, keeper, offered), 2500)
  document.documentElement.dataset.editorReady = 'yes'
}

let lastTyped = 0

function build(data: EditorData, keeper: LocalKeeper): Screen {
  const form = must<HTMLFormElement>('#bai')
  const { content } = data
  const held = heldOf(data)
  let conflict: Conflict | undefined
  const openConflict = (): void => {
    if (conflict) showConflict(screen, conflict)
  }
  const status = statusLine({ openConflict, reload: () => location.reload() })
  const uploads = createUploads(data.siteId, must('[data-notices]'), status.tell)
  const pictures = createPictureQueue(uploads, () => screen.editor)
  lendToViews({ siteId: data.siteId, pictureOnItsWay: pictures.find })
  const editor = mountEditor(data, pictures, status)
  const read = (): Content => readDraft(form, held, editor.getJSON() as Body)
  const steps = watchSteps(data.editionId, () => screen.autosave)
  const autosave = createAutosave(
    {
      editionId: data.editionId,
      person: data.me.id,
      keeper,
      read,
      show: status.show,
      saved: ({ revision, dropped, explicit }) => {
        if (dropped.length > 0) status.tell(say('dropped', { what: dropped.join('; ') }))
        if (explicit) status.sayNextSaved()
        steps.saved(revision)
        preview.saved()
      },
      conflict: (met) => {
        conflict = met
        openConflict()
      },
    },
    { revision: data.revision, at: new Date(data.savedAt), content },
  )
  const preview = previewPane({ editionId: data.editionId, autosave: () => autosave, tell: status.tell })
  const widgets = drawWidgets({ data, held, changed: autosave.changed, tell: status.tell })
  const write = (next: Content): void => {
    Object.assign(held, {
      lead: next.lead,
      gallery: next.gallery,
      attachments: next.attachments,
      relatedIds: next.relatedIds,
    })
    writeDraft(form, next, widgets.addCreditRow)
    widgets.redraw()
    setBody(editor, next.body)
    autosave.changed()
  }
  const screen: Screen = { data, form, held, editor, status, pictures, autosave, read, write }
  drawToolbar(must('[data-tools]'), editor, outsideActs({ siteId: data.siteId, pictures, editor, tell: status.tell }))
  stackBars()
  easeTitle()
  watchComments(editor, data, status.tell)
  return screen
}

/** Puts another text in place. A picture still on its way belongs to no saved text; it goes on below the last words. */
function setBody(editor: Editor, body: Body): void {
  const waiting: Body['content'] = []
  editor.state.doc.descendants((node) => {
    if (node.attrs.uploadId) waiting.push(node.toJSON() as Body)
  })
  editor.commands.setContent({ ...body, content: [...body.content, ...waiting] }, { emitUpdate: false })
}

/** What the panel holds beside its fields, as the article brings it. */
function heldOf({ content, authors }: EditorData): Held {
  const named = [...authors, ...content.credits.map(({ authorId, name }) => ({ id: authorId, name }))]
  return {
    lead: content.lead,
    gallery: content.gallery,
    attachments: content.attachments,
    relatedIds: content.relatedIds,
    authors: new Map(named.map((author) => [author.name.toLocaleLowerCase('vi'), author])),
  }
}

function mountEditor(data: EditorData, pictures: PictureQueue, status: StatusLine): Editor {
  const place = must<HTMLElement>('[data-body]')
  // The plain box goes, so that the form no longer carries it; the text lives in the editor from here.
  place.replaceChildren()
  const editor: Editor = new Editor({
    element: place,
    content: data.content.body,
    injectCSS: false,
    extensions: [...extensions(), commentHighlights(() => data.comments)],
    editorProps: {
      attributes: {
        id: 'o-van-ban',
        class: 'prose',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': say('bodyLabel'),
        spellcheck: 'false',
      },
      handlePaste: (_view, event) =>
        handlePaste(editor, pictures, (dropped) => status.tell(say('dropped', { what: dropped.join('; ') })))(event),
      handleDrop: (view, event) => {
        const files = [...(event.dataTransfer?.files ?? [])]
        // A picture of the text that is moved within it comes with a file of itself.
        if (files.length === 0 || view.dragging) return false
        pictures.insert(editor, files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos)
        return true
      },
    },
  })
  return editor
}

/** What sticks below the bar and the toolbar must know how tall they are just now. */
function stackBars(): void {
  const screen = must<HTMLElement>('[data-editor]')
  const parts = [
    ['--bar', must<HTMLElement>('.editor-bar')],
    ['--tools', must<HTMLElement>('[data-tools]')],
  ] as const
  const measure = (): void => {
    for (const [name, part] of parts) screen.style.setProperty(name, `${part.offsetHeight}px`)
  }
  const watch = new ResizeObserver(measure)
  for (const [, part] of parts) watch.observe(part)
}

function watchTyping({ editor, form, autosave }: Screen): void {
  const words = must<HTMLElement>('[data-words]')
  const changed = (): void => {
    lastTyped = Date.now()
    autosave.changed()
  }
  const count = (): void =>
    void (words.textContent = say('wordsCount', {
      n: countWords(editor.getText({ blockSeparator: '\n' })).toLocaleString('vi'),
    }))
  editor.on('update', ({ transaction }) => {
    if (!transaction.docChanged) return
    changed()
    count()
  })
  count()
  // Fields of the panel belong to the form wherever they stand. Bylines report themselves once they are one.
  for (const type of ['input', 'change']) {
    document.addEventListener(type, ({ target }) => {
      if (
        (target instanceof HTMLInputElement ||
          target instanceof HTMLTextAreaElement ||
          target instanceof HTMLSelectElement) &&
        target.form === form
      )
        changed()
    })
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void autosave.save()
  })
}
