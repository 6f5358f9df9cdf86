import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { isUnreachable } from '../database/unreachable.ts'
import { NotFound } from '../refusals.ts'
import type { Message } from '../web/message.ts'
import { Page } from './components/page.tsx'
import { loggedPath } from './logged-path.ts'
import { errorMessages } from './messages.ts'
import { redirectOld } from './old-addresses.ts'
import type { DeliveryContext } from './route.ts'

type ErrorStatus = 400 | 404 | 410 | 414 | 421 | 500 | 503

/** Translates what a page threw: 404 for what is not there (or the way to where it is now), 500 for the unexpected. */
export async function answerError(c: DeliveryContext, error: unknown): Promise<Response> {
  if (isUnreachable(error)) return answerUnreachable(c)
  if (error instanceof NotFound)
    return (await moved(c)) ?? answerWords(c, 404, errorMessages.notFound, [errorMessages.notFoundText])
  c.var.logger?.error({ err: error, path: loggedPath(c.req.path) }, 'public request failed')
  return answerWords(c, 500, errorMessages.failed, [errorMessages.failedText])
}

async function moved(c: DeliveryContext): Promise<Response | undefined> {
  if (!c.var.site || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return undefined
  try {
    return await redirectOld(c, false)
  } catch (error) {
    if (isUnreachable(error)) return answerUnreachable(c)
    c.var.logger?.error({ err: error, path: loggedPath(c.req.path) }, 'looking for an old address failed')
    return undefined
  }
}

/** The database is away: pages that are held go on being served, this one is not held. Whoever watches the connection logs it. */
export function answerUnreachable(c: DeliveryContext): Response | Promise<Response> {
  if (c.env?.reading) c.env.reading.unreachable = true
  c.header('Retry-After', '30')
  return answerWords(c, 503, errorMessages.unreachable, [errorMessages.unreachableText])
}

/** What was here and is no more, with the reason. */
export const answerGone = (c: DeliveryContext, title: string, lines: readonly string[]): Response | Promise<Response> =>
  answerWords(
    c,
    410,
    { vi: title, en: title },
    lines.map((line) => ({ vi: line, en: line })),
  )

/** An address that cannot be one. */
export const answerBadAddress = (c: DeliveryContext, status: 400 | 414): Response | Promise<Response> =>
  status === 414
    ? answerWords(c, 414, errorMessages.tooLong, [errorMessages.tooLongText])
    : answerWords(c, 400, errorMessages.badAddress, [errorMessages.badAddressText])

/** A host of no portal gets no page of another. */
export const answerUnknownHost = (c: DeliveryContext): Response | Promise<Response> =>
  answerWords(c, 421, errorMessages.unknownHost, [errorMessages.unknownHostText])

function answerWords(
  c: DeliveryContext,
  status: ErrorStatus,
  title: Message,
  lines: readonly Message[],
): Response | Promise<Response> {
  const say = c.var.say
  c.header('Cache-Control', 'no-cache')
  if (!c.var.site) return c.html(<Bare title={say(title)} lines={lines.map(say)} url={c.var.publicFiles.url} />, status)
  return c.html(
    <Page c={c} title={say(title)} noindex>
      <div class="wrap words-page">
        <p class="label">{status}</p>
        <h1>{say(title)}</h1>
        {lines.map((line) => (
          <p>{say(line)}</p>
        ))}
        <nav aria-label={say(errorMessages.whatNow)}>
          <ul>
            {status === 503 && c.req.method === 'GET' && (
              <li>
                <a href={hereOf(c)}>{say(errorMessages.tryAgain)}</a>
              </li>
            )}
            <li>
              <a href={c.var.to('/')}>{say(errorMessages.goHome)}</a>
            </li>
            <li>
              <a href={c.var.to('/so-do-cong')}>{say(errorMessages.seeMap)}</a>
            </li>
            {status !== 503 && (
              <li>
                <a href={c.var.to('/tim-kiem')}>{say(errorMessages.searchWords)}</a>
              </li>
            )}
          </ul>
        </nav>
      </div>
    </Page>,
    status,
  )
}

function hereOf(c: DeliveryContext): string {
  const { pathname, search } = new URL(c.req.url)
  return `${pathname}${search}`
}

/** A page of no portal: nothing of any site may show. */
const Bare: FC<{ title: string; lines: readonly string[]; url(file: string): string }> = ({ title, lines, url }) => (
  <>
    {raw('<!doctype html>')}
    <html lang="vi" data-theme="lotus">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href={url('emblem.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={url('site.css')} />
      </head>
      <body>
        <main class="wrap words-page">
          <h1>{title}</h1>
          {lines.map((line) => (
            <p>{line}</p>
          ))}
        </main>
      </body>
    </html>
  </>
)
