import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { queueMail } from '../outbox/queue-mail.ts'
import { makePasswordLink, resetHours } from './password-link.ts'
import { signInFacts } from './queries.ts'

/** Mails a link to set a new password, if the address is that of a person who may sign in; at most one a minute. Never says which. */
export async function askForPasswordLink(tx: Transaction, act: { email: string; officeUrl: string }): Promise<void> {
  const person = await signInFacts(tx, { email: act.email })
  if (!person || person.disabledAt) return
  const justNow = await tx
    .selectFrom('personVerification')
    .select('id')
    .where('value', '=', person.id)
    .where('identifier', 'like', 'password-link:%')
    .where('createdAt', '>', new Date(Date.now() - 60_000))
    .executeTakeFirst()
  if (justNow) return
  const path = await makePasswordLink(tx, person.id, resetHours)
  await queueMail(tx, {
    to: person.email,
    subject: 'Đặt lại mật khẩu tòa soạn Khuê',
    body: `Kính gửi ${person.name},

Có người vừa yêu cầu đặt lại mật khẩu cho tài khoản của bạn. Mở liên kết sau để đặt mật khẩu mới (dùng được một lần, trong ${resetHours} giờ):

${act.officeUrl}${path}

Nếu bạn không yêu cầu, hãy bỏ qua thư này: mật khẩu của bạn không đổi.
`,
  })
  await recordEvent(tx, {
    action: 'person.password-link-sent',
    by: { system: 'Quên mật khẩu' },
    subject: { kind: 'person', id: person.id },
    summary: 'Gửi liên kết đặt lại mật khẩu',
  })
}
