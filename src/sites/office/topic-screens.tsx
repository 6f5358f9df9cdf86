import type { FC } from 'hono/jsx'
import { Empty, ErrorSummary, Field, Notice, Paging, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'
import { fill, type Say } from '../../web/message.ts'
import { cleanLine } from '../../web/vietnamese.ts'
import { archiveTopic } from '../archive-topic.ts'
import { changeTopic } from '../change-topic.ts'
import { createTopic } from '../create-topic.ts'
import { dateInWords } from '../dates.ts'
import { mayOnNetwork } from '../policy.ts'
import { topicById, topicList, type TopicRow } from '../queries.ts'
import type { TopicWords } from '../topic.ts'
import { ActForm, attempt, numberOf, styles, typedForm, withQuery, type Errors } from './form.tsx'
import { messages } from './messages.ts'
import { registerMessages as words } from './register-messages.ts'

const fields = ['name', 'summary', 'nameEn', 'summaryEn', 'startsOn', 'endsOn', 'slug']

const wordsOf = (typed: Typed): TopicWords => ({
  name: typed.name ?? '',
  summary: typed.summary ?? '',
  nameEn: typed.nameEn || null,
  summaryEn: typed.summaryEn || null,
  startsOn: typed.startsOn || null,
  endsOn: typed.endsOn || null,
})

/** GET /chuyen-de. */
export async function showTopics(c: OfficeContext): Promise<Response> {
  const { say, db, actor } = c.var
  const text = cleanLine(c.req.query('q') ?? '').slice(0, 200)
  const wanted = c.req.query('trang-thai')
  const state = wanted === 'open' || wanted === 'archived' ? wanted : undefined
  const after = c.req.query('sau')
  const page = await topicList(db, { text, state }, after)
  const here = (sau?: string): string => withQuery('/chuyen-de', { q: text, 'trang-thai': state, sau })
  return c.html(
    <Page c={c} title={say(words.topics)} styles={styles}>
      <ScreenHead title={say(words.topics)}>
        {mayOnNetwork(actor, 'changeTopics') && (
          <a class="button button-primary" href="/chuyen-de/moi">
            {say(words.newTopic)}
          </a>
        )}
      </ScreenHead>
      <p>{say(words.topicsHint)}</p>
      <form class="filters" method="get" action="/chuyen-de" role="search" aria-label={say(words.topics)}>
        <Field label={say(words.topicName)} name="q" value={text} type="search" />
        <Select
          label={say(messages.state)}
          name="trang-thai"
          value={state}
          options={[
            { value: '', label: say(messages.all) },
            { value: 'open', label: say(words.inUse) },
            { value: 'archived', label: say(words.archived) },
          ]}
        />
        <div class="row">
          <button type="submit" class="button">
            {say(messages.filter)}
          </button>
        </div>
      </form>
      {page.rows.length === 0 ? (
        <Empty title={say(words.noTopics)}>
          <p>{say(words.noTopicsHint)}</p>
          <p>
            <a href="/chuyen-de">{say(messages.showAll)}</a>
          </p>
        </Empty>
      ) : (
        <TopicTable rows={page.rows} say={say} />
      )}
      <Paging next={page.next && here(page.next)} first={after && here()} say={say} />
    </Page>,
  )
}

const TopicTable: FC<{ rows: readonly TopicRow[]; say: Say }> = ({ rows, say }) => (
  <table class="table">
    <thead>
      <tr>
        <th scope="col">{say(words.topicName)}</th>
        <th scope="col">{say(words.days)}</th>
        <th scope="col">{say(words.entries)}</th>
        <th scope="col">{say(messages.state)}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr>
          <th scope="row">
            <a href={`/chuyen-de/${row.id}`}>{row.name}</a>
          </th>
          <td data-label={say(words.days)}>{daysOf(row, say)}</td>
          <td data-label={say(words.entries)}>{row.entries}</td>
          <td data-label={say(messages.state)}>
            {row.archivedAt ? (
              <span class="tag">{say(words.archived)}</span>
            ) : (
              <span class="tag tag-ok">{say(words.inUse)}</span>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const daysOf = ({ startsOn, endsOn }: TopicRow, say: Say): string =>
  !startsOn && !endsOn
    ? '—'
    : startsOn && endsOn
      ? `${dateInWords(startsOn)} – ${dateInWords(endsOn)}`
      : startsOn
        ? fill(say(words.from), { date: dateInWords(startsOn) })
        : `– ${dateInWords(endsOn ?? '')}`

/** GET /chuyen-de/moi, and the answer to a refused one. */
export const showNewTopic = (
  c: OfficeContext,
  typed: Typed = {},
  errors: Errors = {},
): Response | Promise<Response> => {
  const { say, actor } = c.var
  return c.html(
    <Page c={c} title={say(words.newTopic)} styles={styles}>
      <ScreenHead title={say(words.newTopic)} />
      <ErrorSummary errors={errors} />
      <div class="panel">
        <ActForm
          action="/chuyen-de/moi"
          may={mayOnNetwork(actor, 'changeTopics')}
          say={say}
          submit={say(words.newTopic)}
        >
          <TopicFields values={typed} errors={errors} say={say} />
          <Field
            label={say(messages.slug)}
            hint={say(messages.slugHint)}
            name="slug"
            value={typed.slug}
            error={errors.slug}
          />
        </ActForm>
      </div>
    </Page>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const TopicFields: FC<{ values: Partial<Record<string, string>>; errors: Errors; say: Say }> = ({
  values,
  errors,
  say,
}) => (
  <>
    <Field label={say(words.topicName)} name="name" value={values.name} error={errors.name} required />
    <Field label={say(words.summary)} name="summary" value={values.summary} error={errors.summary} rows={3} />
    <Field
      label={say(words.topicNameEn)}
      hint={say(words.englishHint)}
      name="nameEn"
      value={values.nameEn}
      error={errors.nameEn}
    />
    <Field label={say(words.summaryEn)} name="summaryEn" value={values.summaryEn} error={errors.summaryEn} rows={3} />
    <div class="sites-pair">
      <Field label={say(words.startsOn)} name="startsOn" type="date" value={values.startsOn} error={errors.startsOn} />
      <Field label={say(words.endsOn)} name="endsOn" type="date" value={values.endsOn} error={errors.endsOn} />
    </div>
  </>
)

/** POST /chuyen-de/moi. */
export async function openTopic(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c, 'summary', 'summaryEn')
  const result = await attempt(c, fields, (tx) => createTopic(tx, c.var.actor, { ...wordsOf(typed), slug: typed.slug }))
  if ('errors' in result) return showNewTopic(c, typed, result.errors)
  return c.redirect(`/chuyen-de/${result.done.topicId}?da-luu=1`, 303)
}

/** GET /chuyen-de/:topic, and the answer to a refused change. */
export async function showTopic(c: OfficeContext, typed?: Typed, errors: Errors = {}): Promise<Response> {
  const { say, db, actor } = c.var
  const topic = await topicById(db, topicIdOf(c))
  if (!topic) throw new NotFound()
  const mine = mayOnNetwork(actor, 'changeTopics')
  const { name, summary, nameEn, summaryEn, startsOn, endsOn } = topic
  return c.html(
    <Page c={c} title={name} styles={styles}>
      <ScreenHead title={name}>
        <a class="button" href="/chuyen-de">
          {say(words.topics)}
        </a>
      </ScreenHead>
      <ErrorSummary errors={errors} />
      {!typed && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      {!mine && <Notice kind="warn">{say(messages.readOnly)}</Notice>}
      <div class="panel">
        <p class="soft">/chuyen-de/{topic.slug}</p>
        <ActForm action={`/chuyen-de/${topic.id}`} may={mine} say={say} label={name}>
          <TopicFields
            values={
              typed ?? {
                name,
                summary,
                nameEn: nameEn ?? '',
                summaryEn: summaryEn ?? '',
                startsOn: startsOn ?? '',
                endsOn: endsOn ?? '',
              }
            }
            errors={errors}
            say={say}
          />
        </ActForm>
      </div>
      {mine && (
        <section class="panel">
          <h2>{say(topic.archivedAt ? words.restore : words.archive)}</h2>
          <p>{say(words.archiveHint)}</p>
          <ActForm
            action={`/chuyen-de/${topic.id}/luu-tru`}
            may
            say={say}
            submit={say(topic.archivedAt ? words.restore : words.archive)}
            kind=""
            label={say(words.archive)}
          >
            <input type="hidden" name="archived" value={topic.archivedAt ? '0' : '1'} />
          </ActForm>
        </section>
      )}
    </Page>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** POST /chuyen-de/:topic. */
export async function saveTopic(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c, 'summary', 'summaryEn')
  const result = await attempt(c, fields, (tx) =>
    changeTopic(tx, c.var.actor, { topicId: topicIdOf(c), ...wordsOf(typed) }),
  )
  if ('errors' in result) return showTopic(c, typed, result.errors)
  return c.redirect(`/chuyen-de/${topicIdOf(c)}?da-luu=1`, 303)
}

/** POST /chuyen-de/:topic/luu-tru. */
export async function saveArchive(c: OfficeContext): Promise<Response> {
  const { archived } = await typedForm(c)
  const result = await attempt(c, [], (tx) =>
    archiveTopic(tx, c.var.actor, { topicId: topicIdOf(c), archived: archived === '1' }),
  )
  if ('errors' in result) return showTopic(c, {}, result.errors)
  return c.redirect(`/chuyen-de/${topicIdOf(c)}?da-luu=1`, 303)
}

function topicIdOf(c: OfficeContext): number {
  const id = numberOf(c.req.param('topic'))
  if (id === undefined) throw new NotFound()
  return id
}
