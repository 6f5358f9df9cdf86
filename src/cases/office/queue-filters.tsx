import type { FC } from 'hono/jsx'
import { Field, Select } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import type { DivisionDesk, FieldRow } from './desk-queries.ts'
import { kindOptions } from './kind-names.ts'
import { messages } from './messages.ts'
import { queueAddress, type QueueView } from './queue-address.ts'

interface QueueFiltersProps {
  c: OfficeContext
  view: QueueView
  desks: readonly DivisionDesk[]
  fields: readonly FieldRow[]
}

/** Narrows a queue. The words to search for stand first; the rest folds away while it narrows nothing. */
export const QueueFilters: FC<QueueFiltersProps> = ({ c, view, desks, fields }) => {
  const { say, siteId, language } = c.var
  const { query } = view
  const any = { value: '', label: say(messages.any) }
  const officers = new Map(desks.flatMap((desk) => desk.officers.map((one) => [one.id, one.name] as const)))
  const more = ['loai', 'linh-vuc', 'phong', 'can-bo', 'han'].some((name) => query[name as keyof typeof query])
  return (
    <form class="filters case-filters" method="get" action={`/cong/${siteId}/ho-so`} role="search">
      {view.tab !== 'moi' && <input type="hidden" name="muc" value={view.tab} />}
      <Field
        label={say(messages.search)}
        name="q"
        type="search"
        value={query.q}
        placeholder={say(messages.searchHint)}
      />
      <div class="row">
        <button type="submit" class="button">
          {say(messages.filter)}
        </button>
        {(more || query.q) && (
          <a href={queueAddress(siteId, { tab: view.tab, query: empty })}>{say(messages.clearFilters)}</a>
        )}
      </div>
      <details class="filters-more" open={more}>
        <summary>{say(messages.moreFilters)}</summary>
        <div class="filters-grid">
          <Select label={say(messages.kind)} name="loai" value={query.loai} options={[any, ...kindOptions(say)]} />
          <Select
            label={say(messages.field)}
            name="linh-vuc"
            value={query['linh-vuc']}
            options={[
              any,
              ...fields.map((field) => ({
                value: field.id,
                label: (language === 'en' && field.nameEn) || field.name,
              })),
            ]}
          />
          <Select
            label={say(messages.division)}
            name="phong"
            value={query.phong}
            options={[any, ...desks.map(({ id, name }) => ({ value: id, label: name }))]}
          />
          <Select
            label={say(messages.officer)}
            name="can-bo"
            value={query['can-bo']}
            options={[any, ...[...officers].map(([value, label]) => ({ value, label }))]}
          />
          <Select
            label={say(messages.due)}
            name="han"
            value={query.han}
            options={[
              any,
              { value: 'qua-han', label: say(messages.dueLate) },
              { value: 'hom-nay', label: say(messages.dueTodayFilter) },
              { value: '3-ngay', label: say(messages.dueSoon) },
            ]}
          />
        </div>
      </details>
    </form>
  )
}

const empty: QueueView['query'] = { loai: '', 'linh-vuc': '', phong: '', 'can-bo': '', han: '', q: '' }
