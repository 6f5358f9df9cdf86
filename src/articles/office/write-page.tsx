import type { FC } from 'hono/jsx'
import { raw } from 'hono/html'
import { ReadBodyView } from '../../editions/office/read-body-view.tsx'
import { markupOf } from '../../editions/body/markup.ts'
import { countWords, plainText } from '../../editions/body/plain-text.ts'
import { ErrorSummary, Notice, StateTag } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { timeOf, dateTimeOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import { messages } from './messages.ts'
import type { Screen } from './load-screen.ts'
import { formId } from './panel-fields.tsx'
import { fields } from './read-article-form.ts'
import { SidePanel } from './side-panel.tsx'

/** A comment that was refused, with what was typed. */
export interface CommentAttempt {
  quote: string
  body: string
  error: string
}

export interface WritePageProps {
  c: OfficeContext
  screen: Screen
  errors?: Record<string, string>
  comment?: CommentAttempt
  /** What was just done, and what was left out in doing it. */
  done?: { saved?: boolean; imported?: boolean; dropped: string[] }
}

/** The writing screen: the article as it will look, in the middle; everything else beside it. */
export const WritePage: FC<WritePageProps> = ({ c, screen, errors = {}, comment, done }) => {
  const { say } = c.var
  const { data } = screen
  const title = data.content.title || say(messages.untitled)
  return (
    <Page
      c={c}
      title={`${say(messages.writing)}: ${title}`}
      layout="wide"
      scripts={['editor.js']}
      styles={['office/newsroom.css', 'office/editor.css']}
    >
      <div class="editor" data-editor lang={c.var.language}>
        <h1 class="visually-hidden">
          {say(messages.writing)}: {title}
        </h1>
        <Bar c={c} screen={screen} saved={done?.saved ?? false} />
        <div class="editor-tools" data-tools hidden></div>
        <div class="editor-columns">
          <div class="editor-page">
            <div class="editor-notices" data-notices>
              <noscript>
                <Notice kind="warn">{say(messages.noScript)}</Notice>
              </noscript>
              <ErrorSummary errors={errors} />
              {done?.imported && <Notice kind="ok">{say(messages.imported)}</Notice>}
              {done && done.dropped.length > 0 && (
                <Notice kind="warn">{fill(say(messages.dropped), { what: done.dropped.join('; ') })}</Notice>
              )}
            </div>
            <Article c={c} screen={screen} error={errors[fields.title]} />
          </div>
          <SidePanel c={c} screen={screen} errors={errors} comment={comment} />
        </div>
        <script type="application/json" id="du-lieu-bai">
          {raw(jsonInPage(data))}
        </script>
      </div>
    </Page>
  )
}

const Bar: FC<{ c: OfficeContext; screen: Screen; saved: boolean }> = ({ c, screen, saved }) => {
  const { say, language } = c.var
  const { edition, data } = screen
  const standing = saved
    ? fill(say(messages.savedAt), { time: timeOf(edition.updatedAt) })
    : fill(say(messages.loadedAt), { time: dateTimeOf(edition.updatedAt, language), name: edition.updatedByName })
  return (
    <div class="editor-bar">
      <a class="editor-back" href="/bai-viet">
        {say(messages.back)}
      </a>
      <StateTag state={edition.state} say={say} />
      <span class="editor-site soft">{edition.siteName}</span>
      <p class="save-state" role="status" data-save-state>
        <span data-save-text>{standing}</span>
      </p>
      <span class="word-count soft" data-words>
        {fill(say(messages.wordCount), { n: countWords(plainText(data.content.body)) })}
      </span>
      <span class="presence" data-presence></span>
      <div class="editor-acts">
        <a class="button to-panel" href="#bang-ben">
          {say(messages.toPanel)}
        </a>
        <form method="post" action={`/ban-thao/${edition.id}/xem-thu-moi`} target="_blank" data-preview>
          <button type="submit" class="button">
            {say(messages.preview)}
          </button>
        </form>
        <button type="submit" class="button button-primary" form={formId} data-save>
          {say(messages.save)}
        </button>
      </div>
    </div>
  )
}

const Article: FC<{ c: OfficeContext; screen: Screen; error?: string }> = ({ c, screen, error }) => {
  const { say } = c.var
  const {
    edition,
    data: { content },
  } = screen
  const markup = markupOf(content.body)
  return (
    <form id={formId} class="paper" method="post" action={`/ban-thao/${edition.id}`} lang={content.language}>
      <input type="hidden" name={fields.revision} value={edition.revision} />
      <label class="visually-hidden" for="o-tieu-de">
        {say(messages.title)}
      </label>
      <textarea
        id="o-tieu-de"
        class="paper-title"
        name={fields.title}
        rows={1}
        maxlength={300}
        placeholder={say(messages.title)}
        aria-invalid={error ? 'true' : undefined}
      >
        {content.title}
      </textarea>
      <label class="visually-hidden" for="o-sapo">
        {say(messages.summary)}
      </label>
      <textarea
        id="o-sapo"
        class="paper-summary"
        name={fields.summary}
        rows={2}
        maxlength={1200}
        placeholder={`${say(messages.summary)}: ${say(messages.summaryHint).toLowerCase()}`}
      >
        {content.summary}
      </textarea>
      <div class="paper-body" data-body>
        {markup === undefined ? (
          <div data-plain>
            <noscript>
              <Notice kind="warn">{say(messages.richBody)}</Notice>
            </noscript>
            <ReadBodyView body={content.body} say={say} />
          </div>
        ) : (
          <div class="field" data-plain>
            <label for="o-noi-dung">{say(messages.body)}</label>
            <p class="hint" id="o-noi-dung-hint">
              {say(messages.bodyHint)}
            </p>
            <textarea id="o-noi-dung" name={fields.body} rows={18} aria-describedby="o-noi-dung-hint">
              {markup}
            </textarea>
          </div>
        )}
      </div>
    </form>
  )
}

/** JSON that cannot end the script element it stands in. */
const jsonInPage = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
