import { caseDesk, maySee, type CaseFacts } from '../cases/policy.ts'
import { holds, type Actor } from '../people/actor.ts'

/** Who says where a report is and what of it is public: whoever deals with it. */
export const moderators = caseDesk

export const mayModerate = (actor: Actor, c: CaseFacts, memberOf: readonly number[] = []): boolean =>
  c.kind === 'feedback' && holds(actor, c.handlingSiteId, ...moderators) && maySee(actor, c, memberOf)
