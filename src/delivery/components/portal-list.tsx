import type { FC } from 'hono/jsx'
import type { LinkedSite } from '../../editions/live-topics.ts'
import type { DeliveryContext } from '../route.ts'
import { originOf } from '../site-of-host.ts'

/** Portals by name, each with the way to its front page. */
export const PortalList: FC<{ c: DeliveryContext; portals: readonly LinkedSite[] }> = ({ c, portals }) => (
  <ul class="network-list plain">
    {portals.map((one) => (
      <li>
        <a href={`${originOf(c.var.config, one.host)}/`} lang={one.lang.shortName}>
          {one.shortName}
        </a>
      </li>
    ))}
  </ul>
)
