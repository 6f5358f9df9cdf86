import type { FC } from 'hono/jsx'
import type { OfficeContext } from '../../office/route.ts'
import { fill } from '../../web/message.ts'
import { messages } from './messages.ts'
import { countWork } from './work-queries.ts'

/** How many cases wait for whoever looks, beside the entry of the menu. Says nothing where it cannot be counted. */
export const WaitingCount: FC<{ c: OfficeContext }> = async ({ c }) => {
  const { db, actor, say, logger } = c.var
  // The page that tells of a failing database has a menu as well.
  const count = await countWork(db, actor).catch((error: unknown) => logger.warn({ err: error }, 'cases not counted'))
  if (!count || count.waiting === 0) return null
  const label = fill(say(count.late > 0 ? messages.waitingLate : messages.waitingCount), {
    n: count.waiting,
    late: count.late,
  })
  return (
    <span class={`nav-count ${count.late > 0 ? 'nav-count-late' : ''}`.trim()} title={label}>
      <span aria-hidden="true">{count.waiting}</span>
      <span class="visually-hidden">, {label}</span>
    </span>
  )
}
