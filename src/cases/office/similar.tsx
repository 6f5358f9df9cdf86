import type { FC } from 'hono/jsx'
import { When } from '../../office/components.tsx'
import { fill } from '../../web/message.ts'
import { leadsOn } from '../policy.ts'
import { CaseStateTag, titleOf } from './case-line.tsx'
import { messages } from './case-messages.ts'
import type { CaseParts } from './case-parts.ts'

/** Open cases that may be about the same matter, each joined to this one with one press. */
export const Similar: FC<CaseParts> = ({ c, file, similar }) => {
  const { say, language } = c.var
  return similar.length === 0 ? null : (
    <section class="panel" aria-labelledby="cung-noi-dung">
      <h2 id="cung-noi-dung">{say(messages.similar)}</h2>
      <ul class="case-similar">
        {similar.slice(0, 5).map((one) => (
          <li>
            <p>
              <a href={`/ho-so/${one.id}`}>{titleOf(one, say)}</a>
            </p>
            <p class="work-facts">
              <span class="case-number">{one.number}</span>
              <CaseStateTag state={one.state} say={say} />
              <When at={one.receivedAt} language={language} />
            </p>
            {one.handlingSiteId === file.handlingSiteId && leadsOn('merge', one.state) && (
              <form
                method="post"
                action={`/ho-so/${file.id}/gop-vao-day`}
                data-confirm={fill(say(messages.joinConfirm), { number: one.number })}
              >
                <button type="submit" class="button" name="others" value={one.id}>
                  {say(messages.joinHere)}
                  <span class="visually-hidden">: {one.number}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
