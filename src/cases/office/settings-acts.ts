import type { Transaction } from '../../database/connect.ts'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'
import { changeCaseSettings } from '../change-case-settings.ts'
import { changeDivision } from '../change-division.ts'
import { changeRetention } from '../change-retention.ts'
import { endDivision } from '../end-division.ts'
import { makeDivision, type DivisionWords } from '../make-division.ts'
import { setRouting } from '../set-routing.ts'
import { attempt, numberOf, typedOf } from './form.tsx'
import { divisionsOfSite } from './settings-queries.ts'
import { showSettings } from './settings-screen.tsx'

interface Act {
  form: string
  /** Where on the page the form stands. */
  part: string
  fields: readonly string[]
  typed: Typed
}

/** Does an act of the settings and leads back to them. */
async function change(c: OfficeContext, act: Act, work: (tx: Transaction) => Promise<unknown>): Promise<Response> {
  const result = await attempt(c, act.fields, work)
  if ('errors' in result) {
    const { leadId, ...errors } = result.errors
    const named = leadId ? { [act.form === 'chung' ? 'leaderId' : 'leadId']: leadId } : {}
    return showSettings(c, { form: act.form, errors: { ...errors, ...named }, typed: act.typed })
  }
  return c.redirect(`/cong/${c.var.siteId}/ho-so/cai-dat?da-luu=1#${act.part}`, 303)
}

/** A whole number as typed; NaN for anything else, which no command takes. */
const whole = (text: string | undefined): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : Number.NaN)

/** POST /cong/:site/ho-so/cai-dat/chung */
export async function saveGeneral(c: OfficeContext): Promise<Response> {
  const { actor, siteId } = c.var
  const { typed, many } = await typedOf(c)
  const fields = ['openKinds', 'warnDays', 'reopenDays', 'extensionDays', 'extensionBasis', 'leadId']
  const act = {
    siteId,
    openKinds: many('openKinds'),
    league: typed.league === 'on',
    warnDays: whole(typed.warnDays),
    reopenDays: whole(typed.reopenDays),
    leaderId: typed.leaderId || null,
    extensionDays: whole(typed.extensionDays || '0'),
    extensionBasis: typed.extensionBasis ?? '',
  }
  return change(c, { form: 'chung', part: 'chung', fields, typed }, (tx) => changeCaseSettings(tx, actor, act))
}

/** POST /cong/:site/ho-so/cai-dat/thoi-gian-luu */
export async function saveRetention(c: OfficeContext): Promise<Response> {
  const { actor, siteId } = c.var
  const { typed } = await typedOf(c)
  const days = Object.entries(typed)
    .filter(([name]) => name.startsWith('keep-'))
    .map(([name, text]) => ({ kind: name.slice(5), keepDays: text.trim() === '' ? null : whole(text) }))
  const fields = days.map(({ kind }) => `keep-${kind}`)
  const act = { form: 'thoi-gian-luu', part: 'thoi-gian-luu', fields, typed }
  return change(c, act, (tx) => changeRetention(tx, actor, { siteId, days }))
}

/** POST /cong/:site/ho-so/cai-dat/phan-luong */
export async function saveRouting(c: OfficeContext): Promise<Response> {
  const { actor, siteId } = c.var
  const { typed } = await typedOf(c)
  const routes = Object.entries(typed).flatMap(([name, text]) => {
    const fieldId = numberOf(/^field-(\d+)$/.exec(name)?.[1])
    return fieldId === undefined ? [] : [{ fieldId, divisionId: numberOf(text) ?? null }]
  })
  const act = { form: 'phan-luong', part: 'phan-luong', fields: [], typed }
  return change(c, act, (tx) => setRouting(tx, actor, { siteId, routes }))
}

const divisionFields = ['name', 'leadId', 'memberIds']

async function divisionWords(c: OfficeContext): Promise<{ words: DivisionWords; typed: Typed }> {
  const { typed, many } = await typedOf(c)
  const { name = '', nameEn = '' } = typed
  const memberIds = many('memberIds')
  const words = { name, nameEn, leadId: typed.leadId || null, memberIds }
  return { words, typed: { ...typed, memberIds: memberIds.join(' ') } }
}

/** POST /cong/:site/ho-so/cai-dat/phong */
export async function saveNewDivision(c: OfficeContext): Promise<Response> {
  const { actor, siteId } = c.var
  const { words, typed } = await divisionWords(c)
  const act = { form: 'phong-moi', part: 'phong', fields: divisionFields, typed }
  return change(c, act, (tx) => makeDivision(tx, actor, { siteId, ...words }))
}

/** The division in an address, if it is of the portal in it. @throws NotFound. */
async function divisionIdOf(c: OfficeContext): Promise<number> {
  const id = numberOf(c.req.param('division'))
  const divisions = await divisionsOfSite(c.var.db, c.var.siteId)
  if (id === undefined || !divisions.some((division) => division.id === id)) throw new NotFound()
  return id
}

/** POST /cong/:site/ho-so/cai-dat/phong/:division */
export async function saveDivision(c: OfficeContext): Promise<Response> {
  const { actor } = c.var
  const divisionId = await divisionIdOf(c)
  const { words, typed } = await divisionWords(c)
  const act = { form: `phong-${divisionId}`, part: 'phong', fields: divisionFields, typed }
  const position = /^\d{1,3}$/.test(typed.position ?? '') ? Number(typed.position) : undefined
  return change(c, act, (tx) => changeDivision(tx, actor, { divisionId, position, ...words }))
}

/** POST /cong/:site/ho-so/cai-dat/phong/:division/ket-thuc */
export async function saveDivisionEnd(c: OfficeContext): Promise<Response> {
  const { actor } = c.var
  const divisionId = await divisionIdOf(c)
  const { typed } = await typedOf(c)
  const act = { form: `ket-thuc-${divisionId}`, part: 'phong', fields: ['successorId'], typed }
  const successorId = numberOf(typed.successorId) ?? 0
  return change(c, act, (tx) => endDivision(tx, actor, { divisionId, successorId }))
}
