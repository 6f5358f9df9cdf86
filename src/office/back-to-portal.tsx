import type { FC } from 'hono/jsx'
import { caseDesk } from '../cases/policy.ts'
import { holds, holdsSomewhere } from '../people/actor.ts'
import { siteReaders } from './portal-ways.ts'
import type { OfficeContext } from './route.ts'

/** The way back from a screen of a portal: to its own screen for who may open that, to their cases for who deals with cases. */
export const BackToPortal: FC<{ c: OfficeContext; name: string }> = ({ c, name }) => {
  const { actor, siteId, say } = c.var
  if (holds(actor, siteId, ...siteReaders))
    return (
      <a class="button button-back" href={`/cong/${siteId}`}>
        {name}
      </a>
    )
  if (!holdsSomewhere(actor, ...caseDesk)) return null
  return (
    <a class="button button-back" href="/ho-so">
      {say({ vi: 'Hồ sơ công dân', en: 'Citizens’ cases' })}
    </a>
  )
}
