import type { FC } from 'hono/jsx'
import { Empty, Field, Paging, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { fill, type Say } from '../../web/message.ts'
import { cleanLine } from '../../web/vietnamese.ts'
import { dateInWords, today } from '../dates.ts'
import { mayOnNetwork } from '../policy.ts'
import { isDate } from '../topic.ts'
import { isUnitKind, unitKindNames, unitKinds } from '../unit.ts'
import { provinces, unitList, type UnitRow } from '../unit-queries.ts'
import { styles, withQuery } from './form.tsx'
import { messages } from './messages.ts'
import { registerMessages as words } from './register-messages.ts'

/** GET /don-vi: the units of a day. */
export async function showUnits(c: OfficeContext): Promise<Response> {
  const { say, db, actor } = c.var
  const text = cleanLine(c.req.query('q') ?? '').slice(0, 200)
  const wanted = c.req.query('loai') ?? ''
  const kind = isUnitKind(wanted) ? wanted : ''
  const province = c.req.query('tinh') ?? ''
  const typedDay = c.req.query('ngay') ?? ''
  const at = isDate(typedDay) ? typedDay : today()
  const after = c.req.query('sau')
  const [page, choices] = await Promise.all([unitList(db, { text, kind, province, at }, after), provinces(db, at)])
  const here = (sau?: string): string =>
    withQuery('/don-vi', { q: text, loai: kind, tinh: province, ngay: isDate(typedDay) ? typedDay : undefined, sau })
  return c.html(
    <Page c={c} title={say(words.units)} styles={styles}>
      <ScreenHead title={say(words.units)}>
        {mayOnNetwork(actor, 'changeUnits') && (
          <a class="button button-primary" href="/don-vi/moi">
            {say(words.newUnit)}
          </a>
        )}
      </ScreenHead>
      <p>{say(words.unitsHint)}</p>
      <form class="filters" method="get" action="/don-vi" role="search" aria-label={say(words.units)}>
        <Field label={say(words.searchUnit)} name="q" value={text} type="search" />
        <Select
          label={say(words.kind)}
          name="loai"
          value={kind}
          options={[
            { value: '', label: say(messages.all) },
            ...unitKinds.map((value) => ({ value, label: say(unitKindNames[value]) })),
          ]}
        />
        <Select
          label={say(words.province)}
          name="tinh"
          value={province}
          options={[
            { value: '', label: say(messages.all) },
            ...choices.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <Field label={say(words.at)} name="ngay" type="date" value={at} />
        <div class="row">
          <button type="submit" class="button">
            {say(messages.filter)}
          </button>
        </div>
      </form>
      {page.rows.length === 0 ? (
        <Empty title={say(words.noUnits)}>
          <p>{say(words.noUnitsHint)}</p>
          <p>
            <a href="/don-vi">{say(messages.showAll)}</a>
          </p>
        </Empty>
      ) : (
        <UnitTable rows={page.rows} say={say} />
      )}
      <Paging next={page.next && here(page.next)} first={after && here()} say={say} />
    </Page>,
  )
}

const UnitTable: FC<{ rows: readonly UnitRow[]; say: Say }> = ({ rows, say }) => (
  <table class="table">
    <thead>
      <tr>
        <th scope="col">{say(words.unitName)}</th>
        <th scope="col">{say(words.code)}</th>
        <th scope="col">{say(words.kind)}</th>
        <th scope="col">{say(words.above)}</th>
        <th scope="col">{say(words.valid)}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr>
          <th scope="row">
            <a href={`/don-vi/${row.id}`}>{row.name}</a>
          </th>
          <td data-label={say(words.code)}>{row.code}</td>
          <td data-label={say(words.kind)}>{isUnitKind(row.kind) ? say(unitKindNames[row.kind]) : row.kind}</td>
          <td data-label={say(words.above)}>{row.parentName ?? '—'}</td>
          <td data-label={say(words.valid)}>{timeOfUnit(row, say)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** "từ 01/07/2025" or "từ … đến trước …". */
export const timeOfUnit = ({ validFrom, validTo }: { validFrom: string; validTo: string | null }, say: Say): string =>
  validTo
    ? fill(say(words.until), { date: dateInWords(validFrom), end: dateInWords(validTo) })
    : fill(say(words.from), { date: dateInWords(validFrom) })
