import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'

export interface Listening {
  port: number
  /** Takes no new connection, finishes the requests at work (at most 10 seconds), then resolves. */
  close(): Promise<void>
}

/** Serves a fetch handler. @throws one sentence with the remedy when the port is busy or not allowed. */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
  host: string,
  variable: string,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch }) as Server
  // Limits against slow clients.
  server.headersTimeout = 15_000
  server.requestTimeout = 300_000
  server.keepAliveTimeout = 65_000
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(sentenceFor(error, port, variable)))
    server.listen(port, host, () => {
      const address = server.address()
      resolve({ port: typeof address === 'object' && address ? address.port : port, close: () => close(server) })
    })
  })
}

function sentenceFor(error: NodeJS.ErrnoException, port: number, variable: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(
      `Cổng mạng ${port} đang có chương trình khác dùng: hãy dừng chương trình đó hoặc đặt ${variable} thành số khác. (Port in use.)`,
    )
  }
  if (error.code === 'EACCES') {
    return new Error(
      `Không được phép dùng cổng mạng ${port}: hãy đặt ${variable} từ 1024 trở lên. (Port not permitted.)`,
    )
  }
  return error
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), 10_000)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}
