import type { BodyNode, Content, Picture } from '../../editions/content.ts'
import { paragraphsOf } from '../../editions/body/plain-text.ts'
import { compareWords } from '../../editions/office/compare-texts.ts'
import type { EditorData } from './editor-data.ts'
import { button, element, openSheet } from './element.ts'
import {
  differencesOf,
  isDifference,
  mergeOf,
  type Choice,
  type Difference,
  type Merge,
  type OtherField,
} from './merge.ts'
import { say } from './words.ts'

interface Conflict {
  mine: Content
  theirs: { content: Content; name: string; time: string }
  /** What both began from, where it is known. */
  base?: Content
  title?: string
  data: EditorData
  done: (chosen: Content) => void
}

/** Both texts place by place, words that differ marked. What only one changed is chosen already; nothing is decided by closing the sheet. */
export function chooseBetween({ mine, theirs, base, title = say('conflictTitle'), data, done }: Conflict): void {
  const merge = mergeOf({ mine, theirs: theirs.content, base })
  openSheet(
    title,
    (sheet, close) => {
      const table = element('div', { class: 'compare-sheet' })
      let number = 0
      const row = (
        difference: Difference<unknown>,
        label: string | undefined,
        words: (value: unknown) => string,
      ): void => {
        const shown = {
          left: words(difference.mine),
          right: words(difference.theirs),
          name: theirs.name,
          number: ++number,
          label,
          known: base !== undefined,
        }
        table.append(differenceView(difference, shown))
      }
      const text = (value: unknown): string => (typeof value === 'string' ? value : '')
      if (merge.title) row(merge.title, say('fieldTitle'), text)
      if (merge.summary) row(merge.summary, say('fieldSummary'), text)
      for (const part of runsOf(merge)) {
        if (Array.isArray(part)) table.append(sameBlocks(part))
        else row(part, undefined, (node) => wordsOf(node as BodyNode | undefined))
      }
      for (const { field, difference } of merge.fields)
        row(difference, say(`field_${field}`), (value) => fieldWords(field, value as Content[OtherField], data))
      const all = (choice: Choice) => (): void => {
        for (const difference of differencesOf(merge)) difference.choice = choice
        for (const input of table.querySelectorAll<HTMLInputElement>(`input[value="${choice}"]`)) input.checked = true
      }
      const finish = button(
        say('saveChosen'),
        () => {
          close()
          done(merge.chosen())
        },
        { class: 'button button-primary' },
      )
      sheet.append(
        element('p', {}, say(base ? 'conflictWhat' : 'conflictWhatKept', { name: theirs.name, time: theirs.time })),
        element('div', { class: 'row' }, button(say('allMine'), all('mine')), button(say('allTheirs'), all('theirs'))),
        table,
        element('div', { class: 'row sheet-foot' }, finish, button(say('later'), close)),
      )
    },
    true,
  )
}

/** Differences of the text in order, and between them the words of what is the same. */
function runsOf({ blocks }: Merge): (Difference<BodyNode> | string[])[] {
  const runs: (Difference<BodyNode> | string[])[] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (isDifference(block)) runs.push(block)
    else if (Array.isArray(last)) last.push(wordsOf(block))
    else runs.push([wordsOf(block)])
  }
  return runs
}

/** What is the same in both keeps its place without filling the sheet. */
function sameBlocks(words: readonly string[]): HTMLElement {
  if (words.length <= 2)
    return element('div', {}, ...words.map((text) => element('p', { class: 'compare-same' }, text)))
  return element(
    'details',
    { class: 'compare-fold' },
    element('summary', {}, say('sameParagraphs', { n: words.length })),
    ...words.map((text) => element('p', { class: 'compare-same' }, text)),
  )
}

interface Shown {
  left: string
  right: string
  name: string
  number: number
  label: string | undefined
  known: boolean
}

function differenceView(
  difference: Difference<unknown>,
  { left, right, name, number, label, known }: Shown,
): HTMLElement {
  const runs = left && right ? compareWords(right, left) : []
  const side = (text: string, kind: 'added' | 'removed'): HTMLElement => {
    const parts = runs
      .filter((run) => run.kind === 'same' || run.kind === kind)
      .flatMap((run) => (run.kind === kind && run.text.trim() ? marked(run.text) : [run.text]))
    return element('span', { class: 'compare-text' }, ...(parts.length > 0 ? parts : [text || say('nothing')]))
  }
  const option = (choice: Choice, words: string, text?: HTMLElement): HTMLElement => {
    const input = element('input', {
      type: 'radio',
      name: `khac-${number}`,
      value: choice,
      onchange: () => {
        difference.choice = choice
      },
    })
    input.checked = difference.choice === choice
    return element(
      'label',
      { class: `compare-${choice}` },
      element('span', { class: 'compare-label' }, input, ` ${words}`),
      ...(text ? [text] : []),
    )
  }
  const who = known ? ` (${say(`changed_${difference.changed}`, { name })})` : ''
  return element(
    'fieldset',
    { class: 'compare-row', 'data-changed': difference.changed },
    element('legend', {}, `${label ?? say('choose', { n: number })}${who}`),
    option('mine', say('mine'), side(left, 'added')),
    option('theirs', say('theirs', { name }), side(right, 'removed')),
    ...(mayKeepBoth(difference) ? [option('both', say('both'))] : []),
  )
}

/** Words that differ; the blanks around them are not marked. */
const marked = (text: string): (HTMLElement | string)[] => [
  /^\s*/.exec(text)![0],
  element('mark', {}, text.trim()),
  /\s*$/.exec(text)![0],
]

/** Words and lists can stand one after the other; a choice such as the genre cannot. */
const mayKeepBoth = ({ mine, theirs }: Difference<unknown>): boolean =>
  mine !== undefined &&
  theirs !== undefined &&
  (Array.isArray(mine) || (typeof mine === 'object' && mine !== null && 'type' in mine))

function wordsOf(node: BodyNode | undefined): string {
  if (!node) return ''
  const words = paragraphsOf(node).join('\n')
  if (words) return words
  const kind = {
    image: say('picture'),
    gallery: say('gallery'),
    attachment: say('attachment'),
    video: say('video'),
    film: say('film'),
    table: say('tableName'),
    horizontalRule: '———',
  }[node.type]
  return kind ? `[${kind}]` : ''
}

/** A field in words people know it by; numbers are looked up on the screen. */
function fieldWords(field: OtherField, value: Content[OtherField] | undefined, data: EditorData): string {
  const ticked = (name: string, ids: readonly number[]): string =>
    ids
      .map(
        (id) =>
          document.querySelector(`input[name="${name}"][value="${id}"]`)?.closest('label')?.textContent?.trim() ??
          `#${id}`,
      )
      .join(', ')
  const picture = (one: Picture): string =>
    [one.caption || one.alt || `${say('picture')} #${one.mediaId}`, one.source].filter(Boolean).join(' – ')
  if (value === null || value === undefined) return ''
  if (field === 'sectionIds') return ticked('chuyen-muc', value as number[])
  if (field === 'topicIds') return ticked('chuyen-de', value as number[])
  if (field === 'relatedIds')
    return (value as number[]).map((id) => data.entries.find((entry) => entry.id === id)?.title ?? `#${id}`).join('; ')
  if (field === 'genre')
    return (
      document.querySelector(`#o-the-loai option[value="${CSS.escape(String(value))}"]`)?.textContent ?? String(value)
    )
  if (field === 'lead') return picture(value as Picture)
  if (field === 'gallery') return (value as Picture[]).map(picture).join('; ')
  if (!Array.isArray(value)) return String(value)
  return value
    .map((one: unknown) => (typeof one === 'string' ? one : ((one as { name?: string }).name ?? '')))
    .join(', ')
}
