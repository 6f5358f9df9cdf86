import type { FC } from 'hono/jsx'
import { numberOf, styles, type Refusal } from '../../cases/office/form.tsx'
import { ErrorSummary, Field, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'
import { fill, type Say } from '../../web/message.ts'
import { mostAreas } from '../blur-picture.ts'
import { moments } from '../feedback.ts'
import { messages } from '../messages.ts'
import { moderationOf } from '../queries.ts'
import { addressOf, feedbackOf } from './feedback-of.ts'

/** Names of the four fields of an area, and the sides they give. */
export const areaFields = ['trai', 'tren', 'rong', 'cao'] as const
export const areaField = (n: number, side: (typeof areaFields)[number]): string => `vung-${n}-${side}`

/**
 * GET /ho-so/:case/phan-anh/anh: a picture of the sender (?tep=) or one that is brought now, with the areas to be made unreadable. They are
 * typed in percent; a script draws them on the picture and writes the same fields. Also what a refused picture answers with.
 */
export async function showPhoto(c: OfficeContext, refusal?: Refusal): Promise<Response> {
  const { db, say } = c.var
  const report = await feedbackOf(c)
  const asked = refusal?.typed.tep ?? c.req.query('tep')
  const attachmentId = asked ? numberOf(asked) : undefined
  const { pictures } = await moderationOf(db, report.id)
  if (asked && (attachmentId === undefined || !pictures.includes(attachmentId))) throw new NotFound()
  const title = fill(say(messages.pictureTitle), { number: report.number })
  const { errors = {}, typed = {} } = refusal ?? {}
  const address = addressOf(report)
  return c.html(
    <Page c={c} title={title} styles={[...styles, 'office/feedback.css']} scripts={['office/blur.js']}>
      <ScreenHead title={title}>
        <a class="button button-back" href={address}>
          {say(messages.pictureBack)}
        </a>
      </ScreenHead>
      <ErrorSummary errors={errors} />
      <form method="post" action={`${address}/anh`} enctype="multipart/form-data" class="stack" data-blur>
        {attachmentId === undefined ? (
          <FileField say={say} error={errors.picture} />
        ) : (
          <input type="hidden" name="tep" value={String(attachmentId)} />
        )}
        <div class="blur-stage" data-blur-stage data-area={say(messages.area)}>
          {attachmentId !== undefined && (
            <img src={`/ho-so/${report.id}/tep/${attachmentId}`} alt={say(messages.picture)} data-blur-picture />
          )}
        </div>
        <Areas say={say} typed={typed} error={errors.areas} />
        <Select
          label={say(messages.moment)}
          name="moment"
          value={typed.moment ?? (attachmentId === undefined ? 'after' : 'before')}
          error={errors.moment}
          options={Object.entries(moments).map(([value, label]) => ({ value, label: say(label) }))}
        />
        <Field
          label={say(messages.alt)}
          hint={say(messages.altHint)}
          name="alt"
          value={typed.alt}
          error={errors.alt}
          required
        />
        <Field
          label={say(messages.checked)}
          hint={say(messages.checkedHint)}
          name="checked"
          type="checkbox"
          value={typed.checked}
          error={errors.checked}
        />
        <div class="row">
          <button type="submit" class="button button-primary">
            {say(messages.addPhoto)}
          </button>
        </div>
      </form>
    </Page>,
    refusal ? 422 : 200,
  )
}

const FileField: FC<{ say: Say; error?: string }> = ({ say, error }) => (
  <div class="field">
    <label for="o-picture">{say(messages.picture)}</label>
    <p class="hint" id="o-picture-hint">
      {say(messages.pictureHint)}
    </p>
    <input
      type="file"
      id="o-picture"
      name="picture"
      accept="image/jpeg,image/png,image/webp"
      aria-describedby={error ? 'o-picture-hint o-picture-error' : 'o-picture-hint'}
      aria-invalid={error ? 'true' : undefined}
      data-blur-file
    />
    {error && (
      <p class="error" id="o-picture-error">
        {error}
      </p>
    )}
  </div>
)

const Areas: FC<{ say: Say; typed: Typed; error?: string }> = ({ say, typed, error }) => (
  <fieldset class="blur-areas" aria-describedby={error ? 'o-areas-hint o-areas-error' : 'o-areas-hint'} id="o-areas">
    <legend>{say(messages.areas)}</legend>
    <p class="hint" id="o-areas-hint">
      {say(messages.areasHint)}
    </p>
    {error && (
      <p class="error" id="o-areas-error">
        {error}
      </p>
    )}
    <button type="button" class="button" data-blur-add hidden>
      {say(messages.addArea)}
    </button>
    {Array.from({ length: mostAreas }, (_, at) => at + 1).map((n) => (
      <div class="blur-row" role="group" aria-label={fill(say(messages.area), { n })} data-blur-row>
        <span aria-hidden="true">{n}</span>
        {areaFields.map((side, i) => (
          <label>
            <span>{say([messages.left, messages.top, messages.width, messages.height][i]!)}</span>
            <input
              type="text"
              inputmode="decimal"
              name={areaField(n, side)}
              value={typed[areaField(n, side)] ?? ''}
              size={5}
              autocomplete="off"
            />
          </label>
        ))}
      </div>
    ))}
  </fieldset>
)
