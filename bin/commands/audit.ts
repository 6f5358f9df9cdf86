import type { Command } from 'commander'
import { verifyChain } from '../../src/audit/verify-chain.ts'
import { sentence, withDatabase } from './run.ts'

export function addAuditCommands(khue: Command): void {
  khue
    .command('audit')
    .description('nhật ký (the audit log)')
    .command('verify')
    .description('kiểm tra chuỗi băm của nhật ký: dòng nào bị sửa, xóa, chèn sẽ bị nêu tên (prove the hash chain)')
    .option(
      '--anchor <id:hash>',
      'đầu chuỗi đã ghi lại ở nơi khác trước đây: phát hiện cả khi toàn bộ chuỗi bị viết lại',
    )
    .addHelpText(
      'after',
      '\nVí dụ (example):\n  khue audit verify --anchor 120:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    )
    .action(
      sentence((options: { anchor?: string }) =>
        withDatabase(async ({ db }) => {
          const proof = await verifyChain(db, readAnchor(options.anchor))
          if (proof.ok) {
            console.log(`Nhật ký nguyên vẹn: ${proof.events} sự kiện, đầu chuỗi ${proof.head.id}:${proof.head.hash}`)
            return
          }
          for (const fault of proof.faults) console.error(`Sự kiện ${fault.id}: ${fault.message}`)
          throw new Error(
            `Nhật ký không nguyên vẹn: ${proof.faults.length} chỗ sai trong ${proof.events} sự kiện. (The audit log was changed.)`,
          )
        }),
      ),
    )
}

function readAnchor(text: string | undefined): { id: number; hash: string } | undefined {
  if (text === undefined) return undefined
  const [, id, hash] = /^(\d+):([0-9a-f]{64})$/i.exec(text) ?? []
  if (!id || !hash)
    throw new Error('--anchor có dạng số-sự-kiện:mã-băm, như dòng cuối của khue audit verify đã in (id:hash)')
  return { id: Number(id), hash }
}
