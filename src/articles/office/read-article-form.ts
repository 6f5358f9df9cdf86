import type { Content, Picture } from '../../editions/content.ts'
import { creditParts } from '../../editions/content.ts'
import { bodyFromMarkup } from '../../editions/body/markup.ts'
import { isRowId } from '../../editions/body/schema.ts'
import type { Transaction } from '../../database/connect.ts'
import type { Actor } from '../../people/actor.ts'
import { nameAuthor } from '../name-author.ts'
import { filesNamed } from '../queries.ts'

/** A posted form: every field as texts. */
export type Posted = Record<string, string | File | (string | File)[]>

/** Names of the form's fields; the screen and its reading agree on them. */
export const fields = {
  revision: 'revision',
  title: 'tieu-de',
  summary: 'sapo',
  body: 'noi-dung',
  genre: 'the-loai',
  language: 'ngon-ngu',
  sections: 'chuyen-muc',
  topics: 'chuyen-de',
  tags: 'tu-khoa',
  slug: 'dia-chi',
  source: 'nguon',
  sourceUrl: 'dia-chi-nguon',
  authorName: 'tac-gia',
  authorPart: 'phan-viec',
  panels: 'phan-loai-co',
  leadMedia: 'anh-dai-dien',
  leadAlt: 'anh-chu-thay',
  leadCaption: 'anh-chu-thich',
  leadSource: 'anh-nguon',
  gallery: 'bo-anh',
  galleryShown: 'bo-anh-co',
  attachments: 'dinh-kem',
  attachmentsShown: 'dinh-kem-co',
} as const

/** What the form changes, over what stands; a text too rich for a plain box stays as it is. */
export async function readArticleForm(
  tx: Transaction,
  by: Actor,
  siteId: number,
  act: { posted: Posted; standing: Content },
): Promise<unknown> {
  const { posted, standing } = act
  const one = (name: string): string | undefined => {
    const value = posted[name]
    const last = Array.isArray(value) ? value.at(-1) : value
    return typeof last === 'string' ? last : undefined
  }
  const many = (name: string): string[] => [posted[name] ?? []].flat().filter((value) => typeof value === 'string')
  const markup = one(fields.body)
  const ticked = (name: string): number[] => many(name).map(Number).filter(isRowId)
  const gallery = one(fields.galleryShown) === undefined ? undefined : ticked(fields.gallery)
  const attachments = one(fields.attachmentsShown) === undefined ? undefined : ticked(fields.attachments)
  const leadId = one(fields.leadMedia)
  const files = await filesNamed(tx, siteId, [
    ...new Set([...(gallery ?? []), ...(attachments ?? []), ...(leadId ? [Number(leadId)].filter(isRowId) : [])]),
  ])
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
    lead: readLead(standing.lead, leadId, files, {
      alt: one(fields.leadAlt),
      caption: one(fields.leadCaption),
      source: one(fields.leadSource),
    }),
    gallery: gallery
      ? kept(standing.gallery, gallery, files.filter(({ kind }) => kind === 'image').map(pictureOf))
      : standing.gallery,
    attachments: attachments
      ? kept(
          standing.attachments,
          attachments,
          files.filter(({ kind }) => kind === 'document').map(({ id, name }) => ({ mediaId: id, name })),
        )
      : standing.attachments,
    // Boxes left unticked are not sent at all; this field says that they were on the form.
    ...(one(fields.panels) !== undefined && {
      sectionIds: many(fields.sections).map(Number),
      topicIds: many(fields.topics).map(Number),
      credits: await readCredits(tx, by, siteId, { names: many(fields.authorName), parts: many(fields.authorPart) }),
    }),
  }
}

type Found = Awaited<ReturnType<typeof filesNamed>>[number]
const pictureOf = ({ id, alt, caption, source }: Found): Picture => ({ mediaId: id, alt, caption, source })

/** The picture chosen; the words on the form belong to the one that stood there, another brings its own from the library. */
function readLead(
  standing: Picture | null,
  chosen: string | undefined,
  files: readonly Found[],
  words: Partial<Record<'alt' | 'caption' | 'source', string>>,
): Picture | null {
  if (chosen === '') return null
  const other =
    chosen === undefined || Number(chosen) === standing?.mediaId
      ? undefined
      : files.find(({ id, kind }) => id === Number(chosen) && kind === 'image')
  if (other) return pictureOf(other)
  return (
    standing && {
      ...standing,
      alt: words.alt ?? standing.alt,
      caption: words.caption ?? standing.caption,
      source: words.source ?? standing.source,
    }
  )
}

/** What stood and is still ticked, in its order, then what is newly ticked. */
function kept<T extends { mediaId: number }>(
  standing: readonly T[],
  ticked: readonly number[],
  found: readonly T[],
): T[] {
  const stays = standing.filter(({ mediaId }) => ticked.includes(mediaId))
  return [
    ...stays,
    ...found.filter(({ mediaId }) => ticked.includes(mediaId) && !standing.some((one) => one.mediaId === mediaId)),
  ]
}

async function readCredits(
  tx: Transaction,
  by: Actor,
  siteId: number,
  typed: { names: string[]; parts: string[] },
): Promise<Content['credits']> {
  const credits: Content['credits'] = []
  for (const [at, name] of typed.names.entries()) {
    if (name.trim() === '') continue
    const author = await nameAuthor(tx, by, { siteId, name })
    credits.push({
      authorId: author.id,
      name: author.name,
      part: creditParts.find((part) => part === typed.parts[at]) ?? 'text',
    })
  }
  return credits
}
