import { sql } from 'kysely'
import { connect, inTransaction, type Transaction } from '../database/connect.ts'
import { builtInDays, type BuiltInDay } from './holidays/built-in-days.ts'

/**
 * Brings the days this software comes with into a database. With the owner's rights, after the migrations; safe to repeat.
 * What an administrator set stays as it is. Returns how many days were new or told otherwise by an earlier version.
 */
export async function loadCalendar(url: string): Promise<number> {
  const owner = connect(url, 'owner', 1)
  try {
    return await inTransaction(owner, loadInto)
  } finally {
    await owner.destroy()
  }
}

async function loadInto(tx: Transaction): Promise<number> {
  const known = await tx.selectFrom('calendarDay').selectAll().execute()
  const rows = builtInDays().map(rowOf)
  const news = rows.filter((row) => {
    const found = known.find((one) => one.day === row.day)
    return !found || (!found.changedAt && Object.entries(row).some(([key, value]) => found[key as keyof Row] !== value))
  })
  if (news.length === 0) return 0
  await tx
    .insertInto('calendarVersion')
    .values({ id: 0, by: 'Khuê', reason: 'Nạp các ngày nghỉ có sẵn trong phần mềm' })
    .execute()
  await tx
    .insertInto('calendarDay')
    .values(news)
    .onConflict((c) =>
      c
        .column('day')
        .doUpdateSet((e) => ({
          kind: e.ref('excluded.kind'),
          name: e.ref('excluded.name'),
          nameEn: e.ref('excluded.nameEn'),
          source: e.ref('excluded.source'),
          announcedOn: e.ref('excluded.announcedOn'),
          swappedWith: e.ref('excluded.swappedWith'),
          verified: e.ref('excluded.verified'),
          counts: e.ref('excluded.counts'),
        }))
        .where(sql`calendar_day.changed_at`, 'is', null),
    )
    .execute()
  return news.length
}

type Row = ReturnType<typeof rowOf>

/** What nobody verified waits for an administrator: it is shown, and does not count. */
const rowOf = ({ day, kind, name, source, announcedOn, swappedWith, verified }: BuiltInDay) => ({
  day,
  kind,
  name: name.vi,
  nameEn: name.en,
  source,
  announcedOn,
  swappedWith: swappedWith ?? null,
  verified,
  counts: verified !== 'unverified',
})
