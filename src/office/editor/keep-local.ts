import type { Content } from '../../editions/content.ts'

/** Words kept on this computer until the server has them. */
export interface Kept {
  revision: number
  content: Content
  at: string
  person: string
}

export interface LocalKeeper {
  /** Writes at once. False when the browser has no room. */
  keep(kept: Kept): boolean
  forget(): void
  /** What tabs that are gone left behind of this edition, newest first; each with a way to forget it. */
  leftBehind(): Promise<(Kept & { key: string; forget(): void })[]>
}

/** Opens the keeper of this tab. Tabs are told apart by a lock, since a duplicated tab carries the same session storage. */
export async function openKeeper(editionId: number, person: string): Promise<LocalKeeper> {
  const prefix = `khue:ban-thao:${editionId}:`
  const tab = await ownTab()
  const key = `${prefix}${tab}`
  // What this very tab held before it was reloaded is left behind too; new words must not overwrite it before it is looked at.
  const before = localStorage.getItem(key)
  if (before !== null) {
    localStorage.setItem(`${prefix}truoc-${Date.now()}`, before)
    localStorage.removeItem(key)
  }
  return {
    keep(kept) {
      try {
        localStorage.setItem(key, JSON.stringify(kept))
        return true
      } catch {
        return false
      }
    },
    forget: () => localStorage.removeItem(key),
    async leftBehind() {
      const held = new Set((await navigator.locks?.query())?.held?.map((lock) => lock.name))
      const found: (Kept & { key: string; forget(): void })[] = []
      for (const name of Object.keys(localStorage)) {
        if (!name.startsWith(prefix) || name === key || held.has(lockOf(name.slice(prefix.length)))) continue
        const kept = read(localStorage.getItem(name))
        if (kept?.person === person) found.push({ ...kept, key: name, forget: () => localStorage.removeItem(name) })
      }
      return found.toSorted((a, b) => b.at.localeCompare(a.at))
    },
  }
}

const lockOf = (tab: string): string => `khue-tab-${tab}`

async function ownTab(): Promise<string> {
  const remembered = sessionStorage.getItem('khue:tab')
  if (remembered && (await claim(remembered))) return remembered
  const made = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`
  await claim(made)
  sessionStorage.setItem('khue:tab', made)
  return made
}

/** Holds the tab's lock for as long as the page lives. */
function claim(tab: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true)
  return new Promise((resolve) => {
    void navigator.locks.request(lockOf(tab), { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock ? new Promise<void>(() => {}) : undefined
    })
  })
}

function read(text: string | null): Kept | undefined {
  try {
    const kept = JSON.parse(text ?? '') as Kept
    return typeof kept.revision === 'number' && typeof kept.content === 'object' ? kept : undefined
  } catch {
    return undefined
  }
}
