import { readTrackingCode } from '../cases/tracking.ts'
import { mostCases } from './data-request.ts'

const numbers = /\b[A-Z]{2,6}-\d{4}-\d{6,}\b/g
const codes = /(?<![\w-])[0-9A-Za-z]{4}(?:[-. ]?[0-9A-Za-z]{4}){3}(?![\w-])/g

/** Numbers and codes of cases in what somebody typed, in whatever order: each once, at most `mostCases` of each. */
export function readCases(text: string): { numbers: string[]; codes: string[] } {
  const found = [...new Set(text.toUpperCase().match(numbers))]
  const without = text.replaceAll(/\b[A-Za-z]{2,6}-\d{4}-\d{6,}\b/g, ' ')
  const typed = (without.match(codes) ?? []).flatMap((each) => readTrackingCode(each) ?? [])
  return { numbers: found.slice(0, mostCases), codes: [...new Set(typed)].slice(0, mostCases) }
}
