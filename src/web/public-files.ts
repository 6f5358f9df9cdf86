import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Handler } from 'hono'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

export interface PublicFile {
  body: Buffer<ArrayBuffer>
  type: string
  etag: string
}

/** Stylesheets, fonts and scripts, read once; `url` gives the immutable address of one. */
export interface PublicFiles {
  url(name: string): string
  find(name: string): PublicFile | undefined
  serve: Handler
  add(name: string, body: Buffer): void
}

/** Stylesheets that are sent as one, so that a reader's browser asks once. The first of site.css names the layers in order. */
const siteParts = [
  'tokens',
  'base',
  'frame',
  'components',
  'lists',
  'film',
  'notices',
  'calendar',
  'pages',
  'home',
  'article',
  'forms',
  'tracking',
  'conditions',
  'print',
]
const bundles: Readonly<Record<string, readonly string[]>> = {
  'site.css': ['fonts.css', ...siteParts.map((part) => `site/${part}.css`)],
  'fonts.css': ['fonts.css'],
}

/** Files of packages that readers' browsers load from us, under a name of ours. */
const packaged: Readonly<Record<string, string>> = {
  'leaflet/leaflet.js': import.meta.resolve('leaflet/dist/leaflet.js'),
  'leaflet/leaflet.css': import.meta.resolve('leaflet/dist/leaflet.css'),
}

/** A stylesheet without its comments and the room between its rules: a fifth less on the wire. What stands in quotes is left alone. */
export const squeezed = (css: string): string =>
  css.replaceAll(
    /('[^'\n]*'|"[^"\n]*")|(?:\s|\/\*[^]*?\*\/)*([{};,>])(?:\s|\/\*[^]*?\*\/)*|(?:\s|\/\*[^]*?\*\/)+/g,
    (_, quoted: string | undefined, mark: string | undefined) => quoted ?? mark ?? ' ',
  )

/** Reads every file below the folder into memory. Served at /tai-nguyen/{digest}/{name}, for a year. */
export function publicFiles(folder: string): PublicFiles {
  const files = new Map<string, PublicFile>()
  const add = (name: string, body: Buffer): void => {
    const etag = createHash('sha256').update(body).digest('hex').slice(0, 12)
    files.set(name, { body: Buffer.from(body), type: types[path.extname(name)] ?? 'application/octet-stream', etag })
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    add(path.relative(folder, file).replaceAll(path.sep, '/'), readFileSync(file))
  }
  for (const [name, source] of Object.entries(packaged)) add(name, readFileSync(fileURLToPath(source)))
  const url = (name: string): string => {
    const file = files.get(name)
    if (!file) throw new Error(`no public file ${name}`)
    return `/tai-nguyen/${file.etag}/${name}`
  }
  // A font has one address, so that the one a page asks for early is the one its stylesheet uses.
  const settled = (css: string): string =>
    css.replaceAll(/url\('(fonts\/[^']+)'\)/g, (_, name: string) => `url('${url(name)}')`)
  for (const [bundle, parts] of Object.entries(bundles)) {
    const css = parts.map((part) => settled(files.get(part)?.body.toString('utf8') ?? '')).join('\n')
    add(bundle, Buffer.from(squeezed(css)))
  }
  return {
    add,
    url,
    find: (name) => files.get(name),
    serve(c) {
      const [, , digest, ...rest] = c.req.path.split('/')
      const name = rest.join('/')
      const file = files.get(name)
      if (!file) return c.notFound()
      c.header('Content-Type', file.type)
      // A name of an older release leads to today's file, but is not kept.
      c.header(
        'Cache-Control',
        digest === file.etag || name.endsWith('.woff2') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
      c.header('Access-Control-Allow-Origin', '*')
      return c.body(file.body)
    },
  }
}
