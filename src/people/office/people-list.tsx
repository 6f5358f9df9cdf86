import type { FC } from 'hono/jsx'
import { Empty, Field, Notice, Paging, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import type { Page as ListPage } from '../../web/paging.ts'
import { roles, type Role } from '../actor.ts'
import { mayAddPeople } from '../policy.ts'
import {
  peopleList,
  personStates,
  sitesForPeople,
  type PeopleFilter,
  type PersonRow,
  type PersonState,
} from '../queries.ts'
import { roleNames } from '../role-names.ts'
import { messages, stateNames } from './people-messages.ts'

/** GET /nguoi-dung */
export async function showPeople(c: OfficeContext): Promise<Response> {
  const { db, actor, say } = c.var
  const filter = readFilter(c)
  const [people, sites] = await Promise.all([
    peopleList(db, actor, filter, c.req.query('sau')),
    sitesForPeople(db, actor, 'site_admin', 'network_admin', 'auditor'),
  ])
  const narrowed = Object.values(filter).some((value) => value !== undefined)
  return c.html(
    <Page c={c} title={say(messages.title)} styles={['office/people.css']}>
      <ScreenHead title={say(messages.title)}>
        {mayAddPeople(actor) && (
          <a class="button button-primary" href={newPersonOn(filter)}>
            {say(messages.add)}
          </a>
        )}
      </ScreenHead>
      {c.req.query('xong') && (
        <Notice kind="ok">
          <p>{say(messages.done)}</p>
        </Notice>
      )}
      <Filters c={c} filter={filter} sites={sites} narrowed={narrowed} />
      {people.rows.length > 0 ? (
        <Rows c={c} people={people} filter={filter} />
      ) : narrowed ? (
        <Empty title={say(messages.emptyFiltered)}>
          <p>{say(messages.emptyFilteredDo)}</p>
          <p>
            <a class="button" href="/nguoi-dung">
              {say(messages.clear)}
            </a>
          </p>
        </Empty>
      ) : (
        <Empty title={say(messages.empty)}>
          {mayAddPeople(actor) && (
            <>
              <p>{say(messages.emptyDo)}</p>
              <p>
                <a class="button" href={newPersonOn(filter)}>
                  {say(messages.add)}
                </a>
              </p>
            </>
          )}
        </Empty>
      )}
    </Page>,
  )
}

/** Who looks at the people of one portal adds the next person to it. */
const newPersonOn = ({ siteId }: PeopleFilter): string => `/nguoi-dung/moi${siteId ? `?cong=${siteId}` : ''}`

function readFilter(c: OfficeContext): PeopleFilter {
  const site = Number(c.req.query('cong'))
  const role = c.req.query('vai-tro') as Role | undefined
  const state = c.req.query('tinh-trang') as PersonState | undefined
  return {
    q: c.req.query('q')?.trim().slice(0, 100) || undefined,
    siteId: Number.isSafeInteger(site) && site > 0 && site < 2 ** 31 ? site : undefined,
    role: role && roles.includes(role) ? role : undefined,
    state: state && personStates.includes(state) ? state : undefined,
  }
}

function addressOf(filter: PeopleFilter, after?: string): string {
  const query = new URLSearchParams()
  const put = (name: string, value: string | number | undefined): void => {
    if (value !== undefined) query.set(name, String(value))
  }
  put('q', filter.q)
  put('cong', filter.siteId)
  put('vai-tro', filter.role)
  put('tinh-trang', filter.state)
  put('sau', after)
  return `/nguoi-dung${query.size > 0 ? `?${query}` : ''}`
}

const Filters: FC<{
  c: OfficeContext
  filter: PeopleFilter
  sites: { id: number; name: string }[]
  narrowed: boolean
}> = ({ c, filter, sites, narrowed }) => {
  const { say } = c.var
  const all = { value: '', label: say(messages.all) }
  return (
    <form class="filters" method="get" action="/nguoi-dung">
      <Field label={say(messages.search)} name="q" type="search" value={filter.q} maxlength={100} />
      {sites.length > 1 && (
        <Select
          label={say(messages.site)}
          name="cong"
          value={filter.siteId}
          options={[all, ...sites.map((site) => ({ value: site.id, label: site.name }))]}
        />
      )}
      <Select
        label={say(messages.role)}
        name="vai-tro"
        value={filter.role}
        options={[all, ...roles.map((role) => ({ value: role, label: say(roleNames[role]) }))]}
      />
      <Select
        label={say(messages.state)}
        name="tinh-trang"
        value={filter.state}
        options={[all, ...personStates.map((state) => ({ value: state, label: say(stateNames[state]) }))]}
      />
      <div class="row">
        <button type="submit" class="button">
          {say(messages.filter)}
        </button>
        {narrowed && (
          <a class="button button-quiet" href="/nguoi-dung">
            {say(messages.clear)}
          </a>
        )}
      </div>
    </form>
  )
}

const Rows: FC<{ c: OfficeContext; people: ListPage<PersonRow>; filter: PeopleFilter }> = ({ c, people, filter }) => {
  const { say } = c.var
  return (
    <>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{say(messages.name)}</th>
            <th scope="col">{say(messages.role)}</th>
            <th scope="col">{say(messages.state)}</th>
            <th scope="col">{say(messages.factor)}</th>
          </tr>
        </thead>
        <tbody>
          {people.rows.map((person) => (
            <tr>
              <th scope="row">
                <a href={`/nguoi-dung/${encodeURIComponent(person.id)}`}>{person.name}</a>
                <br />
                <span class="soft small">{person.email}</span>
              </th>
              <td data-label={say(messages.role)}>
                {person.memberships.length > 0 ? (
                  <ul class="plain">
                    {person.memberships.map((m) => (
                      <li>
                        {say(roleNames[m.role])}: {m.site ?? say(messages.network)}
                      </li>
                    ))}
                  </ul>
                ) : (
                  say(messages.noRole)
                )}
              </td>
              <td data-label={say(messages.state)}>
                <PersonStateTag c={c} state={person.state} />
              </td>
              <td data-label={say(messages.factor)}>
                {say(person.twoFactorEnabled ? messages.factorOn : messages.factorOff)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Paging
        say={say}
        next={people.next && addressOf(filter, people.next)}
        first={c.req.query('sau') ? addressOf(filter) : undefined}
      />
    </>
  )
}

const tones: Record<PersonState, string> = { active: 'tag-ok', invited: 'tag-warn', locked: 'tag-danger', disabled: '' }

/** The state of an account in a word. */
export const PersonStateTag: FC<{ c: OfficeContext; state: PersonState }> = ({ c, state }) => (
  <span class={`tag ${tones[state]}`.trim()}>{c.var.say(stateNames[state])}</span>
)
