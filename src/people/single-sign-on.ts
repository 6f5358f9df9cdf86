import { inTransaction } from '../database/connect.ts'
import type { Config } from '../config.ts'
import { createSingleSignOn, oidcProvider } from './better-auth.ts'
import { completeSignIn, noteFailure, onlyNeeded, type SignInParts } from './complete-sign-in.ts'

/** Single sign-on of the agency, as config.oidc names it. */
export interface Oidc {
  /** What the link says. */
  name: string
  /** Where to send the browser, and the cookies that tie its return to it. `back` is a local path. Throws when the provider does not answer. */
  start(headers: Headers, back: string): Promise<{ url: string; cookies: string[] }>
  /** The way back from the provider; undefined for every other address. */
  handler(request: Request): Promise<Response | undefined>
}

/** Persons who exist sign in by the address the provider has verified; nobody is registered by it. */
export function createOidc(parts: SignInParts, oidc: NonNullable<Config['oidc']>): Oidc {
  // Made at the first use: making it asks the provider for its discovery document.
  let made: ReturnType<typeof createSingleSignOn> | undefined
  const singleSignOn = () => (made ??= createSingleSignOn(parts, oidc))
  return {
    name: oidc.name,
    async start(headers, back) {
      const answer = await singleSignOn().api.signInSocial({
        body: {
          provider: oidcProvider,
          callbackURL: `${parts.config.officeUrl}${back}`,
          errorCallbackURL: `${parts.config.officeUrl}/dang-nhap`,
          disableRedirect: true,
        },
        headers: onlyNeeded(headers),
        asResponse: true,
      })
      if (!answer.ok) throw new Error(`single sign-on did not start: ${answer.status}`)
      return { url: ((await answer.json()) as { url: string }).url, cookies: answer.headers.getSetCookie() }
    },
    async handler(request) {
      const { pathname, search } = new URL(request.url)
      if (request.method !== 'GET' || pathname !== `/api/auth/callback/${oidcProvider}`) return undefined
      // The address as the provider knows it, whatever a proxy made of it.
      const asked = new Request(`${parts.config.officeUrl}${pathname}${search}`, {
        headers: onlyNeeded(request.headers),
      })
      return finish(parts, request.headers, await singleSignOn().handler(asked))
    },
  }
}

/** Completes a sign-in the provider vouched for, or leaves it waiting where the person has a second factor of ours. */
async function finish(parts: SignInParts, headers: Headers, answer: Response): Promise<Response> {
  const location = new URL(answer.headers.get('location') ?? '/dang-nhap', parts.config.officeUrl)
  const failed = location.searchParams.get('error')
  const token = await newToken(parts, answer)
  if (!token) {
    await noteFailure(parts, undefined, `single-sign-on: ${(failed ?? 'unknown').slice(0, 60)}`)
    return redirectTo(`/dang-nhap?loi=${encodeURIComponent(failed ?? 'unknown')}`, answer)
  }
  const back = location.pathname + location.search
  const waits = await inTransaction(parts.db, async (tx) => {
    const session = await tx
      .selectFrom('personSession as s')
      .innerJoin('person as p', 'p.id', 's.personId')
      .select(['p.id', 'p.twoFactorEnabled'])
      .where('s.token', '=', token)
      .executeTakeFirstOrThrow()
    if (session.twoFactorEnabled) {
      await tx.updateTable('personSession').set({ waitsForCode: true }).where('token', '=', token).execute()
      return true
    }
    await completeSignIn(tx, {
      personId: session.id,
      token,
      old: await parts.sessionToken(headers),
      method: 'single-sign-on',
    })
    return false
  })
  return redirectTo(waits ? `/dang-nhap/ma?tiep=${encodeURIComponent(back)}` : back, answer)
}

/** The token of the session an answer of better-auth begins. */
async function newToken(parts: SignInParts, answer: Response): Promise<string | undefined> {
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(`${parts.sessionCookie}=`))
  return cookie ? parts.sessionToken(new Headers({ cookie: cookie.split(';')[0] ?? '' })) : undefined
}

function redirectTo(location: string, answer: Response): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' })
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}
