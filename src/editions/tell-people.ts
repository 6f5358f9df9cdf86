import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import { queueMail } from '../outbox/queue-mail.ts'
import type { Role } from '../people/actor.ts'
import { cleanLine } from '../web/vietnamese.ts'
import { isSystem, type By } from './policy.ts'
import type { EditionView } from './queries.ts'

/** A word to colleagues about a text: what happened or waits, and what someone said about it. */
export interface Word {
  about: string
  said?: string
}

/** Mails everyone who holds one of the roles on the site, but not who acts nor the author. One mail per person. */
export async function tellRoles(
  tx: Transaction,
  by: By,
  edition: EditionView,
  word: Word & { roles: readonly Role[] },
): Promise<void> {
  const found = await tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.personId')
    .select(['p.id', 'p.email'])
    .distinct()
    .where('m.siteId', '=', edition.siteId)
    .where('m.role', 'in', [...word.roles])
    .where('p.disabledAt', 'is', null)
    .where('p.id', '<>', edition.authorId)
    .where(sql<boolean>`current_date >= m.valid_from and (m.valid_to is null or current_date <= m.valid_to)`)
    .orderBy('p.id')
    .limit(50)
    .execute()
  for (const person of found)
    if (isSystem(by) || person.id !== by.id) await tell(tx, by, edition, { ...word, to: person.email })
}

/** Mails the author, unless it is the author who acts or the account is closed. */
export async function tellAuthor(tx: Transaction, by: By, edition: EditionView, word: Word): Promise<void> {
  if (!isSystem(by) && by.id === edition.authorId) return
  const author = await tx
    .selectFrom('person')
    .select('email')
    .where('id', '=', edition.authorId)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  if (author) await tell(tx, by, edition, { ...word, to: author.email })
}

async function tell(tx: Transaction, by: By, edition: EditionView, word: Word & { to: string }): Promise<void> {
  const lines = [
    `${word.about}: “${edition.title}” (bản ${edition.version}).`,
    `Cổng: ${edition.siteName}.`,
    isSystem(by) ? `Người thực hiện: hệ thống (${by.system}).` : `Người thực hiện: ${by.name}.`,
    ...(word.said?.trim() ? ['', 'Ý kiến:', word.said.trim()] : []),
    '',
    'Mở trang “Việc của tôi” trong tòa soạn để xem và xử lý.',
  ]
  await queueMail(tx, {
    to: word.to,
    subject: cleanLine(`${word.about}: ${edition.title}`),
    body: lines.join('\n'),
    siteId: edition.siteId,
  })
}
