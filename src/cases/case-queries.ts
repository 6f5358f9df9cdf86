import { sql } from 'kysely'
import { calendarOf } from '../calendar/calendar-queries.ts'
import { deadlineOf, type ClockFacts, type Deadline } from '../calendar/deadline.ts'
import type { Override } from '../calendar/calendar-queries.ts'
import type { Rule } from '../calendar/rules.ts'
import type { Database, Transaction } from '../database/connect.ts'
import { clockColumns, factsOf, type ClockRow } from './clock.ts'
import type { ClockPurpose } from './kind.ts'
import { caseById, type CaseView } from './load-case.ts'
import type { AnswerKind } from './why-not.ts'

/** Why a case is due when it is: what WhyThisDay explains. */
export interface CaseDeadline {
  clock: ClockRow
  facts: ClockFacts
  deadline: Deadline
  /** As they were when the clock began. */
  rule: Rule
  override: Override | null
}

/** The latest clock of a purpose with its deadline explained; undefined where there never was one. */
export async function deadlineOfCase(
  db: Database | Transaction,
  caseId: number,
  purpose: ClockPurpose = 'answer',
): Promise<CaseDeadline | undefined> {
  const [calendar, { rows }] = await Promise.all([
    calendarOf(db),
    sql<ClockRow>`select ${clockColumns} from case_clock k where k.case_id = ${caseId} and k.purpose = ${purpose}
      order by k.id desc limit 1`.execute(db),
  ])
  const clock = rows[0]
  if (!clock) return undefined
  const facts = factsOf(clock)
  const basis = clock.basis as { rule: Rule; override: Override | null }
  return { clock, facts, deadline: deadlineOf(facts, calendar, new Date()), ...basis }
}

export interface EventLine {
  id: number
  at: Date
  step: string
  byWhom: 'person' | 'sender' | 'system'
  personName: string | null
  isPublic: boolean
  note: string
  facts: Record<string, unknown>
  toldAt: Date | null
}
export interface AnswerView {
  id: number
  revision: number
  state: 'draft' | 'submitted' | 'returned' | 'approved'
  kind: AnswerKind
  ground: string
  body: string
  answerOn: string | null
  publish: boolean
  publicTitle: string
  publicQuestion: string
  publicAnswer: string
  letStand: unknown[]
  saves: number
  authorId: string | null
  authorName: string | null
  approverName: string | null
  approvedAt: Date | null
  updatedAt: Date
  returnReason: string
}
export interface MessageLine {
  id: number
  at: Date
  direction: 'from_sender' | 'to_sender'
  /** '' where it is sealed. */
  body: string
  isSealed: boolean
  personName: string | null
}
/** Its name is sealed; opening it is an act. */
export interface AttachmentLine {
  id: number
  messageId: number | null
  mime: string
  bytes: number
  state: 'waiting' | 'clean' | 'quarantined' | 'gone'
  reason: string
  at: Date
}

/** Everything a screen of a case shows, but who sent it. */
export interface CaseScreen {
  c: CaseView
  siteName: string
  handlerName: string
  fieldName: string | null
  divisionName: string | null
  officerName: string | null
  hasSender: boolean
  hasEmail: boolean
  hasPhone: boolean
  mainNumber: string | null
  /** Numbers of the cases that joined this one; at most a hundred. */
  joined: { id: number; number: string }[]
  events: EventLine[]
  answers: AnswerView[]
  messages: MessageLine[]
  clocks: ClockRow[]
  attachments: AttachmentLine[]
  consents: { purpose: string; given: boolean; textVersion: string; at: Date }[]
  rating: { choice: string; comment: string; at: Date } | null
}

/** Undefined when there is no such case. Whether somebody may see it is asked before (maySee). */
export async function caseScreen(db: Database, caseId: number): Promise<CaseScreen | undefined> {
  const [c, { rows }, clocks] = await Promise.all([
    caseById(db, caseId),
    sql<Omit<CaseScreen, 'c' | 'clocks'>>`${screenQuery(caseId)}`.execute(db),
    sql<ClockRow>`select ${clockColumns} from case_clock k where k.case_id = ${caseId} order by k.id`.execute(db),
  ])
  const row = rows[0]
  if (!c || !row) return undefined
  return {
    ...row,
    c,
    clocks: clocks.rows,
    events: dated(row.events, 'at', 'toldAt'),
    answers: dated(row.answers, 'approvedAt', 'updatedAt'),
    messages: dated(row.messages, 'at'),
    attachments: dated(row.attachments, 'at'),
    consents: dated(row.consents, 'at'),
    rating: row.rating && dated([row.rating], 'at')[0]!,
  }
}

/** Times come out of JSON as text. */
const dated = <Row extends object>(rows: Row[], ...keys: (keyof Row)[]): Row[] =>
  rows.map((row) => ({
    ...row,
    ...Object.fromEntries(keys.map((key) => [key, row[key] === null ? null : new Date(row[key] as string)])),
  }))

const screenQuery = (caseId: number) => sql`
  select coalesce(nullif(s.agency, ''), s.name) as site_name, coalesce(nullif(h.agency, ''), h.name) as handler_name, f.name as field_name,
    d.name as division_name, p.name as officer_name, r.case_id is not null and r.sealed is not null as has_sender,
    coalesce(r.has_email, false) as has_email, coalesce(r.has_phone, false) as has_phone,
    (select m.number from citizen_case m where m.id = c.merged_into) as main_number,
    (select coalesce(json_agg(json_build_object('id', x.id, 'number', x.number) order by x.id), '[]')
      from (select id, number from citizen_case where merged_into = c.id order by id limit 100) x) as joined,
    (select coalesce(json_agg(json_build_object('id', e.id, 'at', e.at, 'step', e.step, 'byWhom', e.by_whom, 'personName', w.name,
        'isPublic', e.is_public, 'note', e.note, 'facts', e.facts, 'toldAt', e.told_at) order by e.id), '[]')
      from case_event e left join person w on w.id = e.person_id where e.case_id = c.id) as events,
    (select coalesce(json_agg(json_build_object('id', a.id, 'revision', a.revision, 'state', a.state, 'kind', a.kind, 'ground', a.ground,
        'body', a.body, 'answerOn', a.answer_on, 'publish', a.publish, 'publicTitle', a.public_title, 'publicQuestion', a.public_question,
        'publicAnswer', a.public_answer, 'letStand', a.let_stand, 'saves', a.saves, 'authorId', a.author_id, 'authorName', w.name,
        'approverName', v.name, 'approvedAt', a.approved_at, 'updatedAt', a.updated_at, 'returnReason', a.return_reason) order by a.revision), '[]')
      from case_answer a left join person w on w.id = a.author_id left join person v on v.id = a.approved_by where a.case_id = c.id) as answers,
    (select coalesce(json_agg(json_build_object('id', m.id, 'at', m.at, 'direction', m.direction, 'body', m.body,
        'isSealed', m.sealed is not null, 'personName', w.name) order by m.id), '[]')
      from case_message m left join person w on w.id = m.person_id where m.case_id = c.id) as messages,
    (select coalesce(json_agg(json_build_object('id', t.id, 'messageId', t.message_id, 'mime', t.mime, 'bytes', t.bytes, 'state', t.state,
        'reason', t.reason, 'at', t.at) order by t.id), '[]') from case_attachment t where t.case_id = c.id) as attachments,
    (select coalesce(json_agg(json_build_object('purpose', n.purpose, 'given', n.given, 'textVersion', n.text_version, 'at', n.at)
        order by n.purpose), '[]') from case_consent n where n.case_id = c.id) as consents,
    (select json_build_object('choice', g.choice, 'comment', g.comment, 'at', g.at) from case_rating g where g.case_id = c.id) as rating
  from citizen_case c join site s on s.id = c.site_id join site h on h.id = c.handling_site_id
    left join case_field f on f.id = c.field_id left join division d on d.id = c.division_id left join person p on p.id = c.officer_id
    left join case_sender r on r.case_id = c.id
  where c.id = ${caseId}`
