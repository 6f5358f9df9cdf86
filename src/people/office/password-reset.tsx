import { setTimeout as delay } from 'node:timers/promises'
import type { FC } from 'hono/jsx'
import { z } from 'zod'
import { inTransaction } from '../../database/connect.ts'
import { Field, Notice } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { Refused } from '../../refusals.ts'
import { readForm } from '../../web/form.ts'
import { askForPasswordLink } from '../ask-for-password-link.ts'
import { personOfLink } from '../password-link.ts'
import { setPasswordByLink } from '../set-password.ts'
import { messages } from './sign-in-messages.ts'
import { Card } from './sign-in.tsx'

/** GET /quen-mat-khau */
export const showForgotten = (c: OfficeContext): Response | Promise<Response> => c.html(<Forgotten c={c} />)

const Forgotten: FC<{ c: OfficeContext; email?: string; error?: string; sent?: boolean }> = ({
  c,
  email,
  error,
  sent,
}) => {
  const { say } = c.var
  return (
    <Card c={c} title={say(messages.forgottenTitle)} lead={sent ? undefined : say(messages.forgottenLead)}>
      {sent ? (
        <Notice kind="ok">
          <p>{say(messages.linkSent)}</p>
        </Notice>
      ) : (
        <form method="post" action="/quen-mat-khau" class="stack" novalidate>
          <Field
            label={say(messages.email)}
            name="email"
            type="email"
            value={email}
            error={error}
            required
            autocomplete="username"
          />
          <button type="submit" class="button button-primary">
            {say(messages.sendLink)}
          </button>
        </form>
      )}
      <p>
        <a href="/dang-nhap">{say(messages.backToSignIn)}</a>
      </p>
    </Card>
  )
}

/** POST /quen-mat-khau: the same answer, after the same time, for every address. */
export async function postForgotten(c: OfficeContext): Promise<Response> {
  const form = await readForm(
    c,
    z.object({ email: z.string(messages.emailMissing.vi).trim().pipe(z.email(messages.emailMissing.vi)) }),
  )
  if (!form.ok)
    return c.html(<Forgotten c={c} email={form.typed.email} error={c.var.say(messages.emailMissing)} />, 422)
  const { config, db } = c.var
  await Promise.all([
    delay(300),
    inTransaction(db, (tx) => askForPasswordLink(tx, { email: form.value.email, officeUrl: config.officeUrl })),
  ])
  return c.html(<Forgotten c={c} sent />)
}

/** GET /dat-lai-mat-khau/:token. Opening it uses nothing up: mail programs look at links before people do. */
export async function showReset(c: OfficeContext): Promise<Response> {
  const token = c.req.param('token') ?? ''
  const known = await inTransaction(c.var.db, (tx) => personOfLink(tx, token))
  return known ? c.html(<Reset c={c} token={token} />) : c.html(<LinkOver c={c} />, 410)
}

const Reset: FC<{ c: OfficeContext; token: string; errors?: Record<string, string> }> = ({ c, token, errors = {} }) => {
  const { say } = c.var
  return (
    <Card c={c} title={say(messages.resetTitle)} lead={say(messages.otherEndNote)}>
      <form method="post" action={`/dat-lai-mat-khau/${token}`} class="stack" novalidate>
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
        <button type="submit" class="button button-primary">
          {say(messages.setPassword)}
        </button>
      </form>
    </Card>
  )
}

const LinkOver: FC<{ c: OfficeContext }> = ({ c }) => (
  <Card c={c} title={c.var.say(messages.resetTitle)}>
    <Notice kind="error">
      <p>{c.var.say(messages.linkOver)}</p>
    </Notice>
    <p>
      <a class="button" href="/quen-mat-khau">
        {c.var.say(messages.askAgain)}
      </a>
    </p>
  </Card>
)

/** POST /dat-lai-mat-khau/:token */
export async function postReset(c: OfficeContext): Promise<Response> {
  const token = c.req.param('token') ?? ''
  const form = await readForm(c, z.object({ password: z.string().default(''), again: z.string().default('') }))
  const given = form.ok ? form.value : { password: '', again: '' }
  if (given.password !== given.again)
    return c.html(<Reset c={c} token={token} errors={{ again: c.var.say(messages.notTheSame) }} />, 422)
  try {
    await inTransaction(c.var.db, (tx) => setPasswordByLink(tx, { token, password: given.password }))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.act === 'link') return c.html(<LinkOver c={c} />, 410)
    return c.html(<Reset c={c} token={token} errors={{ password: error.reasons[0] ?? '' }} />, 422)
  }
  return c.redirect('/dang-nhap?xong=mat-khau', 303)
}
