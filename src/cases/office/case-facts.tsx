import type { Child, FC } from 'hono/jsx'
import { deadlineOf, type ClockFacts } from '../../calendar/deadline.ts'
import { WhyThisDay } from '../../calendar/why-this-day.tsx'
import { When } from '../../office/components.tsx'
import { dateOf } from '../../web/dates.ts'
import { fill, type Say } from '../../web/message.ts'
import { caseOutcomes, channels } from '../case.ts'
import { suspicions, type SuspicionReason } from '../intake/suspicion.ts'
import { CaseStateTag, fieldName } from './case-line.tsx'
import { messages } from './case-messages.ts'
import type { CaseParts } from './case-parts.ts'
import type { CaseClock } from './case-queries.ts'
import { kindName } from './kind-names.ts'

const Fact: FC<{ name: string; children?: Child }> = ({ name, children }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** What is known of a case beside its words. */
export const Facts: FC<CaseParts> = ({ c, file }) => {
  const { say, language } = c.var
  return (
    <section class="panel" aria-labelledby="thong-tin-ho-so">
      <h2 id="thong-tin-ho-so">{say(messages.facts)}</h2>
      <dl class="case-facts">
        <Fact name={say(messages.number)}>{file.number}</Fact>
        <Fact name={say(messages.kind)}>{kindName(file.kind, say)}</Fact>
        <Fact name={say(messages.state)}>
          <CaseStateTag state={file.state} say={say} />
        </Fact>
        {file.outcome && <Fact name={say(messages.outcome)}>{say(caseOutcomes[file.outcome])}</Fact>}
        <Fact name={say(messages.field)}>{fieldName(file, c) || say(messages.noField)}</Fact>
        <Fact name={say(messages.channel)}>{say(channels[file.channel])}</Fact>
        <Fact name={say(messages.received)}>
          <When at={file.receivedAt} language={language} exact />
        </Fact>
        {file.siteId !== file.handlingSiteId && (
          <>
            <Fact name={say(messages.sentTo)}>{file.siteName}</Fact>
            <Fact name={say(messages.handler)}>{file.handlerName}</Fact>
          </>
        )}
        <Fact name={say(messages.division)}>{file.divisionName ?? say(messages.nobody)}</Fact>
        {file.officerName && <Fact name={say(messages.officer)}>{file.officerName}</Fact>}
        <Fact name={say(messages.publicWanted)}>{say(file.publicWanted ? messages.publicYes : messages.publicNo)}</Fact>
        {file.reopened > 0 && <Fact name={say(messages.reopened)}>{say(messages.reopenedYes)}</Fact>}
        {file.suspect.length > 0 && <Fact name={say(messages.suspectReasons)}>{suspicionsIn(file.suspect, say)}</Fact>}
        {file.mergedInto !== null && (
          <Fact name={say(messages.mergedInto)}>
            <a href={`/ho-so/${file.mergedInto}`}>{file.mergedNumber}</a>
          </Fact>
        )}
        {file.publishedEntryId !== null && (
          <Fact name={say(messages.published)}>
            <a href={`/muc/${file.publishedEntryId}`}>{say(messages.openEntry)}</a>
          </Fact>
        )}
      </dl>
    </section>
  )
}

/** Until when, by which rule, and how that was counted. */
export const Clocks: FC<CaseParts> = ({ c, clocks, calendar, now }) => {
  const { say, language } = c.var
  const lastDay = (dueAt: Date): string => dateOf(new Date(dueAt.getTime() - 1), language)
  return clocks.length === 0 ? null : (
    <section class="panel case-clocks" aria-labelledby="thoi-han">
      <h2 id="thoi-han">{say(messages.clocks)}</h2>
      {clocks.map((clock) => (
        <div class="case-clock">
          <p>
            <strong>{say(messages[`purpose_${clock.purpose}`])}</strong>:{' '}
            {fill(say(messages.dueBy), { day: lastDay(clock.dueAt) })}
            {clock.state !== 'running' && ` – ${say(messages[`clock_${clock.state}`])}`}
            {clock.firstDueAt.getTime() !== clock.dueAt.getTime() &&
              ` (${fill(say(messages.firstDue), { day: lastDay(clock.firstDueAt) })})`}
          </p>
          <WhyThisDay
            say={say}
            language={language}
            deadline={deadlineOf(factsOf(clock), calendar, clock.endedAt ?? now)}
            rule={clock.basis.rule}
            override={clock.basis.override ?? undefined}
            startedAt={clock.startedAt}
            extensions={clock.extensions}
          />
        </div>
      ))}
    </section>
  )
}

const factsOf = (clock: CaseClock): ClockFacts => ({
  startedAt: clock.startedAt,
  duration: { amount: clock.amount, unit: clock.unit },
  pauses: clock.pauses.map(({ from, to }) => ({ from: new Date(from), to: to === null ? null : new Date(to) })),
  extensions: clock.extensions,
})

/** Why a case was suspected, in words; a reason that is no longer known keeps its code. */
const suspicionsIn = (reasons: readonly string[], say: Say): string =>
  reasons
    .map((reason) => (Object.hasOwn(suspicions, reason) ? say(suspicions[reason as SuspicionReason].label) : reason))
    .join('; ')
