import { alike, compareParagraphs, likeness } from '../../editions/body/compare-paragraphs.ts'
import { paragraphsOf } from '../../editions/body/plain-text.ts'
import type { BodyNode, Content } from '../../editions/content.ts'
import { canonical } from './draft.ts'

export type Choice = 'mine' | 'theirs' | 'both'
export type OtherField = Exclude<keyof Content, 'title' | 'summary' | 'body'>

/** Who changed a place since the text both began from. */
export type Changed = 'mine' | 'theirs' | 'both'

/** One place where two texts differ, and what is to stand there. */
export interface Difference<T> {
  mine: T | undefined
  theirs: T | undefined
  changed: Changed
  choice: Choice
}

/** Two texts that were written upon one, place by place. What only one of them changed is chosen already. */
export interface Merge {
  title: Difference<string> | undefined
  summary: Difference<string> | undefined
  /** Every block in order; those that are the same in both are given as they are. */
  blocks: (BodyNode | Difference<BodyNode>)[]
  fields: { field: OtherField; difference: Difference<Content[OtherField]> }[]
  /** The value made of what is chosen. */
  chosen(): Content
}

/** Lays two texts side by side. `base` is what both began from; without it nothing of either is left out unless the person says so. */
export function mergeOf(given: { mine: Content; theirs: Content; base?: Content }): Merge {
  const mine = exact(given.mine)
  const theirs = exact(given.theirs)
  const base = given.base && exact(given.base)
  const title = differenceOf(mine.title, theirs.title, base && [base.title])
  const summary = differenceOf(mine.summary, theirs.summary, base && [base.summary])
  const blocks = blocksOf(mine.body.content, theirs.body.content, base?.body.content)
  const names = (Object.keys(mine) as (keyof Content)[]).filter(
    (name): name is OtherField => name !== 'title' && name !== 'summary' && name !== 'body',
  )
  const fields = names.flatMap((field) => {
    const difference = differenceOf<Content[OtherField]>(mine[field], theirs[field], base && [base[field]])
    if (!difference) return []
    if (difference.changed === 'both') difference.choice = Array.isArray(mine[field]) ? 'both' : 'mine'
    return [{ field, difference }]
  })
  return {
    title,
    summary,
    blocks,
    fields,
    chosen: () => ({
      ...mine,
      ...Object.fromEntries(fields.map(({ field, difference }) => [field, chosenField(difference)])),
      title: title ? picked(title).join(' / ') : mine.title,
      summary: summary ? picked(summary).join(' ') : mine.summary,
      body: { type: 'doc', content: blocks.flatMap((block) => (isDifference(block) ? picked(block) : [block])) },
    }),
  }
}

export const isDifference = (block: BodyNode | Difference<BodyNode>): block is Difference<BodyNode> => 'choice' in block

/** Every place that differs. */
export const differencesOf = ({ title, summary, blocks, fields }: Merge): Difference<unknown>[] =>
  [title, summary, ...blocks.filter(isDifference), ...fields.map(({ difference }) => difference)].filter(
    (one) => one !== undefined,
  )

/** Keys in one order, exact text: two that say the same are the same as JSON. */
const exact = (content: Content): Content => JSON.parse(canonical(content)) as Content
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function differenceOf<T>(mine: T, theirs: T, base: T[] | undefined): Difference<T> | undefined {
  if (same(mine, theirs)) return undefined
  const changed = whoChanged(mine, theirs, base && new Set(base.map((one) => JSON.stringify(one))))
  return { mine, theirs, changed, choice: changed === 'theirs' ? 'theirs' : 'mine' }
}

/** A side whose form stands in the base, or that lacks what the base has, left things as they were. */
function whoChanged(mine: unknown, theirs: unknown, base: ReadonlySet<string> | undefined): Changed {
  if (!base) return mine === undefined ? 'theirs' : theirs === undefined ? 'mine' : 'both'
  const had = (value: unknown): boolean => base.has(JSON.stringify(value))
  if (mine === undefined) return had(theirs) ? 'mine' : 'theirs'
  if (theirs === undefined) return had(mine) ? 'theirs' : 'mine'
  if (had(mine) === had(theirs)) return 'both'
  return had(mine) ? 'theirs' : 'mine'
}

function blocksOf(
  mine: readonly BodyNode[],
  theirs: readonly BodyNode[],
  base: readonly BodyNode[] | undefined,
): Merge['blocks'] {
  const known = base && new Set(base.map((node) => JSON.stringify(node)))
  const read = (text: string | undefined): BodyNode | undefined =>
    text === undefined ? undefined : (JSON.parse(text) as BodyNode)
  const words = (text: string): string => paragraphsOf(read(text)!).join(' ')
  return compareParagraphs(
    mine.map((node) => JSON.stringify(node)),
    theirs.map((node) => JSON.stringify(node)),
    words,
  ).map((row) => {
    const pair = { mine: read(row.mine), theirs: read(row.theirs) }
    if (row.mine === row.theirs) return pair.mine!
    const changed = whoChanged(pair.mine, pair.theirs, known)
    return { ...pair, changed, choice: choiceOf(row, changed, words) }
  })
}

/** Of two forms of one paragraph mine is offered; two different new paragraphs are both kept. */
function choiceOf(
  { mine, theirs }: { mine: string | undefined; theirs: string | undefined },
  changed: Changed,
  words: (text: string) => string,
): Choice {
  if (changed !== 'both' || mine === undefined || theirs === undefined) return changed === 'theirs' ? 'theirs' : 'mine'
  return likeness(words(mine), words(theirs)) >= alike ? 'mine' : 'both'
}

function picked<T>({ mine, theirs, choice }: Difference<T>): T[] {
  return (choice === 'both' ? [mine, theirs] : [choice === 'mine' ? mine : theirs]).filter(
    (one): one is T => one !== undefined,
  )
}

function chosenField({ mine, theirs, choice }: Difference<Content[OtherField]>): Content[OtherField] | undefined {
  if (choice !== 'both' || !Array.isArray(mine) || !Array.isArray(theirs)) return choice === 'theirs' ? theirs : mine
  const known = new Set(mine.map((one) => JSON.stringify(one)))
  return [...mine, ...theirs.filter((one) => !known.has(JSON.stringify(one)))] as Content[OtherField]
}
