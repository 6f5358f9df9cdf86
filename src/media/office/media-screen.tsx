import type { FC } from 'hono/jsx'
import { Empty, ErrorSummary, Field, Notice, ScreenHead, When } from '../../office/components.tsx'
import { stateNames } from '../../office/messages.ts'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import type { State } from '../../editions/edition.ts'
import { NotFound } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { officeImageUrl } from '../address.ts'
import { kindOfMime, lengthInWords, sizeInWords } from '../file-kinds.ts'
import { messages } from '../messages.ts'
import { mayChangeMedia } from '../policy.ts'
import { mediaById, usesOfMedia, variantsOf, type MediaUse, type MediaView, type Variant } from '../queries.ts'
import { FocalPanel } from './focal-panel.tsx'

/** What the screen shows beside the file itself, after a form came back. */
export interface MediaScreenState {
  errors?: Record<string, string>
  typed?: Typed
  /** Someone else saved meanwhile: their words are shown beside what was typed. */
  stale?: boolean
  /** Why it cannot be removed. */
  refusal?: readonly string[]
  status?: 409 | 422
}

/** GET /thu-vien/:media */
export const showMedia = (c: OfficeContext): Promise<Response> => drawMedia(c, {})

/** Draws the screen of a file, with what came back from a form. */
export async function drawMedia(c: OfficeContext, state: MediaScreenState): Promise<Response> {
  const { say } = c.var
  const id = Number(c.req.param('media'))
  const [media, uses, variants] = await Promise.all([
    mediaById(c.var.db, id),
    usesOfMedia(c.var.db, id),
    variantsOf(c.var.db, [id]),
  ])
  if (!media) throw new NotFound()
  const mayChange = mayChangeMedia(c.var.actor, media)
  return c.html(
    <Page c={c} title={media.name} styles={['office/media.css']}>
      <div class="stack">
        <ScreenHead title={media.name}>
          <a class="button" href={`/thu-vien?cong=${media.siteId}`}>
            {say(messages.backToLibrary)}
          </a>
        </ScreenHead>
        {c.req.query('da-luu') !== undefined && <Notice kind="ok">{say(messages.saved)}</Notice>}
        {media.state === 'failed' && <Notice kind="warn">{say(messages.failedHint)}</Notice>}
        {state.stale && <Notice kind="warn">{say(messages.stale)}</Notice>}
        {state.refusal && (
          <Notice kind="error">
            <ul>
              {state.refusal.map((reason) => (
                <li>{reason}</li>
              ))}
            </ul>
          </Notice>
        )}
        <ErrorSummary errors={state.errors ?? {}} />
        <div class="media-columns">
          <div class="stack">
            {media.kind === 'image' && <Preview media={media} />}
            {media.kind === 'video' && <Player media={media} />}
            {mayChange && <Words c={c} media={media} state={state} />}
            {media.kind === 'image' && mayChange && media.width && media.height && (
              <FocalPanel c={c} media={media} errors={state.errors} typed={state.typed} />
            )}
          </div>
          <div class="stack">
            <Uses c={c} uses={uses} />
            <Facts c={c} media={media} variants={variants.get(id) ?? []} readOnly={!mayChange} />
            {mayChange && <Removal c={c} media={media} used={uses.length > 0} />}
          </div>
        </div>
      </div>
    </Page>,
    state.status ?? 200,
  )
}

const Preview: FC<{ media: MediaView }> = ({ media }) => (
  <a class="media-preview" href={officeImageUrl(media.id, 0)}>
    <img
      src={officeImageUrl(media.id, 960)}
      alt={media.alt || media.name}
      width={media.width ?? undefined}
      height={media.height ?? undefined}
    />
  </a>
)

const Player: FC<{ media: MediaView }> = ({ media }) => (
  <video
    class="media-player"
    controls
    playsinline
    preload="metadata"
    src={officeImageUrl(media.id, 0)}
    width={media.width ?? undefined}
    height={media.height ?? undefined}
    aria-label={media.name}
  />
)

const Words: FC<{ c: OfficeContext; media: MediaView; state: MediaScreenState }> = ({ c, media, state }) => {
  const { say } = c.var
  const { typed, errors = {} } = state
  const now = (value: string): string | undefined =>
    state.stale ? fill(say(messages.staleNow), { value: value || say(messages.empty) }) : undefined
  return (
    <section class="panel" aria-labelledby="loi">
      <h2 id="loi">{say(messages.words)}</h2>
      <p class="hint">{say(messages.wordsHint)}</p>
      <form class="stack" method="post" action={`/thu-vien/${media.id}/thong-tin`}>
        <input type="hidden" name="revision" value={media.revision} />
        {media.kind === 'image' && (
          <Field
            label={say(messages.alt)}
            name="alt"
            rows={2}
            value={typed?.alt ?? media.alt}
            error={errors.alt}
            hint={now(media.alt) ?? say(messages.altHint)}
          />
        )}
        <Field
          label={say(messages.caption)}
          name="caption"
          rows={3}
          value={typed?.caption ?? media.caption}
          error={errors.caption}
          hint={now(media.caption)}
        />
        <Field
          label={say(messages.source)}
          name="source"
          value={typed?.source ?? media.source}
          error={errors.source}
          hint={now(media.source)}
        />
        <div class="row">
          <button type="submit" class="button button-primary">
            {say(messages.saveWords)}
          </button>
        </div>
      </form>
    </section>
  )
}

const Uses: FC<{ c: OfficeContext; uses: readonly MediaUse[] }> = ({ c, uses }) => {
  const { say } = c.var
  return (
    <section class="panel" aria-labelledby="dang-dung">
      <h2 id="dang-dung">{say(messages.uses)}</h2>
      {uses.length === 0 ? (
        <Empty title={say(messages.noUses)} />
      ) : (
        <ul class="media-uses">
          {uses.map((use) => (
            <li>
              <a href={`/ban-thao/${use.editionId}`}>{use.title}</a>
              <span class="hint">
                {fill(say(messages.version), { version: use.version })} · {say(stateNames[use.state as State])}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const Facts: FC<{ c: OfficeContext; media: MediaView; variants: readonly Variant[]; readOnly: boolean }> = ({
  c,
  media,
  variants,
  readOnly,
}) => {
  const { say, language } = c.var
  const stateTone = media.state === 'ready' ? 'tag tag-ok' : media.state === 'failed' ? 'tag tag-danger' : 'tag'
  const fact = (label: string, value: unknown) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
  return (
    <section class="panel" aria-labelledby="ve-tep">
      <h2 id="ve-tep">{say(messages.facts)}</h2>
      <dl class="media-fact-list">
        {fact(say(messages.type), kindOfMime(media.mime)?.label ?? media.mime)}
        {fact(say(messages.size), sizeInWords(media.bytes))}
        {media.width &&
          media.height &&
          fact(say(messages.dimensions), fill(say(messages.pixels), { width: media.width, height: media.height }))}
        {media.durationMs !== null && fact(say(messages.length), lengthInWords(media.durationMs))}
        {media.language &&
          fact(say(messages.language), say(media.language === 'vi' ? messages.vietnamese : messages.english))}
        {fact(say(messages.state), <span class={stateTone}>{say(messages[media.state])}</span>)}
        {media.kind === 'image' &&
          fact(say(messages.variants), variants.length === 0 ? say(messages.noVariants) : variantsInWords(variants))}
        {readOnly && media.alt && fact(say(messages.alt), media.alt)}
        {readOnly && media.caption && fact(say(messages.caption), media.caption)}
        {readOnly && media.source && fact(say(messages.source), media.source)}
        {fact(say(messages.uploadedBy), media.createdByName)}
        {fact(say(messages.uploadedAt), <When at={media.createdAt} language={language} />)}
        {fact(say(messages.digest), <code class="media-digest">{media.sha256}</code>)}
      </dl>
      <p>
        <a class="button" href={officeImageUrl(media.id, 0)} download={media.name}>
          {say(messages.download)}
        </a>
      </p>
    </section>
  )
}

const variantsInWords = (variants: readonly Variant[]): string => {
  const widths = [...new Set(variants.map((variant) => variant.width))].join(', ')
  return `${widths} px (${[...new Set(variants.map((variant) => variant.format.toUpperCase()))].join(', ')})`
}

const Removal: FC<{ c: OfficeContext; media: MediaView; used: boolean }> = ({ c, media, used }) => {
  const { say } = c.var
  return (
    <section class="panel" aria-labelledby="xoa">
      <h2 id="xoa">{say(messages.remove)}</h2>
      <p class="hint">{say(messages.removeHint)}</p>
      {!used && (
        <form class="stack" method="post" action={`/thu-vien/${media.id}/viec-xoa`}>
          <Field label={say(messages.removeSure)} name="chac" type="checkbox" required />
          <div class="row">
            <button type="submit" class="button button-danger">
              {say(messages.remove)}
            </button>
          </div>
        </form>
      )}
    </section>
  )
}
