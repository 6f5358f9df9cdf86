import type { FC } from 'hono/jsx'
import { ruleFor, type RuleInForce } from '../../calendar/calendar-queries.ts'
import { startOfDay } from '../../calendar/deadline.ts'
import { basisText, durationText, markNames, statusNames } from '../../calendar/rule-words.ts'
import type { RuleId } from '../../calendar/rules.ts'
import { shiftDay } from '../../calendar/working-days.ts'
import { keepUntil, type DeliveryContext } from '../../delivery/route.ts'
import { isoDayOf } from '../../web/dates.ts'
import type { Message } from '../../web/message.ts'

/** The rules a portal keeps to today. The page is drawn anew tomorrow: another law may be in force. */
export async function rulesToday(c: DeliveryContext, ids: readonly RuleId[]): Promise<RuleInForce[]> {
  const today = isoDayOf(new Date())
  keepUntil(c, startOfDay(shiftDay(today, 1)))
  return Promise.all(ids.map((id) => ruleFor(c.var.db, id, c.var.site.id, today)))
}

/** Says it shorter than the office: a notice on the page tells the rest. */
const oldLaw: Message = { vi: 'Luật cũ', en: 'Former law' }

/** Each rule with its time, where the law has it, and how far that is known. */
export const RuleLines: FC<{ c: DeliveryContext; rules: readonly RuleInForce[] }> = ({ c, rules }) => {
  const { say, language } = c.var
  return (
    <dl class="receipt">
      {rules.map(({ rule, override, duration }) => (
        <div>
          <dt>{say(rule.label)}</dt>
          <dd>
            <strong>{durationText(duration, say)}</strong>
            <p class="form-hint">
              {`${override ? `${override.document}. ` : ''}${basisText(rule.basis, language)} (${[rule.status === 'preset' ? oldLaw : statusNames[rule.status], markNames[rule.verified]].map((words) => say(words).toLocaleLowerCase(language)).join('; ')}).`}
            </p>
          </dd>
        </div>
      ))}
    </dl>
  )
}
