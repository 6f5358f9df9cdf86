import type { FC } from 'hono/jsx'
import { StepPanel } from '../../editions/office/step-panel.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { When } from '../../office/components.tsx'
import { fill } from '../../web/message.ts'
import { genres } from '../article.ts'
import { CreditsPanel } from './credits-panel.tsx'
import { messages } from './messages.ts'
import type { Screen } from './load-screen.ts'
import { Fold, formId, PanelField, PanelSelect } from './panel-fields.tsx'
import { AttachmentTicks, GalleryTicks, LeadFields } from './plain-files.tsx'
import { fields } from './read-article-form.ts'
import { SectionTree } from './section-tree.tsx'
import type { CommentAttempt } from './write-page.tsx'

export const previewHours = 72

interface PanelProps {
  c: OfficeContext
  screen: Screen
  errors: Record<string, string>
  comment?: CommentAttempt
}

/** Everything beside the text: steps first, then what describes the article, then colleagues and tools. */
export const SidePanel: FC<PanelProps> = ({ c, screen, errors, comment }) => {
  const { say } = c.var
  const { edition, facts, data } = screen
  const { content } = data
  return (
    <aside class="editor-side" id="bang-ben" aria-label={say(messages.panel)} tabindex={-1}>
      <div data-steps>
        <StepPanel c={c} edition={edition} facts={facts} />
      </div>
      <Classification c={c} screen={screen} errors={errors} />
      <Fold id="anh" title={say(messages.lead)} open={content.lead === null}>
        <LeadFields c={c} screen={screen} />
      </Fold>
      <Fold id="bo-anh" title={say(messages.gallery)} note={countOf(content.gallery)}>
        <div data-widget="gallery">
          <GalleryTicks c={c} screen={screen} />
        </div>
      </Fold>
      <Fold id="dinh-kem" title={say(messages.attachments)} note={countOf(content.attachments)}>
        <div data-widget="attachments">
          <AttachmentTicks c={c} screen={screen} />
        </div>
      </Fold>
      <CreditsPanel c={c} screen={screen} />
      <Fold id="nguon" title={say(messages.source)} open={Boolean(errors[fields.sourceUrl])}>
        <PanelField
          label={say(messages.source)}
          name={fields.source}
          value={content.source}
          hint={say(messages.sourceHint)}
        />
        <PanelField
          label={say(messages.sourceUrl)}
          name={fields.sourceUrl}
          type="url"
          value={content.sourceUrl}
          error={errors[fields.sourceUrl]}
        />
      </Fold>
      <Fold id="lien-quan" title={say(messages.related)} note={countOf(content.relatedIds)}>
        <div data-widget="related">
          <p class="soft small">{say(messages.needsScript)}</p>
        </div>
      </Fold>
      <Comments c={c} screen={screen} attempt={comment} />
      <Tools c={c} screen={screen} errors={errors} />
    </aside>
  )
}

const countOf = (list: readonly unknown[]): string | undefined => (list.length > 0 ? String(list.length) : undefined)

const Classification: FC<PanelProps> = ({ c, screen, errors }) => {
  const { say } = c.var
  const {
    choices,
    data: { content },
  } = screen
  return (
    <Fold id="phan-loai" title={say(messages.classification)} open>
      <input type="hidden" name={fields.panels} value="1" form={formId} />
      <PanelSelect
        label={say(messages.genre)}
        name={fields.genre}
        value={content.genre}
        options={Object.entries(genres).map(([value, { label }]) => ({ value, label: say(label) }))}
      />
      <fieldset class="choices">
        <legend>{say(messages.sections)}</legend>
        {choices.sections.length > 0 ? (
          <SectionTree
            sections={choices.sections}
            chosen={content.sectionIds}
            hiddenLabel={say(messages.hiddenSection)}
          />
        ) : (
          <p class="soft small">{say(messages.noSections)}</p>
        )}
      </fieldset>
      <fieldset class="choices">
        <legend>{say(messages.topics)}</legend>
        {choices.topics
          .filter((topic) => !topic.archived || content.topicIds.includes(topic.id))
          .map((topic) => (
            <label>
              <input
                type="checkbox"
                name={fields.topics}
                value={topic.id}
                form={formId}
                checked={content.topicIds.includes(topic.id)}
              />{' '}
              <span>{topic.name}</span>
            </label>
          ))}
        {choices.topics.length === 0 && <p class="soft small">{say(messages.noTopics)}</p>}
      </fieldset>
      <PanelField
        label={say(messages.tags)}
        name={fields.tags}
        value={content.tags.join(', ')}
        hint={say(messages.tagsHint)}
      />
      <PanelSelect
        label={say(messages.language)}
        name={fields.language}
        value={content.language}
        options={[
          { value: 'vi', label: say(messages.vietnamese) },
          { value: 'en', label: say(messages.english) },
        ]}
      />
      <PanelField
        label={say(messages.slug)}
        name={fields.slug}
        value={content.slug}
        hint={say(messages.slugHint)}
        error={errors[fields.slug]}
      />
    </Fold>
  )
}

const Comments: FC<{ c: OfficeContext; screen: Screen; attempt?: CommentAttempt }> = ({ c, screen, attempt }) => {
  const { say, language } = c.var
  const open = screen.comments.filter((comment) => comment.resolvedAt === null)
  return (
    <Fold
      id="gop-y"
      title={say(messages.comments)}
      open={open.length > 0 || attempt !== undefined}
      note={open.length > 0 ? String(open.length) : undefined}
    >
      {open.length === 0 && (
        <p class="soft small" data-no-comments>
          {say(messages.noComments)}
        </p>
      )}
      <ul class="comments" data-comments>
        {open.map((comment) => (
          <li id={`gop-y-${comment.id}`}>
            <p class="comment-head">
              <strong>{comment.name}</strong> <When at={comment.createdAt} language={language} />
            </p>
            {comment.quote && <blockquote>{comment.quote}</blockquote>}
            <p>{comment.body}</p>
            <form method="post" action={`/ban-thao/${screen.edition.id}/gop-y-xong`}>
              <input type="hidden" name="gop-y" value={comment.id} />
              <button type="submit" class="link">
                {say(messages.resolve)}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={`/ban-thao/${screen.edition.id}/gop-y-moi`} class="stack" data-comment-form>
        <input type="hidden" name="quote" value={attempt?.quote ?? ''} />
        <blockquote data-comment-quote hidden={!attempt?.quote}>
          {attempt?.quote}
        </blockquote>
        <div class="field">
          <label for="o-gop-y">{say(messages.commentBody)}</label>
          <textarea
            id="o-gop-y"
            name="body"
            rows={2}
            required
            aria-describedby={attempt?.error ? 'o-gop-y-error' : undefined}
            aria-invalid={attempt?.error ? 'true' : undefined}
          >
            {attempt?.body}
          </textarea>
          {attempt?.error && (
            <p class="error" id="o-gop-y-error">
              {attempt.error}
            </p>
          )}
        </div>
        <div>
          <button type="submit" class="button">
            {say(messages.commentSend)}
          </button>
        </div>
      </form>
    </Fold>
  )
}

const Tools: FC<PanelProps> = ({ c, screen, errors }) => {
  const { say } = c.var
  const { edition } = screen
  return (
    <Fold id="khac" title={say(messages.more)} open={Boolean(errors.tep)}>
      <form
        method="post"
        action={`/ban-thao/${edition.id}/nhap-docx`}
        enctype="multipart/form-data"
        class="stack"
        data-import
      >
        <input type="hidden" name={fields.revision} value={edition.revision} />
        <div class="field">
          <label for="o-tep">{say(messages.importWord)}</label>
          <p class="hint" id="o-tep-hint">
            {say(messages.importHint)}
          </p>
          <input
            id="o-tep"
            name="tep"
            type="file"
            required
            accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            aria-describedby={errors.tep ? 'o-tep-hint o-tep-error' : 'o-tep-hint'}
            aria-invalid={errors.tep ? 'true' : undefined}
          />
          {errors.tep && (
            <p class="error" id="o-tep-error">
              {errors.tep}
            </p>
          )}
        </div>
        <div>
          <button type="submit" class="button">
            {say(messages.importSend)}
          </button>
        </div>
      </form>
      <p>
        <a href={`/muc/${edition.entryId}/lich-su`}>{say(messages.history)}</a>
      </p>
      <p>
        <a href={`/ban-thao/${edition.id}/duyet`}>{say(messages.review)}</a>
      </p>
      <p class="soft small">{fill(say(messages.previewHint), { hours: previewHours })}</p>
    </Fold>
  )
}
