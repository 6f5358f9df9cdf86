import { stateNames } from '../../office/messages.ts'
import { roleNames } from '../../people/role-names.ts'
import type { Message, Say } from '../../web/message.ts'

const yes: Message = { vi: 'có', en: 'yes' }
const no: Message = { vi: 'không', en: 'no' }
const chains: Record<string, Message> = { full: { vi: 'Đầy đủ', en: 'Full' }, short: { vi: 'Rút gọn', en: 'Short' } }
const coded: Record<string, Record<string, Message>> = { state: stateNames, role: roleNames, chain: chains }

/** A recorded value as people say it; what is no code of ours stays as it is. */
export function valueName(path: string, text: string, say: Say): string {
  const field = path.split('.').at(-1) ?? ''
  const names = coded[field]
  if (names && Object.hasOwn(names, text)) return say(names[text]!)
  return text === 'true' ? say(yes) : text === 'false' ? say(no) : text
}
