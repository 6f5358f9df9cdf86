import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { actionName, readSubject, subjectName } from './action-names.ts'

const root = path.resolve(import.meta.dirname, '../..')
const sources = ['src', 'bin', 'demo'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
    .map((name) => readFileSync(path.join(root, folder, name), 'utf8')),
)

const found = (pattern: RegExp): string[] => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]!))),
]

test('every act the log records has a name people read, never its code', () => {
  const lines = sources.flatMap((text) => text.match(/^.*\baction: .*$/gm) ?? [])
  const actions = lines.flatMap((line) => [...line.matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map((match) => match[1]!))
  const steps = found(/recordStep\([^)]*done: '([a-z-]+)'/g).map((done) => `edition.${done}`)
  expect(actions).toEqual(expect.arrayContaining(['entry.revision-begun', 'topic.archived', 'person.signed-in']))
  expect(steps).toEqual(
    expect.arrayContaining(['edition.confirmed', 'edition.published-in-emergency', 'edition.withdrawn']),
  )
  const caseSteps = found(/recordCaseStep\((?:(?!recordCaseStep)[^]){0,200}?done: '([a-z-]+)'/g).map(
    (done) => `case.${done}`,
  )
  expect(caseSteps).toEqual(expect.arrayContaining(['case.assigned', 'case.merged', 'case.sender-read']))
  expect([...actions, ...steps, ...caseSteps].filter((action) => actionName(action).vi === action)).toEqual([])
})

test('every kind of subject has a name, and who types that name means the kind', () => {
  const kinds = found(/subject: \{ kind: '([a-z-]+)'/g)
  expect(kinds.length).toBeGreaterThan(8)
  for (const kind of kinds) {
    expect(subjectName(kind).vi, kind).not.toBe(kind)
    expect(readSubject(`${subjectName(kind).vi} 12`)).toEqual({ kind, id: '12' })
  }
  expect(readSubject('chuyen muc')).toEqual({ kind: 'section' })
  expect(readSubject('bài 7')).toEqual({ kind: 'edition', id: '7' })
  expect(readSubject('person a798-x')).toEqual({ kind: 'person', id: 'a798-x' })
})
