import writeExcelFile from 'write-excel-file/node'

/** A value of a table: text, number, time, or nothing. */
export type Cell = string | number | Date | null

/** A sheet: bold headings, then rows. Text is written as text, so that nothing a citizen typed is ever run as a formula. */
export interface Sheet {
  name: string
  headings: readonly string[]
  rows: readonly (readonly Cell[])[]
  /** Lines below the table: how it was counted. */
  notes?: readonly string[]
}

/** A workbook (XLSX) of sheets. Names of sheets are cut to what spreadsheets allow. */
export async function spreadsheet(sheets: readonly Sheet[]): Promise<Buffer<ArrayBuffer>> {
  const file = await writeExcelFile(
    sheets.map(({ name, headings, rows, notes = [] }) => ({
      sheet: name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      columns: headings.map((heading, at) => ({ width: widthOf(heading, rows, at) })),
      data: [
        headings.map((value) => ({ value, fontWeight: 'bold' as const, wrap: true })),
        ...rows.map((row) => row.map(cellOf)),
        ...(notes.length > 0 ? [[null], ...notes.map((value) => [{ value, type: String, wrap: false }])] : []),
      ],
      stickyRowsCount: 1,
    })),
  ).toBuffer()
  return Buffer.from(file)
}

function cellOf(
  value: Cell,
): { value: string; type: StringConstructor } | { value: number } | { value: Date; format: string } | null {
  if (value === null) return null
  if (typeof value === 'number') return { value }
  // A workbook knows no time zone: the clock of Vietnam is written into it.
  if (value instanceof Date) return { value: new Date(value.getTime() + 7 * 3_600_000), format: 'dd/mm/yyyy hh:mm' }
  return { value, type: String }
}

const widthOf = (heading: string, rows: readonly (readonly Cell[])[], at: number): number =>
  Math.min(60, Math.max(10, heading.length, ...rows.slice(0, 200).map((row) => String(row[at] ?? '').length)) + 2)

export const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
