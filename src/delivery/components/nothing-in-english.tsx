import type { FC } from 'hono/jsx'
import { vietnameseAddress } from '../language.ts'
import { messages } from '../messages.ts'
import type { DeliveryContext } from '../route.ts'
import { Empty } from './lists.tsx'

/** What an English list says when it holds nothing, with the way to its Vietnamese one. */
export const NothingInEnglish: FC<{ c: DeliveryContext; path: string }> = ({ c, path }) => (
  <Empty title={c.var.say(messages.nothingInEnglish)}>
    <p>{c.var.say(messages.nothingInEnglishAdvice)}</p>
    <p>
      <a href={vietnameseAddress(path)} hreflang="vi">
        {c.var.say(messages.readInVietnamese)}
      </a>
    </p>
  </Empty>
)
