import type { FC } from 'hono/jsx'
import { basisText, durationText } from '../calendar/rule-words.ts'
import { ruleOn } from '../calendar/rules.ts'
import { Empty } from '../delivery/components/lists.tsx'
import { Page } from '../delivery/components/page.tsx'
import { keepUntil, showing, type DeliveryContext, type PublicRoute } from '../delivery/route.ts'
import { dateTimeOf, isoDayOf } from '../web/dates.ts'
import { fill, type Messages } from '../web/message.ts'
import { outageState, type OutageState } from './notice.ts'
import { outagesOf, type OutageRow } from './queries.ts'

export const noticesPublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: '/thong-bao-gian-doan', handle: showOutages },
]

const messages = {
  title: { vi: 'Thông báo gián đoạn dịch vụ', en: 'Outage notices' },
  intro: {
    vi: 'Khi phải tạm ngừng cổng theo kế hoạch, cơ quan báo trước ít nhất {duration} và nêu giờ dự kiến khôi phục, trừ trường hợp bất khả kháng ({source}).',
    en: 'A planned suspension is announced at least {duration} before, with the expected time of restoration, force majeure excepted ({source}).',
  },
  current: { vi: 'Đang và sắp diễn ra', en: 'Now and to come' },
  past: { vi: 'Đã qua', en: 'Past' },
  noneNow: { vi: 'Không có đợt tạm ngừng nào', en: 'No suspension is announced' },
  noneNowText: { vi: 'Cổng đang hoạt động bình thường.', en: 'The portal works as usual.' },
  from: { vi: 'Bắt đầu', en: 'Begins' },
  to: { vi: 'Dự kiến khôi phục', en: 'Expected restoration' },
  reason: { vi: 'Lý do', en: 'Reason' },
  forced: { vi: 'Bất khả kháng', en: 'Force majeure' },
  published: { vi: 'Đăng thông báo lúc', en: 'Announced' },
  planned: { vi: 'Sắp tạm ngừng', en: 'Planned' },
  now: { vi: 'Đang tạm ngừng', en: 'Suspended now' },
  overdue: { vi: 'Đã hết giờ dự kiến, chưa có xác nhận khôi phục', en: 'Past its time, restoration not confirmed' },
  restored: { vi: 'Đã khôi phục lúc {at}', en: 'Restored at {at}' },
  cancelled: { vi: 'Không tạm ngừng nữa (hủy lúc {at})', en: 'Called off at {at}' },
} as const satisfies Messages

/** Suspensions of this portal: what is coming, what is going on, and what was. */
async function showOutages(c: DeliveryContext): Promise<Response> {
  const { db, site, say, language } = c.var
  const now = new Date()
  const { rule } = ruleOn('outage.notice', isoDayOf(now))
  const all = await outagesOf(db, site.id)
  showing(c, `statements:${site.id}`)
  for (const change of all.flatMap(({ startsAt, restoresAt }) => [startsAt, restoresAt]))
    if (change > now) keepUntil(c, change)
  const open = all.filter((one) => ['planned', 'now'].includes(outageState(one, now))).toReversed()
  const past = all.filter((one) => !open.includes(one))
  const intro = fill(say(messages.intro), {
    duration: durationText(rule.duration, say),
    source: basisText(rule.basis, language),
  })
  return c.html(
    <Page
      c={c}
      title={say(messages.title)}
      description={intro}
      canonical="/thong-bao-gian-doan"
      crumbs={[{ name: say(messages.title) }]}
    >
      <div class="wrap statement">
        <h1>{say(messages.title)}</h1>
        <p class="statement-intro">{intro}</p>
        <section aria-labelledby="dang-va-sap">
          <h2 id="dang-va-sap">{say(messages.current)}</h2>
          {open.length === 0 ? (
            <Empty title={say(messages.noneNow)}>
              <p>{say(messages.noneNowText)}</p>
            </Empty>
          ) : (
            <Outages c={c} rows={open} now={now} />
          )}
        </section>
        {past.length > 0 && (
          <section aria-labelledby="da-qua">
            <h2 id="da-qua">{say(messages.past)}</h2>
            <Outages c={c} rows={past} now={now} />
          </section>
        )}
      </div>
    </Page>,
  )
}

const Outages: FC<{ c: DeliveryContext; rows: readonly OutageRow[]; now: Date }> = ({ c, rows, now }) => (
  <ul class="outages plain">
    {rows.map((row) => {
      const state = outageState(row, now)
      return (
        <li class={`outage outage-${state}`} id={`gian-doan-${row.id}`}>
          <h3 lang={vietnamese(c)}>{row.affects}</h3>
          <p class="outage-state">{stateWords(c, row, state)}</p>
          <Facts c={c} row={row} />
        </li>
      )
    })}
  </ul>
)

const Facts: FC<{ c: DeliveryContext; row: OutageRow }> = ({ c, row }) => {
  const { say, language } = c.var
  const time = (at: Date) => <time datetime={at.toISOString()}>{dateTimeOf(at, language)}</time>
  return (
    <dl class="facts">
      <div>
        <dt>{say(messages.from)}</dt>
        <dd>{time(row.startsAt)}</dd>
      </div>
      <div>
        <dt>{say(messages.to)}</dt>
        <dd>{time(row.restoresAt)}</dd>
      </div>
      <div>
        <dt>{say(messages.reason)}</dt>
        <dd lang={vietnamese(c)}>{row.reason}</dd>
      </div>
      {row.forced && (
        <div>
          <dt>{say(messages.forced)}</dt>
          <dd lang={vietnamese(c)}>{row.ground}</dd>
        </div>
      )}
      <div>
        <dt>{say(messages.published)}</dt>
        <dd>{time(row.publishedAt)}</dd>
      </div>
    </dl>
  )
}

/** What the office wrote stands in Vietnamese on an English page. */
const vietnamese = (c: DeliveryContext): 'vi' | undefined => (c.var.language === 'vi' ? undefined : 'vi')

function stateWords(c: DeliveryContext, row: OutageRow, state: OutageState): string {
  const at = state === 'restored' ? row.restoredAt : row.cancelledAt
  return fill(c.var.say(messages[state]), { at: at ? dateTimeOf(at, c.var.language) : '' })
}
