import { blockKinds, newBlock, widths, type Block, type BlockKindName } from './block.ts'

/** A block of a default arrangement; with a section it stands only where the portal has one of these addresses, or needs none. */
type Usual = { kind: BlockKindName; sections?: readonly string[] } & Partial<Pick<Block, 'width' | 'count'>>

const leaders: Usual = { kind: 'leaders', sections: ['hoat-dong-lanh-dao'] }
const documents: Usual = { kind: 'documents', sections: ['chi-dao-dieu-hanh', 'van-ban'] }
const answers: Usual = { kind: 'answers', sections: ['hoi-dap', 'dan-hoi-co-quan-tra-loi'] }

const usual: Readonly<Record<string, readonly Usual[]>> = {
  city: [
    { kind: 'featured' },
    { kind: 'newest' },
    leaders,
    documents,
    { kind: 'topics' },
    { kind: 'sections' },
    { kind: 'video' },
    { kind: 'notices', width: 'half' },
    answers,
    { kind: 'portals' },
  ],
  department: [
    { kind: 'featured' },
    { kind: 'newest' },
    documents,
    { kind: 'notices', width: 'half' },
    { kind: 'sections' },
    { kind: 'topics' },
    answers,
    { kind: 'video' },
    { kind: 'portals' },
  ],
  // A ward tells its people first what they must know.
  ward: [
    { kind: 'featured', count: 4 },
    { kind: 'notices' },
    { kind: 'newest', width: 'half', count: 6 },
    answers,
    documents,
    { kind: 'sections' },
    { kind: 'topics' },
    { kind: 'video' },
    { kind: 'portals' },
  ],
}

/** The arrangement of a portal that has none of its own: by its template and the sections it has, at any depth. */
export function defaultBlocks(template: string, sections: readonly { id: number; slug: string }[]): Block[] {
  return (usual[template] ?? usual.department!).flatMap(({ kind, sections: slugs, ...given }, index) => {
    const section = slugs && sections.find(({ slug }) => slugs.includes(slug))
    return slugs && !section && !blockKinds[kind].keepsSection
      ? []
      : [newBlock(index + 1, kind, { ...given, sectionId: section?.id ?? null })]
  })
}

/** Blocks that fit beside each other, row by row: a row is six sixths wide. */
export function rowsOf<T extends Pick<Block, 'width'>>(blocks: readonly T[]): T[][] {
  const rows: T[][] = []
  let left = 0
  for (const block of blocks) {
    const needs = widths[block.width]
    if (needs > left) {
      rows.push([])
      left = 6
    }
    rows.at(-1)!.push(block)
    left -= needs
  }
  return rows
}

/** How a row shares the width, as a class name: 4-2, 3-3, 2-2-2; a block alone takes all of it. */
export const shapeOf = (row: readonly Pick<Block, 'width'>[]): string =>
  row.length === 1 ? '6' : row.map(({ width }) => widths[width]).join('-')
