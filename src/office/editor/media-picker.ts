import { button, element, labelled, openSheet } from './element.ts'
import { createUploads, type Uploaded } from './uploads.ts'
import { say } from './words.ts'

/** A file of the library as the picker shows it. */
export interface PickedMedia {
  id: number
  kind: 'image' | 'document'
  name: string
  alt: string
  caption: string
  source: string
  focalX: number
  focalY: number
}

/** What the library's JSON list may call things; read with care, since it is another part's answer. */
interface ListAnswer {
  rows?: Record<string, unknown>[]
  files?: Record<string, unknown>[]
  media?: Record<string, unknown>[]
  next?: string | null
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const read = (row: Record<string, unknown>): PickedMedia => ({
  id: Number(row.mediaId ?? row.id), kind: row.kind === 'image' ? 'image' : 'document', name: text(row.name), alt: text(row.alt), caption: text(row.caption), source: text(row.source),
  focalX: typeof row.focalX === 'number' ? row.focalX : 0.5, focalY: typeof row.focalY === 'number' ? row.focalY : 0.5,
})

/** Lets the person choose from the portal's library. With `many`, several at once. */
export function pickMedia(wanted: { siteId: number; kind: 'image' | 'document'; many: boolean }, done: (found: PickedMedia[]) => void): void {
  openSheet(say('library'), (sheet, close) => {
    const chosen = new Map<number, PickedMedia>()
    const list = element('ul', { class: 'picker' })
    const more = button(say('more'), () => void load(false), { hidden: true })
    const finish = button(say('insert'), () => {
      close()
      done([...chosen.values()])
    }, { class: 'button button-primary', disabled: true })
    let next: string | undefined
    let asked = 0
    const { field, input } = labelled(say('searchLibrary'), '', { type: 'search', oninput: () => {
      const mine = ++asked
      setTimeout(() => void (mine === asked && load(true)), 200)
    } })

    const draw = (media: PickedMedia): HTMLElement => {
      const box = element('input', { type: wanted.many ? 'checkbox' : 'radio', name: 'chon-tep', onchange: () => {
        if (!wanted.many) chosen.clear()
        if (box.checked) chosen.set(media.id, media)
        else chosen.delete(media.id)
        finish.disabled = chosen.size === 0
      } })
      box.checked = chosen.has(media.id)
      const picture = media.kind === 'image' ? [element('img', { src: `/thu-vien/${media.id}/xem/320`, alt: '', loading: 'lazy' })] : []
      return element('li', { 'data-media': media.id }, element('label', {}, ...picture, element('span', {}, box, ` ${media.alt || media.name}`)))
    }
    const load = async (anew: boolean): Promise<void> => {
      const query = new URLSearchParams({ q: input.value, loai: wanted.kind === 'image' ? 'anh' : 'tai-lieu', ...(!anew && next ? { sau: next } : {}) })
      const answer = await fetch(`/cong/${wanted.siteId}/tep?${query}`, { headers: { accept: 'application/json' } }).catch(() => undefined)
      const found = (answer?.ok ? await answer.json() : {}) as ListAnswer
      const rows = (found.rows ?? found.files ?? found.media ?? []).map(read).filter((media) => media.kind === wanted.kind)
      next = found.next ?? undefined
      more.hidden = !next
      if (anew) list.replaceChildren()
      list.append(...rows.map(draw))
      if (list.childElementCount === 0) list.append(element('li', { class: 'soft' }, say('nothingFound')))
    }
    const told = element('p', { role: 'status', class: 'soft small' })
    const uploads = createUploads(wanted.siteId, sheet, (text) => { told.textContent = text })
    const chooser = element('input', { type: 'file', multiple: wanted.many, hidden: true, accept: wanted.kind === 'image' ? 'image/*' : undefined })
    // What was just brought is what is wanted.
    const take = ({ mediaId: id, kind, name, alt, caption = '', source = '', focalX = 0.5, focalY = 0.5 }: Uploaded): void => {
      if (kind !== wanted.kind) return
      if (!wanted.many) chosen.clear()
      const media: PickedMedia = { id, kind, name, alt, caption, source, focalX, focalY }
      chosen.set(id, media)
      finish.disabled = false
      // A file that was in the library already stands in the list already.
      list.querySelector(`li[data-media="${id}"]`)?.remove()
      list.querySelector('.soft')?.remove()
      list.prepend(draw(media))
    }
    chooser.addEventListener('change', () => {
      for (const file of chooser.files ?? []) {
        uploads.send(file).then(take, () => {})
      }
      chooser.value = ''
    })
    void load(true)
    sheet.append(field, chooser, told, list, element('div', { class: 'row' }, finish, button(say('upload'), () => chooser.click()), more, button(say('cancel'), close)))
  }, true)
}
