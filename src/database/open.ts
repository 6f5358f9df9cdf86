import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { Config } from '../config.ts'
import { startEmbedded } from './embedded.ts'

/** The database of this installation, reached. */
export interface OpenDatabase {
  /** As the owner; roles are taken at connect. */
  url: string
  /** Where the data lies, for people. */
  place: string
  /** Ends the embedded server if this process started it. */
  close(): Promise<void>
}

/** A second process was found serving the same data. */
export class AlreadyRunning extends Error {}

/**
 * Reaches the database: DATABASE_URL, or the embedded PostgreSQL. `alone`: refuse when another process serves this
 * data (khue serve); otherwise (other commands) its running server is used and left running.
 * @throws AlreadyRunning, or Error with one sentence and the remedy.
 */
export async function openDatabase(config: Config, alone: boolean): Promise<OpenDatabase> {
  if (config.databaseUrl) {
    await reach(config.databaseUrl)
    return { url: config.databaseUrl, place: new URL(config.databaseUrl).host, close: async () => {} }
  }
  const release = takeLock(config.home)
  if (!release && alone) {
    throw new AlreadyRunning(
      `Đang có một bản Khuê khác chạy trên thư mục ${config.home}: hãy dừng bản đó, hoặc đặt KHUE_HOME sang thư mục khác. ` +
        `(Another Khuê already runs on this data.)`,
    )
  }
  try {
    const server = await startEmbedded(config.home)
    return {
      url: server.url,
      place: server.dataDir,
      async close() {
        if (!release) return
        await server.stop()
        release()
      },
    }
  } catch (error) {
    release?.()
    throw error
  }
}

async function reach(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    )
    if (rows[0]!.version < 150_000)
      throw new Error(`PostgreSQL ${rows[0]!.version} quá cũ: cần bản 15 trở lên (PostgreSQL 15 or later is needed)`)
    if (rows[0]!.encoding !== 'UTF8')
      throw new Error(`Cơ sở dữ liệu dùng bảng mã ${rows[0]!.encoding}: hãy tạo lại với UTF8 (UTF8 is needed)`)
  } catch (error) {
    const { message } = error as Error
    if (message.includes('PostgreSQL') || message.includes('UTF8')) throw error
    throw new Error(
      `Không kết nối được cơ sở dữ liệu ở DATABASE_URL (${message}): hãy kiểm tra địa chỉ, mật khẩu và máy chủ. (Database unreachable.)`,
      {
        cause: error,
      },
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** Takes the lock of a state folder; undefined when a living process holds it. A lock of a dead process is taken over. */
function takeLock(home: string): (() => void) | undefined {
  const file = path.join(home, 'khue.lock')
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, `${process.pid} ${startedAt(process.pid)}\n`, { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // No folder yet, or not writable: startEmbedded() makes it or says so.
      if (code === 'ENOENT') return takeLockIn(home)
      if (code !== 'EEXIST') return () => {}
      if (lockIsHeld(file)) return undefined
      const stale = `${file}.${process.pid}`
      try {
        renameSync(file, stale)
        rmSync(stale, { force: true })
      } catch {
        // Another process was quicker; look again.
      }
    }
  }
  return undefined
}

function takeLockIn(home: string): (() => void) | undefined {
  try {
    mkdirSync(home, { recursive: true })
  } catch {
    return () => {}
  }
  return takeLock(home)
}

function lockIsHeld(file: string): boolean {
  try {
    const [pid, started] = readFileSync(file, 'utf8').trim().split(' ')
    process.kill(Number(pid), 0)
    return started === startedAt(Number(pid))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Start time of a process where the system tells it, so a reused number is not taken for the old process. */
function startedAt(pid: number): string {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return '-'
  const stat = readFileSync(file, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-'
}
