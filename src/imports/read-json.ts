import { z } from 'zod'
import { readDate } from './read-date.ts'
import { blankItem, type SourceItem } from './source-item.ts'

const words = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))
const line = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  title: z.string().min(1),
  summary: z.string().default(''),
  html: z.string().optional(),
  text: z.string().optional(),
  date: z.string().optional(),
  authors: words,
  sections: words,
  tags: words,
  url: z.string().default(''),
  source: z.string().default(''),
  sourceUrl: z.string().default(''),
  language: z.enum(['vi', 'en']).default('vi'),
  slug: z.string().default(''),
  picture: z.string().optional(),
})
const known = new Set(Object.keys(line.shape))

/**
 * One line of JSON lines, an article: `title` (required), and `html` or `text` (paragraphs parted by line ends; required);
 * `id` (what the source knows it by; else `url`, else the title), `summary`, `date` (ISO 8601; without a zone Vietnamese time), `authors`, `sections`, `tags`
 * (a text or a list of texts), `url` (old address, will redirect), `source`, `sourceUrl`, `language` ("vi", "en"), `slug`, `picture` (main picture: a name
 * relative to the file). A line that cannot be read is left out and named by its number; keys it has beyond these are named.
 */
export function readJsonLine(text: string, number: number): SourceItem {
  const parsed = parse(text)
  const read = line.safeParse(parsed)
  if (!read.success) {
    const why =
      parsed === undefined
        ? 'không phải JSON'
        : read.error.issues.map((issue) => `“${issue.path.join('.')}” thiếu hoặc sai kiểu`).join('; ')
    return { ...blankItem(`dòng ${number}`, `Dòng ${number}`), leaveOut: why }
  }
  const { id, title, html, text: body, date, sections, url, picture, ...rest } = read.data
  const unknown = Object.keys(read.data).filter((key) => !known.has(key))
  return {
    ...blankItem(String(id ?? (url || title)), title),
    summary: rest.summary,
    authors: rest.authors,
    tags: rest.tags,
    source: rest.source,
    sourceUrl: rest.sourceUrl,
    language: rest.language,
    slug: rest.slug,
    body: html !== undefined ? { html } : { paragraphs: (body ?? '').split(/\r?\n/) },
    publishedAt: readDate(date),
    sections: sections.map((name) => ({ name })),
    link: url,
    leadPicture: picture,
    notes: unknown.map((key) => `bỏ mục “${key}”`),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
