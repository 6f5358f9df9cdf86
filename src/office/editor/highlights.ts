import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

interface Quoted {
  id: number
  quote: string | null
}
const key = new PluginKey<DecorationSet>('gop-y')

/** Marks the passages colleagues spoke of, wherever they stand now. The text itself is untouched. */
export const commentHighlights = (comments: () => readonly Quoted[]) =>
  Extension.create({
    name: 'commentHighlights',
    addProseMirrorPlugins: () => [
      new Plugin({
        key,
        state: {
          init: (_, state) => findAll(state.doc, comments()),
          apply: (tr, old, _before, state) => (tr.docChanged || tr.getMeta(key) ? findAll(state.doc, comments()) : old),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ],
  })

export const refreshHighlights = key

/** A quote may run over several paragraphs and is kept as one line, so the whole text is searched as one line too. */
function findAll(doc: Node, comments: readonly Quoted[]): DecorationSet {
  const quotes = comments.flatMap(({ id, quote }) => (quote ? [{ id, line: quote.replace(/\s+/g, ' ').trim() }] : []))
  if (quotes.length === 0) return DecorationSet.empty
  const blocks: { at: number; from: number; to: number }[] = []
  let text = ''
  doc.descendants((node, at) => {
    if (!node.isTextblock) return
    // One character for each place in the document, so that places in the line are places in the text.
    const words = node.textBetween(0, node.content.size, undefined, ' ').replace(/\s/g, ' ')
    blocks.push({ at: at + 1, from: text.length, to: text.length + words.length })
    text += `${words} `
  })
  const marks = quotes.flatMap(({ id, line }) => {
    const start = text.indexOf(line)
    if (line === '' || start < 0) return []
    const end = start + line.length
    return blocks
      .filter((block) => block.from < end && block.to > start)
      .map((block) =>
        Decoration.inline(
          block.at + Math.max(start, block.from) - block.from,
          block.at + Math.min(end, block.to) - block.from,
          { class: 'quoted', 'data-gop-y': String(id) },
        ),
      )
  })
  return DecorationSet.create(doc, marks)
}
