/** Answers that took as many working days, in time or late. */
export interface PaceRow {
  workingDays: number
  onTime: boolean
  answers: number
}

/** How timely answers were. */
export interface Pace {
  answers: number
  onTime: number
  /** Half of the answers took no more working days than this; undefined where there was none. */
  median: number | undefined
}

/** Sums up answers. The median is that of all single answers: of an even number the lower of the two in the middle. */
export function paceOf(rows: readonly PaceRow[]): Pace {
  const answers = rows.reduce((sum, row) => sum + row.answers, 0)
  const onTime = rows.reduce((sum, row) => sum + (row.onTime ? row.answers : 0), 0)
  let passed = 0
  const middle = rows
    .toSorted((a, b) => a.workingDays - b.workingDays)
    .find((row) => (passed += row.answers) * 2 >= answers && row.answers > 0)
  return { answers, onTime, median: answers === 0 ? undefined : middle?.workingDays }
}

/** Of a hundred answers, how many were in time, rounded down: 100 only where none was late. */
export const shareOf = ({ answers, onTime }: Pace): number => (answers === 0 ? 0 : Math.floor((onTime / answers) * 100))

/** Answers from which on a share is told in public: fewer say nothing of a portal. */
export const toldFrom = 10
