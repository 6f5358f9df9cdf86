import type { FC } from 'hono/jsx'
import { ErrorSummary, Field, Notice, ScreenHead, Select, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'
import type { Say } from '../../web/message.ts'
import { may, mayOnNetwork } from '../policy.ts'
import { siteById, sitesOfActor, type SiteSummary, type SiteView } from '../queries.ts'
import { ActForm, styles, type Errors } from './form.tsx'
import { IdentityFields } from './identity-fields.tsx'
import { messages } from './messages.ts'
import { ThemeFields } from './theme-fields.tsx'

export type Part = 'nhan-dien' | 'giao-dien' | 'ten-mien' | 'quy-trinh' | 'vi-tri' | 'trang-thai'

/** What was refused: the form it came from, its messages, and what was typed there. */
export interface Refusal {
  part: Part
  /** Kind of content whose chain was refused. */
  kind?: string
  errors: Errors
  typed: Typed
}

const parts = [
  ['nhan-dien', messages.identity],
  ['giao-dien', messages.theme],
  ['quy-trinh', messages.chain],
  ['ten-mien', messages.hosts],
  ['vi-tri', messages.place],
  ['trang-thai', messages.closure],
] as const

/** GET /cong/:site, and the answer to every refused form of it. */
export async function showSite(c: OfficeContext, refusal?: Refusal): Promise<Response> {
  const { say, db, actor, siteId } = c.var
  const [site, others] = await Promise.all([siteById(db, siteId), sitesOfActor(db, actor)])
  if (!site) throw new NotFound()
  const view: View = {
    c,
    site,
    refusal,
    own: may(actor, 'changeSite', siteId),
    network: mayOnNetwork(actor, 'closeSite'),
  }
  return c.html(
    <Page c={c} title={site.name} styles={styles} scripts={['office/sites.js']}>
      <ScreenHead title={site.name}>
        <a class="button" href={`/cong/${site.id}/chuyen-muc`}>
          {say(messages.sections)}
        </a>
      </ScreenHead>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      {!view.own && <Notice kind="warn">{say(messages.readOnly)}</Notice>}
      {site.closedAt && (
        <Notice kind="warn">
          {say(messages.closedSince)} <When at={site.closedAt} language={c.var.language} />
        </Notice>
      )}
      <nav class="sites-contents" aria-label={say(messages.onThisPage)}>
        <ul>
          {parts.map(([id, label]) => (
            <li>
              <a href={`#${id}`}>{say(label)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <IdentityPanel {...view} />
      <ThemePanel {...view} />
      <ChainPanel {...view} />
      <HostPanel {...view} />
      <PlacePanel {...view} others={others.filter((other) => other.id !== site.id)} />
      <ClosurePanel {...view} />
    </Page>,
    refusal ? 422 : 200,
  )
}

interface View {
  c: OfficeContext
  site: SiteView
  refusal: Refusal | undefined
  own: boolean
  network: boolean
}

const errorsIn = ({ refusal }: View, part: Part): Errors => (refusal?.part === part ? refusal.errors : {})
const typedIn = ({ refusal }: View, part: Part): Typed | undefined =>
  refusal?.part === part ? refusal.typed : undefined

const IdentityPanel: FC<View> = (view) => {
  const {
    c: {
      var: { say },
    },
    site,
    own,
  } = view
  const { name, shortName, tagline, agency, governingBody, responsiblePerson, address, phone, email } = site
  const stands = { name, shortName, tagline, agency, governingBody, responsiblePerson, address, phone, email }
  return (
    <section class="panel" id="nhan-dien">
      <h2>{say(messages.identity)}</h2>
      <ActForm action={`/cong/${site.id}/nhan-dien`} may={own} say={say} label={say(messages.identity)}>
        <IdentityFields values={typedIn(view, 'nhan-dien') ?? stands} errors={errorsIn(view, 'nhan-dien')} say={say} />
      </ActForm>
    </section>
  )
}

const ThemePanel: FC<View> = (view) => {
  const {
    c: {
      var: { say },
    },
    site,
    own,
  } = view
  const typed = typedIn(view, 'giao-dien')
  const accent = typed ? (typed.ownAccent ? (typed.accent ?? '') : null) : site.accent
  return (
    <section class="panel" id="giao-dien">
      <h2>{say(messages.theme)}</h2>
      <p class="hint soft small">{say(messages.themeHint)}</p>
      <ActForm action={`/cong/${site.id}/giao-dien`} may={own} say={say} label={say(messages.theme)}>
        <ThemeFields
          theme={typed?.theme ?? site.theme}
          accent={accent}
          errors={errorsIn(view, 'giao-dien')}
          say={say}
          name={site.shortName}
        />
      </ActForm>
    </section>
  )
}

const ChainPanel: FC<View> = (view) => {
  const {
    c: {
      var: { say, kinds },
    },
    site,
    own,
    refusal,
  } = view
  const names = [...new Set([...kinds.keys(), ...site.chains.map((chain) => chain.kind)])]
  return (
    <section class="panel" id="quy-trinh">
      <h2>{say(messages.chain)}</h2>
      <p class="hint soft small">
        {say(messages.chainHint)} {say(messages.hoursHint)}
      </p>
      {names.map((kind) => {
        const row = site.chains.find((chain) => chain.kind === kind)
        const mine = refusal?.part === 'quy-trinh' && refusal.kind === kind ? refusal : undefined
        const hours = (name: 'submittedHours' | 'reviewedHours' | 'approvedHours', label: string) => (
          <Field
            id={`o-${name}-${kind}`}
            label={label}
            name={name}
            type="number"
            value={mine?.typed[name] ?? row?.[name] ?? 24}
            error={mine?.errors[name]}
            min="1"
            max="720"
            required
          />
        )
        const label = say(kinds.get(kind)?.label ?? { vi: kind, en: kind })
        return (
          <div class="sites-chain">
            <h3>{label}</h3>
            <ActForm
              action={`/cong/${site.id}/quy-trinh`}
              may={own}
              say={say}
              label={`${say(messages.chain)}: ${label}`}
            >
              <input type="hidden" name="kind" value={kind} />
              <Select
                id={`o-chain-${kind}`}
                label={say(messages.chain)}
                name="chain"
                value={mine?.typed.chain ?? row?.chain ?? 'full'}
                error={mine?.errors.chain}
                options={[
                  { value: 'full', label: say(messages.chainFull) },
                  { value: 'short', label: say(messages.chainShort) },
                ]}
              />
              <div class="sites-three">
                {hours('submittedHours', say(messages.submittedHours))}
                {hours('reviewedHours', say(messages.reviewedHours))}
                {hours('approvedHours', say(messages.approvedHours))}
              </div>
            </ActForm>
          </div>
        )
      })}
    </section>
  )
}

const HostPanel: FC<View> = (view) => {
  const {
    c: {
      var: { say },
    },
    site,
    network,
  } = view
  const to = `/cong/${site.id}/ten-mien`
  return (
    <section class="panel" id="ten-mien">
      <h2>{say(messages.hosts)}</h2>
      <p class="hint soft small">{say(messages.hostsHint)}</p>
      <ul class="sites-hosts">
        {site.hosts.map(({ host, isPrimary }) => (
          <li>
            <span class="sites-host">{host}</span>
            {isPrimary && <span class="tag tag-ok">{say(messages.primary)}</span>}
            {network && !isPrimary && (
              <HostButton to={`${to}/chinh`} host={host} label={say(messages.makePrimary)} kind="" />
            )}
            {network && !isPrimary && (
              <HostButton to={`${to}/go`} host={host} label={say(messages.remove)} kind="button-danger" />
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

const HostButton: FC<{ to: string; host: string; label: string; kind: string }> = ({ to, host, label, kind }) => (
  <form method="post" action={to}>
    <input type="hidden" name="host" value={host} />
    <button type="submit" class={`button ${kind}`.trim()}>
      {label}
      <span class="visually-hidden"> {host}</span>
    </button>
  </form>
)

const PlacePanel: FC<View & { others: readonly SiteSummary[] }> = (view) => {
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

const ClosurePanel: FC<View> = ({
  c: {
    var: { say },
  },
  site,
  network,
}) => (
  <section class="panel" id="trang-thai">
    <h2>{say(messages.closure)}</h2>
    <p>{say(messages.closeHint)}</p>
    {network && (
      <ActForm
        action={`/cong/${site.id}/trang-thai`}
        may={network}
        say={say}
        submit={say(site.closedAt ? messages.reopen : messages.close)}
        kind={site.closedAt ? '' : 'button-danger'}
        label={say(messages.closure)}
      >
        <input type="hidden" name="closed" value={site.closedAt ? '0' : '1'} />
      </ActForm>
    )}
  </section>
)
