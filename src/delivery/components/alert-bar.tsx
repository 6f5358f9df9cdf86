import type { FC } from 'hono/jsx'
import { dateTimeOf } from '../../web/dates.ts'
import { fill, type Messages } from '../../web/message.ts'
import { keepUntil, type DeliveryContext, type PublicAlert } from '../route.ts'

const messages = {
  alerts: { vi: 'Thông báo của cổng', en: 'Alerts of this portal' },
  info: { vi: 'Thông báo', en: 'Notice' },
  warning: { vi: 'Lưu ý', en: 'Please note' },
  urgent: { vi: 'Khẩn', en: 'Urgent' },
  planned: { vi: 'Sắp tạm ngừng', en: 'Planned outage' },
  suspended: { vi: 'Đang tạm ngừng', en: 'Outage' },
  when: {
    vi: '{affects}, từ {from} đến {to} (dự kiến).',
    en: '{affects}, from {from} to {to} (expected).',
  },
  back: { vi: '{affects}, dự kiến khôi phục lúc {to}.', en: '{affects}, expected back at {to}.' },
  more: { vi: 'Xem chi tiết', en: 'Details' },
} as const satisfies Messages

/** What a portal must tell on every page: its alerts and announced suspensions, those in force at this moment. */
export const AlertBar: FC<{ c: DeliveryContext }> = ({ c }) => {
  const now = Date.now()
  const { alerts } = c.var.site
  for (const change of alerts.flatMap(changesOf)) if (change > now) keepUntil(c, new Date(change))
  const standing = alerts
    .filter(({ from, until }) => from <= now && now < until)
    .toSorted((a, b) => order[a.tone] - order[b.tone])
  if (standing.length === 0) return null
  return (
    <aside class="alerts" aria-label={c.var.say(messages.alerts)}>
      {standing.map((alert) => (
        <AlertLine c={c} alert={alert} now={now} />
      ))}
    </aside>
  )
}

const order = { urgent: 0, warning: 1, info: 2 } as const

const changesOf = ({ from, until, outage }: PublicAlert): number[] => [
  from,
  until,
  ...(outage ? [outage.startsAt] : []),
]

const AlertLine: FC<{ c: DeliveryContext; alert: PublicAlert; now: number }> = ({ c, alert, now }) => {
  const { say, language } = c.var
  const { tone, words, href, outage } = alert
  const label = outage ? (now < outage.startsAt ? messages.planned : messages.suspended) : messages[tone]
  return (
    <p class={`alert alert-${tone}`}>
      <span class="alert-inner wrap">
        <strong class="alert-label">{say(label)}</strong>{' '}
        <span lang={language === 'vi' || outage ? undefined : 'vi'}>
          {outage ? sentenceOf(c, words, outage, now) : words}
        </span>
        {href && (
          <>
            {' '}
            <a href={href.startsWith('/') ? c.var.to(href) : href}>
              {say(messages.more)}
              <span class="visually-hidden">{`: ${words}`}</span>
            </a>
          </>
        )}
      </span>
    </p>
  )
}

function sentenceOf(
  c: DeliveryContext,
  affects: string,
  { startsAt, restoresAt }: NonNullable<PublicAlert['outage']>,
  now: number,
): string {
  const { say, language } = c.var
  const at = (time: number): string => dateTimeOf(new Date(time), language)
  return now < startsAt
    ? fill(say(messages.when), { affects, from: at(startsAt), to: at(restoresAt) })
    : fill(say(messages.back), { affects, to: at(restoresAt) })
}
