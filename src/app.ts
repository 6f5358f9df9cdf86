import { readFileSync, writeFileSync, existsSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { articleOfficeRoutes } from './articles/office/routes.ts'
import { auditOfficeRoutes } from './audit/office/routes.ts'
import { caseKinds } from './case-kinds.ts'
import { caseFiles } from './cases/attachments/case-files.ts'
import { cleanAttachments } from './cases/attachments/clean-attachments.ts'
import { tidyAttachments } from './cases/attachments/tidy-attachments.ts'
import { eraseCaseSenders } from './cases/erase-case-senders.ts'
import { calendarOfficeRoutes } from './calendar/office/routes.ts'
import { closeSilent } from './cases/close-silent.ts'
import { morningDigest } from './cases/morning-digest.ts'
import { recomputeClocks } from './cases/recompute-clocks.ts'
import { routeCases } from './cases/route-cases.ts'
import { tellSenders } from './cases/tell-senders.ts'
import { watchClocks } from './cases/watch-clocks.ts'
import { caseOfficeRoutes } from './cases/office/routes.ts'
import type { Config } from './config.ts'
import { connect, type Database } from './database/connect.ts'
import { watchHealth } from './database/watch-health.ts'
import { expireDueEdition, publishDueEdition, tidyEditions, watchDueEditions } from './editions/jobs.ts'
import { caseBoardOfficeRoutes } from './case-board/office/routes.ts'
import { complaintOfficeRoutes } from './complaints/office/routes.ts'
import { denunciationOfficeRoutes } from './denunciations/office/routes.ts'
import { editionOfficeRoutes } from './editions/office/routes.ts'
import { eraseSenders } from './error-reports/erase-senders.ts'
import { errorReportOfficeRoutes } from './error-reports/office/routes.ts'
import { dataRequestOfficeRoutes } from './data-requests/office/routes.ts'
import { emptyDeliveries } from './information-requests/empty-deliveries.ts'
import { informationRequestOfficeRoutes } from './information-requests/office/routes.ts'
import { forgetFeedbackVoices } from './feedback/forget-voices.ts'
import { feedbackOfficeRoutes } from './feedback/office/routes.ts'
import { homeOfficeRoutes } from './home/office/routes.ts'
import { hotlineOfficeRoutes } from './hotline/office/routes.ts'
import { schedule } from './jobs/schedule.ts'
import { kinds } from './kinds.ts'
import { startWorker, type JobHandlers } from './jobs/worker.ts'
import type { Logger } from './logger.ts'
import { openFileStore, type FileStore } from './media/file-store.ts'
import { mediaOfficeRoutes } from './media/office/routes.ts'
import { noticesOfficeRoutes } from './notices/office/routes.ts'
import { buildScripts } from './office/build-scripts.ts'
import { createOffice } from './office/office.tsx'
import { shellOfficeRoutes } from './office/shell-routes.tsx'
import type { OfficeRoute } from './office/route.ts'
import { open311OfficeRoutes } from './open311/office/keys-screen.tsx'
import { outboxOfficeRoutes } from './outbox/office.tsx'
import { peopleOfficeRoutes } from './people/office/routes.ts'
import { createAuth } from './people/sign-in.ts'
import { startPublicFace } from './public-app.ts'
import { countQuestionWords } from './questions/count-question-words.ts'
import { forgetCaseVoices } from './cases/intake/forget-voices.ts'
import { forgetRaters } from './ratings/forget-raters.ts'
import { receptionOfficeRoutes } from './reception/office/routes.ts'
import { ratingOfficeRoutes } from './ratings/office/routes.ts'
import { statementsOfficeRoutes } from './statements/office/routes.ts'
import { sitesOfficeRoutes } from './sites/office/routes.ts'
import { publicFiles, type PublicFiles } from './web/public-files.ts'
import type { Health } from './web/health.ts'
import { listen, listenerOf, officeLimits } from './web/listen.ts'
import { startWorkers, type Workers } from './web/workers.ts'
import { deriveImages } from './media/derive-images.ts'
import { tidyFiles } from './media/tidy-files.ts'
import { forgetVisitors } from './statistics/forget-visitors.ts'
import { statisticsOfficeRoutes } from './statistics/office/routes.ts'
import { emptySealedMails } from './outbox/empty-sealed-mails.ts'
import { sendMail } from './outbox/send-mail.ts'
import type { Keyring } from './sealing/keyring.ts'
import { startKeyring } from './sealing/register-keyring.ts'

export type ProcessRole = 'all' | 'delivery' | 'office' | 'worker'

export const officeRoutes: readonly OfficeRoute[] = [
  ...shellOfficeRoutes,
  ...editionOfficeRoutes,
  ...articleOfficeRoutes,
  ...caseOfficeRoutes,
  ...mediaOfficeRoutes,
  ...sitesOfficeRoutes,
  ...homeOfficeRoutes,
  ...noticesOfficeRoutes,
  ...calendarOfficeRoutes,
  ...statementsOfficeRoutes,
  ...peopleOfficeRoutes,
  ...errorReportOfficeRoutes,
  ...ratingOfficeRoutes,
  ...feedbackOfficeRoutes,
  ...open311OfficeRoutes,
  ...outboxOfficeRoutes,
  ...hotlineOfficeRoutes,
  ...caseBoardOfficeRoutes,
  ...complaintOfficeRoutes,
  ...denunciationOfficeRoutes,
  ...receptionOfficeRoutes,
  ...auditOfficeRoutes,
  ...statisticsOfficeRoutes,
  ...informationRequestOfficeRoutes,
  ...dataRequestOfficeRoutes,
]

/** A running Khuê. */
export interface Khue {
  ports: { delivery?: number; office?: number }
  /** Finishes requests and jobs at work, then lets go of everything but the database server. */
  stop(): Promise<void>
}

/** Starts the roles asked for on a migrated database. @throws when a port is busy, or migrations are missing. */
export async function startKhue(config: Config, url: string, role: ProcessRole, logger: Logger): Promise<Khue> {
  const closing: (() => Promise<unknown>)[] = []
  const ports: Khue['ports'] = {}
  const stop = async (): Promise<void> => {
    for (const close of closing.toReversed()) await close()
  }
  try {
    const health = watchHealth(url)
    closing.push(() => health.end())
    const files = openFileStore(path.join(config.home, 'files'))
    const assets = publicFiles(path.resolve(import.meta.dirname, '../public'))
    if (role === 'all' || role === 'delivery') {
      const face = await (config.workers > 1 ? apart(config, url, logger) : startPublicFace(config, url, logger))
      closing.push(() => face.stop())
      ports.delivery = face.port
    }
    if (role === 'all' || role === 'office') {
      const db = connect(url, 'khue_office', 16)
      closing.push(() => db.destroy())
      await buildScripts(assets)
      const keyring = await startKeyring(db, config, logger)
      const office = await officeOn({ config, db, logger, files, assets, health, keyring })
      const overTls = config.officeUrl.startsWith('https:')
      const at = {
        port: config.officePort,
        host: config.listen,
        variable: 'OFFICE_PORT',
        limits: officeLimits,
        overTls,
      }
      const server = await listen(listenerOf(office.fetch), at)
      closing.push(() => server.close())
      ports.office = server.port
    }
    if (role === 'all' || role === 'worker') {
      const db = connect(url, 'khue_office', 6)
      closing.push(() => db.destroy())
      const keyring = await startKeyring(db, config, logger)
      const worker = await startWorker(url, jobHandlers({ db, files, config, logger, keyring }), schedule, logger)
      closing.push(() => worker.stop())
    }
    return { ports, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The public face in processes of its own, so that it uses all cores and the office never holds up a reader. */
const apart = (config: Config, url: string, logger: Logger): Promise<Workers> =>
  startWorkers({
    count: config.workers,
    program: path.resolve(import.meta.dirname, '../bin/delivery.ts'),
    env: { DATABASE_URL: url },
    logger,
  })

interface OfficeOn {
  config: Config
  db: Database
  logger: Logger
  files: FileStore
  assets: PublicFiles
  health: Health
  keyring: Keyring
}

async function officeOn({
  config,
  db,
  logger,
  files,
  assets,
  health,
  keyring,
}: OfficeOn): Promise<ReturnType<typeof createOffice>> {
  const demo = await holdsDemo(db)
  const auth = createAuth({ config, db, secret: config.secret ?? keptSecret(config.home), demo, logger })
  return createOffice({
    config,
    db,
    logger,
    kinds,
    files,
    publicFiles: assets,
    health,
    keyring,
    demo,
    routes: officeRoutes,
    readSession: auth.readSession,
    auth: auth.handler,
    extra: (c) => c.set('auth', auth),
  })
}

/** Whether this installation holds the demo network. */
export async function holdsDemo(db: Database): Promise<boolean> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'demo').executeTakeFirst()
  return row?.value === 'loaded'
}

interface JobParts {
  db: Database
  files: FileStore
  config: Config
  logger: Logger
  keyring: Keyring
}

/** What each job does. */
export const jobHandlers = ({ db, files, config, logger, keyring }: JobParts): JobHandlers => ({
  'publish-due-edition': ({ editionId }) => publishDueEdition(db, kinds, editionId),
  'expire-edition': ({ editionId }) => expireDueEdition(db, kinds, editionId),
  'watch-due-editions': () => watchDueEditions(db, kinds, logger),
  'tidy-editions': () => tidyEditions(db),
  'derive-images': ({ mediaId }) => deriveImages(db, files, mediaId),
  'tidy-files': () => tidyFiles(db, files),
  'forget-visitors': () => forgetVisitors(db),
  'forget-raters': () => forgetRaters(db),
  'forget-feedback-voices': () => forgetFeedbackVoices(db),
  'forget-case-voices': () => forgetCaseVoices(db),
  'count-question-words': () => countQuestionWords(db),
  'erase-report-senders': () => eraseSenders(db),
  'recompute-clocks': () => recomputeClocks(db),
  'tell-senders': () => tellSenders(db, { config, keyring, logger }),
  'route-cases': () => routeCases(db),
  'watch-clocks': () => watchClocks(db, config),
  'morning-digest': () => morningDigest(db, config),
  'close-silent': () => closeSilent(db),
  'empty-sealed-mails': () => emptySealedMails(db),
  'empty-deliveries': () => emptyDeliveries(db),
  'clean-attachments': () => cleanAttachments({ db, files: caseFiles(config), keyring }, logger),
  'tidy-attachments': () => tidyAttachments(db, caseFiles(config)),
  'erase-case-senders': () => eraseCaseSenders(db, caseFiles(config), caseKinds),
  'send-mail': () => sendMail(db, config, keyring),
})

function keptSecret(home: string): string {
  const file = path.join(home, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
