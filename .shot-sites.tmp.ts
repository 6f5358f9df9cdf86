import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { serve } from '@hono/node-server'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { startEmbedded } from '/work/main/src/database/embedded.ts'
import { migrate } from '/work/main/src/database/migrate.ts'
import { connect, inTransaction } from '/work/main/src/database/connect.ts'
import { network } from '/work/main/tests/support/sites.ts'
import { person } from '/work/main/tests/support/people.ts'
import { createOffice } from '/work/main/src/office/office.tsx'
import { readConfig } from '/work/main/src/config.ts'
import { createLogger } from '/work/main/src/logger.ts'
import { publicFiles } from '/work/main/src/web/public-files.ts'
import { sitesOfficeRoutes } from '/work/main/src/sites/office/routes.ts'
import { articleKind } from '/work/main/src/articles/article.ts'
import { loadUnits } from '/work/main/src/sites/load-units.ts'
import { createSite } from '/work/main/src/sites/create-site.ts'
import { addSection } from '/work/main/src/sites/add-section.ts'
import { changeSection } from '/work/main/src/sites/change-section.ts'
import { createTopic } from '/work/main/src/sites/create-topic.ts'
import { addHost } from '/work/main/src/sites/add-host.ts'

const home = mkdtempSync(path.join(os.tmpdir(), 'khue-shots-'))
const server = await startEmbedded(home)
try {
  await migrate(server.url)
  const db = connect(server.url, 'khue_office')
  const sites = await network(db)
  const admin = await person(db, 'Quản trị mạng lưới', [{ siteId: null, role: 'network_admin' }])
  const siteId = await inTransaction(db, async (tx) => {
    await loadUnits(tx, {})
    const unit = await tx.selectFrom('unit').select('id').where('code', '=', '00103').executeTakeFirstOrThrow()
    const { siteId } = await createSite(tx, admin, { key: 'tay-ho', unitId: unit.id, parentId: sites.city.id, template: 'ward', theme: 'jade', hosts: ['tayho.hanoi.test'], chain: 'short',
      name: 'Cổng Thông tin điện tử phường Tây Hồ', shortName: 'Phường Tây Hồ', tagline: 'Gần dân, vì dân', agency: 'Ủy ban nhân dân phường Tây Hồ', governingBody: 'Ủy ban nhân dân thành phố Hà Nội',
      responsiblePerson: 'Phó Chủ tịch UBND phường, Trưởng ban biên tập', address: 'Đường Lạc Long Quân, phường Tây Hồ', phone: '024.0000.0009', email: 'tayho@example.vn' })
    await addHost(tx, admin, { siteId, host: 'tay-ho.localhost' })
    const { sectionId } = await addSection(tx, admin, { siteId, parentId: null, name: 'Góc phố của em' })
    await changeSection(tx, admin, { sectionId, hidden: true })
    await createTopic(tx, admin, { name: 'Năm Kỷ cương – Trách nhiệm – Hiệu quả', summary: 'Kỷ luật, kỷ cương', startsOn: '2026-01-01', endsOn: '2026-12-31' })
    return siteId
  })
  const office = createOffice({ config: readConfig({ OFFICE_URL: 'http://localhost:4391' }), db, logger: createLogger('error'), kinds: new Map([['article', articleKind]]), demo: false,
    routes: sitesOfficeRoutes, files: undefined as never, publicFiles: publicFiles('/work/main/public'), health: { whyNotReady: async () => undefined },
    readSession: async () => ({ id: 's', actor: admin, secondFactorMissing: false }), auth: async () => new Response('') })
  const http = serve({ fetch: office.fetch, port: 4391 })
  const profile = mkdtempSync(path.join(os.tmpdir(), 'khue-b-'))
  const context = await chromium.launchPersistentContext(profile, { executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (m) => { if (m.type() === 'error') errors.push(m.text()) })
  page.on('pageerror', (e) => errors.push(String(e)))
  const tayHo = (await db.selectFrom('unit').select('id').where('code', '=', '00103').executeTakeFirstOrThrow()).id
  const screens: [string, string][] = [['cong', '/cong'], ['cong-trong', '/cong?q=zzz'], ['moi', '/cong/moi?q=hoan+kiem'], ['moi-2', `/cong/moi?don-vi=${tayHo}`], ['site', `/cong/${siteId}?da-luu=1`], ['chuyen-muc', `/cong/${siteId}/chuyen-muc`], ['mau', '/mau/ward'], ['chuyen-de', '/chuyen-de'], ['chuyen-de-moi', '/chuyen-de/moi'], ['chuyen-de-1', '/chuyen-de/1'], ['don-vi', '/don-vi?tinh=01'], ['don-vi-moi', '/don-vi/moi'], ['don-vi-1', `/don-vi/${tayHo}`]]
  for (const width of [360, 768, 1366]) {
    await page.setViewportSize({ width, height: 800 })
    for (const [name, url] of screens) {
      await page.goto(`http://localhost:4391${url}`)
      if (name === 'chuyen-muc' || name === 'mau') await page.locator('.sites-branch summary').first().click()
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      if (wide) console.log('OVERFLOW', width, name)
      await page.screenshot({ path: `/tmp/sites-shots/${name}-${width}.png`, fullPage: true })
      if (width !== 768) for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme })
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
        for (const v of violations) console.log('AXE', width, name, scheme, v.id, v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | '))
      }
      await page.emulateMedia({ colorScheme: 'light' })
    }
  }
  // the live sample and a refused form
  await page.goto(`http://localhost:4391/cong/${siteId}`)
  await page.locator('#o-ownAccent').check()
  await page.locator('#o-accent').fill('#ffcc00')
  console.log('sample:', await page.locator('.sites-sample-ratio').textContent())
  await page.locator('#giao-dien button').click()
  console.log('summary:', await page.locator('.notice-error').innerText())
  await page.screenshot({ path: '/tmp/sites-shots/refused-1366.png', fullPage: true })
  const { violations } = await new AxeBuilder({ page }).analyze()
  for (const v of violations) console.log('AXE refused', v.id, v.nodes.map((n) => n.target.join(' ')))
  console.log('console errors', errors)
  await context.close(); http.close(); await db.destroy()
} finally { await server.stop(); rmSync(home, { recursive: true, force: true }) }
process.exit(0)
