import type { FC } from 'hono/jsx'
import { originOf } from '../../delivery/site-of-host.ts'
import type { DeliveryContext } from '../../delivery/route.ts'
import { dateOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import type { SimilarAnswer } from '../live-queries.ts'
import { messages } from '../public-messages.ts'

/** Where an answer stands. */
export const hrefOf = (c: DeliveryContext, { host, path }: SimilarAnswer): string =>
  host === null ? path : `${originOf(c.var.config, host)}${path}`

/** Answered questions like the one typed. Nothing when there are none. */
export const Similar: FC<{ c: DeliveryContext; answers: readonly SimilarAnswer[] }> = ({ c, answers }) => {
  const { say, language } = c.var
  if (answers.length === 0) return null
  return (
    <section class="notice form-similar" aria-labelledby="tuong-tu">
      <h3 id="tuong-tu">{say(messages.similar)}</h3>
      <ul>
        {answers.map((answer) => (
          <li>
            <a href={hrefOf(c, answer)} target="_blank" rel="noopener">
              {answer.title}
            </a>{' '}
            <span class="form-hint">
              {fill(say(messages.answeredOn), {
                day: dateOf(new Date(`${answer.answeredOn}T12:00:00+07:00`), language),
              })}
            </span>
          </li>
        ))}
      </ul>
      <p class="form-hint">{say(messages.similarHint)}</p>
    </section>
  )
}
