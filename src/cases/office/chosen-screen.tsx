import type { FC } from 'hono/jsx'
import { calendarOf } from '../../calendar/calendar-queries.ts'
import type { Calendar } from '../../calendar/working-days.ts'
import { ErrorSummary, Field, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { holds } from '../../people/actor.ts'
import { fill } from '../../web/message.ts'
import { bulkAnswer } from '../bulk-answer.ts'
import { bulkApprove } from '../bulk-approve.ts'
import { mergeCases } from '../merge-cases.ts'
import { leadsOn, seesAll } from '../policy.ts'
import type { CaseLine } from '../queries.ts'
import { messages as answerWords } from './answer-messages.ts'
import { CaseItem, titleOf } from './case-line.tsx'
import { ActForm, attempt, numberOf, styles, typedOf, withQuery, type Refusal } from './form.tsx'
import { caseKinds } from './kind-names.ts'
import { messages } from './messages.ts'
import { mostAtOnce } from './queue-acts.ts'
import { casesChosen } from './queue-queries.ts'
import { refusedIn } from './settings-parts.ts'

const idsOf = (text: string | undefined): number[] =>
  [...new Set((text ?? '').split(',').flatMap((one) => numberOf(one) ?? []))].slice(0, mostAtOnce)

/** GET /cong/:site/ho-so/da-chon?chon=1,2: the cases that were ticked, to be joined, answered together or approved together. */
export async function showChosen(c: OfficeContext, refusal?: Refusal): Promise<Response> {
  const { say, db, siteId, actor } = c.var
  const [lines, calendar] = await Promise.all([
    casesChosen(db, actor, siteId, idsOf(refusal?.typed.chon ?? c.req.query('chon'))),
    calendarOf(db),
  ])
  // Nothing ticked, or nothing of it to be seen: the list says what there is.
  if (lines.length === 0) return c.redirect(`/cong/${siteId}/ho-so`, 303)
  const title = fill(say(messages.chosenTitle), { n: lines.length })
  const handsOut = holds(actor, siteId, ...seesAll)
  const parts = { c, lines, refusal }
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <a class="button button-back" href={`/cong/${siteId}/ho-so`}>
          {say(messages.backToQueue)}
        </a>
      </ScreenHead>
      {refusal && <ErrorSummary errors={refusal.errors} title={say(messages.notDone)} />}
      <Lines c={c} lines={lines} calendar={calendar} />
      {handsOut && lines.some((line) => leadsOn('merge', line.state)) && <MergeForm {...parts} />}
      {lines.every((line) => leadsOn('submit', line.state)) && <BulkForm {...parts} />}
      {holds(actor, siteId, 'case_leader') && lines.every((line) => leadsOn('approve', line.state)) && (
        <ApproveForm {...parts} />
      )}
    </Page>,
    refusal ? 422 : 200,
  )
}

const Lines: FC<{ c: OfficeContext; lines: readonly CaseLine[]; calendar: Calendar }> = ({ c, lines, calendar }) => (
  <ul class="work-list">
    {lines.map((line) => (
      <CaseItem c={c} line={line} now={new Date()} calendar={calendar} />
    ))}
  </ul>
)

interface ChosenParts {
  c: OfficeContext
  lines: readonly CaseLine[]
  refusal?: Refusal
}

const Chosen: FC<{ lines: readonly CaseLine[] }> = ({ lines }) => (
  <input type="hidden" name="chon" value={lines.map(({ id }) => id).join(',')} />
)

const MergeForm: FC<ChosenParts> = (parts) => {
  const { c, lines } = parts
  const { say, siteId } = c.var
  const { typed } = refusedIn(parts, 'gop')
  const kept = typed.main ?? String(lines[0]!.id)
  return (
    <section class="panel" aria-labelledby="gop">
      <h2 id="gop">{say(messages.mergeTitle)}</h2>
      {lines.length < 2 ? (
        <p class="soft">{say(messages.oneOnly)}</p>
      ) : (
        <ActForm action={`/cong/${siteId}/ho-so/gop`} submit={say(messages.mergeNow)}>
          <Chosen lines={lines} />
          <fieldset class="stack">
            <legend>{say(messages.keepThis)}</legend>
            <p class="hint">{say(messages.mergeLead)}</p>
            {lines.map((line) => (
              <label class="row">
                <input type="radio" name="main" value={line.id} checked={kept === String(line.id)} />
                <span>
                  <span class="case-number">{line.number}</span> {titleOf(line, say)}
                </span>
              </label>
            ))}
          </fieldset>
        </ActForm>
      )}
    </section>
  )
}

const BulkForm: FC<ChosenParts> = (parts) => {
  const { c, lines } = parts
  const { say, siteId } = c.var
  const { errors, typed } = refusedIn(parts, 'tra-loi-chung')
  return (
    <section class="panel" aria-labelledby="tra-loi-chung">
      <h2 id="tra-loi-chung">{say(messages.bulkAnswer)}</h2>
      <p class="soft">{say(messages.bulkHint)}</p>
      <ActForm action={`/cong/${siteId}/ho-so/tra-loi-chung`} submit={say(messages.bulkSubmit)}>
        <Chosen lines={lines} />
        <Select
          label={say(answerWords.kind)}
          name="kind"
          value={typed.kind ?? 'answer'}
          options={(['answer', 'refusal'] as const).map((value) => ({
            value,
            label: say(answerWords[`kind_${value}`]),
          }))}
        />
        <Field label={say(messages.bulkWords)} name="body" rows={8} required value={typed.body} error={errors.body} />
        <Field
          label={say(answerWords.ground)}
          name="ground"
          hint={say(answerWords.groundHint)}
          value={typed.ground}
          error={errors.ground}
        />
      </ActForm>
    </section>
  )
}

const ApproveForm: FC<ChosenParts> = ({ c, lines }) => {
  const { say, siteId } = c.var
  return (
    <section class="panel" aria-labelledby="duyet-chung">
      <h2 id="duyet-chung">{say(messages.bulkApprove)}</h2>
      <p class="soft">{say(messages.bulkApproveHint)}</p>
      <ActForm action={`/cong/${siteId}/ho-so/duyet-chung`} submit={say(messages.bulkApproveNow)}>
        <Chosen lines={lines} />
      </ActForm>
    </section>
  )
}

/** POST /cong/:site/ho-so/gop */
export async function mergeChosen(c: OfficeContext): Promise<Response> {
  const { actor, siteId } = c.var
  const { typed } = await typedOf(c)
  const caseId = numberOf(typed.main) ?? 0
  const others = idsOf(typed.chon).filter((id) => id !== caseId)
  const result = await attempt(c, [], (tx) => mergeCases(tx, actor, { caseId, others }, caseKinds))
  if ('errors' in result) return showChosen(c, { form: 'gop', errors: result.errors, typed })
  return backToQueue(c, siteId, 'gop', others.length)
}

/** POST /cong/:site/ho-so/tra-loi-chung */
export async function answerChosen(c: OfficeContext): Promise<Response> {
  const { actor, siteId } = c.var
  const { typed } = await typedOf(c)
  const caseIds = idsOf(typed.chon)
  const kind = typed.kind === 'refusal' ? 'refusal' : 'answer'
  const act = { siteId, caseIds, kind, ground: typed.ground ?? '', body: typed.body ?? '' } as const
  const result = await attempt(c, ['body', 'ground'], (tx) => bulkAnswer(tx, actor, act, caseKinds))
  if ('errors' in result) return showChosen(c, { form: 'tra-loi-chung', errors: result.errors, typed })
  return backToQueue(c, siteId, 'tra-loi', caseIds.length)
}

/** POST /cong/:site/ho-so/duyet-chung */
export async function approveChosen(c: OfficeContext): Promise<Response> {
  const { actor, siteId } = c.var
  const { typed } = await typedOf(c)
  const caseIds = idsOf(typed.chon)
  const result = await attempt(c, [], (tx) => bulkApprove(tx, actor, { siteId, caseIds }))
  if ('errors' in result) return showChosen(c, { form: 'duyet-chung', errors: result.errors, typed })
  return backToQueue(c, siteId, 'duyet', caseIds.length)
}

const backToQueue = (c: OfficeContext, siteId: number, done: string, n: number): Response =>
  c.redirect(withQuery(`/cong/${siteId}/ho-so`, { da: done, n: String(n) }), 303)
