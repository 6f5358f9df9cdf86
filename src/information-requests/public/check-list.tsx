import type { FC } from 'hono/jsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import type { Message } from '../../web/message.ts'

/** What was typed, to be looked over before it is sent. Empty lines are left out. */
export const CheckList: FC<{ c: DeliveryContext; rows: readonly (readonly [Message, string])[] }> = ({ c, rows }) => (
  <dl class="receipt">
    {rows
      .filter(([, value]) => value.trim() !== '')
      .map(([label, value]) => (
        <div>
          <dt>{c.var.say(label)}</dt>
          <dd class="said">{value}</dd>
        </div>
      ))}
  </dl>
)
