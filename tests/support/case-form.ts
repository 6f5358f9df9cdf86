import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { stampOf } from '../../src/cases/intake/form-stamp.ts'
import { proofKeys } from '../../src/cases/intake/intake-queries.ts'
import { newFormToken } from '../../src/cases/tracking.ts'
import type { Database } from '../../src/database/connect.ts'
import { beforeDrop } from './database.ts'
import { ask, startFront } from './front.ts'
import { allPublicRoutes } from './reader.ts'
import type { TestSite } from './sites.ts'

type Fields = Record<string, string>

/** Somebody who fills in a form of a portal without script. Each time another reader, unless it is said who. */
export interface FormSender {
  look(address: string, headers?: Fields): Promise<Response>
  send(fields: Fields, who?: string, address?: string): Promise<Response>
  /** The same with files, in the field `tep`. */
  upload(fields: Fields, files: readonly { name: string; body: Buffer }[], who?: string): Promise<Response>
}

/** `address`: of the form. Case files go to a folder that is removed with the database. */
export async function formSender(delivery: Database, site: TestSite, address: string): Promise<FormSender> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'khue-bieu-mau-'))
  beforeDrop(delivery, () => rm(home, { recursive: true, force: true }))
  const { port } = await startFront(delivery, allPublicRoutes, { env: { KHUE_HOME: home } })
  const { host } = site
  let made = 0
  const someone = (): string => `nguoi-thu-so-${String(++made).padStart(8, '0')}`
  const post = (target: string, headers: Fields, body: Buffer): Promise<Response> =>
    ask({ port, path: target, method: 'POST', headers: { host, 'sec-fetch-site': 'same-origin', ...headers }, body })
  return {
    look: (target, headers = {}) => ask({ port, path: target, headers: { host, ...headers } }),
    send: (fields, who = someone(), target = address) =>
      post(
        target,
        { 'user-agent': who, 'content-type': 'application/x-www-form-urlencoded' },
        Buffer.from(new URLSearchParams(fields).toString()),
      ),
    upload(fields, files, who = someone()) {
      const line = '----khue-thu'
      const head = (name: string, more = ''): Buffer =>
        Buffer.from(`--${line}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`)
      const body = Buffer.concat([
        ...Object.entries(fields).flatMap(([name, value]) => [head(name), Buffer.from(`${value}\r\n`)]),
        ...files.flatMap((file) => [head('tep', `; filename="${file.name}"`), file.body, Buffer.from('\r\n')]),
        Buffer.from(`--${line}--\r\n`),
      ])
      return post(address, { 'user-agent': who, 'content-type': `multipart/form-data; boundary=${line}` }, body)
    },
  }
}

/** A form opened some minutes ago, as the portal signs it. */
export async function openedForm(db: Database, seconds = 300): Promise<{ phieu: string; luc: string }> {
  const [secret] = await proofKeys(db)
  const phieu = newFormToken()
  return { phieu, luc: stampOf(secret, phieu, new Date(Date.now() - seconds * 1000)) }
}

/** What a browser without script would send from a page with a form: all its fields as they stand. */
export function fieldsOf(html: string): Fields {
  const fields: Fields = {}
  const text = (raw: string): string =>
    raw
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  const inside = html.slice(html.indexOf('<form class="form"'))
  for (const [tag] of inside.matchAll(/<input [^>]*>/g)) {
    const word = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
    const name = word('name')
    if (!name || word('type') === 'file') continue
    if (word('type') === 'checkbox' && !/ checked/.test(tag)) continue
    fields[name] = text(word('value') ?? '')
  }
  for (const [, name, value] of inside.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/textarea>/g))
    fields[name!] = text(value!)
  for (const [, name, options] of inside.matchAll(/<select [^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name!] = /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? ''
  return fields
}
