import type { FC } from 'hono/jsx'
import { dateTimeOf } from '../../web/dates.ts'
import { messages } from '../messages.ts'
import { sentenceOf } from '../sentences.ts'
import type { CaseScreen } from './case-page.tsx'

/** What happened to the case, the newest first. */
export const TimeLine: FC<CaseScreen> = ({ c, found }) => {
  const { say, language } = c.var
  return (
    <section aria-labelledby="qua-trinh">
      <h2 id="qua-trinh">{say(messages.timeLine)}</h2>
      <ol class="time-line plain">
        {found.events.toReversed().map((event) => (
          <li>
            <time datetime={event.at.toISOString()}>{dateTimeOf(event.at, language)}</time>
            <p>{sentenceOf(event, language)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
