import type { FC } from 'hono/jsx'
import { inTransaction } from '../../database/connect.ts'
import { createEntry } from '../../editions/create-entry.ts'
import { mayCreate } from '../../editions/policy.ts'
import { Empty, ErrorSummary, Field, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { newsroom, sitesOf } from '../../people/actor.ts'
import { NotFound } from '../../refusals.ts'
import { exactLine } from '../../editions/body/exact-text.ts'
import type { Typed } from '../../web/form.ts'
import { articleKind, articleLimits, genres } from '../article.ts'
import { authorNamed, openSites } from '../queries.ts'
import { messages } from './messages.ts'

/** GET /bai-viet/moi: for which portal. Whoever writes for one only is not asked. */
export async function chooseSite(c: OfficeContext): Promise<Response> {
  const { say, db, actor } = c.var
  const sites = await openSites(db, sitesOf(actor, ...newsroom))
  if (sites.length === 1) return c.redirect(`/cong/${sites[0]!.id}/bai-viet/moi`, 303)
  return await c.html(
    <Page c={c} title={say(messages.newArticle)}>
      <ScreenHead title={say(sites.length > 0 ? messages.whichSite : messages.newArticle)} />
      {sites.length === 0 ? (
        <Empty title={say(messages.noSite)}>
          <p>{say(messages.noSiteWhat)}</p>
        </Empty>
      ) : (
        <ul class="stack">
          {sites.map((site) => (
            <li>
              <a class="button" href={`/cong/${site.id}/bai-viet/moi`}>
                {site.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Page>,
  )
}

/** GET /cong/:site/bai-viet/moi */
export async function showNew(c: OfficeContext): Promise<Response> {
  return await c.html(<NewPage c={c} siteName={await siteName(c)} typed={{}} errors={{}} />)
}

/** POST /cong/:site/bai-viet/moi */
export async function beginArticle(c: OfficeContext): Promise<Response> {
  const { db, actor, kinds, say, siteId } = c.var
  const form = await c.req.parseBody()
  const typed: Typed = { 'tieu-de': String(form['tieu-de'] ?? ''), 'the-loai': String(form['the-loai'] ?? '') }
  const title = exactLine(typed['tieu-de'], articleLimits.title)
  if (!title)
    return await c.html(
      <NewPage c={c} siteName={await siteName(c)} typed={typed} errors={{ 'tieu-de': say(messages.titleMissing) }} />,
      422,
    )
  const byline = await authorNamed(db, actor.name)
  const credits = byline ? [{ authorId: byline.id, name: byline.name, part: 'text' }] : []
  const content = { ...articleKind.empty(), title, genre: typed['the-loai'], credits }
  const { editionId } = await inTransaction(db, (tx) =>
    createEntry(tx, actor, { siteId, kind: articleKind.name, content }, kinds),
  )
  return c.redirect(`/ban-thao/${editionId}`, 303)
}

async function siteName(c: OfficeContext): Promise<string> {
  if (!mayCreate(c.var.actor, c.var.siteId)) throw new NotFound()
  const [site] = await openSites(c.var.db, [c.var.siteId])
  if (!site) throw new NotFound()
  return site.name
}

const NewPage: FC<{ c: OfficeContext; siteName: string; typed: Typed; errors: Record<string, string> }> = ({
  c,
  siteName,
  typed,
  errors,
}) => {
  const { say } = c.var
  return (
    <Page c={c} title={say(messages.newArticle)}>
      <ScreenHead title={say(messages.newArticle)} />
      <p class="soft">{siteName}</p>
      <ErrorSummary errors={errors} />
      <form method="post" class="panel stack">
        <Field
          label={say(messages.title)}
          name="tieu-de"
          value={typed['tieu-de']}
          error={errors['tieu-de']}
          hint={say(messages.titleLater)}
          required
          maxlength={articleLimits.title}
          autocomplete="off"
        />
        <Select
          label={say(messages.genre)}
          name="the-loai"
          value={typed['the-loai'] ?? 'news'}
          options={Object.entries(genres).map(([value, { label }]) => ({ value, label: say(label) }))}
        />
        <div>
          <button type="submit" class="button button-primary">
            {say(messages.begin)}
          </button>
        </div>
      </form>
    </Page>
  )
}
