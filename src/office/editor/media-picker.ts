import { button, element, labelled, openSheet } from './element.ts'
import { createUploads, type Uploaded } from './uploads.ts'
import { say } from './words.ts'

type Kind = 'image' | 'document' | 'video' | 'captions'

/** A file of the library as the picker shows it. */
export interface PickedMedia {
  id: number
  kind: Kind
  name: string
  alt: string
  caption: string
  source: string
  focalX: number
  focalY: number
  /** Of films, for people: 1:05. */
  length: string
  /** Of captions. */
  language: 'vi' | 'en'
}

/** The library's JSON list; read with care, since it is another part's answer. */
interface ListAnswer {
  files?: Record<string, unknown>[]
  next?: string | null
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const read = (row: Record<string, unknown>): PickedMedia => ({
  id: Number(row.mediaId ?? row.id),
  kind: kinds.find((kind) => kind === row.kind) ?? 'document',
  name: text(row.name),
  alt: text(row.alt),
  caption: text(row.caption),
  source: text(row.source),
  focalX: typeof row.focalX === 'number' ? row.focalX : 0.5,
  focalY: typeof row.focalY === 'number' ? row.focalY : 0.5,
  length: text(row.length),
  language: row.language === 'en' ? 'en' : 'vi',
})

/** What the list calls each kind, and what a file chooser offers of it. */
const kinds = ['image', 'document', 'video', 'captions'] as const satisfies readonly Kind[]
const asked: Record<Kind, string> = { image: 'anh', document: 'tai-lieu', video: 'video', captions: 'phu-de' }
const accepted: Partial<Record<Kind, string>> = {
  image: 'image/*',
  video: 'video/mp4,video/webm,.mp4,.m4v,.webm',
  captions: '.vtt,.srt',
}

interface Wanted {
  siteId: number
  kind: Kind
  many: boolean
}

/** Lets the person choose from the portal's library. With `many`, several at once. */
export function pickMedia(wanted: Wanted, done: (found: PickedMedia[]) => void): void {
  openSheet(
    say('library'),
    (sheet, close) => {
      const finish = button(
        say('insert'),
        () => {
          close()
          done(shelf.chosen())
        },
        { class: 'button button-primary', disabled: true },
      )
      const shelf = shelfOf(wanted, (count) => {
        finish.disabled = count === 0
      })
      let asked = 0
      const { field, input } = labelled(say('searchLibrary'), '', {
        type: 'search',
        oninput: () => {
          const mine = ++asked
          setTimeout(() => void (mine === asked && shelf.load(input.value)), 200)
        },
      })
      const told = element('p', { role: 'status', class: 'soft small' })
      const upload = uploadInto(wanted, sheet, { take: shelf.take, tell: (text) => void (told.textContent = text) })
      void shelf.load('')
      const foot = [finish, upload, shelf.more, button(say('cancel'), close)]
      sheet.append(field, told, shelf.list, element('div', { class: 'row sheet-foot' }, ...foot))
    },
    true,
  )
}

/** The files found, and which of them are chosen. */
interface Shelf {
  list: HTMLElement
  more: HTMLElement
  /** Shows the files that have these words, the newest first. */
  load(words: string): Promise<void>
  /** What was just brought is what is wanted. */
  take(uploaded: Uploaded): void
  chosen(): PickedMedia[]
}

function shelfOf(wanted: Wanted, count: (chosen: number) => void): Shelf {
  const chosen = new Map<number, PickedMedia>()
  const list = element('ul', { class: 'picker' })
  let words = ''
  let next: string | undefined
  const choose = (media: PickedMedia, isChosen: boolean): void => {
    if (!wanted.many) chosen.clear()
    if (isChosen) chosen.set(media.id, media)
    else chosen.delete(media.id)
    count(chosen.size)
  }
  const draw = (media: PickedMedia): HTMLElement =>
    drawMedia(media, { many: wanted.many, isChosen: chosen.has(media.id), choose })
  const add = async (from?: string): Promise<void> => {
    const found = await ask(wanted, { words, from })
    next = found.next
    more.hidden = !next
    list.append(...found.files.map(draw))
    if (list.childElementCount === 0) list.append(element('li', { class: 'soft' }, say('nothingFound')))
  }
  const more = button(say('more'), () => void add(next), { hidden: true })
  return {
    list,
    more,
    chosen: () => [...chosen.values()],
    async load(typed) {
      words = typed
      list.replaceChildren()
      await add()
    },
    take(uploaded) {
      if (uploaded.kind !== wanted.kind) return
      const media = read({ ...uploaded })
      const { id } = media
      choose(media, true)
      // A file that was in the library already stands in the list already.
      list.querySelector(`li[data-media="${id}"]`)?.remove()
      list.querySelector('.soft')?.remove()
      list.prepend(draw(media))
    },
  }
}

/** Files of the library; none when it cannot be asked. */
async function ask(
  { siteId, kind }: Wanted,
  { words, from }: { words: string; from?: string },
): Promise<{ files: PickedMedia[]; next?: string }> {
  const query = new URLSearchParams({
    q: words,
    loai: asked[kind],
    ...(from && { sau: from }),
  })
  const answer = await fetch(`/cong/${siteId}/tep?${query}`, { headers: { accept: 'application/json' } }).catch(
    () => undefined,
  )
  const { files = [], next } = (answer?.ok ? await answer.json() : {}) as ListAnswer
  return { files: files.map(read).filter((media) => media.kind === kind), next: next ?? undefined }
}

function drawMedia(
  media: PickedMedia,
  {
    many,
    isChosen,
    choose,
  }: { many: boolean; isChosen: boolean; choose: (media: PickedMedia, isChosen: boolean) => void },
): HTMLElement {
  const box = element('input', {
    type: many ? 'checkbox' : 'radio',
    name: 'chon-tep',
    onchange: () => choose(media, box.checked),
  })
  box.checked = isChosen
  const picture =
    media.kind === 'image' ? [element('img', { src: `/thu-vien/${media.id}/xem/320`, alt: '', loading: 'lazy' })] : []
  const label = element(
    'label',
    {},
    ...picture,
    element('span', {}, box, ` ${media.alt || media.name}${media.length ? ` (${media.length})` : ''}`),
  )
  return element('li', { 'data-media': media.id }, label)
}

/** A button that brings files from the computer. */
function uploadInto(
  wanted: Wanted,
  sheet: HTMLElement,
  to: { take: (uploaded: Uploaded) => void; tell: (text: string) => void },
): HTMLElement {
  const uploads = createUploads(wanted.siteId, sheet, to.tell)
  const chooser = element('input', {
    type: 'file',
    multiple: wanted.many,
    hidden: true,
    accept: accepted[wanted.kind],
  })
  chooser.addEventListener('change', () => {
    for (const file of chooser.files ?? []) uploads.send(file).then(to.take, () => {})
    chooser.value = ''
  })
  sheet.append(chooser)
  return button(say('upload'), () => chooser.click())
}
