import type { OfficeContext } from '../../office/route.ts'
import type { Message, Say } from '../../web/message.ts'
import { spreadsheet, spreadsheetType, type Cell, type Sheet } from '../../web/spreadsheet.ts'
import { messages } from '../messages.ts'
import { shareOf, type Pace } from '../pace.ts'
import { answeredCases, boardLines, boardMonths, type AnsweredLine, type BoardLine } from '../queries.ts'
import { readMonths } from './read-months.ts'

/** GET /cong/:site/dieu-hanh.xlsx: the board and the cases behind it, without titles and names. */
export async function downloadBoard(c: OfficeContext): Promise<Response> {
  const range = readMonths(c)
  const file = await spreadsheet(await sheetsOf(c))
  return c.body(file, 200, {
    'Content-Type': spreadsheetType,
    'Content-Disposition': `attachment; filename="dieu-hanh-${range.from}-${range.until}.xlsx"`,
    'Cache-Control': 'no-store',
  })
}

/** 2026-11 as people write it: 11/2026. */
const monthInWords = (month: string): string => month.split('-').toReversed().join('/')

async function sheetsOf(c: OfficeContext): Promise<Sheet[]> {
  const { say, db, siteId } = c.var
  const range = readMonths(c)
  const asked = { sites: [siteId], from: range.from, until: range.until, kind: range.kind }
  const [divisions, fields, months, cases] = await Promise.all([
    boardLines(db, asked, 'division'),
    boardLines(db, asked, 'field'),
    boardMonths(db, asked),
    answeredCases(db, { ...asked, siteId }, { all: true }),
  ])
  const notes = [
    `${say(messages.from)} ${monthInWords(range.from)} · ${say(messages.until)} ${monthInWords(range.until)}`,
    say(messages.method),
  ]
  const of = (...heads: readonly Message[]): string[] => heads.map((head) => say(head))
  const { open, overdue, answered, onTime, late, median } = messages
  const broken = (by: Message, head: Message, none: Message, lines: readonly BoardLine[]): Sheet => ({
    name: say(by),
    headings: of(head, open, overdue, answered, onTime, late, median),
    rows: lines.map((line) => [
      line.name || say(none),
      line.open?.open ?? 0,
      line.open?.overdue ?? 0,
      ...cells(line.pace),
    ]),
    notes,
  })
  return [
    broken(messages.byDivision, messages.division, messages.noDivision, divisions),
    broken(messages.byField, messages.field, messages.noField, fields),
    {
      name: say(messages.byMonth),
      headings: of(messages.month, answered, onTime, late, median),
      rows: months.map(({ month, pace }) => [monthInWords(month), ...cells(pace)]),
      notes,
    },
    {
      name: say(messages.cases),
      headings: of(
        messages.number,
        messages.division,
        messages.field,
        messages.received,
        messages.due,
        messages.answeredAt,
        messages.days,
        onTime,
      ),
      rows: cases.rows.map((line) => caseRow(line, say)),
    },
  ]
}

const cells = (pace: Pace): Cell[] => [
  pace.answers,
  pace.answers === 0 ? null : `${shareOf(pace)}%`,
  pace.answers - pace.onTime,
  pace.median ?? null,
]

/** A case without its title, which is the sender's words. */
const caseRow = (line: AnsweredLine, say: Say): Cell[] => [
  line.number,
  line.divisionName,
  line.fieldName,
  line.receivedAt,
  new Date(line.dueAt.getTime() - 1),
  line.endedAt,
  line.workingDays,
  say(line.onTime ? messages.onTime : messages.late),
]
