import type { FC } from 'hono/jsx'
import type { Message, Say } from '../../web/message.ts'
import type { Chain, State } from '../edition.ts'
import { stateMessages } from '../why-not-messages.ts'
import { messages } from './messages.ts'

const rails: Record<Chain, readonly State[]> = {
  full: ['draft', 'submitted', 'reviewed', 'approved', 'published'],
  short: ['draft', 'submitted', 'approved', 'published'],
}
/** An emergency goes past editing and approval, and the rail does not claim otherwise. */
const straight: readonly State[] = ['draft', 'published']
/** States that stand at a stop of the rail under another name. */
const standsAt: Partial<Record<State, State>> = { returned: 'draft', scheduled: 'approved' }

/** In the short chain what was submitted waits for approval at once. */
const nameIn = (chain: Chain, state: State): Message =>
  stateMessages[state === 'submitted' && chain === 'short' ? 'reviewed' : state]

interface RailProps {
  state: State
  chain: Chain
  /** Published without having been approved. */
  emergency: boolean
  say: Say
}

/** The way of a text from draft to reader, and how far it has come. Nothing for what is over. */
export const StepRail: FC<RailProps> = ({ state, chain, emergency, say }) => {
  const rail = emergency && state === 'published' ? straight : rails[chain]
  const here = rail.indexOf(standsAt[state] ?? state)
  if (here === -1) return null
  return (
    <ol class="rail" aria-label={say(messages.progress)}>
      {rail.map((stop, index) => (
        <li
          class={`rail-stop ${index < here ? 'rail-done' : index === here ? `rail-here rail-${state}` : ''}`.trim()}
          aria-current={index === here ? 'step' : undefined}
        >
          <span class="rail-name">{say(nameIn(chain, index === here ? state : stop))}</span>
          {index < here && <span class="visually-hidden"> ({say(messages.passed)})</span>}
        </li>
      ))}
    </ol>
  )
}
