import type { FC } from 'hono/jsx'
import { Empty, Field, Paging, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import type { Say } from '../../web/message.ts'
import { cleanLine } from '../../web/vietnamese.ts'
import { mayOnNetwork } from '../policy.ts'
import { siteList, type SiteRow } from '../queries.ts'
import { isTemplateName, templateLabels, templateNames } from '../templates.ts'
import { styles, withQuery } from './form.tsx'
import { messages } from './messages.ts'

/** GET /cong: the portals an administrator or auditor may see. */
export async function showSites(c: OfficeContext): Promise<Response> {
  const { say, db, actor } = c.var
  const text = cleanLine(c.req.query('q') ?? '').slice(0, 200)
  const template = c.req.query('mau') ?? ''
  const wanted = c.req.query('trang-thai') ?? ''
  const state = wanted === 'open' || wanted === 'closed' ? wanted : undefined
  const after = c.req.query('sau')
  const page = await siteList(db, actor, { text, template, state }, after)
  const here = (more: Record<string, string | undefined>): string =>
    withQuery('/cong', { q: text, mau: template, 'trang-thai': state, ...more })
  const network = mayOnNetwork(actor, 'createSite')
  return c.html(
    <Page c={c} title={say(messages.sites)} styles={styles}>
      <ScreenHead title={say(messages.sites)}>
        {(network || mayReadTemplates(c)) && (
          <a class="button" href="/mau/ward">
            {say(messages.templates)}
          </a>
        )}
        {network && (
          <a class="button button-primary" href="/cong/moi">
            {say(messages.newSite)}
          </a>
        )}
      </ScreenHead>
      <form class="filters" method="get" action="/cong" role="search" aria-label={say(messages.sites)}>
        <Field label={say(messages.searchSites)} name="q" value={text} type="search" />
        <Select
          label={say(messages.template)}
          name="mau"
          value={template}
          options={[
            { value: '', label: say(messages.all) },
            ...templateNames.map((name) => ({ value: name, label: say(templateLabels[name]) })),
          ]}
        />
        <Select
          label={say(messages.state)}
          name="trang-thai"
          value={state}
          options={[
            { value: '', label: say(messages.all) },
            { value: 'open', label: say(messages.open) },
            { value: 'closed', label: say(messages.closed) },
          ]}
        />
        <div class="row">
          <button type="submit" class="button">
            {say(messages.filter)}
          </button>
        </div>
      </form>
      {page.rows.length === 0 ? (
        <Empty title={say(messages.noSites)}>
          <p>{say(messages.noSitesHint)}</p>
          <p>
            <a href="/cong">{say(messages.showAll)}</a>
          </p>
        </Empty>
      ) : (
        <SiteTable rows={page.rows} say={say} />
      )}
      <Paging next={page.next && here({ sau: page.next })} first={after && here({})} say={say} />
    </Page>,
  )
}

const mayReadTemplates = (c: OfficeContext): boolean =>
  c.var.actor.memberships.some((m) => m.siteId === null && m.role === 'auditor')

const SiteTable: FC<{ rows: readonly SiteRow[]; say: Say }> = ({ rows, say }) => (
  <table class="table">
    <thead>
      <tr>
        <th scope="col">{say(messages.name)}</th>
        <th scope="col">{say(messages.host)}</th>
        <th scope="col">{say(messages.template)}</th>
        <th scope="col">{say(messages.parent)}</th>
        <th scope="col">{say(messages.state)}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr>
          <th scope="row">
            <a href={`/cong/${row.id}`}>{row.name}</a>
          </th>
          <td data-label={say(messages.host)}>{row.host ?? '—'}</td>
          <td data-label={say(messages.template)}>
            {isTemplateName(row.template) ? say(templateLabels[row.template]) : row.template}
          </td>
          <td data-label={say(messages.parent)}>{row.parentName ?? '—'}</td>
          <td data-label={say(messages.state)}>
            {row.closedAt ? (
              <span class="tag tag-warn">{say(messages.closed)}</span>
            ) : (
              <span class="tag tag-ok">{say(messages.open)}</span>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
