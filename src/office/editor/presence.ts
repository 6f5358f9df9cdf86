import type { PresenceAnswer } from './editor-data.ts'
import { must, unattended } from './element.ts'
import { say } from './words.ts'

const every = 8000

/** Says every few seconds that this person has the text open, and shows who else has. */
export function watchPresence(
  editionId: number,
  parts: { isTyping: () => boolean; answered: (answer: PresenceAnswer) => void },
): void {
  const place = must<HTMLElement>('[data-presence]')
  const ask = async (): Promise<void> => {
    if (document.visibilityState === 'hidden') return
    const response = await fetch(`/ban-thao/${editionId}/nguoi-dang-sua`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...unattended },
      body: JSON.stringify({ typing: parts.isTyping() }),
    }).catch(() => undefined)
    if (!response?.ok) return
    const answer = (await response.json()) as PresenceAnswer
    const names = answer.people.map(({ name, typing }) => (typing ? `${name} (${say('typing')})` : name)).join(', ')
    place.textContent = names ? say('alsoHere', { names }) : ''
    parts.answered(answer)
  }
  void ask()
  setInterval(() => void ask(), every)
  document.addEventListener('visibilitychange', () => void ask())
}
