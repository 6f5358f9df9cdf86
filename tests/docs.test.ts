import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { states, transitions } from '../src/editions/edition.ts'
import { reasonMessages, type ReasonCode } from '../src/editions/why-not-messages.ts'
import { roles } from '../src/people/actor.ts'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const inside = (folder: string) => ({
  cwd: path.join(root, folder),
  exclude: (name: string) => name === 'node_modules' || name === 'var',
})
const documents = globSync('**/*.md', inside('.')).toSorted()
const decisions = globSync('*.md', inside('docs/decisions')).toSorted()
const manifest = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>
  scripts: Record<string, string>
  bin: Record<string, string>
}

/** Prose without blocks of code, which name paths of other machines and addresses on purpose. */
const prose = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '')

test('decisions are numbered one after the other, and each says its number again', () => {
  const numbers = decisions.map((file) => Number(file.slice(0, 4)))
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  const unlike = decisions.filter(
    (file) => !read(`docs/decisions/${file}`).startsWith(`# ${Number(file.slice(0, 4))}. `),
  )
  expect(unlike).toEqual([])
})

test('whoever asks why a package is here finds a decision that names it', () => {
  const text = decisions.map((file) => read(`docs/decisions/${file}`)).join('\n')
  expect(Object.keys(manifest.dependencies).filter((name) => !text.includes(`\`${name}\``))).toEqual([])
})

test('a decision names only packages that are installed, by the version that is', () => {
  const locked = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version?: string }> }
  const wrong = decisions.flatMap((file) =>
    [...read(`docs/decisions/${file}`).matchAll(/`([@a-z][\w@/-]*)` (\d+\.\d+\.\d+[\w.-]*)/g)]
      .filter(([, name, version]) => locked.packages[`node_modules/${name}`]?.version !== version?.replace(/[.,]$/, ''))
      .map(([said]) => `${file}: ${said}`),
  )
  expect(wrong).toEqual([])
})

test('a decision that is referred to exists', () => {
  const broken = decisions.flatMap((file) =>
    [...read(`docs/decisions/${file}`).matchAll(/decisions? (\d+)(?: and (\d+))?/g)]
      .flatMap(([, first, second]) => [first, second])
      .filter((number) => number !== undefined && Number(number) > decisions.length)
      .map((number) => `${file}: decision ${number}`),
  )
  expect(broken).toEqual([])
})

test('every relative link of the documentation leads somewhere', () => {
  const broken: string[] = []
  for (const file of documents) {
    for (const [, target = ''] of prose(read(file)).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue
      const [place = '', anchor] = target.split('#')
      const linked = place === '' ? file : path.join(path.dirname(file), place)
      if (!existsSync(path.join(root, linked))) broken.push(`${file}: ${target}`)
      else if (anchor && !anchorsOf(read(linked)).includes(decodeURIComponent(anchor)))
        broken.push(`${file}: ${target}`)
    }
  }
  expect(broken).toEqual([])
})

/** Anchors as the usual forges make them of headings. */
const anchorsOf = (text: string): string[] =>
  [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )

test('files and folders the documentation names exist', () => {
  const named = /`((?:src|bin|docs|migrations|public|tests|scripts|demo|bench|\.ci)\/[\w./-]*)`/g
  const broken = documents
    .filter((file) => file !== 'CHANGELOG.md')
    .flatMap((file) => [...read(file).matchAll(named)].map(([, name = '']) => ({ file, name })))
    .filter(({ name }) => !existsSync(path.join(root, name)) && !existsSync(path.join(root, `${name}.ts`)))
    // Folders the text itself says are yet to come.
    .filter(({ name }) => name !== 'src/cases/')
    .map(({ file, name }) => `${file}: ${name}`)
  expect(broken).toEqual([])
})

/** What a document tells people to type: lines of shell blocks, with their continuations, and code within sentences. */
const typed = (text: string): string[] => [
  ...[...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block.replaceAll('\\\n', ' ').split('\n'),
  ),
  ...[...prose(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
]
const manuals = ['README.md', 'README.vi.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/operating.md']

test('the commands people are told to type exist, with these options', () => {
  const program = globSync('bin/**/*.ts', inside('.')).map(read).join('\n')
  const wrong: string[] = []
  for (const file of manuals) {
    for (const line of typed(read(file))) {
      for (const [, script = ''] of line.matchAll(/\bnpm (?:run )?(start|test|(?<=run )[a-z][a-z:-]*)/g)) {
        if (!(script in manifest.scripts)) wrong.push(`${file}: ${line}`)
      }
      const [, command, options = ''] = /^(?:npm run khue -- |bin\/khue\.js |khue )([a-z]+)(.*)$/.exec(line) ?? []
      if (command && !new RegExp(`command\\('${command}[ ']`).test(program)) wrong.push(`${file}: ${line}`)
      for (const [option] of options.matchAll(/--[a-z][a-z-]+/g)) {
        if (option !== '--help' && !program.includes(`${option} `) && !program.includes(`'${option}'`))
          wrong.push(`${file}: ${line} (${option})`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(existsSync(path.join(root, manifest.bin.khue!))).toBe(true)
})

test('the page on architecture names every exception of the table of imports', () => {
  const page = read('docs/architecture.md')
  const lists = [...read('tests/architecture.test.ts').matchAll(/^const (?:pure|offered) = \[([\s\S]*?)\]/gm)]
    .map(([, list = '']) => list)
    .join()
  const exceptions = [...lists.matchAll(/'src\/([^']+)'/g)].map(([, name = '']) => name)
  expect(exceptions.length).toBeGreaterThan(5)
  expect(exceptions.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

test('both readmes speak of the same settings, and of all there are', () => {
  const settings = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name = '']) => name)
  expect(settings.length).toBeGreaterThan(10)
  for (const file of ['README.md', 'README.vi.md']) {
    const table = read(file)
    expect(
      settings.filter((name) => !table.includes(`\`${name}\``)),
      file,
    ).toEqual([])
  }
})

test('both readmes have the same parts', () => {
  const parts = (file: string): string[] => [...prose(read(file)).matchAll(/^(#+) /gm)].map(([, marks = '']) => marks)
  expect(parts('README.vi.md')).toEqual(parts('README.md'))
})

test('every state, step and role of the code stands in the glossary', () => {
  const glossary = read('GLOSSARY.md')
  const words = [...states, ...roles, ...Object.keys(transitions)]
  expect(words.filter((word) => !glossary.includes(`\`${word}\``))).toEqual([])
})

test('no document names a place on somebody’s machine', () => {
  const places = /(?<![\w.])(?:\/(?:home|root|work|tmp|Users|mnt)\/[\w.-]+|[A-Z]:\\)/
  const named = documents.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (places.test(line) ? [`${file}:${index + 1}`] : [])),
  )
  expect(named).toEqual([])
})

test('the editors’ guide quotes what screens really say', () => {
  const screens = globSync('**/*.{ts,tsx}', inside('src'))
    .map((file) => read(`src/${file}`))
    .join('\n')
  // Questions at the end are in bold too, and stand at the beginning of their line.
  const guide = prose(read('docs/bien-tap.md')).replace(/^\*\*[^*\n]+[.?]\*\*/gm, '')
  const labels = [...guide.matchAll(/\*\*([^*\n]+)\*\*/g)].map(([, label = '']) => label)
  expect(labels.length).toBeGreaterThan(80)
  const stressed = ['in đậm', 'tòa soạn', 'cổng', 'chưa có gì bị ghi đè', 'người viết không tự duyệt bài của mình.']
  expect([...new Set(labels)].filter((label) => !stressed.includes(label) && !screens.includes(label))).toEqual([])
})

test('the editors’ guide knows every reason why something cannot be published', () => {
  const guide = read('docs/bien-tap.md')
  const elsewhere: readonly ReasonCode[] = [
    'kind-unknown',
    'comment-missing',
    'reason-missing',
    'note-missing',
    'body-of-comment-missing',
    'not-live',
    'never-published',
    'no-emergency',
    'own-site',
    'site-closed',
    'offered-already',
    'no-offer',
    'not-placed',
    'pin-past',
    'resolved-already',
    'hours-out-of-range',
  ]
  const untold = Object.entries(reasonMessages).filter(
    ([code, { vi }]) => !elsewhere.includes(code as ReasonCode) && !guide.includes(vi.replace(/\{\w+\}/g, '…')),
  )
  expect(untold.map(([code]) => code)).toEqual([])
})
