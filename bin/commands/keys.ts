import type { Command } from 'commander'
import type { Workplace } from './run.ts'
import { keyringFile, makePrivateKey, openKeyring } from '../../src/sealing/keyring.ts'
import { dropKey } from '../../src/sealing/drop-key.ts'
import { sealedByKey, sealingKeys } from '../../src/sealing/queries.ts'
import { registerKeyring } from '../../src/sealing/register-keyring.ts'
import { reseal } from '../../src/sealing/reseal.ts'
import { rotateKey } from '../../src/sealing/rotate-key.ts'
import { inTransaction } from '../../src/database/connect.ts'
import { sentence, withDatabase } from './run.ts'

export function addKeysCommands(khue: Command): void {
  const keys = khue
    .command('keys')
    .description('khóa niêm phong dữ liệu của người dân (keys that seal what citizens send)')
    .addHelpText(
      'after',
      '\nĐổi khóa (renewing):\n  khue keys rotate\n  khue keys reseal\n  khue keys drop <khóa cũ>\n\nSao lưu tệp khóa ở nơi an toàn: mất khóa là mất dữ liệu. (Back the keys up: without them the data are gone.)',
    )
  keys
    .command('list')
    .description('liệt kê các khóa, số nội dung mỗi khóa đang niêm phong, và khóa nào chùm khóa còn thiếu')
    .action(sentence(() => withDatabase(listKeys)))
  keys
    .command('make')
    .description('in ra một khóa mới, để đưa vào nơi giữ biến SEALING_KEYS (print a new private key)')
    .action(
      sentence(async () => {
        console.log(JSON.stringify(await makePrivateKey()))
      }),
    )
  keys
    .command('rotate')
    .description('từ nay niêm phong bằng một khóa mới; khóa cũ vẫn được giữ để mở (seal with a new key from now on)')
    .option('--to <kid>', 'dùng khóa này, đã có trong chùm khóa')
    .action(
      sentence(({ to }: { to?: string }) =>
        withDatabase(async ({ db, config }) => {
          const { kid } = await rotateKey(db, config, to)
          console.log(
            `Từ nay niêm phong bằng khóa ${kid}. Hãy sao lưu ${keyringFile(config) ?? 'SEALING_KEYS'} ngay. (Back up the keyring now.)`,
          )
        }),
      ),
    )
  keys
    .command('reseal')
    .description('niêm phong lại mọi nội dung bằng khóa đang dùng; bị ngắt thì chạy lại (seal everything anew)')
    .action(sentence(() => withDatabase(resealAll)))
  keys
    .command('drop')
    .description('bỏ một khóa không còn niêm phong nội dung nào (drop a key nothing is sealed with)')
    .argument('<kid>', 'tên khóa, như khue keys list in ra')
    .action(
      sentence((kid: string) =>
        withDatabase(async ({ db, config }) => {
          await dropKey(db, config, kid)
          console.log(
            `Đã bỏ khóa ${kid}. Bản sao lưu cũ còn niêm phong bằng khóa này chỉ mở được nếu bạn giữ khóa ở nơi khác. (Dropped.)`,
          )
        }),
      ),
    )
}

async function listKeys({ db, config }: Workplace): Promise<void> {
  const keyring = openKeyring(config)
  await inTransaction(db, (tx) => registerKeyring(tx, keyring))
  const held = new Set(keyring.publicKeys().map(({ kid }) => kid))
  const values = await sealedByKey(db)
  const rows = await sealingKeys(db)
  console.log(`Chùm khóa (keyring): ${keyringFile(config) ?? 'SEALING_KEYS'}`)
  if (rows.length === 0) console.log('Chưa có khóa nào: khóa được tạo khi chạy khue serve lần đầu. (None yet.)')
  for (const { kid, createdAt, retiredAt } of rows) {
    const state = retiredAt ? 'để mở (reading)' : 'đang dùng (active)'
    const missing = held.has(kid) ? '' : '  thiếu trong chùm khóa (missing)'
    console.log(
      `  ${kid}  ${createdAt.toISOString().slice(0, 10)}  ${state}  ${values.get(kid) ?? 0} nội dung (values)${missing}`,
    )
  }
}

async function resealAll({ db, config }: Workplace): Promise<void> {
  const { resealed, unopened } = await reseal(db, openKeyring(config))
  console.log(`Đã niêm phong lại ${resealed} nội dung. (${resealed} values sealed anew.)`)
  if (unopened > 0)
    throw new Error(
      `${unopened} nội dung không mở được vì thiếu khóa hoặc bị hỏng: xem khue keys list. (${unopened} values could not be opened.)`,
    )
}
