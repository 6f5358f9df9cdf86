import { isFormToken, newFormToken } from '../../cases/tracking.ts'
import { inTransaction } from '../../database/connect.ts'
import { publicAddress } from '../../editions/office/public-address.ts'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound, Refused } from '../../refusals.ts'
import { activeSealingKey } from '../../sealing/queries.ts'
import { siteById } from '../../sites/queries.ts'
import { highestRow, type Typed } from '../../web/form.ts'
import { cleanLine } from '../../web/vietnamese.ts'
import { logCall, type LoggedCall, type NewCall } from '../log-call.ts'
import { noteCallBack } from '../note-call-back.ts'
import { suggestAnswers } from '../queries.ts'
import { showCalls, Suggestions } from './call-screen.tsx'

const rowOf = (text: string | undefined): number | undefined => {
  const id = /^\d{1,10}$/.test(text ?? '') ? Number(text) : 0
  return id >= 1 && id <= highestRow ? id : undefined
}

/** POST /cong/:site/tong-dai */
export async function saveCall(c: OfficeContext): Promise<Response> {
  const { db, actor, siteId } = c.var
  const typed = await typedOf(c)
  const errors = whyNotCaller(typed)
  const call: NewCall = {
    siteId,
    fieldId: rowOf(typed.fieldId),
    question: typed.question ?? '',
    guidance: typed.guidance ?? '',
    minutes: /^\d{1,3}$/.test(typed.minutes ?? '') ? Number(typed.minutes) : Number.NaN,
    followUp: typed.followUp ?? 'none',
    entryId: rowOf(typed.entryId),
    caller: {
      name: cleanLine(typed.name ?? ''),
      phone: cleanLine(typed.phone ?? ''),
      email: cleanLine(typed.email ?? ''),
    },
    formToken: isFormToken(typed.token) ? typed.token : newFormToken(),
  }
  if (Object.keys(errors).length > 0) return showCalls(c, { errors, typed })
  try {
    const receiving = { key: await activeSealingKey(db), ...(await portalOf(c)) }
    const logged: LoggedCall = await inTransaction(db, (tx) => logCall(tx, actor, call, receiving))
    return logged.opened ? showCalls(c, { logged }) : c.redirect(`/cong/${siteId}/tong-dai?da=luu`, 303)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const found: Record<string, string> = {}
    for (const [i, reason] of error.reasons.entries()) found[error.codes[i]?.split(':')[0] ?? 'form'] ??= reason
    return showCalls(c, { errors: found, typed })
  }
}

async function typedOf(c: OfficeContext): Promise<Typed> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
}

function whyNotCaller(typed: Typed): Record<string, string> {
  const errors: Record<string, string> = {}
  const email = cleanLine(typed.email ?? '')
  if (email !== '' && !/^[^\s@,;<>"]+@[^\s@,;<>".]+(?:\.[^\s@,;<>".]+)+$/.test(email))
    errors.email = 'Địa chỉ thư điện tử chưa đúng: cần có dạng ten@vi-du.vn.'
  const phone = cleanLine(typed.phone ?? '')
  if (phone !== '' && !/^\+?[\d ().-]{6,20}$/.test(phone))
    errors.phone = 'Số điện thoại chỉ gồm chữ số, từ 6 đến 20 ký tự.'
  if (cleanLine(typed.name ?? '').length > 120) errors.name = 'Họ tên dài quá 120 ký tự.'
  return errors
}

async function portalOf(c: OfficeContext): Promise<{ origin: string; siteName: string }> {
  const { db, siteId, config } = c.var
  const site = await siteById(db, siteId)
  if (!site) throw new NotFound()
  const host = await db
    .selectFrom('siteHost')
    .select('host')
    .where('siteId', '=', siteId)
    .where('isPrimary', '=', true)
    .executeTakeFirst()
  return { origin: publicAddress(config, host?.host ?? 'localhost', ''), siteName: site.name }
}

/** POST /cong/:site/tong-dai/:call/goi-lai */
export async function saveCallBack(c: OfficeContext): Promise<Response> {
  const { db, actor, siteId } = c.var
  const callId = rowOf(c.req.param('call'))
  if (callId === undefined) throw new NotFound()
  await inTransaction(db, (tx) => noteCallBack(tx, actor, { siteId, callId }))
  return c.redirect(`/cong/${siteId}/tong-dai?loc=cho-goi-lai`, 303)
}

/** POST /cong/:site/tong-dai/goi-y: the suggestions alone for the script, the whole screen with what was typed without it; keeps nothing. */
export async function suggestWhileTyping(c: OfficeContext): Promise<Response> {
  const typed = await typedOf(c)
  if (typed.doan !== '1') return showCalls(c, { typed })
  const question = (typed.question ?? '').slice(0, 500)
  const found = await suggestAnswers(c.var.db, c.var.siteId, question)
  return c.html(<Suggestions c={c} typed={question} found={found} />)
}
