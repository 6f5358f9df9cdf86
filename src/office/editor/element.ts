type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>

/** Makes an element. Attributes that are functions listen (`onclick`); false and undefined ones are left out. Text is never read as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') made.addEventListener(key.slice(2), value)
    else made.setAttribute(key, value === true ? '' : String(value))
  }
  made.append(...children)
  return made
}

export const button = (label: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement =>
  element('button', { type: 'button', class: 'button', onclick: act, ...attributes }, label)

let fieldsMade = 0

/** A label with its input, and an optional hint bound to it. */
export function labelled(label: string, value: string, options: { hint?: string; type?: string; oninput?: (value: string) => void; rows?: number } = {}) {
  const id = `e-${++fieldsMade}`
  const attributes = { id, 'aria-describedby': options.hint && `${id}-hint` }
  const input = options.rows ? element('textarea', { ...attributes, rows: options.rows }) : element('input', { ...attributes, type: options.type ?? 'text' })
  input.value = value
  if (options.oninput) input.addEventListener('input', () => options.oninput?.(input.value))
  const field = element('div', { class: 'field' }, element('label', { for: id }, label))
  if (options.hint) field.append(element('p', { class: 'hint', id: `${id}-hint` }, options.hint))
  field.append(input)
  return { field, input }
}

/** The one element a screen of ours always has. */
export function must<T extends Element>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector)
  if (!found) throw new Error(`missing ${selector}`)
  return found
}

/** Opens a modal sheet that closes with Escape or its buttons and is gone afterwards. */
export function openSheet(title: string, fill: (sheet: HTMLDialogElement, close: () => void) => void, wide = false): HTMLDialogElement {
  const sheet = element('dialog', { class: wide ? 'sheet sheet-wide' : 'sheet', 'aria-label': title })
  const close = (): void => sheet.close()
  sheet.append(element('h2', {}, title))
  fill(sheet, close)
  sheet.addEventListener('close', () => sheet.remove())
  document.body.append(sheet)
  sheet.showModal()
  return sheet
}
