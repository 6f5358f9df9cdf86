import { caseKinds } from '../../src/case-kinds.ts'
import type { CaseKindName } from '../../src/cases/kind.ts'
import { assignCase } from '../../src/cases/assign-case.ts'
import { approveAnswer } from '../../src/cases/approve-answer.ts'
import { receiveCase, type NewCase } from '../../src/cases/receive-case.ts'
import { saveAnswer } from '../../src/cases/save-answer.ts'
import { submitAnswer } from '../../src/cases/submit-answer.ts'
import { inTransaction, type Database, type Transaction } from '../../src/database/connect.ts'
import type { Actor, Role } from '../../src/people/actor.ts'
import type { SealingKey } from '../../src/sealing/seal.ts'
import { sealingFor, type TestSealing } from './sealing.ts'
import { person } from './people.ts'
import { network, type TestNetwork } from './sites.ts'

/** A network whose ward has two divisions and everyone who deals with cases, and whose city and other ward have a desk too. */
export interface CaseDesk extends TestNetwork, TestSealing {
  coordinator: Actor
  /** Both belong to the division `urban`; `officer` leads it. */
  officer: Actor
  colleague: Actor
  /** Belongs to the division `social`. */
  socialOfficer: Actor
  leader: Actor
  deputy: Actor
  operator: Actor
  siteAdmin: Actor
  networkAdmin: Actor
  auditor: Actor
  cityCoordinator: Actor
  cityOfficer: Actor
  cityLeader: Actor
  otherCoordinator: Actor
  otherOfficer: Actor
  otherLeader: Actor
  urban: number
  social: number
  /** Division of the city and of the other ward. */
  cityDivision: number
  otherDivision: number
  /** Numbers of the fields a new installation begins with, by slug. */
  fields: Record<string, number>
  /** Runs one command in one commit. */
  act<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** A case of the ward, brought as far as the step named; the officer writes, the leader approves. */
  upTo(step: CaseStage, part?: CasePart): Promise<SomeCase>
  /** How many events the audit log holds. */
  events(): Promise<number>
}
export type CaseStage = 'received' | 'assigned' | 'submitted' | 'answered'

export interface SomeCase {
  caseId: number
  number: string
  code: string
  dueAt: Date | undefined
}
/** What a test says of a case; the rest is a plain question to the ward. */
export interface CasePart extends Partial<Omit<NewCase, 'kind'>> {
  kind?: CaseKindName
  origin?: string
}

export const caseBody = 'Đèn đường trước nhà số 12 phố Thử không sáng đã ba tuần. Khi nào được sửa?'

/** What an answer needs, with nothing against it. */
export const someAnswer = {
  saves: 0,
  kind: 'answer',
  ground: '',
  body: 'Phường đã giao đơn vị chiếu sáng kiểm tra; đèn được sửa trước ngày 30.',
  answerOn: '',
  publish: false,
  publicTitle: '',
  publicQuestion: '',
  publicAnswer: '',
} as const

/**
 * A case that just arrived, as the public face (or an officer, with `by`) takes it: through the same door. `db` may be the connection
 * of the public face or of the office.
 */
export async function someCase(db: Database, key: SealingKey, { origin, ...part }: CasePart = {}): Promise<SomeCase> {
  const kind = caseKinds.get(part.kind ?? 'question')!
  const received = await receiveCase(
    db,
    {
      siteId: 0,
      channel: 'web',
      language: 'vi',
      title: 'Đèn đường không sáng ba tuần nay',
      body: caseBody,
      sender: { name: 'Người gửi thử', email: 'nguoi.gui@thu.example', phone: '0900 000 000' },
      ...part,
      kind,
    },
    { key, origin: origin ?? 'http://ba-dinh.test', siteName: 'Cổng thử' },
  )
  if (!('caseId' in received)) throw new Error(`the case was not taken: ${received.is}`)
  const { caseId, number, code, dueAt } = received
  return { caseId, number, code, dueAt }
}

export async function caseDesk(db: Database): Promise<CaseDesk> {
  const net = await network(db)
  const sealing = await sealingFor({ db })
  const at = (siteId: number | null) => (name: string, role: Role) => person(db, name, [{ siteId, role }])
  const [inWard, inCity, inOther] = [at(net.ward.id), at(net.city.id), at(net.otherWard.id)]
  const people = {
    coordinator: await inWard('Ngô Thị Nhận', 'case_coordinator'),
    officer: await inWard('Trịnh Văn Đô', 'case_officer'),
    colleague: await inWard('Mai Thị Địa', 'case_officer'),
    socialOfficer: await inWard('Lý Văn Xã', 'case_officer'),
    leader: await inWard('Đặng Văn Chủ', 'case_leader'),
    deputy: await inWard('Hồ Thị Tịch', 'case_leader'),
    operator: await inWard('Cao Thị Đài', 'hotline_operator'),
    siteAdmin: await inWard('Kiều Văn Quản', 'site_admin'),
    networkAdmin: await person(db, 'Tô Văn Mạng', [{ siteId: null, role: 'network_admin' }]),
    auditor: await person(db, 'Vũ Thị Soát', [{ siteId: null, role: 'auditor' }]),
    cityCoordinator: await inCity('Phan Văn Phố', 'case_coordinator'),
    cityOfficer: await inCity('Dương Thị Thành', 'case_officer'),
    cityLeader: await inCity('Lâm Văn Thị', 'case_leader'),
    otherCoordinator: await inOther('Tạ Thị Hà', 'case_coordinator'),
    otherOfficer: await inOther('Chu Văn Ngọc', 'case_officer'),
    otherLeader: await inOther('Quách Thị Đầu', 'case_leader'),
  }
  const urban = await division(db, net.ward.id, 'Phòng Đô thị', [people.officer, people.colleague])
  const social = await division(db, net.ward.id, 'Phòng Văn hóa – Xã hội', [people.socialOfficer])
  const cityDivision = await division(db, net.city.id, 'Ban Tiếp công dân', [people.cityOfficer])
  const otherDivision = await division(db, net.otherWard.id, 'Phòng Đô thị', [people.otherOfficer])
  const fields = await db.selectFrom('caseField').select(['id', 'slug']).execute()
  const act = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => inTransaction(db, work)
  const steps = ['received', 'assigned', 'submitted', 'answered'] as const
  return {
    ...net,
    ...people,
    ...sealing,
    urban,
    social,
    cityDivision,
    otherDivision,
    fields: Object.fromEntries(fields.map(({ id, slug }) => [slug, id])),
    act,
    async upTo(step, part) {
      const made = await someCase(db, sealing.key, { siteId: net.ward.id, ...part })
      const { caseId } = made
      const assigned = { caseId, divisionId: urban, officerId: people.officer.id }
      const take: ((tx: Transaction) => Promise<unknown>)[] = [
        (tx) => assignCase(tx, people.coordinator, assigned),
        async (tx) => {
          await saveAnswer(tx, people.officer, { ...someAnswer, caseId })
          await submitAnswer(tx, people.officer, { caseId })
        },
        (tx) => approveAnswer(tx, people.leader, { caseId }),
      ]
      for (const one of take.slice(0, steps.indexOf(step))) await act(one)
      return made
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

/** The first of the people leads it. */
async function division(db: Database, siteId: number, name: string, people: readonly Actor[]): Promise<number> {
  const { id } = await db
    .insertInto('division')
    .values({ siteId, name, leadId: people[0]!.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('divisionMember')
    .values(people.map((one) => ({ divisionId: id, personId: one.id })))
    .execute()
  return id
}
