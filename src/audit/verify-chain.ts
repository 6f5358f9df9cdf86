import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'

/** One place where the audit log is not what was written. */
export interface ChainFault {
  /** The event it was found at; 0 for the log as a whole. */
  id: number
  fault: string
  message: string
}

export interface ChainProof {
  ok: boolean
  events: number
  /** The last link. Written down elsewhere (on paper, with another agency) it proves later that the whole log up to it still stands. */
  head: { id: number; hash: string }
  faults: ChainFault[]
}

const faultMessages: Record<string, string> = {
  changed: 'nội dung sự kiện đã bị sửa: không còn khớp mã băm của nó',
  'missing-before': 'có sự kiện ngay trước sự kiện này đã bị xóa hoặc chèn sai chỗ',
  unchained: 'sự kiện không nối với sự kiện trước: một trong hai đã bị viết lại',
  'missing-at-end': 'đuôi nhật ký đã bị cắt: đầu chuỗi ghi nhận sự kiện này nhưng không còn thấy',
  'after-head': 'sự kiện được chèn thêm sau đầu chuỗi, không qua hệ thống',
  'head-changed': 'mã băm ở đầu chuỗi không khớp sự kiện cuối: sự kiện cuối hoặc đầu chuỗi đã bị viết lại',
  'head-missing': 'đầu chuỗi (bảng audit_head) đã bị xóa',
  'anchor-broken': 'sự kiện không còn mã băm như đã ghi lại bên ngoài: nhật ký đã bị viết lại từ đây hoặc trước đó',
}

/**
 * Proves the chain of digests of the audit log, reading all of it in one snapshot. Names every event that was changed, removed, inserted
 * or cut off. Who can write the whole database could write the whole chain anew; give `anchor`, a head noted earlier outside of it,
 * and that is found too.
 */
export async function verifyChain(db: Database, anchor?: { id: number; hash: string }): Promise<ChainProof> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const faults = await sql<{ id: number; fault: string }>`select id, fault from audit_faults()`.execute(tx)
      const counted = await tx
        .selectFrom('auditEvent')
        .select(({ fn }) => fn.countAll<number>().as('events'))
        .executeTakeFirstOrThrow()
      const head = await tx.selectFrom('auditHead').select(['lastId', 'lastHash']).executeTakeFirst()
      const anchored =
        anchor && (await tx.selectFrom('auditEvent').select('hash').where('id', '=', anchor.id).executeTakeFirst())
      const found = [...faults.rows]
      if (anchor && anchored?.hash.toString('hex') !== anchor.hash.toLowerCase())
        found.push({ id: anchor.id, fault: 'anchor-broken' })
      return {
        ok: found.length === 0,
        events: counted.events,
        head: { id: head?.lastId ?? 0, hash: head?.lastHash.toString('hex') ?? '' },
        faults: found.map(({ id, fault }) => ({ id, fault, message: faultMessages[fault] ?? fault })),
      }
    })
}
