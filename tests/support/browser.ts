import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'

/** The browser of the journeys: Debian's Chromium, or the one CHROMIUM names. */
export const browserPath = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** How it is started. */
export const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP *.localhost 127.0.0.1, MAP *.test 127.0.0.1',
]

export interface Window {
  width: number
  height: number
}
export const phone: Window = { width: 360, height: 740 }
export const desk: Window = { width: 1366, height: 850 }

/** A browser with a fresh profile, closed with `context.close()`. Speaks Vietnamese, lives in Hà Nội. */
export function openBrowser(viewport: Window = desk, javaScriptEnabled = true): Promise<BrowserContext> {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'khue-browser-'))
  return chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    args: quiet,
    viewport,
    javaScriptEnabled,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
  })
}
