import type { Transaction } from '../src/database/connect.ts'
import type { DemoWorld } from './load-network.ts'

/** Words of readers that go with their ratings; the last one is what the filter keeps out of sight. */
const words = [
  { choice: 'very_satisfied', body: 'Bài viết rõ ràng, có lịch cụ thể nên tôi chủ động được thời gian.', daysAgo: 1 },
  { choice: 'satisfied', body: 'Nên ghi thêm số điện thoại của bộ phận tiếp nhận ở cuối bài.', daysAgo: 2 },
  { choice: 'unsatisfied', body: 'Tôi đọc xong vẫn chưa rõ phải mang theo giấy tờ gì.', daysAgo: 4 },
  { choice: 'satisfied', body: 'Ảnh đẹp. Mong có thêm tin về tổ dân phố số 7.', daysAgo: 6 },
  { choice: 'unsatisfied', body: 'Gọi cho tôi theo số 0912 000 000 để tôi nói rõ hơn.', daysAgo: 9 },
  { choice: 'very_satisfied', body: 'Vào nhà cái số một nhận thưởng', suspect: 'gambling', daysAgo: 3 },
] as const

const day = 86_400_000
const dateBack = (days: number): string => new Date(Date.now() + 7 * 3_600_000 - days * day).toISOString().slice(0, 10)

/** What readers say in the demo: ratings of the last weeks with some words, and two reports of errors, one of them late. */
export async function loadReaders(tx: Transaction, world: DemoWorld): Promise<void> {
  for (const key of ['thanh-pho', 'ba-dinh']) {
    const siteId = world.sites.get(key)
    if (siteId !== undefined) await loadSite(tx, siteId)
  }
}

async function loadSite(tx: Transaction, siteId: number): Promise<void> {
  const items = await tx
    .selectFrom('liveItem')
    .select(['entryId', 'editionId', 'path', 'title'])
    .where('siteId', '=', siteId)
    .where('language', '=', 'vi')
    .orderBy('publishedAt', 'desc')
    .limit(8)
    .execute()
  if (items.length === 0) return
  const days = items.flatMap(({ entryId, path }, item) =>
    Array.from({ length: 14 }, (_, back) => ({
      siteId,
      page: path,
      day: dateBack(back),
      entryId,
      verySatisfied: (item * 5 + back * 3) % 4,
      satisfied: (item * 3 + back) % 5,
      unsatisfied: (item + back) % 6 === 0 ? 1 : 0,
    })),
  )
  await tx.insertInto('ratingDay').values(days).execute()
  const comments = words
    .toSorted((a, b) => b.daysAgo - a.daysAgo)
    .map(({ daysAgo, ...word }, index) => {
      const { path, entryId } = items[index % items.length]!
      return { ...word, siteId, page: path, entryId, at: new Date(Date.now() - daysAgo * day) }
    })
  await tx.insertInto('ratingComment').values(comments).execute()
  await loadReports(tx, siteId, items)
}

async function loadReports(
  tx: Transaction,
  siteId: number,
  items: readonly { entryId: number; editionId: number; path: string; title: string }[],
): Promise<void> {
  const report = (index: number, hoursAgo: number, more: { kind: string; what: string; passage: string }) => {
    const { entryId, editionId, path, title } = items[index % items.length]!
    const receivedAt = new Date(Date.now() - hoursAgo * 3_600_000)
    const dueAt = new Date(receivedAt.getTime() + day)
    const code = `DEM${siteId % 10}-${String(siteId).padStart(3, '0').slice(-3)}${index}`
    return { code, siteId, entryId, editionId, path, title, receivedAt, dueAt, isDemo: true, ...more }
  }
  const [late] = await tx
    .insertInto('errorReport')
    .values([
      report(1, 31, {
        kind: 'fact',
        what: 'Giờ ghi trong bài khác với giờ trên bảng tin ở nhà văn hóa tổ dân phố. Đề nghị kiểm tra lại.',
        passage: '',
      }),
      report(3, 5, {
        kind: 'spelling',
        what: 'Câu cuối của đoạn thứ hai lặp từ, đọc dễ nhầm.',
        passage: 'Đoạn thứ hai, câu cuối.',
      }),
    ])
    .returning('id')
    .execute()
  if (late)
    await tx
      .insertInto('errorReportSender')
      .values({ reportId: late.id, name: 'Nguyễn Văn Bạn Đọc', email: 'ban.doc@khue.example' })
      .execute()
}
