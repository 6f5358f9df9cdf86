import type { FC } from 'hono/jsx'
import { ErrorSummary, Field, Notice, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'
import { fill, type Say } from '../../web/message.ts'
import { createUnit } from '../create-unit.ts'
import { today } from '../dates.ts'
import { endUnit } from '../end-unit.ts'
import { mayOnNetwork } from '../policy.ts'
import { renameUnit } from '../rename-unit.ts'
import { isUnitKind, unitKindNames, unitKinds } from '../unit.ts'
import { unitByCode, unitById, type UnitView } from '../unit-queries.ts'
import { ActForm, attempt, numberOf, styles, typedForm, withQuery, type Errors } from './form.tsx'
import { messages } from './messages.ts'
import { registerMessages as words } from './register-messages.ts'
import { timeOfUnit } from './unit-list.tsx'

/** GET /don-vi/moi, and the answer to a refused one. */
export const showNewUnit = (c: OfficeContext, typed: Typed = {}, errors: Errors = {}): Response | Promise<Response> => {
  const { say, actor } = c.var
  return c.html(
    <Page c={c} title={say(words.newUnit)} styles={styles}>
      <ScreenHead title={say(words.newUnit)} />
      <ErrorSummary errors={errors} />
      <div class="panel">
        <ActForm action="/don-vi/moi" may={mayOnNetwork(actor, 'changeUnits')} say={say} submit={say(words.newUnit)}>
          <div class="sites-pair">
            <Field label={say(words.unitName)} name="name" value={typed.name} error={errors.name} required />
            <Field label={say(words.code)} name="code" value={typed.code} error={errors.code} required />
          </div>
          <Field label={say(words.nameEn)} name="nameEn" value={typed.nameEn} />
          <div class="sites-pair">
            <Select
              label={say(words.kind)}
              name="kind"
              value={typed.kind ?? 'department'}
              error={errors.kind}
              options={unitKinds.map((value) => ({ value, label: say(unitKindNames[value]) }))}
            />
            <Field
              label={say(words.aboveCode)}
              hint={say(words.aboveHint)}
              name="parentId"
              value={typed.parentId}
              error={errors.parentId}
            />
          </div>
          <Field
            label={say(words.validFrom)}
            name="validFrom"
            type="date"
            value={typed.validFrom ?? today()}
            error={errors.validFrom}
            required
          />
        </ActForm>
      </div>
    </Page>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** POST /don-vi/moi. The unit above is typed as its code. */
export async function saveNewUnit(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c)
  const { name = '', code = '', kind = '', nameEn, validFrom = '' } = typed
  const above = typed.parentId ? await unitByCode(c.var.db, typed.parentId, today()) : undefined
  if (typed.parentId && !above) return showNewUnit(c, typed, { parentId: c.var.say(words.aboveUnknown) })
  const result = await attempt(c, ['name', 'code', 'kind', 'parentId', 'validFrom'], (tx) =>
    createUnit(tx, c.var.actor, { name, code, kind, nameEn: nameEn || null, parentId: above?.id ?? null, validFrom }),
  )
  if ('errors' in result) return showNewUnit(c, typed, result.errors)
  return c.redirect(`/don-vi/${result.done.unitId}?da-luu=1`, 303)
}

interface UnitRefusal {
  errors: Errors
  typed: Typed
}

/** GET /don-vi/:unit, and the answer to a refused form of it. */
export async function showUnit(c: OfficeContext, refusal?: UnitRefusal): Promise<Response> {
  const { say, db, actor } = c.var
  const unit = await unitById(db, unitIdOf(c))
  if (!unit) throw new NotFound()
  const mine = mayOnNetwork(actor, 'changeUnits')
  return c.html(
    <Page c={c} title={unit.name} styles={styles}>
      <ScreenHead title={unit.name}>
        <a class="button" href="/don-vi">
          {say(words.units)}
        </a>
      </ScreenHead>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      {!mine && <Notice kind="warn">{say(messages.readOnly)}</Notice>}
      <UnitFacts unit={unit} mine={mine} say={say} />
      {mine && <UnitActs unit={unit} refusal={refusal} say={say} />}
    </Page>,
    refusal ? 422 : 200,
  )
}

const UnitFacts: FC<{ unit: UnitView; mine: boolean; say: Say }> = ({ unit, mine, say }) => (
  <section class="panel">
    <dl class="sites-facts">
      <div>
        <dt>{say(words.code)}</dt>
        <dd>{unit.code}</dd>
      </div>
      <div>
        <dt>{say(words.kind)}</dt>
        <dd>{isUnitKind(unit.kind) ? say(unitKindNames[unit.kind]) : unit.kind}</dd>
      </div>
      {unit.nameEn && (
        <div>
          <dt>{say(words.nameEn)}</dt>
          <dd lang="en">{unit.nameEn}</dd>
        </div>
      )}
      {unit.parent && (
        <div>
          <dt>{say(words.above)}</dt>
          <dd>
            <a href={`/don-vi/${unit.parent.id}`}>{unit.parent.name}</a>
          </dd>
        </div>
      )}
      <div>
        <dt>{say(words.valid)}</dt>
        <dd>{timeOfUnit(unit, say)}</dd>
      </div>
    </dl>
    {unit.below > 0 && (
      <p>
        <a href={withQuery('/don-vi', { tinh: unit.code })}>{fill(say(words.below), { count: unit.below })}</a>
      </p>
    )}
    {unit.names.length > 1 && (
      <>
        <h2>{say(words.names)}</h2>
        <ul>
          {unit.names.map((row) => (
            <li>
              {row.id === unit.id ? row.name : <a href={`/don-vi/${row.id}`}>{row.name}</a>} ({timeOfUnit(row, say)})
            </li>
          ))}
        </ul>
      </>
    )}
    <h2>{say(words.sitesOfUnit)}</h2>
    {unit.sites.length > 0 ? (
      <ul>
        {unit.sites.map((site) => (
          <li>
            <a href={`/cong/${site.id}`}>{site.name}</a>
            {site.closedAt && ` – ${say(messages.closed)}`}
          </li>
        ))}
      </ul>
    ) : (
      <p>
        {say(words.noSiteYet)}{' '}
        {mine && !unit.validTo && (
          <a href={withQuery('/cong/moi', { 'don-vi': String(unit.id) })}>{say(words.openSite)}</a>
        )}
      </p>
    )}
  </section>
)

const UnitActs: FC<{ unit: UnitView; refusal: UnitRefusal | undefined; say: Say }> = ({ unit, refusal, say }) => {
  const { errors = {}, typed = {} } = refusal ?? {}
  return (
    <>
      <section class="panel">
        <h2>{say(words.rename)}</h2>
        <ActForm
          action={`/don-vi/${unit.id}/ten`}
          may
          say={say}
          submit={say(words.rename)}
          kind=""
          label={say(words.rename)}
        >
          <div class="sites-pair">
            <Field label={say(words.newName)} name="name" value={typed.name} error={errors.name} required />
            <Field
              label={say(words.renameFrom)}
              name="from"
              type="date"
              value={typed.from ?? today()}
              error={errors.from}
              required
            />
          </div>
        </ActForm>
      </section>
      {!unit.validTo && (
        <section class="panel">
          <h2>{say(words.end)}</h2>
          <p>{say(words.endHint)}</p>
          <ActForm
            action={`/don-vi/${unit.id}/ket-thuc`}
            may
            say={say}
            submit={say(words.end)}
            kind="button-danger"
            label={say(words.end)}
          >
            <Field
              label={say(words.validTo)}
              name="validTo"
              type="date"
              value={typed.validTo}
              error={errors.validTo}
              required
            />
          </ActForm>
        </section>
      )}
    </>
  )
}

/** POST /don-vi/:unit/ten. */
export async function saveUnitName(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c)
  const result = await attempt(c, ['name', 'from'], (tx) =>
    renameUnit(tx, c.var.actor, { unitId: unitIdOf(c), name: typed.name ?? '', from: typed.from ?? '' }),
  )
  if ('errors' in result) return showUnit(c, { errors: result.errors, typed })
  return c.redirect(`/don-vi/${result.done.unitId}?da-luu=1`, 303)
}

/** POST /don-vi/:unit/ket-thuc. */
export async function saveUnitEnd(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c)
  const result = await attempt(c, ['validTo'], (tx) =>
    endUnit(tx, c.var.actor, { unitId: unitIdOf(c), validTo: typed.validTo ?? '' }),
  )
  if ('errors' in result) return showUnit(c, { errors: result.errors, typed })
  return c.redirect(`/don-vi/${unitIdOf(c)}?da-luu=1`, 303)
}

function unitIdOf(c: OfficeContext): number {
  const id = numberOf(c.req.param('unit'))
  if (id === undefined) throw new NotFound()
  return id
}
