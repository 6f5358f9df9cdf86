/** Forms with data-confirm ask once more before they are sent. */
export function confirmDestructive(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const button = event.submitter as HTMLElement | null
    const question = button?.dataset.confirm ?? form.dataset.confirm
    if (question && !globalThis.confirm(question)) {
      event.preventDefault()
      return
    }
    // A second click while the first is on its way would only be refused as stale.
    if (form.dataset.sent && form.method === 'post') event.preventDefault()
    form.dataset.sent = 'yes'
    setTimeout(() => delete form.dataset.sent, 4000)
  })
}

const validity: Record<string, Record<'missing' | 'range' | 'wrong', string>> = {
  vi: {
    missing: 'Hãy điền ô này.',
    range: 'Hãy nhập giá trị từ {min} đến {max}.',
    wrong: 'Giá trị ở ô này chưa đúng.',
  },
  en: {
    missing: 'Please fill in this field.',
    range: 'Please type a value from {min} to {max}.',
    wrong: 'The value of this field is not right yet.',
  },
}

/** What is wrong with a field; its limits are named where it has both. */
function whatIsWrong({ validity: state, min, max }: HTMLInputElement, words: (typeof validity)[string]): string {
  if (state.valueMissing) return words.missing
  if ((state.rangeUnderflow || state.rangeOverflow) && min && max)
    return words.range.replace('{min}', min).replace('{max}', max)
  return words.wrong
}

/** A browser's own words about an empty or wrong field come in the language of the office, not of the browser. */
export function speakOfFields(): void {
  const words = validity[document.documentElement.lang] ?? validity.vi!
  const ofField = (event: Event) => event.target as HTMLInputElement
  document.addEventListener(
    'invalid',
    (event) => {
      const field = ofField(event)
      if (field.validity.customError) return
      field.setCustomValidity(whatIsWrong(field, words))
    },
    true,
  )
  for (const change of ['input', 'change']) {
    document.addEventListener(change, (event) => ofField(event).setCustomValidity?.(''), true)
  }
  // A field may have been filled by script since, which tells nobody: each try to send is judged afresh.
  document.addEventListener(
    'click',
    (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('button')
      for (const field of button?.form?.elements ?? []) (field as HTMLInputElement).setCustomValidity?.('')
    },
    true,
  )
}

/** Words typed into a form marked data-keep are asked about before the page is left without sending them. */
export function keepTyped(): void {
  const typed = new Set<HTMLFormElement>()
  document.addEventListener('input', (event) => {
    const form = (event.target as HTMLElement).closest<HTMLFormElement>('form[data-keep]')
    if (form) typed.add(form)
  })
  document.addEventListener('submit', (event) => typed.delete(event.target as HTMLFormElement))
  globalThis.addEventListener('beforeunload', (event) => {
    if (
      [...typed].some(
        (form) => form.isConnected && [...form.querySelectorAll('textarea')].some((area) => area.value.trim() !== ''),
      )
    ) {
      event.preventDefault()
    }
  })
}

/** A refused form is met at its first message, a done act at its word; where the address names a place of the page, within it. */
export function focusWhatMatters(): void {
  const refused = document.querySelector<HTMLElement>('[role="alert"][data-focus]')
  const place = location.hash ? document.getElementById(location.hash.slice(1)) : document
  const met = refused ?? place?.querySelector<HTMLElement>('[data-focus]')
  met?.focus()
  // Going to the place an address names takes the focus away again, and happens up to the end of loading.
  if (location.hash) globalThis.addEventListener('load', () => setTimeout(() => met?.focus({ preventScroll: true })))
}
