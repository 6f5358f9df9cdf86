import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'

interface UnitRow {
  code: string
  parentCode: string
  name: string
  nameEn: string
  kind: string
}

const validFrom = '2025-07-01'

/**
 * Loads the administrative units of the country, or of one province, valid from 2025-07-01 (see data/README.md).
 * Units already there are left as they stand. Answers how many were added.
 */
export async function loadUnits(tx: Transaction, { provinceCode }: { provinceCode?: string } = {}): Promise<number> {
  const rows = (await readUnits()).filter(
    (row) => !provinceCode || row.code === provinceCode || row.parentCode === provinceCode,
  )
  const known = new Map<string, number>()
  for (const { id, code } of await tx.selectFrom('unit').select(['id', 'code']).orderBy('validFrom').execute())
    known.set(code, id)
  const before = known.size
  for (const level of [rows.filter((row) => row.parentCode === ''), rows.filter((row) => row.parentCode !== '')]) {
    const missing = level.filter((row) => !known.has(row.code))
    for (let at = 0; at < missing.length; at += 500) {
      const added = await tx
        .insertInto('unit')
        .values(
          missing.slice(at, at + 500).map(({ code, parentCode, name, nameEn, kind }) => ({
            code,
            name,
            nameEn,
            kind,
            parentId: known.get(parentCode) ?? null,
            validFrom,
          })),
        )
        .returning(['id', 'code'])
        .execute()
      for (const { id, code } of added) known.set(code, id)
    }
  }
  const added = known.size - before
  if (added > 0) {
    await recordEvent(tx, {
      action: 'unit.loaded',
      by: { system: 'Nạp danh mục đơn vị' },
      subject: { kind: 'unit', id: provinceCode ?? 'all' },
      summary: `Nạp ${added} đơn vị hành chính`,
      after: { added },
    })
  }
  return added
}

async function readUnits(): Promise<UnitRow[]> {
  const text = await readFile(path.join(import.meta.dirname, 'data/administrative-units.csv'), 'utf8')
  return text
    .normalize('NFC')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      // No field of this file holds a comma or a quotation mark.
      const [code = '', parentCode = '', name = '', nameEn = '', kind = ''] = row.split(',')
      return { code, parentCode, name, nameEn, kind }
    })
}
