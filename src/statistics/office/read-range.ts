import type { OfficeContext } from '../../office/route.ts'
import { isDay } from '../../web/dates.ts'
import type { Message } from '../../web/message.ts'
import { messages } from '../messages.ts'
import {
  daysIn,
  longestPeriod,
  namedPeriod,
  periodBefore,
  periodNames,
  type Period,
  type PeriodName,
} from '../period.ts'

/** What the address of a screen asks for. */
export interface Range {
  period: Period
  before: Period
  /** Undefined for days of one's own choice. */
  name: PeriodName | undefined
  /** The fields of one's own choice as they were typed. */
  typed: { tu?: string; den?: string }
  errors: { tu?: Message; den?: Message }
  /** The same range in an address: ky=tuan-truoc, or tu=…&den=… */
  query: string
}

/** Reads the range; last week when nothing is asked for, or nothing that can be answered (`errors` says why). */
export function readRange(c: OfficeContext, today: string): Range {
  const typed = { tu: c.req.query('tu')?.slice(0, 20), den: c.req.query('den')?.slice(0, 20) }
  const asked = c.req.query('ky')
  const name = periodNames.find((each) => each === asked) ?? 'tuan-truoc'
  const named: Range = { ...namedPeriod(name, today), name, typed, errors: {}, query: `ky=${name}` }
  if (typed.tu === undefined && typed.den === undefined) return named
  const period = { from: typed.tu ?? '', to: typed.den ?? '' }
  const errors = whyNot(period, today)
  if (errors.tu || errors.den) return { ...named, errors }
  return {
    period,
    before: periodBefore(period),
    name: undefined,
    typed,
    errors: {},
    query: new URLSearchParams({ tu: period.from, den: period.to }).toString(),
  }
}

function whyNot(period: Period, today: string): Range['errors'] {
  const errors: Range['errors'] = {}
  if (!isDay(period.from)) errors.tu = messages.badDate
  if (!isDay(period.to)) errors.den = messages.badDate
  if (errors.tu || errors.den) return errors
  if (period.from > today) return { tu: messages.future }
  if (period.from > period.to) return { den: messages.backwards }
  return daysIn(period) > longestPeriod ? { den: messages.tooLong } : {}
}
