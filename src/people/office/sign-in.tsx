import type { Child, FC } from 'hono/jsx'
import { z } from 'zod'
import { recordEvent } from '../../audit/record-event.ts'
import { inTransaction } from '../../database/connect.ts'
import { Field, Notice } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { readForm, type Typed } from '../../web/form.ts'
import type { Message } from '../../web/message.ts'
import { localPath } from './auth-variable.ts'
import { messages } from './sign-in-messages.ts'

/** The card in the middle that every screen before signing in is. */
export const Card: FC<{ c: OfficeContext; title: string; lead?: string; children?: Child }> = ({
  c,
  title,
  lead,
  children,
}) => (
  <Page c={c} title={title} styles={['office/people.css']}>
    <div class="sign-in">
      <p class="sign-in-brand">Khuê</p>
      <section class="sign-in-card stack">
        <h1>{title}</h1>
        {lead && <p class="soft">{lead}</p>}
        {children}
      </section>
    </div>
  </Page>
)

const oidcErrors: Record<string, Message> = {
  signup_disabled: messages.oidcUnknown,
  email_not_verified: messages.oidcUnverified,
  account_not_linked: messages.oidcUnverified,
  person_disabled: messages.oidcDisabled,
}

/** GET /dang-nhap */
export function showSignIn(c: OfficeContext): Response | Promise<Response> {
  const back = localPath(c.req.query('tiep'))
  if (c.var.visitor) return c.redirect(back, 303)
  const failed = c.req.query('loi') ?? c.req.query('error')
  const done = { 'dang-xuat': messages.signedOut, 'mat-khau': messages.passwordSet }[c.req.query('xong') ?? '']
  return c.html(
    <SignIn
      c={c}
      back={back}
      error={failed ? (failed === 'over' ? messages.over : (oidcErrors[failed] ?? messages.oidcFailed)) : undefined}
      done={done}
    />,
  )
}

const SignIn: FC<{
  c: OfficeContext
  back: string
  typed?: Typed
  errors?: Record<string, string>
  error?: Message
  done?: Message
}> = (given) => {
  const { c, back, typed = {}, errors = {}, error, done } = given
  const { say, auth } = c.var
  return (
    <Card c={c} title={say(messages.title)} lead={say(messages.lead)}>
      {error && (
        <Notice kind="error">
          <p>{say(error)}</p>
        </Notice>
      )}
      {done && (
        <Notice kind="ok">
          <p>{say(done)}</p>
        </Notice>
      )}
      {c.var.demo && (
        <Notice kind="warn">
          <p>{say(messages.demoNote)}</p>
        </Notice>
      )}
      <form method="post" action="/dang-nhap" class="stack" novalidate>
        <input type="hidden" name="tiep" value={back} />
        <Field
          label={say(messages.email)}
          name="email"
          type="email"
          value={typed.email}
          error={errors.email}
          required
          autocomplete="username"
        />
        <Field
          label={say(messages.password)}
          name="password"
          type="password"
          error={errors.password}
          required
          autocomplete="current-password"
        />
        <button type="submit" class="button button-primary">
          {say(messages.signIn)}
        </button>
      </form>
      {auth.oidc && (
        <>
          <p class="sign-in-or">{say(messages.or)}</p>
          <a class="button" href={`/dang-nhap/mot-lan?tiep=${encodeURIComponent(back)}`}>
            {auth.oidc.name}
          </a>
        </>
      )}
      <p>
        <a href="/quen-mat-khau">{say(messages.forgotten)}</a>
      </p>
    </Card>
  )
}

const credentials = z.object({
  email: z.string(messages.emailMissing.vi).trim().pipe(z.email(messages.emailMissing.vi)),
  password: z.string(messages.passwordMissing.vi).min(1, messages.passwordMissing.vi).max(128, messages.refused.vi),
  tiep: z.string().optional(),
})

/** POST /dang-nhap: the first step. */
export async function postSignIn(c: OfficeContext): Promise<Response> {
  const form = await readForm(c, credentials)
  const back = localPath(form.typed.tiep)
  if (!form.ok) return c.html(<SignIn c={c} back={back} typed={form.typed} errors={form.errors} />, 422)
  const result = await c.var.auth.signIn(c.req.raw.headers, form.value)
  if (result.outcome === 'refused' || result.outcome === 'over') {
    return c.html(<SignIn c={c} back={back} typed={form.typed} error={messages.refused} />, 422)
  }
  giveCookies(c, result.cookies)
  return c.redirect(result.outcome === 'code-wanted' ? `/dang-nhap/ma?tiep=${encodeURIComponent(back)}` : back, 303)
}

/** GET /dang-nhap/ma: the second step. */
export async function showCode(c: OfficeContext): Promise<Response> {
  if (!(await c.var.auth.codeWanted(c.req.raw.headers)))
    return c.redirect(c.var.visitor ? '/' : '/dang-nhap?loi=over', 303)
  return c.html(<Code c={c} back={localPath(c.req.query('tiep'))} />)
}

const Code: FC<{ c: OfficeContext; back: string; error?: Message }> = ({ c, back, error }) => {
  const { say } = c.var
  return (
    <Card c={c} title={say(messages.codeTitle)} lead={say(messages.codeLead)}>
      <form method="post" action="/dang-nhap/ma" class="stack" novalidate>
        <input type="hidden" name="tiep" value={back} />
        <Field
          label={say(messages.code)}
          name="code"
          error={error && say(error)}
          required
          autocomplete="one-time-code"
        />
        <button type="submit" class="button button-primary">
          {say(messages.confirm)}
        </button>
      </form>
      <p>
        <a href="/dang-nhap">{say(messages.startAgain)}</a>
      </p>
    </Card>
  )
}

/** POST /dang-nhap/ma */
export async function postCode(c: OfficeContext): Promise<Response> {
  const form = await readForm(
    c,
    z.object({
      code: z.string(messages.codeMissing.vi).trim().min(1, messages.codeMissing.vi).max(40),
      tiep: z.string().optional(),
    }),
  )
  const back = localPath(form.typed.tiep)
  if (!form.ok) return c.html(<Code c={c} back={back} error={messages.codeMissing} />, 422)
  const result = await c.var.auth.giveCode(c.req.raw.headers, form.value.code)
  if (result.outcome === 'over') return c.redirect('/dang-nhap?loi=over', 303)
  if (result.outcome !== 'signed-in') return c.html(<Code c={c} back={back} error={messages.codeRefused} />, 422)
  giveCookies(c, result.cookies)
  return c.redirect(back, 303)
}

/** GET /dang-nhap/mot-lan: off to the provider. A link, because a form may not lead to another host (form-action). */
export async function startSingleSignOn(c: OfficeContext): Promise<Response> {
  const { oidc } = c.var.auth
  if (!oidc) return c.redirect('/dang-nhap', 303)
  try {
    const { url, cookies } = await oidc.start(c.req.raw.headers, localPath(c.req.query('tiep')))
    giveCookies(c, cookies)
    return c.redirect(url, 303)
  } catch (error) {
    c.var.logger.warn({ err: error }, 'single sign-on did not start')
    return c.redirect('/dang-nhap?loi=khong-lien-lac-duoc', 303)
  }
}

/** POST /dang-xuat */
export async function signOut(c: OfficeContext): Promise<Response> {
  const { db, actor, auth, sessionId } = c.var
  await inTransaction(db, async (tx) => {
    await tx
      .deleteFrom('personSession')
      .where('id', '=', sessionId ?? '')
      .execute()
    await recordEvent(tx, {
      action: 'person.signed-out',
      by: actor,
      subject: { kind: 'person', id: actor.id },
      summary: 'Đăng xuất',
    })
  })
  giveCookies(c, [auth.forgetCookie])
  return c.redirect('/dang-nhap?xong=dang-xuat', 303)
}

/** Hands on the Set-Cookie headers of the sign-in. */
export function giveCookies(c: OfficeContext, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
}
