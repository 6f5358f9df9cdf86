import type { Database, Transaction } from '../../src/database/connect.ts'
import { inTransaction } from '../../src/database/connect.ts'
import { approveEdition } from '../../src/editions/approve-edition.ts'
import type { Content } from '../../src/editions/content.ts'
import { createEntry } from '../../src/editions/create-entry.ts'
import { publishEdition } from '../../src/editions/publish-edition.ts'
import { reviewEdition } from '../../src/editions/review-edition.ts'
import { submitEdition } from '../../src/editions/submit-edition.ts'
import type { Actor, Role } from '../../src/people/actor.ts'
import { noteKind, noteKinds, paragraphs } from './kind.ts'
import { person } from './people.ts'
import { network, type TestNetwork } from './sites.ts'

/** A network whose ward has everyone a newsroom needs, and whose city has an editor. */
export interface Desk extends TestNetwork {
  lan: Actor
  editor: Actor
  secretary: Actor
  chief: Actor
  deputy: Actor
  auditor: Actor
  cityEditor: Actor
  cityChief: Actor
  /** A text of the ward with nothing against it. */
  text(given?: Partial<Content>): Content
  /** Runs one command in one commit. */
  act<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Lan's text, brought as far as the step named. */
  upTo(
    step: 'draft' | 'submitted' | 'reviewed' | 'approved' | 'published',
    given?: Partial<Content>,
  ): Promise<{ entryId: number; editionId: number }>
  /** How many events the audit log holds. */
  events(): Promise<number>
}

export async function desk(db: Database): Promise<Desk> {
  const net = await network(db)
  const inWard = (name: string, role: Role): Promise<Actor> => person(db, name, [{ siteId: net.ward.id, role }])
  const inCity = (name: string, role: Role): Promise<Actor> => person(db, name, [{ siteId: net.city.id, role }])
  const author = await db
    .insertInto('author')
    .values({ slug: 'tran-thi-lan', name: 'Trần Thị Lan' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const people = {
    lan: await inWard('Trần Thị Lan', 'contributor'),
    editor: await inWard('Nguyễn Văn Biên', 'editor'),
    secretary: await inWard('Lê Thị Thư', 'desk_secretary'),
    chief: await inWard('Phạm Văn Trưởng', 'chief_editor'),
    deputy: await inWard('Đỗ Thị Phó', 'chief_editor'),
    auditor: await person(db, 'Vũ Kiểm', [{ siteId: null, role: 'auditor' }]),
    cityEditor: await inCity('Hoàng Thành', 'editor'),
    cityChief: await inCity('Bùi Thị Phố', 'chief_editor'),
  }
  const text = (given: Partial<Content> = {}): Content => ({
    ...noteKind.empty(),
    title: 'Phường Ba Đình mở lớp học bơi cho trẻ em',
    summary: 'Lớp học miễn phí bắt đầu từ tháng Sáu.',
    body: paragraphs('Sáng nay, phường Ba Đình khai giảng lớp học bơi.', 'Lớp học kéo dài sáu tuần.'),
    credits: [{ authorId: author.id, name: 'Trần Thị Lan', part: 'text' }],
    sectionIds: [net.ward.sections['tin-tuc'] as number],
    ...given,
  })
  const act = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => inTransaction(db, work)
  const order = ['draft', 'submitted', 'reviewed', 'approved', 'published']
  return {
    ...net,
    ...people,
    text,
    act,
    async upTo(step, given) {
      const made = await act((tx) =>
        createEntry(tx, people.lan, { siteId: net.ward.id, kind: 'article', content: text(given) }, noteKinds),
      )
      const steps = [
        (tx: Transaction) => submitEdition(tx, people.lan, made, noteKinds),
        (tx: Transaction) => reviewEdition(tx, people.editor, made, noteKinds),
        (tx: Transaction) => approveEdition(tx, people.chief, made, noteKinds),
        (tx: Transaction) => publishEdition(tx, people.secretary, made, noteKinds),
      ]
      for (const take of steps.slice(0, order.indexOf(step))) await act(take)
      return { entryId: made.entryId, editionId: made.editionId }
    },
    async events() {
      const { count } = await db
        .selectFrom('auditEvent')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    },
  }
}
