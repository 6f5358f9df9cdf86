import type { FC } from 'hono/jsx'
import { fieldsFor, type CaseFieldName } from '../../cases/field-queries.ts'
import { Empty, Pager } from '../../delivery/components/lists.tsx'
import { laterPage, Page } from '../../delivery/components/page.tsx'
import { keepUntil, showing, type DeliveryContext } from '../../delivery/route.ts'
import { NotFound } from '../../refusals.ts'
import { dateOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import { feedbackKind, feedbackStates, lateFilter, type FeedbackState } from '../feedback.ts'
import {
  feedbackCounts,
  feedbackList,
  feedbackPoints,
  nextLateness,
  readFeedbackCursor,
  wardsOf,
  type FeedbackLine,
  type Ward,
} from '../live-queries.ts'
import { messages } from '../public-messages.ts'
import { askForMap, MapFrame } from './map-frame.tsx'
import { filterNames, filterQuery, isNarrowed, readFilter, slugOfState, type ChosenFilter } from './read-filter.ts'
import { serviceWords } from './service-words.ts'

export const listPath = '/phan-anh'

/** Fields, wards and what is chosen of them. @throws NotFound where the address names none there is. */
async function choicesOf(
  c: DeliveryContext,
): Promise<{ chosen: ChosenFilter; fields: CaseFieldName[]; wards: Ward[] }> {
  const { db, site } = c.var
  const [fields, { wards }] = await Promise.all([fieldsFor(db, feedbackKind.name), wardsOf(db, site.id)])
  const chosen = readFilter(c, fields, wards)
  if (!chosen) throw new NotFound()
  return { chosen, fields, wards }
}

/** Notes what lists of feedback depend on: every change, and the hour at which the next one is late. */
async function dependsOnFeedback(c: DeliveryContext): Promise<void> {
  const { db, site } = c.var
  showing(c, `feedback-of:${site.id}`)
  const next = await nextLateness(db, site.id)
  if (next) keepUntil(c, next)
}

/** GET /phan-anh: public feedback, the newest first; the same reports stand on its map. */
export async function showFeedbackList(c: DeliveryContext): Promise<Response> {
  const { db, site, say } = c.var
  const { chosen, fields, wards } = await choicesOf(c)
  const asked = c.req.query('truoc')
  const after = asked === undefined ? undefined : readFeedbackCursor(asked)
  if (asked !== undefined && !after) throw new NotFound()
  await dependsOnFeedback(c)
  askForMap(c)
  const [list, counts] = await Promise.all([
    feedbackList(db, site.id, chosen.filter, { after }),
    feedbackCounts(db, site.id),
  ])
  const here = `${listPath}${filterQuery(chosen)}`
  const title = say(messages.title)
  return c.html(
    <Page
      c={c}
      title={laterPage(c, title, after !== undefined)}
      description={say(messages.lead)}
      canonical={listPath}
      here={here}
      noindex={after !== undefined || isNarrowed(chosen)}
      crumbs={[{ name: title }]}
    >
      <div class="wrap list-page">
        <header class="list-head">
          <h1>{title}</h1>
          <p class="list-summary">{say(messages.lead)}</p>
          <p class="feedback-send">
            <a class="pager-link pager-older" href={c.var.to('/phan-anh/gui-phan-anh')}>
              {say(messages.send)}
            </a>
          </p>
        </header>
        <Counts c={c} counts={counts} chosen={chosen} />
        <FilterForm c={c} fields={fields} wards={wards} chosen={chosen} />
        <section aria-labelledby="ban-do" class="feedback-map">
          <h2 id="ban-do">{say(messages.map)}</h2>
          <p class="form-hint">{say(messages.mapLead)}</p>
          <MapFrame
            c={c}
            mode={{ is: 'show', points: `/phan-anh/diem.json${filterQuery(chosen)}` }}
            label={say(messages.map)}
          />
        </section>
        <section aria-labelledby="danh-sach">
          <h2 id="danh-sach">{say(messages.list)}</h2>
          <Reports c={c} rows={list.rows} narrowed={isNarrowed(chosen)} />
        </section>
        <Pager
          say={say}
          older={list.next && c.var.to(`${listPath}${filterQuery(chosen, { truoc: list.next })}`)}
          newest={after && c.var.to(here)}
        />
      </div>
    </Page>,
  )
}

/** GET /phan-anh/diem.json: the marks of the map, as GeoJSON (RFC 7946). */
export async function showFeedbackPoints(c: DeliveryContext): Promise<Response> {
  const { db, site } = c.var
  const { chosen } = await choicesOf(c)
  await dependsOnFeedback(c)
  const now = new Date()
  const points = await feedbackPoints(db, site.id, chosen.filter)
  return c.json({
    type: 'FeatureCollection',
    features: points.map(({ number, title, state, dueAt, latitude, longitude }) => ({
      type: 'Feature',
      id: number,
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: {
        number,
        title,
        state,
        label: feedbackStates[state].label.vi,
        late: state !== 'done' && dueAt !== null && dueAt <= now,
        href: `${listPath}/${number}`,
      },
    })),
  })
}

interface CountsProps {
  c: DeliveryContext
  counts: { received: number; inHand: number; done: number; late: number }
  chosen: ChosenFilter
}

const Counts: FC<CountsProps> = ({ c, counts, chosen }) => {
  const { say } = c.var
  const lines = [
    ['received', counts.received],
    ['in_hand', counts.inHand],
    ['done', counts.done],
    ['late', counts.late],
  ] as const
  return (
    <nav aria-label={say(messages.counts)}>
      <ul class="plain feedback-counts">
        {lines.map(([state, n]) => (
          <li>
            <a
              class={state === 'late' && n > 0 ? 'tag feedback-late' : 'tag'}
              href={c.var.to(`${listPath}${filterQuery({ ...chosen, state: slugOfState(state) })}`)}
              aria-current={chosen.state === slugOfState(state) ? 'page' : undefined}
            >
              {`${say(state === 'late' ? lateFilter.label : feedbackStates[state].label)}: ${n.toLocaleString('vi-VN')}`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface FilterProps {
  c: DeliveryContext
  fields: readonly CaseFieldName[]
  wards: readonly Ward[]
  chosen: ChosenFilter
}

const FilterForm: FC<FilterProps> = ({ c, fields, wards, chosen }) => {
  const { say, language } = c.var
  const states = [...Object.values(feedbackStates), lateFilter]
  const choice = (
    name: string,
    label: string,
    all: string,
    options: readonly (readonly [string, string])[],
    value: string,
  ) => (
    <div class="form-field">
      <label for={`loc-${name}`}>{label}</label>
      <select id={`loc-${name}`} name={name}>
        <option value="">{all}</option>
        {options.map(([key, text]) => (
          <option value={key} selected={key === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
  const fieldName = ({ name, nameEn }: CaseFieldName): string => (language === 'en' && nameEn) || name
  return (
    <form class="feedback-filter" method="get" action={c.var.to(listPath)} aria-label={say(messages.narrowing)}>
      {choice(
        filterNames.field,
        say(messages.fields),
        say(messages.allFields),
        fields.map((field) => [field.slug, fieldName(field)] as const),
        chosen.field,
      )}
      {wards.length > 1 &&
        choice(
          filterNames.ward,
          say(messages.wards),
          say(messages.allWards),
          wards.map(({ code, name }) => [code, name] as const),
          chosen.ward,
        )}
      {choice(
        filterNames.state,
        say(messages.states),
        say(messages.allStates),
        states.map(({ slug, label }) => [slug, say(label)] as const),
        chosen.state,
      )}
      <div class="feedback-filter-acts">
        <button type="submit" class="pager-link">
          {say(messages.narrow)}
        </button>
        {isNarrowed(chosen) && <a href={c.var.to(listPath)}>{say(messages.clear)}</a>}
      </div>
    </form>
  )
}

const Reports: FC<{ c: DeliveryContext; rows: readonly FeedbackLine[]; narrowed: boolean }> = ({ c, rows, narrowed }) =>
  rows.length === 0 ? (
    <Empty title={c.var.say(narrowed ? messages.noneFound : messages.none)}>
      <p>{c.var.say(narrowed ? messages.noneFoundText : messages.noneText)}</p>
    </Empty>
  ) : (
    <ol class="plain feedback-list">
      {rows.map((row) => (
        <li>
          <ReportLine c={c} row={row} />
        </li>
      ))}
    </ol>
  )

/** A report as a line of a list: title, state, where, and how it stands against its deadline. */
export const ReportLine: FC<{ c: DeliveryContext; row: FeedbackLine; more?: string; level?: 3 | 4 }> = ({
  c,
  row,
  more,
  level = 3,
}) => {
  const Heading = `h${level}` as 'h3' | 'h4'
  const { say, language, to } = c.var
  const service = serviceWords(row, { say, language, now: new Date() })
  const where = [more, row.unit, row.place].filter(Boolean).join(', ')
  return (
    <article class="feedback-line">
      <Heading lang="vi">
        <a href={to(`${listPath}/${row.number}`)}>{row.title}</a>
      </Heading>
      <p class="feedback-marks">
        <StateMark c={c} state={row.state} isLate={service?.isLate ?? false} />
        {row.field && <span>{(language === 'en' && row.fieldEn) || row.field}</span>}
        {where && <span lang={more ? undefined : 'vi'}>{where}</span>}
        {row.voices > 0 && <span>{fill(say(messages.voices), { n: row.voices })}</span>}
      </p>
      <p class="feedback-time">
        {`${fill(say(messages.received), { day: dateOf(row.receivedAt, language) })}. `}
        {service && `${service.text}.`}
      </p>
    </article>
  )
}

/** The state of a report, and a mark beside it when its day has passed. */
export const StateMark: FC<{ c: DeliveryContext; state: FeedbackState; isLate: boolean }> = ({ c, state, isLate }) => (
  <>
    <span class={`feedback-state feedback-${state}`}>{c.var.say(feedbackStates[state].label)}</span>
    {isLate && <strong class="feedback-late">{c.var.say(messages.lateMark)}</strong>}
  </>
)
