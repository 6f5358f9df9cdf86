import { openSheet } from './sheets.ts'

const places: Record<string, string> = { v: '/', b: '/bai-viet', d: '/de-nghi', t: '/thu-vien' }
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName))

/** Single keys outside of fields: g then a letter goes somewhere, n writes, s edits what is read, / searches, j and k walk a list, ? shows them all. */
export function listenForShortcuts(): void {
  let gPressedAt = 0
  document.addEventListener('keydown', (event) => {
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      isTyping(event.target) ||
      document.querySelector('dialog[open]')
    )
      return
    const afterG = Date.now() - gPressedAt < 1500
    gPressedAt = 0
    if (afterG && places[event.key]) {
      location.assign(places[event.key]!)
      return
    }
    if (event.key === 'g') gPressedAt = Date.now()
    else if (act(event.key)) event.preventDefault()
  })
}

function act(key: string): boolean {
  switch (key) {
    case '?': {
      void openSheet('/phim-tat')
      return true
    }
    case 'n': {
      const link = document.querySelector<HTMLAnchorElement>('a[data-new]')
      location.assign(link?.href ?? '/#viet-bai-moi')
      return true
    }
    case '/': {
      const box = document.querySelector<HTMLInputElement>('input[type="search"]')
      box?.focus()
      box?.select()
      return box !== null
    }
    case 's': {
      const link = document.querySelector<HTMLAnchorElement>('a[data-edit]')
      if (link) location.assign(link.href)
      return link !== null
    }
    case 'j':
    case 'k': {
      return walk(key === 'j' ? 1 : -1)
    }
    default: {
      return false
    }
  }
}

/** Moves the focus to the next or previous main link of the list. */
function walk(by: number): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-item]')]
  if (links.length === 0) return false
  const here = links.indexOf(document.activeElement as HTMLAnchorElement)
  const next = here === -1 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(here + by, 0), links.length - 1)
  links[next]!.focus()
  return true
}
