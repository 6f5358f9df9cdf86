import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { STATUS_CODES } from 'node:http'
import { tlsLines } from './security-headers.ts'

/** Header lines one request may have; browsers and proxies send about thirty. */
export const mostHeaders = 100

/** Sentences of answers given before any page is drawn: to programs rather than people. */
const sentences: Readonly<Record<number, string>> = {
  400: 'Yêu cầu không đọc được. (Bad request.)',
  408: 'Yêu cầu đến quá chậm. (Request timeout.)',
  411: 'Yêu cầu phải cho biết độ dài. (Length required.)',
  413: 'Nội dung gửi lên quá lớn. (Content too large.)',
  431: 'Phần đầu của yêu cầu quá lớn. (Request header fields too large.)',
}

const headers = {
  'Content-Type': 'text/plain; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'Cache-Control': 'no-store',
  Connection: 'close',
} as const

const headersOf = (text: string, overTls: boolean): Record<string, string | number> => ({
  ...headers,
  ...(overTls && Object.fromEntries(tlsLines)),
  'Content-Length': Buffer.byteLength(text),
})

/**
 * Answers with one sentence and closes the connection, so that what else the client sends is not read.
 * `overTls`: readers come over TLS, and are told to keep to it.
 */
export function refuse(response: ServerResponse, status: keyof typeof sentences, overTls: boolean): void {
  const text = `${sentences[status]}\n`
  response.writeHead(status, headersOf(text, overTls)).end(text)
}

/** Answers what could not be read as a request: 400, too slow 408, too large a head 431. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex, overTls: boolean): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy(error)
  const status = statusOf(error.code)
  const text = `${sentences[status]}\n`
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(headersOf(text, overTls)).map(([name, value]) => `${name}: ${value}`),
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${text}`, () => socket.destroy())
}

function statusOf(code: string | undefined): 400 | 408 | 413 | 431 {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return 413
  return 400
}
