import type { FC } from 'hono/jsx'
import { openStates } from '../../cases/case.ts'
import { ActForm, caseIdOf, styles, type Refusal } from '../../cases/office/form.tsx'
import { caseFile, type CaseFile } from '../../cases/office/case-queries.ts'
import { kindName } from '../../cases/office/kind-names.ts'
import { Empty, ErrorSummary, Field, Notice, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { dateOf } from '../../web/dates.ts'
import { fill, type Message, type Say } from '../../web/message.ts'
import { dataRights, erasingRights, readDetails, type DataDetails } from '../data-request.ts'
import { keptOfSenders, waitsForAcknowledgement, type KeptOfSender } from '../queries.ts'
import { messages } from './messages.ts'

interface DataScreen {
  c: OfficeContext
  file: CaseFile
  details: DataDetails
  kept: readonly KeptOfSender[]
  waits: boolean
  refusal?: Refusal
}

const done: Record<string, Message> = { 'xac-nhan': messages.doneAcknowledge, xoa: messages.doneErase }

/** GET /ho-so/:case/du-lieu: what a request of a data subject needs besides what every case needs; and the answer to a refused form. */
export async function showData(c: OfficeContext, refusal?: Refusal): Promise<Response> {
  const { db, actor, say } = c.var
  const file = await caseFile(db, actor, caseIdOf(c))
  if (file.kind !== 'data_request') return c.redirect(`/ho-so/${file.id}`, 303)
  const details = readDetails(file.details)
  const [kept, waits] = await Promise.all([
    keptOfSenders(db, file.handlingSiteId, [...details.proved, ...details.named]),
    waitsForAcknowledgement(db, file.id),
  ])
  const screen: DataScreen = { c, file, details, kept, waits, refusal }
  const title = fill(say(messages.screen), { number: file.number })
  const told = c.req.query('da') ?? ''
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <a class="button button-back" href={`/ho-so/${file.id}`}>
          {say(messages.backToCase)}
        </a>
      </ScreenHead>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {!refusal && Object.hasOwn(done, told) && <Notice kind="ok">{say(done[told] as Message)}.</Notice>}
      <div class="desk">
        <div class="stack">
          <Asked {...screen} />
          <Kept {...screen} />
        </div>
        <div class="stack">
          <Acknowledge {...screen} />
          <Erase {...screen} />
        </div>
      </div>
    </Page>,
    refusal ? 422 : 200,
  )
}

const Asked: FC<DataScreen> = ({ c, file, details }) => {
  const { say } = c.var
  return (
    <section class="panel" aria-labelledby="yeu-cau">
      <h2 id="yeu-cau">{say(messages.asked)}</h2>
      <p>
        <span class="tag">{say(dataRights[details.right].label)}</span>
      </p>
      <p class="said">{file.body}</p>
    </section>
  )
}

const Acknowledge: FC<DataScreen> = ({ c, file, waits }) => {
  const { say } = c.var
  const isOpen = (openStates as readonly string[]).includes(file.state)
  return (
    <section class="panel" aria-labelledby="xac-nhan">
      <h2 id="xac-nhan">{say(messages.acknowledge)}</h2>
      {waits && isOpen ? (
        <>
          <p class="soft small">{say(messages.acknowledgeHint)}</p>
          <ActForm action={`/ho-so/${file.id}/du-lieu/xac-nhan`} submit={say(messages.acknowledge)} />
        </>
      ) : (
        <p class="soft">{say(messages.acknowledged)}</p>
      )}
    </section>
  )
}

const Kept: FC<DataScreen> = ({ c, details, kept }) => {
  const { say } = c.var
  const found = new Set(kept.map(({ number }) => number))
  const elsewhere = [...details.proved, ...details.named].filter((number) => !found.has(number))
  return (
    <section class="panel" aria-labelledby="dang-giu">
      <h2 id="dang-giu">{say(messages.kept)}</h2>
      <p class="soft small">{say(messages.keptHint)}</p>
      {kept.length + elsewhere.length === 0 && (
        <Empty title={say(messages.none)}>
          <p>{say(messages.noneHint)}</p>
        </Empty>
      )}
      {kept.length > 0 && (
        <table class="table">
          <thead>
            <tr>
              {[messages.case, messages.whose, messages.what].map((head) => (
                <th scope="col">{say(head)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kept.map((one) => (
              <tr>
                <td>
                  {one.number}
                  <p class="soft small">{kindName(one.kind, say)}</p>
                </td>
                <td>{say(details.proved.includes(one.number) ? messages.proved : messages.named)}</td>
                <td>{keptWords(one, say)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {elsewhere.length > 0 && <p>{fill(say(messages.elsewhere), { numbers: elsewhere.join(', ') })}</p>}
    </section>
  )
}

function keptWords(one: KeptOfSender, say: Say): string {
  const count = (n: number, message: Message): string => (n > 0 ? fill(say(message), { n }) : '')
  const things = [
    one.sender && say(messages.sender),
    one.words && say(messages.words),
    count(one.attachments, messages.attachments),
    count(one.messages, messages.messages),
    count(one.consents, messages.consents),
    count(one.looks, messages.looks),
    one.published && say(messages.published),
  ].filter(Boolean)
  if (one.erasedAt) return fill(say(messages.erased), { day: dateOf(one.erasedAt) })
  return things.length > 0 ? things.join('; ') : say(messages.nothing)
}

const Erase: FC<DataScreen> = ({ c, file, details, kept, refusal }) => {
  const { say } = c.var
  const { errors, typed } =
    refusal?.form === 'xoa' ? refusal : { errors: {} as Record<string, string>, typed: {} as Refusal['typed'] }
  const left = kept.filter(({ erasedAt }) => !erasedAt)
  return (
    <section class="panel" aria-labelledby="xoa">
      <h2 id="xoa">{say(messages.erase)}</h2>
      {!erasingRights.includes(details.right) || left.length === 0 ? (
        <p class="soft">{say(messages.eraseNotAsked)}</p>
      ) : (
        <>
          <p class="soft small">{say(messages.eraseHint)}</p>
          <ActForm
            action={`/ho-so/${file.id}/du-lieu/xoa`}
            submit={say(messages.erase)}
            kind="button-danger"
            ask={say(messages.eraseSure)}
          >
            <Select
              label={say(messages.number)}
              name="number"
              required
              value={typed.number ?? ''}
              error={errors.number}
              options={[
                { value: '', label: say(messages.choose) },
                ...left.map(({ number }) => ({ value: number, label: number })),
              ]}
            />
            <Field
              label={say(messages.reason)}
              name="reason"
              rows={3}
              hint={say(messages.reasonHint)}
              value={typed.reason}
              error={errors.reason}
            />
          </ActForm>
        </>
      )}
    </section>
  )
}
