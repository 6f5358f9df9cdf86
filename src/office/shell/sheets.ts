/** Links marked data-sheet show the panel of the page they lead to in a dialog. The link works as a link where that fails. */
export function openSheets(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-sheet]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void openSheet(link.href)
  })
}

/** Fetches a page of the office and shows its heading and first panel. */
export async function openSheet(href: string): Promise<void> {
  if (document.querySelector('dialog.sheet[open]')) return
  try {
    const answer = await fetch(href)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const title = page.querySelector('main h1')?.textContent
    const panel = page.querySelector('main .panel')
    if (!answer.ok || !title || !panel) throw new Error('no panel')
    showDialog(title, panel)
  } catch {
    location.assign(href)
  }
}

function showDialog(title: string, panel: Element): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'sheet'
  dialog.setAttribute('aria-labelledby', 'sheet-title')
  const heading = document.createElement('h2')
  heading.id = 'sheet-title'
  heading.textContent = title
  const content = document.createElement('div')
  content.append(...[...panel.childNodes].map((node) => document.importNode(node, true)))
  const form = document.createElement('form')
  form.method = 'dialog'
  const close = document.createElement('button')
  close.className = 'button button-primary'
  close.textContent = document.documentElement.lang === 'en' ? 'Close' : 'Đóng'
  form.append(close)
  dialog.append(heading, content, form)
  dialog.addEventListener('close', () => dialog.remove())
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
  document.body.append(dialog)
  dialog.showModal()
}
