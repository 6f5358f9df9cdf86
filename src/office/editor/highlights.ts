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

function findAll(doc: Node, comments: readonly Quoted[]): DecorationSet {
  const marks: Decoration[] = []
  const quotes = comments.flatMap(({ id, quote }) => (quote ? [{ id, lines: quote.split('\n').map((line) => line.trim()).filter(Boolean) }] : []))
  if (quotes.length === 0) return DecorationSet.empty
  doc.descendants((node, at) => {
    if (!node.isTextblock) return
    const text = node.textBetween(0, node.content.size, undefined, '\u0000')
    for (const { id, lines } of quotes) {
      for (const line of lines) {
        const found = text.indexOf(line)
        if (found >= 0) marks.push(Decoration.inline(at + 1 + found, at + 1 + found + line.length, { class: 'quoted', 'data-gop-y': String(id) }))
      }
    }
  })
  return DecorationSet.create(doc, marks)
}
