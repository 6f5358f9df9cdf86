import { draftAttachments } from '../cases/attachments/take-attachment.ts'
import { caseLengths } from '../cases/case.ts'
import { filesField } from '../cases/public/attachments.tsx'
import { heaviestForm, takeFiles } from '../cases/public/form-files.ts'
import { carried } from '../cases/public/step-page.tsx'
import { startClock, type NewClock } from '../cases/start-clock.ts'
import { caseKinds } from '../case-kinds.ts'
import { digestOf, isFormToken, readTrackingCode } from '../cases/tracking.ts'
import { trapName } from '../delivery/components/form-parts.tsx'
import { readPosted, readPostedWithFiles } from '../delivery/posted-form.tsx'
import type { DeliveryContext, PublicRoute } from '../delivery/route.ts'
import { choices } from '../ratings/rating.ts'
import { activeSealingKey } from '../sealing/queries.ts'
import { seal } from '../sealing/seal.ts'
import { fill } from '../web/message.ts'
import { cleanLine, cleanText } from '../web/vietnamese.ts'
import { messages } from './messages.ts'
import { openActsOf } from './open-acts.ts'
import { ConfirmWithdrawal, wordsFrom } from './public/act-forms.tsx'
import { casePage, type ActRefusal } from './public/case-page.tsx'
import { enterCodePage } from './public/enter-code.tsx'
import { neverKeep, privatePage } from './public/private-page.tsx'
import { countWrongCode, mayTryCodes, trackedCase, type TrackedCase } from './queries.ts'
import { sendAct, type SenderAct, type SenderActWords } from './send-act.ts'

/** A sender follows a case by its code, and does what is open to them. No page here is stored or indexed. */
export const trackingPublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: '/theo-doi', handle: (c) => enterCodePage(c, {}) },
  { method: 'POST', path: '/theo-doi', handle: enterCode },
  { method: 'GET', path: '/theo-doi/:code', handle: showCase },
  {
    method: 'POST',
    path: '/theo-doi/:code/bo-sung',
    bodyBytes: heaviestForm,
    handle: (c) => takeWords(c, 'add'),
  },
  { method: 'POST', path: '/theo-doi/:code/chua-thoa-dang', handle: (c) => takeWords(c, 'reopen') },
  { method: 'POST', path: '/theo-doi/:code/danh-gia', handle: takeRating },
  { method: 'GET', path: '/theo-doi/:code/rut-lai', handle: confirmWithdrawal },
  { method: 'POST', path: '/theo-doi/:code/rut-lai', handle: withdraw },
]

interface Opened {
  found: TrackedCase
  code: string
}

/**
 * The case a typed code opens, or the answer that says it opens none: the same whatever was wrong. Wrong codes are counted by reader
 * and address, and nobody who had too many today is told anything.
 */
async function openCase(
  c: DeliveryContext,
  typed: { number: string; code: string },
): Promise<{ opened: Opened; refused?: undefined } | { opened?: undefined; refused: Response | Promise<Response> }> {
  const { intake, say } = c.var
  const visitor = await c.var.visitorKey()
  const tooMany = (): Response | Promise<Response> =>
    enterCodePage(c, { status: 429, typed, error: say(messages.tooMany) })
  if (!(await mayTryCodes(intake, visitor))) return { refused: tooMany() }
  const code = readTrackingCode(typed.code)
  const found = code === undefined ? undefined : await trackedCase(intake, code)
  if (code !== undefined && found && (typed.number === '' || sameNumber(typed.number, found.number)))
    return { opened: { found, code } }
  await countWrongCode(intake, visitor)
  const status = c.req.method === 'GET' ? 404 : 422
  return { refused: enterCodePage(c, { status, typed, error: say(messages.wrong) }) }
}

const sameNumber = (typed: string, number: string): boolean =>
  typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '') === number.replaceAll('-', '')

async function enterCode(c: DeliveryContext): Promise<Response> {
  const posted = await readPosted(c)
  if (posted.refused) return posted.refused
  const typed = {
    number: cleanLine(posted.typed.so ?? '').slice(0, 60),
    code: cleanLine(posted.typed.ma ?? '').slice(0, 60),
  }
  const { opened, refused } = await openCase(c, typed)
  if (refused) return refused
  return leadTo(c, `/theo-doi/${opened.code}`)
}

/** Of the address alone: what it says is a secret, so it is not shown back in a form. */
const openByAddress = (c: DeliveryContext): ReturnType<typeof openCase> =>
  openCase(c, { number: '', code: (c.req.param('code') ?? '').slice(0, 60) })

async function showCase(c: DeliveryContext): Promise<Response> {
  const { opened, refused } = await openByAddress(c)
  return refused ?? casePage(c, opened)
}

function leadTo(c: DeliveryContext, path: string): Response {
  neverKeep(c)
  return c.redirect(c.var.to(path), 303)
}

/**
 * POST …/bo-sung: answers the question of the agency where there is one, else adds something; files may come with it. POST
 * …/chua-thoa-dang. The code is tried before the body is read, so that nobody without one leaves files here.
 */
async function takeWords(c: DeliveryContext, wanted: 'add' | 'reopen'): Promise<Response> {
  const { opened, refused } = await openByAddress(c)
  if (refused) return refused
  const files = takeFiles(c)
  const posted = await (wanted === 'add' ? readPostedWithFiles(c, files.take) : readPosted(c))
  if (posted.refused) return posted.refused
  const typed = cleanText(posted.typed['noi-dung'] ?? '')
  const given = posted.typed[carried.token]
  const token = isFormToken(given) ? given : undefined
  const refuse: Refuse = async (status, message) => {
    const kept = token === undefined ? [] : await draftAttachments(c.var.intake, token)
    const act = wanted === 'reopen' ? 'reopen' : 'words'
    return casePage(c, { ...opened, refusal: { act, status, message, typed, token, files: kept.length } })
  }
  const wrong = whyNotWords(c, typed) ?? files.errors()[filesField]
  if (wrong) return refuse(422, wrong)
  // A machine that filled in the trap is told what it wants to hear.
  if (posted.typed[trapName]) return leadTo(c, `/theo-doi/${opened.code}?xong=bo-sung`)
  const act: SenderAct = wanted === 'add' && opened.found.state === 'clarifying' ? 'clarify' : wanted
  const words = await wordsOf(c, opened.found, typed)
  if (token !== undefined && wanted === 'add') words.formHash = digestOf(token).toString('hex')
  if (act === 'reopen') words.clock = await reopenedClock(c, opened.found)
  return finish(c, opened, { act, words, refuse, done: act === 'reopen' ? 'xu-ly-lai' : 'bo-sung' })
}

const reopenedClock = (c: DeliveryContext, { handlerSiteId }: TrackedCase): Promise<NewClock> =>
  startClock(c.var.db, {
    ruleId: 'reopen.answer',
    purpose: 'answer',
    siteId: handlerSiteId,
    startedAt: new Date(),
  })

function whyNotWords(c: DeliveryContext, typed: string): string | undefined {
  const { say } = c.var
  if (typed.length < wordsFrom) return fill(say(messages.wordsShort), { from: wordsFrom })
  if (typed.length > caseLengths.message)
    return fill(say(messages.wordsLong), { to: caseLengths.message.toLocaleString('vi-VN') })
  return undefined
}

/** Words of a kind whose words are sealed stay sealed. */
async function wordsOf(c: DeliveryContext, found: TrackedCase, body: string): Promise<SenderActWords> {
  if (!caseKinds.get(found.kind)?.sealed) return { body }
  return { sealed: await seal(await activeSealingKey(c.var.intake), { body }) }
}

async function takeRating(c: DeliveryContext): Promise<Response> {
  const posted = await readPosted(c)
  if (posted.refused) return posted.refused
  const { opened, refused } = await openByAddress(c)
  if (refused) return refused
  const refuse: Refuse = (status, message) =>
    casePage(c, { ...opened, refusal: { act: 'rate', status, message, typed: '' } })
  const choice = choices.find(({ slug }) => slug === posted.typed.muc)?.choice
  if (!choice) return refuse(422, c.var.say(messages.choiceMissing))
  if (posted.typed[trapName]) return leadTo(c, `/theo-doi/${opened.code}?xong=danh-gia`)
  return finish(c, opened, { act: 'rate', words: { choice }, refuse, done: 'danh-gia' })
}

async function confirmWithdrawal(c: DeliveryContext): Promise<Response> {
  const { opened, refused } = await openByAddress(c)
  if (refused) return refused
  const { found, code } = opened
  if (!openActsOf(found, new Date()).withdraw) return leadTo(c, `/theo-doi/${code}`)
  return privatePage(c, {
    title: fill(c.var.say(messages.withdrawTitle), { number: found.number }),
    path: `/theo-doi/${code}/rut-lai`,
    children: <ConfirmWithdrawal c={c} code={code} />,
  })
}

async function withdraw(c: DeliveryContext): Promise<Response> {
  const posted = await readPosted(c)
  if (posted.refused) return posted.refused
  const { opened, refused } = await openByAddress(c)
  if (refused) return refused
  const refuse: Refuse = (status, message) =>
    casePage(c, { ...opened, refusal: { act: 'withdraw', status, message, typed: '' } })
  if (posted.typed[trapName]) return leadTo(c, `/theo-doi/${opened.code}`)
  return finish(c, opened, { act: 'withdraw', words: {}, refuse, done: 'rut-lai' })
}

type Refuse = (status: ActRefusal['status'], message: string) => Promise<Response>

interface Finishing {
  act: SenderAct
  words: SenderActWords
  refuse: Refuse
  done: string
}

async function finish(
  c: DeliveryContext,
  { code }: Opened,
  { act, words, refuse, done }: Finishing,
): Promise<Response> {
  const { say, intake } = c.var
  const outcome = await sendAct(intake, code, act, words)
  if (outcome === 'done') return leadTo(c, `/theo-doi/${code}?xong=${done}`)
  if (outcome === 'enough') return refuse(429, say(messages.enough))
  return refuse(409, say(outcome === 'late' ? messages.late : messages.notNow))
}
