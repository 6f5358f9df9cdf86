import { roles, sitesOf, type Actor } from '../people/actor.ts'

/** Who reads statistics: everyone who works for a portal those of that portal; the network's administrators and auditors all. */
export const readers = roles

/** The portals whose statistics a person reads. */
export const readableSites = (actor: Actor): readonly number[] | 'all' => sitesOf(actor, ...readers)
