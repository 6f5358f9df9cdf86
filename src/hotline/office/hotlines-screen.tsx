import { ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { sitesOf } from '../../people/actor.ts'
import { messages } from '../messages.ts'
import { callReaders } from '../policy.ts'
import { hotlinesOf } from '../queries.ts'

/** GET /tong-dai: the hotline of the person's portal at once, or a choice where there are several. */
export async function showHotlines(c: OfficeContext): Promise<Response> {
  const { say, db, actor } = c.var
  const hotlines = await hotlinesOf(db, sitesOf(actor, ...callReaders))
  if (hotlines.length === 1) return c.redirect(`/cong/${hotlines[0]!.id}/tong-dai`, 302)
  return c.html(
    <Page c={c} title={say(messages.title)} styles={['office/newsroom.css']}>
      <div class="stack">
        <ScreenHead title={say(messages.title)} />
        <ul class="work-list">
          {hotlines.map(({ id, name }) => (
            <li class="work-item">
              <p class="work-title">
                <a href={`/cong/${id}/tong-dai`}>{name}</a>
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Page>,
  )
}
