import type { FC } from 'hono/jsx'
import { messages } from './messages.ts'
import { StepFormView } from './step-form-view.tsx'
import { shownSteps, type StepPanelProps } from './step-panel.tsx'
import type { StepNoun } from './steps.ts'

const steps: readonly StepNoun[] = ['duyet-bien-tap', 'phe-duyet', 'dang', 'tra-lai', 'trinh']

/** The decision itself, held at the foot of the screen: pass on, approve or publish, and return beside it. */
const View: FC<StepPanelProps> = (props) => {
  const { c, edition, attempt } = props
  const shown = shownSteps(props).filter((step) => steps.includes(step.form.noun as StepNoun))
  if (shown.length === 0) return null
  return (
    <div
      class="step-bar no-print"
      data-step-panel={String(edition.id)}
      role="group"
      aria-label={c.var.say(messages.decision)}
    >
      {shown.map((step) => (
        <StepFormView c={c} edition={edition} step={step} attempt={attempt} prefix="quyet-dinh" folded />
      ))}
    </div>
  )
}

export const StepBar = { View, steps }
