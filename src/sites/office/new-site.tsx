import type { FC } from 'hono/jsx'
import { Empty, ErrorSummary, Field, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import type { Typed } from '../../web/form.ts'
import { cleanLine, slugOf } from '../../web/vietnamese.ts'
import { createSite } from '../create-site.ts'
import { today } from '../dates.ts'
import { mayOnNetwork } from '../policy.ts'
import { sitesOfActor, type SiteSummary } from '../queries.ts'
import { templateLabels, templateNames } from '../templates.ts'
import { themeNames, themes } from '../themes.ts'
import { unitById, unitList, type UnitRow, type UnitView } from '../unit-queries.ts'
import { attempt, numberOf, styles, typedForm, withQuery, ActForm, type Errors } from './form.tsx'
import { descriptionFields, descriptionOf, IdentityFields } from './identity-fields.tsx'
import { messages } from './messages.ts'

/** GET /cong/moi: first the unit, then everything else, filled in as far as the unit tells. */
export async function showNewSite(c: OfficeContext): Promise<Response> {
  const unitId = numberOf(c.req.query('don-vi'))
  const unit = unitId === undefined ? undefined : await unitById(c.var.db, unitId)
  if (!unit) return chooseUnit(c)
  return drawForm(c, unit, beginningOf(unit), {})
}

/** POST /cong/moi. */
export async function openSite(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c)
  const unitId = numberOf(typed.unitId)
  const unit = unitId === undefined ? undefined : await unitById(c.var.db, unitId)
  if (!unit) return c.redirect('/cong/moi', 303)
  const result = await attempt(c, [...descriptionFields, 'key', 'host', 'template', 'theme', 'parentId'], (tx) =>
    createSite(
      tx,
      c.var.actor,
      {
        ...descriptionOf(typed),
        key: typed.key ?? '',
        unitId: unit.id,
        parentId: numberOf(typed.parentId) ?? null,
        template: typed.template ?? '',
        theme: typed.theme ?? '',
        hosts: [typed.host ?? ''],
        chain: typed.chain === 'short' ? 'short' : 'full',
      },
      c.var.kinds,
    ),
  )
  if ('errors' in result) return drawForm(c, unit, typed, result.errors)
  return c.redirect(`/cong/${result.done.siteId}?da-luu=moi`, 303)
}

/** What the unit suggests. Everything can be changed. */
function beginningOf(unit: UnitView): Typed {
  const template =
    unit.kind === 'province' ? 'city' : unit.kind === 'department' || unit.kind === 'other' ? 'department' : 'ward'
  const bare = unit.name.replace(/^(Phường|Xã|Đặc khu|Thành phố|Tỉnh)\s+/u, '')
  const inText = `${unit.name.charAt(0).toLowerCase()}${unit.name.slice(1)}`
  return {
    template,
    name: `Cổng Thông tin điện tử ${template === 'department' ? unit.name : inText}`,
    shortName: unit.name,
    key: slugOf(bare),
    agency: template === 'department' ? unit.name : `Ủy ban nhân dân ${inText}`,
    governingBody: unit.parent
      ? `Ủy ban nhân dân ${unit.parent.name.charAt(0).toLowerCase()}${unit.parent.name.slice(1)}`
      : '',
    theme: 'lotus',
    chain: 'full',
  }
}

async function chooseUnit(c: OfficeContext): Promise<Response> {
  const { say, db } = c.var
  const text = cleanLine(c.req.query('q') ?? '').slice(0, 200)
  const found = text === '' ? undefined : await unitList(db, { text, at: today() })
  return c.html(
    <Page c={c} title={say(messages.newSite)} styles={styles}>
      <ScreenHead title={say(messages.newSite)} />
      <form class="panel stack" method="get" action="/cong/moi" role="search">
        <h2>{say(messages.chooseUnit)}</h2>
        <Field label={say(messages.searchUnit)} name="q" value={text} type="search" />
        <div class="row">
          <button type="submit" class="button button-primary">
            {say(messages.search)}
          </button>
        </div>
      </form>
      {found &&
        (found.rows.length === 0 ? (
          <Empty title={say(messages.noUnits)}>
            <p>{say(messages.noUnitsHint)}</p>
          </Empty>
        ) : (
          <UnitChoices rows={found.rows} />
        ))}
    </Page>,
  )
}

const UnitChoices: FC<{ rows: readonly UnitRow[] }> = ({ rows }) => (
  <ul class="sites-choices">
    {rows.map((row) => (
      <li>
        <a href={withQuery('/cong/moi', { 'don-vi': String(row.id) })}>
          <strong>{row.name}</strong> <span>{[row.parentName, row.code].filter(Boolean).join(' · ')}</span>
        </a>
      </li>
    ))}
  </ul>
)

async function drawForm(c: OfficeContext, unit: UnitView, typed: Typed, errors: Errors): Promise<Response> {
  const { say, db, actor } = c.var
  const above: SiteSummary[] = await sitesOfActor(db, actor)
  const head = above.find((site) => site.template === 'city')
  return c.html(
    <Page c={c} title={say(messages.newSite)} styles={styles}>
      <ScreenHead title={say(messages.newSite)} />
      <ErrorSummary errors={errors} />
      <p>
        {say(messages.unit)}: <strong>{unit.name}</strong> ({unit.code}).{' '}
        <a href="/cong/moi">{say(messages.otherUnit)}</a>
      </p>
      <div class="panel">
        <ActForm action="/cong/moi" may={mayOnNetwork(actor, 'createSite')} say={say} submit={say(messages.newSite)}>
          <input type="hidden" name="unitId" value={String(unit.id)} />
          <h2>{say(messages.place)}</h2>
          <div class="sites-pair">
            <Select
              label={say(messages.template)}
              name="template"
              value={typed.template}
              error={errors.template}
              options={templateNames.map((value) => ({ value, label: say(templateLabels[value]) }))}
            />
            <Select
              label={say(messages.parent)}
              name="parentId"
              value={typed.parentId ?? head?.id ?? ''}
              error={errors.parentId}
              options={[
                { value: '', label: say(messages.noParent) },
                ...above.map((site) => ({ value: site.id, label: site.name })),
              ]}
            />
          </div>
          <div class="sites-pair">
            <Field
              label={say(messages.key)}
              name="key"
              value={typed.key}
              hint={say(messages.keyHint)}
              error={errors.key}
              required
            />
            <Field
              label={say(messages.host)}
              name="host"
              value={typed.host}
              hint={say(messages.hostExample)}
              error={errors.host}
              required
            />
          </div>
          <div class="sites-pair">
            <Select
              label={say(messages.theme)}
              name="theme"
              value={typed.theme}
              error={errors.theme}
              options={themeNames.map((value) => ({ value, label: say(themes[value].label) }))}
            />
            <Select
              label={say(messages.chain)}
              name="chain"
              value={typed.chain}
              hint={say(messages.chainHint)}
              options={[
                { value: 'full', label: say(messages.chainFull) },
                { value: 'short', label: say(messages.chainShort) },
              ]}
            />
          </div>
          <h2>{say(messages.identity)}</h2>
          <IdentityFields values={typed} errors={errors} say={say} />
        </ActForm>
      </div>
    </Page>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
