import type { FC } from 'hono/jsx'
import { Select } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { fill } from '../../web/message.ts'
import type { EditionView } from '../queries.ts'
import { messages } from './messages.ts'

const lifetimes = [1, 8, 24, 72, 168] as const

/** Signed links to a draft: make one, see it once, revoke all. */
export const PreviewPanel: FC<{ c: OfficeContext; edition: EditionView; url?: string; mayMake: boolean }> = ({
  c,
  edition,
  url,
  mayMake,
}) => {
  const { say } = c.var
  if (!mayMake) return null
  return (
    <details class="panel" open={url !== undefined}>
      <summary>
        <strong>{say(messages.preview)}</strong>
      </summary>
      {url && (
        <div class="notice notice-ok" role="status" tabindex={-1} data-focus>
          <p>{say(messages.previewMade)}</p>
          <p class="preview-url">
            <a href={url} rel="noopener" target="_blank">
              {url}
            </a>
          </p>
        </div>
      )}
      <p class="soft small">{say(messages.previewWhat)}</p>
      <form class="stack" method="post" action={`/ban-thao/${edition.id}/xem-thu`}>
        <Select
          label={say(messages.previewHours)}
          name="hours"
          value={24}
          options={lifetimes.map((value) => ({
            value,
            label: value < 48 ? fill(say(messages.hours), { n: value }) : fill(say(messages.days), { n: value / 24 }),
          }))}
        />
        <div>
          <button type="submit" class="button">
            {say(messages.previewMake)}
          </button>
        </div>
      </form>
      <form method="post" action={`/ban-thao/${edition.id}/xem-thu/thu-hoi`}>
        <button type="submit" class="link">
          {say(messages.previewRevoke)}
        </button>
      </form>
    </details>
  )
}
