import type { FC } from 'hono/jsx'
import { Field, Notice, Select, When } from '../../office/components.tsx'
import type { Typed } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { masked } from '../find-personal-data.ts'
import { messages } from './answer-messages.ts'
import type { FoundEntry, TemplateName } from './answer-queries.ts'
import type { CaseParts } from './case-parts.ts'
import type { CaseFile } from './case-queries.ts'
import { caseKinds } from './kind-names.ts'
import { Finds, letStandOf, PublicPreview } from './public-version.tsx'

/** Beside the draft: templates of the portal, and what a search of published texts found. */
export interface EditorTools {
  templates: readonly TemplateName[]
  found?: readonly FoundEntry[]
  /** Something was put into the text. */
  inserted?: boolean
}

/** Whether answers to a case of the kind may be published. */
export const publishable = (file: Pick<CaseFile, 'kind' | 'sealed'>): boolean =>
  !file.sealed && [...caseKinds.values()].some((kind) => kind.name === file.kind && kind.publishable)

/** What the form shows: what was typed, else the draft, else a beginning made by the machine. */
function valuesOf({ file, answers }: CaseParts, typed: Typed): Typed {
  if (Object.keys(typed).length > 0) return typed
  const draft = answers.find(({ state }) => state === 'draft') ?? answers.find(({ state }) => state === 'returned')
  const isOpen = draft?.state === 'draft'
  return {
    saves: String(isOpen ? draft.saves : 0),
    kind: draft?.kind ?? 'answer',
    ground: draft?.ground ?? '',
    body: draft?.body ?? '',
    answerOn: draft?.answerOn ?? '',
    publish: (draft ? draft.publish : file.publicWanted && publishable(file)) ? 'on' : '',
    publicTitle: draft?.publicTitle || masked(file.title),
    publicQuestion: draft?.publicQuestion || masked(file.body),
    publicAnswer: draft?.publicAnswer ?? '',
  }
}

interface EditorProps {
  parts: CaseParts
  tools: EditorTools
  typed: Typed
  errors: Record<string, string>
}

/**
 * The editor of an answer: plain text, saved when asked. Everything in it is one form, so that a template or a link can be put in without
 * script and nothing typed is lost.
 */
export const AnswerEditor: FC<EditorProps> = ({ parts, tools, typed, errors }) => {
  const { c, file, answers } = parts
  const { say, language } = c.var
  const values = valuesOf(parts, typed)
  const [last] = answers
  const at = (act: string): string => `/ho-so/${file.id}/${act}`
  return (
    <form method="post" action={at('du-thao')} class="stack case-editor" data-keep aria-label={say(messages.editor)}>
      {last?.state === 'returned' && (
        <Notice kind="warn">{fill(say(messages.returned), { reason: last.returnReason })}</Notice>
      )}
      {tools.inserted && <Notice kind="ok">{say(messages.inserted)}</Notice>}
      <input type="hidden" name="saves" value={values.saves} />
      <Select
        label={say(messages.kind)}
        name="kind"
        value={values.kind}
        error={errors.kind}
        options={(['answer', 'refusal', 'progress'] as const).map((value) => ({
          value,
          label: say(messages[`kind_${value}`]),
        }))}
      />
      <Field
        label={say(messages.body)}
        name="body"
        rows={12}
        required
        hint={say(messages.bodyHint)}
        value={values.body}
        error={errors.body}
      />
      <div class="row">
        <button type="submit" class="button">
          {say(messages.save)}
        </button>
        {last?.state === 'draft' && (
          <span class="soft small">
            {say(messages.savedAt)} <When at={last.updatedAt} language={language} />
          </span>
        )}
      </div>
      <Tools parts={parts} tools={tools} typed={values} />
      <details class="case-tools" open={values.kind !== 'answer' || Boolean(errors.ground ?? errors.answerOn)}>
        <summary>{say(messages.otherKinds)}</summary>
        <div class="case-pair">
          <Field
            label={say(messages.ground)}
            name="ground"
            rows={2}
            hint={say(messages.groundHint)}
            value={values.ground}
            error={errors.ground}
          />
          <Field
            label={say(messages.answerOn)}
            name="answerOn"
            type="date"
            hint={say(messages.answerOnHint)}
            value={values.answerOn}
            error={errors.answerOn}
          />
        </div>
      </details>
      {publishable(file) && <PublicVersion parts={parts} values={values} errors={errors} />}
      <div class="row">
        <button type="submit" class="button button-primary" formaction={at('trinh-duyet')}>
          {say(messages.submit)}
        </button>
        <button type="submit" class="button">
          {say(messages.save)}
        </button>
      </div>
    </form>
  )
}

/** Puts a template, or a link to something published, behind what is typed. */
const Tools: FC<{ parts: CaseParts; tools: EditorTools; typed: Typed }> = ({ parts, tools, typed }) => {
  const { c, file } = parts
  const { say } = c.var
  const at = (act: string): string => `/ho-so/${file.id}/${act}`
  return (
    <details class="case-tools" open={tools.found !== undefined}>
      <summary>{say(messages.tools)}</summary>
      <div class="case-pair">
        {tools.templates.length === 0 ? (
          <p>
            {say(messages.noTemplates)}{' '}
            <a href={`/cong/${file.handlingSiteId}/ho-so/mau`}>{say(messages.makeTemplates)}</a>
          </p>
        ) : (
          <div class="stack">
            <Select
              label={say(messages.template)}
              name="template"
              value={typed.template ?? ''}
              options={[
                { value: '', label: say(messages.chooseTemplate) },
                ...tools.templates.map(({ id, title }) => ({ value: id, label: title })),
              ]}
            />
            <div class="row">
              <button type="submit" class="button" formaction={at('chen-mau')} formnovalidate>
                {say(messages.insertTemplate)}
              </button>
            </div>
          </div>
        )}
        <div class="stack">
          <Field label={say(messages.search)} name="search" type="search" value={typed.search ?? ''} />
          <div class="row">
            <button type="submit" class="button" formaction={at('tim-bai')} formnovalidate>
              {say(messages.searchButton)}
            </button>
          </div>
        </div>
      </div>
      {tools.found?.length === 0 && <p role="status">{say(messages.nothingFound)}</p>}
      {tools.found && tools.found.length > 0 && (
        <ul class="case-similar" tabindex={-1} data-focus>
          {tools.found.map((entry) => (
            <li>
              <p>
                <a href={entry.url} target="_blank" rel="noopener">
                  {entry.title}
                </a>{' '}
                <span class="soft">{entry.siteName}</span>
              </p>
              <button
                type="submit"
                class="button"
                name="entry"
                value={`${entry.siteId}:${entry.entryId}`}
                formaction={at('chen-bai')}
                formnovalidate
              >
                {say(messages.insertLink)}
                <span class="visually-hidden">: {entry.title}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

/** What the public would read, side by side with how it looks, and every find of the machine. */
const PublicVersion: FC<{ parts: CaseParts; values: Typed; errors: Record<string, string> }> = ({
  parts,
  values,
  errors,
}) => {
  const { c, file, answers } = parts
  const { say } = c.var
  const words = {
    publicTitle: values.publicTitle ?? '',
    publicQuestion: values.publicQuestion ?? '',
    publicAnswer: values.publicAnswer || masked(values.body ?? ''),
  }
  const typedReasons = letStandOf(values)
  const letStand = typedReasons.length > 0 ? typedReasons : (answers[0]?.letStand ?? [])
  return (
    <details class="case-public-version" open={values.publish === 'on' || Boolean(errors.publish)}>
      <summary>{say(messages.publish)}</summary>
      <div class="stack">
        <Field
          label={say(messages.publish)}
          name="publish"
          type="checkbox"
          value={values.publish}
          error={errors.publish}
          hint={say(file.publicWanted ? messages.publishHint : messages.publishUnwanted)}
        />
        <div class="case-pair">
          <div class="stack">
            <Field
              label={say(messages.publicTitle)}
              name="publicTitle"
              value={values.publicTitle}
              error={errors.publicTitle}
            />
            <Field
              label={say(messages.publicQuestion)}
              name="publicQuestion"
              rows={5}
              value={values.publicQuestion}
              error={errors.publicQuestion}
            />
            <Field
              label={say(messages.publicAnswer)}
              name="publicAnswer"
              rows={8}
              hint={say(messages.publicAnswerHint)}
              value={values.publicAnswer}
              error={errors.publicAnswer}
            />
            <div class="row">
              <button type="submit" class="button" formaction={`/ho-so/${file.id}/ban-cong-khai`} formnovalidate>
                {say(messages.renew)}
              </button>
            </div>
          </div>
          <PublicPreview words={words} say={say} />
        </div>
        <Finds words={words} letStand={letStand} say={say} id="de-nguyen" />
      </div>
    </details>
  )
}
