import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

test('a row the database refused is not written to the log with what a reader typed', () => {
  const program = `
    const { createLogger } = await import(${JSON.stringify(path.resolve(import.meta.dirname, 'logger.ts'))})
    const error = Object.assign(new Error('violates check constraint'), { detail: 'Failing row contains (Lan, lan@khue.example)' })
    createLogger('info').error({ err: error }, 'public request failed')
    createLogger('info').error({ error }, 'public request failed')`
  const { stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    encoding: 'utf8',
    cwd: path.resolve(import.meta.dirname, '..'),
  })
  expect(stderr).toContain('violates check constraint')
  expect(stderr).not.toContain('lan@khue.example')
})
