import { sql } from 'kysely'
import type { ClockFacts } from '../../calendar/deadline.ts'
import type { Rule } from '../../calendar/rules.ts'
import type { Database } from '../../database/connect.ts'
import type { Actor } from '../../people/actor.ts'
import { NotFound } from '../../refusals.ts'
import { caseById, divisionsOf, type CaseView } from '../load-case.ts'
import { maySee } from '../policy.ts'
import { readLetStand, type LetStand } from '../public-words.ts'

/** A case with the names of whom it is with, and what of its sender may be said without looking. */
export interface CaseFile extends CaseView {
  fieldName: string | null
  fieldNameEn: string | null
  divisionName: string | null
  officerName: string | null
  handlerName: string
  /** The portal it was sent to. */
  siteName: string
  mergedNumber: string | null
  hasEmail: boolean
  hasPhone: boolean
  senderErased: boolean
  publishConsent: boolean
  reopenDays: number
}

/** A case somebody sees. @throws NotFound when there is none, or it must not be seen to exist. */
export async function caseFile(db: Database, actor: Actor, caseId: number): Promise<CaseFile> {
  const [found, memberOf] = await Promise.all([caseById(db, caseId), divisionsOf(db, actor.id)])
  if (!found || !maySee(actor, found, memberOf)) throw new NotFound()
  const { rows } = await sql<Omit<CaseFile, keyof CaseView>>`
    select f.name as field_name, f.name_en as field_name_en, d.name as division_name, o.name as officer_name, h.short_name as handler_name,
      s.short_name as site_name, m.number as merged_number, coalesce(x.has_email, false) as has_email,
      coalesce(x.has_phone, false) as has_phone, x.case_id is null or x.erased_at is not null as sender_erased,
      coalesce((select n.given from case_consent n where n.case_id = c.id and n.purpose = 'publish'), false) as publish_consent,
      coalesce(t.reopen_days, 15) as reopen_days
    from citizen_case c join site h on h.id = c.handling_site_id join site s on s.id = c.site_id
    left join case_field f on f.id = c.field_id left join division d on d.id = c.division_id left join person o on o.id = c.officer_id
    left join citizen_case m on m.id = c.merged_into left join case_sender x on x.case_id = c.id
    left join case_setting t on t.site_id = c.handling_site_id
    where c.id = ${caseId}`.execute(db)
  return { ...found, ...rows[0]! }
}

/** A clock as it explains itself. */
export interface CaseClock {
  id: number
  purpose: 'acknowledge' | 'answer' | 'transfer' | 'publish'
  state: 'running' | 'met' | 'missed' | 'stopped'
  basis: { rule: Rule; override: { document: string; duration: ClockFacts['duration'] } | null }
  startedAt: Date
  amount: number
  unit: ClockFacts['duration']['unit']
  dueAt: Date
  firstDueAt: Date
  endedAt: Date | null
  pauses: { from: string; to: string | null }[]
  extensions: (ClockFacts['duration'] & { reason: string })[]
}

/** The clocks of a case, those that run first. */
export async function clocksOf(db: Database, caseId: number): Promise<CaseClock[]> {
  const { rows } = await sql<CaseClock>`
    select k.id, k.purpose, k.state, k.basis, k.started_at, k.amount, k.unit, k.due_at, k.first_due_at, k.ended_at,
      coalesce((select json_agg(json_build_object('from', p.from_at, 'to', p.to_at) order by p.id) from case_pause p where p.clock_id = k.id), '[]') as pauses,
      coalesce((select json_agg(json_build_object('amount', x.amount, 'unit', x.unit, 'reason', x.reason) order by x.id) from case_extension x where x.clock_id = k.id), '[]') as extensions
    from case_clock k where k.case_id = ${caseId} order by k.state <> 'running', k.purpose <> 'answer', k.id desc limit 20`.execute(
    db,
  )
  return rows
}

/** A step a case took, or words that went to and fro, for the office. */
export interface CaseEventLine {
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

/** What happened to a case, the newest first; at most two hundred steps. */
export async function eventsOf(db: Database, caseId: number): Promise<CaseEventLine[]> {
  const { rows } = await sql<CaseEventLine>`
    select e.id, e.at, e.step, e.by_whom, p.name as person_name, e.is_public, e.note, e.facts, e.told_at
    from case_event e left join person p on p.id = e.person_id where e.case_id = ${caseId} order by e.id desc limit 200`.execute(
    db,
  )
  return rows
}

export interface CaseMessageLine {
  id: number
  direction: 'from_sender' | 'to_sender'
  body: string
  sealed: boolean
  personName: string | null
  at: Date
}

/** Words between the sender and the office, the oldest first. */
export async function messagesOf(db: Database, caseId: number): Promise<CaseMessageLine[]> {
  const { rows } = await sql<CaseMessageLine>`
    select m.id, m.direction, m.body, m.sealed is not null as sealed, p.name as person_name, m.at
    from case_message m left join person p on p.id = m.person_id where m.case_id = ${caseId} order by m.id limit 200`.execute(
    db,
  )
  return rows
}

export interface CaseAttachmentLine {
  id: number
  mime: string
  bytes: number
  state: 'waiting' | 'clean' | 'quarantined' | 'gone'
  reason: string
  at: Date
}

/** Files that came with a case. Their names are sealed: they may tell who sent them. */
export const attachmentsOf = async (db: Database, caseId: number): Promise<CaseAttachmentLine[]> => {
  const { rows } = await sql<CaseAttachmentLine>`select id, mime, bytes, state, reason, at from case_attachment
    where case_id = ${caseId} order by id limit 200`.execute(db)
  return rows
}

/** An answer of a case, as its editor and its reader need it. */
export interface CaseAnswerView {
  id: number
  revision: number
  state: 'draft' | 'submitted' | 'returned' | 'approved'
  kind: 'answer' | 'refusal' | 'progress'
  ground: string
  body: string
  answerOn: string
  publish: boolean
  publicTitle: string
  publicQuestion: string
  publicAnswer: string
  letStand: LetStand[]
  saves: number
  authorId: string | null
  authorName: string | null
  approverName: string | null
  updatedAt: Date
  approvedAt: Date | null
  returnReason: string
  writers: string[]
}

/** The answers of a case, the newest revision first. */
export async function answersOf(db: Database, caseId: number): Promise<CaseAnswerView[]> {
  const { rows } = await sql<CaseAnswerView>`
    select a.id, a.revision, a.state, a.kind, a.ground, a.body, coalesce(a.answer_on::text, '') as answer_on, a.publish, a.public_title,
      a.public_question, a.public_answer, a.let_stand, a.saves, a.author_id, w.name as author_name, b.name as approver_name, a.updated_at,
      a.approved_at, a.return_reason, a.writers
    from case_answer a left join person w on w.id = a.author_id left join person b on b.id = a.approved_by
    where a.case_id = ${caseId} order by a.revision desc limit 50`.execute(db)
  return rows.map((row) => ({ ...row, letStand: readLetStand(row.letStand) }))
}

export interface CaseLookLine {
  what: 'sender' | 'words' | 'attachment'
  reason: string
  at: Date
  personName: string
}

/** Who looked at what is sealed, the latest first. */
export async function looksOf(db: Database, caseId: number): Promise<CaseLookLine[]> {
  const { rows } = await sql<CaseLookLine>`select l.what, l.reason, l.at, p.name as person_name
    from case_look l join person p on p.id = l.person_id where l.case_id = ${caseId} order by l.id desc limit 100`.execute(
    db,
  )
  return rows
}
