import type { FC } from 'hono/jsx'
import { Empty, ErrorSummary, Field, Notice, ScreenHead, Select, fieldId } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { siteById } from '../../sites/queries.ts'
import { fill } from '../../web/message.ts'
import { archiveTemplate } from '../archive-template.ts'
import { saveTemplate } from '../save-template.ts'
import { templatesOf, type TemplateRow } from './answer-queries.ts'
import { fieldList, type FieldRow } from './desk-queries.ts'
import { ActForm, attempt, numberOf, styles, typedOf, type Refusal, summaryOf } from './form.tsx'
import { messages } from './settings-messages.ts'
import { refusedIn } from './settings-parts.ts'

/** GET /cong/:site/ho-so/mau: words that are used in many answers. Also what a refused form of it answers with. */
export async function showTemplates(c: OfficeContext, refusal?: Refusal): Promise<Response> {
  const { say, db, siteId } = c.var
  const [site, templates, fields] = await Promise.all([siteById(db, siteId), templatesOf(db, siteId), fieldList(db)])
  if (!site) throw new NotFound()
  const title = fill(say(messages.templatesTitle), { name: site.shortName })
  const address = `/cong/${siteId}/ho-so/mau`
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <a class="button button-back" href={`/cong/${siteId}/ho-so`}>
          {say(messages.queue)}
        </a>
      </ScreenHead>
      {refusal && <ErrorSummary errors={summaryOf(refusal)} />}
      {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      {templates.length === 0 && (
        <Empty title={say(messages.noTemplates)}>
          <p>{say(messages.noTemplatesWhat)}</p>
        </Empty>
      )}
      <div class="stack">
        {templates.map((template) => (
          <details class="panel" open={refusal?.form === `mau-${template.id}`}>
            <summary>
              <strong>{template.title}</strong> <span class="soft">{template.fieldName ?? say(messages.anyField)}</span>
            </summary>
            <ActForm action={address} submit={say(messages.save)} label={template.title}>
              <input type="hidden" name="template" value={template.id} />
              <TemplateFields c={c} fields={fields} refusal={refusal} template={template} />
            </ActForm>
            <form method="post" action={`${address}/bo`}>
              <button type="submit" class="button button-danger" name="template" value={template.id}>
                {say(messages.archive)}
                <span class="visually-hidden">: {template.title}</span>
              </button>
            </form>
          </details>
        ))}
      </div>
      <section class="panel" aria-labelledby="mau-moi">
        <h2 id="mau-moi">{say(messages.newTemplate)}</h2>
        <ActForm action={address} submit={say(messages.newTemplate)}>
          <TemplateFields c={c} fields={fields} refusal={refusal} />
        </ActForm>
      </section>
    </Page>,
    refusal ? 422 : 200,
  )
}

interface TemplateFieldsProps {
  c: OfficeContext
  fields: readonly FieldRow[]
  refusal?: Refusal
  template?: TemplateRow
}

const TemplateFields: FC<TemplateFieldsProps> = ({ c, fields, refusal, template }) => {
  const { say, language } = c.var
  const form = `mau-${template?.id ?? 'moi'}`
  const { errors, typed } = refusedIn({ refusal }, form)
  return (
    <>
      <div class="case-pair">
        <Field
          id={fieldId(`${form}-title`)}
          label={say(messages.templateTitle)}
          name="title"
          required
          value={typed.title ?? template?.title}
          error={errors.title}
        />
        <Select
          id={fieldId(`${form}-fieldId`)}
          label={say(messages.templateField)}
          name="fieldId"
          value={typed.fieldId ?? String(template?.fieldId ?? '')}
          error={errors.fieldId}
          options={[
            { value: '', label: say(messages.anyField) },
            ...fields.map((field) => ({ value: field.id, label: (language === 'en' && field.nameEn) || field.name })),
          ]}
        />
      </div>
      <Field
        id={fieldId(`${form}-body`)}
        label={say(messages.templateBody)}
        name="body"
        rows={6}
        required
        value={typed.body ?? template?.body}
        error={errors.body}
      />
    </>
  )
}

/** POST /cong/:site/ho-so/mau */
export async function saveTemplateForm(c: OfficeContext): Promise<Response> {
  const { actor, siteId } = c.var
  const { typed } = await typedOf(c)
  const { title = '', body = '' } = typed
  const templateId = numberOf(typed.template)
  const act = { siteId, templateId, title, body, fieldId: numberOf(typed.fieldId) ?? null }
  const fields = ['title', 'body', 'templateBody', 'fieldId']
  const result = await attempt(c, fields, (tx) => saveTemplate(tx, actor, act))
  if ('errors' in result) {
    const { templateBody, ...errors } = result.errors
    const named = templateBody ? { ...errors, body: templateBody } : errors
    return showTemplates(c, { form: `mau-${templateId ?? 'moi'}`, errors: named, typed })
  }
  return c.redirect(`/cong/${siteId}/ho-so/mau?da-luu=1`, 303)
}

/** POST /cong/:site/ho-so/mau/bo */
export async function dropTemplate(c: OfficeContext): Promise<Response> {
  const { actor, siteId, db } = c.var
  const { typed } = await typedOf(c)
  const templateId = numberOf(typed.template)
  const templates = await templatesOf(db, siteId)
  if (templateId === undefined || !templates.some(({ id }) => id === templateId)) throw new NotFound()
  const result = await attempt(c, [], (tx) => archiveTemplate(tx, actor, { templateId }))
  if ('errors' in result) return showTemplates(c, { form: 'bo', errors: result.errors, typed })
  return c.redirect(`/cong/${siteId}/ho-so/mau?da-luu=1`, 303)
}
