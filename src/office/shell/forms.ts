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

/** A refused form is met at its first message, not at the top of the page. */
export function focusWhatMatters(): void {
  document.querySelector<HTMLElement>('[data-focus]')?.focus()
}
