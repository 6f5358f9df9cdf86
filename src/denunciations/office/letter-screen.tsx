import type { FC } from 'hono/jsx'
import { caseById, type CaseView } from '../../cases/load-case.ts'
import { caseStates } from '../../cases/case.ts'
import { lookReasons } from '../../cases/look-reasons.ts'
import { maySee } from '../../cases/policy.ts'
import type { Sender } from '../../cases/receive-case.ts'
import { Empty, ErrorSummary, Field, Notice, ScreenHead, Select, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { highestRow, type Typed } from '../../web/form.ts'
import { dateOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import type { Letter } from '../look-at-letter.ts'
import { lettersOf } from '../queries.ts'
import { letterResults } from '../settle-letter.ts'
import { messages } from './messages.ts'

const styles = ['office/newsroom.css']

/** GET /don-niem-phong: the letters the person is named for. */
export async function showLetters(c: OfficeContext): Promise<Response> {
  const { say, db, actor, language } = c.var
  const letters = await lettersOf(db, actor)
  return c.html(
    <Page c={c} title={say(messages.title)} styles={styles}>
      <div class="stack">
        <ScreenHead title={say(messages.title)} />
        <p class="soft">{say(messages.intro)}</p>
        {c.req.query('da') === 'xong' && <Notice kind="ok">{say(messages.settled)}</Notice>}
        {letters.length === 0 ? (
          <Empty title={say(messages.none)} />
        ) : (
          <ul class="work-list">
            {letters.map((letter) => (
              <li class="work-item">
                <p class="work-title">
                  <a href={`/don-niem-phong/${letter.id}`} data-item>
                    {letter.number}
                  </a>
                </p>
                <p class="work-facts">
                  <span>{letter.siteName}</span>
                  <span class="tag">{say(caseStates[letter.state as keyof typeof caseStates])}</span>
                  {letter.dueAt && (
                    <span>{`${say(messages.due)} ${dateOf(new Date(letter.dueAt.getTime() - 1), language)}`}</span>
                  )}
                  <span>{fill(say(messages.looks), { n: letter.looks })}</span>
                  <When at={letter.receivedAt} language={language} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Page>,
  )
}

/** What an act on the screen left: what was opened, or what was wrong. */
export interface LetterState {
  letter?: Letter
  sender?: Sender | 'erased'
  errors?: Record<string, string>
  typed?: Typed
}

/** The letter of an address, for a handler named for it. @throws NotFound for everybody else. */
export async function letterOf(c: OfficeContext): Promise<CaseView> {
  const id = Number(c.req.param('case'))
  const found = Number.isSafeInteger(id) && id > 0 && id <= highestRow ? await caseById(c.var.db, id) : undefined
  if (!found?.sealed || !maySee(c.var.actor, found)) throw new NotFound()
  return found
}

/** GET /don-niem-phong/:case: never a word of it; and the answers of its forms, which show what was opened once. */
export async function showLetter(c: OfficeContext, state: LetterState = {}): Promise<Response> {
  const found = await letterOf(c)
  const { say, language } = c.var
  const title = fill(say(messages.letter), { number: found.number })
  c.header('Cache-Control', 'no-store')
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <a class="button" href="/don-niem-phong">
          {say(messages.back)}
        </a>
        <a class="button" href={`/don-niem-phong/${found.id}/luot-xem`}>
          {say(messages.lookList)}
        </a>
      </ScreenHead>
      {state.errors && <ErrorSummary errors={state.errors} />}
      <div class="desk">
        <div class="stack">
          <WordsPanel c={c} found={found} letter={state.letter} />
          {found.state !== 'closed' && <SettleForm c={c} found={found} state={state} />}
        </div>
        <div class="stack">
          <section class="panel" aria-labelledby="tinh-trang">
            <h2 id="tinh-trang">{say(messages.facts)}</h2>
            <dl class="facts">
              <div>
                <dt>{say(messages.received)}</dt>
                <dd>
                  <When at={found.receivedAt} language={language} exact />
                </dd>
              </div>
              {found.dueAt && (
                <div>
                  <dt>{say(messages.due)}</dt>
                  <dd>{dateOf(new Date(found.dueAt.getTime() - 1), language)}</dd>
                </div>
              )}
              <div>
                <dt>{say(messages.state)}</dt>
                <dd>{say(caseStates[found.state])}</dd>
              </div>
            </dl>
          </section>
          <SenderForm c={c} found={found} state={state} />
        </div>
      </div>
    </Page>,
    state.errors ? 422 : 200,
  )
}

const WordsPanel: FC<{ c: OfficeContext; found: CaseView; letter?: Letter }> = ({ c, found, letter }) => {
  const { say, language } = c.var
  return (
    <section class="panel" aria-labelledby="noi-dung-don">
      <h2 id="noi-dung-don">{say(messages.words)}</h2>
      {letter ? (
        <>
          {letter.words ? (
            <>
              <h3 class="said">{letter.words.title}</h3>
              <p class="said">{letter.words.body}</p>
            </>
          ) : (
            <p class="soft">{say(messages.erased)}</p>
          )}
          {letter.messages.map((one) => (
            <>
              <h3>
                {say(messages.added)} <When at={one.at} language={language} exact />
              </h3>
              <p class="said">{one.body}</p>
            </>
          ))}
        </>
      ) : (
        <form method="post" action={`/don-niem-phong/${found.id}/mo`} class="stack">
          <p class="soft">{say(messages.wordsHint)}</p>
          <div>
            <button type="submit" class="button button-primary">
              {say(messages.open)}
            </button>
          </div>
        </form>
      )}
    </section>
  )
}

const SenderForm: FC<{ c: OfficeContext; found: CaseView; state: LetterState }> = ({ c, found, state }) => {
  const { say } = c.var
  const { sender } = state
  const fields = ['name', 'email', 'phone', 'address', 'identity', 'organisation'] as const
  return (
    <section class="panel" aria-labelledby="nguoi-gui">
      <h2 id="nguoi-gui">{say(messages.sender)}</h2>
      {sender === undefined ? (
        <form method="post" action={`/don-niem-phong/${found.id}/nguoi-gui`} class="stack">
          <p class="soft">{say(messages.senderHint)}</p>
          <Select
            label={say(messages.reason)}
            name="reason"
            required
            error={state.errors?.reason}
            options={[
              { value: '', label: say(messages.chooseReason) },
              ...Object.entries(lookReasons).map(([value, label]) => ({ value, label: say(label) })),
            ]}
          />
          <div>
            <button type="submit" class="button">
              {say(messages.look)}
            </button>
          </div>
        </form>
      ) : sender === 'erased' || fields.every((field) => !sender[field]) ? (
        <p class="soft">{say(sender === 'erased' ? messages.erased : messages.nobody)}</p>
      ) : (
        <dl class="facts">
          {fields.map(
            (field) =>
              sender[field] && (
                <div>
                  <dt>{say(messages[field])}</dt>
                  <dd>{sender[field]}</dd>
                </div>
              ),
          )}
        </dl>
      )}
    </section>
  )
}

const SettleForm: FC<{ c: OfficeContext; found: CaseView; state: LetterState }> = ({ c, found, state }) => {
  const { say } = c.var
  const { errors = {}, typed = {} } = state
  return (
    <section class="panel" aria-labelledby="ket-thuc">
      <h2 id="ket-thuc">{say(messages.settle)}</h2>
      <form method="post" action={`/don-niem-phong/${found.id}/ket-thuc`} class="stack" data-keep>
        <Select
          label={say(messages.result)}
          name="result"
          required
          value={typed.result ?? ''}
          error={errors.result}
          options={[
            { value: '', label: say(messages.chooseResult) },
            ...Object.entries(letterResults).map(([value, label]) => ({ value, label: say(label) })),
          ]}
        />
        <Field
          label={say(messages.told)}
          name="words"
          rows={5}
          required
          hint={say(messages.toldHint)}
          value={typed.words}
          error={errors.words}
        />
        <div>
          <button type="submit" class="button button-primary">
            {say(messages.settle)}
          </button>
        </div>
      </form>
    </section>
  )
}
