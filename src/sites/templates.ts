import type { Message } from '../web/message.ts'

/** A section a template gives. Children stand one level below. */
export interface TemplateSection {
  slug: string
  name: string
  nameEn: string
  children?: readonly TemplateSection[]
}

export const templateNames = ['city', 'department', 'ward'] as const
export type TemplateName = (typeof templateNames)[number]

/** Sections every portal has, whatever its level. */
const news: TemplateSection = {
  slug: 'tin-tuc',
  name: 'Tin tức',
  nameEn: 'News',
  children: [
    { slug: 'hoat-dong-lanh-dao', name: 'Hoạt động của lãnh đạo', nameEn: 'Leaders’ activities' },
    { slug: 'chinh-quyen-so', name: 'Chính quyền số', nameEn: 'Digital government' },
    { slug: 'kinh-te-do-thi', name: 'Kinh tế – Đô thị', nameEn: 'Economy and urban affairs' },
    { slug: 'van-hoa-xa-hoi', name: 'Văn hóa – Xã hội', nameEn: 'Culture and society' },
    { slug: 'giao-duc-y-te', name: 'Giáo dục – Y tế', nameEn: 'Education and health' },
    { slug: 'an-ninh-trat-tu', name: 'An ninh – Trật tự', nameEn: 'Security and public order' },
  ],
}
const common: readonly TemplateSection[] = [
  news,
  { slug: 'chi-dao-dieu-hanh', name: 'Chỉ đạo, điều hành', nameEn: 'Direction and administration' },
  { slug: 'thong-bao', name: 'Thông báo', nameEn: 'Notices' },
  { slug: 'pho-bien-phap-luat', name: 'Phổ biến pháp luật', nameEn: 'Knowing the law' },
  { slug: 'nguoi-tot-viec-tot', name: 'Người tốt, việc tốt', nameEn: 'Good people, good deeds' },
  { slug: 'gioi-thieu', name: 'Giới thiệu', nameEn: 'About' },
]

/** The templates as they are first loaded. From then on the table template_section holds them, and a network administrator extends them. */
export const templateSections: Record<TemplateName, readonly TemplateSection[]> = {
  city: common,
  department: common,
  ward: common,
}

export const templateLabels = {
  city: { vi: 'Cổng của tỉnh, thành phố', en: 'Portal of a province or city' },
  department: { vi: 'Cổng của sở, ngành', en: 'Portal of a department' },
  ward: { vi: 'Cổng của xã, phường, đặc khu', en: 'Portal of a ward or commune' },
} as const satisfies Record<TemplateName, Message>

export const isTemplateName = (text: string): text is TemplateName =>
  (templateNames as readonly string[]).includes(text)
