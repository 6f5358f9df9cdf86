import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Refused } from '../refusals.ts'
import type { Content, Kinds } from './content.ts'
import { insertEntry } from './create-entry.ts'
import { goLive } from './go-live.ts'
import { editionById, loadPublishFacts, type EditionView } from './queries.ts'
import { refuse } from './reason.ts'
import { moveEdition } from './take-step.ts'
import { whyNotPublishContent, whyNotPublishFacts } from './why-not-publish.ts'

/** A text that one person wrote and another approved, elsewhere than on the screens of the newsroom. */
export interface ApprovedText {
  siteId: number
  kind: string
  content: Content
  /** Who wrote it; never who approves. */
  writerId: string
  /** Everyone else whose words stand in it; nor do they approve it. */
  otherWriters?: readonly string[]
  isDemo?: boolean
  /** Writes what its kind keeps beside the entry, before it is live. */
  beforeLive?: (entryId: number) => Promise<void>
}

/**
 * Publishes such a text as a new entry, through every step of the short chain: written and handed in by its writer, approved and put
 * before the public by the other. The caller has asked its own policy, and records the event.
 * @throws Refused with every reason that lies in the text, as for any other.
 */
export async function publishApproved(
  tx: Transaction,
  by: Actor,
  text: ApprovedText,
  kinds: Kinds,
): Promise<{ entryId: number; editionId: number }> {
  const { siteId, content, isDemo } = text
  const kind = kinds.get(text.kind) ?? refuse('publish', 'kind-unknown')
  const reasons = [
    ...whyNotPublishContent(content),
    ...kind.whyNotPublish(content),
    ...whyNotPublishFacts(content, await loadPublishFacts(tx, { siteId, content })),
  ].filter(({ code }) => !kind.optional?.some((one) => one === code))
  if (reasons.length > 0) throw new Refused('publish', reasons)
  const writer: Actor = { id: text.writerId, name: '', email: '', memberships: [] }
  const { entryId, editionId } = await insertEntry(tx, writer, {
    siteId,
    kind: kind.name,
    content,
    textAuthors: text.otherWriters,
    isDemo,
    chain: 'short',
  })
  const now = new Date()
  await moveEdition(tx, writer, await edition(tx, editionId), {
    step: 'submit',
    set: { submittedBy: writer.id, submittedAt: now },
  })
  await moveEdition(tx, by, await edition(tx, editionId), {
    step: 'approveSubmitted',
    set: { approvedBy: by.id, approvedAt: now },
  })
  await text.beforeLive?.(entryId)
  await goLive(tx, by, await edition(tx, editionId), { step: 'publish', kinds })
  return { entryId, editionId }
}

async function edition(tx: Transaction, id: number): Promise<EditionView> {
  return (await editionById(tx, id))!
}
