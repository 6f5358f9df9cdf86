import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { queueMail } from '../outbox/queue-mail.ts'
import { Forbidden, Refused } from '../refusals.ts'
import type { Actor } from './actor.ts'
import { invitationHours, makePasswordLink } from './password-link.ts'
import { personForUpdate } from './person-facts.ts'
import { mayManagePerson } from './policy.ts'

/** Sends the invitation again, to someone who has not set a password yet. @throws Forbidden, NotFound, Refused */
export async function invitePerson(
  tx: Transaction,
  by: Actor,
  act: { personId: string; officeUrl: string },
): Promise<void> {
  const person = await personForUpdate(tx, act.personId)
  if (!mayManagePerson(by, person)) throw new Forbidden()
  const account = await tx
    .selectFrom('personAccount')
    .select('id')
    .where('personId', '=', person.id)
    .where('password', 'is not', null)
    .executeTakeFirst()
  if (account)
    throw new Refused('invitation', [
      {
        code: 'has-password',
        message: { vi: 'Người này đã đặt mật khẩu. Nếu quên, họ dùng “Quên mật khẩu?” ở trang đăng nhập.' },
      },
    ])
  const siteId = person.current.find((m) => m.siteId !== null)?.siteId ?? null
  await mailInvitation(tx, { ...person, siteId, officeUrl: act.officeUrl })
  await recordEvent(tx, {
    action: 'person.invited',
    by,
    subject: { kind: 'person', id: person.id },
    siteId,
    summary: `Gửi lại thư mời ${person.name}`,
  })
}

/** The mail with which an account begins. Returns the link, for where no mail can be sent. */
export async function mailInvitation(
  tx: Transaction,
  given: { id: string; name: string; email: string; siteId: number | null; officeUrl: string },
): Promise<string> {
  const link = `${given.officeUrl}${await makePasswordLink(tx, given.id, invitationHours)}`
  const site =
    given.siteId === null
      ? undefined
      : await tx.selectFrom('site').select('name').where('id', '=', given.siteId).executeTakeFirst()
  await queueMail(tx, {
    to: given.email,
    siteId: given.siteId,
    subject: 'Mời bạn vào tòa soạn Khuê',
    body: `Kính gửi ${given.name},

Bạn được mời làm việc tại ${site?.name ?? 'mạng lưới cổng thông tin điện tử'}. Mở liên kết sau để đặt mật khẩu (dùng được một lần, trong ${invitationHours} giờ):

${link}

Sau đó bạn đăng nhập bằng địa chỉ thư điện tử này tại ${given.officeUrl}/dang-nhap
`,
  })
  return link
}
