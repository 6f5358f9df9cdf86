import type { BrowserContext, Page } from 'playwright-core'

/** What a first visit to a page brings over the wire, in bytes with the heads of the answers. */
export interface PageWeight {
  requests: number
  html: number
  css: number
  font: number
  script: number
  picture: number
  /** Films, captions, and whatever else. */
  other: number
}

type Sort = Exclude<keyof PageWeight, 'requests'>
const sorts: Readonly<Record<string, Sort>> = {
  Document: 'html',
  Stylesheet: 'css',
  Font: 'font',
  Script: 'script',
  Image: 'picture',
}

/** Opens an address as somebody who never was there, scrolls nowhere, and weighs what came until nothing more does. */
export async function weighPage(browser: BrowserContext, url: string): Promise<PageWeight> {
  const page = await browser.newPage()
  try {
    return await weigh(page, url)
  } finally {
    await page.close()
  }
}

async function weigh(page: Page, url: string): Promise<PageWeight> {
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true })
  const kinds = new Map<string, Sort>()
  const weight: PageWeight = { requests: 0, html: 0, css: 0, font: 0, script: 0, picture: 0, other: 0 }
  wire.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (/^https?:/.test(response.url)) kinds.set(requestId, sorts[type] ?? 'other')
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const sort = kinds.get(requestId)
    if (!sort) return
    weight.requests += 1
    weight[sort] += encodedDataLength
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  return weight
}

/** What a reader must have before anything can be read as it was drawn. */
export const toRead = ({ html, css, font }: PageWeight): number => html + css + font
