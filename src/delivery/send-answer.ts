import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHead } from './request-head.ts'
import type { Encoding } from './store/encoding.ts'
import { bytesIn, compress, hasAlready, linesOf, type Drawn, type PressedPage } from './store/press-page.ts'

/** One request with its answer-to-be. */
export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  head: RequestHead
  /** How the reader wants it. */
  encoding: Encoding
}

/** Sends a page that is ready: one head, one piece. */
export function sendPressed({ request, response, head, encoding }: Exchange, page: PressedPage): void {
  if (head.has !== undefined && hasAlready(head.has, page.etag)) {
    response.writeHead(304, page.heads.notModified).end()
  } else if (request.method === 'HEAD') {
    response.writeHead(200, page.heads[encoding]).end()
  } else {
    response.writeHead(200, page.heads[encoding]).end(bytesIn(page, encoding), 'latin1')
  }
}

const worthCompressing = 700

/** Sends what was drawn for those who wait, and is not kept. */
export async function sendDrawn({ request, response, head, encoding }: Exchange, drawn: Drawn): Promise<void> {
  const lines = linesOf(drawn)
  const etag = drawn.headers.find(([name]) => name === 'etag')?.[1]
  if (drawn.status === 200 && etag && hasAlready(head.has, etag)) {
    const kept = lines.filter((_, at) => lines[at - (at % 2)] !== 'content-type')
    response.writeHead(304, [...kept, 'vary', 'Accept-Encoding']).end()
    return
  }
  const packed = encoding !== 'identity' && drawn.body.length > worthCompressing
  const body = packed ? await compress(drawn.body, encoding, 3) : drawn.body
  lines.push('vary', 'Accept-Encoding', ...(packed ? ['content-encoding', encoding] : []))
  lines.push('content-length', String(body.length))
  response.writeHead(drawn.status, lines)
  response.end(request.method === 'HEAD' ? undefined : body)
}
