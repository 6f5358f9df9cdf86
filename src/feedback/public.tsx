import { caseFormRoutes } from '../cases/public/form-routes.tsx'
import { trapName } from '../delivery/components/form-parts.tsx'
import { Page } from '../delivery/components/page.tsx'
import { readPosted } from '../delivery/posted-form.tsx'
import type { DeliveryContext, PublicRoute } from '../delivery/route.ts'
import { joinFeedback, type Joined } from './join-feedback.ts'
import { messages } from './public-messages.ts'
import { feedbackForm } from './public/feedback-form.tsx'
import { numberIn, showFeedback } from './public/item-page.tsx'
import { listPath, showFeedbackList, showFeedbackPoints } from './public/list-page.tsx'

/** Feedback as everybody reads it: list, map, one report, and the press that says "me too". */
export const feedbackPublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: '/phan-anh', handle: showFeedbackList },
  { method: 'GET', path: '/phan-anh/diem.json', handle: showFeedbackPoints, inEnglish: false },
  ...caseFormRoutes(feedbackForm),
  { method: 'GET', path: '/phan-anh/:number', handle: showFeedback },
  { method: 'POST', path: '/phan-anh/:number/cung-gap', handle: takeVoice },
]

const answers = {
  counted: { status: 200, text: messages.joined },
  again: { status: 200, text: messages.joinedAgain },
  enough: { status: 429, text: messages.joinEnough },
  unknown: { status: 404, text: messages.joinUnknown },
} as const satisfies Record<Joined, unknown>

/** POST /phan-anh/:number/cung-gap */
async function takeVoice(c: DeliveryContext): Promise<Response> {
  const number = numberIn(c)
  const posted = await readPosted(c)
  if (posted.refused) return posted.refused
  const { say, site, intake } = c.var
  const visitor = await c.var.visitorKey()
  // Who fills in the trap is told the same, and counted nowhere.
  const joined = posted.typed[trapName] ? 'counted' : await joinFeedback(intake, { siteId: site.id, number, visitor })
  const { status, text } = answers[joined]
  c.header('Cache-Control', 'no-store')
  return c.html(
    <Page c={c} title={say(messages.join)} noindex>
      <div class="wrap words-page">
        <h1>{say(messages.join)}</h1>
        <p>{say(text)}</p>
        <p>
          <a href={c.var.to(joined === 'unknown' ? listPath : `${listPath}/${number}`)}>{say(messages.back)}</a>
        </p>
      </div>
    </Page>,
    status,
  )
}
