import { must } from './element.ts'

/** Title and summary are one line and one paragraph: Enter goes on to the next box. They grow with their words where the browser does not see to it. */
export function easeTitle(): void {
  const boxes = [must<HTMLTextAreaElement>('#o-tieu-de'), must<HTMLTextAreaElement>('#o-sapo')] as const
  for (const [at, box] of boxes.entries()) {
    box.addEventListener('keydown', (event) => {
      // Enter that ends a word being composed belongs to the input method.
      if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      const next = boxes[at + 1] ?? must<HTMLElement>('#o-van-ban')
      next.focus()
    })
    if (CSS.supports('field-sizing', 'content')) continue
    const grow = (): void => {
      box.style.height = 'auto'
      box.style.height = `${box.scrollHeight}px`
    }
    box.addEventListener('input', grow)
    new ResizeObserver(grow).observe(must('.paper'))
  }
}
