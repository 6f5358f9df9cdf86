import { ErrorSummary, FormField, Trap, trapName } from '../../delivery/components/form-parts.tsx'
import { readPosted } from '../../delivery/posted-form.tsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { neverKeep, privatePage } from '../../tracking/public/private-page.tsx'
import type { Message } from '../../web/message.ts'
import { cleanLine } from '../../web/vietnamese.ts'
import { fetchWithCode, type Fetched } from '../live-queries.ts'
import { readOneTimeCode, type DeliveredFile } from '../one-time-code.ts'
import { messages } from '../public-messages.ts'

/** GET /tiep-can-thong-tin/nhan: asks for a one-time code. The code is never part of an address. */
export const showFetch = (c: DeliveryContext): Response | Promise<Response> => fetchPage(c, {})

const refusals: Record<Exclude<Fetched['is'], 'given'>, { status: 410 | 422 | 429; message: Message }> = {
  unknown: { status: 422, message: messages.unknown },
  taken: { status: 410, message: messages.taken },
  expired: { status: 410, message: messages.expired },
  enough: { status: 429, message: messages.tooMany },
}

/** POST /tiep-can-thong-tin/nhan: hands out the file, once. */
export async function fetchFile(c: DeliveryContext): Promise<Response> {
  const posted = await readPosted(c)
  if (posted.refused) return posted.refused
  const typed = cleanLine(posted.typed.ma ?? '').slice(0, 60)
  // What can be no code is tried all the same, so that it counts as a wrong one.
  const code = (posted.typed[trapName] ? undefined : readOneTimeCode(typed)) ?? ''
  const fetched = await fetchWithCode(c.var.intake, code, await c.var.visitorKey())
  if (fetched.is !== 'given') return fetchPage(c, { ...refusals[fetched.is], typed })
  return fileAnswer(c, fetched.file)
}

function fileAnswer(c: DeliveryContext, { name, body }: DeliveredFile): Response {
  neverKeep(c)
  const extension = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? ''
  // Never shown in place, whatever it is.
  c.header('Content-Type', 'application/octet-stream')
  c.header(
    'Content-Disposition',
    `attachment; filename="thong-tin${extension}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  )
  return c.body(new Uint8Array(body), 200)
}

interface FetchPage {
  status?: 410 | 422 | 429
  message?: Message
  typed?: string
}

function fetchPage(c: DeliveryContext, { status, message, typed }: FetchPage): Response | Promise<Response> {
  const { say } = c.var
  const error = message && say(message)
  return privatePage(c, {
    status,
    title: say(messages.fetchTitle),
    path: '/tiep-can-thong-tin/nhan',
    children: (
      <>
        <p>{say(messages.fetchLead)}</p>
        <form class="form" method="post" action={c.var.to('/tiep-can-thong-tin/nhan')} novalidate>
          <ErrorSummary c={c} errors={[]} form={error} />
          <Trap c={c} id="bo-trong-ma" />
          <FormField id="o-ma" label={say(messages.fetchCode)} hint={say(messages.fetchHint)}>
            {(described) => (
              <input
                type="text"
                id="o-ma"
                name="ma"
                value={typed ?? ''}
                autocomplete="off"
                autocapitalize="characters"
                spellcheck={false}
                required
                {...described}
              />
            )}
          </FormField>
          <button type="submit" class="form-send">
            {say(messages.fetchSend)}
          </button>
        </form>
      </>
    ),
  })
}
