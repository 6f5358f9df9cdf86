import type { EditorData } from './editor-data.ts'
import type { Held } from './draft.ts'
import { exactLine } from '../../editions/body/exact-text.ts'
import { button, element, must, redrawn, unattended } from './element.ts'
import { entryFinder } from './find-entry.ts'
import { pickMedia } from './media-picker.ts'
import { drawPictures, pictureFields } from './picture-sheet.ts'
import { focalPoint } from './focal-point.ts'
import { say } from './words.ts'

interface Widgets {
  data: EditorData
  held: Held
  changed: () => void
  tell: (text: string) => void
}

/** Draws the parts of the side panel that need script. `redraw` shows what is held after it changed from outside. */
export function drawWidgets(parts: Widgets): { redraw: () => void; addCreditRow: () => void } {
  const redraw = (): void => {
    drawLead(parts)
    drawGallery(parts)
    drawAttachments(parts)
    drawRelated(parts)
  }
  redraw()
  return { redraw, addCreditRow: drawCredits(parts) }
}

/** Puts the parts of a widget in place; the focus stays where it was. */
const put = (name: string, ...parts: Node[]): void => redrawn(place(name), () => place(name).replaceChildren(...parts))
const place = (name: string): HTMLElement => must<HTMLElement>(`[data-widget="${name}"]`)

function count(name: string, list: readonly unknown[]): void {
  const fold = place(name).closest('details')
  const note =
    fold?.querySelector('[data-fold-note]') ?? element('span', { class: 'fold-note', 'data-fold-note': true })
  note.textContent = list.length > 0 ? String(list.length) : ''
  fold?.querySelector('summary')?.append(note)
}

function drawLead(parts: Widgets): void {
  const { data, held, changed, tell } = parts
  const { lead } = held
  const choose = button(say(lead ? 'chooseOther' : 'choosePicture'), () =>
    pickMedia({ siteId: data.siteId, kind: 'image', many: false }, ([found]) => {
      if (!found) return
      held.lead = { mediaId: found.id, alt: found.alt, caption: found.caption, source: found.source }
      if (!data.files.some((file) => file.id === found.id))
        data.files.push({
          id: found.id,
          kind: found.kind,
          name: found.name,
          focalX: found.focalX,
          focalY: found.focalY,
        })
      drawLead(parts)
      changed()
    }),
  )
  if (!lead) return put('lead', choose)
  const { fields, read } = pictureFields(lead, () => {
    held.lead = read()
    changed()
  })
  const remove = button(say('remove'), () => {
    held.lead = null
    drawLead(parts)
    changed()
  })
  const file = data.files.find((known) => known.id === lead.mediaId) ?? { focalX: 0.5, focalY: 0.5 }
  put(
    'lead',
    focalPoint(lead, file, tell),
    element('p', { class: 'hint' }, say('focal')),
    ...fields,
    element('div', { class: 'row' }, choose, remove),
  )
}

function drawGallery(parts: Widgets): void {
  const { data, held, changed } = parts
  const list = element('div')
  const set = (pictures: Held['gallery']): void => {
    held.gallery = pictures
    redrawn(place('gallery'), () => drawPictures(list, pictures, set))
    count('gallery', pictures)
    changed()
  }
  drawPictures(list, held.gallery, set)
  count('gallery', held.gallery)
  const add = button(say('choosePictures'), () =>
    pickMedia({ siteId: data.siteId, kind: 'image', many: true }, (found) =>
      set([...held.gallery, ...found.map(({ id, alt, caption, source }) => ({ mediaId: id, alt, caption, source }))]),
    ),
  )
  put('gallery', list, add)
}

function drawAttachments(parts: Widgets): void {
  const { data, held, changed } = parts
  const again = (): void => {
    drawAttachments(parts)
    changed()
  }
  const rows = held.attachments.map((file, at) => {
    const input = element('input', { type: 'text', 'aria-label': `${say('attachmentName')} ${at + 1}` })
    input.value = file.name
    input.addEventListener('input', () => {
      held.attachments = held.attachments.map((other, place) =>
        place === at ? { ...other, name: input.value } : other,
      )
      changed()
    })
    return element(
      'li',
      { class: 'row' },
      input,
      button(
        say('remove'),
        () => {
          held.attachments = held.attachments.filter((_, place) => place !== at)
          again()
        },
        { class: 'link', 'aria-label': `${say('remove')}: ${file.name}` },
      ),
    )
  })
  const add = button(say('chooseFiles'), () =>
    pickMedia({ siteId: data.siteId, kind: 'document', many: true }, (found) => {
      held.attachments = [...held.attachments, ...found.map(({ id, name }) => ({ mediaId: id, name }))]
      again()
    }),
  )
  count('attachments', held.attachments)
  put('attachments', element('ul', { class: 'files' }, ...rows), add)
}

function drawRelated(parts: Widgets): void {
  const { data, held, changed } = parts
  const again = (): void => {
    drawRelated(parts)
    changed()
  }
  const rows = held.relatedIds.map((id) => {
    const entry = data.entries.find((known) => known.id === id)
    const title = entry?.title ?? `#${id}`
    return element(
      'li',
      {},
      element('span', {}, title),
      ...(entry?.live === false || !entry ? [' ', element('span', { class: 'tag tag-warn' }, say('notLive'))] : []),
      ' ',
      button(
        say('remove'),
        () => {
          held.relatedIds = held.relatedIds.filter((other) => other !== id)
          again()
        },
        { class: 'link', 'aria-label': `${say('remove')}: ${title}` },
      ),
    )
  })
  count('related', held.relatedIds)
  put(
    'related',
    element('ul', { class: 'files' }, ...rows),
    entryFinder(data.siteId, say('addRelated'), (entry) => {
      if (!data.entries.some((known) => known.id === entry.id)) data.entries.push({ ...entry, live: true })
      if (!held.relatedIds.includes(entry.id) && entry.id !== data.entryId)
        held.relatedIds = [...held.relatedIds, entry.id]
      again()
    }),
  )
}

/** Rows of bylines: a new name is made a byline when the row is left, and there is always one row to spare. */
function drawCredits({ data, held, changed, tell }: Widgets): () => void {
  const box = must<HTMLElement>('[data-credits]')
  const addRow = (): void => {
    const row = box.lastElementChild?.cloneNode(true) as HTMLElement
    const number = box.childElementCount + 1
    for (const control of row.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
      control.value = control instanceof HTMLSelectElement ? 'text' : ''
      control.setAttribute('aria-label', (control.getAttribute('aria-label') ?? '').replace(/\d+/, String(number)))
    }
    box.append(row)
  }
  box.addEventListener('change', (event) => {
    const input = event.target
    if (!(input instanceof HTMLInputElement)) return changed()
    if (box.lastElementChild?.contains(input) && input.value.trim()) addRow()
    name(input)
  })
  const name = (input: HTMLInputElement, isAgain = false): void => {
    const typed = exactLine(input.value, 200)
    if (!typed || held.authors.has(typed.toLocaleLowerCase('vi'))) return changed()
    // A name that could not be sent is sent again for as long as it stands there.
    const again = (): void =>
      void setTimeout(() => input.isConnected && exactLine(input.value, 200) === typed && name(input, true), 5000)
    const ask = async (): Promise<void> => {
      const answer = await fetch(`/cong/${data.siteId}/tac-gia`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...(isAgain && unattended) },
        body: JSON.stringify({ name: typed }),
      })
      if (!answer.ok) return answer.status === 401 || answer.status >= 500 ? again() : undefined
      const author = (await answer.json()) as { id: number; name: string }
      held.authors.set(author.name.toLocaleLowerCase('vi'), author)
      // What was typed on meanwhile stands.
      if (exactLine(input.value, 200) === typed && document.activeElement !== input) input.value = author.name
      held.authors.set(typed.toLocaleLowerCase('vi'), author)
      tell(say('authorNew', { name: author.name }))
      changed()
    }
    ask().catch(again)
  }
  return addRow
}
