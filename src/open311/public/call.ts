import type { DeliveryContext } from '../../delivery/route.ts'
import { contentTypes, writeAnswer, type Format, type GeoReportError } from '../georeport.ts'

/** The resource a call asks for, and the form it wants it in: requests.json, services/giao-thong.xml. XML where it names none. */
export interface Asked {
  name: string
  format: Format
}

/** Splits the last part of an address. Undefined for a form there is none of. */
export function readAsked(text: string): Asked | undefined {
  const dot = text.lastIndexOf('.')
  if (dot === -1) return { name: text, format: 'xml' }
  const format = text.slice(dot + 1)
  return format === 'xml' || format === 'json' ? { name: text.slice(0, dot), format } : undefined
}

/** A call that cannot be fulfilled: 404 for what does not exist, 403 for the key, 400 for anything else, as the standard has it. */
export class CallRefused extends Error {
  readonly status: 400 | 403 | 404
  readonly errors: readonly GeoReportError[]
  constructor(status: 400 | 403 | 404, ...descriptions: readonly (string | GeoReportError)[]) {
    super(String(status))
    this.status = status
    this.errors = descriptions.map((one) => (typeof one === 'string' ? { code: status, description: one } : one))
  }
}

/** Sends an answer. Programs in browsers of other places may read it. */
export function answerWith(c: DeliveryContext, format: Format, { root, value, status = 200 }: Answer): Response {
  c.header('Access-Control-Allow-Origin', '*')
  if (c.req.method === 'POST' || status !== 200) c.header('Cache-Control', 'no-store')
  return c.body(writeAnswer(format, root, value), status, { 'Content-Type': contentTypes[format] })
}
export interface Answer {
  root: string
  value: unknown
  status?: 200 | 400 | 403 | 404
}

/** Runs a call; what it refuses is said in the form of the standard. */
export async function fulfil(c: DeliveryContext, format: Format, call: () => Promise<Answer>): Promise<Response> {
  try {
    return answerWith(c, format, await call())
  } catch (error) {
    if (!(error instanceof CallRefused)) throw error
    return answerWith(c, format, { root: 'errors', value: error.errors, status: error.status })
  }
}

/** Which portal is meant: the one that is asked, by its key or host. Another is asked at its own address. @throws CallRefused. */
export function checkJurisdiction(c: DeliveryContext, named: string | undefined): void {
  const { site } = c.var
  const asked = (named ?? '').trim().toLowerCase()
  if (asked !== '' && asked !== site.key && asked !== new URL(site.origin).hostname)
    throw new CallRefused(
      404,
      'jurisdiction_id not found: ask each portal at its own address (jurisdiction_id không có ở cổng này)',
    )
}
