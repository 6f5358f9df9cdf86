import type { FC } from 'hono/jsx'
import { ActForm, caseIdOf, styles, type Refusal } from '../../cases/office/form.tsx'
import { caseFile, type CaseFile } from '../../cases/office/case-queries.ts'
import { ErrorSummary, Field, Notice, ScreenHead, Select, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { dateOf, dateTimeOf } from '../../web/dates.ts'
import { fill, type Message } from '../../web/message.ts'
import { refusalGrounds } from '../grounds.ts'
import { complexities, deliveryRules, means, requestForms, wantedForms } from '../information-request.ts'
import { requestFacts, type Delivered, type RequestFacts } from '../queries.ts'
import { messages } from './messages.ts'

interface RequestScreen {
  c: OfficeContext
  file: CaseFile
  facts: RequestFacts
  refusal?: Refusal
}

const done: Record<string, Message> = {
  'phan-loai': messages.doneClassify,
  'tu-choi': messages.doneRefuse,
  giao: messages.doneDeliver,
}

/** GET /ho-so/:case/thong-tin: what an information request needs besides what every case needs; and the answer to a refused form of it. */
export async function showRequest(c: OfficeContext, refusal?: Refusal): Promise<Response> {
  const { db, actor, say } = c.var
  const file = await caseFile(db, actor, caseIdOf(c))
  if (file.kind !== 'information_request') return c.redirect(`/ho-so/${file.id}`, 303)
  const facts = await requestFacts(db, file.id)
  const screen: RequestScreen = { c, file, facts, refusal }
  const title = fill(say(messages.screen), { number: file.number })
  const told = c.req.query('da') ?? ''
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <a class="button" href={`/cong/${file.handlingSiteId}/so-cung-cap-thong-tin`}>
          {say(messages.toRegister)}
        </a>
        <a class="button button-back" href={`/ho-so/${file.id}`}>
          {say(messages.backToCase)}
        </a>
      </ScreenHead>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {!refusal && Object.hasOwn(done, told) && <Notice kind="ok">{say(done[told] as Message)}.</Notice>}
      <div class="desk">
        <div class="stack">
          <Asked {...screen} />
          <DeliverForm {...screen} />
          <Deliveries {...screen} />
        </div>
        <div class="stack">
          <ClassifyForm {...screen} />
          <RefuseForm {...screen} />
        </div>
      </div>
    </Page>,
    refusal ? 422 : 200,
  )
}

const refusedOf = ({ refusal }: RequestScreen, form: string): Pick<Refusal, 'errors' | 'typed'> =>
  refusal?.form === form ? refusal : { errors: {}, typed: {} }

const named = (all: Record<string, Message>, value: unknown): Message | undefined =>
  typeof value === 'string' && Object.hasOwn(all, value) ? all[value] : undefined

const Asked: FC<RequestScreen> = ({ c, file }) => {
  const { say } = c.var
  const rows = [
    [messages.form, named(requestForms, file.details.form)],
    [messages.wanted, named(wantedForms, file.details.wanted)],
  ] as const
  return (
    <section class="panel" aria-labelledby="yeu-cau">
      <h2 id="yeu-cau">{say(messages.asked)}</h2>
      <p class="said">{file.body}</p>
      <dl class="case-facts">
        {rows.map(
          ([label, value]) =>
            value && (
              <div>
                <dt>{say(label)}</dt>
                <dd>{say(value)}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}

const ClassifyForm: FC<RequestScreen> = (screen) => {
  const { c, file, facts } = screen
  const { say } = c.var
  const { errors, typed } = refusedOf(screen, 'phan-loai')
  return (
    <section class="panel" aria-labelledby="phan-loai">
      <h2 id="phan-loai">{say(messages.classify)}</h2>
      <p class="soft small">{say(messages.classifyHint)}</p>
      <ActForm action={`/ho-so/${file.id}/thong-tin/phan-loai`} submit={say(messages.save)}>
        <Select
          label={say(messages.complexity)}
          name="complexity"
          required
          value={typed.complexity ?? facts.complexity ?? ''}
          error={errors.complexity}
          options={[
            { value: '', label: say(messages.choose) },
            ...Object.entries(complexities).map(([value, label]) => ({ value, label: say(label) })),
          ]}
        />
        <Field
          label={say(messages.subject)}
          name="subject"
          required
          hint={say(messages.subjectHint)}
          value={typed.subject ?? facts.subject}
          error={errors.subject}
        />
      </ActForm>
    </section>
  )
}

const RefuseForm: FC<RequestScreen> = (screen) => {
  const { c, file, facts } = screen
  const { say } = c.var
  const { errors, typed } = refusedOf(screen, 'tu-choi')
  return (
    <section class="panel" aria-labelledby="tu-choi">
      <h2 id="tu-choi">{say(messages.refuse)}</h2>
      {facts.hasDraft || file.state !== 'assigned' ? (
        <p class="soft">{say(facts.hasDraft ? messages.hasDraft : messages.notAssigned)}</p>
      ) : (
        <>
          <p class="soft small">{say(messages.refuseHint)}</p>
          <ActForm action={`/ho-so/${file.id}/thong-tin/tu-choi`} submit={say(messages.draftRefusal)} kind="">
            <Select
              label={say(messages.ground)}
              name="ground"
              required
              value={typed.ground ?? ''}
              error={errors.ground}
              options={[
                { value: '', label: say(messages.choose) },
                ...refusalGrounds.map(({ id, label }) => ({ value: id, label: `${id}) ${say(label)}` })),
              ]}
            />
            <Field
              label={say(messages.words)}
              name="words"
              rows={4}
              required
              value={typed.words}
              error={errors.words}
            />
          </ActForm>
        </>
      )}
    </section>
  )
}

const DeliverForm: FC<RequestScreen> = (screen) => {
  const { c, file, facts } = screen
  const { say } = c.var
  const { errors, typed } = refusedOf(screen, 'giao')
  const ready = ['answered', 'closed'].includes(file.state) && facts.answerKind === 'answer'
  return (
    <section class="panel" aria-labelledby="cung-cap">
      <h2 id="cung-cap">{say(messages.deliver)}</h2>
      {ready ? (
        <form
          method="post"
          action={`/ho-so/${file.id}/thong-tin/giao`}
          enctype="multipart/form-data"
          class="stack"
          aria-labelledby="cung-cap"
        >
          <p class="soft small">{fill(say(messages.deliverHint), { days: deliveryRules.days })}</p>
          <Select
            label={say(messages.means)}
            name="means"
            required
            value={typed.means ?? (facts.hasEmail ? 'code' : 'counter')}
            error={errors.means}
            options={Object.entries(means).map(([value, label]) => ({ value, label: say(label) }))}
          />
          <div class="field">
            <label for="o-file">{fill(say(messages.file), { megabytes: deliveryRules.bytes / 1024 / 1024 })}</label>
            <input
              type="file"
              id="o-file"
              name="file"
              aria-describedby={errors.file ? 'o-file-error' : undefined}
              aria-invalid={errors.file ? 'true' : undefined}
            />
            {errors.file && (
              <p class="error" id="o-file-error">
                {errors.file}
              </p>
            )}
          </div>
          <Field label={say(messages.note)} name="note" rows={2} value={typed.note} error={errors.note} />
          <div class="row">
            <button type="submit" class="button button-primary">
              {say(messages.deliver)}
            </button>
          </div>
        </form>
      ) : (
        <p class="soft">{say(facts.answerKind === 'refusal' ? messages.refusedAlready : messages.notAnswered)}</p>
      )}
    </section>
  )
}

const Deliveries: FC<RequestScreen> = ({ c, facts }) => {
  const { say, language } = c.var
  return (
    <section class="panel" aria-labelledby="da-cung-cap">
      <h2 id="da-cung-cap">{say(messages.deliveries)}</h2>
      {facts.deliveries.length === 0 ? (
        <p class="soft">{say(messages.noDelivery)}</p>
      ) : (
        <ul class="plain stack">
          {facts.deliveries.map((delivered) => (
            <li>
              <strong>{say(means[delivered.means])}</strong> <When at={delivered.madeAt} language={language} exact />
              {delivered.means === 'code' && <p>{takingOf(delivered, c)}</p>}
              {delivered.note && <p class="said soft small">{delivered.note}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function takingOf({ takenAt, expiresAt }: Delivered, c: OfficeContext): string {
  const { say, language } = c.var
  if (takenAt) return fill(say(messages.fetched), { at: dateTimeOf(takenAt, language) })
  if (!expiresAt || expiresAt <= new Date()) return say(messages.over)
  return fill(say(messages.waiting), { at: dateOf(new Date(expiresAt.getTime() - 1), language) })
}
