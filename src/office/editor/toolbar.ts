import type { Editor } from '@tiptap/core'
import { element } from './element.ts'
import { toolGroups, type Outside, type Tool } from './tools.ts'
import { say } from './words.ts'

/** Draws the toolbar. One stop of the Tab key; arrows, Home and End move within. */
export function drawToolbar(place: HTMLElement, editor: Editor, outside: Outside): void {
  const bar = element('div', {
    role: 'toolbar',
    'aria-label': say('toolbar'),
    'aria-controls': 'o-van-ban',
    class: 'toolbar',
  })
  const drawn: { tool: Tool; key: HTMLButtonElement }[] = []
  for (const group of toolGroups(outside)) {
    const box = element('div', { class: 'toolbar-group', role: 'group' })
    for (const tool of group) {
      const key = keyOf(tool, editor)
      drawn.push({ tool, key })
      box.append(key)
    }
    bar.append(box)
  }
  const refresh = (): void => {
    for (const { tool, key } of drawn) {
      if (tool.active) key.setAttribute('aria-pressed', String(tool.active(editor)))
      if (tool.when) key.hidden = !tool.when(editor)
    }
    for (const box of bar.querySelectorAll<HTMLElement>('.toolbar-group'))
      box.hidden = [...box.children].every((child) => (child as HTMLElement).hidden)
    if (!drawn.some(({ key }) => key.tabIndex === 0 && !key.hidden)) shown()[0]!.tabIndex = 0
  }
  const shown = (): HTMLButtonElement[] => drawn.map(({ key }) => key).filter((key) => !key.hidden)
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'F10' || !event.altKey || document.querySelector('dialog:modal')) return
    event.preventDefault()
    ;(shown().find((key) => key.tabIndex === 0) ?? shown()[0])?.focus()
  })
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return editor.view.focus()
    const keys = shown()
    const at = keys.indexOf(document.activeElement as HTMLButtonElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: keys.length - 1 }[event.key]
    if (at < 0 || to === undefined) return
    event.preventDefault()
    for (const { key } of drawn) key.tabIndex = -1
    const target = keys[(to + keys.length) % keys.length]!
    target.tabIndex = 0
    target.focus()
  })
  editor.on('transaction', refresh)
  refresh()
  place.append(bar)
  place.hidden = false
}

function keyOf(tool: Tool, editor: Editor): HTMLButtonElement {
  const english = document.documentElement.lang === 'en'
  const label = english ? tool.en : tool.vi
  const key = element(
    'button',
    {
      type: 'button',
      class: `tool tool-${tool.sign.length > 2 ? 'word' : 'sign'}`,
      tabindex: -1,
      'aria-label': label,
      title: tool.keys ? `${label} (${tool.keys})` : label,
      onclick: () => tool.act(editor),
    },
    english && tool.sign.length > 2 ? tool.en : tool.sign,
  )
  // The selection in the text must survive a click on a button.
  key.addEventListener('mousedown', (event) => event.preventDefault())
  if (tool.active) key.setAttribute('aria-pressed', 'false')
  return key
}
