// Buttons to print and copy recovery codes: comfort only, the codes stand on the page.
for (const list of document.querySelectorAll('[data-recovery-codes]')) {
  const row = document.createElement('p')
  row.className = 'row no-print'
  const button = (text, act) => {
    const made = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'button',
      textContent: text,
    })
    made.addEventListener('click', () => act(made))
    row.append(made)
  }
  button(list.dataset.print, () => window.print())
  if (navigator.clipboard) {
    button(list.dataset.copy, async (made) => {
      await navigator.clipboard.writeText([...list.querySelectorAll('code')].map((code) => code.textContent).join('\n'))
      made.textContent = list.dataset.copied
      made.setAttribute('aria-live', 'polite')
    })
  }
  list.after(row)
}
