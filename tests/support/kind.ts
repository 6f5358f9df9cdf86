import type { Body, Content, Kind, Kinds } from '../../src/editions/content.ts'
import { cleanLine, cleanText } from '../../src/web/vietnamese.ts'

/** A body of plain paragraphs. */
export const paragraphs = (...texts: string[]): Body => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

/** The least kind the lifecycle can work with; it trusts the body it is given. */
export const noteKind: Kind = {
  name: 'article',
  label: { vi: 'Ghi chép', en: 'Note' },
  path: '/bai-viet',
  empty: () => ({
    title: '',
    summary: '',
    genre: 'news',
    language: 'vi',
    slug: '',
    body: { type: 'doc', content: [] },
    lead: null,
    gallery: [],
    attachments: [],
    credits: [],
    source: '',
    sourceUrl: '',
    sectionIds: [],
    topicIds: [],
    tags: [],
    relatedIds: [],
  }),
  read(raw) {
    const given = (typeof raw === 'object' && raw !== null ? raw : {}) as Partial<Content>
    const known = Object.keys(noteKind.empty())
    const content = {
      ...noteKind.empty(),
      ...Object.fromEntries(Object.entries(given).filter(([name]) => known.includes(name))),
    }
    return {
      content: { ...content, title: cleanLine(content.title), summary: cleanText(content.summary) },
      dropped: Object.keys(given).filter((name) => !known.includes(name)),
    }
  },
  whyNotPublish: () => [],
}

export const noteKinds: Kinds = new Map([[noteKind.name, noteKind]])
