import type { Block } from './block.ts'

/** What was found for a front page, from the newest. */
export interface Found<T> {
  featured: readonly T[]
  newest: readonly T[]
  bySection: ReadonlyMap<number, readonly T[]>
  byGenre: ReadonlyMap<string, readonly T[]>
  /** Published answers. */
  answers: readonly T[]
}

/** Genres the blocks of these kinds are made of. */
export const genresOf = { notices: ['notice'], video: ['video', 'photo'] } as const satisfies Partial<
  Record<Block['kind'], readonly string[]>
>

/** Blocks that draw from one section. */
export const isOfSection = ({ kind }: Pick<Block, 'kind'>): boolean =>
  kind === 'section' || kind === 'leaders' || kind === 'documents'

/** Who takes an article first: what the newsroom put forward, then blocks somebody chose a list for, then what is new, then all sections. */
export const turnOf = ({ kind }: Pick<Block, 'kind'>): number =>
  kind === 'featured' ? 0 : kind === 'newest' ? 2 : kind === 'sections' ? 3 : 1

/** What each block shows, by number of block; of `sections`, by number of section. No article is given out twice. */
export interface Picked<T> {
  ofBlock: Map<number, T[]>
  ofSection: Map<number, T[]>
}

/** Deals out articles to the blocks whose turn it is (`turns`), leaving out those in `taken`, and notes them there. */
export function pickItems<T extends { entryId: number; publishedAt: Date }>(
  blocks: readonly Block[],
  found: Found<T>,
  { taken, turns, sections }: { taken: Set<number>; turns: readonly number[]; sections: readonly number[] },
): Picked<T> {
  const picked: Picked<T> = { ofBlock: new Map(), ofSection: new Map() }
  const take = (items: readonly T[], count: number): T[] => {
    const free: T[] = []
    for (const item of items) {
      if (free.length === count) break
      if (taken.has(item.entryId)) continue
      taken.add(item.entryId)
      free.push(item)
    }
    return free
  }
  for (const turn of turns) {
    for (const block of blocks.filter((one) => turnOf(one) === turn)) {
      if (block.kind === 'sections')
        for (const id of sections) picked.ofSection.set(id, take(found.bySection.get(id) ?? [], block.count))
      else picked.ofBlock.set(block.id, take(itemsFor(block, found), block.count))
    }
  }
  return picked
}

function itemsFor<T extends { publishedAt: Date }>(block: Block, found: Found<T>): readonly T[] {
  if (block.kind === 'featured') return [...found.featured, ...found.newest]
  if (block.kind === 'newest') return found.newest
  if (block.kind === 'notices' || block.kind === 'video')
    return genresOf[block.kind]
      .flatMap((genre) => found.byGenre.get(genre) ?? [])
      .toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
  const ofSection = block.sectionId === null ? [] : (found.bySection.get(block.sectionId) ?? [])
  if (block.kind === 'answers') return [...found.answers, ...ofSection]
  return isOfSection(block) ? ofSection : []
}
