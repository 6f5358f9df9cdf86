import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { freePort } from '../support/khue.ts'

const root = path.resolve(import.meta.dirname, '../..')
const executable = ['--import', 'tsx', path.join(root, 'bin/khue.ts')]

interface Started {
  child: ChildProcess
  output: () => string
  /** Resolves with the exit code. */
  ended: Promise<number | null>
}

function khue(args: readonly string[], env: Record<string, string>): Started {
  const child = spawn(process.execPath, [...executable, ...args], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'warn', LISTEN: '127.0.0.1', ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return { child, output: () => output, ended: new Promise((resolve) => child.on('exit', (code) => resolve(code))) }
}

async function until(started: Started, text: string, seconds = 40): Promise<void> {
  for (let waited = 0; !started.output().includes(text); waited += 50) {
    if (waited > seconds * 1000 || started.child.exitCode !== null)
      throw new Error(`no "${text}" in: ${started.output()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The home page of a host: fetch() would not let us name the host. */
const pageOf = (host: string, port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/', headers: { host: `${host}:${port}` } }, (answer) => {
      let body = ''
      answer
        .setEncoding('utf8')
        .on('data', (chunk: string) => (body += chunk))
        .on('end', () => resolve(body))
    }).on('error', reject)
  })

/** Where the embedded server of a state folder keeps its data, as the start says. */
const placeIn = (output: string): string => /Dữ liệu \(data\):\s+(\S+);/.exec(output)?.[1] ?? ''

describe('a stranger starts Khuê', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'khue-stranger-'))
  let env: Record<string, string>
  let first: Started
  let place = ''

  beforeAll(async () => {
    env = { KHUE_HOME: home, PORT: String(await freePort()), OFFICE_PORT: String(await freePort()) }
    first = khue(['serve', '--role', 'all', '--demo'], env)
    await until(first, 'Cổng con (sub-portal)')
    place = placeIn(first.output())
  }, 60_000)
  afterAll(async () => {
    first.child.kill('SIGTERM')
    await first.ended
    for (const folder of [home, place]) if (folder) rmSync(folder, { recursive: true, force: true })
  })

  test('and is told the addresses, the demo accounts with roles and password, and where data lies', () => {
    const output = first.output()
    expect(output).toContain(`http://localhost:${env.PORT}`)
    expect(output).toContain(`http://localhost:${env.OFFICE_PORT}`)
    expect(output).toContain('khue-minh-hoa-2026')
    expect(output).toMatch(/truongban\.badinh@khue\.example .*chief_editor/)
    expect(existsSync(place)).toBe(true)
  })

  test('both ports say that they live and are ready, and each host shows its own portal', async () => {
    for (const port of [env.PORT, env.OFFICE_PORT]) {
      for (const address of ['healthz', 'readyz'])
        expect((await fetch(`http://localhost:${port}/${address}`)).status).toBe(200)
    }
    const [city, ward] = await Promise.all(
      ['localhost', 'ba-dinh.localhost'].map((host) => pageOf(host, Number(env.PORT))),
    )
    expect(city).toMatch(/<title>[^<]*[Tt]hành phố Hà Nội/)
    expect(ward).toMatch(/<title>[^<]*phường Ba Đình/)
    expect(city).toContain('Dữ liệu minh họa')
  })

  test('a second copy on the same data is refused in one sentence, and the first goes on', async () => {
    const second = khue(['serve'], { ...env, PORT: '0', OFFICE_PORT: '0' })
    expect(await second.ended).toBe(1)
    expect(second.output().trim().split('\n')).toHaveLength(1)
    expect(second.output()).toMatch(/Đang có một bản Khuê khác chạy .* hãy dừng bản đó/)
    expect((await fetch(`http://localhost:${env.PORT}/readyz`)).status).toBe(200)
  })

  test('other commands work while it runs, and leave it running', async () => {
    const verify = khue(['audit', 'verify'], env)
    expect(await verify.ended, verify.output()).toBe(0)
    expect(verify.output()).toContain('Nhật ký nguyên vẹn')
    expect((await fetch(`http://localhost:${env.PORT}/readyz`)).status).toBe(200)
  })

  test('killed with -9 and started again, it keeps all data and takes over the database server left behind', async () => {
    const before = await (await fetch(`http://localhost:${env.PORT}/sitemap.xml`)).text()
    first.child.kill('SIGKILL')
    await first.ended
    first = khue(['serve', '--role', 'all', '--demo'], env)
    await until(first, 'Cổng con (sub-portal)')
    expect(await (await fetch(`http://localhost:${env.PORT}/sitemap.xml`)).text()).toBe(before)
    expect(first.output()).not.toContain('Đang nạp')
  }, 60_000)

  test('SIGTERM, also when it arrives twice, ends it with code 0 and leaves neither a lock nor a database server', async () => {
    first.child.kill('SIGTERM')
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
    expect(existsSync(path.join(home, 'khue.lock'))).toBe(false)
    expect(existsSync(path.join(place, 'postmaster.pid'))).toBe(false)
  })

  test('the demo network can be taken away whole', async () => {
    const removed = khue(['demo', '--remove'], env)
    expect(await removed.ended, removed.output()).toBe(0)
    expect(removed.output()).toMatch(/Đã gỡ dữ liệu minh họa: 18 cổng, \d+ bài, \d+ tài khoản/)
    first = khue(['serve', '--demo'], env)
    await until(first, 'Tòa soạn (office)')
    expect((await fetch(`http://localhost:${env.PORT}/`)).status).toBe(421)
    expect(first.output()).not.toContain('khue-minh-hoa')
    const verify = khue(['audit', 'verify'], env)
    expect(await verify.ended, verify.output()).toBe(0)
  }, 60_000)
})

describe('what stands in the way is said in one sentence with the remedy, and nothing is damaged', () => {
  let database: TestDatabase
  const home = mkdtempSync(path.join(os.tmpdir(), 'khue-refused-'))
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(async () => {
    await database.drop()
    rmSync(home, { recursive: true, force: true })
  })

  async function refusal(env: Record<string, string>): Promise<string> {
    const started = khue(['serve'], {
      KHUE_HOME: home,
      DATABASE_URL: database.url,
      PORT: '0',
      OFFICE_PORT: '0',
      ...env,
    })
    expect(await started.ended, started.output()).toBe(1)
    const lines = started.output().trim().split('\n')
    expect(lines).toHaveLength(1)
    return lines[0] ?? ''
  }
  const execute = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query(sql)
    await client.end()
  }

  test('a busy port', async () => {
    const busy = createServer()
    const port = await freePort()
    await new Promise<void>((resolve) => busy.listen(port, '127.0.0.1', resolve))
    expect(await refusal({ PORT: String(port) })).toMatch(/Cổng mạng \d+ đang có chương trình khác dùng.*đặt PORT/)
    busy.close()
  })

  test('a database that cannot be reached', async () => {
    const port = await freePort()
    expect(await refusal({ DATABASE_URL: `postgres://khue@127.0.0.1:${port}/khue` })).toMatch(
      /Không kết nối được cơ sở dữ liệu.*hãy kiểm tra/,
    )
  })

  test('a folder that cannot be written', async () => {
    const file = path.join(home, 'a-file')
    writeFileSync(file, '')
    expect(await refusal({ DATABASE_URL: '', KHUE_HOME: path.join(file, 'var') })).toMatch(
      /Không ghi được vào thư mục .*KHUE_HOME/,
    )
  })

  test('a setting that is no number', async () => {
    expect(await refusal({ PORT: 'ba nghìn' })).toContain('PORT')
  })

  test('a database of a newer Khuê', async () => {
    await execute(`insert into migration (name, digest) values ('9999-from-tomorrow', 'x')`)
    expect(await refusal({})).toMatch(/mới hơn phiên bản Khuê này.*9999-from-tomorrow/)
    await execute(`delete from migration where name = '9999-from-tomorrow'`)
  })

  test('a migration that was edited after it was applied', async () => {
    await execute(`update migration set digest = 'other' || digest where name like '0001%'`)
    expect(await refusal({})).toMatch(/0001-text-and-roles khác với bản đã áp dụng/)
    await execute(`update migration set digest = substr(digest, 6) where name like '0001%'`)
  })

  test('and once mended it starts', async () => {
    const started = khue(['serve', '--role', 'office'], {
      KHUE_HOME: home,
      DATABASE_URL: database.url,
      PORT: '0',
      OFFICE_PORT: '0',
    })
    await until(started, 'Tòa soạn (office)')
    started.child.kill('SIGTERM')
    expect(await started.ended).toBe(0)
  })
})

test('every command explains itself with an example', async () => {
  const commands = [
    ['serve'],
    ['migrate'],
    ['demo'],
    ['site', 'create'],
    ['person', 'create'],
    ['import'],
    ['audit', 'verify'],
    ['doctor'],
  ]
  const helps = commands.map((command) => ({ command, help: khue([...command, '--help'], {}) }))
  for (const { command, help } of helps) {
    expect([await help.ended, help.output().includes('Ví dụ (example):\n')], command.join(' ')).toEqual([0, true])
  }
}, 60_000)

test('the launcher runs on whatever Node is on the path', () => {
  const launched = spawnSync(path.join(root, 'bin/khue.js'), ['--help'], {
    cwd: os.tmpdir(),
    encoding: 'utf8',
    env: { PATH: `/usr/bin:/bin:${path.join(root, 'node_modules/.bin')}` },
  })
  expect(launched.status, launched.stderr).toBe(0)
  expect(launched.stdout).toContain('khue')
  expect(readFileSync(path.join(root, 'bin/khue.js'), 'utf8')).toContain('node_modules/node/bin/node')
})
