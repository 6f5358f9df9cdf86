import type { FC } from 'hono/jsx'
import QRCode from 'qrcode'
import { z } from 'zod'
import { inTransaction } from '../../database/connect.ts'
import { Field, Notice, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { Refused } from '../../refusals.ts'
import { readForm } from '../../web/form.ts'
import { holdsSomewhere, secondFactorRoles } from '../actor.ts'
import { ownAccount } from '../queries.ts'
import { removeSecondFactor } from '../remove-second-factor.ts'
import { messages } from './account-messages.ts'
import { giveCookies } from './sign-in.tsx'

interface Shown {
  error?: { field: 'password' | 'code' | 'renewPassword' | 'offPassword'; message: string }
  status?: 422
}

/** GET /tai-khoan/xac-thuc-hai-buoc: begin, confirm, or manage, as far as the person is. */
export const showSecondFactor = (c: OfficeContext): Promise<Response> => answer(c)

async function answer(c: OfficeContext, shown: Shown = {}): Promise<Response> {
  const { db, actor, auth, say, demo } = c.var
  const [account, pending] = await Promise.all([ownAccount(db, actor.id), auth.secondFactor.pending(actor)])
  const error = (field: string): string | undefined => (shown.error?.field === field ? shown.error.message : undefined)
  const demanded = holdsSomewhere(actor, ...secondFactorRoles) && !demo
  const qr =
    pending && !account.twoFactorEnabled
      ? await QRCode.toString(pending.uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
      : ''
  const page = (
    <Page c={c} title={say(messages.factor)} styles={['office/people.css']}>
      <div class="narrow stack">
        <ScreenHead title={say(messages.factor)} />
        {demanded && !account.twoFactorEnabled && (
          <Notice kind="warn">
            <p>{say(messages.demanded)}</p>
          </Notice>
        )}
        <p>{say(messages.factorLead)}</p>
        {account.twoFactorEnabled ? (
          <Manage c={c} error={error} demanded={demanded} />
        ) : pending ? (
          <Confirm c={c} qr={qr} secret={pending.secret} error={error('code')} />
        ) : (
          <PasswordForm
            c={c}
            action="/tai-khoan/xac-thuc-hai-buoc"
            field="password"
            button={say(messages.begin)}
            error={error('password')}
            primary
          />
        )}
        <p>
          <a href="/tai-khoan">{say(messages.back)}</a>
        </p>
      </div>
    </Page>
  )
  return c.html(page, shown.status ?? 200)
}

const PasswordForm: FC<{
  c: OfficeContext
  action: string
  field: string
  button: string
  error?: string
  primary?: boolean
  danger?: boolean
}> = (given) => (
  <form method="post" action={given.action} class="stack" novalidate>
    <Field
      label={given.c.var.say(messages.confirmYou)}
      name={given.field}
      type="password"
      error={given.error}
      required
      autocomplete="current-password"
    />
    <p>
      <button
        type="submit"
        class={`button ${given.primary ? 'button-primary' : given.danger ? 'button-danger' : ''}`.trim()}
      >
        {given.button}
      </button>
    </p>
  </form>
)

const Confirm: FC<{ c: OfficeContext; qr: string; secret: string; error?: string }> = ({ c, qr, secret, error }) => {
  const { say } = c.var
  return (
    <>
      <section class="panel">
        <h2>{say(messages.scan)}</h2>
        <img
          class="qr"
          width="224"
          height="224"
          alt={say(messages.qr)}
          src={`data:image/svg+xml;base64,${Buffer.from(qr).toString('base64')}`}
        />
        <p>{say(messages.byHand)}</p>
        <p>
          <code class="secret">{secret}</code>
        </p>
      </section>
      <section class="panel">
        <h2>{say(messages.typeCode)}</h2>
        <form method="post" action="/tai-khoan/xac-thuc-hai-buoc/xac-nhan" class="stack" novalidate>
          <Field
            label={say(messages.code)}
            name="code"
            error={error}
            required
            autocomplete="one-time-code"
            maxlength={9}
          />
          <p>
            <button type="submit" class="button button-primary">
              {say(messages.turnOn)}
            </button>
          </p>
        </form>
      </section>
      <details class="panel">
        <summary>{say(messages.startAgain)}</summary>
        <PasswordForm c={c} action="/tai-khoan/xac-thuc-hai-buoc" field="password" button={say(messages.startAgain)} />
      </details>
    </>
  )
}

const Manage: FC<{ c: OfficeContext; error: (field: string) => string | undefined; demanded: boolean }> = ({
  c,
  error,
  demanded,
}) => {
  const { say } = c.var
  return (
    <>
      <Notice kind="ok">
        <p>{say(messages.isOn)}</p>
      </Notice>
      <section class="panel">
        <h2>{say(messages.newCodes)}</h2>
        <p class="soft">{say(messages.newCodesNote)}</p>
        <PasswordForm
          c={c}
          action="/tai-khoan/ma-du-phong"
          field="renewPassword"
          button={say(messages.newCodes)}
          error={error('renewPassword')}
        />
      </section>
      {!demanded && (
        <section class="panel">
          <h2>{say(messages.turnOff)}</h2>
          <PasswordForm
            c={c}
            action="/tai-khoan/xac-thuc-hai-buoc/tat"
            field="offPassword"
            button={say(messages.turnOff)}
            error={error('offPassword')}
            danger
          />
        </section>
      )}
    </>
  )
}

/** The codes, this once. Printing is the browser's; the script only adds two buttons. */
const RecoveryCodes: FC<{ c: OfficeContext; codes: readonly string[] }> = ({ c, codes }) => {
  const { say } = c.var
  return (
    <Page c={c} title={say(messages.codesTitle)} styles={['office/people.css']} scripts={['office/people.js']}>
      <div class="narrow stack">
        <ScreenHead title={say(messages.codesTitle)} />
        <Notice kind="warn">
          <p>{say(messages.codesLead)}</p>
        </Notice>
        <ol
          class="recovery-codes"
          data-recovery-codes
          data-print={say(messages.print)}
          data-copy={say(messages.copy)}
          data-copied={say(messages.copied)}
        >
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <p class="no-print">
          <a class="button button-primary" href="/">
            {say(messages.done)}
          </a>
        </p>
      </div>
    </Page>
  )
}

async function checkedPassword(
  c: OfficeContext,
  field: 'password' | 'renewPassword' | 'offPassword',
): Promise<string | Response> {
  const form = await readForm(c, z.object({ [field]: z.string().default('') }))
  const password = form.typed[field] ?? ''
  if (await c.var.auth.isPassword(c.var.actor.id, password)) return password
  return answer(c, { error: { field, message: c.var.say(messages.wrongPassword) }, status: 422 })
}

/** POST /tai-khoan/xac-thuc-hai-buoc: begins, or begins again. */
export async function postSecondFactor(c: OfficeContext): Promise<Response> {
  const { auth, actor, db } = c.var
  const password = await checkedPassword(c, 'password')
  if (typeof password !== 'string') return password
  if (!(await ownAccount(db, actor.id)).twoFactorEnabled) await auth.secondFactor.begin(c.req.raw.headers, password)
  return c.redirect('/tai-khoan/xac-thuc-hai-buoc', 303)
}

/** POST /tai-khoan/xac-thuc-hai-buoc/xac-nhan: the first code turns it on. */
export async function postFirstCode(c: OfficeContext): Promise<Response> {
  const { auth, actor, say } = c.var
  const form = await readForm(c, z.object({ code: z.string().default('') }))
  const confirmed = await auth.secondFactor.confirm(c.req.raw.headers, actor, form.typed.code ?? '')
  if (!confirmed) return answer(c, { error: { field: 'code', message: say(messages.codeWrong) }, status: 422 })
  giveCookies(c, confirmed.cookies)
  return c.html(<RecoveryCodes c={c} codes={confirmed.recoveryCodes} />)
}

/** POST /tai-khoan/ma-du-phong: new recovery codes. */
export async function postRecoveryCodes(c: OfficeContext): Promise<Response> {
  const { auth, actor, db } = c.var
  const password = await checkedPassword(c, 'renewPassword')
  if (typeof password !== 'string') return password
  if (!(await ownAccount(db, actor.id)).twoFactorEnabled) return c.redirect('/tai-khoan/xac-thuc-hai-buoc', 303)
  return c.html(
    <RecoveryCodes c={c} codes={await auth.secondFactor.renewRecoveryCodes(c.req.raw.headers, actor, password)} />,
  )
}

/** POST /tai-khoan/xac-thuc-hai-buoc/tat */
export async function postTurnOff(c: OfficeContext): Promise<Response> {
  const { actor, db, demo } = c.var
  const password = await checkedPassword(c, 'offPassword')
  if (typeof password !== 'string') return password
  try {
    await inTransaction(db, (tx) => removeSecondFactor(tx, actor, { personId: actor.id, demo }))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return answer(c, { error: { field: 'offPassword', message: error.reasons[0] ?? '' }, status: 422 })
  }
  return c.redirect('/tai-khoan/xac-thuc-hai-buoc', 303)
}
