import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !/\.test\.tsx?$/.test(file) && !file.endsWith('schema.ts'),
)

/** Folders that hold a feature; the others are what features stand on. */
const ground = new Set(['database', 'jobs', 'web', 'editions', 'cases', 'delivery', 'office', 'audit', 'sealing'])
/** Pure files anyone may read: types, facts, text functions. */
const pure = [
  'src/people/actor.ts',
  'src/refusals.ts',
  'src/config.ts',
  'src/logger.ts',
  'src/media/address.ts',
  'src/media/file-store.ts',
  'src/web/message.ts',
  'src/web/dates.ts',
  'src/web/vietnamese.ts',
  'src/web/paging.ts',
  'src/delivery/route.ts',
  'src/office/route.ts',
  'src/calendar/working-days.ts',
  'src/calendar/deadline.ts',
  'src/calendar/rules.ts',
  'src/calendar/rule-words.ts',
  'src/calendar/why-this-day.tsx',
]
/** What one feature offers the commands of others beside its queries: a mail in the outbox, a file in the library. */
const offered = [
  'src/outbox/queue-mail.ts',
  'src/outbox/queue-sealed-mail.ts',
  'src/media/store-upload.ts',
  'src/audit/record-event.ts',
  'src/answers/publish-answer.ts',
]

interface Import {
  from: string
  to: string
  line: number
  typeOnly: boolean
}

function importsOf(file: string): Import[] {
  const found: Import[] = []
  for (const [index, text] of readFileSync(path.join(root, file), 'utf8').split('\n').entries()) {
    const match = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/.exec(text)
    if (match) {
      const to = path.relative(root, path.resolve(root, path.dirname(file), match[1]!)).replaceAll(path.sep, '/')
      found.push({ from: file, to, line: index + 1, typeOnly: /^\s*(import|export) type /.test(text) })
    }
  }
  return found
}

const folderOf = (file: string): string => (file.split('/').length > 2 ? file.split('/')[1]! : '')
const isFeature = (folder: string): boolean => folder !== '' && !ground.has(folder)
const isPage = (file: string): boolean => file.endsWith('.tsx')
const isOfficeFile = (file: string): boolean => /\/office(\.tsx|\/)/.test(file) && folderOf(file) !== 'office'
const isPublicFile = (file: string): boolean => /\/public(\.tsx?|\/)/.test(file) && folderOf(file) !== 'delivery'
const isQueries = (file: string): boolean => /\/(\w+-)?queries(\.ts|\/)/.test(file)
const isRules = (file: string): boolean => /\/(policy|edition|why-not[\w-]*)\.ts$/.test(file)
const isCommand = (file: string): boolean => {
  const text = readFileSync(path.join(root, file), 'utf8')
  return (
    file.endsWith('.ts') &&
    !isOfficeFile(file) &&
    !isPublicFile(file) &&
    /export async function \w+\(\s*tx: Transaction/.test(text)
  )
}
const commands = new Set(files.filter(isCommand))

type Rule = (edge: Import) => string | undefined
const rules: Rule[] = [
  ({ from, to, typeOnly }) =>
    isRules(from) && !typeOnly && ['database', 'jobs'].includes(folderOf(to))
      ? 'rules know no database and no jobs'
      : undefined,
  ({ from, to, typeOnly }) => (isRules(from) && !typeOnly && isPage(to) ? 'rules know no pages' : undefined),
  ({ from, to, typeOnly }) =>
    commands.has(from) && !typeOnly && (isPage(to) || ['office', 'delivery'].includes(folderOf(to)))
      ? 'commands know no pages and no shells'
      : undefined,
  ({ from, to }) =>
    isQueries(from) && (commands.has(to) || isPage(to)) ? 'queries call no commands and draw nothing' : undefined,
  ({ from, to }) =>
    isPublicFile(from) && (commands.has(to) || folderOf(to) === 'office' || isOfficeFile(to))
      ? 'public pages call no commands and know no office'
      : undefined,
  ({ from, to }) =>
    (isOfficeFile(from) || folderOf(from) === 'office') && folderOf(to) === 'delivery'
      ? 'the office never imports the public face'
      : undefined,
  ({ from, to }) =>
    folderOf(from) === 'delivery' && (folderOf(to) === 'office' || isOfficeFile(to) || commands.has(to))
      ? 'the public face never imports the office or a command'
      : undefined,
  ({ from, to }) =>
    isOfficeFile(from) &&
    isFeature(folderOf(to)) &&
    folderOf(to) !== folderOf(from) &&
    commands.has(to) &&
    !offered.includes(to)
      ? "an office screen calls its own feature's commands only"
      : undefined,
  ({ from, to }) =>
    ['database', 'jobs', 'web'].includes(folderOf(from)) &&
    (isFeature(folderOf(to)) || ['editions', 'cases', 'office', 'delivery'].includes(folderOf(to)))
      ? 'database, jobs and web stand below everything'
      : undefined,
  ({ from, to }) =>
    folderOf(from) === 'sealing' &&
    (isFeature(folderOf(to)) || ['editions', 'cases', 'office', 'delivery'].includes(folderOf(to)))
      ? 'sealing stands below features and lifecycles'
      : undefined,
  ({ from, to }) =>
    ['editions', 'cases'].includes(folderOf(from)) && isFeature(folderOf(to)) && !isQueries(to)
      ? 'the lifecycles know no feature'
      : undefined,
]

const allowed = (edge: Import): boolean => pure.includes(edge.to) || offered.includes(edge.to)

test('every import keeps to the table of docs/architecture.md', () => {
  const broken: string[] = []
  for (const file of files) {
    for (const edge of importsOf(file)) {
      if (['src/app.ts', 'src/public-app.ts'].includes(file) || allowed(edge)) continue
      for (const rule of rules) {
        const why = rule(edge)
        if (why) broken.push(`${edge.from}:${edge.line} imports ${edge.to}: ${why}`)
      }
    }
  }
  expect(broken).toEqual([])
})

test('no file is named for nothing', () => {
  const names = /(^|\/)(utils?|helpers?|common|core|lib|shared|misc)(\.tsx?$|\/)/
  expect(files.filter((file) => names.test(file.replace(/^src\//, '')))).toEqual([])
})

test('only the edge reads the environment', () => {
  const readers = files.filter((file) => /process\.env/.test(readFileSync(path.join(root, file), 'utf8')))
  expect(readers.filter((file) => !['src/database/embedded.ts', 'src/office/build-scripts.ts'].includes(file))).toEqual(
    [],
  )
})

test('nothing of the office or the public face keeps a database in a module', () => {
  const keepers = files.filter((file) =>
    /^(export )?(const|let) \w+ = (connect|new (Kysely|pg\.Pool))\(/m.test(readFileSync(path.join(root, file), 'utf8')),
  )
  expect(keepers).toEqual([])
})

test('no page fetches from another host or carries inline script or style', () => {
  const broken: string[] = []
  for (const file of files.filter(isPage)) {
    const text = readFileSync(path.join(root, file), 'utf8')
    if (/(src|href)=["'{`]+https?:\/\/(?!www\.youtube|vimeo|zalo|www\.facebook)/.test(text))
      broken.push(`${file}: loads from another host`)
    if (/\son(click|load|change|submit|input)=/i.test(text)) broken.push(`${file}: inline handler`)
  }
  expect(broken).toEqual([])
})
