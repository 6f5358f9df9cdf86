import type { Child, FC } from 'hono/jsx'
import { z } from 'zod'
import { inTransaction } from '../../database/connect.ts'
import { Field, Notice, ScreenHead, Select, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { Refused } from '../../refusals.ts'
import { line, readForm } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { endSessions } from '../end-sessions.ts'
import { ownAccount, personView, sessionsOf, type PersonView } from '../queries.ts'
import { renamePerson } from '../rename-person.ts'
import { roleNames } from '../role-names.ts'
import { changePassword } from '../set-password.ts'
import { messages } from './account-messages.ts'
import { deviceOf } from './device.ts'

/** GET /tai-khoan */
export const showAccount = (c: OfficeContext): Promise<Response> => answer(c)

interface Shown {
  errors?: Record<string, string>
  name?: string
  status?: 422
}

async function answer(c: OfficeContext, shown: Shown = {}): Promise<Response> {
  const { db, actor, config, say } = c.var
  const [account, sessions, view] = await Promise.all([
    ownAccount(db, actor.id),
    sessionsOf(db, actor.id, config.sessionIdleMinutes),
    personView(db, actor.id),
  ])
  const done = { luu: messages.saved, 'mat-khau': messages.passwordChanged }[c.req.query('xong') ?? '']
  const page = (
    <Page c={c} title={say(messages.title)} styles={['office/people.css']}>
      <ScreenHead title={say(messages.title)} />
      {done && (
        <Notice kind="ok">
          <p>{say(done)}</p>
        </Notice>
      )}
      <div class="account">
        <div class="stack">
          <Identity c={c} name={shown.name ?? actor.name} error={shown.errors?.name} />
          <Panel title={say(messages.factor)}>
            <p class="row">
              <span class={account.twoFactorEnabled ? 'tag tag-ok' : 'tag tag-warn'}>
                {say(account.twoFactorEnabled ? messages.factorOn : messages.factorOff)}
              </span>
              <a class="button" href="/tai-khoan/xac-thuc-hai-buoc">
                {say(account.twoFactorEnabled ? messages.factorManage : messages.factorTurnOn)}
              </a>
            </p>
          </Panel>
          <Roles c={c} memberships={view?.memberships.filter((m) => m.when === 'now') ?? []} />
        </div>
        <div class="stack">
          <Password c={c} hasPassword={Boolean(account.hasPassword)} errors={shown.errors ?? {}} />
          <Language c={c} />
        </div>
      </div>
      <Sessions c={c} sessions={sessions} />
    </Page>
  )
  return c.html(page, shown.status ?? 200)
}

const Panel: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <section class="panel">
    <h2>{title}</h2>
    {children}
  </section>
)

const Identity: FC<{ c: OfficeContext; name: string; error?: string }> = ({ c, name, error }) => {
  const { say, actor } = c.var
  return (
    <Panel title={say(messages.identity)}>
      <form method="post" action="/tai-khoan" class="stack" novalidate>
        <Field
          label={say(messages.name)}
          name="name"
          value={name}
          error={error}
          required
          autocomplete="name"
          maxlength={120}
        />
        <p class="soft small">{fill(say(messages.emailFixed), { email: actor.email })}</p>
        <p>
          <button type="submit" class="button">
            {say(messages.save)}
          </button>
        </p>
      </form>
    </Panel>
  )
}

const Roles: FC<{ c: OfficeContext; memberships: PersonView['memberships'] }> = ({ c, memberships }) => {
  const { say } = c.var
  return (
    <Panel title={say(messages.myRoles)}>
      {memberships.length > 0 ? (
        <ul>
          {memberships.map((m) => (
            <li>
              {say(roleNames[m.role])}: {m.site ?? say(messages.network)}
            </li>
          ))}
        </ul>
      ) : (
        <p>{say(messages.noRoles)}</p>
      )}
    </Panel>
  )
}

const Password: FC<{ c: OfficeContext; hasPassword: boolean; errors: Record<string, string> }> = ({
  c,
  hasPassword,
  errors,
}) => {
  const { say, actor } = c.var
  return (
    <Panel title={say(messages.password)}>
      {hasPassword ? (
        <form method="post" action="/tai-khoan/mat-khau" class="stack" novalidate>
          <input type="hidden" name="username" autocomplete="username" value={actor.email} />
          <Field
            label={say(messages.current)}
            name="current"
            type="password"
            error={errors.current}
            required
            autocomplete="current-password"
          />
          <Field
            label={say(messages.newPassword)}
            name="password"
            type="password"
            hint={say(messages.passwordHint)}
            error={errors.password}
            required
            autocomplete="new-password"
          />
          <Field
            label={say(messages.again)}
            name="again"
            type="password"
            error={errors.again}
            required
            autocomplete="new-password"
          />
          <p class="soft small">{say(messages.changeNote)}</p>
          <p>
            <button type="submit" class="button">
              {say(messages.change)}
            </button>
          </p>
        </form>
      ) : (
        <p>{say(messages.noPassword)}</p>
      )}
    </Panel>
  )
}

const Language: FC<{ c: OfficeContext }> = ({ c }) => (
  <Panel title={c.var.say(messages.language)}>
    <form method="post" action="/tai-khoan/ngon-ngu" class="stack">
      <Select
        label={c.var.say(messages.languageChosen)}
        name="language"
        value={c.var.language}
        options={[
          { value: 'vi', label: 'Tiếng Việt' },
          { value: 'en', label: 'English' },
        ]}
      />
      <p>
        <button type="submit" class="button">
          {c.var.say(messages.save)}
        </button>
      </p>
    </form>
  </Panel>
)

const Sessions: FC<{ c: OfficeContext; sessions: Awaited<ReturnType<typeof sessionsOf>> }> = ({ c, sessions }) => {
  const { say, language, sessionId } = c.var
  return (
    <section class="stack">
      <h2>{say(messages.sessions)}</h2>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{say(messages.device)}</th>
            <th scope="col">{say(messages.began)}</th>
            <th scope="col">{say(messages.seen)}</th>
            <th scope="col">{say(messages.act)}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => {
            const device = deviceOf(session.userAgent) ?? say(messages.unknownDevice)
            return (
              <tr>
                <th scope="row">{device}</th>
                <td data-label={say(messages.began)}>
                  <When at={session.createdAt} language={language} />
                </td>
                <td data-label={say(messages.seen)}>
                  <When at={session.seenAt} language={language} />
                </td>
                <td>
                  {session.id === sessionId ? (
                    <span class="tag tag-ok">{say(messages.thisOne)}</span>
                  ) : (
                    <form method="post" action="/tai-khoan/phien/ket-thuc">
                      <input type="hidden" name="session" value={session.id} />
                      <button type="submit" class="button" aria-label={fill(say(messages.endOne), { device })}>
                        {say(messages.end)}
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {sessions.length > 1 && (
        <form method="post" action="/tai-khoan/phien/ket-thuc">
          <button type="submit" class="button button-danger">
            {say(messages.endOthers)}
          </button>
        </form>
      )}
    </section>
  )
}

/** POST /tai-khoan: one's own name. */
export async function postAccount(c: OfficeContext): Promise<Response> {
  const form = await readForm(c, z.object({ name: line(messages.nameMissing.vi, 120) }))
  if (!form.ok) return answer(c, { errors: form.errors, name: form.typed.name, status: 422 })
  await inTransaction(c.var.db, (tx) => renamePerson(tx, c.var.actor, form.value))
  return c.redirect('/tai-khoan?xong=luu', 303)
}

/** POST /tai-khoan/mat-khau */
export async function postPassword(c: OfficeContext): Promise<Response> {
  const { db, actor, auth, say, sessionId } = c.var
  const form = await readForm(
    c,
    z.object({ current: z.string().default(''), password: z.string().default(''), again: z.string().default('') }),
  )
  const given = form.ok ? form.value : { current: '', password: '', again: '' }
  const again = given.password === given.again ? undefined : say(messages.notTheSame)
  if (again) return answer(c, { errors: { again }, status: 422 })
  if (!(await ownAccount(db, actor.id)).hasPassword || !(await auth.isPassword(actor.id, given.current))) {
    return answer(c, { errors: { current: say(messages.wrongPassword) }, status: 422 })
  }
  try {
    await inTransaction(db, (tx) => changePassword(tx, actor, { password: given.password, keepSession: sessionId }))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return answer(c, { errors: { password: error.reasons[0] ?? '' }, status: 422 })
  }
  return c.redirect('/tai-khoan?xong=mat-khau', 303)
}

/** POST /tai-khoan/phien/ket-thuc: one session, or all but this. */
export async function postEndSessions(c: OfficeContext): Promise<Response> {
  const form = await readForm(c, z.object({ session: z.string().optional() }))
  const chosen = form.ok ? form.value.session : undefined
  await inTransaction(c.var.db, (tx) =>
    endSessions(tx, c.var.actor, chosen ? { sessionId: chosen } : { allBut: c.var.sessionId ?? '' }),
  )
  return c.redirect('/tai-khoan?xong=luu', 303)
}

/** POST /tai-khoan/ngon-ngu: kept by the browser. */
export async function postLanguage(c: OfficeContext): Promise<Response> {
  const form = await readForm(c, z.object({ language: z.enum(['vi', 'en']).catch('vi') }))
  const secure = c.var.config.officeUrl.startsWith('https:') ? '; Secure' : ''
  c.header(
    'Set-Cookie',
    `khue_lang=${form.ok ? form.value.language : 'vi'}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure}`,
  )
  return c.redirect('/tai-khoan?xong=luu', 303)
}
