import type { FC } from 'hono/jsx'
import { fill, type Language, type Say } from '../../web/message.ts'
import { messages } from '../messages.ts'
import { monthStart, daysIn, daysOf, type Period } from '../period.ts'
import type { DayTotals, Totals } from '../queries.ts'
import { countOf, dayOf, shortDayOf } from './numbers.ts'

/** A bar of the chart and a line of its table. */
export interface Step extends Totals {
  /** The day, or the first of the month. */
  day: string
}

/** Up to three months are shown day by day, more month by month. */
const mostDays = 92

/** The steps of a period, those without a reader included. */
export function stepsOf(days: readonly DayTotals[], period: Period): { steps: Step[]; by: 'day' | 'month' } {
  const by = daysIn(period) > mostDays ? 'month' : 'day'
  const steps = new Map<string, Step>()
  for (const day of daysOf(period)) {
    const step = by === 'day' ? day : monthStart(day)
    if (!steps.has(step)) steps.set(step, { day: step, views: 0, visits: 0, visitors: 0, botViews: 0 })
  }
  for (const day of days) {
    const step = steps.get(by === 'day' ? day.day : monthStart(day.day))
    if (!step) continue
    step.views += day.views
    step.visits += day.visits
    step.visitors += day.visitors
    step.botViews += day.botViews
  }
  return { steps: [...steps.values()], by }
}

interface ChartProps {
  steps: readonly Step[]
  by: 'day' | 'month'
  say: Say
  language: Language
}

/** Visits as bars, with a text for those who do not see them, and all figures as a table. */
export const Chart: FC<ChartProps> = ({ steps, by, say, language }) => {
  const top = roundedUp(Math.max(1, ...steps.map((step) => step.visits)))
  const most = steps.reduce((a, b) => (b.visits > a.visits ? b : a))
  const least = steps.reduce((a, b) => (b.visits < a.visits ? b : a))
  const name = (day: string): string => (by === 'day' ? dayOf(day, language) : monthOf(day))
  const said = fill(say(messages.chartSays), {
    from: name(steps[0]!.day),
    to: name(steps.at(-1)!.day),
    most: countOf(most.visits, language),
    when: name(most.day),
    least: countOf(least.visits, language),
    whenLeast: name(least.day),
  })
  const wide = 100 / steps.length
  return (
    <div class="chart">
      <div class="chart-scale" aria-hidden="true">
        {[top, top / 2, 0].map((value) => (
          <span>{countOf(value, language)}</span>
        ))}
      </div>
      <svg class="chart-bars" viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={said}>
        <path class="chart-lines" d="M0 .3H100M0 50H100M0 99.7H100" vector-effect="non-scaling-stroke" />
        {steps.map((step, index) => {
          const high = (step.visits / top) * 100
          return (
            <rect
              class={step === most && step.visits > 0 ? 'chart-bar chart-peak' : 'chart-bar'}
              x={(index * wide + wide * 0.14).toFixed(3)}
              y={(100 - high).toFixed(3)}
              width={(wide * 0.72).toFixed(3)}
              height={high.toFixed(3)}
            >
              <title>{`${name(step.day)}: ${countOf(step.visits, language)}`}</title>
            </rect>
          )
        })}
      </svg>
      <div class={steps.length <= 7 ? 'chart-foot chart-foot-each' : 'chart-foot'} aria-hidden="true">
        {ticks(steps).map((step) => (
          <span>{by === 'day' ? shortDayOf(step.day) : monthOf(step.day)}</span>
        ))}
      </div>
    </div>
  )
}

/** The figures of the chart. */
export const StepTable: FC<ChartProps> = ({ steps, by, say, language }) => (
  <details class="chart-table">
    <summary>{say(messages.asTable)}</summary>
    <section class="table-scroll" tabindex={0} aria-label={say(messages.chartFigures)}>
      <table class="table table-kept">
        <thead>
          <tr>
            <th scope="col">{say(by === 'day' ? messages.day : messages.month)}</th>
            <th scope="col" class="number">
              {say(messages.visits)}
            </th>
            <th scope="col" class="number">
              {say(messages.views)}
            </th>
            <th scope="col" class="number">
              {say(messages.visitorsShort)}
            </th>
            <th scope="col" class="number">
              {say(messages.botsShort)}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr>
              <th scope="row">{by === 'day' ? dayOf(step.day, language) : monthOf(step.day)}</th>
              {[step.visits, step.views, step.visitors, step.botViews].map((count) => (
                <td class="number">{countOf(count, language)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </details>
)

const monthOf = (day: string): string => `${day.slice(5, 7)}/${day.slice(0, 4)}`

/** All steps of a short period under their bars; of a long one the first, the middle and the last. */
const ticks = (steps: readonly Step[]): Step[] =>
  steps.length <= 7
    ? [...steps]
    : [steps[0]!, ...(steps.length % 2 === 1 ? [steps[(steps.length - 1) / 2]!] : []), steps.at(-1)!]

/** The next round number that halves well: 10, 20, 30, 40, 60, 80, 100, 150, 200 … */
function roundedUp(value: number): number {
  const unit = 10 ** Math.max(1, Math.floor(Math.log10(value)))
  const steps = [1, 1.5, 2, 3, 4, 6, 8, 10].map((times) => times * unit)
  return steps.find((step) => step >= value && step % 2 === 0) ?? value
}
