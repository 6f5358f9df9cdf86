import { diffArrays, diffWordsWithSpace } from 'diff'
import type { Content } from '../content.ts'
import { pictureWords, textBlocks, type TextBlock } from './text-blocks.ts'

/** A run of words that is in both texts, only in the newer, or only in the older. */
export interface Run {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** One paragraph of the comparison. `same`: nothing changed in it. */
export interface ComparedBlock {
  kind: TextBlock['kind']
  change: 'same' | 'changed' | 'added' | 'removed'
  runs: Run[]
}

/** A field beside the body that differs. */
export interface ComparedField {
  field: keyof Content
  runs: Run[]
}

export interface Comparison {
  fields: ComparedField[]
  body: ComparedBlock[]
  /** Paragraphs changed, added and removed, and fields that differ. */
  changes: number
}

/** Names of what a content mentions by number, for showing. */
export interface Names {
  sections: ReadonlyMap<number, string>
  topics: ReadonlyMap<number, string>
}

/** What changed from one text to another, word by word. Both are shown whole: what did not change stays readable. */
export function compareTexts(older: Content, newer: Content, names: Names): Comparison {
  const before = fieldsOf(older, names)
  const after = fieldsOf(newer, names)
  const fields = (Object.keys(after) as (keyof typeof after)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, runs: compareWords(before[field], after[field]) }))
  const body = compareBlocks(textBlocks(older.body), textBlocks(newer.body))
  return { fields, body, changes: fields.length + body.filter((block) => block.change !== 'same').length }
}

/** Changes (words or paragraphs, added or removed) after which two pieces count as nothing alike: looking on costs their square. */
const mostChanges = 600

/** Words added and removed between two pieces of text; of two that have too little in common, the whole of both. */
export function compareWords(older: string, newer: string): Run[] {
  const parts = diffWordsWithSpace(older, newer, { maxEditLength: mostChanges })
  if (parts) return joinNeighbours(parts.map((part) => ({ kind: kindOf(part), text: part.value })))
  return [
    { kind: 'removed', text: older },
    { kind: 'added', text: newer },
  ]
}

/** Words changed one after the other are read as one change: the blank between them belongs to both sides. */
function joinNeighbours(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed) joined.push({ kind: 'removed', text: removed })
    if (added) joined.push({ kind: 'added', text: added })
    removed = added = ''
  }
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1]
    const isBridge = run.kind === 'same' && run.text.trim() === '' && removed && added && next && next.kind !== 'same'
    if (run.kind === 'same' && !isBridge) flush()
    if (run.kind === 'same' && !isBridge) joined.push(run)
    if (run.kind === 'removed' || isBridge) removed += run.text
    if (run.kind === 'added' || isBridge) added += run.text
  }
  flush()
  return joined
}

const kindOf = (part: { added?: boolean; removed?: boolean }): Run['kind'] =>
  part.added ? 'added' : part.removed ? 'removed' : 'same'

function compareBlocks(older: TextBlock[], newer: TextBlock[]): ComparedBlock[] {
  const isEqual = (a: TextBlock, b: TextBlock): boolean => a.kind === b.kind && a.text === b.text
  const parts = diffArrays(older, newer, { comparator: isEqual, maxEditLength: mostChanges })
  if (!parts) return pairBlocks(older, newer)
  const compared: ComparedBlock[] = []
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!
    const next = parts[i + 1]
    if (part.removed && next?.added) {
      compared.push(...pairBlocks(part.value, next.value))
      i++
      continue
    }
    const change = kindOf(part)
    compared.push(
      ...part.value.map((block) => ({ kind: block.kind, change, runs: [{ kind: change, text: block.text }] })),
    )
  }
  return compared
}

/**
 * Paragraphs replaced by others: each newer one is compared with the older one most like it that has not been used and
 * does not stand before the last one used, so the order of both texts is kept.
 */
function pairBlocks(older: TextBlock[], newer: TextBlock[]): ComparedBlock[] {
  const compared: ComparedBlock[] = []
  let from = 0
  for (const block of newer) {
    const match = mostLike(block, older, from)
    if (match === undefined) {
      compared.push({ kind: block.kind, change: 'added', runs: [{ kind: 'added', text: block.text }] })
      continue
    }
    compared.push(...older.slice(from, match).map(removedBlock))
    const { text } = older[match]!
    const change = text === block.text ? 'same' : 'changed'
    compared.push({ kind: block.kind, change, runs: compareWords(text, block.text) })
    from = match + 1
  }
  return [...compared, ...older.slice(from).map(removedBlock)]
}

const removedBlock = (block: TextBlock): ComparedBlock => ({
  kind: block.kind,
  change: 'removed',
  runs: [{ kind: 'removed', text: block.text }],
})

/** Share of words two pieces have in common below which they count as different pieces. */
const alike = 0.3
/** How many following paragraphs are looked at for a partner. */
const reach = 12

function mostLike(block: TextBlock, older: TextBlock[], from: number): number | undefined {
  let best: { index: number; likeness: number } | undefined
  for (let index = from; index < Math.min(older.length, from + reach); index++) {
    const likeness = likenessOf(older[index]!.text, block.text)
    if (likeness >= alike && likeness > (best?.likeness ?? 0)) best = { index, likeness }
  }
  return best?.index
}

function likenessOf(a: string, b: string): number {
  const left = new Set(a.toLowerCase().split(/\s+/))
  const right = new Set(b.toLowerCase().split(/\s+/))
  const common = [...left].filter((word) => right.has(word)).length
  return common / Math.max(left.size, right.size, 1)
}

const fieldsOf = (content: Content, names: Names) =>
  ({
    title: content.title,
    summary: content.summary,
    genre: content.genre,
    language: content.language,
    slug: content.slug,
    lead: content.lead ? pictureWords(content.lead) : '',
    gallery: content.gallery.map(pictureWords).join('\n'),
    attachments: content.attachments.map((file) => file.name).join('\n'),
    credits: content.credits.map((credit) => `${credit.name} (${credit.part})`).join(', '),
    source: content.source,
    sourceUrl: content.sourceUrl,
    sectionIds: content.sectionIds.map((id) => names.sections.get(id) ?? `#${id}`).join(', '),
    topicIds: content.topicIds.map((id) => names.topics.get(id) ?? `#${id}`).join(', '),
    tags: content.tags.join(', '),
    relatedIds: content.relatedIds.map((id) => `#${id}`).join(', '),
  }) satisfies Partial<Record<keyof Content, string>>
