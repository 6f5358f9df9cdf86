import { createHmac, timingSafeEqual } from 'node:crypto'

const signed = (secret: string, token: string, at: number): string =>
  createHmac('sha256', secret).update(`khue form ${token} ${at}`).digest('hex').slice(0, 32)

/** When a form was opened, signed for its token: 1764000000-3f… */
export const stampOf = (secret: string, token: string, at: Date): string => {
  const seconds = Math.floor(at.getTime() / 1000)
  return `${seconds}-${signed(secret, token, seconds)}`
}

/** Seconds since a form was opened, by its stamp; undefined when the stamp is none of ours, or of another form. */
export function secondsSince(
  secrets: readonly string[],
  token: string,
  stamp: string | undefined,
  now: Date,
): number | undefined {
  const [, seconds, signature] = /^(\d{9,11})-([0-9a-f]{32})$/.exec(stamp ?? '') ?? []
  if (seconds === undefined || signature === undefined) return undefined
  const ours = secrets.some((secret) =>
    timingSafeEqual(Buffer.from(signed(secret, token, Number(seconds))), Buffer.from(signature)),
  )
  return ours ? Math.max(0, now.getTime() / 1000 - Number(seconds)) : undefined
}
