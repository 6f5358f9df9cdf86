import type { Database, Transaction } from '../../src/database/connect.ts'
import type { Content } from '../../src/editions/content.ts'
import type { Actor } from '../../src/people/actor.ts'
import { slugOf } from '../../src/web/vietnamese.ts'
import { person } from './people.ts'
import { network, type TestSite } from './sites.ts'

/** The desk of a ward and of the city above it. */
export interface Newsroom {
  city: TestSite
  ward: TestSite
  otherWard: TestSite
  writer: Actor
  editor: Actor
  secretary: Actor
  chief: Actor
  admin: Actor
  cityEditor: Actor
  cityChief: Actor
  stranger: Actor
  networkAdmin: Actor
  auditor: Actor
}

export async function newsroomOf(db: Database): Promise<Newsroom> {
  const { city, ward, otherWard } = await network(db)
  return {
    city,
    ward,
    otherWard,
    writer: await person(db, 'Cộng tác viên Ba Đình', [{ siteId: ward.id, role: 'contributor' }]),
    editor: await person(db, 'Biên tập viên Ba Đình', [{ siteId: ward.id, role: 'editor' }]),
    secretary: await person(db, 'Thư ký Ba Đình', [{ siteId: ward.id, role: 'desk_secretary' }]),
    chief: await person(db, 'Trưởng ban Ba Đình', [{ siteId: ward.id, role: 'chief_editor' }]),
    admin: await person(db, 'Quản trị Ba Đình', [{ siteId: ward.id, role: 'site_admin' }]),
    cityEditor: await person(db, 'Biên tập viên Thành phố', [{ siteId: city.id, role: 'editor' }]),
    cityChief: await person(db, 'Trưởng ban Thành phố', [{ siteId: city.id, role: 'chief_editor' }]),
    stranger: await person(db, 'Trưởng ban Ngọc Hà', [{ siteId: otherWard.id, role: 'chief_editor' }]),
    networkAdmin: await person(db, 'Quản trị mạng lưới', [{ siteId: null, role: 'network_admin' }]),
    auditor: await person(db, 'Kiểm tra', [{ siteId: null, role: 'auditor' }]),
  }
}

/** A byline, made when there is none of that name. */
export async function author(tx: Transaction | Database, name: string): Promise<number> {
  const found = await tx.selectFrom('author').select('id').where('name', '=', name).executeTakeFirst()
  return (
    found ??
    (await tx
      .insertInto('author')
      .values({ name, slug: slugOf(name) })
      .returning('id')
      .executeTakeFirstOrThrow())
  ).id
}

/** A text that nothing stands against. */
export async function articleContent(
  tx: Transaction | Database,
  site: TestSite,
  part: Partial<Content> = {},
): Promise<Content> {
  const name = 'Tổ truyền thông phường'
  return {
    title: 'Phường Ba Đình mở điểm đọc sách cuối tuần',
    summary: 'Điểm đọc mở cửa sáng thứ Bảy và Chủ nhật, không thu phí.',
    genre: 'news',
    language: 'vi',
    slug: '',
    body: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Từ tuần này, điểm đọc sách tại nhà sinh hoạt cộng đồng mở cửa đón bà con.' },
          ],
        },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'Người đọc có thể mượn sách về nhà trong mười bốn ngày.' }],
        },
      ],
    },
    lead: null,
    gallery: [],
    attachments: [],
    credits: [{ authorId: await author(tx, name), name, part: 'text' }],
    source: 'UBND phường Ba Đình',
    sourceUrl: '',
    sectionIds: [site.sections['tin-tuc'] as number],
    topicIds: [],
    tags: [],
    relatedIds: [],
    ...part,
  }
}
