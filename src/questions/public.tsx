import { caseFormRoutes } from '../cases/public/form-routes.tsx'
import { siteTakes } from '../cases/live-queries.ts'
import { readPosted } from '../delivery/posted-form.tsx'
import { forOneReader, type DeliveryContext, type PublicRoute } from '../delivery/route.ts'
import { NotFound } from '../refusals.ts'
import { similarAnswers } from './live-queries.ts'
import { hrefOf, Similar } from './public/similar.tsx'
import { questionForm } from './public/question-form.tsx'
import { questionKind } from './question.ts'

/** Asking the authorities a question. Nothing here is stored in front, and nothing is indexed. */
export const questionPublicRoutes: readonly PublicRoute[] = [
  ...caseFormRoutes(questionForm),
  { method: 'GET', path: '/hoi-dap/tuong-tu', handle: (c) => showSimilar(c, c.req.query('q') ?? '') },
  { method: 'POST', path: '/hoi-dap/tuong-tu', handle: takeWords },
]

/** As our own form asks: words that somebody types stand in no address, and so in no log. */
async function takeWords(c: DeliveryContext): Promise<Response> {
  const posted = await readPosted(c)
  return posted.refused ?? showSimilar(c, posted.typed.q ?? '')
}

/** Answered questions like the one being typed: a fragment for the form, or JSON for who asks for it. What is typed is kept nowhere. */
async function showSimilar(c: DeliveryContext, text: string): Promise<Response> {
  forOneReader(c)
  const { db, site, language } = c.var
  if (!(await siteTakes(db, site.id, questionKind.name))) throw new NotFound()
  const answers = await similarAnswers(db, { siteId: site.id, language, text })
  if (/\bapplication\/json\b/.test(c.req.header('accept') ?? ''))
    return c.json(
      answers.map((answer) => ({
        title: answer.title,
        url: new URL(hrefOf(c, answer), site.origin).href,
        answeredOn: answer.answeredOn,
      })),
    )
  return c.html(<Similar c={c} answers={answers} />)
}
