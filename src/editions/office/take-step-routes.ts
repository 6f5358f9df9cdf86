import type { Transaction } from '../../database/connect.ts'
import { inTransaction } from '../../database/connect.ts'
import { wantsJson } from '../../office/office.tsx'
import type { OfficeContext, OfficeRoute } from '../../office/route.ts'
import { newsroom, type Actor } from '../../people/actor.ts'
import { Refused, Stale } from '../../refusals.ts'
import { readForm } from '../../web/form.ts'
import { approveEdition } from '../approve-edition.ts'
import { confirmEmergency } from '../confirm-emergency.ts'
import type { Kinds } from '../content.ts'
import { discardEdition } from '../discard-edition.ts'
import { publishEdition } from '../publish-edition.ts'
import { publishInEmergency } from '../publish-in-emergency.ts'
import { recallEdition } from '../recall-edition.ts'
import { returnEdition } from '../return-edition.ts'
import { reviewEdition } from '../review-edition.ts'
import { scheduleEdition } from '../schedule-edition.ts'
import { submitEdition } from '../submit-edition.ts'
import type { StepAct } from '../take-step.ts'
import { unscheduleEdition } from '../unschedule-edition.ts'
import { withdrawEdition } from '../withdraw-edition.ts'
import { readableEdition, reviewPage } from './review.tsx'
import type { StepAttempt } from './step-form-view.tsx'
import { confirmNoun, stepForms, stepSchema, type StepForm, type StepNoun } from './steps.ts'

type Command = (tx: Transaction, by: Actor, act: StepAct, kinds: Kinds) => Promise<unknown>

const commands: Record<StepNoun, Command> = {
  trinh: submitEdition,
  rut: recallEdition,
  'duyet-bien-tap': reviewEdition,
  'tra-lai': returnEdition,
  'phe-duyet': approveEdition,
  'hen-gio': scheduleEdition,
  'bo-hen-gio': unscheduleEdition,
  dang: publishEdition,
  'dang-khan-cap': publishInEmergency,
  'go-bai': withdrawEdition,
  bo: discardEdition,
}

/** Takes a step from its form; what is refused comes back on the review page with everything typed, and why. */
function takeStep(form: Pick<StepForm, 'noun' | 'fields'>, command: Command) {
  return async (c: OfficeContext): Promise<Response> => {
    const read = await readForm(c, stepSchema(form))
    const edition = await readableEdition(c)
    const attempt = (why: Partial<StepAttempt>): StepAttempt => ({
      noun: form.noun,
      typed: read.typed,
      errors: {},
      reasons: [],
      ...why,
    })
    if (!read.ok) {
      if (wantsJson(c)) return c.json({ error: 'form', errors: read.errors }, 422)
      return c.html(await reviewPage(c, edition, { attempt: attempt({ errors: read.errors }) }), 422)
    }
    const hasExpiry = form.fields.some((field) => field.name === 'expiresAt')
    const act = {
      ...read.value,
      editionId: edition.id,
      expiresAt: hasExpiry ? (read.value.expiresAt ?? null) : undefined,
    }
    try {
      await inTransaction(c.var.db, (tx) => command(tx, c.var.actor, act, c.var.kinds))
    } catch (error) {
      if (wantsJson(c) || !(error instanceof Refused || error instanceof Stale)) throw error
      const why = error instanceof Refused ? { reasons: error.reasons } : { staleSince: read.value.revision }
      return c.html(await reviewPage(c, await readableEdition(c), { attempt: attempt(why) }), 409)
    }
    const next = form.noun === 'bo' ? `/?da=${form.noun}` : `/ban-thao/${edition.id}/duyet?da=${form.noun}`
    return wantsJson(c) ? c.json({ next }) : c.redirect(next, 303)
  }
}

const route = (noun: string, handle: OfficeRoute['handle']): OfficeRoute => ({
  method: 'POST',
  path: `/ban-thao/:edition/buoc/${noun}`,
  access: { who: newsroom, on: 'edition' },
  handle,
})

/** One address for every step of the lifecycle that a person takes. */
export const stepRoutes: readonly OfficeRoute[] = [
  ...stepForms.map((form) => route(form.noun, takeStep(form, commands[form.noun as StepNoun]))),
  route(confirmNoun, takeStep({ noun: confirmNoun, fields: [] }, confirmEmergency)),
]
