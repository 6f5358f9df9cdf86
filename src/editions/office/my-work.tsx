import type { Child, FC } from 'hono/jsx'
import { Empty, Notice, ScreenHead, StateTag, When } from '../../office/components.tsx'
import { messages as shell } from '../../office/messages.ts'
import { Page, screensOf } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { holdsSomewhere, newsroom } from '../../people/actor.ts'
import { longDateOf } from '../../web/dates.ts'
import { fill, type Message } from '../../web/message.ts'
import type { State } from '../edition.ts'
import { mayPlace } from '../policy.ts'
import { workOf, type EditionRow, type Work } from '../work-lists.ts'
import { DueTag } from './due-tag.tsx'
import { messages } from './messages.ts'
import { lastReturns, sitesToWriteFor, type ReturnWord } from './newsroom-queries.ts'
import { StepRail } from './step-rail.tsx'
import { screenHints } from './screen-hints.ts'
import { doneMessage } from './steps.ts'
import { reportsWaitingFor } from '../../error-reports/queries.ts'
import { WriteNew } from './write-new.tsx'

/** The first page of the office: what waits for me, what I sent and where it is, what is late. Who has no such page is led to the first of theirs. */
export async function showMyWork(c: OfficeContext) {
  const { db, actor, say } = c.var
  const [first] = screensOf(actor)
  if (first && first.href !== '/') return c.redirect(first.href, 303)
  const now = new Date()
  const [work, sites, reports] = await Promise.all([
    workOf(db, actor, now),
    sitesToWriteFor(db, actor),
    reportsWaitingFor(db, actor),
  ])
  const returned = [...work.waiting, ...work.mine].filter((row) => row.state === 'returned').map((row) => row.id)
  const returns = new Map((await lastReturns(db, returned)).map((word) => [word.editionId, word]))
  const done = doneMessage(c.req.query('da'))
  return c.html(
    <Page c={c} title={say(shell.myWork)} styles={['office/newsroom.css']}>
      <ScreenHead title={say(shell.myWork)}>
        <WriteNew c={c} sites={sites} />
      </ScreenHead>
      {done && (
        <Notice kind="ok">
          <p>{say(done)}.</p>
        </Notice>
      )}
      <Glance c={c} work={work} reports={reports} now={now} />
      {holdsSomewhere(actor, ...newsroom) ? (
        <Desk c={c} work={work} returns={returns} now={now} />
      ) : (
        <Shortcuts c={c} />
      )}
    </Page>,
  )
}

/** The day, and the numbers a person looks for first. */
const Glance: FC<{ c: OfficeContext; work: Work; reports: { open: number; overdue: number }; now: Date }> = ({
  c,
  work,
  reports,
  now,
}) => {
  const { say, actor, language } = c.var
  const late = new Set(work.late.map((row) => row.id)).size
  const numbers: { n: number; label: Message; href: string; tone: string }[] = [
    { n: work.waiting.length, label: messages.waitingForMe, href: '#dang-cho', tone: '' },
    { n: late, label: messages.late, href: '#dang-cho', tone: 'glance-late' },
    { n: work.unconfirmed.length, label: messages.unconfirmed, href: '#khan-cap', tone: 'glance-late' },
    {
      n: work.offers.filter((offer) => mayPlace(actor, offer.siteId)).length,
      label: messages.offersToDecide,
      href: '/de-nghi',
      tone: '',
    },
    {
      n: reports.open,
      label: messages.readerReports,
      href: '/ban-doc',
      tone: reports.overdue > 0 ? 'glance-late' : '',
    },
  ]
  return (
    <div class="glance">
      <p class="soft">{fill(say(messages.workLead), { name: actor.name, day: longDateOf(now, language) })}</p>
      <ul class="glance-numbers" aria-label={say(messages.summaryLine)}>
        {numbers
          .filter(({ n }) => n > 0)
          .map(({ n, label, href, tone }) => (
            <li>
              <a class={tone} href={href}>
                <strong>{n}</strong> {say(label)}
              </a>
            </li>
          ))}
      </ul>
    </div>
  )
}

/** For administrators and auditors, who have no texts to work on: where their own work is. */
const Shortcuts: FC<{ c: OfficeContext }> = ({ c }) => {
  const { say, actor } = c.var
  return (
    <nav class="shortcuts" aria-label={say(messages.yourScreens)}>
      <ul>
        {screensOf(actor)
          .filter((screen) => screen.href !== '/')
          .map((screen) => (
            <li>
              <a class="panel" href={screen.href}>
                {say(screen.label)}
                {screenHints[screen.href] && <span>{say(screenHints[screen.href]!)}</span>}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

interface DeskProps {
  c: OfficeContext
  work: Work
  returns: ReadonlyMap<number, ReturnWord>
  now: Date
}

const Desk: FC<DeskProps> = ({ c, work, returns, now }) => {
  const { say } = c.var
  const waits = new Set(work.waiting.map((row) => row.id))
  const mine = work.mine.filter((row) => !waits.has(row.id) || row.state !== 'returned')
  const known = new Set([...waits, ...mine.map((row) => row.id)])
  const lateElsewhere = work.late.filter((row) => !known.has(row.id))
  return (
    <div class="desk">
      <div class="stack">
        {work.unconfirmed.length > 0 && (
          <WorkList id="khan-cap" title={say(messages.unconfirmed)} tone="urgent">
            {work.unconfirmed.map((row) => (
              <WorkItem c={c} row={row} now={now} />
            ))}
          </WorkList>
        )}
        <Waiting c={c} work={work} returns={returns} now={now} />
        {lateElsewhere.length > 0 && (
          <WorkList id="tre-han" title={say(messages.lateElsewhere)}>
            {lateElsewhere.map((row) => (
              <WorkItem c={c} row={row} now={now} />
            ))}
          </WorkList>
        )}
      </div>
      <div class="stack">
        {work.offers.length > 0 && (
          <p class="panel">
            <a href="/de-nghi">{fill(say(messages.offersToDecideLink), { n: work.offers.length })}</a>
          </p>
        )}
        <section aria-labelledby="bai-cua-toi" class="stack">
          <h2 id="bai-cua-toi">{say(messages.mine)}</h2>
          {mine.length === 0 && (
            <Empty title={say(messages.nothingMine)}>
              <p>{say(messages.nothingMineWhat)}</p>
            </Empty>
          )}
          {mine.length > 0 && (
            <ul class="work-list">
              {mine.map((row) => (
                <MineItem c={c} row={row} now={now} word={returns.get(row.id)} />
              ))}
            </ul>
          )}
        </section>
      </div>
    </div>
  )
}

const steps: readonly { state: State; title: Message }[] = [
  { state: 'returned', title: messages.returnedToMe },
  { state: 'submitted', title: messages.toReview },
  { state: 'reviewed', title: messages.toApprove },
  { state: 'approved', title: messages.toPublish },
]

/** By step; within a step the query has the late ones first. */
const Waiting: FC<DeskProps> = ({ c, work, returns, now }) => {
  const { say } = c.var
  return (
    <section id="dang-cho" aria-labelledby="dang-cho-ten" class="stack">
      <h2 id="dang-cho-ten">{say(messages.waitingForMe)}</h2>
      {work.waiting.length === 0 && (
        <Empty title={say(messages.nothingWaits)}>
          <p>{say(messages.nothingWaitsWhat)}</p>
        </Empty>
      )}
      {steps.map(({ state, title }) => {
        const rows = work.waiting.filter((row) => row.state === state)
        return rows.length === 0 ? null : (
          <div class="work-step">
            <h3>
              {say(state === 'submitted' && rows.every((row) => row.chain === 'short') ? messages.toApprove : title)}{' '}
              <span class="count">{rows.length}</span>
            </h3>
            <ul class="work-list">
              {rows.map((row) => (
                <WorkItem c={c} row={row} now={now} word={returns.get(row.id)} grouped />
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

const WorkList: FC<{ id: string; title: string; tone?: string; children?: Child }> = ({
  id,
  title,
  tone,
  children,
}) => (
  <section id={id} aria-labelledby={`${id}-ten`} class={`stack ${tone ?? ''}`.trim()}>
    <h2 id={`${id}-ten`}>{title}</h2>
    <ul class="work-list">{children}</ul>
  </section>
)

interface ItemProps {
  c: OfficeContext
  row: EditionRow
  now: Date
  word?: ReturnWord
  /** Below a heading that says its state. */
  grouped?: boolean
}

/** Whether the portal of a text needs saying to this person. */
const saysSite = (c: OfficeContext): boolean =>
  new Set(c.var.actor.memberships.map((m) => m.siteId)).size > 1 ||
  c.var.actor.memberships.some((m) => m.siteId === null)

const titleOf = (row: { title: string }, say: (m: Message) => string): string => row.title || say(messages.untitled)

/** A text that waits: one link to where it is worked on. */
const WorkItem: FC<ItemProps> = ({ c, row, now, word, grouped }) => {
  const { say, language } = c.var
  const toWrite = row.state === 'returned'
  return (
    <li class="work-item">
      <p class="work-title">
        <a href={toWrite ? `/ban-thao/${row.id}` : `/ban-thao/${row.id}/duyet`} data-item>
          {titleOf(row, say)}
        </a>
      </p>
      <p class="work-facts">
        {!grouped && <StateTag state={row.state} chain={row.chain} say={say} />}
        {row.stepDueAt && <DueTag at={row.stepDueAt} now={now} say={say} />}
        {saysSite(c) && <span>{row.siteName}</span>} <span>{row.authorName}</span>{' '}
        <When at={row.stateSince} language={language} />
      </p>
      {row.emergencyReason && !row.confirmedBy && (
        <p class="work-word">
          {say(messages.emergencyReason)}: {row.emergencyReason}
        </p>
      )}
      <Word c={c} word={word} />
    </li>
  )
}

/** A text of mine: how far it has come. */
const MineItem: FC<ItemProps> = ({ c, row, now, word }) => {
  const { say, language } = c.var
  const writable = row.state === 'draft' || row.state === 'returned'
  return (
    <li class="work-item">
      <p class="work-title">
        <a href={writable ? `/ban-thao/${row.id}` : `/ban-thao/${row.id}/duyet`} data-item>
          {titleOf(row, say)}
        </a>
      </p>
      <StepRail state={row.state} chain={row.chain} emergency={row.emergencyReason !== null} say={say} />
      <p class="work-facts">
        {row.stepDueAt && <DueTag at={row.stepDueAt} now={now} say={say} />}
        {row.state === 'scheduled' && row.scheduledFor && (
          <span>
            {say(messages.scheduledAt)} <When at={row.scheduledFor} language={language} exact />
          </span>
        )}
        {saysSite(c) && <span>{row.siteName}</span>} <When at={row.updatedAt} language={language} />
      </p>
      <Word c={c} word={word} />
    </li>
  )
}

const Word: FC<{ c: OfficeContext; word?: ReturnWord }> = ({ c, word }) =>
  word?.comment ? (
    <blockquote class="work-word">
      <p>{word.comment}</p>
      <footer>{fill(c.var.say(messages.returnedBy), { name: word.name ?? '' })}</footer>
    </blockquote>
  ) : null
