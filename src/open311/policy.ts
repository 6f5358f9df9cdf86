import { holdsOnNetwork, type Actor, type Role } from '../people/actor.ts'

/** Who lets other programs send reports: the administrator of the network. Auditors see which there are. */
export const keyIssuers = ['network_admin'] as const satisfies readonly Role[]
export const keyReaders = ['network_admin', 'auditor'] as const satisfies readonly Role[]

export const mayIssueKeys = (actor: Actor): boolean => holdsOnNetwork(actor, ...keyIssuers)
