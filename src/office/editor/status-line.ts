import type { SaveState } from './autosave.ts'
import { button, element, must } from './element.ts'
import { say, timeOf } from './words.ts'

interface Acts {
  openConflict: () => void
  reload: () => void
}

export interface StatusLine {
  show(state: SaveState, room: boolean): void
  /** Something to read, until the next thing to read. */
  tell(text: string): void
  someoneSaved(name: string): void
}

/** The state of saving, always in sight, with what can be done about it. */
export function statusLine(acts: Acts): StatusLine {
  const place = must<HTMLElement>('[data-save-state]')
  const notices = must<HTMLElement>('[data-notices]')
  const told = element('div', { class: 'told', role: 'status' })
  const others = element('div', { role: 'status' })
  notices.append(others, told)
  let shown = ''
  return {
    show(state, room) {
      const text = textOf(state)
      place.dataset.state = state.kind
      if (shown === text && room) return
      shown = text
      const parts: (Node | string)[] = [element('span', { 'data-save-text': true }, text)]
      if (state.kind === 'signed-out') parts.push(' ', element('a', { href: '/dang-nhap', target: '_blank', rel: 'opener' }, say('signIn')))
      if (state.kind === 'conflict') parts.push(' ', button(say('openConflict'), acts.openConflict, { class: 'link' }))
      if (!room) parts.push(' ', element('span', { class: 'tag tag-danger' }, say('noRoom')))
      place.replaceChildren(...parts)
      if (state.kind === 'clean') others.replaceChildren()
    },
    tell(text) {
      const close = button('×', () => told.replaceChildren(), { class: 'link', 'aria-label': say('remove') })
      told.replaceChildren(element('div', { class: 'notice row' }, element('span', {}, text), close))
    },
    someoneSaved(name) {
      if (others.childElementCount > 0) return
      others.replaceChildren(element('div', { class: 'notice notice-warn row' }, element('span', {}, say('someoneSaved', { name })), button(say('loadTheirs'), acts.reload)))
    },
  }
}

function textOf(state: SaveState): string {
  switch (state.kind) {
    case 'clean': return say('saved', { time: timeOf(state.at) })
    case 'unsaved': return say('unsaved')
    case 'saving': return say('saving')
    case 'offline': return say('offline')
    case 'signed-out': return say('signedOut')
    case 'refused': return say('refused', { why: state.why })
    case 'conflict': return say('inConflict')
  }
}
