import { SaxesParser } from 'saxes'
import { expect } from 'vitest'
import { z } from 'zod'

/*
 * Shapes written from the text of GeoReport v2 (http://wiki.open311.org/GeoReport_v2, the frozen version as kept in
 * open311/open311.github.io, GeoReport_v2/index.md) and Service Discovery (Service_Discovery.md there). Fields of the definition, no other.
 */
const w3c = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/)
const filled = z.string().min(1)
export const service = z.strictObject({
  service_code: filled,
  service_name: filled,
  description: z.string(),
  metadata: z.boolean(),
  type: z.enum(['realtime', 'batch', 'blackbox']),
  keywords: z.string(),
  group: z.string(),
})
export const definition = z.strictObject({
  service_code: filled,
  attributes: z.array(
    z.strictObject({
      variable: z.boolean(),
      code: filled,
      datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
      required: z.boolean(),
      datatype_description: z.string().nullable(),
      order: z.int().positive(),
      description: z.string(),
      values: z.array(z.strictObject({ key: filled, name: filled })),
    }),
  ),
})
export const request = z.strictObject({
  service_request_id: filled,
  status: z.enum(['open', 'closed']),
  status_notes: z.string().nullable(),
  service_name: z.string().nullable(),
  service_code: z.string().nullable(),
  description: z.string().max(4000).nullable(),
  agency_responsible: z.string().nullable(),
  service_notice: z.string().nullable(),
  requested_datetime: w3c,
  updated_datetime: w3c,
  expected_datetime: w3c.nullable(),
  address: z.string().nullable(),
  address_id: z.string().nullable(),
  zipcode: z.string().nullable(),
  lat: z.number().min(-90).max(90).nullable(),
  long: z.number().min(-180).max(180).nullable(),
  media_url: z.url().nullable(),
})
export const receipt = z.tuple([
  z.strictObject({
    service_request_id: filled,
    service_notice: z.string().nullable(),
    account_id: z.string().nullable(),
  }),
])
export const errors = z.array(z.strictObject({ code: z.int(), description: filled })).min(1)
export const discovery = z.strictObject({
  changeset: filled,
  contact: filled,
  key_service: filled,
  endpoints: z
    .array(
      z.strictObject({
        specification: z.literal('http://wiki.open311.org/GeoReport_v2'),
        url: z.url(),
        changeset: filled,
        type: z.enum(['production', 'test']),
        formats: z.array(z.enum(['text/xml', 'application/json'])).min(1),
      }),
    )
    .min(1),
})

/** An element of an answer: its name, what it holds. Anything that is not well formed, has attributes or a namespace is refused. */
interface Element {
  name: string
  text: string
  children: Element[]
}
/** Reads an answer in XML. @throws when it is not well formed, or has what the standard has not. */
export function parse(xml: string): Element {
  expect(xml).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n</)
  const root: Element = { name: '', text: '', children: [] }
  const open: Element[] = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    expect(attributes).toEqual({})
    const made: Element = { name, text: '', children: [] }
    open.at(-1)!.children.push(made)
    open.push(made)
  })
  parser.on('text', (text) => (open.at(-1)!.text += text))
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return root.children[0]!
}
/** Lists of the standard and what their members are called. */
const lists: Record<string, string> = {
  services: 'service',
  service_requests: 'request',
  attributes: 'attribute',
  values: 'value',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
}
const flags = new Set(['metadata', 'variable', 'required'])
const figures = new Set(['lat', 'long', 'order', 'code'])
/** The XML as the JSON of the standard (Spark convention), so that both forms are held against one definition. */
export function asJson({ name, text, children }: Element, within = ''): unknown {
  const member = lists[name]
  if (member) {
    for (const child of children) expect(child.name).toBe(member)
    return children.map((child) => asJson(child, name))
  }
  if (children.length > 0)
    return Object.fromEntries(children.map((child) => [child.name, asJson(child, name === 'error' ? 'error' : '')]))
  if (text === '')
    return ['description', 'keywords', 'group', 'datatype_description'].includes(name) && within === '' ? '' : null
  if (flags.has(name)) return text === 'true'
  if (figures.has(name) && (name !== 'code' || within === 'error')) return Number(text)
  return text
}
