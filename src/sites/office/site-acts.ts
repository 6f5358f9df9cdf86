import type { OfficeContext } from '../../office/route.ts'
import type { Transaction } from '../../database/connect.ts'
import type { Typed } from '../../web/form.ts'
import { addHost } from '../add-host.ts'
import { changeChain } from '../change-chain.ts'
import { changeSite } from '../change-site.ts'
import { changeTheme } from '../change-theme.ts'
import { closeSite } from '../close-site.ts'
import { today } from '../dates.ts'
import { makePrimary } from '../make-primary.ts'
import { moveSite } from '../move-site.ts'
import { removeHost } from '../remove-host.ts'
import { reopenSite } from '../reopen-site.ts'
import { unitByCode } from '../unit-queries.ts'
import { attempt, numberOf, typedForm } from './form.tsx'
import { descriptionFields, descriptionOf } from './identity-fields.tsx'
import { messages } from './messages.ts'
import { showSite } from './site-screen.tsx'
import type { Part } from './site-view.tsx'

interface Act {
  part: Part
  fields: readonly string[]
  run(tx: Transaction, c: OfficeContext, typed: Typed): Promise<unknown>
}

/** One form of the screen of a portal: done, and back to its place; refused, and the screen with the messages beside the fields. */
const handle =
  ({ part, fields, run }: Act) =>
  async (c: OfficeContext): Promise<Response> => {
    const typed = await typedForm(c)
    const result = await attempt(c, fields, (tx) => run(tx, c, typed))
    if ('errors' in result) return showSite(c, { part, kind: typed.kind, errors: result.errors, typed })
    return c.redirect(`/cong/${c.var.siteId}?da-luu=${part}#${part}`, 303)
  }

export const saveIdentity = handle({
  part: 'nhan-dien',
  fields: descriptionFields,
  run: (tx, c, typed) => changeSite(tx, c.var.actor, { siteId: c.var.siteId, ...descriptionOf(typed) }),
})

export const saveTheme = handle({
  part: 'giao-dien',
  fields: ['theme', 'accent'],
  run: (tx, c, typed) =>
    changeTheme(tx, c.var.actor, {
      siteId: c.var.siteId,
      theme: typed.theme ?? '',
      accent: typed.ownAccent ? (typed.accent ?? '') : null,
    }),
})

export const saveChain = handle({
  part: 'quy-trinh',
  fields: ['chain', 'submittedHours', 'reviewedHours', 'approvedHours'],
  run: (tx, c, typed) =>
    changeChain(
      tx,
      c.var.actor,
      {
        siteId: c.var.siteId,
        kind: typed.kind ?? '',
        chain: typed.chain ?? '',
        submittedHours: Number(typed.submittedHours),
        reviewedHours: Number(typed.reviewedHours),
        approvedHours: Number(typed.approvedHours),
      },
      c.var.kinds,
    ),
})

export const saveNewHost = handle({
  part: 'ten-mien',
  fields: ['host'],
  run: (tx, c, typed) => addHost(tx, c.var.actor, { siteId: c.var.siteId, host: typed.host ?? '' }),
})

export const saveMainHost = handle({
  part: 'ten-mien',
  fields: ['host'],
  run: (tx, c, typed) => makePrimary(tx, c.var.actor, { siteId: c.var.siteId, host: typed.host ?? '' }),
})

export const dropHost = handle({
  part: 'ten-mien',
  fields: ['host'],
  run: (tx, c, typed) => removeHost(tx, c.var.actor, { siteId: c.var.siteId, host: typed.host ?? '' }),
})

/** The unit is typed as its code; a code of no unit is answered beside the field before the command is asked. */
export async function savePlace(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c)
  const unit = await unitByCode(c.var.db, typed.unitId ?? '', today())
  if (!unit) return showSite(c, { part: 'vi-tri', errors: { unitId: c.var.say(messages.unitCodeUnknown) }, typed })
  const act = { siteId: c.var.siteId, parentId: numberOf(typed.parentId) ?? null, unitId: unit.id }
  const result = await attempt(c, ['unitId', 'parentId'], (tx) => moveSite(tx, c.var.actor, act))
  if ('errors' in result) return showSite(c, { part: 'vi-tri', errors: result.errors, typed })
  return c.redirect(`/cong/${c.var.siteId}?da-luu=vi-tri#vi-tri`, 303)
}

export const saveClosure = handle({
  part: 'trang-thai',
  fields: [],
  run: (tx, c, typed) => (typed.closed === '1' ? closeSite : reopenSite)(tx, c.var.actor, { siteId: c.var.siteId }),
})
