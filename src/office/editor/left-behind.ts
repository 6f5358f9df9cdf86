import type { Content } from '../../editions/content.ts'
import type { Autosave } from './autosave.ts'
import { chooseBetween } from './conflict-sheet.ts'
import { canonical } from './draft.ts'
import type { EditorData, SaveAnswer } from './editor-data.ts'
import { button, element, must } from './element.ts'
import type { LocalKeeper } from './keep-local.ts'
import { say, timeOf } from './words.ts'

/** The text on the screen, as it is read and written. */
export interface Texts {
  data: EditorData
  autosave: Autosave
  read: () => Content
  write: (content: Content) => void
}
export type Conflict = Extract<SaveAnswer, { outcome: 'conflict' }>

/** Lets the person choose between the text on the screen and the one someone saved meanwhile. */
export function showConflict({ data, read, write, autosave }: Texts, { theirs }: Conflict): void {
  if (document.querySelector('dialog:modal')) return
  chooseBetween({
    mine: read(),
    base: autosave.base(),
    theirs: { content: theirs.content, name: theirs.name, time: timeOf(new Date(theirs.at)) },
    data,
    done: (chosen) => {
      autosave.rebase(theirs.revision, theirs.content)
      write(chosen)
      void autosave.save()
    },
  })
}

/** Words of tabs that are gone, which the server does not have, are offered; what it has is forgotten. */
export async function offerLeftBehind(screen: Texts, keeper: LocalKeeper, offered: Set<string>): Promise<void> {
  const standing = canonical(screen.data.content)
  const left = (await keeper.leftBehind()).filter((kept) => {
    const isSame = canonical(kept.content) === standing
    if (isSame) kept.forget()
    return !isSame && !offered.has(kept.key)
  })
  for (const kept of left) {
    offered.add(kept.key)
    const time = timeOf(new Date(kept.at))
    const notice = element(
      'div',
      { class: 'notice notice-warn row', role: 'status', 'data-kept': true },
      element('span', {}, say('keptTitle', { time })),
    )
    const end = (): void => {
      kept.forget()
      notice.remove()
    }
    const restore = (): void => {
      if (kept.revision === screen.autosave.revision() && !screen.autosave.isDirty()) {
        screen.write(kept.content)
        return end()
      }
      chooseBetween({
        mine: kept.content,
        theirs: { content: screen.read(), name: screen.data.savedBy, time: timeOf(new Date(screen.data.savedAt)) },
        title: say('keptCompareTitle'),
        data: screen.data,
        done: (chosen) => {
          screen.write(chosen)
          end()
        },
      })
    }
    notice.append(
      button(say('keptRestore'), restore, { class: 'button button-primary' }),
      button(say('keptDiscard'), end),
    )
    must('[data-notices]').append(notice)
  }
}
