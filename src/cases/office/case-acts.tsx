import type { FC } from 'hono/jsx'
import { fill } from '../../web/message.ts'
import { AnswerEditor, publishable } from './answer-editor.tsx'
import { ApprovePanel, PublishPanel } from './approve-panel.tsx'
import { messages } from './case-messages.ts'
import { messages as steps } from './step-messages.ts'
import { refusedOf, type CaseParts } from './case-parts.ts'
import { stepForms, type StepForm } from './step-forms.tsx'

/** Forms of the editor: what any of them was refused for stands in it. */
export const editorForms: readonly string[] = ['du-thao', 'trinh-duyet']

/** What the person may do now: the likely act first, the others folded. */
export const CaseActs: FC<CaseParts> = (parts) => {
  const { c, file, answers, may, choices } = parts
  const { say } = c.var
  const submitted = answers.find(({ state }) => state === 'submitted')
  const approved = answers.find(({ state }) => state === 'approved')
  const approves =
    submitted !== undefined && (may('approve') || may('inform')) && !submitted.writers.includes(c.var.actor.id)
  const answersIt = may('submit')
  const publishes =
    may('publish') &&
    approved?.kind === 'answer' &&
    approved.publish &&
    file.publishedEntryId === null &&
    publishable(file)
  const forms = stepForms.filter((form) => may(form.step) && (form.when?.(parts, choices) ?? true))
  const large = approves || answersIt || publishes
  const [first] = forms
  // Whoever may assign anew what somebody deals with already is seldom here for that.
  const likely = large || (first?.step === 'assign' && file.officerId !== null) ? undefined : first
  const rest = forms.filter((form) => form !== likely)
  const refused = parts.refusal && editorForms.includes(parts.refusal.form) ? parts.refusal : undefined
  return (
    <section class="panel step-panel case-do" id="viec-can-lam" aria-labelledby="viec-can-lam-ten" tabindex={-1}>
      <h2 id="viec-can-lam-ten">{say(messages.toDo)}</h2>
      {!large && !likely && <p class="soft">{waitsFor(parts)}</p>}
      {approves && <ApprovePanel parts={parts} answer={submitted} />}
      {publishes && <PublishPanel parts={parts} answer={approved} />}
      {answersIt && (
        <AnswerEditor
          parts={parts}
          tools={parts.tools}
          typed={refused?.typed ?? parts.typed ?? {}}
          errors={refused?.errors ?? {}}
        />
      )}
      {likely && <OneStep parts={parts} form={likely} open />}
      {rest.length > 0 && (
        <div class="step-others">
          <h3>{say(messages.otherActs)}</h3>
          {rest.map((form) => (
            <OneStep parts={parts} form={form} open={parts.refusal?.form === form.slug} />
          ))}
        </div>
      )}
    </section>
  )
}

/** A step: its button alone where nothing is asked, else folded until it is wanted. */
const OneStep: FC<{ parts: CaseParts; form: StepForm; open: boolean }> = ({ parts, form, open }) => {
  const { c, file } = parts
  const { say } = c.var
  const Fields = form.fields
  const label = say(form.step === 'assign' && file.state === 'assigned' ? steps.reassign : form.label)
  const body = (
    <form method="post" action={`/ho-so/${file.id}/${form.slug}`} class="step-form" aria-label={label}>
      {Fields && <Fields {...parts} choices={parts.choices} slug={form.slug} />}
      <button type="submit" class={`button ${form.kind ?? (open ? 'button-primary' : '')}`.trim()}>
        {label}
      </button>
    </form>
  )
  if (!Fields || (open && Object.keys(refusedOf(parts, form.slug).errors).length === 0)) return body
  return (
    <details class="step" open={open}>
      <summary class={`button ${form.kind ?? ''}`.trim()}>{label}</summary>
      {body}
    </details>
  )
}

/** Whom a case waits for, for those it does not wait for. */
function waitsFor({ c, file }: CaseParts): string {
  const { say } = c.var
  const name = file.officerName ?? file.divisionName ?? ''
  if (file.state === 'received') return say(messages.waitsFor_received)
  if (file.state === 'assigned') return fill(say(messages.waitsFor_assigned), { name })
  if (file.state === 'clarifying') return say(messages.waitsFor_clarifying)
  return say(file.state === 'submitted' ? messages.waitsFor_submitted : messages.nothingToDo)
}
