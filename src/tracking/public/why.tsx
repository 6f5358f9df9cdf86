import type { FC } from 'hono/jsx'
import type { Rule } from '../../calendar/rules.ts'
import { WhyThisDay, type OverrideShown } from '../../calendar/why-this-day.tsx'
import type { CaseScreen } from './case-page.tsx'

/** How the day an answer is due was found, by the rule as it was when the clock began; folded away. */
export const Why: FC<CaseScreen> = ({ c, due }) => {
  if (!due) return null
  const { clock, deadline } = due
  const { rule, override } = clock.basis as { rule: Rule; override: OverrideShown | null }
  return (
    <WhyThisDay
      say={c.var.say}
      language={c.var.language}
      deadline={deadline}
      rule={rule}
      override={override ?? undefined}
      startedAt={clock.startedAt}
      extensions={clock.extensions}
    />
  )
}
