import type { Database } from '../../src/database/connect.ts'

/** A city and two wards below it, each with a few sections and a host `{key}.test`. */
export interface TestNetwork {
  city: TestSite
  ward: TestSite
  otherWard: TestSite
}
export interface TestSite {
  id: number
  key: string
  host: string
  sections: Record<string, number>
}

export async function network(db: Database): Promise<TestNetwork> {
  const city = await testSite(db, 'thanh-pho', 'Cổng thông tin điện tử Thành phố')
  const ward = await testSite(db, 'ba-dinh', 'Cổng thông tin điện tử phường Ba Đình', city.id)
  const otherWard = await testSite(db, 'ngoc-ha', 'Cổng thông tin điện tử phường Ngọc Hà', city.id)
  return { city, ward, otherWard }
}

async function testSite(db: Database, key: string, name: string, parentId: number | null = null): Promise<TestSite> {
  const unit = await db
    .insertInto('unit')
    .values({ code: `U-${key}`, name, kind: 'ward', validFrom: '2025-07-01' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('site')
    .values({
      key,
      unitId: unit.id,
      parentId,
      name,
      shortName: name,
      template: parentId ? 'ward' : 'city',
      theme: 'lotus',
      agency: `UBND ${name}`,
      governingBody: 'UBND Thành phố',
      responsiblePerson: 'Trưởng ban biên tập',
      address: '1 Phố Thử',
      phone: '024.0000.0000',
      email: 'thu@example.vn',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const host = `${key}.test`
  await db.insertInto('siteHost').values({ host, siteId: id, isPrimary: true }).execute()
  await db
    .insertInto('siteChain')
    .values({ siteId: id, kind: 'article', chain: parentId ? 'full' : 'full' })
    .execute()
  const sections: Record<string, number> = {}
  for (const [position, [slug, sectionName]] of [
    ['tin-tuc', 'Tin tức'],
    ['thong-bao', 'Thông báo'],
  ].entries()) {
    const section = await db
      .insertInto('section')
      .values({ siteId: id, slug: slug!, name: sectionName!, position })
      .returning('id')
      .executeTakeFirstOrThrow()
    sections[slug!] = section.id
  }
  return { id, key, host, sections }
}
