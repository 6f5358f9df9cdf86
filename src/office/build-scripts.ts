import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, stop } from 'esbuild'
import type { PublicFiles } from '../web/public-files.ts'

const here = path.dirname(fileURLToPath(import.meta.url))
const entries = [
  { file: path.join(here, 'editor/editor.ts'), name: 'editor.js' },
  { file: path.join(here, 'shell/shell.ts'), name: 'office.js' },
]

/** Bundles the office's browser scripts from their sources and adds them to the public files. Throws when a source does not build. */
export async function buildScripts(publicFiles: PublicFiles): Promise<void> {
  await Promise.all(
    entries.map(async ({ file, name }) => {
      const { outputFiles } = await build({
        entryPoints: [file],
        bundle: true,
        write: false,
        minify: true,
        format: 'esm',
        target: 'es2022',
        platform: 'browser',
        sourcemap: false,
        charset: 'utf8',
        legalComments: 'none',
        logLevel: 'silent',
        define: { 'process.env.NODE_ENV': '"production"' },
      })
      const output = outputFiles[0]
      if (output) publicFiles.add(name, Buffer.from(output.contents))
    }),
  )
  // The bundler's own process is needed no more, and would hold 50 MB.
  await stop()
}
