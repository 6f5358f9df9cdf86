import { request, type Agent } from 'node:http'

export interface PageAsked {
  agent: Agent
  port: number
  host: string
  path: string
}

/** A page, with the milliseconds until the whole of it was there. @throws unless it is answered with 200. */
export function getPage({ agent, port, host, path }: PageAsked): Promise<{ body: string; milliseconds: number }> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port, path, headers: { host } })
    asked.on('error', reject)
    asked.on('response', (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve({ body, milliseconds: performance.now() - began })
          : reject(new Error(`${host}${path} was answered with ${answer.statusCode}`)),
      )
    })
    asked.end()
  })
}
