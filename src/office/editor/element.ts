type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>

/** Makes an element. Attributes that are functions listen (`onclick`); false and undefined ones are left out. Text is never read as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
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
export function labelled(
  label: string,
  value: string,
  options: { hint?: string; type?: string; oninput?: (value: string) => void; rows?: number } = {},
) {
  const id = `e-${++fieldsMade}`
  const attributes = { id, 'aria-describedby': options.hint && `${id}-hint` }
  const input = options.rows
    ? element('textarea', { ...attributes, rows: options.rows })
    : element('input', { ...attributes, type: options.type ?? 'text' })
  input.value = value
  if (options.oninput) input.addEventListener('input', () => options.oninput?.(input.value))
  const field = element('div', { class: 'field' }, element('label', { for: id }, label))
  if (options.hint) field.append(element('p', { class: 'hint', id: `${id}-hint` }, options.hint))
  field.append(input)
  return { field, input }
}

/** The one element a screen of ours always has; the caller names what its selector finds. */
// eslint-disable-next-line typescript/no-unnecessary-type-parameters
export function must<T extends Element>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector)
  if (!found) throw new Error(`missing ${selector}`)
  return found
}

/** Header of requests no person asked for, so that an open tab does not keep a session alive. */
export const unattended = { 'x-khue-background': '1' }

const nameOf = (target: Element): string => target.getAttribute('aria-label') ?? target.textContent ?? ''
const stops = (place: ParentNode): HTMLElement[] =>
  [...place.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], summary')].filter(
    (stop) => stop.offsetParent !== null && !stop.hidden,
  )

/** Redraws a place. The focus that stood in it goes to what bears the same name, else to what stands where it was. */
export function redrawn(place: HTMLElement, draw: () => void): void {
  const before = document.activeElement
  const at = before && place.contains(before) ? stops(place).indexOf(before as HTMLElement) : -1
  draw()
  if (before && at >= 0 && !before.isConnected) focusLike(place, nameOf(before), at)
}

function focusLike(place: ParentNode, name: string, at = 0): void {
  const now = stops(place)
  ;(now.find((stop) => nameOf(stop) === name) ?? now[Math.min(at, now.length - 1)])?.focus()
}

/** Opens a modal sheet that closes with Escape or its buttons and is gone afterwards. The focus goes back to where it was. */
export function openSheet(
  title: string,
  fill: (sheet: HTMLDialogElement, close: () => void) => void,
  wide = false,
): HTMLDialogElement {
  const sheet = element('dialog', { class: wide ? 'sheet sheet-wide' : 'sheet', 'aria-label': title })
  const close = (): void => sheet.close()
  const opener = document.activeElement
  // What opened the sheet may have been drawn anew by what was done in it.
  const around = opener?.closest<HTMLElement>('[data-widget], dialog, [data-notices]')
  sheet.append(element('h2', {}, title))
  fill(sheet, close)
  sheet.addEventListener('close', () => {
    sheet.remove()
    if (
      opener &&
      !opener.isConnected &&
      around?.isConnected &&
      (document.activeElement ?? document.body) === document.body
    )
      focusLike(around, nameOf(opener))
  })
  document.body.append(sheet)
  sheet.showModal()
  return sheet
}
