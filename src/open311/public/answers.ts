import type { CaseFieldName } from '../../cases/field-queries.ts'
import { consentTexts } from '../../cases/consents.ts'
import { feedbackStates, lateFilter } from '../../feedback/feedback.ts'
import { imageUrl } from '../../media/address.ts'
import { dateOf } from '../../web/dates.ts'
import { w3cTime, type Service, type ServiceRequest } from '../georeport.ts'
import type { PublicReport, ReportStatus } from '../live-queries.ts'

/** A field of work as the standard has it. Reports get their number at once, and every service has one attribute: publication. */
export const serviceOfField = ({ slug, name, nameEn }: CaseFieldName): Service => ({
  service_code: slug,
  service_name: name,
  description: nameEn === '' ? name : `${name} (${nameEn})`,
  metadata: true,
  type: 'realtime',
  keywords: nameEn.toLowerCase(),
  group: 'phan-anh-kien-nghi',
})

/** The attribute by which a sender lets a report be shown. Not sent, it is not shown: anonymity and privacy are what nobody asked for otherwise. */
export const publicAttribute = { code: 'cong-khai', yes: 'co', no: 'khong' } as const

export const definitionOf = ({ slug }: CaseFieldName): unknown => ({
  service_code: slug,
  attributes: [
    {
      variable: true,
      code: publicAttribute.code,
      datatype: 'singlevaluelist',
      required: false,
      datatype_description: null,
      order: 1,
      description: `${consentTexts.publish.text.vi} / ${consentTexts.publish.text.en}`,
      values: [
        { key: publicAttribute.yes, name: 'Đồng ý (I agree)' },
        { key: publicAttribute.no, name: 'Không đồng ý (I do not agree)' },
      ],
    },
  ],
})

interface Place {
  /** Of the portal, no trailing slash. */
  origin: string
  now: Date
}

/** What is common to reports whether public or not. */
function standing({ state, dueAt, receivedAt, updatedAt, fieldSlug }: ReportStatus, now: Date) {
  const late = state !== 'done' && dueAt !== null && dueAt <= now
  return {
    status: state === 'done' ? ('closed' as const) : ('open' as const),
    notes: `${feedbackStates[state].label.vi}${late ? ` (${lateFilter.label.vi.toLowerCase()})` : ''}`,
    notice: dueAt && `Hạn trả lời: hết ngày ${dateOf(new Date(dueAt.getTime() - 1))}`,
    code: fieldSlug,
    requested: w3cTime(receivedAt),
    updated: w3cTime(updatedAt),
    // A clock names the first moment that is late; this is the last one in time.
    expected: dueAt && w3cTime(new Date(dueAt.getTime() - 1000)),
  }
}

/** A public report, with the words and the point a moderator let out. */
export function requestOf(report: PublicReport, { origin, now }: Place): ServiceRequest {
  const { status, notes, notice, code, requested, updated, expected } = standing(report, now)
  return {
    service_request_id: report.requestId,
    status,
    status_notes: report.answer === '' ? notes : report.answer,
    service_name: report.field,
    service_code: code,
    description: `${report.title}\n\n${report.words}`.trim().slice(0, 4000),
    agency_responsible: report.handler,
    service_notice: notice,
    requested_datetime: requested,
    updated_datetime: updated,
    expected_datetime: expected,
    address: [report.place, report.unit].filter(Boolean).join(', ') || null,
    address_id: null,
    zipcode: null,
    lat: report.latitude,
    long: report.longitude,
    media_url: report.mediaId === null ? null : `${origin}${imageUrl(report.mediaId, 1280, 'jpeg')}`,
  }
}

/** A report that is not public: where it stands and nothing else, neither words nor place nor picture. */
export function statusOf(report: ReportStatus, fields: readonly CaseFieldName[], now: Date): ServiceRequest {
  const { status, notes, notice, code, requested, updated, expected } = standing(report, now)
  return {
    service_request_id: report.requestId,
    status,
    status_notes: notes,
    service_name: fields.find(({ slug }) => slug === code)?.name ?? null,
    service_code: code,
    description: null,
    agency_responsible: null,
    service_notice: notice,
    requested_datetime: requested,
    updated_datetime: updated,
    expected_datetime: expected,
    address: null,
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  }
}
