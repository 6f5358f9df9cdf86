import type { FC } from 'hono/jsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { fill } from '../../web/message.ts'
import type { Similar } from '../live-queries.ts'
import { messages as publicWords } from '../public-messages.ts'
import { messages } from './form-messages.ts'
import { listPath, ReportLine } from './list-page.tsx'

/**
 * Open reports that may be about the same, each with a button that says so. The buttons belong to the form they stand in and send it to
 * another address of ours, which reads nothing of it: so it works without script, and without a form within a form.
 */
export const SimilarReports: FC<{ c: DeliveryContext; reports: readonly Similar[] }> = ({ c, reports }) => {
  const { say, to } = c.var
  if (reports.length === 0) return null
  return (
    <section class="notice" aria-labelledby="tuong-tu">
      <h3 id="tuong-tu" class="form-summary-title">
        {say(messages.similar)}
      </h3>
      <p>{say(messages.similarHint)}</p>
      <ul class="plain feedback-list">
        {reports.map((report) => (
          <li>
            <ReportLine
              c={c}
              row={report}
              level={4}
              more={
                report.metres === undefined
                  ? undefined
                  : fill(say(messages.metres), { n: Math.max(10, Math.round(report.metres / 10) * 10) })
              }
            />
            <button
              type="submit"
              class="form-other"
              formaction={to(`${listPath}/${report.number}/cung-gap`)}
              aria-label={`${say(publicWords.join)}: ${report.title}`}
            >
              {say(publicWords.join)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
