import type { Picture } from '../../editions/content.ts'
import { element } from './element.ts'
import { say } from './words.ts'

/** The picture with the point that must stay visible when it is cropped; a click or the arrow keys move it. */
export function focalPoint(
  picture: Picture,
  file: { focalX: number; focalY: number },
  tell: (text: string) => void,
): HTMLElement {
  const at = { x: file.focalX, y: file.focalY }
  const dot = element('span', { class: 'focal-dot', 'aria-hidden': true })
  const area = element(
    'button',
    { type: 'button', class: 'focal', 'aria-label': say('focal'), title: say('focal') },
    element('img', { src: `/thu-vien/${picture.mediaId}/xem/640`, alt: '' }),
    dot,
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  const draw = (): void => {
    dot.style.left = `${at.x * 100}%`
    dot.style.top = `${at.y * 100}%`
  }
  const send = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const answer = await fetch(`/thu-vien/${picture.mediaId}/diem-chinh`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ x: String(Math.round(at.x * 100)), y: String(Math.round(at.y * 100)) }),
      keepalive: true,
    }).catch(() => undefined)
    if (!answer?.ok) tell(say('focalFailed'))
  }
  globalThis.addEventListener('pagehide', () => void (timer && send()))
  const move = (x: number, y: number): void => {
    at.x = Math.min(1, Math.max(0, x))
    at.y = Math.min(1, Math.max(0, y))
    Object.assign(file, { focalX: at.x, focalY: at.y })
    draw()
    clearTimeout(timer)
    timer = setTimeout(() => void send(), 400)
  }
  area.addEventListener('click', (event) => {
    // A click by keyboard has no place.
    if (event.detail === 0) return
    const box = area.getBoundingClientRect()
    // Not drawn yet.
    if (box.height === 0) return
    move((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height)
  })
  area.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: [-0.05, 0], ArrowRight: [0.05, 0], ArrowUp: [0, -0.05], ArrowDown: [0, 0.05] }[event.key]
    if (!step) return
    event.preventDefault()
    move(at.x + step[0]!, at.y + step[1]!)
  })
  draw()
  return area
}
