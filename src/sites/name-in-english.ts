import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { Forbidden } from '../refusals.ts'
import { changesOf } from './changes.ts'
import { refuseFor, siteForUpdate } from './load-site.ts'
import { may, type Doer } from './policy.ts'
import type { Fault } from './site.ts'

/** How a portal names itself in English. Null: it has no English form, and English pages show the Vietnamese one. */
export interface EnglishNames {
  nameEn: string | null
  shortNameEn: string | null
  taglineEn: string | null
  agencyEn: string | null
  governingBodyEn: string | null
}
export const englishFields = ['nameEn', 'shortNameEn', 'taglineEn', 'agencyEn', 'governingBodyEn'] as const

/** English words of a section, by its number. */
export interface EnglishSection {
  id: number
  nameEn: string | null
  descriptionEn: string | null
}

export interface EnglishAct {
  siteId: number
  names: EnglishNames
  /** Sections left out keep what they have. */
  sections: readonly EnglishSection[]
}

/** Names a portal and its sections in English, all at once. Equal values change nothing and are not recorded. */
export async function nameInEnglish(tx: Transaction, by: Doer, act: EnglishAct): Promise<void> {
  if (!may(by, 'changeSite', act.siteId)) throw new Forbidden()
  const site = await siteForUpdate(tx, act.siteId)
  refuseFor('site.english', whyNotEnglish(act))
  const own = await tx
    .selectFrom('section')
    .select(['id', 'name', 'nameEn', 'descriptionEn'])
    .where('siteId', '=', site.id)
    .execute()
  const sections = act.sections.flatMap((wanted) => {
    const stands = own.find(({ id }) => id === wanted.id)
    const changes = stands && changesOf<Omit<EnglishSection, 'id'>>(stands, wordsOf(wanted))
    return stands && changes ? [{ id: wanted.id, name: stands.name, ...changes }] : []
  })
  const changes = changesOf<EnglishNames>(site, act.names)
  if (!changes && sections.length === 0) return
  if (changes) await tx.updateTable('site').set(act.names).where('id', '=', site.id).execute()
  for (const { id, after } of sections) await tx.updateTable('section').set(after).where('id', '=', id).execute()
  await recordEvent(tx, {
    action: 'site.named-in-english',
    by,
    siteId: site.id,
    subject: { kind: 'site', id: site.id },
    summary: `Đặt tên tiếng Anh của ${site.name}`,
    before: { ...changes?.before, ...bySection(sections, 'before') },
    after: { ...changes?.after, ...bySection(sections, 'after') },
  })
}

const wordsOf = ({ nameEn, descriptionEn }: EnglishSection): Omit<EnglishSection, 'id'> => ({ nameEn, descriptionEn })

const bySection = (
  sections: readonly { name: string; before: object; after: object }[],
  side: 'before' | 'after',
): Record<string, unknown> => Object.fromEntries(sections.map((section) => [section.name, section[side]]))

const longest = { names: 300, nameEn: 120, descriptionEn: 500 }

/** What is wrong with English names; the code of a section's begins with its field on the form: `nameEn-12:long`. */
export function whyNotEnglish({ names, sections }: EnglishAct): Fault[] {
  const faults: Fault[] = []
  const check = (field: string, text: string | null, limit: number): void => {
    if (text !== null && text.length > limit)
      faults.push({
        code: `${field}:long`,
        message: { vi: `Dài quá ${limit} ký tự: hãy rút gọn.`, en: `Longer than ${limit} characters.` },
      })
  }
  for (const field of englishFields) check(field, names[field], longest.names)
  for (const { id, nameEn, descriptionEn } of sections) {
    check(`nameEn-${id}`, nameEn, longest.nameEn)
    check(`descriptionEn-${id}`, descriptionEn, longest.descriptionEn)
  }
  return faults
}
