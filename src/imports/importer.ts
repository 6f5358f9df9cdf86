import type { Transaction } from '../database/connect.ts'

/** The author of what was imported: no one who could sign in or approve. */
export const importerId = 'nhap-du-lieu'

/** Makes the importer the first time; disabled from the beginning. */
export async function ensureImporter(tx: Transaction): Promise<void> {
  await tx
    .insertInto('person')
    .values({ id: importerId, name: 'Nhập dữ liệu', email: 'nhap-du-lieu@khue.invalid', disabledAt: new Date() })
    .onConflict((c) => c.doNothing())
    .execute()
}
