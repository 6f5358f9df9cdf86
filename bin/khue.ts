import { Command } from 'commander'
import { addAuditCommands } from './commands/audit.ts'
import { addDemoCommand } from './commands/demo.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addImportCommand } from './commands/import.ts'
import { addKeysCommands } from './commands/keys.ts'
import { addMigrateCommand } from './commands/migrate.ts'
import { addPersonCommands } from './commands/person.ts'
import { addServeCommand } from './commands/serve.ts'
import { addSiteCommands } from './commands/site.ts'
import { addStatsCommand } from './commands/stats.ts'

const khue = new Command('khue')
  .description(
    'Khuê: cổng thông tin điện tử cho cả mạng lưới của một tỉnh, thành phố (portals for a whole province or city)',
  )
  .addHelpText('after', '\nVí dụ (example):\n  khue serve --role all\n\nMỗi lệnh có trợ giúp riêng: khue <lệnh> --help')
  .showHelpAfterError('(Xem khue --help để biết cách dùng)')
for (const add of [
  addServeCommand,
  addMigrateCommand,
  addDemoCommand,
  addSiteCommands,
  addPersonCommands,
  addImportCommand,
  addAuditCommands,
  addKeysCommands,
  addStatsCommand,
  addDoctorCommand,
]) {
  add(khue)
}
await khue.parseAsync()
