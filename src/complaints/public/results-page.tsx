import type { FC } from 'hono/jsx'
import { ruleFor } from '../../calendar/calendar-queries.ts'
import { basisText, durationText } from '../../calendar/rule-words.ts'
import { Empty, Pager } from '../../delivery/components/lists.tsx'
import { laterPage, Page } from '../../delivery/components/page.tsx'
import { showing, showingEntries, type DeliveryContext } from '../../delivery/route.ts'
import { NotFound } from '../../refusals.ts'
import { dateOf, isoDayOf } from '../../web/dates.ts'
import { highestRow } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { resultKinds } from '../complaint-result.ts'
import { liveResults, type LiveResult } from '../live-queries.ts'
import { messages } from './messages.ts'

const path = '/khieu-nai-to-cao'

/** GET /khieu-nai-to-cao: how to lodge, and what was decided. */
export async function showResults(c: DeliveryContext): Promise<Response> {
  const { db, site, say, to } = c.var
  const after = placeOf(c)
  const list = await liveResults(db, site.id, after)
  if (after !== undefined && list.rows.length === 0) throw new NotFound()
  showing(c, `complaints:${site.id}`)
  showingEntries(c, list.rows)
  return c.html(
    <Page
      c={c}
      title={laterPage(c, say(messages.title), after !== undefined)}
      description={say(messages.intro)}
      canonical={path}
      noindex={after !== undefined}
      crumbs={[{ name: say(messages.title) }]}
    >
      <div class="wrap statement">
        <h1>{say(messages.title)}</h1>
        <p class="statement-intro">{say(messages.intro)}</p>
        {after === undefined && <HowToLodge c={c} limits={await limitsOf(c)} />}
        <section aria-labelledby="ket-qua">
          <h2 id="ket-qua">{say(messages.results)}</h2>
          {list.rows.length === 0 ? (
            <Empty title={say(messages.none)}>
              <p>{say(messages.noneText)}</p>
            </Empty>
          ) : (
            <ul class="outages plain">
              {list.rows.map((result) => (
                <ResultLine c={c} result={result} />
              ))}
            </ul>
          )}
          <Pager
            say={say}
            older={list.next && `${to(path)}?truoc=${list.next}`}
            newest={after === undefined ? undefined : to(path)}
          />
        </section>
      </div>
    </Page>,
  )
}

/** The place the list goes on from: the number of an entry. */
function placeOf(c: DeliveryContext): number | undefined {
  const text = c.req.query('truoc')
  if (text === undefined) return undefined
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0
  if (id === 0 || id > highestRow) throw new NotFound()
  return id
}

/** How long a complaint may take, by the rules in force today and what the portal or the network set instead. */
async function limitsOf(c: DeliveryContext): Promise<Record<string, string>> {
  const { db, site, say, language } = c.var
  const today = isoDayOf(new Date())
  const [accept, first, complex] = await Promise.all(
    (['complaint.accept', 'complaint.first', 'complaint.first.complex'] as const).map((id) =>
      ruleFor(db, id, site.id, today),
    ),
  )
  return {
    accept: durationText(accept!.duration, say),
    acceptBasis: basisText(accept!.rule.basis, language),
    first: durationText(first!.duration, say),
    complex: durationText(complex!.duration, say),
    firstBasis: basisText(first!.rule.basis, language),
  }
}

const HowToLodge: FC<{ c: DeliveryContext; limits: Record<string, string> }> = ({ c, limits }) => {
  const { say, site, to } = c.var
  return (
    <section aria-labelledby="cach-gui">
      <h2 id="cach-gui">{say(messages.how)}</h2>
      <h3>{say(messages.denunciation)}</h3>
      <p>{say(messages.denunciationText)}</p>
      <p>{say(messages.arrived)}</p>
      <h3>{say(messages.complaint)}</h3>
      <p>{fill(say(messages.complaintText), limits)}</p>
      <h3>{say(messages.must)}</h3>
      <ul>
        {say(messages.mustList)
          .split(' · ')
          .map((one) => (
            <li>{one}</li>
          ))}
      </ul>
      <h3>{say(messages.where)}</h3>
      <p>{fill(say(messages.whereText), { agency: site.agency || site.name, address: site.address })}</p>
      <p>
        <a href={to('/lich-tiep-cong-dan')}>{say(messages.reception)}</a>
      </p>
      <p>
        {say(messages.other)} <a href={to('/hoi-dap/gui-cau-hoi')}>{say(messages.question)}</a>
        {' · '}
        <a href={to('/phan-anh/gui-phan-anh')}>{say(messages.feedback)}</a>
      </p>
    </section>
  )
}

const ResultLine: FC<{ c: DeliveryContext; result: LiveResult }> = ({ c, result }) => {
  const { say, language } = c.var
  return (
    <li class="outage">
      <p class="label">{say(resultKinds[result.kind].label)}</p>
      <h3 lang={language === 'vi' ? undefined : 'vi'}>
        <a href={result.path}>{result.title}</a>
      </h3>
      <p class="small">
        {fill(say(messages.signed), {
          number: result.documentNumber,
          day: dateOf(new Date(`${result.signedOn}T12:00:00+07:00`), language),
        })}
      </p>
    </li>
  )
}
