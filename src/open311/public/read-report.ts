import type { CaseFieldName } from '../../cases/field-queries.ts'
import { lengths } from '../../feedback/feedback.ts'
import { readPoint, type Point } from '../../feedback/place.ts'
import { isMailAddress } from '../../web/mail-address.ts'
import { cleanLine, cleanText } from '../../web/vietnamese.ts'
import type { Sender } from '../../cases/receive-case.ts'
import { CallRefused } from './call.ts'

/** A report as a program sent it, checked. */
export interface SentReport {
  field: CaseFieldName
  title: string
  body: string
  point: Point | undefined
  address: string
  sender: Sender
}

/** Longest values, in characters. That of the description is the standard's. */
const longest = {
  description: 4000,
  address_string: lengths.address,
  name: 60,
  email: 254,
  phone: 30,
  media_url: 300,
} as const

/**
 * Reads what POST requests brought. A field that is empty is as good as absent. Fields the standard knows and we have no use for
 * (device_id, account_id, attribute[…]) are passed over. @throws CallRefused: 404 for a service there is none of, 400 with everything else.
 */
export function readReport(form: URLSearchParams, fields: readonly CaseFieldName[]): SentReport {
  const line = (name: string): string => cleanLine(form.get(name) ?? '')
  const code = line('service_code')
  if (code === '') throw new CallRefused(400, 'service_code was not provided (thiếu service_code)')
  const field = fields.find(({ slug }) => slug === code)
  if (!field) throw new CallRefused(404, 'service_code was not found (không có service_code này)')
  const wrong: string[] = []
  const tooLong = (name: string, text: string, most: number): void => {
    if (text.length > most) wrong.push(`${name}: at most ${most} characters`)
  }
  const { point, address } = readLocation(line, wrong)
  tooLong('address_string', address, longest.address_string)
  const description = cleanText(form.get('description') ?? '')
  tooLong('description', description, longest.description)
  if (description.length < 10)
    wrong.push('description: at least 10 characters, so that it is understood (mô tả ít nhất 10 ký tự)')
  const sender = readSender(line, tooLong, wrong)
  const media = line('media_url')
  tooLong('media_url', media, longest.media_url)
  if (media !== '' && !/^https?:\/\/[^\s<>"]+$/.test(media)) wrong.push('media_url: an http or https address')
  if (wrong.length > 0) throw new CallRefused(400, ...wrong)
  return { field, title: titleOf(field, description), body: bodyOf(description, media), point, address, sender }
}

type Line = (name: string) => string

function readLocation(line: Line, wrong: string[]): { point: Point | undefined; address: string } {
  const [lat, long, address] = [line('lat'), line('long'), line('address_string')]
  if (lat === '' && long === '' && address === '')
    wrong.push(
      line('address_id') === ''
        ? 'lat and long, or address_string, must be provided (thiếu vị trí)'
        : 'address_id is not known here: send lat and long, or address_string',
    )
  const point = lat === '' && long === '' ? undefined : readPoint(lat, long)
  if (point === undefined && (lat !== '' || long !== ''))
    wrong.push('lat and long: both in degrees (WGS 84), within Vietnam (tọa độ ngoài Việt Nam hoặc sai)')
  return { point, address }
}

function readSender(line: Line, tooLong: (name: string, text: string, most: number) => void, wrong: string[]): Sender {
  const [email, phone, first, last] = [line('email'), line('phone'), line('first_name'), line('last_name')]
  tooLong('email', email, longest.email)
  tooLong('phone', phone, longest.phone)
  tooLong('first_name', first, longest.name)
  tooLong('last_name', last, longest.name)
  if (email !== '' && !isMailAddress(email)) wrong.push('email: not an address')
  if (phone !== '' && !/^\+?[\d\s().-]{6,}$/.test(phone)) wrong.push('phone: digits')
  // Family name first, as names are written here.
  const name = [last, first].filter(Boolean).join(' ')
  return { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) }
}

const titleOf = (field: CaseFieldName, description: string): string => {
  const first = description.split('\n')[0]!.trim()
  const short = first.length > 120 ? `${first.slice(0, 119).replace(/\s\S*$/, '')}…` : first
  return `${field.name}: ${short}`.normalize('NFC')
}

/** A picture elsewhere is never fetched: its address is for the handlers to judge. */
const bodyOf = (description: string, media: string): string =>
  media === ''
    ? description
    : `${description}\n\nĐịa chỉ ảnh do ứng dụng gửi kèm (cổng không tải về, chưa kiểm tra): ${media}`
