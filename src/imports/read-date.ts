const vietnam = '+07:00'

/** A date in any form the formats use: ISO 8601, RFC 822, or `yyyy-mm-dd hh:mm:ss` (Vietnamese time unless `utc`). Undefined when it is none. */
export function readDate(text: string | undefined, utc = false): Date | undefined {
  const typed = text?.trim() ?? ''
  if (typed === '' || typed.startsWith('0000')) return undefined
  const local = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?$/.exec(typed)
  const at = new Date(local ? `${local[1]}T${local[2] ?? '00:00'}${utc ? 'Z' : vietnam}` : typed)
  return sound(at)
}

const day = /(?<![\d/])(\d{1,2})[/\-.](\d{1,2})[/\-.](\d{4})(?![\d/])/
const clock = /(?<!\d)(\d{1,2})[:hg](\d{2})(?!\d)(?:\s*([AaPp])[Mm]\b)?/

/** The date in words of a page, Vietnamese time: "Ngày đăng 14/04/2018 | 13:08", "Chủ Nhật, 22/09/2019 09:25". Undefined when it is none. */
export function readPrintedDate(text: string): Date | undefined {
  const found = day.exec(text)
  if (!found) return undefined
  const rest = text.replace(found[0], ' ')
  const time = clock.exec(rest)
  const half = time?.[3]?.toLowerCase()
  const hour = time ? (Number(time[1]) % (half ? 12 : 24)) + (half === 'p' ? 12 : 0) : 0
  const [, dd, mm, yyyy] = found.map(Number) as [number, number, number, number]
  const at = new Date(Date.UTC(yyyy, mm - 1, dd, hour - 7, time ? Number(time[2]) : 0))
  const local = new Date(at.getTime() + 7 * 3_600_000)
  // 31/02 would become 3 March.
  return local.getUTCDate() === dd && local.getUTCMonth() === mm - 1 ? sound(at) : undefined
}

/** The latest day a text names that is over: the nearest thing to a date an undated article has. */
export function latestDayNamed(text: string, now: Date): Date | undefined {
  const days = (text.match(new RegExp(day, 'g')) ?? [])
    .flatMap((one) => readPrintedDate(one) ?? [])
    .filter((at) => at <= now)
  return days.length === 0 ? undefined : new Date(Math.max(...days.map(Number)))
}

const sound = (at: Date): Date | undefined =>
  Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1990 || at.getUTCFullYear() > 2200 ? undefined : at
