import { domainToASCII } from 'node:url'
import type { Message } from '../web/message.ts'
import { isTemplateName } from './templates.ts'
import { isThemeName, whyNotAccent } from './themes.ts'

/** One thing wrong with what was typed. The code begins with the field it stands beside: `phone:missing`. */
export interface Fault {
  code: string
  message: Message
}

/** What header and footer must say (Decree 174/2026, art. 93). */
export interface Identity {
  agency: string
  governingBody: string
  responsiblePerson: string
  address: string
  phone: string
  email: string
}

/** What a portal is called and how it names itself. */
export interface SiteDescription extends Identity {
  name: string
  shortName: string
  tagline: string
}

const required: readonly { field: Exclude<keyof SiteDescription, 'tagline'>; vi: string; en: string }[] = [
  { field: 'name', vi: 'Hãy ghi tên đầy đủ của cổng.', en: 'Give the full name of the portal.' },
  {
    field: 'shortName',
    vi: 'Hãy ghi tên ngắn, dùng ở đầu trang và trong danh sách.',
    en: 'Give the short name, used in headers and lists.',
  },
  { field: 'agency', vi: 'Hãy ghi tên cơ quan quản lý cổng.', en: 'Name the agency that runs the portal.' },
  { field: 'governingBody', vi: 'Hãy ghi tên cơ quan chủ quản.', en: 'Name the governing body.' },
  {
    field: 'responsiblePerson',
    vi: 'Hãy ghi họ tên, chức vụ người chịu trách nhiệm nội dung.',
    en: 'Name the person responsible for content.',
  },
  { field: 'address', vi: 'Hãy ghi địa chỉ trụ sở.', en: 'Give the postal address.' },
  { field: 'phone', vi: 'Hãy ghi số điện thoại liên hệ.', en: 'Give a telephone number.' },
  { field: 'email', vi: 'Hãy ghi thư điện tử liên hệ.', en: 'Give an e-mail address.' },
]

const longest = 300

/** Everything wrong with the description of a portal, each fault beside its field. */
export function whyNotDescription(site: SiteDescription): Fault[] {
  const faults: Fault[] = []
  for (const { field, vi, en } of required)
    if (site[field] === '') faults.push({ code: `${field}:missing`, message: { vi, en } })
  for (const [field, value] of Object.entries(site)) {
    if (typeof value === 'string' && value.length > longest) {
      faults.push({
        code: `${field}:long`,
        message: { vi: `Dài quá ${longest} ký tự: hãy rút gọn.`, en: `Longer than ${longest} characters.` },
      })
    }
  }
  if (site.phone !== '' && !/^[+(]?\d[\d\s.()\-/]{5,}$/.test(site.phone)) {
    faults.push({
      code: 'phone:form',
      message: {
        vi: 'Số điện thoại chỉ gồm chữ số, dấu chấm, dấu cách, ví dụ 024.3825.1234.',
        en: 'Digits, dots and blanks only, for example 024.3825.1234.',
      },
    })
  }
  if (site.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(site.email)) {
    faults.push({
      code: 'email:form',
      message: { vi: 'Thư điện tử phải có dạng ten@co-quan.gov.vn.', en: 'Write it as name@agency.gov.vn.' },
    })
  }
  return faults
}

/** Why a theme with its accent cannot be chosen. */
export function whyNotTheme(theme: string, accent: string | null): Fault[] {
  if (!isThemeName(theme))
    return [
      {
        code: 'theme:unknown',
        message: { vi: 'Hãy chọn một giao diện trong danh sách.', en: 'Choose a theme of the list.' },
      },
    ]
  const message = accent === null ? undefined : whyNotAccent(accent)
  return message ? [{ code: 'accent:contrast', message }] : []
}

export const whyNotTemplate = (template: string): Fault[] =>
  isTemplateName(template)
    ? []
    : [
        {
          code: 'template:unknown',
          message: { vi: 'Hãy chọn mẫu cổng trong danh sách.', en: 'Choose a template of the list.' },
        },
      ]

/** The key names a portal on the command line and never changes. */
export const whyNotKey = (key: string): Fault[] =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) && key.length <= 60
    ? []
    : [
        {
          code: 'key:form',
          message: {
            vi: 'Mã cổng chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ ba-dinh.',
            en: 'Small letters, digits and hyphens only, for example ba-dinh.',
          },
        },
      ]

/** A host as browsers send it: lower case, no scheme, port or path, letters of any alphabet as Punycode. Undefined when it is none. */
export function readHost(typed: string): string | undefined {
  const bare = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/:\d+$/, '')
    .replace(/\.$/, '')
  const host = domainToASCII(bare)
  return host.length <= 253 && /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/.test(host)
    ? host
    : undefined
}

export const hostFault: Fault = {
  code: 'host:form',
  message: {
    vi: 'Tên miền không hợp lệ. Ví dụ: badinh.hanoi.gov.vn',
    en: 'Not a host name. Example: badinh.hanoi.gov.vn',
  },
}

/** Hours a step may take, as chosen for a kind of content on a portal. */
export interface StepHours {
  submittedHours: number
  reviewedHours: number
  approvedHours: number
}

export const whyNotHours = (hours: StepHours): Fault[] =>
  Object.entries(hours).flatMap(([field, value]) =>
    Number.isInteger(value) && value >= 1 && value <= 720
      ? []
      : [
          {
            code: `${field}:range`,
            message: { vi: 'Hãy ghi số giờ từ 1 đến 720 (30 ngày).', en: 'Hours from 1 to 720 (30 days).' },
          },
        ],
  )
