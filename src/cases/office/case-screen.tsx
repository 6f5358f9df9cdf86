import type { FC } from 'hono/jsx'
import { ErrorSummary, Notice, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { holds } from '../../people/actor.ts'
import { fill } from '../../web/message.ts'
import { openStates, stepNames } from '../case.ts'
import { caseDesk } from '../policy.ts'
import { messages as answerMessages } from './answer-messages.ts'
import { Answers } from './answers.tsx'
import { CaseActs, editorForms } from './case-acts.tsx'
import { Clocks, Facts } from './case-facts.tsx'
import { CaseStateTag, fieldName, titleOf } from './case-line.tsx'
import { messages } from './case-messages.ts'
import { casePartsOf, type CaseParts, type Shown } from './case-parts.ts'
import { Attachments, Conversation, Words } from './case-words.tsx'
import { CaseDueTag } from './due-tag.tsx'
import { styles, summaryOf, type Refusal } from './form.tsx'
import { kindName, kindScreens } from './kind-names.ts'
import { Looks, SenderPanel } from './sender-panel.tsx'
import { Similar } from './similar.tsx'
import { Timeline } from './timeline.tsx'

/** GET /ho-so/:case: a case with what may be done about it. Also what a look at its sender and a refused form answer with. */
export async function showCase(c: OfficeContext, shown: Shown = {}): Promise<Response> {
  const parts = await casePartsOf(c, shown)
  const { file } = parts
  const { say, actor } = c.var
  // Sealed letters have a screen of their own, which opens their words for one look.
  if (file.sealed) return c.redirect(`/don-niem-phong/${file.id}`, 303)
  const own = kindScreens[file.kind]
  const title = fill(say(messages.caseTitle), { number: file.number })
  const inQueue = holds(actor, file.handlingSiteId, ...caseDesk)
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={titleOf(file, say)}>
        {inQueue && own && (
          <a class="button" href={`/ho-so/${file.id}/${own.slug}`}>
            {say(own.label)}
          </a>
        )}
        {inQueue && (
          <a class="button button-back" href={`/cong/${file.handlingSiteId}/ho-so`}>
            {fill(say(messages.backToQueue), { name: file.handlerName })}
          </a>
        )}
      </ScreenHead>
      {shown.refusal && <ErrorSummary errors={errorsAbove(shown.refusal)} title={say(messages.notDone)} />}
      <Done c={c} />
      <Glance {...parts} />
      <div class="case-screen">
        <div class="stack case-read">
          <Words {...parts} />
          <Conversation {...parts} />
          <Attachments {...parts} />
          <Answers {...parts} />
          <CaseActs {...parts} />
        </div>
        <div class="stack case-beside">
          <Clocks {...parts} />
          <Facts {...parts} />
          <SenderPanel {...parts} />
          <Similar {...parts} />
          <Looks {...parts} />
          <Timeline {...parts} />
        </div>
      </div>
    </Page>,
    shown.refusal ? 422 : 200,
  )
}

/** The editor has the names of its fields to itself; an officer is chosen in the place of the division. */
function errorsAbove(refusal: Refusal): Record<string, string> {
  if (editorForms.includes(refusal.form)) return refusal.errors
  const { officerId, ...errors } = refusal.errors
  return summaryOf(
    refusal.form === 'phan-cong' && officerId ? { ...refusal, errors: { divisionId: officerId, ...errors } } : refusal,
  )
}

const Done: FC<{ c: OfficeContext }> = ({ c }) => {
  const step = c.req.method === 'GET' ? (c.req.query('da') ?? '') : ''
  if (step === 'luu') return <Notice kind="ok">{c.var.say(answerMessages.saved)}</Notice>
  const name = Object.hasOwn(stepNames, step) ? stepNames[step] : undefined
  return name ? <Notice kind="ok">{fill(c.var.say(messages.done), { step: c.var.say(name) })}</Notice> : null
}

/** Which case, how it stands and how long there is: the first look of a leader on a telephone. */
const Glance: FC<CaseParts> = ({ c, file, calendar, now }) => {
  const { say, language } = c.var
  const isOpen = (openStates as readonly string[]).includes(file.state)
  return (
    <p class="work-facts case-glance">
      <span class="case-number">{file.number}</span>
      <CaseStateTag state={file.state} say={say} />
      {isOpen && file.dueAt && (
        <CaseDueTag
          dueAt={file.dueAt}
          paused={file.state === 'clarifying'}
          now={now}
          calendar={calendar}
          say={say}
          language={language}
        />
      )}
      <span>{kindName(file.kind, say)}</span>
      <span>{fieldName(file, c) || say(messages.noField)}</span>
      <span>{file.officerName ?? file.divisionName ?? say(messages.nobody)}</span>
    </p>
  )
}
