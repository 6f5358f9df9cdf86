import type { Child, FC } from 'hono/jsx'
import { ErrorSummary, Trap, trapName } from '../../delivery/components/form-parts.tsx'
import { Page } from '../../delivery/components/page.tsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { fill, type Message } from '../../web/message.ts'
import { fileNameField } from './attachments.tsx'
import { fieldId, type FormState } from './case-form.ts'
import { messages } from './messages.ts'

/** Names of the fields every form carries. `di`: where to go, on the buttons. */
export const carried = { token: 'phieu', stamp: 'luc', proof: 'bang-chung', step: 'buoc', move: 'di' } as const

export const StepHead: FC<{ c: DeliveryContext; step: number; of: number; label: string }> = ({
  c,
  step,
  of,
  label,
}) => (
  <h2 class="form-step" id="buoc">
    {fill(c.var.say(messages.step), { step, of, label })}
  </h2>
)

/** A step of a form as a page: kept nowhere, found by no search engine. */
export async function stepPage(state: FormState, status: 200 | 422 | 429 | 503): Promise<Response> {
  const { c, form, step } = state
  const { say, page } = c.var
  for (const script of ['case-form.js', ...(form.scripts ?? [])]) page.scripts.add(script)
  c.header('Cache-Control', 'no-store')
  const title = say(form.title)
  const drawn = await form.steps[step - 1]!.draw(state)
  return c.html(
    <Page c={c} title={title} canonical={c.var.to(form.kind.formPath)} noindex>
      <div class="wrap words-page">
        <h1>{title}</h1>
        {step === 1 && <p>{say(form.lead)}</p>}
        <StepForm state={state}>{drawn}</StepForm>
      </div>
    </Page>,
    status,
  )
}

const StepForm: FC<{ state: FormState; children?: Child }> = ({ state, children }) => {
  const { c, form, step, typed, errors } = state
  const { say } = c.var
  const last = step === form.steps.length
  const { form: whole, ...fields } = errors
  const forward = last ? 'gui' : String(step + 1)
  return (
    <form
      class="form"
      method="post"
      action={c.var.to(form.kind.formPath)}
      enctype={form.filesAt === step ? 'multipart/form-data' : undefined}
      aria-labelledby="buoc"
      data-proof="/bang-chung"
      novalidate
    >
      <Hidden state={state} />
      {/* Pressed by the Enter key: the first button of a form is, and that must not be one that removes a file. */}
      <button type="submit" class="trap" name={carried.move} value={forward} tabindex={-1} aria-hidden="true">
        {say(last ? messages.send : messages.next)}
      </button>
      <StepHead c={c} step={step} of={form.steps.length} label={say(form.steps[step - 1]!.label)} />
      <ErrorSummary
        c={c}
        form={whole}
        errors={Object.entries(fields).map(([name, message]) => ({ id: fieldId(name), message }))}
      />
      <Trap c={c} id="bo-trong-ho-so" value={typed[trapName]} />
      {children}
      {last && <p class="form-hint">{say(messages.nothingSent)}</p>}
      <p class="form-moves">
        <button type="submit" class="form-send" name={carried.move} value={forward}>
          {say(last ? messages.send : messages.next)}
        </button>
        {step > 1 && (
          <button type="submit" class="form-other" name={carried.move} value={String(step - 1)}>
            {say(messages.back)}
          </button>
        )}
      </p>
    </form>
  )
}

/** Everything typed at other steps, and what the form needs to be one. Stands first: a reader of files must know the token. */
const Hidden: FC<{ state: FormState }> = ({ state: { form, step, typed, files } }) => {
  const elsewhere = form.steps.flatMap(({ fields }, at) => (at === step - 1 ? [] : fields))
  const here = new Set(form.steps[step - 1]!.fields)
  const names = [carried.token, carried.stamp, carried.proof, ...elsewhere.filter((name) => !here.has(name))]
  return (
    <>
      <input type="hidden" name={carried.step} value={String(step)} />
      {names.map((name) => (
        <input type="hidden" name={name} value={typed[name] ?? ''} />
      ))}
      {files.map(({ id, name }) => (
        <input type="hidden" name={fileNameField(id)} value={name} />
      ))}
    </>
  )
}

interface Words {
  status: 404 | 422 | 429
  title: Message
  text: Message
  children?: Child
}

/** A page of words instead of a form. */
export function insteadOfForm(
  c: DeliveryContext,
  { status, title, text, children }: Words,
): Response | Promise<Response> {
  const { say } = c.var
  c.header('Cache-Control', 'no-store')
  return c.html(
    <Page c={c} title={say(title)} noindex>
      <div class="wrap words-page">
        <h1>{say(title)}</h1>
        <p>{say(text)}</p>
        {children}
      </div>
    </Page>,
    status,
  )
}
