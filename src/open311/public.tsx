import { fieldsFor, type CaseFieldName } from '../cases/field-queries.ts'
import type { DeliveryContext, PublicRoute } from '../delivery/route.ts'
import { feedbackKind } from '../feedback/feedback.ts'
import { specification } from './georeport.ts'
import { isRequestId } from './key.ts'
import { publicReports, publicReportsById, reportStatus } from './live-queries.ts'
import { definitionOf, requestOf, serviceOfField, statusOf } from './public/answers.ts'
import { answerWith, CallRefused, checkJurisdiction, fulfil, readAsked, type Answer } from './public/call.ts'
import { showDescription } from './public/description.tsx'
import { idsAsked, reportsAsked } from './public/read-requests.ts'
import { takeRequest } from './public/take-request.ts'

/** Open311 GeoReport v2: other programs list, read and send reports. What people read of it stands at /open311. */
export const open311PublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: '/open311', handle: showDescription },
  { method: 'GET', path: '/open311/v2/:resource', inEnglish: false, handle: answerList },
  { method: 'GET', path: '/open311/v2/:resource/:id', inEnglish: false, handle: answerOne },
  { method: 'POST', path: '/open311/v2/:resource', inEnglish: false, handle: takeOne },
]

type Query = (name: string) => string | undefined
interface Call {
  c: DeliveryContext
  query: Query
  fields: readonly CaseFieldName[]
}

const noSuchForm = (c: DeliveryContext): Response =>
  answerWith(c, 'xml', {
    root: 'errors',
    value: [{ code: 404, description: 'Formats are .xml and .json' }],
    status: 404,
  })

const noSuchResource = (): never => {
  throw new CallRefused(404, 'No such resource: discovery, services, requests, tokens')
}

const lists: Readonly<Record<string, (call: Call) => Answer | Promise<Answer>>> = {
  discovery: ({ c }) => ({ root: 'discovery', value: discovery(c) }),
  services: ({ fields }) => ({ root: 'services', value: fields.map(serviceOfField) }),
  requests: listRequests,
  tokens: () => {
    throw new CallRefused(400, 'token was not provided')
  },
}

const ones: Readonly<Record<string, (call: Call, id: string) => Answer | Promise<Answer>>> = {
  services({ fields }, id) {
    const field = fields.find(({ slug }) => slug === id)
    if (!field) throw new CallRefused(404, 'service_code was not found')
    return { root: 'service_definition', value: definitionOf(field) }
  },
  requests: oneRequest,
  // Every report gets its number at once (type realtime), so there never is a token.
  tokens: () => {
    throw new CallRefused(404, 'token was not found: requests get their service_request_id at once')
  },
}

/** GET /open311/v2/discovery.json, services.xml, requests.json … */
async function answerList(c: DeliveryContext): Promise<Response> {
  const asked = readAsked(c.req.param('resource') ?? '')
  if (!asked) return noSuchForm(c)
  return fulfil(c, asked.format, async () => (own(lists, asked.name) ?? noSuchResource)(await callOf(c)))
}

/** GET /open311/v2/services/giao-thong.xml, requests/….json, tokens/….json */
async function answerOne(c: DeliveryContext): Promise<Response> {
  const asked = readAsked(c.req.param('id') ?? '')
  if (!asked) return noSuchForm(c)
  const resource = c.req.param('resource') ?? ''
  return fulfil(c, asked.format, async () => (own(ones, resource) ?? noSuchResource)(await callOf(c), asked.name))
}

/** POST /open311/v2/requests.json */
async function takeOne(c: DeliveryContext): Promise<Response> {
  const asked = readAsked(c.req.param('resource') ?? '')
  if (!asked) return noSuchForm(c)
  return fulfil(c, asked.format, async () => (asked.name === 'requests' ? takeRequest(c) : noSuchResource()))
}

const own = <T,>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

async function callOf(c: DeliveryContext): Promise<Call> {
  const query: Query = (name) => c.req.query(name)
  checkJurisdiction(c, query('jurisdiction_id'))
  return { c, query, fields: await fieldsFor(c.var.db, feedbackKind.name) }
}

/** Where the interface is and what it gives, as the service discovery of Open311 has it. */
function discovery(c: DeliveryContext): unknown {
  const { site } = c.var
  const changeset = '2026-11-23 00:00'
  return {
    changeset,
    contact: `${site.name}, ${[site.phone, site.email].filter(Boolean).join(', ')}. ${site.origin}/open311`,
    key_service: `Khóa do quản trị mạng lưới cổng cấp (a key is given by the administrator of the portals): ${site.origin}/open311`,
    endpoints: [
      {
        specification,
        url: `${site.origin}/open311/v2`,
        changeset,
        type: site.isDemo ? 'test' : 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  }
}

async function listRequests({ c, query, fields }: Call): Promise<Answer> {
  const { db, site } = c.var
  const now = new Date()
  const ids = idsAsked(query)
  if (!ids) {
    const reports = await publicReports(db, site.id, reportsAsked(query, now))
    return { root: 'service_requests', value: reports.map((report) => requestOf(report, { origin: site.origin, now })) }
  }
  const shown = await publicReportsById(db, site.id, ids)
  const known = new Set(shown.flatMap(({ requestId, number }) => [requestId, number]))
  const others = await Promise.all(
    ids.filter((id) => isRequestId(id) && !known.has(id)).map((id) => reportStatus(c.var.intake, site.id, id)),
  )
  return {
    root: 'service_requests',
    value: [
      ...shown.map((report) => requestOf(report, { origin: site.origin, now })),
      ...others.flatMap((one) => (one ? [statusOf(one, fields, now)] : [])),
    ],
  }
}

async function oneRequest({ c, fields }: Call, id: string): Promise<Answer> {
  const { db, intake, site } = c.var
  const now = new Date()
  const [shown] = await publicReportsById(db, site.id, [id])
  if (shown) return { root: 'service_requests', value: [requestOf(shown, { origin: site.origin, now })] }
  const status = isRequestId(id) ? await reportStatus(intake, site.id, id) : undefined
  if (!status) throw new CallRefused(404, 'service_request_id was not found')
  return { root: 'service_requests', value: [statusOf(status, fields, now)] }
}
