import type { FC } from 'hono/jsx'
import { Trap } from '../../delivery/components/form-parts.tsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { fill } from '../../web/message.ts'
import { messages } from '../messages.ts'
import { choices, satisfiedShare, shownFrom, totalOf, type RatingSum } from '../rating.ts'

interface RatingFormProps {
  c: DeliveryContext
  /** Path of the page, from the root of the portal. */
  page: string
  /** What readers said so far; shown from ten ratings on. */
  sum?: RatingSum
}

/** Asks how satisfied a reader is with the page it stands on: one press, no script, nothing kept of the reader. */
export const RatingForm: FC<RatingFormProps> = ({ c, page, sum }) => {
  const { say } = c.var
  return (
    <section class="rate" id="danh-gia" aria-labelledby="danh-gia-ten">
      <h2 id="danh-gia-ten">{say(messages.question)}</h2>
      <form method="post" action={c.var.to('/danh-gia')} aria-labelledby="danh-gia-ten">
        <input type="hidden" name="trang" value={page} />
        <Trap c={c} id="bo-trong-danh-gia" />
        <p class="rate-choices">
          {choices.map(({ slug, label }) => (
            <button type="submit" name="muc" value={slug}>
              {say(label)}
            </button>
          ))}
        </p>
      </form>
      <p class="rate-note">
        {sum && totalOf(sum) >= shownFrom && (
          <span>
            {fill(say(messages.soFar), {
              total: totalOf(sum).toLocaleString(c.var.language === 'vi' ? 'vi-VN' : 'en-GB'),
              share: satisfiedShare(sum) ?? 0,
            })}{' '}
          </span>
        )}
        {say(messages.anonymous)}
      </p>
    </section>
  )
}
