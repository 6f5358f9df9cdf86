import { sql } from 'kysely'
import { caseKinds } from '../src/case-kinds.ts'
import { askSender } from '../src/cases/ask-sender.ts'
import { assignCase } from '../src/cases/assign-case.ts'
import type { CaseKindName } from '../src/cases/kind.ts'
import { receiveCase, type NewCase } from '../src/cases/receive-case.ts'
import { publishAnswer } from '../src/answers/publish-answer.ts'
import { recordEvent } from '../src/audit/record-event.ts'
import { publishResult } from '../src/complaints/publish-result.ts'
import { saveResult } from '../src/complaints/save-result.ts'
import { submitResult } from '../src/complaints/submit-result.ts'
import type { Config } from '../src/config.ts'
import { connect, inTransaction, type Transaction } from '../src/database/connect.ts'
import { publishFeedback } from '../src/feedback/publish-feedback.ts'
import { kinds } from '../src/kinds.ts'
import type { Logger } from '../src/logger.ts'
import type { Actor, Role } from '../src/people/actor.ts'
import { actorById } from '../src/people/queries.ts'
import { announceSessions } from '../src/reception/announce-sessions.ts'
import { setPlace } from '../src/reception/set-place.ts'
import { startKeyring } from '../src/sealing/register-keyring.ts'
import type { SealingKey } from '../src/sealing/seal.ts'
import { isoDayOf } from '../src/web/dates.ts'
import { demoAnswers } from './answers.ts'
import { demoCalls, demoCases, demoReceptions, demoResults } from './cases.ts'
import { demoFeedback } from './feedback.ts'

const day = 86_400_000
const ago = (days: number, hour = 9): Date =>
  new Date(Math.min(Date.now() - 60_000, Math.floor(Date.now() / day) * day - days * day + (hour - 7) * 3_600_000))

/** What loading a case needs to know. */
interface World {
  tx: Transaction
  key: SealingKey
  sites: ReadonlyMap<string, { id: number; name: string }>
  fields: ReadonlyMap<string, number>
  units: ReadonlyMap<string, number>
  /** Who holds a role on a portal. */
  holder(siteId: number, ...roles: Role[]): Actor
  divisionOf(siteId: number, fieldId: number): { id: number; officer: Actor }
}

/**
 * Loads what stands on the desks of a loaded demo network, in one commit: questions with published answers, feedback, cases on their
 * way, calls, sessions of reception and results. Nothing happens where it is loaded already. Made apart from the network itself, so
 * that the first page need not wait for it.
 */
export async function loadDemoCases({
  url,
  config,
  logger,
}: {
  url: string
  config: Config
  logger: Logger
}): Promise<void> {
  const db = connect(url, 'khue_office', 2)
  try {
    const keyring = await startKeyring(db, config, logger)
    await inTransaction(db, async (tx) => {
      const done = await tx
        .insertInto('setting')
        .values({ key: 'demo-cases', value: JSON.stringify('loaded') })
        .onConflict((c) => c.column('key').doNothing())
        .returning('key')
        .executeTakeFirst()
      if (!done) return
      const world = await worldOf(tx, keyring.publicKeys().at(-1)!)
      await loadAnswers(world)
      await loadFeedback(world)
      await loadOpenCases(world)
      await loadCalls(world)
      await loadReceptions(world)
      await loadResults(world)
      await recountPace(tx)
      await recordEvent(tx, {
        action: 'demo.cases-loaded',
        by: { system: 'khue demo' },
        subject: { kind: 'network', id: 'demo' },
        summary: 'Nạp hồ sơ minh họa',
      })
    })
  } finally {
    await db.destroy()
  }
}

async function worldOf(tx: Transaction, key: SealingKey): Promise<World> {
  const [sites, fields, units, people, routing] = await Promise.all([
    tx.selectFrom('site').select(['id', 'key', 'name']).where('isDemo', '=', true).execute(),
    tx.selectFrom('caseField').select(['id', 'slug']).execute(),
    tx.selectFrom('unit').select(['id', 'code']).where('validTo', 'is', null).execute(),
    tx.selectFrom('person').select('id').where('isDemo', '=', true).execute(),
    tx
      .selectFrom('division as d')
      .leftJoin('caseRouting as r', 'r.divisionId', 'd.id')
      .select(['d.id', 'd.siteId', 'd.leadId', 'r.fieldId'])
      .orderBy('d.position')
      .execute(),
  ])
  const actors = new Map<string, Actor>()
  for (const { id } of people) actors.set(id, (await actorById(tx, id))!)
  return {
    tx,
    key,
    sites: new Map(sites.map((site) => [site.key, site])),
    fields: new Map(fields.map(({ slug, id }) => [slug, id])),
    units: new Map(units.map(({ code, id }) => [code, id])),
    holder(siteId, ...roles) {
      for (const role of roles)
        for (const actor of actors.values())
          if (actor.memberships.some((m) => m.siteId === siteId && m.role === role)) return actor
      throw new Error(`portal ${siteId} has nobody who is ${roles.join(' or ')}`)
    },
    divisionOf(siteId, fieldId) {
      const own = routing.filter((row) => row.siteId === siteId)
      const found = own.find((row) => row.fieldId === fieldId) ?? own[0]!
      return { id: found.id, officer: actors.get(found.leadId!)! }
    },
  }
}

interface Arriving {
  kind: CaseKindName
  site: string
  field: string
  title: string
  body: string
  receivedAt: Date
  more?: Partial<NewCase>
}

/** A case as it arrived some days ago. The sender left nothing of themselves. */
async function arrive(world: World, { kind, site, field, title, body, receivedAt, more }: Arriving): Promise<number> {
  const { id: siteId, name } = world.sites.get(site)!
  const received = await receiveCase(
    world.tx,
    {
      kind: caseKinds.get(kind)!,
      siteId,
      channel: 'web',
      language: 'vi',
      fieldId: world.fields.get(field),
      title,
      body,
      sender: {},
      publicWanted: true,
      consents: [{ purpose: 'publish', given: true, textVersion: '1' }],
      by: world.holder(siteId, 'case_coordinator'),
      receivedAt,
      ...more,
    },
    { key: world.key, origin: 'http://localhost', siteName: name },
  )
  if (!('caseId' in received)) throw new Error(`the demo case was not taken: ${received.is}`)
  await world.tx
    .updateTable('caseEvent')
    .set({ at: receivedAt, byWhom: 'sender', personId: null })
    .where('caseId', '=', received.caseId)
    .execute()
  return received.caseId
}

/** Brings a case to its answer as it went some days ago: handed out, written, approved; then its clock is where it was. */
async function answer(
  world: World,
  on: { caseId: number; site: string; field: string; words: string; at: Date; publicWords?: [string, string] },
): Promise<void> {
  const { tx } = world
  const siteId = world.sites.get(on.site)!.id
  const division = world.divisionOf(siteId, world.fields.get(on.field) ?? 0)
  const leader = world.holder(siteId, 'case_leader')
  const cases = tx.updateTable('citizenCase').where('id', '=', on.caseId)
  await cases.set({ state: 'assigned', divisionId: division.id, officerId: division.officer.id }).execute()
  await cases.set({ state: 'submitted' }).execute()
  await tx
    .insertInto('caseAnswer')
    .values({
      caseId: on.caseId,
      revision: 1,
      state: 'approved',
      body: on.words,
      publish: on.publicWords !== undefined,
      publicTitle: on.publicWords?.[0] ?? '',
      publicQuestion: on.publicWords?.[1] ?? '',
      publicAnswer: on.publicWords ? on.words : '',
      authorId: division.officer.id,
      updatedAt: on.at,
      submittedAt: on.at,
      approvedBy: leader.id,
      approvedAt: on.at,
    })
    .execute()
  await cases.set({ state: 'answered', answeredAt: on.at, stateSince: on.at }).execute()
  for (const [step, byWhom] of [
    ['assign', 'person'],
    ['approve', 'person'],
  ] as const)
    await tx
      .insertInto('caseEvent')
      .values({ caseId: on.caseId, step, personId: leader.id, byWhom, isPublic: true, at: on.at, toldAt: on.at })
      .execute()
  await sql`update case_clock set state = case when ${on.at} < due_at then 'met' else 'missed' end, ended_at = ${on.at}
    where case_id = ${on.caseId} and state = 'running'`.execute(tx)
}

async function loadAnswers(world: World): Promise<void> {
  for (const one of demoAnswers.toSorted((a, b) => b.answeredDaysAgo - a.answeredDaysAgo)) {
    const at = ago(one.answeredDaysAgo, 15)
    const caseId = await arrive(world, {
      kind: 'question',
      ...one,
      body: one.question,
      receivedAt: ago(one.askedDaysAgo),
    })
    await answer(world, {
      caseId,
      site: one.site,
      field: one.field,
      words: one.answer,
      at,
      publicWords: [one.title, one.question],
    })
    const leader = world.holder(world.sites.get(one.site)!.id, 'case_leader')
    const { entryId } = await publishAnswer(world.tx, leader, { caseId }, { entries: kinds, cases: caseKinds })
    const shown = new Date(Math.min(at.getTime() + 3_600_000, Date.now()))
    await world.tx
      .updateTable('entry')
      .set({ firstPublishedAt: shown, createdAt: at, isDemo: true })
      .where('id', '=', entryId)
      .execute()
    await world.tx
      .updateTable('edition')
      .set({ publishedAt: shown, createdAt: at })
      .where('entryId', '=', entryId)
      .execute()
    await world.tx
      .updateTable('caseEvent')
      .set({ toldAt: at })
      .where('caseId', '=', caseId)
      .where('toldAt', 'is', null)
      .execute()
  }
}

async function loadFeedback(world: World): Promise<void> {
  const { tx } = world
  for (const one of demoFeedback) {
    const { latitude, longitude, address } = one
    const place = { unitId: world.units.get(one.ward) ?? null, address, latitude, longitude, precision: 'point' }
    const taking = { by: 'take_feedback' as const, more: { place } }
    const caseId = await arrive(world, {
      kind: 'feedback',
      ...one,
      body: one.words,
      receivedAt: ago(one.daysAgo),
      more: { publicWanted: one.isPublic, taking },
    })
    const siteId = world.sites.get(one.site)!.id
    const coordinator = world.holder(siteId, 'case_coordinator')
    const division = world.divisionOf(siteId, world.fields.get(one.field) ?? 0)
    if (one.stage === 'answered')
      await answer(world, {
        caseId,
        site: one.site,
        field: one.field,
        words: one.answer ?? '',
        at: ago(Math.max(0, one.daysAgo - 5), 16),
      })
    else if (one.stage !== 'received')
      await assignCase(tx, coordinator, { caseId, divisionId: division.id, officerId: division.officer.id })
    if (!one.isPublic) continue
    await publishFeedback(tx, coordinator, {
      caseId,
      title: one.title,
      words: one.words,
      place: one.place,
      answer: one.stage === 'answered' ? (one.answer ?? '') : '',
      exact: one.exact,
      stand: 'Địa điểm công cộng, không phải nhà ở của ai.',
    })
    await tx.updateTable('publicFeedback').set({ voices: one.voices }).where('caseId', '=', caseId).execute()
  }
}

async function loadOpenCases(world: World): Promise<void> {
  const { tx } = world
  for (const one of demoCases) {
    const suspicion = { score: 9, reasons: ['gambling', 'links'], quarantine: true }
    const caseId = await arrive(world, {
      kind: 'question',
      ...one,
      receivedAt: ago(one.daysAgo),
      more: one.stage === 'quarantined' ? { suspicion } : {},
    })
    if (one.stage === 'quarantined' || one.stage === 'received') continue
    const siteId = world.sites.get(one.site)!.id
    const { id: divisionId, officer } = world.divisionOf(siteId, world.fields.get(one.field) ?? 0)
    await assignCase(tx, world.holder(siteId, 'case_coordinator'), { caseId, divisionId, officerId: officer.id })
    if (one.stage === 'clarifying') await askSender(tx, officer, { caseId, question: one.words ?? '' })
    if (one.stage !== 'submitted') continue
    await tx
      .insertInto('caseAnswer')
      .values({
        caseId,
        revision: 1,
        state: 'submitted',
        body: one.words ?? '',
        publish: true,
        publicTitle: one.title,
        publicQuestion: one.body,
        publicAnswer: one.words ?? '',
        authorId: officer.id,
        submittedAt: new Date(),
      })
      .execute()
    await tx
      .updateTable('citizenCase')
      .set({ state: 'submitted', stateSince: new Date() })
      .where('id', '=', caseId)
      .execute()
  }
}

const loadCalls = async ({ tx, sites, fields, holder }: World): Promise<void> => {
  await tx
    .insertInto('hotlineCall')
    .values(
      demoCalls.map(({ site, field, question, guidance, minutes, daysAgo, followUp }, index) => ({
        siteId: sites.get(site)!.id,
        at: ago(daysAgo, 8 + (index % 8)),
        operatorId: holder(sites.get(site)!.id, 'hotline_operator').id,
        fieldId: fields.get(field) ?? null,
        question,
        guidance,
        minutes,
        followUp,
        isDemo: true,
      })),
    )
    .execute()
}

async function loadReceptions({ tx, sites, holder }: World): Promise<void> {
  for (const { site, place, hours, host, content, inDays, weeks } of demoReceptions) {
    const siteId = sites.get(site)!.id
    const keeper = holder(siteId, 'case_coordinator')
    await setPlace(tx, keeper, {
      siteId,
      place,
      hours,
      phone: '',
      note: 'Khi đến, xin mang theo giấy tờ tùy thân và tài liệu liên quan.',
    })
    await announceSessions(tx, keeper, {
      siteId,
      startsAt: later(inDays, 8),
      endsAt: later(inDays, 11),
      host,
      place,
      content,
      participants: '',
      online: false,
      lateReason: '',
      weeks,
    })
  }
}

const later = (days: number, hour: number): Date =>
  new Date(Math.floor(Date.now() / day) * day + days * day + (hour - 7) * 3_600_000)

async function loadResults({ tx, sites, holder }: World): Promise<void> {
  for (const { site, kind, documentNumber, signedDaysAgo, title, body, published } of demoResults) {
    const siteId = sites.get(site)!.id
    const writer = holder(siteId, 'case_officer')
    const signedOn = isoDayOf(ago(signedDaysAgo))
    const { resultId } = await saveResult(tx, writer, {
      siteId,
      kind,
      documentNumber,
      signedOn,
      title,
      body,
      letStand: [],
      saves: 0,
    })
    await submitResult(tx, writer, { siteId, resultId })
    if (published) await publishResult(tx, holder(siteId, 'case_leader'), { siteId, resultId, checked: true }, kinds)
  }
}

/** Answers were counted as they were loaded; the sums follow from the clocks once these stand where they ended. */
async function recountPace(tx: Transaction): Promise<void> {
  await sql`delete from case_pace where site_id in (select id from site where is_demo)`.execute(tx)
  await sql`insert into case_pace (site_id, kind, division_id, field_id, month, working_days, on_time, answers)
    select ended_site_id, ended_kind, coalesce(ended_division_id, 0), coalesce(ended_field_id, 0),
      date_trunc('month', ended_at at time zone 'Asia/Ho_Chi_Minh')::date, working_days, state = 'met', count(*)
    from case_clock where ended_site_id in (select id from site where is_demo) and purpose = 'answer' and working_days is not null
    group by 1, 2, 3, 4, 5, 6, 7`.execute(tx)
}
