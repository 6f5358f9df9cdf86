import type { Command } from 'commander'
import { mayLoadDemo } from '../../demo/may-load-demo.ts'
import { demoPassword } from '../../demo/network.ts'
import { removeDemo } from '../../demo/remove-demo.ts'
import { createLogger } from '../../src/logger.ts'
import { sentence, withDatabase } from './run.ts'

export function addDemoCommand(khue: Command): void {
  khue
    .command('demo')
    .description('nạp mạng lưới minh họa, hoặc gỡ đi với --remove (load or remove the demo network)')
    .option('--remove', 'gỡ toàn bộ dữ liệu minh họa')
    .addHelpText('after', '\nVí dụ (example):\n  khue demo --remove')
    .action(
      sentence(({ remove }: { remove?: boolean }) =>
        withDatabase(async ({ config, url, db }) => {
          if (remove) {
            const counts = await removeDemo({ url, config })
            console.log(
              `Đã gỡ dữ liệu minh họa: ${counts.sites} cổng, ${counts.entries} bài, ${counts.people} tài khoản. Nếu Khuê đang chạy, hãy khởi động lại.`,
            )
            return
          }
          if (!(await mayLoadDemo(db)))
            throw new Error('Cơ sở dữ liệu đã có cổng: chỉ nạp dữ liệu minh họa vào cơ sở dữ liệu trống. (Not empty.)')
          // Drawing and signing are loaded only where they are used: every command passes this file.
          const { loadDemo } = await import('../../demo/load-demo.ts')
          await loadDemo({ url, config })
          const { loadDemoCases } = await import('../../demo/load-cases.ts')
          await loadDemoCases({ url, config, logger: createLogger(config.logLevel) })
          console.log(`Đã nạp mạng lưới minh họa. Mật khẩu mọi tài khoản: ${demoPassword}`)
        }),
      ),
    )
}
