import type { FC } from 'hono/jsx'
import { Empty, Field, Notice, Paging, ScreenHead, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import type { Typed } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { offersFor, type Offer, type OfferFilter } from '../placement-queries.ts'
import { mayFeature, mayPlace } from '../policy.ts'
import { genreName } from './genre-names.ts'
import { messages } from './messages.ts'
import { prominenceOf, sectionsOfSites, type Prominence, type SectionName } from './newsroom-queries.ts'
import { FeatureForm, placementNames, PlacementTag } from './placements.tsx'
import { publicAddress } from './public-address.ts'
import { doneMessage } from './steps.ts'

/** An answer to an offer that was refused, with what was typed. */
export interface OfferAttempt {
  entryId: number
  siteId: number
  typed: Typed
  errors: Record<string, string>
}

const answers = ['offered', 'accepted', 'declined', 'ended'] as const
const everything = 'tat-ca'

const addressOf = ({
  direction,
  state,
  after,
}: {
  direction: OfferFilter['direction']
  state?: string
  after?: string
}): string => {
  const parts = Object.entries({
    huong: direction === 'sent' ? 'gui-di' : '',
    'trang-thai': state ?? '',
    sau: after ?? '',
  }).filter(([, value]) => value !== '')
  return parts.length === 0 ? '/de-nghi' : `/de-nghi?${new URLSearchParams(parts).toString()}`
}

/** GET /de-nghi: offers to my portals and by them, and what became of each. */
export async function showOffers(c: OfficeContext) {
  return c.html(await offersPage(c))
}

/** The page of offers; also what a refused answer on it comes back as. */
export async function offersPage(c: OfficeContext, attempt?: OfferAttempt) {
  const { db, say, actor } = c.var
  const direction = c.req.query('huong') === 'gui-di' ? 'sent' : 'received'
  const asked = c.req.query('trang-thai')
  const state =
    asked === everything
      ? undefined
      : (answers.find((known) => known === asked) ?? (direction === 'received' ? 'offered' : undefined))
  const page = await offersFor(db, actor, { direction, state }, c.req.query('sau'))
  const open = page.rows.filter(
    (offer) => direction === 'received' && offer.state === 'offered' && mayPlace(actor, offer.siteId),
  )
  const accepted = page.rows.filter(
    (offer) => offer.state === 'accepted' && offer.editionId !== null && mayFeature(actor, offer.siteId),
  )
  const [sections, prominence] = await Promise.all([
    sectionsOfSites(
      db,
      open.map((offer) => offer.siteId),
    ),
    prominenceOf(db, accepted),
  ])
  const done = doneMessage(c.req.query('da'))
  return (
    <Page c={c} title={say(messages.offersTitle)} styles={['office/newsroom.css']}>
      <ScreenHead title={say(messages.offersTitle)} />
      {done && (
        <Notice kind="ok">
          <p>{say(done)}.</p>
        </Notice>
      )}
      <Directions c={c} direction={direction} />
      <States c={c} direction={direction} state={state} />
      {page.rows.length === 0 && <NoOffers c={c} direction={direction} />}
      {page.rows.length > 0 && (
        <ul class="offers">
          {page.rows.map((offer) => (
            <OfferItem
              c={c}
              offer={offer}
              attempt={attempt}
              sections={
                open.includes(offer) ? sections.filter((section) => section.siteId === offer.siteId) : undefined
              }
              prominence={prominence.find((one) => one.entryId === offer.entryId && one.siteId === offer.siteId)}
            />
          ))}
        </ul>
      )}
      <Paging
        say={say}
        next={page.next && addressOf({ direction, state: asked, after: page.next })}
        first={c.req.query('sau') ? addressOf({ direction, state: asked }) : undefined}
      />
    </Page>
  )
}

const Directions: FC<{ c: OfficeContext; direction: OfferFilter['direction'] }> = ({ c, direction }) => {
  const { say } = c.var
  const here = (own: OfferFilter['direction']): 'true' | undefined => (direction === own ? 'true' : undefined)
  return (
    <nav class="states" aria-label={say(messages.offersTitle)}>
      <ul>
        <li>
          <a href="/de-nghi" aria-current={here('received')}>
            {say(messages.offersIn)}
          </a>
        </li>
        <li>
          <a href="/de-nghi?huong=gui-di" aria-current={here('sent')}>
            {say(messages.offersOut)}
          </a>
        </li>
      </ul>
    </nav>
  )
}

interface StatesProps {
  c: OfficeContext
  direction: OfferFilter['direction']
  state: OfferFilter['state']
}

/** What became of offers; those to be answered come first. */
const States: FC<StatesProps> = ({ c, direction, state }) => {
  const { say } = c.var
  const links = [
    ...answers.map((value) => ({ value: value as string, label: placementNames[value].label, here: state === value })),
    { value: everything, label: messages.any, here: state === undefined },
  ]
  return (
    <nav class="states" aria-label={say(messages.state)}>
      <ul>
        {links.map(({ value, label, here }) => (
          <li>
            <a href={addressOf({ direction, state: value })} aria-current={here ? 'true' : undefined}>
              {say(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const NoOffers: FC<{ c: OfficeContext; direction: OfferFilter['direction'] }> = ({ c, direction }) => {
  const { say } = c.var
  return direction === 'received' ? (
    <Empty title={say(messages.noOffersIn)}>
      <p>{say(messages.noOffersInWhat)}</p>
    </Empty>
  ) : (
    <Empty title={say(messages.noOffersOut)}>
      <p>{say(messages.noOffersOutWhat)}</p>
      <p>
        <a class="button" href="/bai-viet?trang-thai=published">
          {say(messages.listTitle)}
        </a>
      </p>
    </Empty>
  )
}

interface ItemProps {
  c: OfficeContext
  offer: Offer
  /** Of the portal that is asked, where this person may answer. */
  sections?: readonly SectionName[]
  /** Its place on the portal that carries it, where this person may choose it. */
  prominence?: Prominence
  attempt?: OfferAttempt
}

const OfferItem: FC<ItemProps> = ({ c, offer, sections, attempt, prominence }) => {
  const { say, language, config, kinds } = c.var
  const mine = attempt?.entryId === offer.entryId && attempt.siteId === offer.siteId ? attempt : undefined
  return (
    <li class="panel" id={`bai-${offer.entryId}-${offer.siteId}`}>
      <h2 class="offer-title">{offer.title || say(messages.untitled)}</h2>
      <p class="row">
        <PlacementTag c={c} state={offer.state} />{' '}
        <span class="soft">
          {fill(say(messages.offeredByLine), { site: offer.homeSiteName, target: offer.siteName })}
        </span>
      </p>
      {offer.summary && (
        <p>
          {offer.genre && <strong>{say(genreName(kinds, 'article', offer.genre))}. </strong>}
          {offer.summary}
        </p>
      )}
      <p class="soft small">
        {offer.offeredByName}
        {offer.offeredAt && (
          <>
            {' '}
            · <When at={offer.offeredAt} language={language} />
          </>
        )}
      </p>
      {offer.offerNote && <p class="said">{offer.offerNote}</p>}
      {offer.decidedAt && (
        <p class="soft small">
          {offer.decidedByName} · <When at={offer.decidedAt} language={language} />
          {offer.decisionNote && ` · “${offer.decisionNote}”`}
        </p>
      )}
      {offer.editionId !== null && offer.path && offer.host && (
        <p>
          <a href={publicAddress(config, offer.host, offer.path)} rel="noopener" target="_blank">
            {say(messages.readIt)}
            <span class="visually-hidden">: {offer.title}</span>
          </a>
        </p>
      )}
      {offer.editionId === null && <p class="tag tag-warn">{say(messages.gone)}</p>}
      {sections && <AnswerForms c={c} offer={offer} sections={sections} attempt={mine} />}
      {prominence && <FeatureForm c={c} placement={{ ...prominence, siteName: offer.siteName }} />}
      {offer.state === 'accepted' && mayPlace(c.var.actor, offer.siteId) && <EndForm c={c} offer={offer} />}
    </li>
  )
}

const AnswerForms: FC<ItemProps & { sections: readonly SectionName[] }> = ({ c, offer, sections, attempt }) => {
  const { say } = c.var
  const id = `${offer.entryId}-${offer.siteId}`
  const action = `/de-nghi/${offer.siteId}/${offer.entryId}/tra-loi`
  return (
    <div class="answers">
      {offer.editionId !== null && (
        <form class="stack" method="post" action={action}>
          <input type="hidden" name="answer" value="accept" />
          <fieldset aria-describedby={attempt?.errors.sectionIds ? `muc-${id}-error` : undefined}>
            <legend>{say(messages.chooseSections)}</legend>
            {attempt?.errors.sectionIds && (
              <p class="error-text" id={`muc-${id}-error`} role="alert" tabindex={-1} data-focus>
                {attempt.errors.sectionIds}
              </p>
            )}
            <div class="ticks">
              {sections.map((section) => (
                <label class="tick">
                  <input type="checkbox" name="sectionIds" value={String(section.id)} /> {section.name}
                </label>
              ))}
            </div>
          </fieldset>
          <div>
            <button type="submit" class="button button-primary">
              {say(messages.accept)}
            </button>
          </div>
        </form>
      )}
      <details class="step" open={Boolean(attempt?.errors.note)}>
        <summary class="button">{say(messages.decline)}</summary>
        <form class="stack" method="post" action={action} data-keep>
          <input type="hidden" name="answer" value="decline" />
          <Field
            label={say(messages.declineNote)}
            name="note"
            id={`ly-do-${id}`}
            rows={2}
            required
            value={attempt?.typed.note}
            error={attempt?.errors.note}
          />
          <div>
            <button type="submit" class="button">
              {say(messages.decline)}
            </button>
          </div>
        </form>
      </details>
    </div>
  )
}

const EndForm: FC<{ c: OfficeContext; offer: Offer }> = ({ c, offer }) => (
  <form
    method="post"
    action={`/de-nghi/${offer.siteId}/${offer.entryId}/ket-thuc`}
    data-confirm={c.var.say(messages.endPlacementAsk)}
  >
    <button type="submit" class="link">
      {c.var.say(messages.endPlacement)}
      <span class="visually-hidden">: {offer.title}</span>
    </button>
  </form>
)
