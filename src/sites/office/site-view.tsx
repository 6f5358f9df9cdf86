import type { FC } from 'hono/jsx'
import { Notice } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import type { Typed } from '../../web/form.ts'
import type { SiteView } from '../queries.ts'
import type { Errors } from './form.tsx'
import { messages } from './messages.ts'

export type Part = 'nhan-dien' | 'giao-dien' | 'ten-mien' | 'quy-trinh' | 'vi-tri' | 'trang-thai'

/** What was refused: the form it came from, its messages, and what was typed there. */
export interface Refusal {
  part: Part
  /** Kind of content whose chain was refused. */
  kind?: string
  errors: Errors
  typed: Typed
}

/** What every panel of the screen of a portal is drawn from. */
export interface View {
  c: OfficeContext
  site: SiteView
  refusal: Refusal | undefined
  own: boolean
  network: boolean
}

/** The messages of the form that was refused, for its panel alone. */
export const errorsIn = ({ refusal }: View, part: Part): Errors => (refusal?.part === part ? refusal.errors : {})
export const typedIn = ({ refusal }: View, part: Part): Typed | undefined =>
  refusal?.part === part ? refusal.typed : undefined

/** The word that a panel was saved, in that panel: the screen is long, and the browser goes to the panel. */
export const Saved: FC<View & { part: Part }> = ({ c, refusal, part }) =>
  !refusal && c.req.query('da-luu') === part ? <Notice kind="ok">{c.var.say(messages.saved)}</Notice> : null
