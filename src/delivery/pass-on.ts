import type { IncomingMessage } from 'node:http'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { Logger } from '../logger.ts'
import { reading, type Fetch, type Reading } from './reading.ts'
import type { Exchange } from './send-answer.ts'
import { isPublicPage } from './visit.ts'

export interface PassParts {
  fetch: Fetch
  logger: Logger
  /** Header lines every answer carries. */
  security: readonly string[]
  addressOf(exchange: Exchange): string
  /** Told of every page that was read. */
  count(exchange: Exchange, told: Reading): void
}

/** Gives requests to the router as they came: forms, files, previews, addresses under which nothing is kept. */
export function passOn({ fetch, logger, security, addressOf, count }: PassParts): (exchange: Exchange) => void {
  const exchanges = new WeakMap<IncomingMessage, Exchange>()
  const answer = getRequestListener(
    async (request, { incoming }) => {
      const exchange = exchanges.get(incoming as IncomingMessage) as Exchange
      const told = reading(addressOf(exchange))
      const response = await fetch(request, { reading: told })
      const isPage = isPublicPage(response.headers.get('content-type'), response.headers.get('cache-control'))
      if ((response.status === 200 && isPage) || (response.status === 304 && told.page?.tags.size))
        count(exchange, told)
      return response
    },
    {
      // Of the one request that may come without: health, asked in HTTP/1.0.
      hostname: 'localhost',
      errorHandler(error) {
        const bad = error instanceof RequestError
        if (!bad) logger.error({ err: error }, 'public request failed')
        const headers = new Headers({ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
        for (let at = 0; at < security.length; at += 2) headers.set(security[at] as string, security[at + 1] as string)
        return new Response(bad ? 'Địa chỉ không hợp lệ. (Bad request.)\n' : 'Lỗi hệ thống. (Failed.)\n', {
          status: bad ? 400 : 500,
          headers,
        })
      },
    },
  )
  return (exchange) => {
    exchanges.set(exchange.request, exchange)
    void answer(exchange.request, exchange.response)
  }
}
