import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'

/** A picture of the source that lies beside it. */
export interface LocalPicture {
  name: string
  body: Buffer
}

const largest = 40 * 1024 * 1024

/**
 * Finds the file a picture's address means, below the folder of the source and nowhere else: by its relative name, or, for an address of the
 * old portal, by ever shorter ends of its path (wp-content/uploads/2018/04/a.jpg, …, a.jpg) and without the size WordPress adds (a-300x200.jpg).
 */
export async function findLocalPicture(src: string, root: string, besides: string): Promise<LocalPicture | undefined> {
  if (/^(data|cid|javascript|blob):/i.test(src)) return undefined
  const isRemote = /^(https?:)?\/\//i.test(src)
  const written = decoded(
    src
      .replace(/^(https?:)?\/\/[^/]*/i, '')
      .replace(/[?#].*$/, '')
      .replace(/^file:\/*/i, ''),
  )
  const parts = written.split(/[\\/]+/).filter((part) => part !== '' && part !== '.')
  if (parts.length === 0) return undefined
  const ends = parts.map((_, at) => parts.slice(at).join('/'))
  const names = isRemote || written.startsWith('/') ? ends : [parts.join('/'), ...ends]
  for (const name of names.flatMap((one) => [one, one.replace(/-\d{2,5}x\d{2,5}(\.\w+)$/, '$1')])) {
    for (const folder of [besides, root]) {
      const body = await readBelow(root, path.resolve(folder, name))
      if (body) return { name: path.basename(name), body }
    }
  }
  return undefined
}

/** The bytes of a file below the folder; links that lead out of it lead nowhere. */
async function readBelow(root: string, file: string): Promise<Buffer | undefined> {
  try {
    const [real, base] = await Promise.all([realpath(file), realpath(root)])
    if (!real.startsWith(base + path.sep)) return undefined
    const { size } = await stat(real)
    return size > 0 && size <= largest ? await readFile(real) : undefined
  } catch {
    return undefined
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
