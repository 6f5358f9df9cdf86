import { publicAddress } from '../../editions/office/public-address.ts'
import { Empty, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { fill } from '../../web/message.ts'
import { mayArrange } from '../policy.ts'
import { homeOf } from '../queries.ts'
import { styles } from './home-screen.tsx'
import { messages } from './messages.ts'

/** GET /cong/:site/trang-chu/xem-thu: the draft in a frame, as wide as a telephone or a desk. */
export async function showHomePreview(c: OfficeContext): Promise<Response> {
  const { db, siteId, say, actor, config } = c.var
  const home = await homeOf(db, siteId)
  if (!home) throw new NotFound()
  const token = /^[\w-]{20,60}$/.exec(c.req.query('ma') ?? '')?.[0]
  const wide = c.req.query('rong') === 'may-tinh'
  const here = `/cong/${siteId}/trang-chu/xem-thu`
  const url = home.host && !home.closedAt && token && publicAddress(config, home.host, `/xem-thu-trang-chu/${token}`)
  const title = fill(say(messages.previewTitle), { site: home.shortName })
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <a class="button" href={`/cong/${siteId}/trang-chu`}>
          {say(messages.back)}
        </a>
      </ScreenHead>
      {url ? (
        <>
          <p>{say(messages.previewText)}</p>
          <nav class="sites-contents" aria-label={say(messages.previewFrame)}>
            <ul>
              <li>
                <a href={`${here}?ma=${token}`} aria-current={wide ? undefined : 'page'}>
                  {say(messages.previewPhone)}
                </a>
              </li>
              <li>
                <a href={`${here}?ma=${token}&rong=may-tinh`} aria-current={wide ? 'page' : undefined}>
                  {say(messages.previewDesk)}
                </a>
              </li>
              <li>
                <a href={url} target="_blank" rel="noopener">
                  {say(messages.openAlone)}
                </a>
              </li>
            </ul>
          </nav>
          <section class="home-preview" tabindex={0} aria-label={say(messages.previewFrame)}>
            <iframe
              class={wide ? 'home-frame home-frame-wide' : 'home-frame'}
              src={url}
              title={say(messages.previewFrame)}
            ></iframe>
          </section>
        </>
      ) : (
        <Empty title={say(home.closedAt ? messages.closedSite : messages.previewNone)}>
          {!home.closedAt && mayArrange(actor, siteId) && (
            <form method="post" action={here}>
              <button type="submit" class="button button-primary">
                {say(messages.preview)}
              </button>
            </form>
          )}
        </Empty>
      )}
    </Page>,
  )
}
