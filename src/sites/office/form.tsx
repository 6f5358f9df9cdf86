import type { Child, FC } from 'hono/jsx'
import { inTransaction, type Transaction } from '../../database/connect.ts'
import type { OfficeContext } from '../../office/route.ts'
import { Refused } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'
import type { Say } from '../../web/message.ts'
import { cleanText } from '../../web/vietnamese.ts'
import { messages } from './messages.ts'

export type Errors = Record<string, string>

/** What was typed, made exact; of a repeated field the last. Line breaks become blanks except in the fields named. */
export async function typedForm(c: OfficeContext, ...many: readonly string[]): Promise<Typed> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body)
      .filter((field): field is [string, string] => typeof field[1] === 'string')
      .map(([name, value]) => [
        name,
        many.includes(name) ? cleanText(value).replace(/\r\n?/g, '\n') : cleanText(value).replace(/\s+/g, ' '),
      ]),
  )
}

/** Runs an act in one transaction. A refusal comes back as messages beside the fields; what belongs to no field stands under `form`. */
export async function attempt<T>(
  c: OfficeContext,
  fields: readonly string[],
  act: (tx: Transaction) => Promise<T>,
): Promise<{ done: T } | { errors: Errors }> {
  try {
    return { done: await inTransaction(c.var.db, act) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { errors: errorsOf(error, fields) }
  }
}

function errorsOf(refused: Refused, fields: readonly string[]): Errors {
  const errors: Errors = {}
  for (const [i, reason] of refused.reasons.entries()) {
    const named = refused.codes[i]?.split(':')[0] ?? ''
    const field = fields.includes(named) ? named : 'form'
    errors[field] = errors[field] && field === 'form' ? `${errors[field]} ${reason}` : (errors[field] ?? reason)
  }
  return errors
}

interface ActFormProps {
  action: string
  /** Who may not act sees the values and no button. */
  may: boolean
  say: Say
  submit?: string
  kind?: string
  label?: string
  /** Asked once more before it is sent, where script runs. */
  ask?: string
  children?: Child
}

/** A form of one act: works without script, and is read-only for those who may not act. */
export const ActForm: FC<ActFormProps> = ({
  action,
  may,
  say,
  submit,
  kind = 'button-primary',
  label,
  ask,
  children,
}) =>
  may ? (
    <form method="post" action={action} class="stack" aria-label={label} data-confirm={ask}>
      {children}
      <div class="row">
        <button type="submit" class={`button ${kind}`}>
          {submit ?? say(messages.save)}
        </button>
      </div>
    </form>
  ) : (
    <fieldset disabled class="stack">
      <legend class="visually-hidden">{label ?? say(messages.readOnly)}</legend>
      {children}
    </fieldset>
  )

/** A page number or row number of an address; undefined when it is none. */
export function numberOf(text: string | undefined): number | undefined {
  const number = Number(text)
  return text && Number.isSafeInteger(number) && number > 0 && number <= 2_147_483_647 ? number : undefined
}

/** An address with these query values; empty ones are left out. */
export function withQuery(path: string, values: Record<string, string | undefined>): string {
  const query = new URLSearchParams(
    Object.entries(values).filter((pair): pair is [string, string] => !!pair[1]),
  ).toString()
  return query ? `${path}?${query}` : path
}

export const styles = ['office/sites.css'] as const
