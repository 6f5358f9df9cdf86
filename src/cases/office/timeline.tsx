import type { FC } from 'hono/jsx'
import { When } from '../../office/components.tsx'
import { stepNames } from '../case.ts'
import { messages } from './case-messages.ts'
import type { CaseParts } from './case-parts.ts'
import type { CaseEventLine } from './case-queries.ts'

/** What happened to a case, the newest first, with the notes of colleagues. */
export const Timeline: FC<CaseParts> = ({ c, events }) => {
  const { say, language } = c.var
  const whoOf = (event: CaseEventLine): string =>
    event.byWhom === 'sender'
      ? say(messages.bySender)
      : event.byWhom === 'system'
        ? say(messages.bySystem)
        : (event.personName ?? '')
  return (
    <section class="panel" aria-labelledby="qua-trinh">
      <h2 id="qua-trinh">{say(messages.timeline)}</h2>
      <ol class="case-timeline">
        {events.map((event) => (
          <li>
            <p>
              <strong>{stepNames[event.step] ? say(stepNames[event.step]!) : event.step}</strong>
            </p>
            <p class="work-facts">
              {whoOf(event) && <span>{whoOf(event)}</span>}
              <When at={event.at} language={language} />
              <span>{say(event.isPublic ? messages.seenBySender : messages.internal)}</span>
            </p>
            {event.note && <p class="said case-note">{event.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
