import type { Content } from '../../editions/content.ts'
import { creditParts } from '../../editions/content.ts'
import { bodyFromMarkup } from '../../editions/body/markup.ts'
import type { Transaction } from '../../database/connect.ts'
import type { Actor } from '../../people/actor.ts'
import { nameAuthor } from '../name-author.ts'

/** A posted form: every field as texts. */
export type Posted = Record<string, string | File | (string | File)[]>

/** Names of the form's fields; the screen and its reading agree on them. */
export const fields = {
  revision: 'revision', title: 'tieu-de', summary: 'sapo', body: 'noi-dung', genre: 'the-loai', language: 'ngon-ngu', sections: 'chuyen-muc', topics: 'chuyen-de',
  tags: 'tu-khoa', slug: 'dia-chi', source: 'nguon', sourceUrl: 'dia-chi-nguon', authorName: 'tac-gia', authorPart: 'phan-viec', panels: 'phan-loai-co',
  leadAlt: 'anh-chu-thay', leadCaption: 'anh-chu-thich', leadSource: 'anh-nguon',
} as const

/** What the form changes, over what stands: pictures, files and a text too rich for a plain box stay as they are. */
export async function readArticleForm(tx: Transaction, by: Actor, siteId: number, act: { posted: Posted; standing: Content }): Promise<unknown> {
  const { posted, standing } = act
  const one = (name: string): string | undefined => {
    const value = posted[name]
    const last = Array.isArray(value) ? value.at(-1) : value
    return typeof last === 'string' ? last : undefined
  }
  const many = (name: string): string[] => [posted[name] ?? []].flat().filter((value) => typeof value === 'string')
  const markup = one(fields.body)
  const lead = standing.lead && { ...standing.lead, alt: one(fields.leadAlt) ?? standing.lead.alt, caption: one(fields.leadCaption) ?? standing.lead.caption, source: one(fields.leadSource) ?? standing.lead.source }
  return {
    ...standing,
    title: one(fields.title) ?? standing.title,
    summary: one(fields.summary) ?? standing.summary,
    body: markup === undefined ? standing.body : bodyFromMarkup(markup),
    genre: one(fields.genre) ?? standing.genre,
    language: one(fields.language) ?? standing.language,
    slug: one(fields.slug) ?? standing.slug,
    source: one(fields.source) ?? standing.source,
    sourceUrl: one(fields.sourceUrl) ?? standing.sourceUrl,
    tags: one(fields.tags)?.split(/[,;\n]/) ?? standing.tags,
    lead,
    // Boxes left unticked are not sent at all; this field says that they were on the form.
    ...(one(fields.panels) !== undefined && {
      sectionIds: many(fields.sections).map(Number), topicIds: many(fields.topics).map(Number),
      credits: await readCredits(tx, by, siteId, { names: many(fields.authorName), parts: many(fields.authorPart) }),
    }),
  }
}

async function readCredits(tx: Transaction, by: Actor, siteId: number, typed: { names: string[]; parts: string[] }): Promise<Content['credits']> {
  const credits: Content['credits'] = []
  for (const [at, name] of typed.names.entries()) {
    if (name.trim() === '') continue
    const author = await nameAuthor(tx, by, { siteId, name })
    credits.push({ authorId: author.id, name: author.name, part: creditParts.find((part) => part === typed.parts[at]) ?? 'text' })
  }
  return credits
}
