import pg from 'pg'
import type { Health } from '../web/health.ts'
import { migrationState } from './migrate.ts'

/** Tells whether the database answers and its migrations are current, over one connection of its own. */
export function watchHealth(url: string): Health & { end(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 2000, query_timeout: 3000 })
  pool.on('error', () => {})
  return {
    end: () => pool.end(),
    async whyNotReady() {
      try {
        const client = await pool.connect()
        try {
          const { pending, unknown } = await migrationState(client)
          if (pending.length > 0) return `Thiếu migration ${pending[0]}: hãy chạy khue migrate (migrations pending)`
          if (unknown.length > 0) return `Cơ sở dữ liệu mới hơn chương trình: ${unknown[0]} (database is newer)`
          return undefined
        } finally {
          client.release()
        }
      } catch {
        return 'Không kết nối được cơ sở dữ liệu (database unreachable)'
      }
    },
  }
}
