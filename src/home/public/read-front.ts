import { liveFiles, type LiveFiles } from '../../delivery/live-media.ts'
import type { DeliveryContext, PublicSection } from '../../delivery/route.ts'
import { sectionById } from '../../delivery/sections.ts'
import { featuredItems, itemsOf, newestItems, type LiveItem } from '../../editions/live.ts'
import { componentSites, topicsOfSite, type LinkedSite, type LiveTopic } from '../../editions/live-topics.ts'
import type { Block } from '../block.ts'
import { genresOf, isOfSection, pickItems, turnOf, type Found, type Picked } from '../pick-items.ts'
import { firstAttachments, newestOfGenres, newestOfSections } from '../queries.ts'

/** Everything a front page shows, read in a number of queries that does not grow with its blocks. */
export interface Front {
  /** Blocks that have something in them, in order. */
  blocks: Block[]
  picked: Picked<LiveItem>
  /** Sections that `sections` draws. */
  sections: PublicSection[]
  topics: LiveTopic[]
  components: LinkedSite[]
  attachments: ReadonlyMap<number, { mediaId: number; name: string }>
  files: LiveFiles
}

const sectionsShown = 12
/** An article may lie in several sections; a section offers this many more than it shows, so that another may have taken some. */
const spare = 4

export async function readFront(c: DeliveryContext, arranged: readonly Block[]): Promise<Front> {
  const { db, site, language } = c.var
  const blocks = arranged.filter((block) => !block.hidden && !isLost(c, block))
  const own = new Set(blocks.flatMap(({ sectionId }) => sectionId ?? []))
  const sections = blocks.some(({ kind }) => kind === 'sections')
    ? site.sections.filter(({ id }) => !own.has(id)).slice(0, sectionsShown)
    : []
  const [first, topics, components] = await Promise.all([
    readFirst(c, blocks),
    has(blocks, 'topics') ? topicsOfSite(db, site.id, has(blocks, 'topics')!.count, language) : [],
    has(blocks, 'portals') ? componentSites(db, site.id, language) : [],
  ])
  const taken = new Set<number>()
  const early = pickItems(blocks, first, { taken, turns: [0, 1, 2], sections: [] })
  const bySection = await newestOfSections(db, laterSections(blocks, sections), language, taken)
  const late = pickItems(blocks, { ...first, bySection }, { taken, turns: [3], sections: sections.map(({ id }) => id) })
  const picked = { ofBlock: new Map([...early.ofBlock, ...late.ofBlock]), ofSection: late.ofSection }
  const documents = blocks.flatMap(({ id, kind }) => (kind === 'documents' ? (picked.ofBlock.get(id) ?? []) : []))
  const attachments = await firstAttachments(
    db,
    documents.map(({ entryId }) => entryId),
  )
  const shown = [...picked.ofBlock.values(), ...picked.ofSection.values()].flat()
  const files = await liveFiles(db, [
    ...shown.flatMap(({ leadMediaId }) => leadMediaId ?? []),
    ...[...attachments.values()].map(({ mediaId }) => mediaId),
  ])
  const front = { picked, sections, topics, components, attachments, files }
  return { ...front, blocks: blocks.filter((block) => !isEmpty(c, block, front)) }
}

const has = (blocks: readonly Block[], kind: Block['kind']): Block | undefined =>
  blocks.find((block) => block.kind === kind)

/** A block whose section is gone, hidden, or of another portal. */
const isLost = (c: DeliveryContext, block: Block): boolean =>
  isOfSection(block) && (block.sectionId === null || !sectionById(c.var.site.sections, block.sectionId))

/** What has its turn before the sections: each list long enough that those before it may take from it. */
async function readFirst(c: DeliveryContext, blocks: readonly Block[]): Promise<Found<LiveItem>> {
  const { db, site, language } = c.var
  const featuredCount = has(blocks, 'featured')?.count ?? 0
  const special = blocks.filter((block) => turnOf(block) === 1)
  const before = featuredCount + special.reduce((sum, { count }) => sum + count, 0)
  const newest = has(blocks, 'newest')
  const genres = special.flatMap(({ kind, count }) =>
    kind === 'notices' || kind === 'video' ? genresOf[kind].map((key) => ({ key, limit: count + before })) : [],
  )
  const sections = special.flatMap(({ sectionId, count }) =>
    sectionId === null ? [] : [{ key: sectionId, limit: count + before }],
  )
  const answers = special.reduce((sum, { kind, count }) => sum + (kind === 'answers' ? count : 0), 0)
  const [featured, newestFound, byGenre, bySection, answered] = await Promise.all([
    featuredCount > 0 ? featuredItems(db, site.id, featuredCount, language) : [],
    featuredCount > 0 || newest ? newestItems(db, site.id, before + (newest?.count ?? 0), language) : [],
    newestOfGenres(db, { siteId: site.id, language }, longest(genres)),
    newestOfSections(db, longest(sections), language),
    answers > 0 ? itemsOf(db, { siteId: site.id, answers: true, language }, undefined, answers) : { rows: [] },
  ])
  return { featured, newest: newestFound, byGenre, bySection, answers: answered.rows }
}

function laterSections(blocks: readonly Block[], sections: readonly PublicSection[]): { key: number; limit: number }[] {
  const each = has(blocks, 'sections')?.count ?? 0
  return sections.map(({ id }) => ({ key: id, limit: each + spare }))
}

/** Each list once; where several blocks draw from it, long enough for all of them. */
function longest<Key>(wanted: readonly { key: Key; limit: number }[]): { key: Key; limit: number }[] {
  const limits = new Map<Key, number>()
  for (const { key, limit } of wanted) limits.set(key, (limits.get(key) ?? 0) + limit)
  return [...limits].map(([key, limit]) => ({ key, limit }))
}

function isEmpty(c: DeliveryContext, block: Block, front: Omit<Front, 'blocks'>): boolean {
  switch (block.kind) {
    case 'topics':
      return front.topics.length === 0
    case 'links':
      return block.links.length === 0
    case 'portals':
      return !c.var.site.parent && front.components.length === 0
    case 'sections':
      return ![...front.picked.ofSection.values()].some((items) => items.length > 0)
    default:
      return (front.picked.ofBlock.get(block.id) ?? []).length === 0
  }
}
