import { request } from 'node:http'
import type { BenchDatabase } from './database.ts'

/** An answer as it came over the wire. */
export interface Answered {
  status: number
  /** Names and values in turn. */
  rawHeaders: string[]
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/** Asks this machine for an address of a host. */
export const ask = (port: number, address: string, headers: Record<string, string>): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: address, headers, agent: false })
    asked.on('error', reject)
    asked.on('response', (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          rawHeaders: answer.rawHeaders,
          headers: answer.headers,
          body: Buffer.concat(chunks),
        }),
      )
    })
    asked.end()
  })

/** The longest article of the demonstration's city, with its host. */
export async function demoArticle({ rows }: BenchDatabase): Promise<{ host: string; path: string }> {
  const [found] = await rows<{ host: string; path: string }>(`
    select h.host, l.path from live_item l join site_host h on h.site_id = l.site_id and h.is_primary
    join edition e on e.id = l.edition_id where h.host = 'localhost'
    order by length(e.content::text) desc, l.entry_id limit 1`)
  if (!found) throw new Error('the demonstration has no article')
  return found
}
