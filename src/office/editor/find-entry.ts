import { button, element, labelled } from './element.ts'
import { say } from './words.ts'

export interface FoundEntry {
  id: number
  title: string
}

/** A box that finds live articles of the portal as one types; `choose` is given the one taken. */
export function entryFinder(siteId: number, label: string, choose: (entry: FoundEntry) => void): HTMLElement {
  const list = element('ul', { class: 'found' })
  let asked = 0
  const { field, input } = labelled(label, '', {
    type: 'search',
    oninput: () => {
      const mine = ++asked
      setTimeout(() => void (mine === asked && find()), 200)
    },
  })
  const find = async (): Promise<void> => {
    if (input.value.trim() === '') return list.replaceChildren()
    const answer = await fetch(`/cong/${siteId}/tim-bai?${new URLSearchParams({ q: input.value })}`, {
      headers: { accept: 'application/json' },
    }).catch(() => undefined)
    const { entries = [] } = (answer?.ok ? await answer.json() : {}) as { entries?: FoundEntry[] }
    list.replaceChildren(
      ...entries.map((entry) =>
        element(
          'li',
          {},
          button(
            entry.title,
            () => {
              choose(entry)
              input.value = ''
              list.replaceChildren()
            },
            { class: 'link' },
          ),
        ),
      ),
    )
    if (entries.length === 0) list.append(element('li', { class: 'soft' }, say('nothingFound')))
  }
  // Enter in the box searches; it must not send the form the box may stand in.
  input.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Enter') event.preventDefault()
  })
  return element('div', { class: 'finder stack' }, field, list)
}
