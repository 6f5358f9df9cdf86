import path from 'node:path'
import { answersPublicRoutes } from './answers/public.tsx'
import { articlePublicRoutes } from './articles/public.tsx'
import { caseBoardPublicRoutes } from './case-board/public.tsx'
import { complaintPublicRoutes } from './complaints/public.tsx'
import type { Config } from './config.ts'
import { intakePublicRoutes } from './cases/intake/public.ts'
import { connect } from './database/connect.ts'
import { watchHealth } from './database/watch-health.ts'
import { createDelivery } from './delivery/delivery.tsx'
import { portalPublicRoutes } from './delivery/pages/routes.ts'
import { createFront } from './delivery/front.ts'
import { heavyRoutes } from './delivery/heavy-routes.ts'
import type { Fetch } from './delivery/reading.ts'
import type { PublicRoute, PublicSite } from './delivery/route.ts'
import { siteOfHost } from './delivery/site-of-host.ts'
import { openStore } from './delivery/store/open-store.ts'
import { designPublicRoutes } from './design/public.tsx'
import { errorReportPublicRoutes } from './error-reports/public.tsx'
import { feedbackPublicRoutes } from './feedback/public.tsx'
import { homePublicRoutes } from './home/public.tsx'
import type { Logger } from './logger.ts'
import { noticesPublicRoutes } from './notices/public.tsx'
import { openFileStore } from './media/file-store.ts'
import { mediaPublicRoutes } from './media/public.ts'
import { questionPublicRoutes } from './questions/public.tsx'
import { open311PublicRoutes } from './open311/public.tsx'
import { ratingPublicRoutes } from './ratings/public.tsx'
import { statementsPublicRoutes } from './statements/public.tsx'
import { receptionPublicRoutes } from './reception/public.tsx'
import { searchPublicRoutes } from './search/public.tsx'
import { createVisitCounter } from './statistics/visit-counter.ts'
import { syndicationPublicRoutes } from './syndication/public.tsx'
import { trackingPublicRoutes } from './tracking/public.tsx'
import { dataRequestPublicRoutes } from './data-requests/public.tsx'
import { informationRequestPublicRoutes } from './information-requests/public.tsx'
import { publicFiles } from './web/public-files.ts'
import { listen, readerLimits } from './web/listen.ts'

export const publicRoutes: readonly PublicRoute[] = [
  ...portalPublicRoutes,
  ...homePublicRoutes,
  ...noticesPublicRoutes,
  ...receptionPublicRoutes,
  ...caseBoardPublicRoutes,
  ...complaintPublicRoutes,
  ...designPublicRoutes,
  ...statementsPublicRoutes,
  ...articlePublicRoutes,
  ...ratingPublicRoutes,
  ...errorReportPublicRoutes,
  ...intakePublicRoutes,
  ...questionPublicRoutes,
  ...feedbackPublicRoutes,
  ...open311PublicRoutes,
  ...trackingPublicRoutes,
  ...informationRequestPublicRoutes,
  ...dataRequestPublicRoutes,
  ...searchPublicRoutes,
  ...syndicationPublicRoutes,
  ...mediaPublicRoutes,
  ...answersPublicRoutes,
]

/** Where a delivery process keeps a copy of the pages it holds. */
export const pagesOf = ({ home, port }: Config, slot: number): string => path.join(home, 'pages', `${port}-${slot}`)

/** A running public face. */
export interface PublicFace {
  port: number
  /** Finishes requests at work, keeps what was counted, then lets go of everything. */
  stop(): Promise<void>
}

/**
 * Starts the public face alone. This file imports nothing of the office, so that a process that only serves readers is small.
 * `slot` numbers the delivery processes of one machine from 1; a process that replaces another has its number.
 * @throws when the port is busy.
 */
export async function startPublicFace(config: Config, url: string, logger: Logger, slot = 1): Promise<PublicFace> {
  const closing: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    for (const close of closing.toReversed()) await close()
  }
  try {
    const health = watchHealth(url)
    closing.push(() => health.end())
    const db = connect(config.databaseReadUrl ?? url, 'khue_delivery', 16)
    closing.push(() => db.destroy())
    const intake = config.databaseReadUrl ? connect(url, 'khue_delivery', 4) : db
    if (intake !== db) closing.push(() => intake.destroy())
    const counter = await createVisitCounter({ url, home: config.home, logger })
    closing.push(() => counter.close())
    const files = openFileStore(path.join(config.home, 'files'))
    const assets = publicFiles(path.resolve(import.meta.dirname, '../public'))
    const { visitorKey } = counter
    const siteOf = (host: string): Promise<PublicSite | undefined> => siteOfHost(db, host, config)
    const held = await openStore({ config, logger, url, folder: pagesOf(config, slot), siteOf })
    closing.push(() => held.close())
    const delivery = createDelivery({
      config,
      db,
      intake,
      logger,
      files,
      publicFiles: assets,
      health,
      visitorKey,
      siteOf: held.sites.find,
      routes: publicRoutes,
    })
    const fetch: Fetch = (request, bindings) => delivery.fetch(request, bindings)
    const front = createFront({
      ...held,
      drawings: held.drawingsWith(fetch),
      fetch,
      config,
      logger,
      publicFiles: assets,
      counter,
    })
    const overTls = config.publicScheme === 'https'
    const limits = { ...readerLimits, bodyAt: heavyRoutes(publicRoutes) }
    const at = { port: config.port, host: config.listen, variable: 'PORT', limits, overTls }
    const server = await listen(front, at)
    closing.push(() => server.close())
    return { port: server.port, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
