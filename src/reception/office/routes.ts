import type { OfficeContext, OfficeRoute } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { attempt, numberOf, typedForm } from '../../sites/office/form.tsx'
import { fromLocalInput } from '../../web/dates.ts'
import type { Typed } from '../../web/form.ts'
import { announceSessions } from '../announce-sessions.ts'
import { cancelSession, changeSession } from '../change-session.ts'
import { receptionKeepers, receptionReaders } from '../policy.ts'
import type { TypedSession } from '../session.ts'
import { setPlace } from '../set-place.ts'
import { showReception } from './reception-screen.tsx'

const at = '/cong/:site/tiep-cong-dan'
const fields = [
  'startsAt',
  'endsAt',
  'host',
  'place',
  'content',
  'participants',
  'weeks',
  'lateReason',
  'note',
  'reason',
  'hours',
  'phone',
]
const saved = (c: OfficeContext): Response => c.redirect(`/cong/${c.var.siteId}/tiep-cong-dan?da-luu=1`, 303)
const typedOf = (c: OfficeContext): Promise<Typed> => typedForm(c, 'content', 'participants', 'note')

const sessionOf = (typed: Typed): TypedSession => ({
  startsAt: fromLocalInput(typed.startsAt ?? ''),
  endsAt: fromLocalInput(typed.endsAt ?? ''),
  host: typed.host ?? '',
  place: typed.place ?? '',
  content: typed.content ?? '',
  participants: typed.participants ?? '',
  online: typed.online === 'on',
  lateReason: typed.lateReason ?? '',
})

async function saveSession(c: OfficeContext): Promise<Response> {
  const typed = await typedOf(c)
  const { siteId, actor } = c.var
  const weeks = /^\d{1,3}$/.test(typed.weeks ?? '1') ? Number(typed.weeks ?? '1') : Number.NaN
  const result = await attempt(c, fields, (tx) => announceSessions(tx, actor, { siteId, weeks, ...sessionOf(typed) }))
  return 'errors' in result ? showReception(c, { form: 'new', errors: result.errors, typed }) : saved(c)
}

function sessionIdOf(c: OfficeContext): number {
  const id = numberOf(c.req.param('session'))
  if (id === undefined) throw new NotFound()
  return id
}

async function saveChange(c: OfficeContext): Promise<Response> {
  const sessionId = sessionIdOf(c)
  const typed = await typedOf(c)
  const { siteId, actor } = c.var
  const act = { siteId, sessionId, note: typed.note ?? '', ...sessionOf(typed) }
  const result = await attempt(c, fields, (tx) => changeSession(tx, actor, act))
  return 'errors' in result ? showReception(c, { form: `change-${sessionId}`, errors: result.errors, typed }) : saved(c)
}

async function saveCancel(c: OfficeContext): Promise<Response> {
  const sessionId = sessionIdOf(c)
  const typed = await typedOf(c)
  const { siteId, actor } = c.var
  const result = await attempt(c, fields, (tx) =>
    cancelSession(tx, actor, { siteId, sessionId, reason: typed.reason ?? '' }),
  )
  return 'errors' in result ? showReception(c, { form: `cancel-${sessionId}`, errors: result.errors, typed }) : saved(c)
}

async function savePlace(c: OfficeContext): Promise<Response> {
  const typed = await typedOf(c)
  const { siteId, actor } = c.var
  const { place = '', hours = '', phone = '', note = '' } = typed
  const result = await attempt(c, fields, (tx) => setPlace(tx, actor, { siteId, place, hours, phone, note }))
  return 'errors' in result ? showReception(c, { form: 'place', errors: result.errors, typed }) : saved(c)
}

/** The reception calendar of a portal. */
export const receptionOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: at, access: { who: receptionReaders, on: 'site' }, handle: (c) => showReception(c) },
  { method: 'POST', path: at, access: { who: receptionKeepers, on: 'site' }, handle: saveSession },
  { method: 'POST', path: `${at}/noi-tiep`, access: { who: receptionKeepers, on: 'site' }, handle: savePlace },
  { method: 'POST', path: `${at}/:session`, access: { who: receptionKeepers, on: 'site' }, handle: saveChange },
  { method: 'POST', path: `${at}/:session/huy`, access: { who: receptionKeepers, on: 'site' }, handle: saveCancel },
]
