import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'

/** A key as the administrator sees it: never the key itself. */
export interface KeyLine {
  id: number
  name: string
  contact: string
  siteName: string | null
  beginning: string
  dailyLimit: number
  madeAt: Date
  revokedAt: Date | null
  /** Reports today, and since it was given. */
  today: number
  total: number
}

/** Every key that was given, those in use first; at most 500. */
export async function open311Keys(db: Database): Promise<KeyLine[]> {
  const { rows } = await sql<KeyLine>`
    select k.id, k.name, k.contact, s.short_name as site_name, k.beginning, k.daily_limit, k.made_at, k.revoked_at,
      coalesce((select u.requests from open311_use u where u.key_id = k.id and u.day = (now() at time zone 'Asia/Ho_Chi_Minh')::date), 0)::integer as today,
      coalesce((select sum(u.requests) from open311_use u where u.key_id = k.id), 0)::integer as total
    from open311_key k left join site s on s.id = k.site_id
    order by k.revoked_at is not null, k.id desc limit 500`.execute(db)
  return rows
}

/** Portals a key can be bound to, by name. */
export const portalsForKeys = (db: Database): Promise<{ id: number; name: string }[]> =>
  db
    .selectFrom('site')
    .select(['id', 'shortName as name'])
    .where('closedAt', 'is', null)
    .orderBy(sql`short_name collate "vi-x-icu"`)
    .execute()
