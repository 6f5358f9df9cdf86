import type { OfficeContext } from '../../office/route.ts'
import { fill } from '../../web/message.ts'
import { assignCase } from '../assign-case.ts'
import { attempt, handlerOf, numberOf, typedOf, withQuery } from './form.tsx'
import { messages } from './messages.ts'
import { queueAddress, queueViewOf } from './queue-address.ts'
import { casesChosen } from './queue-queries.ts'
import { showQueue, type QueueRefusal } from './queue-screen.tsx'

/** How many cases one press reaches. */
export const mostAtOnce = 50

/**
 * POST /cong/:site/ho-so/phan-cong: one line by its own button, or all that are ticked. Each case is an act of its own: what stands
 * against one holds up no other.
 */
export async function assignFromQueue(c: OfficeContext): Promise<Response> {
  const { actor, say, siteId, db } = c.var
  const { typed, many } = await typedOf(c)
  const view = queueViewOf(new URLSearchParams(typed.xem ?? ''))
  const one = numberOf(typed.mot)
  const ticked = many('chon').flatMap((text) => numberOf(text) ?? [])
  const cases = one === undefined ? ticked : [one]
  const refused = (errors: Record<string, string>, left: readonly number[]): Promise<Response> => {
    const refusal: QueueRefusal = { view, errors, ticked: new Set(left.map(String)), chosen: typed }
    return showQueue(c, refusal)
  }
  if (cases.length === 0) return refused({ form: say(messages.nothingChosen) }, [])
  if (cases.length > mostAtOnce) return refused({ form: say(messages.tooMany) }, ticked)
  const forAll = one === undefined ? handlerOf(typed['giao-cho']) : undefined
  const faults: { caseId: number; why: string }[] = []
  for (const caseId of cases) {
    const to = forAll ?? handlerOf(typed[`cho-${caseId}`]) ?? { divisionId: 0, officerId: null }
    const result = await attempt(c, [], (tx) => assignCase(tx, actor, { caseId, ...to }))
    if ('errors' in result) faults.push({ caseId, why: result.errors.form ?? '' })
  }
  if (faults.length === 0) return c.redirect(queueAddress(siteId, view, { da: 'giao', n: String(cases.length) }), 303)
  const left = faults.map(({ caseId }) => caseId)
  const numbers = new Map((await casesChosen(db, actor, siteId, left)).map(({ id, number }) => [id, number]))
  const why = faults.map((fault) =>
    fill(say(messages.someRefused), { number: numbers.get(fault.caseId) ?? '', why: fault.why }),
  )
  return refused({ form: why.join(' ') }, left)
}

/** POST /cong/:site/ho-so/da-chon: leads to the screen of the cases that are ticked. */
export async function reviewChosen(c: OfficeContext): Promise<Response> {
  const { siteId } = c.var
  const { typed, many } = await typedOf(c)
  const chosen = many('chon').flatMap((text) => numberOf(text) ?? [])
  const view = queueViewOf(new URLSearchParams(typed.xem ?? ''))
  const say = c.var.say
  if (chosen.length === 0 || chosen.length > mostAtOnce) {
    const why = say(chosen.length === 0 ? messages.nothingChosen : messages.tooMany)
    return showQueue(c, { view, errors: { form: why }, ticked: new Set(chosen.map(String)), chosen: typed })
  }
  return c.redirect(withQuery(`/cong/${siteId}/ho-so/da-chon`, { chon: chosen.join(',') }), 303)
}
