import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { changesOf } from './changes.ts'
import { refuseFor, siteForUpdate } from './load-site.ts'
import { may, type Doer } from './policy.ts'
import { whyNotTheme } from './site.ts'

/** Chooses the theme of a portal and, where wanted, an accent colour that keeps its contrast. */
export async function changeTheme(
  tx: Transaction,
  by: Doer,
  act: { siteId: number; theme: string; accent: string | null },
): Promise<void> {
  if (!may(by, 'changeSite', act.siteId)) throw new Forbidden()
  const site = await siteForUpdate(tx, act.siteId)
  const accent = act.accent?.toLowerCase() ?? null
  refuseFor('site.change-theme', whyNotTheme(act.theme, accent))
  const wanted = { theme: act.theme, accent }
  const changes = changesOf({ theme: site.theme, accent: site.accent }, wanted)
  if (!changes) return
  await tx.updateTable('site').set(wanted).where('id', '=', site.id).execute()
  await recordEvent(tx, {
    action: 'site.theme-changed',
    by,
    siteId: site.id,
    subject: { kind: 'site', id: site.id },
    summary: `Đổi giao diện ${site.name}`,
    ...changes,
  })
}
