import type { Command } from 'commander'
import { verifyChain } from '../../src/audit/verify-chain.ts'
import { sentence, withDatabase } from './run.ts'

export function addAuditCommands(khue: Command): void {
  khue
    .command('audit')
    .description('nhật ký (the audit log)')
    .command('verify')
    .description('kiểm tra chuỗi băm của nhật ký: dòng nào bị sửa, xóa, chèn sẽ bị nêu tên (prove the hash chain)')
    .addHelpText('after', '\nVí dụ (example):\n  khue audit verify')
    .action(
      sentence(() =>
        withDatabase(async ({ db }) => {
          const proof = await verifyChain(db)
          if (proof.ok) {
            console.log(`Nhật ký nguyên vẹn: ${proof.events} sự kiện, đầu chuỗi ${proof.head.hash} (sự kiện ${proof.head.id}).`)
            return
          }
          for (const fault of proof.faults) console.error(`Sự kiện ${fault.id}: ${fault.message}`)
          throw new Error(`Nhật ký không nguyên vẹn: ${proof.faults.length} chỗ sai trong ${proof.events} sự kiện. (The audit log was changed.)`)
        }),
      ),
    )
}
