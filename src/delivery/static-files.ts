import type { PublicFile, PublicFiles } from '../web/public-files.ts'
import { compress, headsOf, type PressedPage } from './store/press-page.ts'

const folder = '/tai-nguyen/'
const year = 'public, max-age=31536000, immutable'
const compressible = /^(?:text\/|image\/svg|application\/manifest)/

/** Stylesheets, fonts, scripts and signs, compressed once for all readers. */
export interface StaticFiles {
  /** What is ready for an address, without waiting. */
  ready(target: string): PressedPage | undefined
  /** Makes it ready; undefined when there is no such file. */
  prepare(target: string): Promise<PressedPage | undefined>
}

/** `security`: header lines every answer carries. */
export function staticFiles(files: PublicFiles, security: readonly string[]): StaticFiles {
  const byFile = new WeakMap<PublicFile, { kept: PressedPage; asked: PressedPage }>()
  const named = (target: string): { file: PublicFile; kept: boolean } | undefined => {
    if (!target.startsWith(folder)) return undefined
    const slash = target.indexOf('/', folder.length)
    const end = target.indexOf('?')
    const name = target.slice(slash + 1, end === -1 ? undefined : end)
    const file = slash === -1 ? undefined : files.find(name)
    // A name of an older release leads to today's file, but is not kept. A font has one address whatever the release.
    return file && { file, kept: target.slice(folder.length, slash) === file.etag || name.endsWith('.woff2') }
  }
  return {
    ready(target) {
      const found = named(target)
      const pressed = found && byFile.get(found.file)
      return pressed && (found.kept ? pressed.kept : pressed.asked)
    },
    async prepare(target) {
      const found = named(target)
      if (!found) return undefined
      let pressed = byFile.get(found.file)
      if (!pressed) {
        pressed = await press(found.file, security)
        byFile.set(found.file, pressed)
      }
      return found.kept ? pressed.kept : pressed.asked
    },
  }
}

async function press(
  file: PublicFile,
  security: readonly string[],
): Promise<{ kept: PressedPage; asked: PressedPage }> {
  const small = compressible.test(file.type)
  const [brotli, gzip] = small
    ? await Promise.all([compress(file.body, 'br', 11), compress(file.body, 'gzip', 9)])
    : [file.body, file.body]
  const etag = `"${file.etag}"`
  const withAge = (age: string): PressedPage => {
    const lines = ['content-type', file.type, 'cache-control', age, 'etag', etag, 'access-control-allow-origin', '*']
    const heads = headsOf([...lines, ...security], brotli.length, gzip.length, file.body.length)
    return {
      etag,
      brotli: small ? brotli.toString('latin1') : brotli,
      gzip: small ? gzip.toString('latin1') : gzip,
      plain: file.body,
      heads: small ? heads : { ...heads, br: heads.identity, gzip: heads.identity },
    }
  }
  return { kept: withAge(year), asked: withAge('no-cache') }
}
