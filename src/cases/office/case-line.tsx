import type { Child, FC } from 'hono/jsx'
import type { Calendar } from '../../calendar/working-days.ts'
import { When } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import type { Message, Say } from '../../web/message.ts'
import { openStates, type CaseState } from '../case.ts'
import type { CaseLine } from '../queries.ts'
import { CaseDueTag } from './due-tag.tsx'
import { kindName } from './kind-names.ts'
import { messages } from './messages.ts'

/** The title of a case, or why it has none. */
export const titleOf = (line: { title: string; kind: string }, say: Say): string =>
  line.title || say(line.kind === 'sealed_letter' ? messages.sealedTitle : messages.noTitle)

/** The field of a line in the language of the page. */
export const fieldName = (line: { fieldName: string | null; fieldNameEn: string | null }, c: OfficeContext): string =>
  (c.var.language === 'en' && line.fieldNameEn) || line.fieldName || ''

const stateTags: Record<CaseState, { tone: string; label: Message }> = {
  quarantined: { tone: 'tag-warn', label: messages.tabQuarantine },
  received: { tone: 'tag-accent', label: messages.tabNew },
  assigned: { tone: 'tag-accent', label: messages.tabInHand },
  clarifying: { tone: 'tag-warn', label: messages.tabClarifying },
  submitted: { tone: 'tag-accent', label: messages.tabSubmitted },
  answered: { tone: 'tag-ok', label: messages.tabAnswered },
  closed: { tone: '', label: { vi: 'Đã kết thúc', en: 'Closed' } },
}

/** Where a case stands, in a word. */
export const CaseStateTag: FC<{ state: CaseState; say: Say }> = ({ state, say }) => (
  <span class={`tag ${stateTags[state].tone}`.trim()}>{say(stateTags[state].label)}</span>
)

interface CaseItemProps {
  c: OfficeContext
  line: CaseLine
  now: Date
  calendar: Calendar
  /** Whether the portal needs saying. */
  site?: boolean
  /** Before the number: a box to tick. */
  before?: Child
  /** What may be done without opening it. */
  children?: Child
}

/** A case in a list: what it is about, which it is, since when, until when, with whom. */
export const CaseItem: FC<CaseItemProps> = ({ c, line, now, calendar, site, before, children }) => {
  const { say, language } = c.var
  const isOpen = (openStates as readonly string[]).includes(line.state)
  return (
    <li class={`work-item case-item ${before ? 'case-item-ticked' : ''}`.trim()}>
      {before}
      <div class="case-main">
        <p class="work-title">
          <a href={line.kind === 'sealed_letter' ? `/don-niem-phong/${line.id}` : `/ho-so/${line.id}`} data-item>
            {titleOf(line, say)}
          </a>
        </p>
        <p class="work-facts">
          <span class="case-number">{line.number}</span>
          {isOpen && line.dueAt ? (
            <CaseDueTag
              dueAt={line.dueAt}
              paused={line.state === 'clarifying'}
              now={now}
              calendar={calendar}
              say={say}
              language={language}
            />
          ) : (
            <CaseStateTag state={line.state} say={say} />
          )}
          <span>{kindName(line.kind, say)}</span>
          <span>{fieldName(line, c) || say(messages.noField)}</span>
          {site && <span>{line.siteName}</span>}
          {(line.officerName ?? line.divisionName) && <span>{line.officerName ?? line.divisionName}</span>}
          <When at={line.state === 'received' ? line.receivedAt : line.stateSince} language={language} />
        </p>
      </div>
      {children && <div class="case-acts">{children}</div>}
    </li>
  )
}
