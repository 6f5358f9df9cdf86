import type { Database } from '../../src/database/connect.ts'
import type { PublicRoute } from '../../src/delivery/route.ts'
import { answersPublicRoutes } from '../../src/answers/public.tsx'
import { articlePublicRoutes } from '../../src/articles/public.tsx'
import { homePublicRoutes } from '../../src/home/public.tsx'
import { noticesPublicRoutes } from '../../src/notices/public.tsx'
import { statementsPublicRoutes } from '../../src/statements/public.tsx'
import { intakePublicRoutes } from '../../src/cases/intake/public.ts'
import { questionPublicRoutes } from '../../src/questions/public.tsx'
import { errorReportPublicRoutes } from '../../src/error-reports/public.tsx'
import { caseBoardPublicRoutes } from '../../src/case-board/public.tsx'
import { complaintPublicRoutes } from '../../src/complaints/public.tsx'
import { receptionPublicRoutes } from '../../src/reception/public.tsx'
import { ratingPublicRoutes } from '../../src/ratings/public.tsx'
import { mediaPublicRoutes } from '../../src/media/public.ts'
import { searchPublicRoutes } from '../../src/search/public.tsx'
import { dataRequestPublicRoutes } from '../../src/data-requests/public.tsx'
import { informationRequestPublicRoutes } from '../../src/information-requests/public.tsx'
import { trackingPublicRoutes } from '../../src/tracking/public.tsx'
import { syndicationPublicRoutes } from '../../src/syndication/public.tsx'
import { ask, startFront, type TestFront } from './front.ts'
import type { TestSite } from './sites.ts'

/** The public face as a reader meets it: asks for an address of a portal. */
export type Reader = (site: TestSite | string, address: string, init?: RequestInit) => Promise<Response>

export const allPublicRoutes: readonly PublicRoute[] = [
  ...homePublicRoutes,
  ...noticesPublicRoutes,
  ...receptionPublicRoutes,
  ...caseBoardPublicRoutes,
  ...complaintPublicRoutes,
  ...statementsPublicRoutes,
  ...articlePublicRoutes,
  ...ratingPublicRoutes,
  ...errorReportPublicRoutes,
  ...intakePublicRoutes,
  ...questionPublicRoutes,
  ...trackingPublicRoutes,
  ...informationRequestPublicRoutes,
  ...dataRequestPublicRoutes,
  ...searchPublicRoutes,
  ...syndicationPublicRoutes,
  ...mediaPublicRoutes,
  ...answersPublicRoutes,
]

/**
 * A reader of the public face on its real path: over a socket, through the front and its page store. Before each look the store
 * hears of everything that was committed so far, so a test need not wait.
 */
export function reader(db: Database, routes: readonly PublicRoute[] = allPublicRoutes): Reader {
  let started: Promise<TestFront> | undefined
  return async (site, address, init) => {
    started ??= startFront(db, routes)
    const front = await started
    await front.upToDate()
    const host = typeof site === 'string' ? site : site.host
    const request = new Request(`http://${host}${address}`, init)
    const { pathname, search } = new URL(request.url)
    const headers = { host, ...Object.fromEntries(request.headers), ...(init?.headers as Record<string, string>) }
    const body = init?.body === undefined ? undefined : Buffer.from(await request.arrayBuffer())
    return ask({ port: front.port, path: `${pathname}${search}`, method: request.method, headers, body })
  }
}
