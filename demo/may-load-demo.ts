import type { Database } from '../src/database/connect.ts'

/** True when the database holds no portal yet and the demo was not removed from it. */
export async function mayLoadDemo(db: Database): Promise<boolean> {
  const site = await db.selectFrom('site').select('id').limit(1).executeTakeFirst()
  const setting = await db.selectFrom('setting').select('value').where('key', '=', 'demo').executeTakeFirst()
  return site === undefined && setting === undefined
}
