import { spawn } from 'node:child_process'
import path from 'node:path'
import { Option, type Command } from 'commander'
import { holdsDemo, startKhue, type Khue, type ProcessRole } from '../../src/app.ts'
import { readConfig, type Config } from '../../src/config.ts'
import { connect } from '../../src/database/connect.ts'
import { refuseUnlessCurrent } from '../../src/database/migrate.ts'
import { openDatabase, type OpenDatabase } from '../../src/database/open.ts'
import { isUnreachable } from '../../src/database/unreachable.ts'
import { holdsPages } from '../../src/delivery/store/snapshot.ts'
import { createLogger } from '../../src/logger.ts'
import { pagesOf } from '../../src/public-app.ts'
import { lacksDemoCases, mayLoadDemo } from '../../demo/may-load-demo.ts'
import { demoPassword, demoPeople } from '../../demo/network.ts'
import { prepare, sentence } from './run.ts'

export function addServeCommand(khue: Command): void {
  khue
    .command('serve')
    .description('chạy mặt công khai, tòa soạn và các việc nền (serve the public face, the office and the jobs)')
    .addOption(
      new Option('--role <role>', 'phần cần chạy').choices(['all', 'delivery', 'office', 'worker']).default('all'),
    )
    .option('--workers <n>', 'số tiến trình của mặt công khai, hoặc auto: một cho mỗi lõi (delivery processes)')
    .option('--demo', 'nạp mạng lưới minh họa khi cơ sở dữ liệu còn trống')
    .addHelpText('after', '\nVí dụ (example):\n  PORT=8080 khue serve --role delivery --workers auto')
    .action(sentence(serve))
}

interface ServeOptions {
  role: ProcessRole
  workers?: string
  demo?: boolean
}

async function serve({ role, workers, demo }: ServeOptions): Promise<void> {
  const config = readConfig({ ...process.env, ...(workers !== undefined && { WORKERS: workers }) })
  const logger = createLogger(config.logLevel)
  const { database, away } = await openOrGoOn(config, role)
  let khue: Khue | undefined
  let loading = nothingLoads
  try {
    // The public face alone needs no right to change the database.
    if (!away) await (role === 'delivery' ? refuseUnlessCurrent(database.url) : prepare(database.url))
    if (demo && role !== 'delivery') loading = await loadDemoOnce(database.url)
    khue = await startKhue(config, database.url, role, logger)
  } catch (error) {
    await loading.rest()
    await database.close()
    throw error
  }
  stopOnSignal(khue, database, loading.rest)
  await announce(config, { database, away }, khue)
  loading.goOn()
}

interface Opened {
  database: OpenDatabase
  /** The database cannot be reached, and the public face goes on with the pages it held before. */
  away: boolean
}

/** Reaches the database; a public face alone that held pages when it last ran may do without for now. @throws as openDatabase(). */
async function openOrGoOn(config: Config, role: ProcessRole): Promise<Opened> {
  try {
    return { database: await openDatabase(config, true), away: false }
  } catch (error) {
    const url = config.databaseUrl
    if (role !== 'delivery' || !url || !isUnreachable(error) || !holdsPages(pagesOf(config, 1))) throw error
    console.error(
      `${(error as Error).message}\nMặt công khai chạy tiếp với các trang đã giữ, và thử kết nối lại. (Serving the pages held before.)`,
    )
    return { database: { url, place: new URL(url).host, close: async () => {} }, away: true }
  }
}

/** Loads the demo where there is none. Ends as soon as its network is there; what still loads goes on once Khuê serves. */
async function loadDemoOnce(url: string): Promise<Loading> {
  const db = connect(url, 'khue_office', 4)
  try {
    const empty = await mayLoadDemo(db)
    if (empty) console.log('Đang nạp mạng lưới minh họa… (loading the demo network)')
    return empty || (await lacksDemoCases(db)) ? await loadDemoApart(url) : nothingLoads
  } finally {
    await db.destroy()
  }
}

/** What still loads while Khuê starts. */
interface Loading {
  /** Lets it go on, once the first pages are served. */
  goOn(): void
  /** Ends it, with nothing half done. */
  rest(): Promise<void>
}
const nothingLoads: Loading = { goOn: () => {}, rest: () => Promise.resolve() }

/**
 * Loads the demo in a process of its own, whose memory (drawn pictures, mostly) goes with it. What stands on the desks of the network
 * follows in a second commit, while the first pages are served; ended before that, it is loaded by the next start.
 */
function loadDemoApart(url: string): Promise<Loading> {
  const program = path.resolve(import.meta.dirname, '../load-demo.ts')
  const env = { ...process.env, DATABASE_URL: url }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, program], {
      env,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    })
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    const rest = async (): Promise<void> => {
      child.kill('SIGKILL')
      await ended
    }
    child.once('error', reject)
    const goOn = (): void => {
      if (child.connected) child.send('served')
    }
    child.once('message', () => resolve({ goOn, rest }))
    child.once('exit', (code) => {
      if (code === 0) return resolve(nothingLoads)
      const message = `Không nạp được mạng lưới minh họa (mã ${code}). (The demo network was not loaded.)`
      if (code !== null) console.error(message)
      reject(new Error(message))
    })
  })
}

/**
 * SIGTERM and SIGINT finish what is at work, then end. A second signal two seconds later or more ends at once; sooner it is the
 * same wish arriving twice, as when Ctrl+C reaches npm and its child alike.
 */
function stopOnSignal(khue: Khue, database: OpenDatabase, endLoading: () => Promise<void>): void {
  let stoppingSince: number | undefined
  const stop = async (): Promise<void> => {
    if (stoppingSince !== undefined) {
      if (Date.now() - stoppingSince > 2000) process.exit(1)
      return
    }
    stoppingSince = Date.now()
    await endLoading()
    await khue.stop().catch((error: unknown) => console.error(error))
    await database.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

async function announce(config: Config, { database, away }: Opened, khue: Khue): Promise<void> {
  const lines = ['', 'Khuê đã sẵn sàng (ready)']
  if (khue.ports.delivery) lines.push(`  Mặt công khai (public):  http://localhost:${khue.ports.delivery}`)
  if (khue.ports.office) lines.push(`  Tòa soạn (office):       http://localhost:${khue.ports.office}`)
  lines.push(`  Dữ liệu (data):          ${database.place}; tệp (files): ${config.home}/files`)
  if (away) return console.log(lines.join('\n'))
  const db = connect(database.url, khue.ports.office ? 'khue_office' : 'khue_delivery', 1)
  try {
    if (await holdsDemo(db)) lines.push(...demoLines(khue))
  } finally {
    await db.destroy()
  }
  console.log(lines.join('\n'))
}

function demoLines(khue: Khue): string[] {
  const shown = demoPeople.filter((person) =>
    person.memberships.some(({ site }) => site === null || site === 'thanh-pho' || site === 'ba-dinh'),
  )
  return [
    `  Cổng con (sub-portal):   http://ba-dinh.localhost:${khue.ports.delivery ?? ''}`,
    '',
    '  Mạng lưới minh họa (demo network); không bắt buộc xác thực hai bước (second factor relaxed).',
    `  Mật khẩu mọi tài khoản minh họa (password of every demo account): ${demoPassword}`,
    ...shown.map(
      (person) =>
        `    ${person.email.padEnd(34)} ${person.fullName} (${person.memberships.map(({ role }) => role).join(', ')})`,
    ),
  ]
}
