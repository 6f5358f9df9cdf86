import { trapName } from '../../delivery/components/form-parts.tsx'
import { activeSealingKey, NoSealingKey } from '../../sealing/queries.ts'
import { secondsSince } from '../intake/form-stamp.ts'
import { noteEcho, proofKeys, tryCase } from '../intake/intake-queries.ts'
import { proves } from '../intake/proof-of-work.ts'
import { suspicionOf } from '../intake/suspicion.ts'
import { sealedInstead } from '../looks-like-denunciation.ts'
import { receiveCase, type NewCase } from '../receive-case.ts'
import type { CaseWords, FormState } from './case-form.ts'
import { messages } from './messages.ts'
import { readConsents, readSender } from './read-case-form.ts'
import { carried, stepPage } from './step-page.tsx'

/**
 * Sends a form in which nothing is wrong: the case is received in one commit, and its sender led to its page. What looks like spam is
 * received just so, and kept apart for somebody to look at.
 */
export async function sendCase(state: FormState): Promise<Response> {
  const { c, form } = state
  const { intake, site, say } = c.var
  const visitor = await c.var.visitorKey()
  if (!(await tryCase(intake, visitor))) return stepPage({ ...state, errors: { form: say(messages.enough) } }, 429)
  const words = await form.caseOf(state)
  try {
    const key = await activeSealingKey(intake)
    const siteName = site.names.vi.name
    const outcome = await receiveCase(intake, await newCase(state, words, visitor), {
      key,
      origin: site.origin,
      siteName,
    })
    if ('code' in outcome) return c.redirect(c.var.to(`/theo-doi/${outcome.code}?moi=1`), 303)
    const [message, status] =
      outcome.is === 'enough' ? ([messages.enough, 429] as const) : ([messages.away, 503] as const)
    return stepPage({ ...state, errors: { form: say(message) } }, status)
  } catch (error) {
    if (error instanceof NoSealingKey) {
      c.var.logger.error({ err: error }, 'a case could not be taken')
      return stepPage({ ...state, errors: { form: say(messages.away) } }, 503)
    }
    throw error
  }
}

async function newCase(state: FormState, words: CaseWords, visitor: string): Promise<NewCase> {
  const { c, form, typed, keepDays } = state
  const asked = form.asksSender
  const consents = words.consents ?? (asked ? readConsents(typed, form.kind, keepDays) : [])
  const given: NewCase = {
    ...words,
    kind: form.kind,
    siteId: words.siteId ?? c.var.site.id,
    channel: 'web',
    language: c.var.language,
    sender: { ...(asked && readSender(typed)), ...words.sender },
    consents,
    publicWanted: words.publicWanted ?? consents.some(({ purpose, given }) => purpose === 'publish' && given),
    formToken: typed[carried.token],
    visitor,
    suspicion: await suspicionOfForm(state, words),
  }
  return form.letter ? sealedInstead(given, form.letter) : given
}

async function suspicionOfForm({ c, typed }: FormState, { title, body }: CaseWords): Promise<NewCase['suspicion']> {
  const { intake } = c.var
  const secrets = await proofKeys(intake)
  const [proved, times] = await Promise.all([
    proves(intake, secrets, typed[carried.proof]),
    noteEcho(intake, secrets[0], `${title} ${body}`),
  ])
  return suspicionOf({
    words: `${title}\n${body}`,
    trapped: Boolean(typed[trapName]),
    seconds: secondsSince(secrets, typed[carried.token] ?? '', typed[carried.stamp], new Date()),
    proved,
    times,
  })
}
