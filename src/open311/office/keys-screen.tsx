import type { FC } from 'hono/jsx'
import { inTransaction, type Transaction } from '../../database/connect.ts'
import { ErrorSummary, Field, Notice, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext, OfficeRoute } from '../../office/route.ts'
import { NotFound, Refused } from '../../refusals.ts'
import { dateOf } from '../../web/dates.ts'
import { highestRow, type Typed } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { issueKey } from '../issue-key.ts'
import { messages } from '../messages.ts'
import { keyIssuers, keyReaders, mayIssueKeys } from '../policy.ts'
import { open311Keys, portalsForKeys, type KeyLine } from '../queries.ts'
import { revokeKey } from '../revoke-key.ts'

/** Keys of programs that send reports. */
export const open311OfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/open311', access: { who: keyReaders, on: 'network' }, handle: (c) => showKeys(c) },
  { method: 'POST', path: '/open311/khoa', access: { who: keyIssuers, on: 'network' }, handle: saveKey },
  {
    method: 'POST',
    path: '/open311/khoa/:key/thu-hoi',
    access: { who: keyIssuers, on: 'network' },
    handle: saveRevocation,
  },
]

/** What the screen shows besides the keys: a key just given, or a form that was refused. */
interface Shown {
  given?: { name: string; key: string }
  errors?: Record<string, string>
  typed?: Typed
}

async function showKeys(c: OfficeContext, { given, errors = {}, typed = {} }: Shown = {}): Promise<Response> {
  const { db, say, actor } = c.var
  const may = mayIssueKeys(actor)
  const [keys, portals] = await Promise.all([open311Keys(db), portalsForKeys(db)])
  return c.html(
    <Page c={c} title={say(messages.title)} styles={['office/sites.css']}>
      <ScreenHead title={say(messages.title)} />
      <ErrorSummary errors={errors} />
      <p>{say(messages.lead)}</p>
      {given && (
        <Notice kind="ok">
          <p>{fill(say(messages.issued), { name: given.name })}</p>
          <p>
            <code>{given.key}</code>
          </p>
        </Notice>
      )}
      {c.req.query('da') === 'thu-hoi' && <Notice kind="ok">{say(messages.revoked)}</Notice>}
      <Keys c={c} keys={keys} may={may} />
      {may && (
        <section class="panel" aria-labelledby="cap-khoa">
          <h2 id="cap-khoa">{say(messages.issue)}</h2>
          <form method="post" action="/open311/khoa" class="stack" aria-labelledby="cap-khoa">
            <Field label={say(messages.name)} name="name" value={typed.name} error={errors.name} required />
            <Field label={say(messages.contact)} name="contact" value={typed.contact} error={errors.contact} required />
            <Select
              label={say(messages.site)}
              name="site"
              value={typed.site ?? ''}
              error={errors.site}
              options={[
                { value: '', label: say(messages.everySite) },
                ...portals.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <Field
              label={say(messages.limit)}
              name="limit"
              type="number"
              min="1"
              max="100000"
              value={typed.limit ?? 200}
              error={errors.limit}
              required
            />
            <div class="row">
              <button type="submit" class="button button-primary">
                {say(messages.issue)}
              </button>
            </div>
          </form>
        </section>
      )}
    </Page>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const Keys: FC<{ c: OfficeContext; keys: readonly KeyLine[]; may: boolean }> = ({ c, keys, may }) => {
  const { say, language } = c.var
  if (keys.length === 0) return <p>{say(messages.none)}</p>
  return (
    <section class="panel" aria-labelledby="khoa-da-cap">
      <h2 id="khoa-da-cap">{say(messages.keys)}</h2>
      <div class="table-room">
        <table class="table">
          <thead>
            <tr>
              {[
                messages.name,
                messages.contact,
                messages.site,
                messages.key,
                messages.limit,
                messages.used,
                messages.state,
              ].map((label) => (
                <th scope="col">{say(label)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr>
                <th scope="row">{key.name}</th>
                <td>{key.contact}</td>
                <td>{key.siteName ?? say(messages.everySite)}</td>
                <td>
                  <code>{`${key.beginning}…`}</code>
                </td>
                <td>{key.dailyLimit.toLocaleString('vi-VN')}</td>
                <td>{`${key.today} / ${key.total}`}</td>
                <td>
                  {key.revokedAt ? (
                    fill(say(messages.revokedOn), { day: dateOf(key.revokedAt, language) })
                  ) : may ? (
                    <form
                      method="post"
                      action={`/open311/khoa/${key.id}/thu-hoi`}
                      data-confirm={say(messages.revokeAsk)}
                    >
                      <button type="submit" class="button button-danger">
                        {say(messages.revoke)}
                        <span class="visually-hidden">{`: ${key.name}`}</span>
                      </button>
                    </form>
                  ) : (
                    say(messages.active)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** POST /open311/khoa: the answer is the only page that ever shows the key. */
async function saveKey(c: OfficeContext): Promise<Response> {
  const body = await c.req.parseBody()
  const typed: Typed = Object.fromEntries(
    Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
  const { name = '', contact = '', site = '', limit = '' } = typed
  const siteId = site === '' ? null : rowOf(site)
  const dailyLimit = /^\d{1,6}$/.test(limit) ? Number(limit) : Number.NaN
  const result = await attempt(c, (tx) => issueKey(tx, c.var.actor, { name, contact, siteId, dailyLimit }))
  if ('errors' in result) return showKeys(c, { errors: result.errors, typed })
  return showKeys(c, { given: { name, key: result.done.key } })
}

/** POST /open311/khoa/:key/thu-hoi */
async function saveRevocation(c: OfficeContext): Promise<Response> {
  const keyId = rowOf(c.req.param('key') ?? '')
  if (keyId === 0) throw new NotFound()
  const result = await attempt(c, (tx) => revokeKey(tx, c.var.actor, { keyId }))
  if ('errors' in result) return showKeys(c, { errors: result.errors })
  return c.redirect('/open311?da=thu-hoi', 303)
}

/** The number of a row; 0, which no row has, for what is none. */
const rowOf = (text: string): number => (/^[1-9]\d{0,9}$/.test(text) && Number(text) <= highestRow ? Number(text) : 0)

async function attempt<T>(
  c: OfficeContext,
  act: (tx: Transaction) => Promise<T>,
): Promise<{ done: T } | { errors: Record<string, string> }> {
  try {
    return { done: await inTransaction(c.var.db, act) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const errors: Record<string, string> = {}
    for (const [i, reason] of error.reasons.entries()) errors[error.codes[i]?.split(':')[0] ?? 'form'] ??= reason
    return { errors }
  }
}
