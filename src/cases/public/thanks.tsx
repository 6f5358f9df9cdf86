import type { FC } from 'hono/jsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { messages } from './messages.ts'

interface ThanksProps {
  c: DeliveryContext
  number: string
  code: string
  hasEmail: boolean
}

/** Thanks for a case just received: number, code and what happens next; stands above the facts of its page. The copy button needs case-form.js. */
export const Thanks: FC<ThanksProps> = ({ c, number, code, hasEmail }) => {
  const { say } = c.var
  return (
    <section class="thanks" aria-labelledby="cam-on">
      <h2 id="cam-on">{say(messages.thanks)}</h2>
      <dl class="receipt">
        <div>
          <dt>{say(messages.number)}</dt>
          <dd>{number}</dd>
        </div>
      </dl>
      <p class="form-label">{say(messages.code)}</p>
      <p>
        <strong class="thanks-code">{code}</strong>{' '}
        <button type="button" class="form-other" data-copy={code} data-done={say(messages.copied)} hidden>
          {say(messages.copy)}
        </button>{' '}
        <span role="status" data-said-copy></span>
      </p>
      <p class="notice">{say(messages.codeHint)}</p>
      <h3>{say(messages.whatNext)}</h3>
      <ul>
        <li>{say(messages.nextRead)}</li>
        <li>{say(hasEmail ? messages.nextMail : messages.nextPage)}</li>
        <li>{say(messages.nextAdd)}</li>
      </ul>
      <p>
        <a href={c.var.to(`/theo-doi/${code}`)}>{say(messages.follow)}</a>
      </p>
    </section>
  )
}
