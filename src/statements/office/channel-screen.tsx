import type { FC } from 'hono/jsx'
import { publicAddress } from '../../editions/office/public-address.ts'
import { Empty, ErrorSummary, Field, Notice, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { ActForm, type Errors } from '../../sites/office/form.tsx'
import { MoveButtons } from '../../sites/office/move-buttons.tsx'
import { siteById } from '../../sites/queries.ts'
import type { Typed } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { mayState } from '../policy.ts'
import { channelsOf, type ChannelRow } from '../queries.ts'
import { channelKindNames, channelKinds, statementRules, type Channel } from '../statement.ts'
import { styles } from './assessment-screen.tsx'
import { messages } from './messages.ts'

export interface ChannelRefusal {
  /** The channel whose form was refused; none: the form that adds one. */
  channelId?: number
  errors: Errors
  typed: Typed
}

/** GET /cong/:site/kenh, and the answer to every refused form of it. */
export async function showChannels(c: OfficeContext, refusal?: ChannelRefusal): Promise<Response> {
  const { db, siteId, say, actor, config } = c.var
  const [site, rows] = await Promise.all([siteById(db, siteId), channelsOf(db, siteId)])
  if (!site) throw new NotFound()
  const mine = mayState(actor, siteId)
  const title = fill(say(messages.channelsOf), { site: site.shortName })
  const main = site.hosts.find(({ isPrimary }) => isPrimary)
  const adding = refusal?.channelId === undefined ? refusal : undefined
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <a class="button button-back" href={`/cong/${siteId}`}>
          {site.shortName}
        </a>
        {main && !site.closedAt && (
          <a class="button" href={publicAddress(config, main.host, '/kenh-thong-tin')}>
            {say(messages.see)}
          </a>
        )}
      </ScreenHead>
      {adding && <ErrorSummary errors={adding.errors} />}
      {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      {!mine && <Notice kind="warn">{say(messages.readOnly)}</Notice>}
      <p>{fill(say(messages.channelsIntro), { source: say(statementRules.channels.source) })}</p>
      <section class="panel" aria-labelledby="danh-sach">
        <h2 id="danh-sach">{say(messages.list)}</h2>
        {rows.length === 0 ? (
          <Empty title={say(messages.noChannels)}>{mine && <p>{say(messages.noChannelsText)}</p>}</Empty>
        ) : (
          rows.map((row, place) => (
            <ChannelLine
              c={c}
              row={row}
              ends={[place === 0, place === rows.length - 1]}
              mine={mine}
              refusal={refusal}
            />
          ))
        )}
      </section>
      {mine && (
        <section class="panel" aria-labelledby="them-kenh">
          <h2 id="them-kenh">{say(messages.addChannel)}</h2>
          <ActForm action={`/cong/${siteId}/kenh`} may say={say} submit={say(messages.addChannel)}>
            <ChannelFields c={c} values={adding?.typed ?? {}} errors={adding?.errors ?? {}} />
          </ActForm>
        </section>
      )}
    </Page>,
    refusal ? 422 : 200,
  )
}

interface LineProps {
  c: OfficeContext
  row: ChannelRow
  ends: readonly [boolean, boolean]
  mine: boolean
  refusal: ChannelRefusal | undefined
}

const ChannelLine: FC<LineProps> = ({ c, row, ends: [first, last], mine, refusal }) => {
  const { say, siteId } = c.var
  const base = `/cong/${siteId}/kenh/${row.id}`
  const refused = refusal?.channelId === row.id ? refusal : undefined
  return (
    <div class="notice-row" id={`kenh-${row.id}`}>
      <p>
        <span class="tag">{say(channelKindNames[row.kind])}</span> <strong>{row.name}</strong>
        {row.href && <span class="soft small">{` ${row.href.replace(/^tel:/, '')}`}</span>}
      </p>
      {row.purpose && <p class="small">{row.purpose}</p>}
      {mine && (
        <div class="row">
          <MoveButtons action={`${base}/vi-tri`} name={row.name} first={first} last={last} say={say} />
          <form method="post" action={`${base}/bo`}>
            <button type="submit" class="button">
              {say(messages.remove)}
              <span class="visually-hidden"> {row.name}</span>
            </button>
          </form>
        </div>
      )}
      {mine && (
        <details open={refused !== undefined}>
          <summary>
            {say(messages.change)}
            <span class="visually-hidden"> {row.name}</span>
          </summary>
          {refused?.errors.form && <ErrorSummary errors={{ form: refused.errors.form }} />}
          <ActForm action={base} may say={say} label={`${say(messages.change)}: ${row.name}`}>
            <ChannelFields
              c={c}
              values={refused?.typed ?? { ...row, href: row.href.replace(/^tel:/, '') }}
              errors={refused?.errors ?? {}}
              suffix={`-${row.id}`}
            />
          </ActForm>
        </details>
      )}
    </div>
  )
}

interface FieldsProps {
  c: OfficeContext
  values: Partial<Channel>
  errors: Errors
  /** Of the controls, where several forms stand on one screen. */
  suffix?: string
}

const ChannelFields: FC<FieldsProps> = ({ c, values, errors, suffix = '' }) => {
  const { say } = c.var
  const at = (name: keyof Channel) => ({
    id: `o-${name}${suffix}`,
    name,
    value: values[name] ?? '',
    error: errors[name],
  })
  return (
    <>
      <div class="sites-pair">
        <Select
          label={say(messages.kind)}
          {...at('kind')}
          options={channelKinds.map((kind) => ({ value: kind, label: say(channelKindNames[kind]) }))}
        />
        <Field label={say(messages.name)} {...at('name')} required />
      </div>
      <Field label={say(messages.href)} hint={say(messages.hrefHint)} {...at('href')} />
      <Field label={say(messages.purpose)} {...at('purpose')} />
    </>
  )
}
