/** A column of sealed values. */
export interface SealedColumn {
  table: string
  column: string
  /** The key of a row, an integer. */
  key: string
}

/** Every column that holds sealed values; what is not listed here is not carried over to a new key. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'outbox_mail', column: 'sealed', key: 'id' },
  { table: 'citizen_case', column: 'sealed_words', key: 'id' },
  { table: 'case_sender', column: 'sealed', key: 'case_id' },
  { table: 'case_message', column: 'sealed', key: 'id' },
  { table: 'case_attachment', column: 'key_sealed', key: 'id' },
  { table: 'case_attachment', column: 'name_sealed', key: 'id' },
]
