import { BackToPortal } from '../../office/back-to-portal.tsx'
import { Empty, ErrorSummary, Notice, ScreenHead, Select, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { holds } from '../../people/actor.ts'
import { NotFound } from '../../refusals.ts'
import { attempt, typedForm } from '../../sites/office/form.tsx'
import { siteById } from '../../sites/queries.ts'
import { highestRow } from '../../web/form.ts'
import { dateOf } from '../../web/dates.ts'
import { fill, type Message } from '../../web/message.ts'
import { endHandler, nameHandler } from '../name-handler.ts'
import { handlersOf, letterNumber, looksAt } from '../queries.ts'
import { messages } from './messages.ts'

/** GET /cong/:site/don-niem-phong: who handles the sealed letters of a portal. Nothing of any letter but how many wait for a handler. */
export async function showDesk(c: OfficeContext, errors?: Record<string, string>): Promise<Response> {
  const { say, db, siteId, actor, language } = c.var
  const [site, { named, others, unseen }] = await Promise.all([siteById(db, siteId), handlersOf(db, siteId)])
  if (!site) throw new NotFound()
  const title = fill(say(messages.deskTitle), { site: site.shortName })
  const at = `/cong/${siteId}/don-niem-phong`
  return c.html(
    <Page c={c} title={title} styles={['office/newsroom.css', 'office/sites.css']}>
      <div class="stack">
        <ScreenHead title={title}>
          <BackToPortal c={c} name={site.shortName} />
        </ScreenHead>
        {errors && <ErrorSummary errors={errors} />}
        {!errors && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
        <p>{say(messages.deskIntro)}</p>
        {unseen > 0 && <Notice kind="warn">{fill(say(messages.unseen), { n: unseen })}</Notice>}
        {named.length === 0 ? (
          <Empty title={say(messages.deskNone)}>
            <p>{say(messages.deskNoneText)}</p>
          </Empty>
        ) : (
          <ul class="work-list">
            {named.map((one) => (
              <li class="work-item">
                <p class="work-title">{one.name}</p>
                <p class="work-facts">
                  {fill(say(messages.namedBy), { day: dateOf(one.at, language), name: one.namedBy ?? '–' })}
                </p>
                {one.personId !== actor.id && (
                  <form method="post" action={`${at}/thoi`}>
                    <input type="hidden" name="personId" value={one.personId} />
                    <button type="submit" class="button">
                      {say(messages.endOne)}
                      <span class="visually-hidden">{`: ${one.name}`}</span>
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        )}
        <form method="post" action={at} class="panel stack">
          <Select
            label={say(messages.person)}
            name="personId"
            required
            error={errors?.personId}
            options={[
              { value: '', label: say(messages.choosePerson) },
              ...others.filter(({ id }) => id !== actor.id).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <div>
            <button type="submit" class="button button-primary">
              {say(messages.nameOne)}
            </button>
          </div>
        </form>
      </div>
    </Page>,
    errors ? 422 : 200,
  )
}

const saveDesk =
  (act: typeof nameHandler) =>
  async (c: OfficeContext): Promise<Response> => {
    const { siteId, actor } = c.var
    const { personId = '' } = await typedForm(c)
    const result = await attempt(c, ['personId'], (tx) => act(tx, actor, { siteId, personId }))
    return 'errors' in result ? showDesk(c, result.errors) : c.redirect(`/cong/${siteId}/don-niem-phong?da-luu=1`, 303)
  }

/** POST /cong/:site/don-niem-phong and …/thoi */
export const saveHandler = saveDesk(nameHandler)
export const saveHandlerEnd = saveDesk(endHandler)

const lookNames: Record<string, Message> = {
  words: messages.lookWords,
  sender: messages.lookSender,
  attachment: messages.lookAttachment,
}

/** GET /don-niem-phong/:case/luot-xem: every look, for those named and for auditors. */
export async function showLooks(c: OfficeContext): Promise<Response> {
  const { say, db, actor, siteId, language } = c.var
  const id = Number(c.req.param('case'))
  const letter = Number.isSafeInteger(id) && id <= highestRow ? await letterNumber(db, id) : undefined
  const named = await db
    .selectFrom('caseHandler')
    .select('personId')
    .where('caseId', '=', letter ? id : 0)
    .where('personId', '=', actor.id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (!letter || (!named && !holds(actor, siteId, 'auditor'))) throw new NotFound()
  const looks = await looksAt(db, id)
  const title = `${say(messages.lookList)}: ${letter.number}`
  return c.html(
    <Page c={c} title={title} styles={['office/newsroom.css']}>
      <div class="stack">
        <ScreenHead title={title} />
        {looks.length === 0 ? (
          <Empty title={say(messages.lookNone)} />
        ) : (
          <ul class="work-list">
            {looks.map((look) => (
              <li class="work-item">
                <p class="work-title">{look.name}</p>
                <p class="work-facts">
                  <span>{say(lookNames[look.what] ?? messages.lookWords)}</span>
                  <When at={look.at} language={language} exact />
                </p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Page>,
  )
}
