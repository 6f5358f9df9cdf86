import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { mayName, sealedHandlerRoles } from './policy.ts'

interface Naming {
  siteId: number
  personId: string
}

/** Names a person for the sealed letters of a portal, those at hand included. @throws Forbidden, also for naming oneself; Refused. */
export async function nameHandler(tx: Transaction, by: Actor, { siteId, personId }: Naming): Promise<void> {
  if (!mayName(by, siteId, personId)) throw new Forbidden()
  const { rows } = await sql<{ fits: boolean }>`
    select holds_role(${personId}, ${siteId}, ${sealedHandlerRoles as unknown as string[]}) as fits`.execute(tx)
  if (!rows[0]?.fits)
    throw new Refused('denunciation.name-handler', [
      {
        code: 'personId:role',
        message: { vi: 'Người này không giữ vai trò xử lý hồ sơ trên cổng: hãy chọn người khác.' },
      },
    ])
  const named = { namedBy: by.id, at: new Date(), endedAt: null }
  const before = await tx
    .selectFrom('sealedDesk')
    .select('endedAt')
    .where('siteId', '=', siteId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (before && before.endedAt === null) return
  await tx
    .insertInto('sealedDesk')
    .values({ siteId, personId, ...named })
    .onConflict((c) => c.columns(['siteId', 'personId']).doUpdateSet(named))
    .execute()
  await sql`insert into case_handler (case_id, person_id, named_by)
    select id, ${personId}, ${by.id} from citizen_case where handling_site_id = ${siteId} and kind = 'sealed_letter' and closed_at is null
    on conflict (case_id, person_id) do update set named_by = excluded.named_by, at = now(), ended_at = null`.execute(
    tx,
  )
  await recordEvent(tx, {
    action: 'denunciation.handler-named',
    by,
    siteId,
    subject: { kind: 'person', id: personId },
    summary: 'Cử người xử lý đơn niêm phong',
  })
}

/** Ends it: from now on the person sees none of them. */
export async function endHandler(tx: Transaction, by: Actor, { siteId, personId }: Naming): Promise<void> {
  if (!mayName(by, siteId, personId)) throw new Forbidden()
  const ended = await tx
    .updateTable('sealedDesk')
    .set({ endedAt: new Date() })
    .where('siteId', '=', siteId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (Number(ended.numUpdatedRows) === 0) return
  await sql`update case_handler h set ended_at = now() from citizen_case c
    where c.id = h.case_id and c.handling_site_id = ${siteId} and h.person_id = ${personId} and h.ended_at is null`.execute(
    tx,
  )
  await recordEvent(tx, {
    action: 'denunciation.handler-ended',
    by,
    siteId,
    subject: { kind: 'person', id: personId },
    summary: 'Thôi cử người xử lý đơn niêm phong',
  })
}
