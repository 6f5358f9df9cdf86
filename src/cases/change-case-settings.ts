import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanLine } from '../web/vietnamese.ts'
import { refuseCase } from './case-reasons.ts'
import { mustSetUpCases } from './desk-people.ts'
import { isCaseKind } from './kind.ts'
import { withoutDeskRole } from './why-not.ts'

export interface CaseSettings {
  /** Kinds people may send here. */
  openKinds: readonly string[]
  league: boolean
  warnDays: number
  reopenDays: number
  leaderId: string | null
  /** Working days by which what no law lets extend may be extended once, and the decision that allows it; 0 and '': never. */
  extensionDays: number
  extensionBasis: string
}

/** Sets how a portal deals with cases. Clocks at hand stay as they are. */
export async function changeCaseSettings(
  tx: Transaction,
  by: Actor,
  act: CaseSettings & { siteId: number },
): Promise<void> {
  const { siteId } = act
  mustSetUpCases(by, siteId)
  const within = (value: number, from: number, to: number): boolean =>
    Number.isInteger(value) && value >= from && value <= to
  const extensionBasis = act.extensionDays === 0 ? '' : cleanLine(act.extensionBasis)
  const leader = act.leaderId ? await withoutDeskRole(tx, siteId, [act.leaderId]) : []
  refuseCase('case-settings.change', [
    ...(act.openKinds.every((kind) => isCaseKind(kind)) ? [] : (['kinds:unknown'] as const)),
    ...(within(act.warnDays, 0, 30) ? [] : (['warnDays:range'] as const)),
    ...(within(act.reopenDays, 1, 90) ? [] : (['reopenDays:range'] as const)),
    ...(within(act.extensionDays, 0, 30) ? [] : (['extensionDays:range'] as const)),
    ...(act.extensionDays > 0 && extensionBasis === '' ? (['extensionBasis:missing'] as const) : []),
    ...(leader.length > 0 ? (['leadId:unknown'] as const) : []),
  ])
  const set = {
    openKinds: [...new Set(act.openKinds)],
    league: act.league,
    warnDays: act.warnDays,
    reopenDays: act.reopenDays,
    leaderId: act.leaderId || null,
    extensionDays: act.extensionDays,
    extensionBasis: extensionBasis.slice(0, 500),
  }
  const before = await tx
    .selectFrom('caseSetting')
    .selectAll()
    .where('siteId', '=', siteId)
    .forUpdate()
    .executeTakeFirst()
  await tx
    .insertInto('caseSetting')
    .values({ siteId, ...set })
    .onConflict((c) => c.column('siteId').doUpdateSet(set))
    .execute()
  await recordEvent(tx, {
    action: 'site.case-settings-changed',
    by,
    subject: { kind: 'site', id: siteId },
    siteId,
    before,
    after: set,
    summary: 'Đổi cài đặt xử lý hồ sơ',
  })
}
