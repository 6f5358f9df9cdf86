import http from 'node:http'
import type { Portals } from './start-portals.ts'

export interface JudgedPage {
  /** What kind of page it is. */
  name: string
  address: string
  html: string
}

/** One page of every kind, found by following links as a reader would, with some of their states. */
export async function pagesOf({ origin }: Portals): Promise<JudgedPage[]> {
  const city = origin()
  const pages: JudgedPage[] = []
  const read = async (name: string, address: string, form?: URLSearchParams): Promise<string> => {
    const html = await pageAt(address, form)
    pages.push({ name, address, html })
    return html
  }
  const linkIn = (html: string, pattern: RegExp): string | undefined => pattern.exec(html)?.[1]

  const home = await read('home', `${city}/`)
  await read('home of a ward', `${origin('ba-dinh')}/`)
  const article = linkIn(home, /href="(\/bai-viet\/[^"?#]+)"/)
  const section = linkIn(home, /href="(\/chuyen-muc\/[a-z0-9-]+)"/)
  if (!article || !section) throw new Error('the home page of the demo leads to no article or section')
  const read2 = await read('article', city + article)
  await read('section', city + section)
  const tree = await read('site map', `${city}/so-do-cong`)
  const author = linkIn(read2, /href="(\/tac-gia\/[^"?#]+)"/)
  const topic = linkIn(tree, /href="(\/chuyen-de\/[^"?#]+)"/)
  if (author) await read('author', city + author)
  if (topic) await read('topic', city + topic)
  await read('search', `${city}/tim-kiem?q=nuoc`)
  await read('search without results', `${city}/tim-kiem?q=khongcotunay`)
  const months = await read('archive', `${city}${section}/luu-tru`)
  const month = linkIn(months, /href="([^"]*\/luu-tru\/\d{4}-\d{2})"/)
  if (month) await read('archive of a month', city + month)
  await read('not found', `${city}/bai-viet/khong-co-bai-nay`)
  await read('English home', `${city}/en`)
  await read('English section', `${city}/en${section}`)
  for (const name of ['thong-bao-gian-doan', 'tuyen-bo-tiep-can', 'quyen-rieng-tu', 'kenh-thong-tin', 'luu-tru'])
    await read(name, `${city}/${name}`)
  await read('error report', `${city}/bao-loi?bai=${encodeURIComponent(article)}`)
  await read('error report with faults', `${city}/bao-loi`, new URLSearchParams({ bai: article }))
  for (const [name, portal, words] of [
    ['video article', origin('ba-dinh'), 'phân loại rác tại nhà'],
    ['photo story', city, 'chùm ảnh mùa đông'],
  ] as const) {
    const found = await pageAt(`${portal}/tim-kiem?q=${encodeURIComponent(words)}`)
    const link = linkIn(found, /class="findings[^]*?href="(\/bai-viet\/[^"?#]+)"/)
    if (!link) throw new Error(`the demo has no ${name}`)
    await read(name, portal + link)
  }
  return pages
}

/** Asks this machine for a page of any portal, whatever its name server knows. With a form: sends it. */
function pageAt(address: string, form?: URLSearchParams): Promise<string> {
  const url = new URL(address)
  const headers = {
    host: url.host,
    ...(form && { 'content-type': 'application/x-www-form-urlencoded', origin: url.origin }),
  }
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port: url.port, path: url.pathname + url.search, method: form ? 'POST' : 'GET', headers },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          (response.headers['content-type'] ?? '').startsWith('text/html')
            ? resolve(Buffer.concat(parts).toString('utf8'))
            : reject(new Error(`${address} answered ${response.statusCode}, which is no page`)),
        )
      },
    )
    request.on('error', reject)
    request.end(form?.toString())
  })
}
