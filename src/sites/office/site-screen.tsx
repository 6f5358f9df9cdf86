import type { FC } from 'hono/jsx'
import { publicAddress } from '../../editions/office/public-address.ts'
import { ErrorSummary, Field, Notice, ScreenHead, Select, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import { portalWays } from '../../office/portal-ways.ts'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { may, mayOnNetwork } from '../policy.ts'
import { siteById, sitesOfActor, type SiteView } from '../queries.ts'
import { ActForm, styles } from './form.tsx'
import { IdentityFields } from './identity-fields.tsx'
import { messages } from './messages.ts'
import { ClosurePanel, HostPanel, PlacePanel } from './site-place.tsx'
import { errorsIn, Saved, typedIn, type Refusal, type View } from './site-view.tsx'
import { ThemeFields } from './theme-fields.tsx'

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
  const home = homeOf(c, site)
  return c.html(
    <Page c={c} title={site.name} styles={styles} scripts={['office/sites.js']}>
      <ScreenHead title={site.name}>
        {home && (
          <a class="button" href={home}>
            {say(messages.see)}
          </a>
        )}
      </ScreenHead>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {!refusal && <Opened c={c} site={site} home={home} />}
      {!view.own && <Notice kind="warn">{say(messages.readOnly)}</Notice>}
      {site.closedAt && (
        <Notice kind="warn">
          {say(messages.closedSince)} <When at={site.closedAt} language={c.var.language} />
        </Notice>
      )}
      <Ways c={c} siteId={site.id} />
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

/** The other screens of the portal, under small headings. */
const Ways: FC<{ c: OfficeContext; siteId: number }> = ({ c, siteId }) => {
  const { say, actor } = c.var
  return (
    <nav class="panel ways" aria-label={say(messages.screens)}>
      {portalWays(actor, siteId).map(({ id, heading, ways }) => (
        <div>
          <h2 id={id}>{say(heading)}</h2>
          <ul aria-labelledby={id}>
            {ways.map(({ href, name }) => (
              <li>
                <a href={href}>{say(name)}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/** The portal as readers open it; closed, it answers nobody. */
const homeOf = (c: OfficeContext, site: SiteView): string | undefined => {
  const main = site.hosts.find(({ isPrimary }) => isPrimary)
  return main && !site.closedAt ? publicAddress(c.var.config, main.host, '/') : undefined
}

/** After a portal was opened: what still keeps it from working. */
const Opened: FC<{ c: OfficeContext; site: SiteView; home: string | undefined }> = ({ c, site, home }) => {
  const { say } = c.var
  if (c.req.query('da-luu') !== 'moi') return null
  return (
    <Notice kind="ok">
      <p class="notice-title">{say(messages.opened)}</p>
      <ul>
        <li>
          <a href={`/nguoi-dung/moi?cong=${site.id}`}>{say(messages.openedPeople)}</a>
        </li>
        <li>
          <a href={`/cong/${site.id}/chuyen-muc`}>{say(messages.openedSections)}</a>
        </li>
        {home && (
          <li>
            <a href={home}>{say(messages.openedSee)}</a>
          </li>
        )}
      </ul>
    </Notice>
  )
}

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
      <Saved {...view} part="nhan-dien" />
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
      <Saved {...view} part="giao-dien" />
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
      <Saved {...view} part="quy-trinh" />
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
