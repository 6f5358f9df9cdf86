import { officeRoutes } from '../../src/app.ts'
import { kinds } from '../../src/kinds.ts'
import type { Actor } from '../../src/people/actor.ts'
import { caseDesk, type CaseDesk } from './cases.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { testOffice, type TestOffice } from './session.ts'

/** The office with a desk for cases, asked as one of its people. */
export interface CasesOffice {
  database: TestDatabase
  desk: CaseDesk
  office: TestOffice
  get(who: Actor, path: string): Promise<Response>
  textOf(who: Actor, path: string): Promise<string>
  /** Sends a form; a value that is a list is a field that was ticked more than once. */
  post(who: Actor, path: string, body?: Record<string, string | string[]>): Promise<Response>
}

export async function casesOffice(): Promise<CasesOffice> {
  const database = await freshDatabase()
  const desk = await caseDesk(database.db)
  const office = testOffice({ db: database.db, routes: officeRoutes, kinds, keyring: desk.keyring })
  const cookies = new Map<string, string>()
  const cookieOf = async (who: Actor): Promise<string> => {
    if (!cookies.has(who.id)) cookies.set(who.id, await office.cookieOf(who))
    return cookies.get(who.id)!
  }
  const get = async (who: Actor, path: string): Promise<Response> => office.get(path, await cookieOf(who))
  const { officeUrl } = office.config
  return {
    database,
    desk,
    office,
    get,
    textOf: async (who, path) => (await get(who, path)).text(),
    async post(who, path, body = {}) {
      const form = new URLSearchParams()
      for (const [name, value] of Object.entries(body)) for (const one of [value].flat()) form.append(name, one)
      return office.office.request(`${officeUrl}${path}`, {
        method: 'POST',
        body: form,
        headers: { origin: officeUrl, cookie: await cookieOf(who) },
      })
    },
  }
}
