import type { BodyNode, Content } from '../../editions/content.ts'
import { compareParagraphs } from '../../editions/body/compare-paragraphs.ts'
import { paragraphsOf } from '../../editions/body/plain-text.ts'
import { readBody } from '../../editions/body/read-body.ts'
import { canonical } from './draft.ts'
import { button, element, openSheet } from './element.ts'
import { say } from './words.ts'

type Choice = 'mine' | 'theirs' | 'both'
interface Difference<T> {
  mine: T | undefined
  theirs: T | undefined
  choice: Choice
}

interface Conflict {
  mine: Content
  theirs: { content: Content; name: string; time: string }
  title?: string
  done: (chosen: Content) => void
}

/** Both texts paragraph by paragraph. Mine is chosen where nothing else is said; nothing is decided by closing the sheet. */
export function chooseBetween({ mine, theirs, title = say('conflictTitle'), done }: Conflict): void {
  const head = (['title', 'summary'] as const).map((field) => ({ field, difference: { mine: mine[field], theirs: theirs.content[field], choice: 'mine' as Choice } }))
  const blocks = pairBlocks(readBody(mine.body).body.content, readBody(theirs.content.body).body.content)
  const other: Difference<string> = { mine: rest(mine), theirs: rest(theirs.content), choice: 'mine' }
  const differing: Difference<unknown>[] = [...head.map(({ difference }) => difference), ...blocks, other].filter((one) => !same(one.mine, one.theirs))
  openSheet(title, (sheet, close) => {
    const table = element('div', { class: 'compare-sheet' })
    let number = 0
    const row = (difference: Difference<unknown>, left: string, right: string): void => {
      if (same(difference.mine, difference.theirs)) {
        if (left) table.append(element('p', { class: 'compare-same' }, left))
        return
      }
      table.append(differenceView(difference, { left, right, name: theirs.name, number: ++number }))
    }
    for (const { difference } of head) row(difference, difference.mine ?? '', difference.theirs ?? '')
    for (const block of blocks) row(block, wordsOf(block.mine), wordsOf(block.theirs))
    row(other, same(other.mine, other.theirs) ? '' : say('otherFields'), say('otherFields'))
    const all = (choice: Choice) => (): void => {
      for (const difference of differing) difference.choice = choice
      for (const input of table.querySelectorAll<HTMLInputElement>(`input[value="${choice}"]`)) input.checked = true
    }
    const finish = button(say('saveChosen'), () => {
      const base = other.choice === 'theirs' ? theirs.content : mine
      const [titleChoice, summaryChoice] = head.map(({ difference }) => picked(difference).join(' / '))
      done({ ...base, title: titleChoice ?? '', summary: summaryChoice ?? '', body: { type: 'doc', content: blocks.flatMap(picked) } })
      close()
    }, { class: 'button button-primary' })
    sheet.append(
      element('p', {}, say('conflictWhat', { name: theirs.name, time: theirs.time })),
      element('div', { class: 'row' }, button(say('allMine'), all('mine')), button(say('allTheirs'), all('theirs'))),
      table,
      element('div', { class: 'row sheet-foot' }, finish, button(say('later'), close)),
    )
  }, true)
}

function differenceView(difference: Difference<unknown>, shown: { left: string; right: string; name: string; number: number }): HTMLElement {
  const group = `khac-${shown.number}`
  const option = (choice: Choice, label: string, text: string | undefined): HTMLElement => {
    const input = element('input', { type: 'radio', name: group, value: choice, onchange: () => { difference.choice = choice } })
    input.checked = difference.choice === choice
    return element('label', { class: `compare-${choice}` }, element('span', { class: 'compare-label' }, input, ` ${label}`), ...(text === undefined ? [] : [element('span', { class: 'compare-text' }, text)]))
  }
  return element('fieldset', { class: 'compare-row' }, element('legend', { class: 'visually-hidden' }, say('choose', { n: shown.number })),
    option('mine', say('mine'), shown.left || say('nothing')), option('theirs', say('theirs', { name: shown.name }), shown.right || say('nothing')),
    ...(difference.mine !== undefined && difference.theirs !== undefined ? [option('both', say('both'), undefined)] : []))
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function picked<T>({ mine, theirs, choice }: Difference<T>): T[] {
  if (same(mine, theirs)) return mine === undefined ? [] : [mine]
  return (choice === 'both' ? [mine, theirs] : [choice === 'mine' ? mine : theirs]).filter((one): one is T => one !== undefined)
}

/** Blocks of both texts side by side, by their exact content. */
function pairBlocks(mine: readonly BodyNode[], theirs: readonly BodyNode[]): Difference<BodyNode>[] {
  const rows = compareParagraphs(mine.map((node) => JSON.stringify(node)), theirs.map((node) => JSON.stringify(node)))
  const read = (text: string | undefined): BodyNode | undefined => (text === undefined ? undefined : (JSON.parse(text) as BodyNode))
  return rows.map((row) => ({ mine: read(row.mine), theirs: read(row.theirs), choice: 'mine' }))
}

function wordsOf(node: BodyNode | undefined): string {
  if (!node) return ''
  const words = paragraphsOf(node).join('\n')
  return words || (node.type === 'paragraph' ? '' : `[${node.type === 'image' ? say('picture') : node.type}]`)
}

const rest = (content: Content): string => canonical({ ...content, title: '', summary: '', body: { type: 'doc', content: [] } })
