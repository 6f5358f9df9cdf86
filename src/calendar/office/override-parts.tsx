import type { FC } from 'hono/jsx'
import { Field, Select } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { ActForm } from '../../sites/office/form.tsx'
import { dateOf, isoDayOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import type { Override } from '../calendar-queries.ts'
import { startOfDay } from '../deadline.ts'
import { mayOverride } from '../policy.ts'
import { durationText } from '../rule-words.ts'
import type { Rule } from '../rules.ts'
import { laxerThanLaw, units } from '../why-not-override.ts'
import { ruleMessages as messages } from './messages.ts'
import type { OverrideRefusal } from './rules-screen.tsx'

export type OpenOverride = Override & { ruleId: string }

interface OverrideLineProps {
  c: OfficeContext
  override: OpenOverride
  rule: Rule
  /** Of the screen: overrides of others are read, not ended, there. */
  siteId: number | null
}

/** An override beside the rule it goes before: by whose decision and why, and what to do about it. */
export const OverrideLine: FC<OverrideLineProps> = ({ c, override, rule, siteId }) => {
  const { say, language, actor } = c.var
  const mine = override.siteId === siteId && mayOverride(actor, siteId)
  return (
    <div class="calendar-override">
      <p>
        {fill(say(messages.overrideLine), {
          duration: durationText(override.duration, say),
          from: dateOf(startOfDay(override.fromDay), language),
          whose: say(override.siteId === null ? messages.ofNetwork : messages.ofSite),
          decidedBy: override.decidedBy,
          document: override.document,
          reason: override.reason,
        })}
      </p>
      {laxerThanLaw(rule, override.duration) && <p class="calendar-laxer">{say(messages.laxer)}</p>}
      {mine && (
        <form method="post" action={`${addressOf(siteId)}/ket-thuc`}>
          <input type="hidden" name="override" value={String(override.id)} />
          <button type="submit" class="button">
            {say(messages.end)}
            <span class="visually-hidden"> {say(rule.label)}</span>
          </button>
        </form>
      )}
    </div>
  )
}

/** The screen of the rules of the network, or of a portal. */
export const addressOf = (siteId: number | null): string => (siteId === null ? '/quy-tac' : `/cong/${siteId}/quy-tac`)

interface NewOverrideProps {
  c: OfficeContext
  siteId: number | null
  rules: readonly Rule[]
  refusal: OverrideRefusal | undefined
}

/** The form that sets another time for a rule. */
export const NewOverride: FC<NewOverrideProps> = ({ c, siteId, rules, refusal }) => {
  const { say } = c.var
  const at = (name: string, fallback?: string) => ({
    name,
    value: refusal?.typed[name] ?? fallback,
    error: refusal?.errors[name],
    required: true,
  })
  return (
    <section class="panel" aria-labelledby="dieu-chinh">
      <h2 id="dieu-chinh">{say(messages.newOverride)}</h2>
      <p class="soft">{say(messages.newHint)}</p>
      <ActForm action={addressOf(siteId)} may say={say} submit={say(messages.newOverride)}>
        <Select
          label={say(messages.rule)}
          {...at('ruleId')}
          options={[
            { value: '', label: say(messages.chooseRule) },
            ...rules.map((rule) => ({
              value: rule.id,
              label: `${say(rule.label)} (${durationText(rule.duration, say)})`,
            })),
          ]}
        />
        <div class="sites-three">
          <Field label={say(messages.amount)} type="number" min="1" max="400" {...at('amount')} />
          <Select
            label={say(messages.unit)}
            {...at('unit', 'working_days')}
            options={units.map((unit) => ({ value: unit, label: say(messages[unit]) }))}
          />
          <Field label={say(messages.fromDay)} type="date" {...at('fromDay', isoDayOf(new Date()))} />
        </div>
        <div class="sites-pair">
          <Field label={say(messages.decidedBy)} {...at('decidedBy')} />
          <Field label={say(messages.document)} {...at('document')} />
        </div>
        <Field label={say(messages.reason)} rows={2} {...at('reason')} />
      </ActForm>
    </section>
  )
}
