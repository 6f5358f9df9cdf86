import type { FC } from 'hono/jsx'
import { StateTag, When } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import type { Message } from '../../web/message.ts'
import type { TakenStep } from '../queries.ts'
import { stepMessages } from '../why-not-messages.ts'
import { messages } from './messages.ts'

/** What a step in a history is called. */
export const stepName = (transition: TakenStep['transition']): Message => {
  if (transition === 'create') return messages.created
  return transition === 'confirm' ? messages.confirmEmergency : stepMessages[transition]
}

/** The steps of an edition in their order, with who took them and what was said. */
export const StepHistory: FC<{ c: OfficeContext; steps: readonly TakenStep[] }> = ({ c, steps }) => {
  const { say, language } = c.var
  return (
    <section class="panel" aria-labelledby="dien-bien">
      <h2 id="dien-bien">{say(messages.history)}</h2>
      {steps.length === 0 && <p class="soft">{say(messages.nobodyYet)}</p>}
      <ol class="timeline">
        {steps.map((step) => (
          <li>
            <p class="row">
              <strong>{say(stepName(step.transition))}</strong> <StateTag state={step.toState} say={say} />
            </p>
            <p class="soft small">
              {step.name ?? say(messages.system)} · <When at={step.at} language={language} />
            </p>
            {step.comment && <p class="said">{step.comment}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
