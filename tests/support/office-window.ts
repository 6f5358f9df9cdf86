import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Actor } from '../../src/people/actor.ts'
import { newWindow } from './desk-browser.ts'
import type { TestKhue } from './khue.ts'
import { signIn } from './session.ts'

/** The office as each of its people has it open; how they sign in is no part of the story. Says yes to whatever is asked. */
export function officeWindows(browser: Browser, khue: TestKhue): (who: Actor) => Promise<Page> {
  const windows = new Map<string, Page>()
  return async (who) => {
    const open = windows.get(who.id)
    if (open) return open
    const secret = readFileSync(path.join(khue.config.home, 'secret'), 'utf8').trim()
    const [name = '', value = ''] = (await signIn(khue.database.db, who, secret)).split(/=(.*)/s)
    const context = await newWindow(browser)
    await context.addCookies([{ name, value, url: khue.office }])
    const page = await context.newPage()
    page.on('dialog', (dialog) => void dialog.accept())
    windows.set(who.id, page)
    return page
  }
}
