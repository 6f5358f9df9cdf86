import type { Body, BodyNode } from '../src/editions/content.ts'

const text = (value: string): BodyNode[] => [{ type: 'text', text: value }]
const paragraph = (value: string): BodyNode => ({ type: 'paragraph', content: text(value) })
const item = (value: string): BodyNode => ({ type: 'listItem', content: [paragraph(value)] })

interface LineKind {
  of: RegExp
  make: (lines: string[]) => BodyNode[]
}

const kinds: readonly LineKind[] = [
  {
    of: /^### (.*)/,
    make: (lines) => lines.map((line) => ({ type: 'heading', attrs: { level: 3 }, content: text(line) })),
  },
  {
    of: /^## (.*)/,
    make: (lines) => lines.map((line) => ({ type: 'heading', attrs: { level: 2 }, content: text(line) })),
  },
  { of: /^- (.*)/, make: (lines) => [{ type: 'bulletList', content: lines.map(item) }] },
  { of: /^\d+\. (.*)/, make: (lines) => [{ type: 'orderedList', content: lines.map(item) }] },
  { of: /^> (.*)/, make: (lines) => [{ type: 'blockquote', content: lines.map(paragraph) }] },
  { of: /^\|(.*)\|$/, make: (lines) => [table(lines)] },
]

/** Turns the light markup of demo articles into a text. */
export function bodyOf(markup: string): Body {
  const content: BodyNode[] = []
  let run: { kind: LineKind; lines: string[] } | undefined
  const close = (): void => {
    if (run) content.push(...run.kind.make(run.lines))
    run = undefined
  }
  for (const line of markup.split('\n').map((each) => each.trim())) {
    const kind = kinds.find(({ of }) => of.test(line))
    if (run && kind !== run.kind) close()
    if (kind) {
      run ??= { kind, lines: [] }
      run.lines.push(kind.of.exec(line)![1]!.trim())
    } else if (line) {
      content.push(paragraph(line))
    }
  }
  close()
  return { type: 'doc', content }
}

function table(lines: string[]): BodyNode {
  const rows = lines
    .filter((line) => !/^[\s:|-]+$/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  return {
    type: 'table',
    content: rows.map((cells, index) => ({
      type: 'tableRow',
      content: cells.map((cell) => ({
        type: index === 0 ? 'tableHeader' : 'tableCell',
        attrs: { colspan: 1, rowspan: 1 },
        content: [cell ? paragraph(cell) : { type: 'paragraph' }],
      })),
    })),
  }
}
