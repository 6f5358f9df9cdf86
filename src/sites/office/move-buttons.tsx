import type { FC } from 'hono/jsx'
import { fill, type Say } from '../../web/message.ts'
import { messages } from './messages.ts'

interface MoveButtonsProps {
  action: string
  name: string
  first: boolean
  last: boolean
  say: Say
}

/** One place up, one place down. At an end the button stands there without effect, so that rows keep their width. */
export const MoveButtons: FC<MoveButtonsProps> = ({ action, name, first, last, say }) => (
  <form method="post" action={action} class="sites-move">
    <button
      type="submit"
      class="button"
      name="direction"
      value="up"
      disabled={first}
      aria-label={fill(say(messages.up), { name })}
    >
      ↑
    </button>
    <button
      type="submit"
      class="button"
      name="direction"
      value="down"
      disabled={last}
      aria-label={fill(say(messages.down), { name })}
    >
      ↓
    </button>
  </form>
)
