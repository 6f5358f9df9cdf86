import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { officeRoutes } from '../src/app.ts'
import { publicRoutes } from '../src/public-app.ts'
import type { Access } from '../src/office/route.ts'
import { roles } from '../src/people/actor.ts'

// Writes docs/permissions.md from the route tables; with --check only says whether it is current.
const target = path.resolve(import.meta.dirname, '../docs/permissions.md')

function cells(access: Access): string {
  if (access.who === 'anyone') return `${roles.map(() => '●').join(' | ')} | without signing in`
  if (access.who === 'signed-in') return `${roles.map(() => '●').join(' | ')} | whoever is signed in`
  const who: readonly string[] = access.who
  return `${roles.map((role) => (who.includes(role) ? '●' : '')).join(' | ')} | ${where[access.on] ?? `the portal of the ${access.on}`}`
}
const where: Record<string, string> = {
  somewhere: 'on any portal; shows what is theirs',
  network: 'for the whole network',
  placement: 'the portal it was offered to',
  site: 'the portal named',
}

const text = `# Who may use which address

Written by \`npm run permissions\` from the route tables in \`src/\`; \`tests/permissions.test.ts\` asks every address in every role, on the own
portal and on another. A filled circle lets a role in; the last column says on which portal it must be held. Who holds no role there gets
"not found", another role "not allowed". Behind the door each command asks the policy of its feature again.

## The office

| Address | ${roles.join(' | ')} | Where |
|---|${roles.map(() => ':-:').join('|')}|---|
${officeRoutes.map((route) => `| ${route.method} \`${route.path}\` | ${cells(route.access)} |`).join('\n')}

## The public face

Open to everyone, reading only:

${publicRoutes.map((route) => `- ${route.method} \`${route.path}\``).join('\n')}
`

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('docs/permissions.md is not what the route tables say: run npm run permissions')
    process.exitCode = 1
  }
} else {
  writeFileSync(target, text)
}
