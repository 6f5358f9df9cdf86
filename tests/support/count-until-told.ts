import { createLogger } from '../../src/logger.ts'
import { createVisitCounter } from '../../src/statistics/visit-counter.ts'

// A process that counts a reading every few milliseconds and says how many it has noted, until it is told to end or killed.

const [url = '', home = '', siteId = ''] = process.argv.slice(2)
const counter = await createVisitCounter({ url, home, logger: createLogger('silent') })
let noted = 0
const timer = setInterval(() => {
  counter.note({
    siteId: Number(siteId),
    entryId: 1,
    at: Date.now(),
    address: '192.0.2.7',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36',
    referrer: '',
    host: 'localhost',
  })
  process.stdout.write(`${++noted}\n`)
}, 5)

process.on('SIGTERM', () => {
  clearInterval(timer)
  void counter.close().then(() => process.exit(0))
})
