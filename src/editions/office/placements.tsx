import type { FC } from 'hono/jsx'
import { Field, Select, When } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { toLocalInput } from '../../web/dates.ts'
import { fill, type Message } from '../../web/message.ts'
import { mayFeature, mayPlace } from '../policy.ts'
import type { PlacementState, PlacementView } from '../placement-queries.ts'
import type { EntryAttempt } from './entry.tsx'
import { messages } from './messages.ts'
import type { EntryHead, SiteName } from './newsroom-queries.ts'

export const placementNames: Record<PlacementState, { label: Message; tone: string }> = {
  home: { label: messages.home, tone: '' },
  offered: { label: messages.offered, tone: 'tag-warn' },
  accepted: { label: messages.accepted, tone: 'tag-ok' },
  declined: { label: messages.declined, tone: 'tag-danger' },
  ended: { label: messages.ended, tone: '' },
}

interface ListProps {
  c: OfficeContext
  entry: EntryHead
  placements: readonly PlacementView[]
  live: boolean
}

/** The portals an entry stands on or was offered to, each with what this person may do there. */
export const PlacementList: FC<ListProps> = ({ c, entry, placements, live }) => {
  const { say, actor, language } = c.var
  return (
    <section class="panel" aria-labelledby="noi-dang">
      <h2 id="noi-dang">{say(messages.placements)}</h2>
      <ul class="placements">
        {placements.map((placement) => (
          <li>
            <p class="row">
              <strong>{placement.siteName}</strong> <PlacementTag c={c} state={placement.state} />{' '}
              {placement.featured && <span class="tag tag-accent">{say(messages.featured)}</span>}
            </p>
            {placement.offeredAt && (
              <p class="soft small">
                {placement.offeredByName} · <When at={placement.offeredAt} language={language} />
                {placement.offerNote && ` · “${placement.offerNote}”`}
              </p>
            )}
            {placement.decidedAt && (
              <p class="soft small">
                {placement.decidedByName} · <When at={placement.decidedAt} language={language} />
                {placement.decisionNote && ` · “${placement.decisionNote}”`}
              </p>
            )}
            {placement.pinnedUntil && placement.pinnedUntil > new Date() && (
              <p class="soft small">
                {say(messages.pinnedUntil)} <When at={placement.pinnedUntil} language={language} exact />
              </p>
            )}
            {placement.state === 'offered' && mayPlace(actor, entry.siteId) && (
              <TakeBack c={c} entryId={entry.id} placement={placement} />
            )}
            {live &&
              (placement.state === 'home' || placement.state === 'accepted') &&
              mayFeature(actor, placement.siteId) && <FeatureForm c={c} placement={placement} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

export const PlacementTag: FC<{ c: OfficeContext; state: PlacementState }> = ({ c, state }) => (
  <span class={`tag ${placementNames[state].tone}`.trim()}>{c.var.say(placementNames[state].label)}</span>
)

const TakeBack: FC<{ c: OfficeContext; entryId: number; placement: PlacementView }> = ({ c, entryId, placement }) => (
  <form method="post" action={`/muc/${entryId}/de-nghi/rut`}>
    <input type="hidden" name="siteId" value={String(placement.siteId)} />
    <button type="submit" class="link">
      {c.var.say(messages.takeBack)}
      <span class="visually-hidden">: {placement.siteName}</span>
    </button>
  </form>
)

/** How prominent an entry is on one portal; each portal chooses for itself. */
export const FeatureForm: FC<{
  c: OfficeContext
  placement: Pick<PlacementView, 'entryId' | 'siteId' | 'siteName' | 'featured' | 'pinnedUntil'>
}> = ({ c, placement }) => {
  const { say } = c.var
  const id = `vi-tri-${placement.siteId}`
  return (
    <details class="feature">
      <summary>{fill(say(messages.featureOn), { site: placement.siteName })}</summary>
      <form class="stack" method="post" action={`/de-nghi/${placement.siteId}/${placement.entryId}/vi-tri`}>
        <Field
          label={say(messages.featureIt)}
          name="featured"
          type="checkbox"
          id={`${id}-noi-bat`}
          value={placement.featured ? 'on' : ''}
        />
        <Field
          label={say(messages.pinnedUntil)}
          name="pinnedUntil"
          type="datetime-local"
          id={`${id}-ghim`}
          hint={say(messages.pinnedHint)}
          value={placement.pinnedUntil ? toLocalInput(placement.pinnedUntil) : ''}
        />
        <div>
          <button type="submit" class="button">
            {say(messages.saveFeature)}
          </button>
        </div>
      </form>
    </details>
  )
}

/** Asks another portal to carry the entry; that portal decides. */
export const OfferForm: FC<{
  c: OfficeContext
  entry: EntryHead
  sites: readonly SiteName[]
  attempt?: EntryAttempt
}> = ({ c, entry, sites, attempt }) => {
  const { say } = c.var
  const mine = attempt?.form === 'de-nghi' ? attempt : undefined
  if (sites.length === 0) return null
  return (
    <section class="panel" aria-labelledby="de-nghi-ten">
      <h2 id="de-nghi-ten">{say(messages.offerTo)}</h2>
      <p class="soft small">{say(messages.offerWhat)}</p>
      <form class="stack" method="post" action={`/muc/${entry.id}/de-nghi`} data-keep>
        <Select
          label={say(messages.offerSite)}
          name="siteId"
          required
          value={mine?.typed.siteId}
          error={mine?.errors.siteId}
          options={[{ value: '', label: '—' }, ...sites.map((site) => ({ value: site.id, label: site.name }))]}
        />
        <Field
          label={say(messages.offerNote)}
          name="offerNote"
          rows={2}
          value={mine?.typed.offerNote}
          error={mine?.errors.offerNote}
        />
        <div>
          <button type="submit" class="button">
            {say(messages.offer)}
          </button>
        </div>
      </form>
    </section>
  )
}
