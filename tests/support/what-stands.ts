import type { Content } from '../../src/editions/content.ts'
import type { TestKhue } from './khue.ts'

/** The text of an edition as it stands. */
export async function contentOf({ database }: TestKhue, edition: number): Promise<Content> {
  const row = await database.db
    .selectFrom('edition')
    .select('content')
    .where('id', '=', edition)
    .executeTakeFirstOrThrow()
  return row.content as unknown as Content
}

/** Where an edition stands in the lifecycle. */
export async function stateOf({ database }: TestKhue, edition: number): Promise<string> {
  return (await database.db.selectFrom('edition').select('state').where('id', '=', edition).executeTakeFirstOrThrow())
    .state
}

/** Subjects of the mails to a person, the oldest first. */
export async function subjectsTo({ database }: TestKhue, person: { email: string }): Promise<string[]> {
  const mails = await database.db
    .selectFrom('outboxMail')
    .select('subject')
    .where('recipient', '=', person.email)
    .orderBy('id')
    .execute()
  return mails.map(({ subject }) => subject)
}
