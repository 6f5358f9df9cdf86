import { readHref } from '../web/link.ts'
import type { Message } from '../web/message.ts'
import { blockKinds, mostBlocks, mostLinks, widths, type Block, type BlockLink } from './block.ts'

/** One thing wrong with what was typed; the code begins with the field it stands beside. */
export interface Fault {
  code: string
  message: Message
}

/** A block as somebody typed it. */
export interface TypedBlock extends Omit<Block, 'id' | 'hidden' | 'width' | 'look'> {
  width: string
  look: string
}

/** Everything that stands against a block beside `others`, on a portal with these sections. */
export function whyNotBlock(
  block: TypedBlock,
  { others, sections }: { others: readonly Block[]; sections: ReadonlySet<number> },
): Fault[] {
  const faults: Fault[] = []
  const fault = (code: string, vi: string, en: string): number => faults.push({ code, message: { vi, en } })
  const { fields, count, once, looks } = blockKinds[block.kind]
  const [least, , most] = count
  if (once && others.some(({ kind }) => kind === block.kind))
    fault('form:once', 'Trang chủ đã có khối này; mỗi trang chỉ có một.', 'The page has this block already.')
  if (others.length >= mostBlocks)
    fault('form:many', `Trang chủ có nhiều nhất ${mostBlocks} khối.`, `At most ${mostBlocks} blocks.`)
  if (!Object.hasOwn(widths, block.width)) fault('width:unknown', 'Hãy chọn độ rộng.', 'Choose the width.')
  if (block.title.length > 100) fault('title:long', 'Dài quá 100 ký tự: hãy rút gọn.', 'Over 100 signs.')
  if (fields.includes('section') && (block.sectionId === null || !sections.has(block.sectionId)))
    fault('sectionId:missing', 'Hãy chọn chuyên mục.', 'Choose a section.')
  if (fields.includes('count') && !(Number.isInteger(block.count) && block.count >= least && block.count <= most))
    fault('count:range', `Hãy ghi số từ ${least} đến ${most}.`, `A number from ${least} to ${most}.`)
  if (fields.includes('look') && !(looks as readonly string[]).includes(block.look))
    fault('look:unknown', 'Hãy chọn cách hiện.', 'Choose the look.')
  if (fields.includes('links')) faults.push(...whyNotLinks(block.links))
  return faults
}

function whyNotLinks(links: readonly BlockLink[]): Fault[] {
  const faults: Fault[] = []
  const fault = (code: string, vi: string, en: string): number => faults.push({ code, message: { vi, en } })
  for (const [index, { words, href }] of links.entries()) {
    if (words === '') fault(`words-${index}:missing`, 'Hãy ghi lời của liên kết này.', 'Write its words.')
    if (words.length > 120) fault(`words-${index}:long`, 'Dài quá 120 ký tự: hãy rút gọn.', 'Over 120 signs.')
    if (readHref(href) === undefined)
      fault(
        `href-${index}:form`,
        'Địa chỉ phải bắt đầu bằng https:// (trang khác) hoặc / (trang của cổng này).',
        'Begin with https:// (another site) or / (a page of this portal).',
      )
  }
  if (links.length === 0) fault('words-0:missing', 'Hãy ghi ít nhất một liên kết.', 'Give one link at least.')
  if (links.length > mostLinks)
    fault('form:links', `Nhiều nhất ${mostLinks} liên kết trong một khối.`, `At most ${mostLinks} links.`)
  return faults
}
