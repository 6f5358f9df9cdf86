import type { Message } from '../web/message.ts'
import type { Fault } from './site.ts'
import { dateFault, isDate } from './topic.ts'

export const unitKinds = ['province', 'ward', 'commune', 'special_zone', 'department', 'other'] as const
export type UnitKind = (typeof unitKinds)[number]

export const unitKindNames = {
  province: { vi: 'Tỉnh, thành phố', en: 'Province or city' },
  ward: { vi: 'Phường', en: 'Ward' },
  commune: { vi: 'Xã', en: 'Commune' },
  special_zone: { vi: 'Đặc khu', en: 'Special zone' },
  department: { vi: 'Sở, ban, ngành', en: 'Department' },
  other: { vi: 'Đơn vị khác', en: 'Other' },
} as const satisfies Record<UnitKind, Message>

export const isUnitKind = (text: string): text is UnitKind => (unitKinds as readonly string[]).includes(text)

/** What is wrong with a unit as it was typed. */
export function whyNotUnit({
  code,
  name,
  kind,
  validFrom,
}: {
  code: string
  name: string
  kind: string
  validFrom: string
}): Fault[] {
  const faults: Fault[] = []
  if (!/^[\p{L}\d._-]{1,30}$/u.test(code))
    faults.push({
      code: 'code:form',
      message: {
        vi: 'Hãy ghi mã đơn vị: chữ, số, dấu chấm, gạch nối, tối đa 30 ký tự.',
        en: 'Letters, digits, dots and hyphens, at most 30.',
      },
    })
  faults.push(...whyNotUnitName(name))
  if (!isUnitKind(kind))
    faults.push({ code: 'kind:unknown', message: { vi: 'Hãy chọn loại đơn vị.', en: 'Choose a kind.' } })
  if (!isDate(validFrom)) faults.push(dateFault('validFrom'))
  return faults
}

export const whyNotUnitName = (name: string): Fault[] =>
  name === '' || name.length > 200
    ? [
        {
          code: 'name:missing',
          message: { vi: 'Hãy ghi tên đơn vị, tối đa 200 ký tự.', en: 'Name the unit, at most 200 characters.' },
        },
      ]
    : []
