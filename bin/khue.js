#!/usr/bin/env node
// Starts bin/khue.ts on the Node that comes with the package, whatever Node is on the path.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const own = path.join(root, 'node_modules/node/bin/node')
const tsx = createRequire(import.meta.url).resolve('tsx')
const child = spawn(
  existsSync(own) ? own : process.execPath,
  // V8 would keep tens of MB for young objects after a start, and the allocator as many for threads that drew pictures.
  ['--max-semi-space-size=4', '--import', tsx, path.join(root, 'bin/khue.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { MALLOC_ARENA_MAX: '2', ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json') },
  },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
