import type { FC } from 'hono/jsx'
import { Empty, ErrorSummary, Field, Notice, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'
import { fill, type Say } from '../../web/message.ts'
import { may } from '../policy.ts'
import { entriesPerSection, sectionsOf, siteById, type SectionRow } from '../queries.ts'
import { deepest } from '../section-tree.ts'
import { ActForm, styles, type Errors } from './form.tsx'
import { messages } from './messages.ts'
import { MoveButtons } from './move-buttons.tsx'

export interface SectionRefusal {
  /** The section whose form was refused; none: the form that adds one. */
  sectionId?: number
  errors: Errors
  typed: Typed
}

/** GET /cong/:site/chuyen-muc, and the answer to every refused form of it. */
export async function showSections(c: OfficeContext, refusal?: SectionRefusal): Promise<Response> {
  const { say, db, actor, siteId } = c.var
  const [site, rows, counts] = await Promise.all([
    siteById(db, siteId),
    sectionsOf(db, siteId),
    entriesPerSection(db, siteId),
  ])
  if (!site) throw new NotFound()
  const mine = may(actor, 'changeSections', siteId)
  const title = fill(say(messages.sectionsOf), { site: site.shortName })
  const tops = rows.filter((row) => row.depth === 1)
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <a class="button button-back" href={`/cong/${siteId}`}>
          {site.shortName}
        </a>
      </ScreenHead>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      {!mine && <Notice kind="warn">{say(messages.readOnly)}</Notice>}
      <p>{say(messages.sectionsHint)}</p>
      {tops.length === 0 ? (
        <Empty title={say(messages.noSections)}>{mine && <p>{say(messages.noSectionsHint)}</p>}</Empty>
      ) : (
        <Branches rows={tops} tree={{ all: rows, counts, mine, say, refusal }} />
      )}
      {mine && (
        <AddForm
          siteId={siteId}
          rows={rows}
          refusal={refusal?.sectionId === undefined ? refusal : undefined}
          say={say}
        />
      )}
    </Page>,
    refusal ? 422 : 200,
  )
}

interface Tree {
  all: readonly SectionRow[]
  counts: ReadonlyMap<number, number>
  mine: boolean
  say: Say
  refusal: SectionRefusal | undefined
}

const Branches: FC<{ rows: readonly SectionRow[]; tree: Tree }> = ({ rows, tree }) => (
  <ul class="sites-tree">
    {rows.map((row, place) => (
      <li id={`muc-${row.id}`}>
        <SectionLine row={row} first={place === 0} last={place === rows.length - 1} tree={tree} />
        {row.children.length > 0 && <Branches rows={row.children as SectionRow[]} tree={tree} />}
      </li>
    ))}
  </ul>
)

const SectionLine: FC<{ row: SectionRow; first: boolean; last: boolean; tree: Tree }> = ({
  row,
  first,
  last,
  tree,
}) => {
  const { say, mine, counts, refusal } = tree
  const refused = refusal?.sectionId === row.id ? refusal : undefined
  return (
    <div class={row.hidden ? 'sites-branch sites-branch-hidden' : 'sites-branch'}>
      <div class="sites-branch-name">
        <strong>{row.name}</strong>{' '}
        <span class="soft small">
          /{row.slug} · {fill(say(messages.entries), { count: counts.get(row.id) ?? 0 })}
        </span>
        <span class="sites-tags">
          {row.fromTemplate && <span class="tag">{say(messages.inherited)}</span>}
          {row.ownName && <span class="tag">{say(messages.renamed)}</span>}
          {row.hidden && <span class="tag tag-warn">{say(messages.hidden)}</span>}
        </span>
      </div>
      {mine && (
        <MoveButtons action={`/chuyen-muc/${row.id}/vi-tri`} name={row.name} first={first} last={last} say={say} />
      )}
      {mine && (
        <details open={refused !== undefined}>
          <summary class="button">
            {say(messages.change)}
            <span class="visually-hidden"> {row.name}</span>
          </summary>
          <ChangeForm row={row} tree={tree} refused={refused} />
        </details>
      )}
    </div>
  )
}

const ChangeForm: FC<{ row: SectionRow; tree: Tree; refused: SectionRefusal | undefined }> = ({
  row,
  tree: { say, all },
  refused,
}) => {
  const { errors = {}, typed } = refused ?? {}
  const id = (name: string): string => `o-${name}-${row.id}`
  const inside = new Set([row.id, ...descendants(row)])
  return (
    <div class="stack sites-change">
      <ActForm
        action={`/chuyen-muc/${row.id}`}
        may
        say={say}
        label={fill(say(messages.changeNamed), { name: row.name })}
      >
        <Field
          id={id('name')}
          label={say(messages.sectionName)}
          name="name"
          value={typed?.name ?? row.name}
          error={errors.name}
          required
        />
        <Field
          id={id('description')}
          label={say(messages.description)}
          hint={say(messages.descriptionHint)}
          name="description"
          value={typed?.description ?? row.description}
          error={errors.description}
          rows={2}
        />
        {!row.fromTemplate && (
          <Select
            id={id('parentId')}
            label={say(messages.under)}
            name="parentId"
            value={typed?.parentId ?? row.parentId ?? ''}
            error={errors.parentId}
            options={parentOptions(
              all.filter((other) => !inside.has(other.id)),
              say,
            )}
          />
        )}
        <Field
          id={id('hidden')}
          label={say(messages.hide)}
          hint={say(messages.hideHint)}
          name="hidden"
          type="checkbox"
          value={typed ? typed.hidden : row.hidden ? 'on' : ''}
        />
      </ActForm>
      {!row.fromTemplate && (
        <form method="post" action={`/chuyen-muc/${row.id}/xoa`}>
          <button type="submit" class="button button-danger">
            {say(messages.removeSection)}
            <span class="visually-hidden"> {row.name}</span>
          </button>
        </form>
      )}
    </div>
  )
}

const AddForm: FC<{ siteId: number; rows: readonly SectionRow[]; refusal: SectionRefusal | undefined; say: Say }> = ({
  siteId,
  rows,
  refusal,
  say,
}) => {
  const { errors = {}, typed = {} } = refusal ?? {}
  return (
    <section class="panel" id="them">
      <h2>{say(messages.addSection)}</h2>
      <ActForm
        action={`/cong/${siteId}/chuyen-muc`}
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
            options={parentOptions(rows, say)}
          />
        </div>
        <Field
          label={say(messages.slug)}
          hint={say(messages.slugHint)}
          name="slug"
          value={typed.slug}
          error={errors.slug}
        />
        <Field
          label={say(messages.description)}
          hint={say(messages.descriptionHint)}
          name="description"
          value={typed.description}
          error={errors.description}
          rows={2}
        />
      </ActForm>
    </section>
  )
}

const parentOptions = (rows: readonly SectionRow[], say: Say): { value: string | number; label: string }[] => [
  { value: '', label: say(messages.top) },
  ...rows
    .filter((row) => row.depth < deepest)
    .map((row) => ({ value: row.id, label: `${'– '.repeat(row.depth - 1)}${row.name}` })),
]

const descendants = (row: SectionRow): number[] =>
  row.children.flatMap((child) => [child.id, ...descendants(child as SectionRow)])
