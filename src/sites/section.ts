import type { Fault } from './site.ts'

/** What is wrong with the name, the address or the description of a section, here or in a template. */
export function whyNotSection({
  name,
  slug,
  description = '',
}: {
  name: string
  slug?: string
  description?: string
}): Fault[] {
  const faults: Fault[] = []
  if (name === '')
    faults.push({ code: 'name:missing', message: { vi: 'Hãy ghi tên chuyên mục.', en: 'Name the section.' } })
  if (name.length > 120)
    faults.push({
      code: 'name:long',
      message: { vi: 'Tên dài quá 120 ký tự: hãy rút gọn.', en: 'Longer than 120 characters.' },
    })
  if (description.length > 500)
    faults.push({
      code: 'description:long',
      message: { vi: 'Mô tả dài quá 500 ký tự: hãy rút gọn.', en: 'Longer than 500 characters.' },
    })
  if (slug !== undefined && (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 80)) {
    faults.push({
      code: 'slug:form',
      message: {
        vi: 'Địa chỉ chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.',
        en: 'Small letters, digits and hyphens only.',
      },
    })
  }
  return faults
}

/** The slug is taken on this portal, in this template or for this topic. */
export const slugTaken = (slug: string, name: string): Fault => ({
  code: 'slug:taken',
  message: {
    vi: `Địa chỉ “${slug}” đã dùng cho “${name}”: hãy đặt địa chỉ khác.`,
    en: `“${slug}” already leads to “${name}”.`,
  },
})
