import type { Editor } from '@tiptap/core'
import { NodeSelection, Selection } from '@tiptap/pm/state'

type Blocks = readonly Record<string, unknown>[]

/** Inserts blocks at the selection, or at a place given. A picture that is just selected is not replaced: what comes stands below it. */
export function insertBlocks(editor: Editor, blocks: Blocks, at?: number): void {
  if (blocks.length === 0) return
  const { selection } = editor.state
  const place = at ?? (selection instanceof NodeSelection ? selection.to : undefined)
  const chain = editor.chain().focus()
  void (place === undefined ? chain.insertContent([...blocks]) : chain.insertContentAt(place, [...blocks])).run()
  goOnBelow(editor)
}

/** Typing after something was inserted goes on below it; were it left selected, the first letter would replace it. */
export function goOnBelow(editor: Editor): void {
  const { state, view } = editor
  if (!(state.selection instanceof NodeSelection)) return
  const next = Selection.findFrom(state.doc.resolve(state.selection.to), 1, true)
  if (next) view.dispatch(state.tr.setSelection(next).scrollIntoView())
}

/** Adds blocks that come by themselves below the paragraph one is in; the caret and a word being composed stay untouched. */
export function addBelow(editor: Editor, blocks: Blocks): void {
  const { state, view } = editor
  const { $to } = state.selection
  const at = $to.depth > 0 ? $to.after(1) : state.selection.to
  view.dispatch(
    state.tr.insert(
      at,
      blocks.map((block) => state.schema.nodeFromJSON(block)),
    ),
  )
}
