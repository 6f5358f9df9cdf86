import type { Autosave } from './autosave.ts'
import { must, unattended } from './element.ts'

/** Keeps the panel of steps true to what is saved, and saves before a step is taken. */
export function watchSteps(editionId: number, autosave: () => Autosave): { saved: (revision: number) => void } {
  const place = must<HTMLElement>('[data-steps]')
  let timer: ReturnType<typeof setTimeout> | undefined
  const redraw = async (): Promise<void> => {
    const isBusy =
      place.contains(document.activeElement) ||
      [...place.querySelectorAll<HTMLTextAreaElement>('textarea')].some((area) => area.value !== '')
    if (isBusy) return
    const response = await fetch(`/ban-thao/${editionId}/buoc-hien-co`, { headers: unattended }).catch(() => undefined)
    if (!response?.ok || response.redirected) return
    const parsed = new DOMParser().parseFromString(await response.text(), 'text/html')
    const open = new Set([...place.querySelectorAll('details[open] > summary')].map((summary) => summary.textContent))
    for (const details of parsed.querySelectorAll('details'))
      if (open.has(details.querySelector('summary')?.textContent ?? '')) details.open = true
    place.replaceChildren(...parsed.body.childNodes)
  }
  // A reason leads to the field it speaks of.
  place.addEventListener('click', (event) => {
    const field = (event.target as HTMLElement).closest<HTMLElement>('[data-field]')?.dataset.field
    const target =
      field && Object.hasOwn(placeOf, field) ? document.querySelector<HTMLElement>(placeOf[field]!) : undefined
    if (!target) return
    const fold = target.closest('details')
    if (fold) fold.open = true
    target.scrollIntoView({ block: 'center' })
    target.focus()
  })
  const setRevision = (revision: number): void => {
    for (const input of document.querySelectorAll<HTMLInputElement>('input[name="revision"]'))
      input.value = String(revision)
  }
  const saveAndSend = async (form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> => {
    if (!(await autosave().save())) return
    setRevision(autosave().revision())
    form.dataset.saved = 'yes'
    form.requestSubmit(submitter)
  }
  // A step is taken on what is on the screen, so that is saved first; the form goes on by itself when the server has it.
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target as HTMLFormElement
      const isOurs = place.contains(form) || form.matches('[data-import]')
      if (!isOurs || form.dataset.saved || event.defaultPrevented) return
      if (!autosave().isDirty()) return setRevision(autosave().revision())
      event.preventDefault()
      event.stopImmediatePropagation()
      void saveAndSend(form, event.submitter)
    },
    { capture: true },
  )
  return {
    saved(revision) {
      setRevision(revision)
      clearTimeout(timer)
      timer = setTimeout(() => void redraw(), 600)
    },
  }
}

/** Where each field of an article is changed. */
const placeOf: Record<string, string> = {
  title: '#o-tieu-de',
  summary: '#o-sapo',
  body: '#o-van-ban',
  sectionIds: 'input[name="chuyen-muc"]',
  credits: 'input[name="tac-gia"]',
  lead: '#muc-anh button, #muc-anh input',
  gallery: '#muc-bo-anh summary',
  attachments: '#muc-dinh-kem summary',
  source: '#o-nguon',
  sourceUrl: '#o-dia-chi-nguon',
  slug: '#o-dia-chi',
  relatedIds: '#muc-lien-quan summary',
  tags: '#o-tu-khoa',
  topicIds: '#muc-phan-loai summary',
}

/** Takes the main step of the panel, as its button would. */
export function takeMainStep(): void {
  const form = document.querySelector<HTMLFormElement>('[data-steps] form')
  const blocked = document.querySelector<HTMLElement>('[data-steps] details.step-blocked > summary')
  const first = document.querySelector('[data-steps] form, [data-steps] details.step-blocked')
  if (form && first === form) form.requestSubmit()
  else (blocked ?? form?.querySelector<HTMLElement>('textarea, input:not([type="hidden"]), button'))?.focus()
}
