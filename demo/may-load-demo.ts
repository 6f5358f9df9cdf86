import type { Database } from '../src/database/connect.ts'

/** True when the database holds no portal yet and the demo was not removed from it. */
export async function mayLoadDemo(db: Database): Promise<boolean> {
  const site = await db.selectFrom('site').select('id').limit(1).executeTakeFirst()
  const setting = await db.selectFrom('setting').select('value').where('key', '=', 'demo').executeTakeFirst()
  return site === undefined && setting === undefined
}

/** True when the demo network is there and what stands on its desks is not: a first start that was ended early. */
export async function lacksDemoCases(db: Database): Promise<boolean> {
  const rows = await db
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('key', 'in', ['demo', 'demo-cases'])
    .execute()
  return rows.some(({ key, value }) => key === 'demo' && value === 'loaded') && rows.length === 1
}
