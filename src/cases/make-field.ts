import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { holdsOnNetwork, type Actor } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import { cleanLine } from '../web/vietnamese.ts'
import { refuseCase, type CaseReasonCode } from './case-reasons.ts'
import { isCaseKind } from './kind.ts'

export interface FieldWords {
  name: string
  nameEn: string
  /** Kinds of case it may be chosen for. */
  kinds: readonly string[]
}

/** Whether the person sets up the fields of the network. */
export const maySetUpFields = (by: Actor): boolean => holdsOnNetwork(by, 'network_admin')

export const whyNotField = (act: FieldWords): CaseReasonCode[] => {
  const name = cleanLine(act.name)
  return [
    ...(name === '' ? (['name:missing'] as const) : []),
    ...(name.length > 120 ? (['name:long'] as const) : []),
    ...(act.kinds.every((kind) => isCaseKind(kind)) ? [] : (['kinds:unknown'] as const)),
  ]
}

/** Adds a field people of the whole network may ask about. */
export async function makeField(
  tx: Transaction,
  by: Actor,
  act: FieldWords & { slug: string },
): Promise<{ fieldId: number }> {
  if (!maySetUpFields(by)) throw new Forbidden()
  const slug = act.slug.trim()
  const taken = await tx.selectFrom('caseField').select('id').where('slug', '=', slug).executeTakeFirst()
  const fits = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 60 && !taken
  refuseCase('case-field.make', [...whyNotField(act), ...(fits ? [] : (['slug:bad'] as const))])
  const words = { slug, name: cleanLine(act.name), nameEn: cleanLine(act.nameEn), kinds: [...act.kinds] }
  const { rows } = await sql<{ id: number }>`
    insert into case_field (slug, name, name_en, kinds, position)
    values (${slug}, ${words.name}, ${words.nameEn}, ${words.kinds}::text[], (select coalesce(max(position), 0) + 1 from case_field))
    returning id`.execute(tx)
  const fieldId = rows[0]!.id
  await recordEvent(tx, {
    action: 'case-field.made',
    by,
    subject: { kind: 'case-field', id: fieldId },
    after: words,
    summary: `Thêm lĩnh vực “${words.name}”`,
  })
  return { fieldId }
}
