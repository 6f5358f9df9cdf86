import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.ts'
import { isDay, isoDayOf } from '../web/dates.ts'
import { cleanText } from '../web/vietnamese.ts'
import { caseLengths } from './case.ts'
import { whyNotText, type CaseReasonCode } from './case-reasons.ts'
import type { CaseView } from './load-case.ts'
import { caseDesk } from './policy.ts'

type Reader = Database | Transaction

/** What assigning needs: who, and of which field the case is where that was wrong. */
export interface Assigning {
  caseId: number
  divisionId: number
  officerId?: string | null
  fieldId?: number | null
  note?: string
}

export async function whyNotAssign(db: Reader, c: CaseView, act: Assigning): Promise<CaseReasonCode[]> {
  if (!act.divisionId) return ['divisionId:missing']
  const codes: CaseReasonCode[] = []
  const division = await db
    .selectFrom('division')
    .select('id')
    .where('id', '=', act.divisionId)
    .where('siteId', '=', c.handlingSiteId)
    .where('endedOn', 'is', null)
    .executeTakeFirst()
  if (!division) codes.push('divisionId:unknown')
  if (act.officerId) codes.push(...(await whyNotOfficer(db, c, { ...act, officerId: act.officerId })))
  if (act.fieldId && act.fieldId !== c.fieldId && !(await isFieldOf(db, act.fieldId, c.kind)))
    codes.push('fieldId:unknown')
  if ((act.note ?? '').length > caseLengths.note) codes.push('note:long')
  return codes
}

/** Why a person cannot be the officer of a case in a division. */
export async function whyNotOfficer(
  db: Reader,
  c: CaseView,
  { divisionId, officerId }: { divisionId: number | null; officerId: string },
): Promise<CaseReasonCode[]> {
  const { rows } = await sql<{ belongs: boolean; holds: boolean }>`
    select ${divisionId}::integer is null or exists (select from division_member where division_id = ${divisionId} and person_id = ${officerId})
        or exists (select from division where id = ${divisionId} and lead_id = ${officerId}) as belongs,
      ${holdsRole(officerId, c.handlingSiteId, ['case_officer'])} as holds`.execute(db)
  const { belongs, holds } = rows[0]!
  return [
    ...(belongs ? [] : (['officerId:not-in-division'] as const)),
    ...(holds ? [] : (['officerId:no-role'] as const)),
  ]
}

/** Whether somebody who is not disabled holds one of the roles on a portal today. */
const holdsRole = (personId: string, siteId: number, roles: readonly string[]) => sql<boolean>`exists (
  select from membership m join person p on p.id = m.person_id and p.disabled_at is null
  where m.person_id = ${personId} and (m.site_id = ${siteId} or m.site_id is null) and m.role = any (${[...roles]}::text[])
    and today_in_vietnam() between m.valid_from and coalesce(m.valid_to, 'infinity'))`

/** Which of these people hold no role for cases on a portal today. */
export async function withoutDeskRole(db: Reader, siteId: number, people: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select x.id from unnest(${[...people]}::text[]) as x(id)
    where not exists (select from membership m join person p on p.id = m.person_id and p.disabled_at is null
      where m.person_id = x.id and (m.site_id = ${siteId} or m.site_id is null) and m.role = any (${[...caseDesk]}::text[])
        and today_in_vietnam() between m.valid_from and coalesce(m.valid_to, 'infinity'))`.execute(db)
  return rows.map(({ id }) => id)
}

async function isFieldOf(db: Reader, fieldId: number, kind: string): Promise<boolean> {
  const { rows } = await sql`select from case_field
    where id = ${fieldId} and archived_at is null and ${kind} = any (kinds)`.execute(db)
  return rows.length > 0
}

/** What forwarding needs: the portal that takes the case, and which agency is competent and why. */
export interface Forwarding {
  caseId: number
  siteId: number
  agency: string
  reason: string
}

export async function whyNotForward(db: Reader, c: CaseView, act: Forwarding): Promise<CaseReasonCode[]> {
  const site = await db
    .selectFrom('site')
    .select('id')
    .where('id', '=', act.siteId || 0)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return [
    ...(site && site.id !== c.handlingSiteId ? [] : (['siteId:unknown'] as const)),
    ...whyNotText('agency', act.agency, 300),
    ...whyNotText('reason', act.reason, caseLengths.reason),
  ]
}

/** Why a case is not closed without an answer: others were joined to it and were promised that answer. */
export async function whyNotUnanswered(db: Reader, caseId: number): Promise<CaseReasonCode[]> {
  const { rows } = await sql`select from citizen_case where merged_into = ${caseId} limit 1`.execute(db)
  return rows.length > 0 ? ['form:leads'] : []
}

/** What guiding needs: who is competent outside of the network, and how to reach them. */
export interface Guiding {
  caseId: number
  agency: string
  how: string
}

export const whyNotGuide = (act: Guiding): CaseReasonCode[] => [
  ...whyNotText('agency', act.agency, 300),
  ...whyNotText('how', act.how, 4000),
]

export const whyNotAsk = (act: { question: string }): CaseReasonCode[] =>
  whyNotText('question', act.question, caseLengths.message)

export const answerKinds = ['answer', 'refusal', 'progress'] as const
export type AnswerKind = (typeof answerKinds)[number]
export const isAnswerKind = (text: string): text is AnswerKind => answerKinds.some((kind) => kind === text)

/** Words of an answer, as they are typed. */
export interface AnswerWords {
  kind: string
  ground: string
  body: string
  /** The day a notice of progress promises; '' for others. */
  answerOn: string
  publish: boolean
  publicTitle: string
  publicQuestion: string
  publicAnswer: string
}

/** Why a draft cannot be kept at all: what is merely missing may wait until it is handed in. */
export function whyNotSave(answer: AnswerWords): CaseReasonCode[] {
  const over = (text: string, most: number, code: CaseReasonCode): CaseReasonCode[] =>
    cleanText(text).length > most ? [code] : []
  return [
    ...(isAnswerKind(answer.kind) ? [] : (['kind:unknown'] as const)),
    ...over(answer.body, caseLengths.answer, 'body:long'),
    ...over(answer.ground, caseLengths.reason, 'ground:long'),
    ...(answer.answerOn === '' || isDay(answer.answerOn) ? [] : (['answerOn:missing'] as const)),
    ...over(answer.publicTitle, 300, 'publicTitle:long'),
    ...over(answer.publicQuestion, 20_000, 'publicQuestion:long'),
    ...over(answer.publicAnswer, caseLengths.answer, 'publicAnswer:long'),
  ]
}

/** Everything against handing an answer in, and against approving it. */
export function whyNotSubmit(answer: AnswerWords | undefined): CaseReasonCode[] {
  if (!answer) return ['form:no-answer']
  const missing = (text: string, code: CaseReasonCode): CaseReasonCode[] => (cleanText(text) === '' ? [code] : [])
  return [
    ...whyNotSave(answer),
    ...missing(answer.body, 'body:missing'),
    ...(answer.kind === 'refusal' ? missing(answer.ground, 'ground:missing') : []),
    ...(answer.kind === 'progress' ? whyNotPromise(answer.answerOn) : []),
    ...(answer.publish
      ? [
          ...missing(answer.publicTitle, 'publicTitle:missing'),
          ...missing(answer.publicQuestion, 'publicQuestion:missing'),
          ...missing(answer.publicAnswer, 'publicAnswer:missing'),
        ]
      : []),
  ]
}

function whyNotPromise(day: string): CaseReasonCode[] {
  if (day === '') return ['answerOn:missing']
  return day <= isoDayOf(new Date()) ? ['answerOn:past'] : []
}
