import { statSync } from 'node:fs'
import type { Config } from '../../src/config.ts'
import type { Database } from '../../src/database/connect.ts'
import { keyringFile, openKeyring } from '../../src/sealing/keyring.ts'
import { sealedByKey, sealingKeys } from '../../src/sealing/queries.ts'

/** Whether the keyring opens what citizens sent: every key a sealed value names must be in it, and nobody else may read it. */
export async function sealingFinding(
  db: Database,
  config: Config,
): Promise<{ what: string; fault?: string; warning?: string }> {
  const file = keyringFile(config)
  const what = `Khóa niêm phong (${file ?? 'SEALING_KEYS'})`
  const mode = file && statSync(file, { throwIfNoEntry: false })?.mode
  if (mode && (mode & 0o077) !== 0)
    return { what, fault: 'tệp khóa đọc được bởi người khác: chạy chmod 600 cho tệp đó' }
  let held: Set<string>
  try {
    held = new Set(
      openKeyring(config)
        .publicKeys()
        .map(({ kid }) => kid),
    )
  } catch (error) {
    return { what, fault: (error as Error).message }
  }
  const lost = [...(await sealedByKey(db))].filter(([kid, values]) => values > 0 && !held.has(kid))
  if (lost.length > 0) {
    const said = lost.map(([kid, values]) => `${values} nội dung bằng khóa ${kid || 'không rõ'}`).join(', ')
    return { what, fault: `chùm khóa thiếu khóa của ${said}: khôi phục tệp khóa từ bản sao lưu` }
  }
  const active = (await sealingKeys(db)).find(({ retiredAt }) => retiredAt === null)
  if (!active) return { what, warning: 'chưa có khóa: khóa được tạo khi chạy khue serve lần đầu' }
  if (!held.has(active.kid))
    return { what, fault: `chùm khóa thiếu khóa đang dùng ${active.kid}: khôi phục tệp khóa từ bản sao lưu` }
  return { what }
}
