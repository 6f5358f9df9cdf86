import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import type { Kinds } from './content.ts'
import { cleanText } from '../web/vietnamese.ts'
import { goLive } from './go-live.ts'
import { editionForStep, recordStep, type StepAct } from './take-step.ts'
import { tellAuthor, tellRoles } from './tell-people.ts'

/** Puts a text before the public without approval, for the reason given; it stays flagged until a second person confirms it. */
export async function publishInEmergency(tx: Transaction, by: Actor, act: StepAct, kinds: Kinds): Promise<void> {
  const edition = await editionForStep(tx, by, 'publishInEmergency', { act, kinds })
  const emergencyReason = cleanText(act.reason ?? '')
  const set = { emergencyReason, approvedBy: null, approvedAt: null }
  const { superseded } = await goLive(tx, by, edition, {
    step: 'publishInEmergency',
    comment: emergencyReason,
    expiresAt: act.expiresAt,
    set,
    kinds,
  })
  await tellAuthor(tx, by, edition, { about: 'Bài đã đăng khẩn', said: emergencyReason })
  await tellRoles(tx, by, edition, {
    roles: ['chief_editor'],
    about: 'Đăng khẩn, chờ người thứ hai xác nhận',
    said: emergencyReason,
  })
  await recordStep(tx, by, edition, {
    done: 'published-in-emergency',
    summary: 'Đăng khẩn',
    to: 'published',
    after: { reason: emergencyReason, superseded },
  })
}
