import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'

/** A form of the screens that was refused: messages by field, those of none under `form`, and what was typed. */
export interface Refusal {
  errors: Record<string, string>
  typed: Typed
}

/** The number of the report in an address. @throws NotFound. */
export function reportIdOf(c: OfficeContext): number {
  const id = Number(c.req.param('report'))
  if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647) throw new NotFound()
  return id
}
