import type { BodyNode } from '../content.ts'
import type { HtmlNode } from './html-to-nodes.ts'

/** Word copies list items as paragraphs that only say how deep they lie. They wait under this type until their neighbours are known. */
const waiting = 'wordListItem'

/** A paragraph of Word that is a list item; undefined for any other. */
export function wordListItem(node: HtmlNode, content: BodyNode[]): BodyNode | undefined {
  const level = /mso-list:\s*l\d+\s+level(\d)/i.exec(node.attributes.style ?? '')?.[1]
  if (level === undefined || content.length === 0) return undefined
  return { type: waiting, attrs: { level: Number(level), ordered: isOrdered(node) }, content }
}

/** Joins neighbouring items into lists, deeper ones inside the item before them. */
export function groupWordLists(nodes: readonly BodyNode[]): BodyNode[] {
  const out: BodyNode[] = []
  let run: BodyNode[] = []
  const flush = (): void => {
    if (run.length > 0) out.push(...listsOf(run))
    run = []
  }
  for (const node of nodes) {
    if (node.type === waiting) run.push(node)
    else if (run.length === 0 || node.text === undefined || node.text.trim() !== '') {
      flush()
      out.push(node)
    }
  }
  flush()
  return out
}

function listsOf(items: readonly BodyNode[]): BodyNode[] {
  const lists: BodyNode[] = []
  const top = Math.min(...items.map(levelOf))
  for (let at = 0; at < items.length;) {
    const item = items[at]!
    let end = at + 1
    while (end < items.length && levelOf(items[end]!) > top) end++
    const deeper = items.slice(levelOf(item) > top ? at : at + 1, end)
    const content = [...(levelOf(item) > top ? [] : item.content!), ...(deeper.length > 0 ? listsOf(deeper) : [])]
    const type = item.attrs!.ordered ? 'orderedList' : 'bulletList'
    const last = lists.at(-1)
    if (last?.type === type) last.content!.push({ type: 'listItem', content })
    else lists.push({ type, content: [{ type: 'listItem', content }] })
    at = end
  }
  return lists
}

const levelOf = (item: BodyNode): number => item.attrs!.level as number

/** The mark Word prints before an item tells numbers and letters from bullets. */
function isOrdered(node: HtmlNode): boolean {
  const mark = markText(node)
  return mark !== undefined && /^\(?([0-9]+|[a-zđ]|[ivxlc]+)[.):/]/i.test(mark.trim())
}

function markText(node: HtmlNode): string | undefined {
  if (/mso-list:\s*ignore/i.test(node.attributes.style ?? '')) return words(node)
  for (const child of node.children) {
    const found = typeof child === 'string' ? undefined : markText(child)
    if (found !== undefined) return found
  }
  return undefined
}

const words = (node: HtmlNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : words(child))).join('')
