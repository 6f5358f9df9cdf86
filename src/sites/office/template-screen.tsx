import type { FC } from 'hono/jsx'
import { ErrorSummary, Field, Notice, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'
import { fill, type Say } from '../../web/message.ts'
import { mayOnNetwork } from '../policy.ts'
import { sectionsOfTemplate, sitesPerTemplate, type TemplateSectionRow } from '../queries.ts'
import { deepest, flatOf, treeOf, type Branch } from '../section-tree.ts'
import { isTemplateName, templateLabels, templateNames, templateSections, type TemplateSection } from '../templates.ts'
import { ActForm, styles, type Errors } from './form.tsx'
import { messages } from './messages.ts'
import { MoveButtons } from './move-buttons.tsx'

type Row = Branch<TemplateSectionRow>

export interface TemplateRefusal {
  /** The section whose form was refused; none: the form that adds one. */
  slug?: string
  errors: Errors
  typed: Typed
}

/** GET /mau/:template, and the answer to every refused form of it. */
export async function showTemplate(c: OfficeContext, refusal?: TemplateRefusal): Promise<Response> {
  const { say, db, actor } = c.var
  const template = c.req.param('template') ?? ''
  if (!isTemplateName(template)) throw new NotFound()
  const [stored, sites] = await Promise.all([sectionsOfTemplate(db, template), sitesPerTemplate(db)])
  const rows = stored.length > 0 ? stored : beginning(templateSections[template])
  const mine = mayOnNetwork(actor, 'changeTemplates')
  const title = fill(say(messages.templateOf), { template: say(templateLabels[template]) })
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <a class="button" href="/cong">
          {say(messages.sites)}
        </a>
      </ScreenHead>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      {!mine && <Notice kind="warn">{say(messages.readOnly)}</Notice>}
      <nav class="sites-contents" aria-label={say(messages.templates)}>
        <ul>
          {templateNames.map((name) => (
            <li>
              <a href={`/mau/${name}`} aria-current={name === template ? 'page' : undefined}>
                {say(templateLabels[name])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        {fill(say(messages.templateHint), { sites: sites.get(template) ?? 0 })} {say(messages.templateOrderHint)}
      </p>
      <Branches rows={rows.filter((row) => row.depth === 1)} tree={{ template, mine, say, refusal }} />
      {mine && (
        <AddForm
          template={template}
          rows={rows}
          refusal={refusal?.slug === undefined ? refusal : undefined}
          say={say}
        />
      )}
    </Page>,
    refusal ? 422 : 200,
  )
}

/** A template nobody used yet shows the sections it will begin with. */
function beginning(sections: readonly TemplateSection[]): Row[] {
  const rowsOf = (list: readonly TemplateSection[], parentId: string | null): TemplateSectionRow[] =>
    list.flatMap(({ slug, name, children = [] }, position) => [
      { id: slug, parentId, name, position, renamed: 0, hidden: 0 },
      ...rowsOf(children, slug),
    ])
  return flatOf(treeOf<string, TemplateSectionRow>(rowsOf(sections, null)))
}

interface Tree {
  template: string
  mine: boolean
  say: Say
  refusal: TemplateRefusal | undefined
}

const Branches: FC<{ rows: readonly Row[]; tree: Tree }> = ({ rows, tree }) => (
  <ul class="sites-tree">
    {rows.map((row, place) => (
      <li id={`muc-${row.id}`}>
        <Line row={row} first={place === 0} last={place === rows.length - 1} tree={tree} />
        {row.children.length > 0 && <Branches rows={row.children as Row[]} tree={tree} />}
      </li>
    ))}
  </ul>
)

const Line: FC<{ row: Row; first: boolean; last: boolean; tree: Tree }> = ({
  row,
  first,
  last,
  tree: { template, mine, say, refusal },
}) => {
  const refused = refusal?.slug === row.id ? refusal : undefined
  const to = `/mau/${template}/chuyen-muc/${row.id}`
  return (
    <div class="sites-branch">
      <div class="sites-branch-name">
        <strong>{row.name}</strong> <span class="soft small">/{row.id}</span>
        <span class="sites-tags">
          {row.renamed > 0 && <span class="tag">{fill(say(messages.renamedOn), { count: row.renamed })}</span>}
          {row.hidden > 0 && <span class="tag tag-warn">{fill(say(messages.hiddenOn), { count: row.hidden })}</span>}
        </span>
      </div>
      {mine && <MoveButtons action={`${to}/vi-tri`} name={row.name} first={first} last={last} say={say} />}
      {mine && (
        <details open={refused !== undefined}>
          <summary class="button">
            {say(messages.change)}
            <span class="visually-hidden"> {row.name}</span>
          </summary>
          <div class="stack sites-change">
            <ActForm action={to} may say={say} label={fill(say(messages.changeNamed), { name: row.name })}>
              <Field
                id={`o-name-${row.id}`}
                label={say(messages.sectionName)}
                name="name"
                value={refused?.typed.name ?? row.name}
                error={refused?.errors.name}
                required
              />
            </ActForm>
            <form method="post" action={`${to}/go`} class="stack">
              <p class="soft small">{say(messages.removeFromTemplateHint)}</p>
              <div class="row">
                <button type="submit" class="button button-danger">
                  {say(messages.removeFromTemplate)}
                  <span class="visually-hidden"> {row.name}</span>
                </button>
              </div>
            </form>
          </div>
        </details>
      )}
    </div>
  )
}

const AddForm: FC<{ template: string; rows: readonly Row[]; refusal: TemplateRefusal | undefined; say: Say }> = ({
  template,
  rows,
  refusal,
  say,
}) => {
  const { errors = {}, typed = {} } = refusal ?? {}
  return (
    <section class="panel" id="them">
      <h2>{say(messages.addSection)}</h2>
      <ActForm
        action={`/mau/${template}`}
        may
        say={say}
        submit={say(messages.addSection)}
        label={say(messages.addSection)}
      >
        <div class="sites-pair">
          <Field label={say(messages.sectionName)} name="name" value={typed.name} error={errors.name} required />
          <Select
            label={say(messages.under)}
            name="parentId"
            value={typed.parentId}
            error={errors.parentId}
            options={[
              { value: '', label: say(messages.top) },
              ...rows
                .filter((row) => row.depth < deepest)
                .map((row) => ({ value: row.id, label: `${'– '.repeat(row.depth - 1)}${row.name}` })),
            ]}
          />
        </div>
        <Field
          label={say(messages.slug)}
          hint={say(messages.slugHint)}
          name="slug"
          value={typed.slug}
          error={errors.slug}
        />
      </ActForm>
    </section>
  )
}
