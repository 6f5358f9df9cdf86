import type { SectionRow } from '../../sites/queries.ts'
import type { Message, Say } from '../../web/message.ts'
import { fill } from '../../web/message.ts'
import { blockKinds, type Block, type Width } from '../block.ts'
import { isOfSection } from '../pick-items.ts'
import { messages } from './messages.ts'

export const widthNames: Readonly<Record<Width, Message>> = {
  full: messages.full,
  'two-thirds': messages.twoThirds,
  half: messages.half,
  third: messages.third,
}

type Names = Pick<SectionRow, 'id' | 'name'>

/** What a block is called: its own words, else its section, else its kind. */
export function nameOf(block: Block, sections: readonly Names[], say: Say): string {
  const section = sections.find(({ id }) => id === block.sectionId)
  return block.title || (block.kind === 'section' && section ? section.name : say(blockKinds[block.kind].name))
}

/** What a block is set to, in a few words. */
export function factsOf(block: Block, sections: readonly Names[], say: Say): string {
  const { fields } = blockKinds[block.kind]
  const section = isOfSection(block) ? sections.find(({ id }) => id === block.sectionId) : undefined
  return [
    section && `${say(messages.section)}: ${section.name}`,
    fields.includes('count') && fill(say(messages.articles), { count: block.count }),
    fields.includes('links') && fill(say(messages.links), { count: block.links.length }),
    say(widthNames[block.width]),
  ]
    .filter(Boolean)
    .join(' · ')
}
