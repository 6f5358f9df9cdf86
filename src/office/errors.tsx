import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { FC } from 'hono/jsx'
import { Forbidden, NotFound, Refused, Stale } from '../refusals.ts'
import type { Message } from '../web/message.ts'
import type { OfficeEnv } from './route.ts'
import { Page } from './page.tsx'
import { messages } from './messages.ts'

type ErrorStatus = 400 | 403 | 404 | 409 | 413 | 414 | 500

const statusOf = (error: unknown): ErrorStatus => {
  if (error instanceof HTTPException) return error.status as ErrorStatus
  if (isUnreadableBody(error)) return 400
  if (error instanceof Forbidden) return 403
  if (error instanceof NotFound) return 404
  if (error instanceof Refused || error instanceof Stale) return 409
  return 500
}

/** A body that is not what its Content-Type says: the platform's parsers tell so with nothing but their sentence. */
const isUnreadableBody = (error: unknown): boolean => error instanceof TypeError && /FormData/i.test(error.message)

/** Translates what a handler threw, once for the whole office. Unexpected errors are logged and say nothing of the inside. */
export function answerError(c: Context<OfficeEnv>, error: unknown): Response | Promise<Response> {
  if (error instanceof HTTPException && error.res) return error.getResponse()
  const status = statusOf(error)
  if (status === 500) c.var.logger?.error({ err: error, path: c.req.path }, 'office request failed')
  const message = messages[`error${status}`]
  const reasons = error instanceof Refused ? error.reasons : []
  if ((c.req.header('accept') ?? '').includes('application/json')) return c.json({ error: message.vi, reasons }, status)
  const say = c.var.say ?? ((m) => m.vi)
  return c.html(
    <Page c={c} title={say(message)} layout="plain">
      <Refusal
        title={say(message)}
        reasons={reasons}
        what={whatNow(error) && say(whatNow(error)!)}
        back={say(messages.backToMyWork)}
      />
    </Page>,
    status,
  )
}

/** What the person can do about it. */
const whatNow = (error: unknown): Message | undefined => {
  if (error instanceof Forbidden) return messages.what403
  if (error instanceof NotFound) return messages.what404
  if (error instanceof Stale) return messages.whatStale
  return undefined
}

const Refusal: FC<{ title: string; reasons: readonly string[]; what?: string; back: string }> = ({
  title,
  reasons,
  what,
  back,
}) => (
  <div class="notice notice-error" role="alert">
    <h1>{title}</h1>
    {reasons.length > 0 && (
      <ul>
        {reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
    )}
    {what && <p>{what}</p>}
    <p>
      <a href="/">{back}</a>
    </p>
  </div>
)
