import { Option, type Command } from 'commander'
import { inTransaction } from '../../src/database/connect.ts'
import { roles, type Role } from '../../src/people/actor.ts'
import { createPersonFromShell } from '../../src/people/create-person.ts'
import { NotFound, Refused } from '../../src/refusals.ts'
import { sentence, withDatabase } from './run.ts'

interface PersonOptions {
  email: string
  name: string
  role: Role
  site?: string
  password?: string
}

export function addPersonCommands(khue: Command): void {
  khue
    .command('person')
    .description('người dùng của tòa soạn (people of the office)')
    .command('create')
    .description('tạo người dùng với vai trò đầu tiên (create a person with a first role)')
    .requiredOption('--email <email>', 'thư điện tử, dùng để đăng nhập')
    .requiredOption('--name <name>', 'họ tên')
    .addOption(new Option('--role <role>', 'vai trò').choices([...roles]).makeOptionMandatory())
    .option('--site <key>', 'mã cổng; bỏ trống với quản trị mạng lưới và kiểm tra toàn mạng')
    .option('--password <password>', 'mật khẩu; bỏ trống thì in ra đường dẫn đặt mật khẩu, dùng được 72 giờ')
    .addHelpText(
      'after',
      '\nVí dụ (example):\n  khue person create --email lan@example.vn --name "Nguyễn Thị Lan" --role chief_editor --site ba-dinh',
    )
    .action(
      sentence((options: PersonOptions) =>
        withDatabase(async ({ config, db }) => {
          const made = await inTransaction(db, (tx) =>
            createPersonFromShell(tx, { ...options, officeUrl: config.officeUrl }),
          ).catch((error: unknown) => {
            if (error instanceof NotFound)
              throw new Error(`Không có cổng nào có mã ${options.site}: xem khue site create --help`)
            if (error instanceof Refused) throw new Error(error.reasons.join(' '))
            throw error
          })
          console.log(`Đã tạo ${options.name} <${options.email}>.`)
          if (made.link) console.log(`Đặt mật khẩu tại (trong 72 giờ): ${made.link}`)
        }),
      ),
    )
}
