import { publishAnswer } from '../../answers/publish-answer.ts'
import type { Transaction } from '../../database/connect.ts'
import { publicAddress } from '../../editions/office/public-address.ts'
import type { OfficeContext } from '../../office/route.ts'
import { Stale } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'
import { approveAnswer } from '../approve-answer.ts'
import { letFindsStand } from '../let-finds-stand.ts'
import { saveAnswer, type SavingAnswer } from '../save-answer.ts'
import { submitAnswer } from '../submit-answer.ts'
import { masked } from '../find-personal-data.ts'
import { messages } from './answer-messages.ts'
import { publishedText, searchPublished, templateBody, type FoundEntry, type PublishedText } from './answer-queries.ts'
import { caseFile } from './case-queries.ts'
import { showCase } from './case-screen.tsx'
import { attempt, caseIdOf, numberOf, typedOf } from './form.tsx'
import { caseKinds } from './kind-names.ts'
import { letStandOf } from './public-version.tsx'
import { afterStep } from './step-acts.ts'

const fields = ['kind', 'ground', 'body', 'answerOn', 'publish', 'publicTitle', 'publicQuestion', 'publicAnswer']

/** What was typed, as a draft. A public answer left empty is the answer with everything masked that the machine finds. */
function draftOf(caseId: number, typed: Typed): SavingAnswer {
  const { kind = '', ground = '', body = '', answerOn = '', publicTitle = '', publicQuestion = '' } = typed
  const publish = typed.publish === 'on'
  const publicAnswer = typed.publicAnswer || (publish ? masked(body) : '')
  const saves = /^\d{1,6}$/.test(typed.saves ?? '') ? Number(typed.saves) : 0
  return { caseId, saves, kind, ground, body, answerOn, publish, publicTitle, publicQuestion, publicAnswer }
}

/** Saves what was typed; the answer to it where it cannot be. */
async function save(c: OfficeContext, caseId: number, typed: Typed): Promise<{ saves: number } | Response> {
  const { actor, say } = c.var
  const refuse = (errors: Record<string, string>): Promise<Response> =>
    showCase(c, { refusal: { form: 'du-thao', errors, typed } })
  try {
    const result = await attempt(c, fields, async (tx) => {
      const saved = await saveAnswer(tx, actor, draftOf(caseId, typed))
      await letFindsStand(tx, actor, { caseId, finds: letStandOf(typed) })
      return saved
    })
    return 'errors' in result ? refuse(result.errors) : { saves: result.done.saves }
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    return refuse({ form: say(messages.stale) })
  }
}

/** POST /ho-so/:case/du-thao */
export async function saveDraft(c: OfficeContext): Promise<Response> {
  const caseId = caseIdOf(c)
  const { typed } = await typedOf(c)
  const saved = await save(c, caseId, typed)
  return saved instanceof Response ? saved : c.redirect(`/ho-so/${caseId}?da=luu#viec-can-lam`, 303)
}

/** POST /ho-so/:case/trinh-duyet: what was typed is kept even where it cannot be handed in yet. */
export async function submitDraft(c: OfficeContext): Promise<Response> {
  const caseId = caseIdOf(c)
  const { typed } = await typedOf(c)
  const saved = await save(c, caseId, typed)
  if (saved instanceof Response) return saved
  const result = await attempt(c, fields, (tx) => submitAnswer(tx, c.var.actor, { caseId }))
  if (!('errors' in result)) return afterStep(c, caseId, 'submit')
  const kept = { ...typed, saves: String(saved.saves) }
  return showCase(c, { refusal: { form: 'trinh-duyet', errors: result.errors, typed: kept } })
}

/** POST /ho-so/:case/chen-mau: puts a template behind what is typed; saves nothing. */
export async function insertTemplate(c: OfficeContext): Promise<Response> {
  const { db, actor } = c.var
  const { typed } = await typedOf(c)
  const file = await caseFile(db, actor, caseIdOf(c))
  const body = await templateBody(db, file.handlingSiteId, numberOf(typed.template) ?? 0)
  return showCase(c, body === undefined ? { typed } : { typed: withMore(typed, body), inserted: true })
}

/** POST /ho-so/:case/tim-bai: looks for something published to link to; saves nothing. */
export async function searchEntries(c: OfficeContext): Promise<Response> {
  const { typed } = await typedOf(c)
  await caseFile(c.var.db, c.var.actor, caseIdOf(c))
  const found = await searchPublished(c.var.db, typed.search ?? '')
  return showCase(c, { typed, found: found.map((entry) => withUrl(c, entry)) })
}

/** POST /ho-so/:case/chen-bai: puts title and address of something published behind what is typed; saves nothing. */
export async function insertEntry(c: OfficeContext): Promise<Response> {
  const { typed } = await typedOf(c)
  await caseFile(c.var.db, c.var.actor, caseIdOf(c))
  const [site, entry] = (typed.entry ?? '').split(':').map((text) => numberOf(text) ?? 0)
  const found = await publishedText(c.var.db, site ?? 0, entry ?? 0)
  if (!found) return showCase(c, { typed })
  return showCase(c, { typed: withMore(typed, `${found.title}: ${withUrl(c, found).url}`), inserted: true })
}

/** POST /ho-so/:case/ban-cong-khai: makes the public version anew, with everything masked that the machine finds; saves nothing. */
export async function renewPublicVersion(c: OfficeContext): Promise<Response> {
  const { typed } = await typedOf(c)
  const file = await caseFile(c.var.db, c.var.actor, caseIdOf(c))
  const publicWords = {
    publicTitle: masked(file.title),
    publicQuestion: masked(file.body),
    publicAnswer: masked(typed.body ?? ''),
  }
  return showCase(c, { typed: { ...typed, ...publicWords, publish: 'on' } })
}

const withMore = (typed: Typed, more: string): Typed => ({
  ...typed,
  body: typed.body?.trim() ? `${typed.body.trimEnd()}\n\n${more}` : more,
})
const withUrl = (c: OfficeContext, entry: PublishedText): FoundEntry => ({
  ...entry,
  url: publicAddress(c.var.config, entry.host, entry.path),
})

const publicFields = ['interest', 'publicTitle', 'publicQuestion', 'publicAnswer']

async function publish(tx: Transaction, c: OfficeContext, caseId: number, typed: Typed): Promise<void> {
  const { actor, kinds } = c.var
  const act = { caseId, interest: typed.interest ?? '' }
  await publishAnswer(tx, actor, act, { entries: kinds, cases: caseKinds })
}

/** POST /ho-so/:case/duyet: the answer goes to the sender. */
export async function approve(c: OfficeContext): Promise<Response> {
  const caseId = caseIdOf(c)
  const { typed } = await typedOf(c)
  const result = await attempt(c, [], (tx) => approveAnswer(tx, c.var.actor, { caseId }))
  if ('errors' in result) return showCase(c, { refusal: { form: 'duyet', errors: result.errors, typed } })
  return afterStep(c, caseId, 'approve')
}

/** POST /ho-so/:case/duyet-va-dang: the answer goes to the sender and to the public, both or neither. */
export async function approveAndPublish(c: OfficeContext): Promise<Response> {
  const { actor } = c.var
  const caseId = caseIdOf(c)
  const { typed } = await typedOf(c)
  const result = await attempt(c, publicFields, async (tx) => {
    await letFindsStand(tx, actor, { caseId, finds: letStandOf(typed) })
    await approveAnswer(tx, actor, { caseId })
    await publish(tx, c, caseId, typed)
  })
  if ('errors' in result) return showCase(c, { refusal: { form: 'duyet-va-dang', errors: result.errors, typed } })
  return afterStep(c, caseId, 'publish')
}

/** POST /ho-so/:case/cong-khai: an answer that went to the sender goes to the public. */
export async function publishAnswered(c: OfficeContext): Promise<Response> {
  const caseId = caseIdOf(c)
  const { typed } = await typedOf(c)
  const result = await attempt(c, publicFields, async (tx) => {
    await letFindsStand(tx, c.var.actor, { caseId, finds: letStandOf(typed) })
    await publish(tx, c, caseId, typed)
  })
  if ('errors' in result) return showCase(c, { refusal: { form: 'cong-khai', errors: result.errors, typed } })
  return afterStep(c, caseId, 'publish')
}
