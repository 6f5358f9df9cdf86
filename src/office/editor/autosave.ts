import type { Content } from '../../editions/content.ts'
import type { SaveAnswer } from './editor-data.ts'
import { unattended } from './element.ts'
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
  /** The text now stands upon this revision, which holds `base`: after choosing between two texts. */
  rebase(revision: number, base: Content): void
  revision(): number
  /** What the server holds at that revision: what this screen's text began from. */
  base(): Content
  isDirty(): boolean
  /** Sends what is unsaved as the page goes away. */
  leave(): void
}

const quiet = 1500
const longest = 5000

/** What is known of saving just now. */
interface Saving {
  parts: Parts
  revision: number
  base: Content
  changes: number
  savedChanges: number
  /** Changes when it was last tried: a try without new ones is the machine's, not the person's. */
  triedChanges: number
  firstUnsaved: number
  state: SaveState
  timer: ReturnType<typeof setTimeout> | undefined
  failures: number
  /** Whether the browser had room for the draft. */
  room: boolean
  inFlight: Promise<boolean> | undefined
}

/** Saves as one types: at once on this computer, after a pause on the server, again and again until the server has it. */
export function createAutosave(parts: Parts, from: { revision: number; at: Date; content: Content }): Autosave {
  const s: Saving = {
    parts,
    revision: from.revision,
    base: from.content,
    changes: 0,
    savedChanges: 0,
    triedChanges: 0,
    firstUnsaved: 0,
    state: { kind: 'clean', at: from.at },
    timer: undefined,
    failures: 0,
    room: true,
    inFlight: undefined,
  }
  // What the network or a signing in elsewhere may have mended is tried at once.
  const tryAgain = (): void =>
    void (isDirty(s) && (s.state.kind === 'offline' || s.state.kind === 'signed-out') && send(s, 'autosave'))
  globalThis.addEventListener('online', tryAgain)
  globalThis.addEventListener('focus', tryAgain)
  return {
    changed: () => noteChange(s),
    save: async () => (await send(s, 'save')) || (isDirty(s) && s.state.kind === 'unsaved' && (await send(s, 'save'))),
    rebase(next, base) {
      s.revision = next
      s.base = base
      s.changes++
      if (s.state.kind === 'conflict') show(s, { kind: 'unsaved' })
      keep(s)
    },
    revision: () => s.revision,
    base: () => s.base,
    isDirty: () => isDirty(s),
    leave() {
      if (!isDirty(s)) return
      keep(s)
      if (s.state.kind !== 'conflict')
        void post(
          parts.editionId,
          { baseRevision: s.revision, kind: 'autosave', content: parts.read() },
          { keepalive: true },
        )
    },
  }
}

const isDirty = (s: Saving): boolean => s.changes > s.savedChanges

function show(s: Saving, state: SaveState): void {
  s.state = state
  s.parts.show(state, s.room)
}

/** Whatever the server does not have is on this computer, upon the revision it began from. */
function keep(s: Saving): void {
  s.room = s.parts.keeper.keep({
    revision: s.revision,
    content: s.parts.read(),
    at: new Date().toISOString(),
    person: s.parts.person,
  })
}

function later(s: Saving, delay: number): void {
  clearTimeout(s.timer)
  s.timer = setTimeout(() => void send(s, 'autosave'), delay)
}

function noteChange(s: Saving): void {
  s.changes++
  keep(s)
  if (s.state.kind !== 'clean' && s.state.kind !== 'unsaved' && s.state.kind !== 'refused') return
  if (s.state.kind !== 'unsaved') s.firstUnsaved = Date.now()
  show(s, { kind: 'unsaved' })
  later(s, Math.max(0, Math.min(quiet, s.firstUnsaved + longest - Date.now())))
}

async function send(s: Saving, kind: 'save' | 'autosave'): Promise<boolean> {
  if (s.inFlight) {
    await s.inFlight
    if (kind === 'autosave' && !isDirty(s)) return true
  }
  if (s.state.kind === 'conflict') return false
  s.inFlight = attempt(s, kind).finally(() => {
    s.inFlight = undefined
  })
  return await s.inFlight
}

async function attempt(s: Saving, kind: 'save' | 'autosave'): Promise<boolean> {
  clearTimeout(s.timer)
  const at = s.changes
  show(s, { kind: 'saving' })
  const content = s.parts.read()
  // What nobody typed for must not keep a session alive.
  const background = kind === 'autosave' && s.triedChanges === at
  s.triedChanges = at
  const answer = await post(s.parts.editionId, { baseRevision: s.revision, kind, content }, { background })
  if (answer.kind === 'saved') return settle(s, { at, kind, content, saved: answer.value })
  keep(s)
  if (answer.kind === 'conflict') {
    show(s, { kind: 'conflict' })
    s.parts.conflict(answer.value)
    return false
  }
  show(s, answer.kind === 'refused' ? { kind: 'refused', why: answer.why } : { kind: answer.kind })
  s.failures++
  if (answer.kind !== 'refused')
    later(s, answer.kind === 'signed-out' ? 8000 : Math.min(30_000, 1000 * 2 ** s.failures))
  return false
}

/** The server has what stood at the change `at`; what was typed meanwhile is saved next. */
function settle(
  s: Saving,
  done: { at: number; kind: 'save' | 'autosave'; content: Content; saved: Extract<SaveAnswer, { outcome: 'saved' }> },
): boolean {
  s.failures = 0
  s.revision = done.saved.revision
  s.base = done.content
  s.savedChanges = done.at
  s.parts.saved({ revision: s.revision, dropped: done.saved.dropped, explicit: done.kind === 'save' })
  if (isDirty(s)) {
    keep(s)
    show(s, { kind: 'unsaved' })
    s.firstUnsaved = Date.now()
    later(s, quiet)
    return false
  }
  s.parts.keeper.forget()
  show(s, { kind: 'clean', at: new Date(done.saved.savedAt) })
  return true
}

type PostAnswer =
  | { kind: 'saved'; value: Extract<SaveAnswer, { outcome: 'saved' }> }
  | { kind: 'conflict'; value: Conflict }
  | { kind: 'offline' | 'signed-out' }
  | { kind: 'refused'; why: string }

async function post(editionId: number, act: object, { keepalive = false, background = false }): Promise<PostAnswer> {
  let response: Response
  try {
    response = await fetch(`/ban-thao/${editionId}/noi-dung`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...(background && unattended) },
      body: JSON.stringify(act),
      keepalive,
      signal: keepalive ? undefined : AbortSignal.timeout(20_000),
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
