import type { Content, Reason } from './content.ts'
import { filmsOf, hasBody, linksOf, mediaIdsOf, passagesOf, picturesOf } from './content-parts.ts'
import { hasIdentityNumber, hasMobileNumber, hasSecrecyMark } from './personal-data.ts'
import { reason } from './reason.ts'
import { placeMessages, type ReasonCode } from './why-not-messages.ts'

/** What the database knows of what a text names; see loadPublishFacts() in queries.ts. */
export interface PublishFacts {
  /** Sections of the text that are on the edition's own portal. */
  sectionIds: readonly number[]
  /** Files of the text that belong to the edition's own portal. */
  media: readonly { id: number; kind: string; state: string }[]
  /** Authors of the text that exist. */
  authorIds: readonly number[]
  /** Entries the text links to that are neither withdrawn nor missing. */
  entryIds: readonly number[]
}

/** Reasons without which a text is not even handed in. */
export function whyNotSubmitContent(content: Content): Reason[] {
  const reasons: Reason[] = []
  if (content.title.trim() === '') reasons.push(reason('title-missing', 'title'))
  if ([...content.title].length > 200) reasons.push(reason('title-too-long', 'title'))
  if (!hasBody(content)) reasons.push(reason('body-missing', 'body'))
  return reasons
}

/** Every reason not to publish that lies in the content, whatever its kind. Pure. */
export const whyNotPublishContent = (content: Content): Reason[] => [
  ...whyNotSubmitContent(content),
  ...missingParts(content),
  ...faultsOfPictures(content),
  ...faultsOfFilms(content),
  ...faultsOfLinks(content),
  ...faultsOfWords(content),
]

/** Every reason not to publish that lies in what the text names. Pure. */
export function whyNotPublishFacts(content: Content, facts: PublishFacts): Reason[] {
  const reasons: Reason[] = []
  if (content.sectionIds.some((id) => !facts.sectionIds.includes(id)))
    reasons.push(reason('section-gone', 'sectionIds'))
  if (content.credits.some((credit) => !facts.authorIds.includes(credit.authorId)))
    reasons.push(reason('author-gone', 'credits'))
  const used = mediaIdsOf(content)
  const here = new Map(facts.media.map((media) => [media.id, media]))
  const field = fieldOfMedia(content)
  counted(
    reasons,
    'media-gone',
    used.filter((id) => !here.has(id)),
    field,
  )
  counted(
    reasons,
    'image-processing',
    used.filter((id) => here.get(id)?.state === 'processing'),
    field,
  )
  counted(
    reasons,
    'image-failed',
    used.filter((id) => here.get(id)?.state === 'failed'),
    field,
  )
  const isOther = ({ mediaId }: { mediaId: number }, kind: string): boolean =>
    here.has(mediaId) && here.get(mediaId)?.kind !== kind
  const misplaced = filmsOf(content.body).filter(
    ({ film, poster, captions }) =>
      isOther(film, 'video') ||
      (poster && isOther(poster, 'image')) ||
      captions.some((one) => isOther(one, 'captions')),
  )
  counted(reasons, 'film-wrong-file', misplaced, () => 'body')
  const dead = linksOf(content.body).filter(
    (link) => link.entryId !== undefined && !facts.entryIds.includes(link.entryId),
  )
  counted(reasons, 'link-target-gone', dead, () => 'body')
  return reasons
}

function missingParts(content: Content): Reason[] {
  const reasons: Reason[] = []
  if (isAllCapitals(content.title)) reasons.push(reason('title-capitals', 'title'))
  if (content.summary.trim() === '') reasons.push(reason('summary-missing', 'summary'))
  if (content.sectionIds.length === 0) reasons.push(reason('section-missing', 'sectionIds'))
  if (content.credits.length === 0) reasons.push(reason('author-missing', 'credits'))
  return reasons
}

/** All letters capital, and more than a name or an abbreviation: two words and six letters at least. */
function isAllCapitals(title: string): boolean {
  const words = title.match(/[\p{L}\p{M}]+/gu) ?? []
  return words.length >= 2 && words.join('').length >= 6 && title === title.toUpperCase()
}

function faultsOfPictures(content: Content): Reason[] {
  const pictures = picturesOf(content)
  const reasons: Reason[] = []
  for (const field of ['lead', 'body', 'gallery'] as const) {
    const here = pictures.filter((one) => one.field === field).map((one) => one.picture)
    counted(
      reasons,
      'image-alt-missing',
      here.filter((picture) => picture.alt.trim() === ''),
      () => field,
    )
    counted(
      reasons,
      'image-source-missing',
      here.filter((picture) => picture.source.trim() === ''),
      () => field,
    )
  }
  return reasons
}

/**
 * What is heard must be there to be read, and what is seen to be told: captions or a transcript (WCAG 2.2, 1.2.1 and 1.2.2, level A;
 * Circular 32/2017/TT-BTTTT, article 18).
 */
function faultsOfFilms(content: Content): Reason[] {
  const reasons: Reason[] = []
  const films = filmsOf(content.body)
  const wordless = films.filter(({ captions, transcript }) => captions.length === 0 && transcript.length === 0)
  counted(reasons, 'film-words-missing', wordless, () => 'body')
  counted(
    reasons,
    'film-title-missing',
    films.filter(({ title }) => title === ''),
    () => 'body',
  )
  return reasons
}

function faultsOfLinks(content: Content): Reason[] {
  const reasons: Reason[] = []
  const isEmpty = (href: string): boolean => href === '' || href === '#' || /^https?:\/*$/i.test(href)
  const empty = linksOf(content.body).filter(
    (link) => link.text.trim() === '' || (link.entryId === undefined && isEmpty(link.href)),
  )
  counted(reasons, 'link-empty', empty, () => 'body')
  return reasons
}

function faultsOfWords(content: Content): Reason[] {
  const passages = passagesOf(content)
  const tests = [
    ['phone-number', hasMobileNumber],
    ['identity-number', hasIdentityNumber],
    ['secrecy-mark', hasSecrecyMark],
  ] as const
  return tests.flatMap(([code, found]) =>
    [...new Set(passages.filter((passage) => found(passage.text)).map((passage) => passage.field))].map((field) =>
      reason(code, field, { where: placeMessages[field] }),
    ),
  )
}

function counted<T>(
  reasons: Reason[],
  code: ReasonCode,
  found: readonly T[],
  field: (first: T) => Reason['field'],
): void {
  const first = found[0]
  if (first !== undefined) reasons.push(reason(code, field(first), { count: found.length }))
}

const fieldOfMedia =
  (content: Content) =>
  (id: number): Reason['field'] =>
    picturesOf(content).find(({ picture }) => picture.mediaId === id)?.field ??
    (content.attachments.some((attachment) => attachment.mediaId === id) ? 'attachments' : 'body')
