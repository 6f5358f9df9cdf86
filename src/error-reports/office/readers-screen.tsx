import { Empty, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { fill } from '../../web/message.ts'
import { messages } from '../messages.ts'
import { sitesWithReports } from '../queries.ts'

/** GET /ban-doc: what readers of a person's portals say. Who works on one portal goes to its reports at once. */
export async function showReaders(c: OfficeContext): Promise<Response> {
  const { say } = c.var
  const sites = await sitesWithReports(c.var.db, c.var.actor)
  const [only] = sites
  if (only && sites.length === 1) return c.redirect(`/cong/${only.siteId}/bao-loi`, 303)
  return c.html(
    <Page c={c} title={say(messages.readers)} styles={['office/newsroom.css']}>
      <div class="stack">
        <ScreenHead title={say(messages.readers)} />
        <p class="soft">{say(messages.readersLead)}</p>
        {sites.length === 0 ? (
          <Empty title={say(messages.noSites)} />
        ) : (
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{say(messages.site)}</th>
                <th scope="col">{say(messages.openCount)}</th>
                <th scope="col">{say(messages.overdueCount)}</th>
                <th scope="col">{say(messages.satisfaction)}</th>
              </tr>
            </thead>
            <tbody>
              {sites.map(({ siteId, name, open, overdue, ratings, satisfied }) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td data-label={say(messages.openCount)}>
                    <a href={`/cong/${siteId}/bao-loi`}>
                      {open}
                      <span class="visually-hidden">{` ${say(messages.openCount)}, ${name}`}</span>
                    </a>
                  </td>
                  <td data-label={say(messages.overdueCount)}>
                    {overdue > 0 ? <span class="tag tag-danger">{overdue}</span> : '0'}
                  </td>
                  <td data-label={say(messages.satisfaction)}>
                    <a href={`/cong/${siteId}/hai-long`}>
                      {ratings === 0
                        ? say(messages.noneRated)
                        : fill(say(messages.ofRatings), { share: Math.round((satisfied / ratings) * 100), n: ratings })}
                      <span class="visually-hidden">{`, ${name}`}</span>
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Page>,
  )
}
