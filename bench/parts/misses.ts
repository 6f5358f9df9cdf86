import { Agent, request } from 'node:http'
import { fillArchive } from '../archive.ts'
import { openDatabase, type BenchDatabase } from '../database.ts'
import { figure, percentile, ratio, type Part } from '../result.ts'
import { servePublic } from '../servers.ts'

const sites = 150
const smallArchive = 10_000
const each = 120
/** The first addresses of every kind are asked for without being timed. */
const warming = 5
/** Pages that are read by people, and so have a budget; feeds and maps are measured without one. */
const budget = { atMost: 25 }

interface Address {
  host: string
  path: string
}
interface Kind {
  name: string
  budget?: typeof budget
  addresses: Address[]
}

/** Pages the store does not hold, each asked for once, from an archive of a million entries over 150 portals. */
export const misses: Part = {
  name: 'misses',
  says: 'pages not in the store: an archive of 1,000,000 entries (--entries) against one of 10,000',
  async run({ entries, say }) {
    const small = await measure(smallArchive, say)
    const large = await measure(entries, say)
    return {
      part: 'misses',
      figures: large.flatMap(({ name, times }) => [
        figure(name, 'ms', times),
        figure(`${name}, p95`, 'ms', [percentile(times, 0.95)]),
      ]),
      ratios: large.flatMap(({ name, times, budget: kept }) => {
        const before = small.find((one) => one.name === name)
        return [
          ratio(`${name}: p95 in ms`, [percentile(times, 0.95)], [1], kept),
          ...(before
            ? [ratio(`${name}: median, ${entries} / ${smallArchive} entries`, [middle(times)], [middle(before.times)])]
            : []),
        ]
      }),
      notes: [
        `${entries} entries over ${sites} portals, 30 % of them on one; every address was asked for once, over one connection`,
        'the map of a portal and its parts hold up to 50,000 addresses each; they have no budget',
      ],
    }
  },
}

const middle = (times: readonly number[]): number => percentile(times, 0.5)

async function measure(
  entries: number,
  say: (text: string) => void,
): Promise<(Omit<Kind, 'addresses'> & { times: number[] })[]> {
  const database = await openDatabase()
  try {
    say(`misses: writing ${entries} entries`)
    await fillArchive(database.url, { entries, sites })
    const kinds = await kindsOf(database)
    const khue = await servePublic(database, { pinned: false })
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    try {
      const measured = []
      for (const { name, addresses, ...kind } of kinds) {
        say(`misses: ${name}, ${addresses.length - warming} addresses`)
        for (const one of addresses.slice(0, warming)) await timed(agent, khue.port, one)
        const times: number[] = []
        for (const one of addresses.slice(warming)) times.push(await timed(agent, khue.port, one))
        measured.push({ ...kind, name, times })
      }
      return measured
    } finally {
      agent.destroy()
      await khue.stop()
    }
  } finally {
    await database.stop()
  }
}

/** Milliseconds until the whole answer is there. */
function timed(agent: Agent, port: number, { host, path }: Address): Promise<number> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port, path, headers: { host, 'accept-encoding': 'gzip' } })
    asked.on('error', reject)
    asked.on('response', (answer) => {
      answer.resume()
      answer.on('error', reject)
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(performance.now() - began)
          : reject(new Error(`${host}${path} answered ${answer.statusCode}`)),
      )
    })
    asked.end()
  })
}

/** Addresses of every kind of page, no two alike. */
async function kindsOf({ rows }: BenchDatabase): Promise<Kind[]> {
  const city = 'bench-1.localhost'
  const many = (address: (n: number) => Address, count = each): Address[] =>
    Array.from({ length: count + warming }, (_, n) => address(n + 1))
  const host = (n: number): string => `bench-${1 + (n % sites)}.localhost`
  const sql = `select h.host, i.path from live_item i join site_host h on h.site_id = i.site_id and h.is_primary`
  const articles = await rows<Address>(
    `${sql} where i.entry_id in (select 1 + (n * (select max(entry_id)::bigint - 1 from live_item) / 301) from generate_series(1, 300) n) order by md5(i.path)`,
  )
  const deep = await rows<{ cursor: string }>(
    `select (extract(epoch from published_at) * 1000000)::bigint || '-' || entry_id as cursor from live_section_item
     where section_id = 1 and language = 'vi' order by published_at desc, entry_id desc
     offset least(59988, (select count(*) from live_section_item where section_id = 1) / 2) limit ${each + warming}`,
  )
  return [
    { name: 'home', budget, addresses: many((n) => ({ host: host(n), path: '/' })) },
    {
      name: 'section, page 1',
      budget,
      addresses: many((n) => ({ host: host(n), path: `/chuyen-muc/muc-${1 + (n % 12)}` })),
    },
    {
      name: 'section, page 5,000',
      budget,
      addresses: deep.map(({ cursor }) => ({ host: city, path: `/chuyen-muc/muc-1?truoc=${cursor}` })),
    },
    {
      name: 'archive of a month',
      budget,
      addresses: many((n) => ({
        host: city,
        path: `/chuyen-muc/muc-${1 + (n % 12)}/luu-tru/${2007 + (Math.floor(n / 12) % 18)}-${String(1 + ((n * 7) % 12)).padStart(2, '0')}`,
      })),
    },
    {
      name: 'months of a section',
      budget,
      addresses: many((n) => ({ host: host(n), path: `/chuyen-muc/muc-${1 + (n % 9)}/luu-tru` })),
    },
    {
      name: 'topic',
      budget,
      addresses: many((n) => ({ host: host(n), path: `/chuyen-de/chuyen-de-${1 + 5 * (n % 8)}` })),
    },
    { name: 'article', budget, addresses: articles },
    { name: 'feed', addresses: many((n) => ({ host: host(n), path: '/rss.xml' })) },
    {
      name: 'sitemap',
      addresses: [...many((n) => ({ host: host(n), path: '/sitemap.xml' }), 19), { host: city, path: '/sitemap.xml' }],
    },
  ]
}
