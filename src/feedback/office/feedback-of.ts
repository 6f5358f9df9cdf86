import { caseById, divisionsOf, type CaseView } from '../../cases/load-case.ts'
import { caseIdOf, type Refusal } from '../../cases/office/form.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { mayModerate } from '../policy.ts'

/** The report in an address, for who moderates it. @throws NotFound for anybody else, and for cases of another kind. */
export async function feedbackOf(c: OfficeContext): Promise<CaseView> {
  const { db, actor } = c.var
  const found = await caseById(db, caseIdOf(c))
  if (!found || !mayModerate(actor, found, await divisionsOf(db, actor.id))) throw new NotFound()
  return found
}

export const addressOf = ({ id }: { id: number }): string => `/ho-so/${id}/phan-anh`

/** What was wrong with one of the forms of a screen, and what was typed there. */
export const refusedIn = (refusal: Refusal | undefined, form: string): Partial<Refusal> =>
  refusal?.form === form ? refusal : {}
