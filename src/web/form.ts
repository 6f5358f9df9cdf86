import type { Context } from 'hono'
import { z } from 'zod'
import { cleanLine, cleanText } from './vietnamese.ts'

/** A form as it came back: the typed value, or a message beside each field at fault with everything that was typed. */
export type FormReading<T> =
  | { ok: true; value: T; typed: Typed }
  | { ok: false; errors: Record<string, string>; typed: Typed }
export type Typed = Record<string, string>

/** Reads a posted form (or query) by a schema. Messages of the schema are Vietnamese sentences that say what to do. */
export async function readForm<T extends z.ZodType>(c: Context, schema: T): Promise<FormReading<z.output<T>>> {
  const body = await c.req.parseBody({ all: true })
  return readTyped(body as Record<string, string | File | (string | File)[]>, schema)
}

/** The same for values at hand. Repeated fields come as arrays; `typed` keeps the last one as text. */
export function readTyped<T extends z.ZodType>(
  values: Record<string, string | File | (string | File)[] | undefined>,
  schema: T,
): FormReading<z.output<T>> {
  const typed: Typed = {}
  for (const [name, value] of Object.entries(values)) {
    const last = Array.isArray(value) ? value.at(-1) : value
    if (typeof last === 'string') typed[name] = last
  }
  const read = schema.safeParse(values)
  if (read.success) return { ok: true, value: read.data, typed }
  const errors: Record<string, string> = {}
  for (const issue of read.error.issues) errors[String(issue.path[0] ?? 'form')] ??= issue.message
  return { ok: false, errors, typed }
}

/** One line of text, made exact. Empty is refused with the message given. */
export const line = (missing: string, max = 300): z.ZodType<string> =>
  z
    .string(missing)
    .transform(cleanLine)
    .pipe(z.string().min(1, missing).max(max, `Dài quá ${max} ký tự: hãy rút gọn.`))

/** One line of text that may stay empty. */
export const optionalLine = (max = 300): z.ZodType<string> =>
  z
    .string()
    .default('')
    .transform(cleanLine)
    .pipe(z.string().max(max, `Dài quá ${max} ký tự: hãy rút gọn.`))

/** Several lines of text. */
export const lines = (missing: string, max = 5000): z.ZodType<string> =>
  z
    .string(missing)
    .transform(cleanText)
    .pipe(z.string().min(1, missing).max(max, `Dài quá ${max} ký tự: hãy rút gọn.`))

/** A box that is ticked or not. */
export const tick = z.preprocess((value) => value === 'on' || value === 'true' || value === '1', z.boolean())

/** The greatest number a row can have in the database (int4). */
export const highestRow = 2_147_483_647

/** A chosen row: its number. */
export const chosen = (missing: string): z.ZodType<number> =>
  z.preprocess(
    (value) => (value === '' || value === undefined ? undefined : Number(value)),
    z.number(missing).int(missing).positive(missing).max(highestRow, missing),
  )

/** A field that may be repeated, as numbers. */
export const chosenMany = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]).map(Number),
  z.array(z.number().int().positive().max(highestRow)),
)
