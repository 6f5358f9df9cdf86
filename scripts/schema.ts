import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmbedded } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'

// Writes src/database/schema.ts from a database that was just migrated; with --check only says whether it is current.
const target = path.resolve(import.meta.dirname, '../src/database/schema.ts')
const home = mkdtempSync(path.join(os.tmpdir(), 'khue-schema-'))
const server = await startEmbedded(home)
try {
  await migrate(server.url)
  const out = path.join(home, 'schema.ts')
  const codegen = path.resolve(import.meta.dirname, '../node_modules/kysely-codegen/dist/cli/bin.js')
  execFileSync(
    process.execPath,
    [
      codegen,
      '--url',
      server.url,
      '--dialect',
      'postgres',
      '--camel-case',
      '--date-parser',
      'string',
      '--type-mapping',
      '{"int8":"number"}',
      '--exclude-pattern',
      'migration',
      '--out-file',
      out,
      '--log-level',
      'error',
    ],
    { stdio: 'inherit' },
  )
  const made = readFileSync(out, 'utf8')
  if (process.argv.includes('--check')) {
    if (made !== readFileSync(target, 'utf8')) {
      console.error('src/database/schema.ts is not what the migrations make: run npm run schema')
      process.exitCode = 1
    }
  } else {
    writeFileSync(target, made)
  }
} finally {
  await server.stop()
  for (const folder of [home, server.dataDir]) rmSync(folder, { recursive: true, force: true })
}
