import type { Message } from '../../web/message.ts'
import type { Block } from '../block.ts'
import { genresOf, isOfSection } from '../pick-items.ts'
import type { HomeStock } from '../queries.ts'
import { messages } from './messages.ts'

/** Why a block would not be drawn; undefined when it would, as far as the stock of the portal tells. */
export function whyEmpty(block: Block, stock: HomeStock): Message | undefined {
  if (isOfSection(block)) {
    if (block.sectionId === null || !stock.visible.includes(block.sectionId)) return messages.lostSection
    return stock.filled.includes(block.sectionId) ? undefined : messages.emptySection
  }
  switch (block.kind) {
    case 'notices':
    case 'video':
      return genresOf[block.kind].some((genre) => stock.genres.includes(genre)) ? undefined : messages.emptyGenre
    case 'answers':
      return stock.answers || (block.sectionId !== null && stock.filled.includes(block.sectionId))
        ? undefined
        : messages.emptyAnswers
    case 'topics':
      return stock.topics ? undefined : messages.emptyTopics
    case 'links':
      return block.links.length > 0 ? undefined : messages.emptyLinks
    case 'portals':
      return stock.portals ? undefined : messages.emptyPortals
    default:
      return stock.anything ? undefined : messages.emptySite
  }
}
