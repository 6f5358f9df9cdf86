import type { Transaction } from '../../database/connect.ts'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { attempt, numberOf, typedForm } from '../../sites/office/form.tsx'
import { fromLocalInput } from '../../web/dates.ts'
import type { Typed } from '../../web/form.ts'
import { announceOutage } from '../announce-outage.ts'
import { cancelOutage } from '../cancel-outage.ts'
import { moveRestoration } from '../move-restoration.ts'
import { restoreService } from '../restore-service.ts'
import { showOutages } from './outage-screen.tsx'

const fields = ['startsAt', 'restoresAt', 'affects', 'reason', 'forced', 'ground']
const saved = (c: OfficeContext): Response => c.redirect(`/cong/${c.var.siteId}/gian-doan?da-luu=1`, 303)

/** POST /cong/:site/gian-doan. */
export async function saveOutage(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c)
  const { siteId, actor } = c.var
  const { affects = '', reason = '', ground = '' } = typed
  const act = {
    siteId,
    startsAt: fromLocalInput(typed.startsAt ?? ''),
    restoresAt: fromLocalInput(typed.restoresAt ?? ''),
    affects,
    reason,
    forced: typed.forced === 'on',
    ground,
  }
  const result = await attempt(c, fields, (tx) => announceOutage(tx, actor, act))
  return 'errors' in result ? showOutages(c, { errors: result.errors, typed }) : saved(c)
}

type Run = (tx: Transaction, c: OfficeContext, on: { siteId: number; outageId: number; typed: Typed }) => Promise<void>

/** One of the small forms beside a suspension. */
const handle =
  (run: Run) =>
  async (c: OfficeContext): Promise<Response> => {
    const outageId = numberOf(c.req.param('outage'))
    if (outageId === undefined) throw new NotFound()
    const typed = await typedForm(c)
    const result = await attempt(c, [], (tx) => run(tx, c, { siteId: c.var.siteId, outageId, typed }))
    return 'errors' in result ? showOutages(c, { outageId, errors: result.errors, typed }) : saved(c)
  }

export const reportRestored = handle((tx, c, { typed, ...on }) =>
  restoreService(tx, c.var.actor, { ...on, restoredAt: fromLocalInput(typed.restoredAt ?? '') }),
)
export const saveRestoration = handle((tx, c, { typed, ...on }) =>
  moveRestoration(tx, c.var.actor, { ...on, restoresAt: fromLocalInput(typed.restoresAt ?? '') }),
)
export const callOff = handle((tx, c, { typed: _, ...on }) => cancelOutage(tx, c.var.actor, on))
