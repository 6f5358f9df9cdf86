import type { SaveState } from './autosave.ts'
import { button, element, must } from './element.ts'
import { say, timeOf } from './words.ts'

interface Acts {
  openConflict: () => void
  reload: () => void
}

export interface StatusLine {
  show(state: SaveState, room: boolean): void
  /** Something to read, until it is put away. */
  tell(text: string): void
  /** The next saving was asked for, so its end is spoken; what saves itself is not. */
  sayNextSaved(): void
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
  let isAskedFor = false
  return {
    show(state, room) {
      const text = textOf(state)
      place.dataset.state = state.kind
      // Heard over and over while one types it would only disturb.
      place.setAttribute(
        'aria-live',
        state.kind === 'unsaved' || state.kind === 'saving' || (state.kind === 'clean' && !isAskedFor)
          ? 'off'
          : 'polite',
      )
      if (state.kind === 'clean') isAskedFor = false
      if (shown === text && room) return
      shown = text
      const parts: (Node | string)[] = [element('span', { 'data-save-text': true }, text)]
      if (state.kind === 'signed-out')
        parts.push(' ', element('a', { href: '/dang-nhap', target: '_blank', rel: 'opener' }, say('signIn')))
      if (state.kind === 'conflict') parts.push(' ', button(say('openConflict'), acts.openConflict, { class: 'link' }))
      if (!room) parts.push(' ', element('span', { class: 'tag tag-danger' }, say('noRoom')))
      place.replaceChildren(...parts)
      if (state.kind === 'clean') others.replaceChildren()
    },
    tell(text) {
      const line = element(
        'div',
        { class: 'notice row' },
        element('span', {}, text),
        button('×', () => line.remove(), { class: 'link told-close', 'aria-label': say('close') }),
      )
      for (const other of told.children) if (other.firstChild?.textContent === text) other.remove()
      told.append(line)
      while (told.childElementCount > 6) told.firstElementChild?.remove()
    },
    sayNextSaved: () => void (isAskedFor = true),
    someoneSaved(name) {
      if (others.childElementCount > 0) return
      others.replaceChildren(
        element(
          'div',
          { class: 'notice notice-warn row' },
          element('span', {}, say('someoneSaved', { name })),
          button(say('loadTheirs'), acts.reload),
        ),
      )
    },
  }
}

function textOf(state: SaveState): string {
  switch (state.kind) {
    case 'clean':
      return say('saved', { time: timeOf(state.at) })
    case 'unsaved':
      return say('unsaved')
    case 'saving':
      return say('saving')
    case 'offline':
      return say('offline')
    case 'signed-out':
      return say('signedOut')
    case 'refused':
      return say('refused', { why: state.why })
    case 'conflict':
      return say('inConflict')
  }
}
