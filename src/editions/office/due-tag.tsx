import type { FC } from 'hono/jsx'
import type { Say } from '../../web/message.ts'
import { standingOf } from './how-late.ts'

/** A deadline: red with how late once it is over, amber in its last six hours, else quiet. */
export const DueTag: FC<{ at: Date; now: Date; say: Say }> = ({ at, now, say }) => {
  const { late, text } = standingOf(at, now, say)
  const soon = !late && at.getTime() - now.getTime() < 6 * 3_600_000
  return <span class={`tag ${late ? 'tag-danger' : soon ? 'tag-warn' : ''}`.trim()}>{text}</span>
}
