import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'

/** Inserts blocks at the selection, or at a place given; a picture that is just selected is not replaced, what comes stands below it. */
export function insertBlocks(editor: Editor, blocks: Record<string, unknown>[], at?: number): void {
  if (blocks.length === 0) return
  const { selection } = editor.state
  const place = at ?? (selection instanceof NodeSelection ? selection.to : undefined)
  const chain = editor.chain().focus()
  void (place === undefined ? chain.insertContent(blocks) : chain.insertContentAt(place, blocks)).run()
}
