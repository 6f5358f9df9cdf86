import { trapName } from '../../delivery/components/form-parts.tsx'
import { readPosted, readPostedWithFiles } from '../../delivery/posted-form.tsx'
import { forOneReader, type DeliveryContext, type PublicRoute } from '../../delivery/route.ts'
import { stampOf } from '../intake/form-stamp.ts'
import { proofKeys } from '../intake/intake-queries.ts'
import { keepDaysOf, siteTakes } from '../live-queries.ts'
import { isFormToken, newFormToken } from '../tracking.ts'
import type { CaseForm, FormErrors, FormState, Typed } from './case-form.ts'
import { filesOf, heaviestFields, heaviestForm, removeFile, takeFiles } from './form-files.ts'
import { messages } from './messages.ts'
import { whyNotSender } from './read-case-form.ts'
import { sendCase } from './send-case.ts'
import { carried, insteadOfForm, stepPage } from './step-page.tsx'

/** The routes of a form: it is shown at its address, and every step and act of it is sent there. */
export function caseFormRoutes(form: CaseForm): readonly PublicRoute[] {
  return [
    { method: 'GET', path: form.kind.formPath, handle: (c) => open(c, form) },
    {
      method: 'POST',
      path: form.kind.formPath,
      bodyBytes: form.filesAt === undefined ? undefined : heaviestForm,
      handle: (c) => take(c, form),
    },
  ]
}

async function open(c: DeliveryContext, form: CaseForm): Promise<Response> {
  forOneReader(c)
  if (!(await siteTakes(c.var.db, c.var.site.id, form.kind.name))) return notTaken(c)
  return stepPage(await stateOf(c, form, {}), 200)
}

const notTaken = (c: DeliveryContext): Response | Promise<Response> =>
  insteadOfForm(c, { status: 404, title: messages.notTaken, text: messages.notTakenText })

async function take(c: DeliveryContext, form: CaseForm): Promise<Response> {
  if (!(await siteTakes(c.var.db, c.var.site.id, form.kind.name))) return notTaken(c)
  const files = takeFiles(c)
  const posted =
    form.filesAt === undefined
      ? await readPosted(c, heaviestFields)
      : await readPostedWithFiles(c, files.take, heaviestFields)
  if (posted.refused) return posted.refused
  const state = await stateOf(c, form, { ...posted.typed, ...files.names() })
  return act(state, files.errors())
}

/** What a button asks for; without one, the next step. */
async function act(state: FormState, fileErrors: FormErrors): Promise<Response> {
  const { form, step, typed } = state
  const steps = form.steps.length
  const move = typed[carried.move] ?? (step === steps ? 'gui' : String(step + 1))
  const [, gone] = /^go-(\d{1,9})$/.exec(move) ?? []
  if (gone !== undefined) return stepPage(await removeFile(state, Number(gone)), 200)
  // What was wrong with a file keeps the step it is shown at, whatever was pressed.
  if (Object.keys(fileErrors).length > 0) return stepPage({ ...state, errors: fileErrors }, 422)
  if (move === 'tai-len') return stepPage(state, 200)
  const to = move === 'gui' ? steps + 1 : Math.min(Math.max(Number.parseInt(move, 10) || 1, 1), steps)
  if (to <= step && move !== 'gui') return stepPage({ ...state, step: to }, 200)
  const refused = await whyNotOn(state, to)
  if (refused) return refused
  return move === 'gui' ? sendCase(state) : stepPage({ ...state, step: to }, 200)
}

/** The page of the first step before `to` at which something is wrong. */
async function whyNotOn(state: FormState, to: number): Promise<Response | undefined> {
  const { c, form, typed } = state
  const all: FormErrors = {
    ...(form.asksSender && whyNotSender(typed, c.var.say, form.kind.identity)),
    ...(await form.check(state)),
  }
  for (const [at, { fields }] of form.steps.slice(0, to - 1).entries()) {
    const errors = Object.fromEntries(fields.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])))
    if (Object.keys(errors).length > 0) return stepPage({ ...state, step: at + 1, errors }, 422)
  }
  return undefined
}

/** A form with what was typed. One that brings no token of its own gets one, and the time it was opened. */
async function stateOf(c: DeliveryContext, form: CaseForm, sent: Typed): Promise<FormState> {
  const given = sent[carried.token]
  const token = isFormToken(given) ? given : newFormToken()
  const fresh = async (): Promise<Typed> => {
    const [secret] = await proofKeys(c.var.intake)
    return { [carried.token]: token, [carried.stamp]: stampOf(secret, token, new Date()) }
  }
  const [files, keepDays, added] = await Promise.all([
    form.filesAt === undefined ? [] : filesOf(c, token, sent),
    keepDaysOf(c.var.db, c.var.site.id, form.kind),
    token === given ? {} : fresh(),
  ])
  const fields = new Set([...Object.values(carried), trapName, ...form.steps.flatMap((each) => each.fields)])
  const typed = Object.fromEntries(Object.entries(sent).filter(([name]) => fields.has(name)))
  const step = Math.min(Math.max(Number.parseInt(sent[carried.step] ?? '1', 10) || 1, 1), form.steps.length)
  return { c, form, step, typed: { ...typed, ...added }, errors: {}, files, keepDays }
}
