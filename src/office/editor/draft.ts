import type { Body, BodyNode, Content, CreditPart, Picture } from '../../editions/content.ts'
import { exactLine } from '../../editions/body/exact-text.ts'
import { emptyBody, readBody } from '../../editions/body/read-body.ts'

/** What the form's own fields do not hold. */
export interface Held {
  lead: Picture | null
  gallery: Picture[]
  attachments: Content['attachments']
  relatedIds: number[]
  /** Bylines by lower-case name. */
  authors: Map<string, { id: number; name: string }>
}

const control = (form: HTMLFormElement, name: string): string => {
  const found = form.elements.namedItem(name)
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement || found instanceof HTMLSelectElement
    ? found.value
    : ''
}
const controls = (form: HTMLFormElement, name: string): (HTMLInputElement | HTMLSelectElement)[] =>
  [...form.elements].filter((one): one is HTMLInputElement => (one as HTMLInputElement).name === name)
const ticked = (form: HTMLFormElement, name: string): number[] =>
  controls(form, name)
    .filter((box) => (box as HTMLInputElement).checked)
    .map((box) => Number(box.value))

/** The whole value as it stands on the screen. */
export function readDraft(form: HTMLFormElement, held: Held, body: Body): Content {
  const names = controls(form, 'tac-gia')
  const parts = controls(form, 'phan-viec')
  return {
    title: control(form, 'tieu-de'),
    summary: control(form, 'sapo'),
    genre: control(form, 'the-loai'),
    language: control(form, 'ngon-ngu') === 'en' ? 'en' : 'vi',
    slug: control(form, 'dia-chi'),
    body: withoutWaiting(body),
    lead: held.lead,
    gallery: held.gallery,
    attachments: held.attachments,
    credits: names.flatMap((input, at) => {
      const author = held.authors.get(exactLine(input.value, 200).toLocaleLowerCase('vi'))
      return author
        ? [{ authorId: author.id, name: author.name, part: (parts[at]?.value ?? 'text') as CreditPart }]
        : []
    }),
    source: control(form, 'nguon'),
    sourceUrl: control(form, 'dia-chi-nguon'),
    sectionIds: ticked(form, 'chuyen-muc'),
    topicIds: ticked(form, 'chuyen-de'),
    tags: control(form, 'tu-khoa')
      .split(/[,;\n]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
    relatedIds: held.relatedIds,
  }
}

/** Puts a value into the form's fields; the body and what is held are the caller's. Ticks, names and parts included. */
export function writeDraft(form: HTMLFormElement, content: Content, addCreditRow: () => void): void {
  const set = (name: string, value: string): void => {
    const found = form.elements.namedItem(name)
    if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement || found instanceof HTMLSelectElement)
      found.value = value
  }
  set('tieu-de', content.title)
  set('sapo', content.summary)
  set('the-loai', content.genre)
  set('ngon-ngu', content.language)
  set('dia-chi', content.slug)
  set('nguon', content.source)
  set('dia-chi-nguon', content.sourceUrl)
  set('tu-khoa', content.tags.join(', '))
  for (const box of controls(form, 'chuyen-muc'))
    (box as HTMLInputElement).checked = content.sectionIds.includes(Number(box.value))
  for (const box of controls(form, 'chuyen-de'))
    (box as HTMLInputElement).checked = content.topicIds.includes(Number(box.value))
  while (controls(form, 'tac-gia').length < content.credits.length + 1) addCreditRow()
  const parts = controls(form, 'phan-viec')
  for (const [at, input] of controls(form, 'tac-gia').entries()) {
    input.value = content.credits[at]?.name ?? ''
    if (parts[at]) parts[at].value = content.credits[at]?.part ?? 'text'
  }
}

/** Pictures still on their way have no number yet; they join the text when they do. */
function withoutWaiting(body: Body): Body {
  const clean = (node: BodyNode): BodyNode[] => {
    if (node.type === 'image' && typeof node.attrs?.mediaId !== 'number') return []
    if (node.type === 'image')
      return [
        {
          type: 'image',
          attrs: {
            mediaId: node.attrs!.mediaId,
            alt: node.attrs!.alt,
            caption: node.attrs!.caption,
            source: node.attrs!.source,
          },
        },
      ]
    return [node.content ? { ...node, content: node.content.flatMap(clean) } : node]
  }
  return { type: 'doc', content: withoutRoomBelow(body.content.flatMap(clean)) }
}

/** Empty lines at the end are room to write on, which the editor keeps below a table or a picture; they are no part of the text. */
function withoutRoomBelow(nodes: BodyNode[]): BodyNode[] {
  const last = nodes.findLastIndex((node) => node.type !== 'paragraph' || node.content)
  return nodes.slice(0, Math.max(1, last + 1))
}

/** One form of a value, so that two can be told to say the same. */
export const canonical = (content: Content): string =>
  JSON.stringify(
    {
      ...content,
      title: exactLine(content.title, 300),
      summary: exactLine(content.summary, 1200),
      source: exactLine(content.source, 300),
      body: readBody(content.body ?? emptyBody()).body,
    },
    (_key, value: unknown) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  )
