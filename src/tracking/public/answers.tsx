import type { Child, FC } from 'hono/jsx'
import { dateOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import { messages } from '../messages.ts'
import type { TrackedAnswer } from '../queries.ts'
import { WordsForm } from './act-forms.tsx'
import type { CaseScreen } from './case-page.tsx'
import { TextWithLinks } from './text-with-links.tsx'
import { originOf } from '../../delivery/site-of-host.ts'

/** What the agency asks and what it answered; where a joined case goes on. */
export const Answers: FC<CaseScreen> = (screen) => {
  const { c, found } = screen
  const { say } = c.var
  return (
    <>
      {found.mergedInto && (
        <div class="notice">
          <p>{fill(say(messages.mergedInto), { number: found.mergedInto })}</p>
        </div>
      )}
      <Questions {...screen} />
      {found.answers.length > 0 && (
        <section aria-labelledby="tra-loi">
          <h2 id="tra-loi">{say(messages.answers)}</h2>
          {found.answers.toReversed().map((answer) => (
            <Answer {...screen} answer={answer} />
          ))}
          {found.publishedPath && (
            <p>
              <a
                href={
                  found.publishedHost
                    ? `${originOf(c.var.config, found.publishedHost)}${found.publishedPath}`
                    : c.var.to(found.publishedPath)
                }
              >
                {say(messages.published)}
              </a>
            </p>
          )}
        </section>
      )}
    </>
  )
}

const heads = { answer: messages.answerOf, refusal: messages.refusalOf, progress: messages.progressOf } as const

const Answer: FC<CaseScreen & { answer: TrackedAnswer }> = ({ c, answer }) => {
  const { say, language } = c.var
  return (
    <article class="tracking-answer">
      <h3>{fill(say(heads[answer.kind]), { day: dateOf(answer.at, language) })}</h3>
      {answer.kind === 'refusal' && answer.ground && (
        <p>
          <strong>{say(messages.ground)}: </strong>
          <Office c={c}>{answer.ground}</Office>
        </p>
      )}
      <div lang={language === 'en' ? 'vi' : undefined}>
        <TextWithLinks text={answer.body} />
      </div>
      {answer.kind === 'refusal' && (
        <p>
          {`${say(messages.complain)} `}
          <a href={c.var.to('/khieu-nai-to-cao')}>{say(messages.howToComplain)}</a>
        </p>
      )}
    </article>
  )
}

/** Words of the office stand in Vietnamese on an English page too. */
const Office: FC<{ c: CaseScreen['c']; children?: Child }> = ({ c, children }) => (
  <span lang={c.var.language === 'en' ? 'vi' : undefined}>{children}</span>
)

const Questions: FC<CaseScreen> = (screen) => {
  const { c, found } = screen
  const { say, language } = c.var
  if (found.messages.length === 0) return null
  return (
    <section aria-labelledby="hoi-them">
      <h2 id="hoi-them">{say(messages.questions)}</h2>
      {found.messages.map(({ at, body }) => (
        <div class="tracking-answer">
          <p class="form-hint">{fill(say(messages.askedOn), { day: dateOf(at, language) })}</p>
          <div lang={language === 'en' ? 'vi' : undefined}>
            <TextWithLinks text={body} />
          </div>
        </div>
      ))}
      {found.state === 'clarifying' && <WordsForm {...screen} act="clarify" />}
    </section>
  )
}
