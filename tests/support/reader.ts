import path from 'node:path'
import { readConfig, type Config } from '../../src/config.ts'
import type { Database } from '../../src/database/connect.ts'
import { createDelivery } from '../../src/delivery/delivery.tsx'
import type { PublicRoute } from '../../src/delivery/route.ts'
import { articlePublicRoutes } from '../../src/articles/public.tsx'
import { homePublicRoutes } from '../../src/home/public.tsx'
import { noticesPublicRoutes } from '../../src/notices/public.tsx'
import { statementsPublicRoutes } from '../../src/statements/public.tsx'
import { errorReportPublicRoutes } from '../../src/error-reports/public.tsx'
import { ratingPublicRoutes } from '../../src/ratings/public.tsx'
import { createLogger } from '../../src/logger.ts'
import { mediaPublicRoutes } from '../../src/media/public.ts'
import { openFileStore } from '../../src/media/file-store.ts'
import { searchPublicRoutes } from '../../src/search/public.tsx'
import { syndicationPublicRoutes } from '../../src/syndication/public.tsx'
import { publicFiles } from '../../src/web/public-files.ts'
import type { TestSite } from './sites.ts'

/** The public face as a reader meets it: asks for an address of a portal. */
export type Reader = (site: TestSite | string, address: string, init?: RequestInit) => Promise<Response>

export const allPublicRoutes: readonly PublicRoute[] = [
  ...homePublicRoutes,
  ...noticesPublicRoutes,
  ...statementsPublicRoutes,
  ...articlePublicRoutes,
  ...ratingPublicRoutes,
  ...errorReportPublicRoutes,
  ...searchPublicRoutes,
  ...syndicationPublicRoutes,
  ...mediaPublicRoutes,
]

export function reader(db: Database, routes: readonly PublicRoute[] = allPublicRoutes): Reader {
  const config: Config = readConfig({ PORT: '3000', LOG_LEVEL: 'silent' })
  const delivery = createDelivery({
    config,
    db,
    logger: createLogger('silent'),
    files: openFileStore('/nonexistent/files'),
    routes,
    publicFiles: publicFiles(path.resolve(import.meta.dirname, '../../public')),
    health: { whyNotReady: async () => undefined },
    // Nobody stands in front who could tell an address: readers are told apart by their browsers.
    visitorKey: async (_address, userAgent) => userAgent,
  })
  return async (site, address, init) => {
    const host = typeof site === 'string' ? site : site.host
    return delivery.request(`http://${host}${address}`, {
      ...init,
      headers: { host, ...(init?.headers as Record<string, string>) },
    })
  }
}
