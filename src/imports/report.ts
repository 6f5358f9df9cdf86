import type { Encoding } from './decode-text.ts'

export interface ImportReport {
  source: string
  format: Format
  encodings: Encoding[]
  dryRun: boolean
  total: number
  imported: { key: string; title: string; path: string }[]
  already: number
  /** Imported before, and different now at the source: left as it stands here. */
  differs: { key: string; title: string }[]
  leftOut: { key: string; title: string; why: string }[]
  warnings: { key: string; title: string; what: string }[]
}
export type Format = 'wxr' | 'rss' | 'atom' | 'json' | 'html' | 'text' | 'folder'

const formats: Record<Format, string> = {
  wxr: 'tệp xuất của WordPress',
  rss: 'nguồn tin RSS',
  atom: 'nguồn tin Atom',
  json: 'JSON từng dòng',
  html: 'trang HTML',
  text: 'văn bản',
  folder: 'thư mục',
}

export const emptyReport = (source: string, format: Format, dryRun: boolean): ImportReport => ({
  source,
  format,
  encodings: [],
  dryRun,
  total: 0,
  imported: [],
  already: 0,
  differs: [],
  leftOut: [],
  warnings: [],
})

/** The report in Vietnamese: numbers first, then every item that needs a look, by name. */
export function printReport(report: ImportReport): string {
  const { imported, already, differs, leftOut, warnings } = report
  const lines = [
    `Nguồn: ${report.source} (${formats[report.format]}, ${report.encodings.join(', ') || 'utf-8'})`,
    report.dryRun ? 'Chạy thử: chưa ghi gì vào cơ sở dữ liệu.' : '',
    `  ${report.dryRun ? 'Sẽ nhập' : 'Đã nhập'}: ${imported.length} trong ${report.total} bài`,
    `  Đã có từ lần trước: ${already}`,
    `  Đã có, nhưng nguồn nay khác: ${differs.length}`,
    `  Không nhập: ${leftOut.length}`,
    ...section(
      'Đã có, nhưng nguồn nay khác (giữ bản đang có; sửa tay nếu cần)',
      differs.map((one) => nameOf(one)),
    ),
    ...section(
      'Không nhập, vì sao',
      leftOut.map((one) => `${nameOf(one)}: ${one.why}`),
    ),
    ...section(
      'Cần xem lại',
      warnings.map((one) => `${nameOf(one)}: ${one.what}`),
    ),
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

const section = (title: string, rows: readonly string[]): string[] =>
  rows.length === 0 ? [] : [`\n${title}:`, ...rows.map((row) => `  - ${row}`)]

// A source may hold anything; a terminal is told letters only.
// eslint-disable-next-line no-control-regex
const nameOf = ({ key, title }: { key: string; title: string }): string =>
  (title && title !== key ? `${title} [${key}]` : key).replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')

/** A bar on a terminal, drawn anew at every step; nothing where the output is no terminal. */
export function progressBar(out: {
  isTTY?: boolean
  write(text: string): unknown
  columns?: number
}): (done: number, total: number) => void {
  if (!out.isTTY) return () => {}
  return (done, total) => {
    const width = Math.max(10, Math.min(40, (out.columns ?? 80) - 30))
    const full = total === 0 ? width : Math.floor((done / total) * width)
    out.write(`\r[${'█'.repeat(full)}${'·'.repeat(width - full)}] ${done}/${total} bài${done === total ? '\n' : ''}`)
  }
}
