import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createLogger } from '../../logger.ts'
import type { PublicSite } from '../route.ts'
import { openSnapshot } from './snapshot.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'khue-snapshot-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a file that somebody put into the copy, or under another name, is not taken for a page of ours', async () => {
  const snapshot = openSnapshot(folder, createLogger('silent'))
  snapshot.learnt('ba-dinh.test', { id: 1 } as PublicSite)
  snapshot.kept({
    siteId: 1,
    name: '/',
    bytes: 1,
    tags: ['site:1'],
    counts: {},
    isPage: true,
    freshUntil: 0,
    usableUntil: 0,
    redrawing: false,
    etag: '""',
    gzip: 'a',
    brotli: 'b',
    heads: { br: [], gzip: [], identity: [], notModified: [] },
  })
  await snapshot.settle()
  snapshot.heard()
  for (const name of readdirSync(folder).filter((one) => one.length === 40)) {
    copyFileSync(path.join(folder, name), path.join(folder, name.replaceAll(/[0-9]/g, 'f')))
    copyFileSync(path.join(folder, name), path.join(folder, `${name}.html`))
  }
  writeFileSync(path.join(folder, '0'.repeat(40)), '{"format":1}\n')
  writeFileSync(path.join(folder, '1'.repeat(40)), '')
  const found = await snapshot.read()
  expect(found?.pages.map(({ siteId, name }) => [siteId, name])).toEqual([[1, '/']])
  expect(found?.sites.map(([host]) => host)).toEqual(['ba-dinh.test'])
})
