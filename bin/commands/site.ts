import { Option, type Command } from 'commander'
import { inTransaction, type Database } from '../../src/database/connect.ts'
import { kinds } from '../../src/kinds.ts'
import { Refused } from '../../src/refusals.ts'
import { createSite } from '../../src/sites/create-site.ts'
import { loadUnits } from '../../src/sites/load-units.ts'
import { sentence, withDatabase } from './run.ts'

interface SiteOptions {
  key: string
  name: string
  shortName?: string
  host: string[]
  unit: string
  parent?: string
  template: 'city' | 'department' | 'ward'
  theme: string
  chain: 'full' | 'short'
  agency: string
  governingBody: string
  responsible: string
  address: string
  phone: string
  email: string
}

export function addSiteCommands(khue: Command): void {
  khue
    .command('site')
    .description('các cổng của mạng lưới (portals of the network)')
    .command('create')
    .description('mở một cổng (open a portal)')
    .requiredOption('--key <key>', 'mã cổng: chữ thường không dấu, ví dụ ba-dinh')
    .requiredOption('--name <name>', 'tên đầy đủ của cổng')
    .option('--short-name <name>', 'tên ngắn')
    .requiredOption('--host <host...>', 'tên miền, tên đầu là tên chính')
    .requiredOption(
      '--unit <code>',
      'mã đơn vị hành chính, ví dụ 00004 là phường Ba Đình; với một sở, dùng mã của tỉnh',
    )
    .option('--parent <key>', 'mã cổng cấp trên')
    .addOption(
      new Option('--template <template>', 'mẫu chuyên mục').choices(['city', 'department', 'ward']).default('ward'),
    )
    .option('--theme <theme>', 'giao diện: lotus, jade, indigo, amber', 'lotus')
    .addOption(new Option('--chain <chain>', 'quy trình duyệt').choices(['full', 'short']).default('full'))
    .requiredOption('--agency <text>', 'cơ quan chủ trì cổng')
    .requiredOption('--governing-body <text>', 'cơ quan chủ quản')
    .requiredOption('--responsible <text>', 'người chịu trách nhiệm nội dung')
    .requiredOption('--address <text>', 'địa chỉ')
    .requiredOption('--phone <text>', 'điện thoại')
    .requiredOption('--email <text>', 'thư điện tử')
    .addHelpText('after', example)
    .action(sentence((options: SiteOptions) => withDatabase(({ db }) => create(db, options))))
}

const example = `
Ví dụ (example):
  khue site create --key ba-dinh --name "Cổng thông tin điện tử phường Ba Đình" --host badinh.hanoi.gov.vn --unit 00004 \\
    --agency "UBND phường Ba Đình" --governing-body "UBND thành phố Hà Nội" --responsible "Chủ tịch UBND phường" \\
    --address "2 Trúc Bạch" --phone "024 0000 0000" --email "phuongbadinh@example.vn"`

async function create(db: Database, options: SiteOptions): Promise<void> {
  try {
    await inTransaction(db, async (tx) => {
      await loadUnits(tx, {})
      const unit = await tx
        .selectFrom('unit')
        .select('id')
        .where('code', '=', options.unit)
        .where('validTo', 'is', null)
        .executeTakeFirst()
      if (!unit) throw new Error(`Không có đơn vị nào mang mã ${options.unit}: xem danh mục trong tòa soạn, mục Đơn vị`)
      const parent = options.parent
        ? await tx.selectFrom('site').select('id').where('key', '=', options.parent).executeTakeFirst()
        : undefined
      if (options.parent && !parent) throw new Error(`Không có cổng cấp trên nào có mã ${options.parent}`)
      await createSite(
        tx,
        { system: 'khue site create' },
        {
          key: options.key,
          name: options.name,
          shortName: options.shortName ?? options.name,
          tagline: '',
          unitId: unit.id,
          parentId: parent?.id ?? null,
          template: options.template,
          theme: options.theme,
          hosts: options.host,
          chain: options.chain,
          agency: options.agency,
          governingBody: options.governingBody,
          responsiblePerson: options.responsible,
          address: options.address,
          phone: options.phone,
          email: options.email,
        },
        kinds,
      )
    })
  } catch (error) {
    if (error instanceof Refused) throw new Error(error.reasons.join(' '), { cause: error })
    throw error
  }
  console.log(
    `Đã mở cổng ${options.key} tại ${options.host.join(', ')}. Bước tiếp theo: khue person create --site ${options.key} …`,
  )
}
