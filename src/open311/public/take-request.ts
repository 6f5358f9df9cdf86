import { consentTexts } from '../../cases/consents.ts'
import { fieldsFor } from '../../cases/field-queries.ts'
import { suspicionOf } from '../../cases/intake/suspicion.ts'
import { siteTakes } from '../../cases/live-queries.ts'
import { sealedInstead } from '../../cases/looks-like-denunciation.ts'
import { receiveCase, type NewCase, type Received } from '../../cases/receive-case.ts'
import { textOf } from '../../delivery/posted-form.tsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { sealedLetterKind } from '../../denunciations/sealed-letter.ts'
import { feedbackKind } from '../../feedback/feedback.ts'
import { activeSealingKey, NoSealingKey } from '../../sealing/queries.ts'
import { dateOf, isoDayOf } from '../../web/dates.ts'
import { hashOfKey, isKey, requestIdOf, tokenOf } from '../key.ts'
import { isKnownKey } from '../live-queries.ts'
import { publicAttribute } from './answers.ts'
import { CallRefused, checkJurisdiction, type Answer } from './call.ts'
import { readReport, type SentReport } from './read-report.ts'

/** Bytes of a report; 4,000 characters of Vietnamese, percent-encoded, are 36,000. */
const heaviest = 96 * 1024

const busy = {
  code: 429,
  description:
    'This api_key has sent as many reports today as it may: try tomorrow (ứng dụng đã gửi đủ số phản ánh trong ngày)',
}
const away = 'Reports cannot be taken at the moment: try again later (cổng tạm thời chưa nhận được phản ánh)'

/** POST requests: takes a report of a program, with its sender sealed, and gives its number. @throws CallRefused. */
export async function takeRequest(c: DeliveryContext): Promise<Answer> {
  const body = await bodyOf(c)
  const form = new URLSearchParams(body)
  const { site, intake, db } = c.var
  const key = form.get('api_key')?.trim().toUpperCase()
  if (!isKey(key) || !(await isKnownKey(intake, site.id, hashOfKey(key))))
    throw new CallRefused(403, 'Missing or invalid api_key (thiếu hoặc sai api_key)')
  checkJurisdiction(c, form.get('jurisdiction_id') ?? undefined)
  if (!(await siteTakes(db, site.id, feedbackKind.name))) throw new CallRefused(400, away)
  const report = readReport(form, await fieldsFor(db, feedbackKind.name))
  const token = tokenOf(key, isoDayOf(new Date()), body)
  const received = await receive(c, report, { token, key, publicWanted: isPublicWanted(form) })
  if (received.is === 'forbidden') throw new CallRefused(403, 'Missing or invalid api_key (thiếu hoặc sai api_key)')
  if (received.is === 'enough') throw new CallRefused(400, busy)
  if (!('number' in received)) throw new CallRefused(400, away)
  const notice =
    received.dueAt &&
    `Đã tiếp nhận số ${received.number}. Hạn trả lời: hết ngày ${dateOf(new Date(received.dueAt.getTime() - 1))}`
  const request = { service_request_id: requestIdOf(token), service_notice: notice ?? null, account_id: null }
  return { root: 'service_requests', value: [request] }
}

const isPublicWanted = (form: URLSearchParams): boolean =>
  form.get(`attribute[${publicAttribute.code}]`) === publicAttribute.yes

async function bodyOf(c: DeliveryContext): Promise<string> {
  const [type, charset] = (c.req.header('content-type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  if (type !== 'application/x-www-form-urlencoded')
    throw new CallRefused(
      400,
      'Content-Type must be application/x-www-form-urlencoded; files are not taken (không nhận tệp)',
    )
  if (charset && !/^charset="?utf-?8"?$/.test(charset)) throw new CallRefused(400, 'The charset must be utf-8')
  const cutOff = (): never => {
    throw new CallRefused(400, 'The body was cut off')
  }
  const body = await textOf(c.req.raw.body ?? [], heaviest).catch(cutOff)
  if (body === undefined) throw new CallRefused(400, `The body is larger than ${heaviest / 1024} KB`)
  return body
}

type Outcome = Received | { is: 'forbidden' }

/** Hands a report to the office: case, place, number and the mail to its sender in one commit (take_feedback, migrations/0046). */
async function receive(
  c: DeliveryContext,
  { field, title, body, point, address, sender }: SentReport,
  { token, key, publicWanted }: { token: string; key: string; publicWanted: boolean },
): Promise<Outcome> {
  const { intake, site } = c.var
  const place = {
    unitId: null,
    address,
    latitude: point?.latitude,
    longitude: point?.longitude,
    precision: point ? 'point' : 'none',
  }
  try {
    const given: NewCase = {
      kind: feedbackKind,
      siteId: site.id,
      channel: 'open311',
      language: 'vi',
      fieldId: field.id,
      title,
      body,
      sender,
      publicWanted,
      consents: [{ purpose: 'publish', given: publicWanted, textVersion: `${consentTexts.publish.version}/open311` }],
      formToken: token,
      // Sent by nobody this portal could tell from others: the limit is that of the key.
      visitor: '',
      suspicion: suspicionOf({ words: `${title}\n${body}`, trapped: false, seconds: 60, proved: true, times: 1 }),
      taking: {
        by: 'take_feedback',
        more: { place, open311: { keyHash: hashOfKey(key).toString('hex'), requestId: requestIdOf(token) } },
      },
    }
    return await receiveCase(intake, sealedInstead(given, sealedLetterKind), {
      key: await activeSealingKey(intake),
      origin: site.origin,
      siteName: site.names.vi.name,
    })
  } catch (error) {
    if (!(error instanceof NoSealingKey)) throw error
    c.var.logger.error({ err: error }, 'a report over Open311 could not be taken')
    return { is: 'unknown' }
  }
}
