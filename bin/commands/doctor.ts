import { accessSync, constants, statfsSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import pg from 'pg'
import { verifyChain } from '../../src/audit/verify-chain.ts'
import { readConfig, type Config } from '../../src/config.ts'
import { connect, type Database } from '../../src/database/connect.ts'
import { migrationState } from '../../src/database/migrate.ts'
import { openDatabase } from '../../src/database/open.ts'
import { dueButNotLive } from '../../src/editions/queries.ts'
import { storedName } from '../../src/media/file-kinds.ts'
import { openFileStore } from '../../src/media/file-store.ts'
import { daysNotForgotten } from '../../src/statistics/queries.ts'
import { openSpool } from '../../src/statistics/spool.ts'
import { sealingFinding } from './doctor-sealing.ts'
import { sentence } from './run.ts'

/** One thing looked at: fine, or what to mend. A warning does not fail the command. */
interface Finding {
  what: string
  fault?: string
  warning?: string
}

export function addDoctorCommand(khue: Command): void {
  khue
    .command('doctor')
    .description('kiểm tra toàn bộ hệ thống và nói rõ chỗ cần sửa (check the installation and say what to mend)')
    .addHelpText('after', '\nVí dụ (example):\n  khue doctor')
    .action(
      sentence(async () => {
        const config = readConfig(process.env)
        const findings = [...machineFindings(config), ...(await databaseFindings(config))]
        for (const { what, fault, warning } of findings) {
          console.log(`${fault ? '✗' : warning ? '!' : '✓'} ${what}${fault || warning ? `: ${fault ?? warning}` : ''}`)
        }
        const faults = findings.filter((finding) => finding.fault)
        if (faults.length > 0) throw new Error(`${faults.length} chỗ cần sửa. (${faults.length} things to mend.)`)
        console.log('Hệ thống ổn. (All is well.)')
      }),
    )
}

function machineFindings(config: Config): Finding[] {
  const major = Number(process.versions.node.split('.')[0])
  return [
    {
      what: `Node ${process.versions.node}`,
      fault: major < 24 ? 'cần Node 24 trở lên: chạy qua npm hoặc bin/khue.js' : undefined,
    },
    folderFinding(config.home),
    {
      what: 'Gửi thư (SMTP)',
      warning: config.smtpUrl ? undefined : 'chưa đặt SMTP_URL: thư chỉ đọc được trong tòa soạn, mục Thư đi',
    },
    {
      what: `Địa chỉ tòa soạn ${config.officeUrl}`,
      warning: config.officeUrl.startsWith('https:')
        ? undefined
        : 'không qua TLS: chỉ dùng để thử, khi vận hành hãy đặt OFFICE_URL=https://…',
    },
  ]
}

function folderFinding(home: string): Finding {
  const what = `Thư mục dữ liệu ${home}`
  try {
    accessSync(home, constants.W_OK)
    const { bavail, bsize } = statfsSync(home)
    const free = bavail * bsize
    if (free < 500_000_000) return { what, fault: `chỉ còn ${Math.round(free / 1e6)} MB trống: hãy dọn đĩa` }
    const secret = statSync(path.join(home, 'secret'), { throwIfNoEntry: false })
    if (secret && (secret.mode & 0o077) !== 0)
      return { what, fault: 'tệp secret đọc được bởi người khác: chạy chmod 600 cho tệp đó' }
    return { what }
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return missing
      ? { what, warning: 'chưa có: khue serve sẽ tạo khi chạy lần đầu' }
      : { what, fault: 'không ghi được: hãy cấp quyền ghi' }
  }
}

async function databaseFindings(config: Config): Promise<Finding[]> {
  let database
  try {
    database = await openDatabase(config, false)
  } catch (error) {
    return [{ what: 'Cơ sở dữ liệu', fault: (error as Error).message }]
  }
  const db = connect(database.url, 'khue_office', 2)
  try {
    const schema = await schemaFindings(database.url)
    if (schema.some((finding) => finding.fault)) return schema
    return [...schema, ...(await contentFindings(db, config))]
  } finally {
    await db.destroy()
    await database.close()
  }
}

async function schemaFindings(url: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client
      .query<{ version: string; icu: boolean; delivery: boolean }>(
        `select current_setting('server_version') as version, exists (select from pg_collation where collname = 'vi-x-icu') as icu,
         pg_has_role(current_user, 'khue_delivery', 'member') and pg_has_role(current_user, 'khue_office', 'member') as delivery
       where exists (select from pg_roles where rolname = 'khue_delivery') or true`,
      )
      .catch(() => ({ rows: [] }))
    const state = await migrationState(client)
    const facts = rows[0]
    return [
      {
        what: `PostgreSQL ${facts?.version ?? ''}`,
        fault: facts?.icu === false ? 'thiếu bộ sắp xếp vi-x-icu: dùng bản PostgreSQL có ICU' : undefined,
      },
      {
        what: 'Vai trò khue_office, khue_delivery',
        fault: facts?.delivery
          ? undefined
          : 'chưa có hoặc chưa cấp cho chủ cơ sở dữ liệu: chạy khue migrate bằng tài khoản có quyền CREATEROLE',
      },
      { what: `Migration (${state.applied.length})`, fault: migrationFault(state) },
    ]
  } finally {
    await client.end()
  }
}

function migrationFault(state: Awaited<ReturnType<typeof migrationState>>): string | undefined {
  if (state.pending.length > 0) return `còn thiếu ${state.pending.join(', ')}: chạy khue migrate`
  if (state.unknown.length > 0)
    return `cơ sở dữ liệu mới hơn chương trình (${state.unknown[0]}): dùng phiên bản Khuê mới hơn`
  if (state.changed.length > 0) return `tệp ${state.changed[0]} đã bị sửa sau khi áp dụng: lấy lại tệp gốc`
  return undefined
}

async function contentFindings(db: Database, config: Config): Promise<Finding[]> {
  const [proof, late, sites, mails, lost, unforgotten] = await Promise.all([
    verifyChain(db),
    dueButNotLive(db),
    sitesWithGaps(db),
    db
      .selectFrom('outboxMail')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('sentAt', 'is', null)
      .where('attempts', '>=', 5)
      .executeTakeFirstOrThrow(),
    missingFiles(db, config),
    daysNotForgotten(db),
  ])
  return [
    {
      what: `Chuỗi băm của nhật ký (${proof.events} sự kiện)`,
      fault: proof.ok ? undefined : `${proof.faults.length} chỗ sai: chạy khue audit verify`,
    },
    {
      what: 'Bài hẹn giờ',
      fault:
        late.length > 0
          ? `${late.length} bài đã đến giờ mà chưa lên: kiểm tra khue serve --role worker có đang chạy`
          : undefined,
    },
    {
      what: 'Thông tin các cổng',
      warning: sites.length > 0 ? `thiếu thông tin bắt buộc ở chân trang hoặc địa chỉ: ${sites.join('; ')}` : undefined,
    },
    { what: 'Thư đi', warning: mails.count > 0 ? `${mails.count} thư gửi không được: xem mục Thư đi` : undefined },
    await sealingFinding(db, config),
    statisticsFinding(unforgotten, openSpool(config.home).list().length),
    {
      what: 'Tệp của thư viện',
      fault:
        lost.length > 0
          ? `mất ${lost.length} tệp (${lost.slice(0, 3).join(', ')}…): khôi phục thư mục files từ bản sao lưu`
          : undefined,
    },
  ]
}

function statisticsFinding(unforgotten: readonly string[], waiting: number): Finding {
  const what = 'Thống kê truy cập'
  if (unforgotten.length > 0)
    return {
      what,
      fault: `dấu vết người đọc của ngày ${unforgotten.join(', ')} chưa được xóa: kiểm tra khue serve --role worker có đang chạy`,
    }
  const warning = `${waiting} tệp số đếm chờ trong thư mục statistics: mặt công khai sẽ đưa vào khi chạy và có cơ sở dữ liệu`
  return waiting > 0 ? { what, warning } : { what }
}

async function sitesWithGaps(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('site')
    .select(['key'])
    .where('closedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('agency', '=', ''),
        eb('governingBody', '=', ''),
        eb('responsiblePerson', '=', ''),
        eb('address', '=', ''),
        eb('phone', '=', ''),
        eb('email', '=', ''),
        eb.not(eb.exists(eb.selectFrom('siteHost').select('host').whereRef('siteHost.siteId', '=', 'site.id'))),
      ]),
    )
    .execute()
  return rows.map((row) => row.key)
}

/** Looks for the files of the newest 1,000 rows of the library. */
async function missingFiles(db: Database, config: Config): Promise<string[]> {
  const store = openFileStore(path.join(config.home, 'files'))
  const rows = await db
    .selectFrom('media')
    .select(['id', 'sha256', 'mime', 'name'])
    .where('state', '=', 'ready')
    .orderBy('id', 'desc')
    .limit(1000)
    .execute()
  const missing: string[] = []
  for (const row of rows) {
    if ((await store.size(storedName(row))) === undefined) missing.push(row.name)
  }
  return missing
}
