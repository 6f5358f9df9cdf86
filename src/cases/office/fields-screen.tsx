import type { FC } from 'hono/jsx'
import { ErrorSummary, Field, Notice, ScreenHead, fieldId } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { changeField } from '../change-field.ts'
import { makeField, maySetUpFields } from '../make-field.ts'
import { fieldList, type FieldRow } from './desk-queries.ts'
import { ActForm, attempt, numberOf, styles, typedOf, type Refusal, summaryOf } from './form.tsx'
import { kindOptions } from './kind-names.ts'
import { messages } from './settings-messages.ts'
import { refusedIn } from './settings-parts.ts'

/** GET /linh-vuc: the fields of the network. Also what a refused form of it answers with. */
export async function showFields(c: OfficeContext, refusal?: Refusal): Promise<Response> {
  const { say, db, actor, language } = c.var
  const fields = await fieldList(db, { archived: true })
  return c.html(
    <Page c={c} title={say(messages.fields)} styles={styles}>
      <ScreenHead title={say(messages.fields)}>
        <a class="button" href="/open311">
          {say(messages.open311)}
        </a>
      </ScreenHead>
      {refusal && <ErrorSummary errors={summaryOf(refusal)} />}
      {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      <p class="soft">{say(messages.fieldsLead)}</p>
      <fieldset class="stack" disabled={!maySetUpFields(actor)}>
        <legend class="visually-hidden">{say(messages.fields)}</legend>
        {fields.map((field) => (
          <details class="panel" open={refusal?.form === `linh-vuc-${field.id}`}>
            <summary>
              <strong>{(language === 'en' && field.nameEn) || field.name}</strong>{' '}
              <span class="soft">{field.slug}</span>{' '}
              {field.archivedAt && <span class="tag">{say(messages.archivedTag)}</span>}
            </summary>
            <ActForm action={`/linh-vuc/${field.id}`} submit={say(messages.save)} label={field.name}>
              <FieldFields c={c} refusal={refusal} field={field} />
            </ActForm>
          </details>
        ))}
        <section class="panel" aria-labelledby="linh-vuc-moi">
          <h2 id="linh-vuc-moi">{say(messages.newField)}</h2>
          <ActForm action="/linh-vuc" submit={say(messages.newField)}>
            <FieldFields c={c} refusal={refusal} />
          </ActForm>
        </section>
      </fieldset>
    </Page>,
    refusal ? 422 : 200,
  )
}

const FieldFields: FC<{ c: OfficeContext; refusal?: Refusal; field?: FieldRow }> = ({ c, refusal, field }) => {
  const { say } = c.var
  const form = `linh-vuc-${field?.id ?? 'moi'}`
  const { errors, typed } = refusedIn({ refusal }, form)
  const hasTyped = Object.keys(typed).length > 0
  const kinds = new Set(hasTyped ? (typed.kinds ?? '').split(' ') : (field?.kinds ?? ['question', 'feedback', 'call']))
  return (
    <>
      <div class="case-pair">
        <Field
          id={fieldId(`${form}-name`)}
          label={say(messages.name)}
          name="name"
          required
          value={typed.name ?? field?.name}
          error={errors.name}
        />
        <Field
          id={fieldId(`${form}-nameEn`)}
          label={say(messages.nameEn)}
          name="nameEn"
          value={typed.nameEn ?? field?.nameEn}
        />
        {field ? (
          <Field
            id={fieldId(`${form}-position`)}
            label={say(messages.position)}
            name="position"
            type="number"
            min="0"
            max="999"
            value={typed.position ?? field.position}
          />
        ) : (
          <Field
            id={fieldId(`${form}-slug`)}
            label={say(messages.slug)}
            name="slug"
            required
            hint={say(messages.slugHint)}
            value={typed.slug}
            error={errors.slug}
          />
        )}
      </div>
      <fieldset id={fieldId(`${form}-kinds`)} tabindex={-1}>
        <legend>{say(messages.forKinds)}</legend>
        {errors.kinds && <p class="case-held">{errors.kinds}</p>}
        <div class="case-people">
          {kindOptions(say)
            .filter(({ value }) => value !== 'sealed_letter')
            .map(({ value, label }) => (
              <label>
                <input type="checkbox" name="kinds" value={value} checked={kinds.has(value)} /> {label}
              </label>
            ))}
        </div>
      </fieldset>
      {field && (
        <Field
          id={fieldId(`${form}-archived`)}
          label={say(messages.archived)}
          name="archived"
          type="checkbox"
          value={hasTyped ? typed.archived : String(field.archivedAt !== null)}
        />
      )}
    </>
  )
}

/** POST /linh-vuc */
export async function saveNewField(c: OfficeContext): Promise<Response> {
  const { typed, many } = await typedOf(c)
  const { name = '', nameEn = '', slug = '' } = typed
  const act = { name, nameEn, slug, kinds: many('kinds') }
  const result = await attempt(c, ['name', 'slug', 'kinds'], (tx) => makeField(tx, c.var.actor, act))
  const kept = { ...typed, kinds: act.kinds.join(' ') }
  if ('errors' in result) return showFields(c, { form: 'linh-vuc-moi', errors: result.errors, typed: kept })
  return c.redirect('/linh-vuc?da-luu=1', 303)
}

/** POST /linh-vuc/:field */
export async function saveField(c: OfficeContext): Promise<Response> {
  const { typed, many } = await typedOf(c)
  const fieldId = numberOf(c.req.param('field'))
  if (fieldId === undefined) throw new NotFound()
  const { name = '', nameEn = '' } = typed
  const position = /^\d{1,3}$/.test(typed.position ?? '') ? Number(typed.position) : Number.NaN
  const act = { fieldId, name, nameEn, position, kinds: many('kinds'), archived: typed.archived === 'on' }
  const result = await attempt(c, ['name', 'kinds'], (tx) => changeField(tx, c.var.actor, act))
  const kept = { ...typed, kinds: act.kinds.join(' ') }
  if ('errors' in result) return showFields(c, { form: `linh-vuc-${fieldId}`, errors: result.errors, typed: kept })
  return c.redirect('/linh-vuc?da-luu=1', 303)
}
