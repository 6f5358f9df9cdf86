import { holdsSomewhere, newsroom, type Actor } from '../people/actor.ts'
import type { AuditLine } from './queries.ts'

/** The screen of what an event is about, where this person may open it. A subject that is gone answers "not found" there. */
export function addressOfSubject(
  actor: Actor,
  event: Pick<AuditLine, 'subjectKind' | 'subjectId'>,
): string | undefined {
  const id = encodeURIComponent(event.subjectId)
  const texts = holdsSomewhere(actor, ...newsroom, 'auditor')
  const administration = holdsSomewhere(actor, 'site_admin', 'network_admin', 'auditor')
  const network = holdsSomewhere(actor, 'network_admin', 'auditor')
  const screens: Record<string, string | false> = {
    edition: texts && `/ban-thao/${id}/duyet`,
    entry: texts && `/muc/${id}`,
    media: texts && `/thu-vien/${id}`,
    person: administration && `/nguoi-dung/${id}`,
    site: administration && `/cong/${id}`,
    topic: network && `/chuyen-de/${id}`,
    unit: network && /^\d+$/.test(id) && `/don-vi/${id}`,
    template: network && `/mau/${id}`,
  }
  return screens[event.subjectKind] || undefined
}
