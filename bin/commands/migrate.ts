import type { Command } from 'commander'
import { readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/database/open.ts'
import { prepare, sentence } from './run.ts'

export function addMigrateCommand(khue: Command): void {
  khue
    .command('migrate')
    .description('đưa cơ sở dữ liệu lên phiên bản hiện tại (bring the database up to date)')
    .addHelpText('after', '\nVí dụ (example):\n  DATABASE_URL=postgres://khue@db/khue khue migrate')
    .action(
      sentence(async () => {
        const database = await openDatabase(readConfig(process.env), false)
        try {
          const applied = await prepare(database.url)
          console.log(
            applied.length === 0 ? 'Cơ sở dữ liệu đã ở phiên bản hiện tại.' : `Đã áp dụng: ${applied.join(', ')}`,
          )
        } finally {
          await database.close()
        }
      }),
    )
}
