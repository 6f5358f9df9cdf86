import type { FC } from 'hono/jsx'
import { calendarOf } from '../../calendar/calendar-queries.ts'
import { workingDaysBetween, type Calendar } from '../../calendar/working-days.ts'
import { csvLine } from '../../audit/csv.ts'
import { caseOutcomes } from '../../cases/case.ts'
import { styles } from '../../cases/office/form.tsx'
import { caseAdmins, caseDesk } from '../../cases/policy.ts'
import { BackToPortal } from '../../office/back-to-portal.tsx'
import { Empty, Paging, ScreenHead, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { holds } from '../../people/actor.ts'
import { dateOf, isoDayOf } from '../../web/dates.ts'
import { fill, sayIn, type Say } from '../../web/message.ts'
import { complexities, means } from '../information-request.ts'
import { portalOf, registerOf, registerYears, type RegisterLine } from '../queries.ts'
import { messages } from './messages.ts'

const pageSize = 100
/** Rows of a file: what a spreadsheet still opens at once. */
const most = 20_000

const yearOf = (c: OfficeContext): number => {
  const typed = c.req.query('nam') ?? ''
  return /^20\d\d$/.test(typed) ? Number(typed) : Number(isoDayOf(new Date()).slice(0, 4))
}

/** GET /cong/:site/so-cung-cap-thong-tin: requests of a year with their results (Decree 13/2018, art. 10). */
export async function showRegister(c: OfficeContext): Promise<Response> {
  const { db, siteId, say, actor } = c.var
  const year = yearOf(c)
  const typed = c.req.query('sau') ?? ''
  const after = /^\d{1,9}$/.test(typed) ? Number(typed) : 0
  const [{ lines, next }, years, portal, calendar] = await Promise.all([
    registerOf(db, siteId, { year, after, size: pageSize }),
    registerYears(db, siteId),
    portalOf(db, siteId),
    calendarOf(db),
  ])
  const title = fill(say(messages.register), { site: portal.shortName })
  const here = `/cong/${siteId}/so-cung-cap-thong-tin`
  const others = years.filter((each) => each !== year)
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <BackToPortal c={c} name={portal.shortName} />
        <a class="button" href={`${here}/ban-xuat.csv?nam=${year}`}>
          {say(messages.export)}
        </a>
        {holds(actor, siteId, ...caseAdmins, 'auditor') && (
          <a class="button" href={`/cong/${siteId}/tiep-can-thong-tin`}>
            {say(messages.settings)}
          </a>
        )}
      </ScreenHead>
      <p class="soft">{say(messages.registerLead)}</p>
      <p class="row">
        <strong>{`${say(messages.year)} ${year}`}</strong>
        {others.map((each) => (
          <a href={`${here}?nam=${each}`}>{each}</a>
        ))}
      </p>
      {lines.length === 0 ? (
        <Empty title={say(messages.empty)}>
          <p>{say(messages.emptyHint)}</p>
        </Empty>
      ) : (
        <Lines c={c} lines={lines} calendar={calendar} linked={holds(actor, siteId, ...caseDesk)} />
      )}
      <Paging
        say={say}
        next={next === undefined ? undefined : `${here}?nam=${year}&sau=${next}`}
        first={after > 0 ? `${here}?nam=${year}` : undefined}
      />
    </Page>,
  )
}

const Lines: FC<{ c: OfficeContext; lines: readonly RegisterLine[]; calendar: Calendar; linked: boolean }> = ({
  c,
  lines,
  calendar,
  linked,
}) => {
  const { say, language } = c.var
  const heads = [messages.number, messages.received, messages.kindOfInformation, messages.result, messages.days]
  return (
    <table class="table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{say(head)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr>
            <td>{linked ? <a href={`/ho-so/${line.caseId}/thong-tin`}>{line.number}</a> : line.number}</td>
            <td>
              <When at={line.receivedAt} language={language} day />
            </td>
            <td>
              {line.subject || <span class="soft">{say(messages.notEntered)}</span>}
              {line.complexity && <p class="soft small">{say(complexities[line.complexity])}</p>}
            </td>
            <td>
              {resultOf(line, say)}
              {line.answeredAt && <p class="soft small">{timelinessOf(line, say)}</p>}
            </td>
            <td>{daysOf(line, calendar) ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function resultOf({ answerKind, means: by, outcome, state }: RegisterLine, say: Say): string {
  if (answerKind === 'refusal') return say(messages.refusedResult)
  if (outcome && outcome !== 'answered') return say(caseOutcomes[outcome])
  if (answerKind === 'answer' && ['answered', 'closed'].includes(state))
    return by ? `${say(messages.given)}: ${say(means[by]).toLocaleLowerCase('vi')}` : say(messages.given)
  return say(messages.pending)
}

const timelinessOf = ({ answeredAt, dueAt }: RegisterLine, say: Say): string =>
  answeredAt && dueAt ? say(answeredAt < dueAt ? messages.inTime : messages.late) : ''

/** Working days from the day after it came to the day it was answered. */
const daysOf = ({ receivedAt, answeredAt }: RegisterLine, calendar: Calendar): number | undefined =>
  answeredAt ? workingDaysBetween(isoDayOf(receivedAt), isoDayOf(answeredAt), calendar) : undefined

/** GET /cong/:site/so-cung-cap-thong-tin/ban-xuat.csv: the register of a year, without anybody's data. */
export async function exportRegister(c: OfficeContext): Promise<Response> {
  const { db, siteId } = c.var
  const year = yearOf(c)
  const say = sayIn('vi')
  const [{ lines }, calendar] = await Promise.all([
    registerOf(db, siteId, { year, after: 0, size: most }),
    calendarOf(db),
  ])
  const heads = [
    'so_ho_so',
    'ngay_nhan',
    'loai_thong_tin',
    'phan_loai',
    'ket_qua',
    'ngay_tra_loi',
    'dung_han',
    'so_ngay_lam_viec',
  ]
  const text = [
    // The mark at the start tells spreadsheets that this is UTF-8.
    `\ufeff${csvLine(heads)}`,
    ...lines.map((line) =>
      csvLine([
        line.number,
        dateOf(line.receivedAt),
        line.subject,
        line.complexity ? say(complexities[line.complexity]) : '',
        resultOf(line, say),
        line.answeredAt ? dateOf(line.answeredAt) : '',
        timelinessOf(line, say),
        daysOf(line, calendar),
      ]),
    ),
  ].join('')
  return c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="so-cung-cap-thong-tin-${year}.csv"`,
  })
}
