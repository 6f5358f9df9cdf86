import type { FC } from 'hono/jsx'
import { acceptedAttachments } from '../../cases/attachments/attachment.ts'
import { caseLengths } from '../../cases/case.ts'
import { filesField } from '../../cases/public/attachments.tsx'
import { messages as formMessages } from '../../cases/public/messages.ts'
import { carried } from '../../cases/public/step-page.tsx'
import { newFormToken } from '../../cases/tracking.ts'
import { choices } from '../../ratings/rating.ts'
import { FormField, Trap } from '../../delivery/components/form-parts.tsx'
import { dateOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import { messages } from '../messages.ts'
import { openActsOf } from '../open-acts.ts'
import type { CaseScreen } from './case-page.tsx'

/** Fewest characters of what a sender adds. */
export const wordsFrom = 10

/** What the sender may do now, one form each. A question of the agency is answered beside the question. */
export const Acts: FC<CaseScreen> = (screen) => {
  const { c, found, now } = screen
  const { say, language } = c.var
  const open = openActsOf(found, now)
  if (!open.add && !open.reopenUntil && !open.rate && !open.withdraw) return null
  return (
    <section class="unprinted" aria-labelledby="co-the">
      <h2 id="co-the">{say(messages.mayDo)}</h2>
      {open.rate && <RateForm {...screen} />}
      {open.reopenUntil && (
        <WordsForm {...screen} act="reopen" until={dateOf(new Date(open.reopenUntil.getTime() - 1), language)} />
      )}
      {open.add && <WordsForm {...screen} act="add" />}
      {open.withdraw && <WithdrawStep {...screen} />}
    </section>
  )
}

const forms = {
  add: { path: 'bo-sung', head: messages.add, hint: messages.addHint, label: messages.words, send: messages.send },
  clarify: {
    path: 'bo-sung',
    head: messages.clarify,
    hint: messages.clarifyHint,
    label: messages.words,
    send: messages.send,
  },
  reopen: {
    path: 'chua-thoa-dang',
    head: messages.reopen,
    hint: messages.reopenHint,
    label: messages.reopenReason,
    send: messages.reopenSend,
  },
} as const

/** A form of words: to add something, to answer a question, or why an answer does not satisfy. Folded away unless it is asked for. */
export const WordsForm: FC<CaseScreen & { act: keyof typeof forms; until?: string }> = (screen) => {
  const { c, code, act, until = '', refusal } = screen
  const { say } = c.var
  const { path, head, hint, label, send } = forms[act]
  const mine = refusal?.act === (act === 'reopen' ? 'reopen' : 'words') ? refusal : undefined
  const id = `td-${act}`
  const sizes = { from: wordsFrom, to: caseLengths.message.toLocaleString('vi-VN') }
  return (
    <details class="tracking-act unprinted" open={act === 'clarify' || mine !== undefined}>
      <summary>{say(head)}</summary>
      <form
        class="form"
        method="post"
        action={c.var.to(`/theo-doi/${code}/${path}`)}
        enctype={act === 'reopen' ? undefined : 'multipart/form-data'}
        novalidate
      >
        <input type="hidden" name={carried.token} value={mine?.token ?? newFormToken()} />
        <Trap c={c} id={`${id}-bo-trong`} />
        <p>{fill(say(hint), { day: until })}</p>
        <FormField id={id} label={say(label)} hint={fill(say(messages.wordsHint), sizes)} error={mine?.message}>
          {(described) => (
            <textarea id={id} name="noi-dung" rows={5} required {...described}>
              {mine?.typed ?? ''}
            </textarea>
          )}
        </FormField>
        {act !== 'reopen' && (
          <FormField id={`${id}-tep`} label={say(formMessages.files)} hint={say(formMessages.filesHint)}>
            {(described) => (
              <input
                type="file"
                id={`${id}-tep`}
                name={filesField}
                multiple
                accept={acceptedAttachments}
                {...described}
              />
            )}
          </FormField>
        )}
        {(mine?.files ?? 0) > 0 && <p>{fill(say(messages.filesKept), { n: mine?.files ?? 0 })}</p>}
        <button type="submit" class="form-send">
          {say(send)}
        </button>
      </form>
    </details>
  )
}

const RateForm: FC<CaseScreen> = ({ c, code, found }) => {
  const { say } = c.var
  const chosen = choices.find(({ choice }) => choice === found.rating)
  return (
    <div class="rate">
      <h3 id="td-danh-gia">{say(messages.rate)}</h3>
      <form method="post" action={c.var.to(`/theo-doi/${code}/danh-gia`)} aria-labelledby="td-danh-gia">
        <Trap c={c} id="td-danh-gia-bo-trong" />
        <p class="rate-choices">
          {choices.map(({ slug, label }) => (
            <button type="submit" name="muc" value={slug}>
              {say(label)}
            </button>
          ))}
        </p>
      </form>
      {chosen && <p class="rate-note">{fill(say(messages.rated), { choice: say(chosen.label) })}</p>}
    </div>
  )
}

const WithdrawStep: FC<CaseScreen> = ({ c, code }) => (
  <div class="tracking-withdraw">
    <p>{c.var.say(messages.withdrawHint)}</p>
    <p>
      <a href={c.var.to(`/theo-doi/${code}/rut-lai`)}>{c.var.say(messages.withdrawStep)}</a>
    </p>
  </div>
)

/** Asks once more before a case is withdrawn. */
export const ConfirmWithdrawal: FC<Pick<CaseScreen, 'c' | 'code'>> = ({ c, code }) => {
  const { say } = c.var
  return (
    <>
      <p>{say(messages.withdrawWarn)}</p>
      <form class="form" method="post" action={c.var.to(`/theo-doi/${code}/rut-lai`)}>
        <Trap c={c} id="td-rut-bo-trong" />
        <button type="submit" class="form-send">
          {say(messages.withdrawSend)}
        </button>
      </form>
      <p>
        <a href={c.var.to(`/theo-doi/${code}`)}>{say(messages.keep)}</a>
      </p>
    </>
  )
}
