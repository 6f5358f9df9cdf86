import path from 'node:path'
import type { Command } from 'commander'
import { importInto } from '../../src/imports/import-into.ts'
import { printReport, progressBar } from '../../src/imports/report.ts'
import { kinds } from '../../src/kinds.ts'
import { openFileStore } from '../../src/media/file-store.ts'
import { actorByEmail } from '../../src/people/queries.ts'
import { Forbidden, NotFound } from '../../src/refusals.ts'
import { sentence, withDatabase } from './run.ts'

interface ImportOptions {
  site: string
  by: string
  dryRun?: boolean
}

export function addImportCommand(khue: Command): void {
  khue
    .command('import <path>')
    .description('nhập bài từ WordPress (WXR), RSS/Atom, thư mục HTML hoặc văn bản, JSON lines (import articles)')
    .requiredOption('--site <key>', 'cổng nhận bài')
    .requiredOption('--by <email>', 'người chịu trách nhiệm nhập: trưởng ban biên tập của cổng')
    .option('--dry-run', 'chỉ đọc và báo cáo, không ghi gì')
    .addHelpText(
      'after',
      '\nVí dụ (example):\n  khue import trang-cu.xml --site ba-dinh --by truongban@example.vn --dry-run',
    )
    .action(sentence(importFrom))
}

const importFrom = (source: string, options: ImportOptions): Promise<void> =>
  withDatabase(async ({ config, db, logger }) => {
    const by = await actorByEmail(db, options.by)
    if (!by) throw new Error(`Không có người dùng nào có thư điện tử ${options.by}: xem khue person create --help`)
    try {
      const report = await importInto({
        db,
        kinds,
        by,
        logger,
        files: openFileStore(path.join(config.home, 'files')),
        site: options.site,
        path: path.resolve(source),
        dryRun: options.dryRun ?? false,
        onProgress: progressBar(process.stderr),
      })
      console.log(printReport(report))
    } catch (error) {
      if (error instanceof NotFound)
        throw new Error(`Không có cổng nào có mã ${options.site}: xem khue site create --help`, { cause: error })
      if (error instanceof Forbidden) {
        throw new Error(
          `${options.by} không phải trưởng ban biên tập của cổng ${options.site}: nhập bài là một lần duyệt đăng. (Chief editor needed.)`,
          { cause: error },
        )
      }
      throw error
    }
  })
