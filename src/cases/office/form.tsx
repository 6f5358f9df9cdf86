import type { Child, FC } from 'hono/jsx'
import { inTransaction, type Transaction } from '../../database/connect.ts'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound, Refused } from '../../refusals.ts'
import { highestRow, type Typed } from '../../web/form.ts'

export const styles = ['office/newsroom.css', 'office/cases.css'] as const

/** A form that was refused: which one, messages by field, those of none under `form`, and what was typed. */
export interface Refusal {
  /** The last part of the address it was sent to. */
  form: string
  errors: Record<string, string>
  typed: Typed
}

/** Errors of a refused form for the summary above it: each under the name its control has on a screen with several forms. */
export const summaryOf = ({ form, errors }: Refusal): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([name, why]) => [name === 'form' ? name : `${form}-${name}`, why]))

/** A row number of a form or an address; undefined when it is none. */
export function numberOf(text: string | undefined): number | undefined {
  const number = Number(text)
  return text && /^[1-9]\d{0,9}$/.test(text) && number <= highestRow ? number : undefined
}

/** 12: a division; 12:person: an officer of it. */
export function handlerOf(text: string | undefined): { divisionId: number; officerId: string | null } | undefined {
  const [, division, officer] = /^(\d{1,10})(?::([\w.-]{1,100}))?$/.exec(text ?? '') ?? []
  const divisionId = numberOf(division)
  return divisionId === undefined ? undefined : { divisionId, officerId: officer ?? null }
}

/** The number of the case in an address. @throws NotFound. */
export function caseIdOf(c: OfficeContext): number {
  const id = numberOf(c.req.param('case'))
  if (id === undefined) throw new NotFound()
  return id
}

/** What was typed; of a repeated field the last. `many` keeps every value of fields that may be ticked more than once. */
export async function typedOf(c: OfficeContext): Promise<{ typed: Typed; many: (name: string) => string[] }> {
  const body = await c.req.parseBody({ all: true })
  const texts = (value: unknown): string[] =>
    (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')
  const typed: Typed = {}
  for (const [name, value] of Object.entries(body)) {
    const last = texts(value).at(-1)
    if (last !== undefined) typed[name] = last.replace(/\r\n?/g, '\n')
  }
  return { typed, many: (name) => texts(body[name]) }
}

/** Runs an act in one transaction. A refusal comes back as messages beside the fields; what belongs to none stands under `form`. */
export async function attempt<T>(
  c: OfficeContext,
  fields: readonly string[],
  act: (tx: Transaction) => Promise<T>,
): Promise<{ done: T } | { errors: Record<string, string> }> {
  try {
    return { done: await inTransaction(c.var.db, act) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const errors: Record<string, string> = {}
    for (const [i, reason] of error.reasons.entries()) {
      const named = error.codes[i]?.split(':')[0] ?? ''
      const field = fields.includes(named) ? named : 'form'
      errors[field] = errors[field] && field === 'form' ? `${errors[field]} ${reason}` : (errors[field] ?? reason)
    }
    return { errors }
  }
}

/** An address with these query values; empty ones are left out. */
export function withQuery(path: string, values: Record<string, string | undefined>): string {
  const query = new URLSearchParams(
    Object.entries(values).filter((pair): pair is [string, string] => !!pair[1]),
  ).toString()
  return query ? `${path}?${query}` : path
}

interface ActFormProps {
  action: string
  submit: string
  kind?: 'button-primary' | 'button-danger' | ''
  label?: string
  /** Asked once more before it is sent, where script runs. */
  ask?: string
  children?: Child
}

/** A form of one act. */
export const ActForm: FC<ActFormProps> = ({ action, submit, kind = 'button-primary', label, ask, children }) => (
  <form method="post" action={action} class="stack" aria-label={label} data-confirm={ask}>
    {children}
    <div class="row">
      <button type="submit" class={`button ${kind}`.trim()}>
        {submit}
      </button>
    </div>
  </form>
)
