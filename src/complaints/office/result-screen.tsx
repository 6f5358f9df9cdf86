import type { FC } from 'hono/jsx'
import { WhyThisDay } from '../../calendar/why-this-day.tsx'
import { ErrorSummary, Field, Notice, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import type { Errors } from '../../sites/office/form.tsx'
import { siteById } from '../../sites/queries.ts'
import { highestRow, type Typed } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { resultKinds, resultStates } from '../complaint-result.ts'
import { mayCheckResult, mayWriteResults } from '../policy.ts'
import { publishDeadline, resultById, type ResultRow } from '../queries.ts'
import { foundIn } from '../why-not-result.ts'
import { messages } from './messages.ts'
import { clockOf } from './results-screen.tsx'

/** A form of the screen that was refused. */
export interface ResultRefusal {
  errors: Errors
  /** What was typed into the form; without it the form shows what is kept. */
  typed?: Typed
}

/** The result of an address; undefined for /moi. @throws NotFound. */
export async function resultOf(c: OfficeContext): Promise<ResultRow | undefined> {
  const text = c.req.param('result')
  if (text === 'moi') return undefined
  const id = /^[1-9]\d{0,9}$/.test(text ?? '') ? Number(text) : 0
  const found = id > 0 && id <= highestRow ? await resultById(c.var.db, c.var.siteId, id) : undefined
  if (!found) throw new NotFound()
  return found
}

/** GET /cong/:site/ket-qua-giai-quyet/:result, and the answer to its refused forms. */
export async function showResult(c: OfficeContext, refusal?: ResultRefusal): Promise<Response> {
  const { say, db, siteId, actor } = c.var
  const [row, site] = await Promise.all([resultOf(c), siteById(db, siteId)])
  if (!site) throw new NotFound()
  const title = row?.title ?? say(messages.new)
  const editable = mayWriteResults(actor, siteId) && (row === undefined || row.state === 'draft')
  return c.html(
    <Page c={c} title={title} styles={['office/newsroom.css']}>
      <div class="stack">
        <ScreenHead title={title}>
          <a class="button" href={`/cong/${siteId}/ket-qua-giai-quyet`}>
            {say(messages.back)}
          </a>
        </ScreenHead>
        {refusal && <ErrorSummary errors={refusal.errors} />}
        {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
        {row && row.returnReason !== '' && row.state === 'draft' && (
          <Notice kind="warn">{fill(say(messages.returned), { reason: row.returnReason })}</Notice>
        )}
        <div class="desk">
          <div class="stack">
            {editable ? <WriteForm c={c} row={row} refusal={refusal} /> : row && <Words c={c} row={row} />}
            {row && <NextStep c={c} row={row} refusal={refusal} />}
          </div>
          <div class="stack">{row && (await factsOf(c, row))}</div>
        </div>
      </div>
    </Page>,
    refusal ? 422 : 200,
  )
}

/** Where it stands, by when it must be public, and why that day. */
async function factsOf(c: OfficeContext, row: ResultRow) {
  const { say, language } = c.var
  const [clock, due] = await Promise.all([clockOf(c, row), publishDeadline(c.var.db, row)])
  const facts: [string, string | null][] = [
    [say(messages.kind), say(resultKinds[row.kind].label)],
    [say(messages.author), row.authorName],
    [say(messages.checker), row.checkedByName],
  ]
  return (
    <section class="panel" aria-labelledby="tinh-trang">
      <h2 id="tinh-trang">{say(resultStates[row.state])}</h2>
      <p class="row">
        {clock.map(({ words, tone }) => (
          <span class={`tag ${tone}`.trim()}>{words}</span>
        ))}
      </p>
      <dl class="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {row.entryId !== null && (
        <p>
          <a href={`/muc/${row.entryId}`}>{say(messages.seePublic)}</a>
        </p>
      )}
      {due && (
        <WhyThisDay
          say={say}
          language={language}
          deadline={due.deadline}
          rule={due.rule}
          override={due.override}
          startedAt={due.startedAt}
          extensions={[]}
        />
      )}
    </section>
  )
}

const WriteForm: FC<{ c: OfficeContext; row: ResultRow | undefined; refusal?: ResultRefusal }> = ({
  c,
  row,
  refusal,
}) => {
  const { say, siteId } = c.var
  const { errors = {}, typed } = refusal ?? {}
  const value = (name: string, stands: string | undefined): string | undefined => (typed ? typed[name] : stands)
  const words = { title: value('title', row?.title) ?? '', body: value('body', row?.body) ?? '' }
  return (
    <form
      method="post"
      action={`/cong/${siteId}/ket-qua-giai-quyet/${row?.id ?? 'moi'}`}
      class="panel stack"
      data-keep
      aria-label={say(messages.body)}
    >
      <input type="hidden" name="saves" value={String(row?.saves ?? 0)} />
      <Select
        label={say(messages.kind)}
        name="kind"
        required
        value={value('kind', row?.kind)}
        error={errors.kind}
        options={[
          { value: '', label: say(messages.chooseKind) },
          ...Object.entries(resultKinds).map(([kind, { label }]) => ({ value: kind, label: say(label) })),
        ]}
      />
      <Field
        label={say(messages.documentNumber)}
        name="documentNumber"
        required
        value={value('documentNumber', row?.documentNumber)}
        error={errors.documentNumber}
      />
      <Field
        label={say(messages.signedOn)}
        name="signedOn"
        type="date"
        required
        value={value('signedOn', row?.signedOn)}
        error={errors.signedOn}
      />
      <Field
        label={say(messages.titleField)}
        hint={say(messages.titleHint)}
        name="title"
        required
        value={words.title}
        error={errors.title}
      />
      <Field
        label={say(messages.body)}
        hint={say(messages.bodyHint)}
        name="body"
        rows={14}
        value={words.body}
        error={errors.body}
      />
      <Finds c={c} words={words} stands={row?.letStand ?? []} typed={typed} />
      <div class="row">
        <button type="submit" class="button button-primary">
          {say(messages.save)}
        </button>
      </div>
    </form>
  )
}

interface FindsProps {
  c: OfficeContext
  words: { title: string; body: string }
  stands: readonly { text: string; reason: string }[]
  typed?: Typed
}

/** Each find with a place to say why it may stand. */
const Finds: FC<FindsProps> = ({ c, words, stands, typed }) => {
  const { say } = c.var
  const texts = [...new Set(foundIn({ ...words, letStand: [] }).map(({ text }) => text.normalize('NFC').trim()))]
  if (texts.length === 0) return words.body === '' ? null : <p class="soft small">{say(messages.foundNone)}</p>
  return (
    <fieldset class="stack">
      <legend>{say(messages.found)}</legend>
      <p class="hint">{say(messages.foundHint)}</p>
      {texts.map((text, index) => (
        <>
          <input type="hidden" name={`find-${index}`} value={text} />
          <Field
            label={fill(say(messages.letStand), { text })}
            name={`why-${index}`}
            value={typed?.[`why-${index}`] ?? stands.find((one) => one.text === text)?.reason}
          />
        </>
      ))}
    </fieldset>
  )
}

const Words: FC<{ c: OfficeContext; row: ResultRow }> = ({ c, row }) => (
  <section class="panel" aria-labelledby="noi-dung-van-ban">
    <h2 id="noi-dung-van-ban">{row.title}</h2>
    <p class="soft small">{c.var.say(messages.titleHint)}</p>
    {row.body.split(/\n{2,}/).map((paragraph) => (
      <p class="said">{paragraph}</p>
    ))}
    {row.letStand.length > 0 && (
      <ul>
        {row.letStand.map(({ text, reason }) => (
          <li>{`“${text}”: ${reason}`}</li>
        ))}
      </ul>
    )}
  </section>
)

/** What may be done with it now. */
const NextStep: FC<{ c: OfficeContext; row: ResultRow; refusal?: ResultRefusal }> = ({ c, row, refusal }) => {
  const { say, siteId, actor } = c.var
  const at = `/cong/${siteId}/ket-qua-giai-quyet/${row.id}`
  const { errors = {}, typed = {} } = refusal ?? {}
  if (row.state === 'draft')
    return mayWriteResults(actor, siteId) ? (
      <form method="post" action={`${at}/trinh`}>
        <button type="submit" class="button">
          {say(messages.submit)}
        </button>
      </form>
    ) : null
  if (row.state !== 'submitted') return null
  const checks = mayCheckResult(actor, row)
  return (
    <>
      {checks ? (
        <form method="post" action={`${at}/cong-khai`} class="panel stack">
          <Field
            label={say(messages.checked)}
            name="checked"
            type="checkbox"
            value={typed.checked}
            error={errors.checked}
          />
          <div>
            <button type="submit" class="button button-primary">
              {say(messages.publish)}
            </button>
          </div>
        </form>
      ) : (
        row.authorId === actor.id && <Notice kind="warn">{say(messages.ownText)}</Notice>
      )}
      {(checks || mayWriteResults(actor, siteId)) && (
        <form method="post" action={`${at}/tra-lai`} class="panel stack" data-keep>
          <Field
            label={say(messages.reason)}
            name="reason"
            rows={3}
            required
            value={typed.reason}
            error={errors.reason}
          />
          <div>
            <button type="submit" class="button">
              {say(messages.return)}
            </button>
          </div>
        </form>
      )}
    </>
  )
}
