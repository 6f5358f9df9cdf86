import type { FC } from 'hono/jsx'
import type { OfficeContext } from '../../office/route.ts'
import { fill } from '../../web/message.ts'
import { messages } from './messages.ts'
import type { SiteName } from './newsroom-queries.ts'

/** Begins an article: a plain link for the one portal a person writes for, else a choice. */
export const WriteNew: FC<{ c: OfficeContext; sites: readonly SiteName[] }> = ({ c, sites }) => {
  const { say } = c.var
  const href = (site: SiteName): string => `/cong/${site.id}/bai-viet/moi`
  const [only, ...others] = sites
  if (!only) return null
  if (others.length === 0)
    return (
      <a class="button button-primary" href={href(only)} data-new id="viet-bai-moi">
        {say(messages.writeNew)}
      </a>
    )
  return (
    <details class="drop" id="viet-bai-moi" data-menu>
      <summary class="button button-primary">{say(messages.writeNew)}</summary>
      <ul class="drop-menu">
        {sites.map((site) => (
          <li>
            <a href={href(site)} data-new>
              {fill(say(messages.writeFor), { site: site.shortName })}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
