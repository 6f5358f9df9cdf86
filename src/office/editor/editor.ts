import { Editor } from '@tiptap/core'
import type { Body, Content } from '../../editions/content.ts'
import { countWords } from '../../editions/body/plain-text.ts'
import { createAutosave, type Autosave } from './autosave.ts'
import { beginComment, watchComments } from './comments.ts'
import { chooseBetween } from './conflict-sheet.ts'
import { canonical, readDraft, writeDraft, type Held } from './draft.ts'
import type { EditorData, SaveAnswer } from './editor-data.ts'
import { button, element, must } from './element.ts'
import { extensions } from './extensions.ts'
import { insertBlocks } from './insert-blocks.ts'
import { editLink } from './insert-sheets.ts'
import { commentHighlights } from './highlights.ts'
import { openKeeper, type LocalKeeper } from './keep-local.ts'
import { pickMedia } from './media-picker.ts'
import { lendToViews } from './node-views.ts'
import { handlePaste } from './paste.ts'
import { createPictureQueue, type PictureQueue } from './picture-queue.ts'
import { watchPresence } from './presence.ts'
import { drawWidgets } from './side-widgets.ts'
import { statusLine, type StatusLine } from './status-line.ts'
import { takeMainStep, watchSteps } from './steps.ts'
import { drawToolbar, type Outside } from './toolbar.ts'
import { previewPane } from './preview-pane.ts'
import { easeTitle } from './title-box.ts'
import { createUploads, type Uploads } from './uploads.ts'
import { say, timeOf } from './words.ts'

/** What the parts of the screen share. */
interface Screen {
  data: EditorData
  form: HTMLFormElement
  held: Held
  editor: Editor
  status: StatusLine
  uploads: Uploads
  pictures: PictureQueue
  autosave: Autosave
  read: () => Content
  write: (content: Content) => void
}
type Conflict = Extract<SaveAnswer, { outcome: 'conflict' }>

const dataElement = document.querySelector('#du-lieu-bai')
if (dataElement) void begin(JSON.parse(dataElement.textContent ?? '') as EditorData)

async function begin(data: EditorData): Promise<void> {
  const keeper = await openKeeper(data.editionId, data.me.id)
  const screen = build(data, keeper)
  watchTyping(screen)
  listenForKeys(screen)
  watchPresence(data.editionId, {
    isTyping: () => Date.now() - lastTyped < 10_000,
    answered: ({ revision, savedBy }) => void (revision > screen.autosave.revision() && !screen.autosave.isDirty() && screen.status.someoneSaved(savedBy)),
  })
  globalThis.addEventListener('pagehide', () => screen.autosave.leave())
  // Words are kept on this computer; the bytes of a picture on its way are not.
  globalThis.addEventListener('beforeunload', (event) => void (screen.uploads.running() > 0 && event.preventDefault()))
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
  const held: Held = {
    lead: content.lead, gallery: content.gallery, attachments: content.attachments, relatedIds: content.relatedIds,
    authors: new Map([...data.authors, ...content.credits.map(({ authorId, name }) => ({ id: authorId, name }))].map((author) => [author.name.toLocaleLowerCase('vi'), author])),
  }
  let conflict: Conflict | undefined
  const openConflict = (): void => void (conflict && showConflict(screen, conflict))
  const status = statusLine({ openConflict, reload: () => location.reload() })
  const uploads = createUploads(data.siteId, must('[data-notices]'), status.tell)
  const pictures = createPictureQueue(uploads, () => screen.editor)
  lendToViews({ siteId: data.siteId, pictureOnItsWay: pictures.find })
  const editor = mountEditor(data, pictures, status)
  const read = (): Content => readDraft(form, held, editor.getJSON() as Body)
  const steps = watchSteps(data.editionId, () => screen.autosave)
  const autosave = createAutosave({
    editionId: data.editionId, person: data.me.id, keeper, read, show: status.show,
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
  }, { revision: data.revision, at: new Date(data.savedAt), content })
  const preview = previewPane({ editionId: data.editionId, autosave: () => autosave, tell: status.tell })
  const widgets = drawWidgets({ data, held, changed: autosave.changed, tell: status.tell })
  const write = (next: Content): void => {
    Object.assign(held, { lead: next.lead, gallery: next.gallery, attachments: next.attachments, relatedIds: next.relatedIds })
    writeDraft(form, next, widgets.addCreditRow)
    widgets.redraw()
    // A picture still on its way belongs to no saved text; it goes on below the last words.
    const waiting: unknown[] = []
    editor.state.doc.descendants((node) => void (node.attrs.uploadId && waiting.push(node.toJSON())))
    editor.commands.setContent({ ...next.body, content: [...next.body.content, ...(waiting as Body['content'])] }, { emitUpdate: false })
    autosave.changed()
  }
  const screen: Screen = { data, form, held, editor, status, uploads, pictures, autosave, read, write }
  drawToolbar(must('[data-tools]'), editor, outsideActs(screen))
  stackBars()
  easeTitle()
  watchComments(editor, data, status.tell)
  return screen
}

function mountEditor(data: EditorData, pictures: PictureQueue, status: StatusLine): Editor {
  const place = must<HTMLElement>('[data-body]')
  // The plain box goes, so that the form no longer carries it; the text lives in the editor from here.
  place.replaceChildren()
  const editor: Editor = new Editor({
    element: place, content: data.content.body, injectCSS: false,
    extensions: [...extensions(), commentHighlights(() => data.comments)],
    editorProps: {
      attributes: { id: 'o-van-ban', class: 'prose', role: 'textbox', 'aria-multiline': 'true', 'aria-label': say('bodyLabel'), spellcheck: 'false' },
      handlePaste: (_view, event) => handlePaste(editor, pictures, (dropped) => status.tell(say('dropped', { what: dropped.join('; ') })))(event),
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
  const parts = [['--bar', must<HTMLElement>('.editor-bar')], ['--tools', must<HTMLElement>('[data-tools]')]] as const
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
  const count = (): void => void (words.textContent = say('wordsCount', { n: countWords(editor.getText({ blockSeparator: '\n' })).toLocaleString('vi') }))
  editor.on('update', ({ transaction }) => {
    if (!transaction.docChanged) return
    changed()
    count()
  })
  count()
  // Fields of the panel belong to the form wherever they stand. Bylines report themselves once they are one.
  for (const type of ['input', 'change']) {
    document.addEventListener(type, ({ target }) => {
      if ((target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) && target.form === form) changed()
    })
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void autosave.save()
  })
}

function outsideActs({ data, pictures, status, editor }: Screen): Outside {
  const chooser = element('input', { type: 'file', multiple: true, hidden: true, 'aria-hidden': true, tabindex: -1 })
  chooser.addEventListener('change', () => {
    pictures.insert(editor, [...(chooser.files ?? [])])
    chooser.value = ''
  })
  must('[data-tools]').append(chooser)
  const { siteId } = data
  return {
    siteId,
    upload: () => chooser.click(),
    insertPictures: (target) => pickMedia({ siteId, kind: 'image', many: true }, (found) =>
      insertBlocks(target, found.map(({ id, alt, caption, source }) => ({ type: 'image', attrs: { mediaId: id, alt, caption, source } })))),
    insertGallery: (target) => pickMedia({ siteId, kind: 'image', many: true }, (found) =>
      insertBlocks(target, [{ type: 'gallery', attrs: { pictures: found.map(({ id, alt, caption, source }) => ({ mediaId: id, alt, caption, source })) } }])),
    insertFile: (target) => pickMedia({ siteId, kind: 'document', many: true }, (found) =>
      insertBlocks(target, found.map(({ id, name }) => ({ type: 'attachment', attrs: { mediaId: id, name } })))),
    comment: (target) => beginComment(target, status.tell),
  }
}

function listenForKeys({ autosave, editor, data, status }: Screen): void {
  document.addEventListener('keydown', (event) => {
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
      editLink(editor, data.siteId)
    } else if (event.code === 'KeyM' && event.altKey) {
      event.preventDefault()
      beginComment(editor, status.tell)
    }
  }, { capture: true })
}

function showConflict({ data, read, write, autosave }: Screen, { theirs }: Conflict): void {
  if (document.querySelector('dialog:modal')) return
  chooseBetween({
    mine: read(), base: autosave.base(), theirs: { content: theirs.content, name: theirs.name, time: timeOf(new Date(theirs.at)) }, data,
    done: (chosen) => {
      autosave.rebase(theirs.revision, theirs.content)
      write(chosen)
      void autosave.save()
    },
  })
}

/** Words of tabs that are gone, which the server does not have, are offered; what it has is forgotten. */
async function offerLeftBehind(screen: Screen, keeper: LocalKeeper, offered: Set<string>): Promise<void> {
  const standing = canonical(screen.data.content)
  const left = (await keeper.leftBehind()).filter((kept) => {
    const isSame = canonical(kept.content) === standing
    if (isSame) kept.forget()
    return !isSame && !offered.has(kept.key)
  })
  for (const kept of left) {
    offered.add(kept.key)
    const time = timeOf(new Date(kept.at))
    const notice = element('div', { class: 'notice notice-warn row', role: 'status', 'data-kept': true }, element('span', {}, say('keptTitle', { time })))
    const end = (): void => {
      kept.forget()
      notice.remove()
    }
    const restore = (): void => {
      if (kept.revision === screen.autosave.revision() && !screen.autosave.isDirty()) {
        screen.write(kept.content)
        return end()
      }
      chooseBetween({ mine: kept.content, theirs: { content: screen.read(), name: screen.data.savedBy, time: timeOf(new Date(screen.data.savedAt)) }, title: say('keptCompareTitle'), data: screen.data, done: (chosen) => {
        screen.write(chosen)
        end()
      } })
    }
    notice.append(button(say('keptRestore'), restore, { class: 'button button-primary' }), button(say('keptDiscard'), end))
    must('[data-notices]').append(notice)
  }
}
