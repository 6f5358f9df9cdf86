import { escaped } from '../syndication/feed.ts'

/** GeoReport v2 (http://wiki.open311.org/GeoReport_v2): what its answers hold. Fields that may be empty are null. */
export const specification = 'http://wiki.open311.org/GeoReport_v2'

/** A kind of matter that may be reported. */
export interface Service {
  service_code: string
  service_name: string
  description: string
  metadata: boolean
  type: 'realtime'
  keywords: string
  group: string
}

/** A report. */
export interface ServiceRequest {
  service_request_id: string
  status: 'open' | 'closed'
  status_notes: string | null
  service_name: string | null
  service_code: string | null
  description: string | null
  agency_responsible: string | null
  service_notice: string | null
  requested_datetime: string
  updated_datetime: string
  expected_datetime: string | null
  address: string | null
  address_id: string | null
  zipcode: string | null
  lat: number | null
  long: number | null
  media_url: string | null
}

/** What stands against a call: its number is that of HTTP, or a finer one. */
export interface GeoReportError {
  code: number
  description: string
}

export type Format = 'xml' | 'json'
export const contentTypes: Record<Format, string> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value }

/** What the members of a list are called in XML. */
const members: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  attributes: 'attribute',
  values: 'value',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
}

/** An answer in one of the two forms. In JSON the root has no name (Spark convention); in XML it is `root`. */
export const writeAnswer = (format: Format, root: string, value: unknown): string =>
  format === 'json'
    ? JSON.stringify(value)
    : `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value as Value)}\n`

/** Names come from this file alone, never from a sender; texts are escaped, and signs that XML forbids are dropped. */
function element(name: string, value: Value): string {
  if (value === null || value === '') return `<${name}/>`
  if (Array.isArray(value)) {
    const inner = (value as readonly Value[]).map((one) => element(members[name] ?? 'item', one)).join('')
    return inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`
  }
  if (typeof value === 'object')
    return `<${name}>${Object.entries(value)
      .map(([key, one]) => element(key, one as Value))
      .join('')}</${name}>`
  return `<${name}>${escaped(String(value))}</${name}>`
}

/** A time as the W3C note has it, in Vietnamese time: 2026-11-23T06:42:29+07:00. */
export const w3cTime = (at: Date): string =>
  `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`

/**
 * Reads such a time, zone included; a day alone is its beginning in Vietnam. Undefined when it is none. The plus of a zone that came
 * unescaped in an address is a blank by now.
 */
export function readW3cTime(text: string): Date | undefined {
  const exact = text.trim().replace(/ (?=\d{2}:\d{2}$)/, '+')
  const found = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2}))?$/.exec(exact)
  const [, day] = found ?? []
  if (!found || !day) return undefined
  // 30 February would become 2 March.
  const midnight = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day) || Number(day.slice(0, 4)) < 1900)
    return undefined
  const at = new Date(exact === day ? `${day}T00:00:00+07:00` : exact)
  return Number.isNaN(at.getTime()) ? undefined : at
}
