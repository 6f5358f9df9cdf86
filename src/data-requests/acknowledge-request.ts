import { openStates } from '../cases/case.ts'
import { endClocks } from '../cases/count-clocks.ts'
import { noteEvent } from '../cases/note-event.ts'
import { recordCaseStep } from '../cases/take-step.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { dataRequestForUpdate } from './data-request-for-update.ts'
import { refuseData } from './why-not-data.ts'

/** Tells who asked that their request is in hand, within 2 working days (Decree 356/2025, art. 5): ends that clock, and a mail goes out. */
export async function acknowledgeRequest(tx: Transaction, by: Actor, { caseId }: { caseId: number }): Promise<void> {
  const found = await dataRequestForUpdate(tx, by, caseId)
  const clock = await tx
    .selectFrom('caseClock')
    .select('id')
    .where('caseId', '=', caseId)
    .where('purpose', '=', 'acknowledge')
    .where('state', '=', 'running')
    .executeTakeFirst()
  refuseData('case.data-acknowledge', [
    ...((openStates as readonly string[]).includes(found.state) ? [] : (['form:closed'] as const)),
    ...(clock ? [] : (['form:acknowledged'] as const)),
  ])
  await endClocks(tx, caseId, 'acknowledge')
  await noteEvent(tx, by, { caseId, step: 'acknowledge' })
  await recordCaseStep(tx, by, found, {
    done: 'data-acknowledged',
    summary: 'Xác nhận đã nhận yêu cầu về dữ liệu cá nhân',
  })
}
