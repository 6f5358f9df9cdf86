import type { FC } from 'hono/jsx'
import { Empty, Notice, Paging, ScreenHead, Select, Field } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { newsroom, sitesOf } from '../../people/actor.ts'
import { NotFound } from '../../refusals.ts'
import { fill } from '../../web/message.ts'
import { officeImageUrl } from '../address.ts'
import { acceptedTypes, kindOfMime, lengthInWords, sizeInWords } from '../file-kinds.ts'
import { messages } from '../messages.ts'
import { mayUpload } from '../policy.ts'
import { librariesOf, mediaOfSite, type MediaView } from '../queries.ts'
import { readFilter } from './read-filter.ts'
import { receiveFiles, type Received } from './receive-files.ts'

/** GET /thu-vien */
export async function showLibrary(c: OfficeContext): Promise<Response> {
  const sites = await librariesOf(c.var.db, sitesOf(c.var.actor, ...newsroom, 'auditor'))
  const asked = c.req.query('cong')
  const site = asked ? sites.find(({ id }) => String(id) === asked) : sites[0]
  if (asked && !site) throw new NotFound()
  if (!site) {
    return c.html(
      <Page c={c} title={c.var.say(messages.library)}>
        <div class="stack">
          <ScreenHead title={c.var.say(messages.library)} />
          <Empty title={c.var.say(messages.noLibrary)}>
            <p>{c.var.say(messages.noLibraryHint)}</p>
          </Empty>
        </div>
      </Page>,
    )
  }
  return drawLibrary(c, { siteId: site.id, sites })
}

/** POST /cong/:site/tep from the plain form: back to the library, or the same screen with what was refused and why. */
export async function storeFromForm(c: OfficeContext): Promise<Response> {
  const siteId = c.var.siteId
  const sites = await librariesOf(c.var.db, sitesOf(c.var.actor, ...newsroom, 'auditor'))
  const outcome = await receiveFiles(c, siteId)
  if ('problem' in outcome)
    return drawLibrary(c, { siteId, sites, problem: c.var.say(outcome.problem), status: outcome.status })
  const { received } = outcome
  if (received.some((file) => 'refused' in file)) return drawLibrary(c, { siteId, sites, received, status: 422 })
  const before = received.filter((file) => 'stored' in file && file.stored.duplicate).length
  return c.redirect(`/thu-vien?cong=${siteId}&moi=${received.length - before}&cu=${before}`, 303)
}

interface LibraryView {
  siteId: number
  sites: readonly { id: number; name: string }[]
  received?: readonly Received[]
  problem?: string
  status?: 413 | 422
}

async function drawLibrary(c: OfficeContext, view: LibraryView): Promise<Response> {
  const { say } = c.var
  const { filter, q, kind, after } = readFilter(c)
  const page = await mediaOfSite(c.var.db, view.siteId, filter, { after })
  const filtered = q !== '' || kind !== ''
  const address = (more: Record<string, string>): string =>
    `/thu-vien?${new URLSearchParams({ cong: String(view.siteId), ...(q && { q }), ...(kind && { loai: kind }), ...more })}`
  return c.html(
    <Page c={c} title={say(messages.library)} styles={['office/media.css']}>
      <div class="stack">
        <ScreenHead title={say(messages.library)} />
        <Outcome c={c} view={view} />
        {mayUpload(c.var.actor, view.siteId) && <UploadPanel c={c} siteId={view.siteId} error={view.problem} />}
        <form class="filters" method="get" action="/thu-vien">
          {view.sites.length > 1 ? (
            <Select
              label={say(messages.site)}
              name="cong"
              value={view.siteId}
              options={view.sites.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : (
            <input type="hidden" name="cong" value={view.siteId} />
          )}
          <Field label={say(messages.search)} name="q" value={q} type="search" />
          <Select
            label={say(messages.kind)}
            name="loai"
            value={kind}
            options={[
              { value: '', label: say(messages.allKinds) },
              { value: 'anh', label: say(messages.images) },
              { value: 'video', label: say(messages.films) },
              { value: 'phu-de', label: say(messages.captions) },
              { value: 'tai-lieu', label: say(messages.documents) },
              { value: 'thieu-mo-ta', label: say(messages.lackingAlt) },
            ]}
          />
          <div class="row">
            <button type="submit" class="button">
              {say(messages.filter)}
            </button>
            {filtered && (
              <a class="button button-quiet" href={`/thu-vien?cong=${view.siteId}`}>
                {say(messages.clearFilter)}
              </a>
            )}
          </div>
        </form>
        <section aria-labelledby="cac-tep" class="stack">
          <h2 id="cac-tep" class="visually-hidden">
            {say(messages.files)}
          </h2>
          {page.rows.length > 0 ? (
            <ul class="media-grid">
              {page.rows.map((media) => (
                <Tile c={c} media={media} />
              ))}
            </ul>
          ) : (
            <NothingThere c={c} filtered={filtered || after !== undefined} siteId={view.siteId} />
          )}
          <Paging say={say} next={page.next && address({ sau: page.next })} first={after ? address({}) : undefined} />
        </section>
      </div>
    </Page>,
    view.status ?? 200,
  )
}

const Outcome: FC<{ c: OfficeContext; view: LibraryView }> = ({ c, view }) => {
  const { say } = c.var
  const refused = (view.received ?? []).filter((file) => 'refused' in file)
  const stored = (view.received ?? []).filter((file) => 'stored' in file)
  const fresh = view.received ? stored.filter((file) => !file.stored.duplicate).length : count(c, 'moi')
  const before = view.received ? stored.length - fresh : count(c, 'cu')
  return (
    <>
      {c.req.query('da-xoa') !== undefined && <Notice kind="ok">{say(messages.removed)}</Notice>}
      {(fresh > 0 || before > 0) && (
        <Notice kind="ok">
          {fresh > 0 && <p>{fill(say(messages.uploaded), { count: fresh })}</p>}
          {before > 0 && <p>{fill(say(messages.uploadedBefore), { count: before })}</p>}
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice kind="error">
          <p class="notice-title">{say(messages.someRefused)}</p>
          <ul>
            {refused.map((file) => (
              <li>
                <strong>{file.name}</strong>: {file.refused}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

const count = (c: OfficeContext, name: string): number =>
  Math.min(Number(/^\d{1,4}$/.exec(c.req.query(name) ?? '')?.[0] ?? 0), 9999)

const UploadPanel: FC<{ c: OfficeContext; siteId: number; error?: string }> = ({ c, siteId, error }) => {
  const { say } = c.var
  const words = {
    'data-waiting': say({ vi: 'Đang chờ', en: 'Waiting' }),
    'data-sending': say({ vi: 'Đang tải lên…', en: 'Uploading…' }),
    'data-done': say({ vi: 'Đã tải lên', en: 'Uploaded' }),
    'data-duplicate': say({ vi: 'Đã có sẵn trong thư viện', en: 'Already in the library' }),
    'data-failed': say({
      vi: 'Không tải lên được. Kiểm tra kết nối mạng.',
      en: 'Could not be uploaded. Check the network.',
    }),
    'data-signed-out': say({
      vi: 'Phiên làm việc đã hết. Đăng nhập ở thẻ khác rồi bấm Thử lại.',
      en: 'Your session is over. Sign in in another tab, then try again.',
    }),
    'data-retry': say({ vi: 'Thử lại', en: 'Try again' }),
    'data-refresh': say({ vi: 'Xem các tệp vừa tải lên', en: 'Show the uploaded files' }),
  }
  return (
    <section class="panel upload-panel" data-drop aria-labelledby="tai-len">
      <h2 id="tai-len">{say(messages.uploadTitle)}</h2>
      <form method="post" action={`/cong/${siteId}/tep`} enctype="multipart/form-data" data-upload {...words}>
        <div class="field">
          <label for="tep">{say(messages.chooseFiles)}</label>
          <p class="hint" id="tep-hint">
            {fill(say(messages.uploadHint), { megabytes: Math.floor(c.var.config.filmBytes / 1024 / 1024) })}
          </p>
          <div class="upload-row">
            <input
              id="tep"
              type="file"
              name="tep"
              multiple
              required
              accept={acceptedTypes}
              aria-describedby={error ? 'tep-hint tep-error' : 'tep-hint'}
              aria-invalid={error ? 'true' : undefined}
            />
            <button type="submit" class="button button-primary">
              {say(messages.upload)}
            </button>
          </div>
          {error && (
            <p class="error" id="tep-error">
              {error}
            </p>
          )}
        </div>
      </form>
    </section>
  )
}

const Tile: FC<{ c: OfficeContext; media: MediaView }> = ({ c, media }) => {
  const { say } = c.var
  return (
    <li class="media-tile">
      <a href={`/thu-vien/${media.id}`}>
        <span class="media-thumb">
          {media.kind === 'image' ? (
            <img
              src={officeImageUrl(media.id, 320)}
              alt=""
              loading="lazy"
              decoding="async"
              width={media.width ?? undefined}
              height={media.height ?? undefined}
            />
          ) : (
            <span class="media-badge" aria-hidden="true">
              {kindOfMime(media.mime)?.extension.toUpperCase()}
            </span>
          )}
          {media.kind === 'video' && media.durationMs !== null && (
            <span class="media-length">{lengthInWords(media.durationMs)}</span>
          )}
        </span>
        <span class="media-name">{media.name}</span>
      </a>
      <p class="media-facts">
        {sizeInWords(media.bytes)}
        {media.width && ` · ${media.width} × ${media.height}`}
      </p>
      <p class="media-tags">
        {media.state === 'processing' && <span class="tag">{say(messages.processing)}</span>}
        {media.state === 'failed' && <span class="tag tag-danger">{say(messages.failed)}</span>}
        {media.kind === 'image' && media.alt === '' && <span class="tag tag-warn">{say(messages.noAlt)}</span>}
      </p>
    </li>
  )
}

const NothingThere: FC<{ c: OfficeContext; filtered: boolean; siteId: number }> = ({ c, filtered, siteId }) => {
  const { say } = c.var
  if (filtered)
    return (
      <Empty title={say(messages.nothingFound)}>
        <p>{say(messages.nothingFoundHint)}</p>
      </Empty>
    )
  return (
    <Empty title={say(messages.emptyLibrary)}>
      <p>{say(mayUpload(c.var.actor, siteId) ? messages.emptyLibraryHint : messages.emptyLibraryReader)}</p>
    </Empty>
  )
}
