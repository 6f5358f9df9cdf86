import type { FC } from 'hono/jsx'
import { publicAddress } from '../../editions/office/public-address.ts'
import { Field, Select } from '../../office/components.tsx'
import { fill, type Say } from '../../web/message.ts'
import type { SiteSummary, SiteView } from '../queries.ts'
import { ActForm } from './form.tsx'
import { messages } from './messages.ts'
import { errorsIn, Saved, typedIn, type View } from './site-view.tsx'

/** Where the portal answers. */
export const HostPanel: FC<View> = (view) => {
  const {
    c: {
      var: { say, config },
    },
    site,
    network,
  } = view
  const to = `/cong/${site.id}/ten-mien`
  return (
    <section class="panel" id="ten-mien">
      <h2>{say(messages.hosts)}</h2>
      <Saved {...view} part="ten-mien" />
      <p class="hint soft small">{say(messages.hostsHint)}</p>
      <ul class="sites-hosts">
        {site.hosts.map(({ host, isPrimary }) => (
          <li>
            <a class="sites-host" href={publicAddress(config, host, '/')}>
              {host}
            </a>
            {isPrimary && <span class="tag tag-ok">{say(messages.primary)}</span>}
            {network && !isPrimary && (
              <HostButton to={`${to}/chinh`} host={host} label={say(messages.makePrimary)} kind="" />
            )}
            {network && !isPrimary && (
              <HostButton
                to={`${to}/go`}
                host={host}
                label={say(messages.remove)}
                kind="button-danger"
                ask={fill(say(messages.removeHostAsk), { host })}
              />
            )}
          </li>
        ))}
      </ul>
      {network && (
        <ActForm
          action={to}
          may={network}
          say={say}
          submit={say(messages.addHost)}
          kind=""
          label={say(messages.addHost)}
        >
          <Field
            label={say(messages.addHost)}
            name="host"
            value={typedIn(view, 'ten-mien')?.host}
            hint={say(messages.hostExample)}
            error={errorsIn(view, 'ten-mien').host}
            required
          />
        </ActForm>
      )}
    </section>
  )
}

const HostButton: FC<{ to: string; host: string; label: string; kind: string; ask?: string }> = (button) => {
  const { to, host, label, kind, ask } = button
  return (
    <form method="post" action={to} data-confirm={ask}>
      <input type="hidden" name="host" value={host} />
      <button type="submit" class={`button ${kind}`.trim()}>
        {label}
        <span class="visually-hidden"> {host}</span>
      </button>
    </form>
  )
}

/** The unit it is for, and the portals above and below. */
export const PlacePanel: FC<View & { others: readonly SiteSummary[] }> = (view) => {
  const {
    c: {
      var: { say },
    },
    site,
    network,
    others,
  } = view
  const errors = errorsIn(view, 'vi-tri')
  const typed = typedIn(view, 'vi-tri')
  return (
    <section class="panel" id="vi-tri">
      <h2>{say(messages.place)}</h2>
      <Saved {...view} part="vi-tri" />
      <p>
        {say(messages.unit)}: <strong>{site.unit.name}</strong> ({site.unit.code})
      </p>
      {network ? (
        <ActForm action={`/cong/${site.id}/vi-tri`} may={network} say={say} label={say(messages.place)}>
          <div class="sites-pair">
            <Field
              label={say(messages.unitCode)}
              name="unitId"
              value={typed?.unitId ?? site.unit.code}
              error={errors.unitId}
              required
            />
            <Select
              label={say(messages.parent)}
              name="parentId"
              value={typed?.parentId ?? site.parentId ?? ''}
              error={errors.parentId}
              options={[
                { value: '', label: say(messages.noParent) },
                ...others.map((other) => ({ value: other.id, label: other.name })),
              ]}
            />
          </div>
        </ActForm>
      ) : (
        <p>
          {say(messages.parent)}: {site.parent?.name ?? '—'}
        </p>
      )}
      {site.below.length > 0 && <BelowList site={site} linked={network} say={say} />}
    </section>
  )
}

const BelowList: FC<{ site: SiteView; linked: boolean; say: Say }> = ({ site, linked, say }) => (
  <details>
    <summary>
      {say(messages.below)} ({site.below.length})
    </summary>
    <ul>
      {site.below.map(({ id, shortName }) => (
        <li>{linked ? <a href={`/cong/${id}`}>{shortName}</a> : shortName}</li>
      ))}
    </ul>
  </details>
)

/** Closing it and opening it again. */
export const ClosurePanel: FC<View> = (view) => {
  const { c, site, network } = view
  const { say } = c.var
  return (
    <section class="panel" id="trang-thai">
      <h2>{say(messages.closure)}</h2>
      <Saved {...view} part="trang-thai" />
      <p>{say(messages.closeHint)}</p>
      {network && (
        <ActForm
          action={`/cong/${site.id}/trang-thai`}
          may={network}
          say={say}
          submit={say(site.closedAt ? messages.reopen : messages.close)}
          kind={site.closedAt ? '' : 'button-danger'}
          label={say(messages.closure)}
          ask={site.closedAt ? undefined : say(messages.closeAsk)}
        >
          <input type="hidden" name="closed" value={site.closedAt ? '0' : '1'} />
        </ActForm>
      )}
    </section>
  )
}
