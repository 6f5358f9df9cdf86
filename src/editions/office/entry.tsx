import type { FC } from 'hono/jsx'
import { Field, Notice, ScreenHead, StateTag, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { isOpen } from '../edition.ts'
import { mayPlace, mayRead, mayWrite } from '../policy.ts'
import { commentsOfEntry, editionsOfEntry, type EditionView } from '../queries.ts'
import { placementsOf, type PlacementView } from '../placement-queries.ts'
import { Comments } from './comments.tsx'
import { messages } from './messages.ts'
import { entryById, sitesToOfferTo, type EntryHead } from './newsroom-queries.ts'
import { OfferForm, PlacementList } from './placements.tsx'
import { publicAddress } from './public-address.ts'
import { doneMessage } from './steps.ts'
import { readOtherLanguage, Translations } from './translations.tsx'

/** A form of the entry's page that was refused. */
export interface EntryAttempt {
  form: 'dinh-chinh' | 'de-nghi' | 'ban-dich'
  typed: Typed
  errors: Record<string, string>
}

/** An entry of which the person may read at least one version, with those versions; NotFound otherwise. */
export async function readableEntry(c: OfficeContext): Promise<{ entry: EntryHead; editions: EditionView[] }> {
  const id = Number(c.req.param('entry'))
  const [entry, all] = await Promise.all([entryById(c.var.db, id), editionsOfEntry(c.var.db, id)])
  const editions = all.filter((edition) => mayRead(c.var.actor, edition))
  if (!entry || editions.length === 0) throw new NotFound()
  return { entry, editions }
}

/** GET /muc/:entry */
export async function showEntry(c: OfficeContext) {
  return c.html(await entryPage(c))
}

/** The overview of an entry: where it is live, its versions, corrections, portals. Also what a refused form on it answers with. */
export async function entryPage(c: OfficeContext, attempt?: EntryAttempt) {
  const { db, say, actor } = c.var
  const { entry, editions } = await readableEntry(c)
  const mayOffer = mayPlace(actor, entry.siteId)
  const newest = editions[0]!
  const [placements, comments, sites, otherLanguage] = await Promise.all([
    placementsOf(db, entry.id),
    commentsOfEntry(db, entry.id),
    mayOffer ? sitesToOfferTo(db, entry.id) : [],
    readOtherLanguage(c, entry, newest.content.language),
  ])
  const live = editions.find((edition) => edition.state === 'published')
  const title = live?.title || newest.title || say(messages.untitled)
  const done = doneMessage(c.req.query('da'))
  return (
    <Page c={c} title={title} styles={['office/newsroom.css']}>
      <ScreenHead title={title}>
        <a class="button" href={`/muc/${entry.id}/lich-su`}>
          {say(messages.fullHistory)}
        </a>
      </ScreenHead>
      {done && (
        <Notice kind="ok">
          <p>{say(done)}.</p>
        </Notice>
      )}
      <div class="desk">
        <div class="stack">
          <Live c={c} live={live} placements={placements} newest={newest} />
          <Versions c={c} editions={editions} />
          <Corrections c={c} editions={editions} />
          <Comments c={c} edition={newest} comments={comments} />
        </div>
        <div class="stack">
          {live && mayWrite(actor, live) && !editions.some((edition) => isOpen(edition.state)) && (
            <Continue c={c} entry={entry} attempt={attempt} />
          )}
          <Translations
            c={c}
            entry={entry}
            newest={{ ...newest, language: newest.content.language }}
            known={otherLanguage}
            attempt={attempt}
          />
          <PlacementList c={c} entry={entry} placements={placements} live={live !== undefined} />
          {live && mayOffer && <OfferForm c={c} entry={entry} sites={sites} attempt={attempt} />}
        </div>
      </div>
    </Page>
  )
}

const Live: FC<{
  c: OfficeContext
  live: EditionView | undefined
  placements: readonly PlacementView[]
  newest: EditionView
}> = ({ c, live, placements, newest }) => {
  const { say, language, config } = c.var
  const addresses = placements.filter(
    ({ state, path, host }) => (state === 'home' || state === 'accepted') && path && host,
  )
  return (
    <section class="panel" aria-labelledby="dia-chi">
      <h2 id="dia-chi">{say(messages.liveAddress)}</h2>
      {!live && (
        <p class="row">
          <StateTag state={newest.state} say={say} />{' '}
          <span class="soft">{say(newest.firstPublishedAt ? messages.gone : messages.notLive)}</span>
        </p>
      )}
      {newest.state === 'withdrawn' && newest.withdrawalReason && (
        <p>
          {say(messages.withdrawalReason)}: {newest.withdrawalReason}
        </p>
      )}
      {live && (
        <>
          <p class="row">
            <StateTag state="published" say={say} />{' '}
            {live.publishedAt && <When at={live.publishedAt} language={language} />}{' '}
            {live.publishedByName && <span class="soft">{live.publishedByName}</span>}
          </p>
          <ul class="addresses">
            {addresses.map(({ host, path, siteName }) => (
              <li>
                <a href={publicAddress(config, host!, path!)} rel="noopener" target="_blank">
                  {siteName}
                </a>{' '}
                <span class="soft small">{path}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const Versions: FC<{ c: OfficeContext; editions: readonly EditionView[] }> = ({ c, editions }) => {
  const { say, language } = c.var
  return (
    <section class="panel" aria-labelledby="phien-ban">
      <h2 id="phien-ban">{say(messages.versionsOf)}</h2>
      <ol class="timeline" reversed>
        {editions.map((edition) => (
          <li>
            <p class="row">
              <a href={`/ban-thao/${edition.id}/duyet`}>{fill(say(messages.versionN), { n: edition.version })}</a>{' '}
              <StateTag state={edition.state} say={say} />
            </p>
            <p class="soft small">
              {edition.authorName} · <When at={edition.updatedAt} language={language} />
            </p>
            {edition.correctionNote && (
              <p class="said">
                {say(messages.correctionNote)}: {edition.correctionNote}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

const Corrections: FC<{ c: OfficeContext; editions: readonly EditionView[] }> = ({ c, editions }) => {
  const { say, language } = c.var
  const shown = editions.filter((edition) => edition.correctionNote && edition.publishedAt)
  if (shown.length === 0) return null
  return (
    <section class="panel" aria-labelledby="cac-dinh-chinh">
      <h2 id="cac-dinh-chinh">{say(messages.corrections)}</h2>
      <ul class="comments">
        {shown.map((edition) => (
          <li>
            <p class="said">{edition.correctionNote}</p>
            <p class="soft small">
              <When at={edition.publishedAt!} language={language} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A live text is continued in a new version: with a public note, or without. */
const Continue: FC<{ c: OfficeContext; entry: EntryHead; attempt?: EntryAttempt }> = ({ c, entry, attempt }) => {
  const { say } = c.var
  const mine = attempt?.form === 'dinh-chinh' ? attempt : undefined
  return (
    <section class="panel" aria-labelledby="sua-bai">
      <h2 id="sua-bai">{say(messages.revise)}</h2>
      <p class="soft small">{say(messages.reviseWhat)}</p>
      <form method="post" action={`/muc/${entry.id}/phien-ban-moi`}>
        <button type="submit" class="button">
          {say(messages.revise)}
        </button>
      </form>
      <form class="stack" method="post" action={`/muc/${entry.id}/dinh-chinh`} data-keep>
        <Field
          label={say(messages.correctNote)}
          name="note"
          hint={say(messages.correctWhat)}
          rows={3}
          required
          value={mine?.typed.note}
          error={mine?.errors.note}
        />
        <div>
          <button type="submit" class="button">
            {say(messages.correct)}
          </button>
        </div>
      </form>
    </section>
  )
}
