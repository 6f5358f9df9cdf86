import type { Content } from '../content.ts'
import type { Message } from '../../web/message.ts'

/** Fields of a content as forms and comparisons name them. */
export const fieldNames: Record<keyof Content, Message> = {
  title: { vi: 'Tiêu đề', en: 'Title' },
  summary: { vi: 'Sapo', en: 'Summary' },
  genre: { vi: 'Thể loại', en: 'Genre' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  slug: { vi: 'Địa chỉ', en: 'Address' },
  body: { vi: 'Nội dung', en: 'Body' },
  lead: { vi: 'Ảnh đại diện', en: 'Lead picture' },
  gallery: { vi: 'Bộ ảnh', en: 'Gallery' },
  attachments: { vi: 'Tệp đính kèm', en: 'Attachments' },
  credits: { vi: 'Tác giả', en: 'Credits' },
  source: { vi: 'Nguồn', en: 'Source' },
  sourceUrl: { vi: 'Địa chỉ nguồn', en: 'Source address' },
  sectionIds: { vi: 'Chuyên mục', en: 'Sections' },
  topicIds: { vi: 'Chuyên đề', en: 'Topics' },
  tags: { vi: 'Từ khóa', en: 'Tags' },
  relatedIds: { vi: 'Bài liên quan', en: 'Related' },
}
