import type { Content } from '../../editions/content.ts'
import type { SaveAnswer } from './editor-data.ts'
import type { LocalKeeper } from './keep-local.ts'

export type SaveState =
  | { kind: 'clean'; at: Date }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'signed-out' }
  | { kind: 'refused'; why: string }
  | { kind: 'conflict' }
type Conflict = Extract<SaveAnswer, { outcome: 'conflict' }>

interface Parts {
  editionId: number
  person: string
  keeper: LocalKeeper
  read: () => Content
  show: (state: SaveState, roomOnThisComputer: boolean) => void
  saved: (answer: { revision: number; dropped: string[]; explicit: boolean }) => void
  conflict: (conflict: Conflict) => void
}

export interface Autosave {
  /** Something was typed or chosen. */
  changed(): void
  /** Saves now, as an act. Resolves true when the server has everything. */
  save(): Promise<boolean>
  /** The text now stands upon this revision: after choosing between two texts. */
  rebase(revision: number): void
  revision(): number
  isDirty(): boolean
  /** Sends what is unsaved as the page goes away. */
  leave(): void
}

const quiet = 1500
const longest = 5000

/** Saves as one types: at once on this computer, after a pause on the server, again and again until the server has it. */
export function createAutosave(parts: Parts, from: { revision: number; at: Date }): Autosave {
  let revision = from.revision
  let changes = 0
  let savedChanges = 0
  let firstUnsaved = 0
  let state: SaveState = { kind: 'clean', at: from.at }
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let room = true
  let inFlight: Promise<boolean> | undefined
  const show = (next: SaveState): void => {
    state = next
    parts.show(next, room)
  }
  const isDirty = (): boolean => changes > savedChanges
  const later = (delay: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void send('autosave'), delay)
  }
  const keep = (): void => {
    room = parts.keeper.keep({ revision, content: parts.read(), at: new Date().toISOString(), person: parts.person })
  }

  const send = async (kind: 'save' | 'autosave'): Promise<boolean> => {
    if (inFlight) {
      await inFlight
      if (kind === 'autosave' && !isDirty()) return true
    }
    if (state.kind === 'conflict') return false
    inFlight = attempt(kind).finally(() => { inFlight = undefined })
    return await inFlight
  }

  const attempt = async (kind: 'save' | 'autosave'): Promise<boolean> => {
    clearTimeout(timer)
    const at = changes
    show({ kind: 'saving' })
    const answer = await post(parts.editionId, { baseRevision: revision, kind, content: parts.read() })
    if (answer.kind === 'saved') {
      failures = 0
      revision = answer.value.revision
      savedChanges = at
      parts.saved({ revision, dropped: answer.value.dropped, explicit: kind === 'save' })
      if (isDirty()) {
        show({ kind: 'unsaved' })
        firstUnsaved = Date.now()
        later(quiet)
        return false
      }
      parts.keeper.forget()
      show({ kind: 'clean', at: new Date(answer.value.savedAt) })
      return true
    }
    // Whatever was not saved is on this computer, upon the revision it began from.
    keep()
    if (answer.kind === 'conflict') {
      show({ kind: 'conflict' })
      parts.conflict(answer.value)
      return false
    }
    show(answer.kind === 'refused' ? { kind: 'refused', why: answer.why } : { kind: answer.kind })
    failures++
    if (answer.kind !== 'refused') later(answer.kind === 'signed-out' ? 8000 : Math.min(30_000, 1000 * 2 ** failures))
    return false
  }

  // What the network or a signing in elsewhere may have mended is tried at once.
  const tryAgain = (): void => void (isDirty() && (state.kind === 'offline' || state.kind === 'signed-out') && send('autosave'))
  globalThis.addEventListener('online', tryAgain)
  globalThis.addEventListener('focus', tryAgain)

  return {
    changed() {
      changes++
      keep()
      if (!isDirty() || state.kind === 'conflict') return
      if (state.kind === 'clean' || state.kind === 'unsaved' || state.kind === 'refused') {
        if (state.kind !== 'unsaved') firstUnsaved = Date.now()
        show({ kind: 'unsaved' })
        later(Math.max(0, Math.min(quiet, firstUnsaved + longest - Date.now())))
      }
    },
    async save() {
      return (await send('save')) || (isDirty() && state.kind === 'unsaved' ? await send('save') : !isDirty() && state.kind === 'clean')
    },
    rebase(next) {
      revision = next
      changes++
      if (state.kind === 'conflict') show({ kind: 'unsaved' })
      keep()
    },
    revision: () => revision,
    isDirty,
    leave() {
      if (!isDirty()) return
      keep()
      if (state.kind !== 'conflict') void post(parts.editionId, { baseRevision: revision, kind: 'autosave', content: parts.read() }, true)
    },
  }
}

type PostAnswer =
  | { kind: 'saved'; value: Extract<SaveAnswer, { outcome: 'saved' }> }
  | { kind: 'conflict'; value: Conflict }
  | { kind: 'offline' | 'signed-out' }
  | { kind: 'refused'; why: string }

async function post(editionId: number, act: object, keepalive = false): Promise<PostAnswer> {
  let response: Response
  try {
    response = await fetch(`/ban-thao/${editionId}/noi-dung`, {
      method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify(act), keepalive, signal: keepalive ? undefined : AbortSignal.timeout(20_000),
    })
    if (response.status === 401) return { kind: 'signed-out' }
    if (response.status >= 500 || response.status === 429) return { kind: 'offline' }
    const answer = (await response.json()) as SaveAnswer & { error?: string; reasons?: string[] }
    if (response.ok && answer.outcome === 'saved') return { kind: 'saved', value: answer }
    if (answer.outcome === 'conflict') return { kind: 'conflict', value: answer }
    return { kind: 'refused', why: answer.reasons?.join(' ') || answer.error || String(response.status) }
  } catch {
    return { kind: 'offline' }
  }
}
