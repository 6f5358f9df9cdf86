import type { Child, FC } from 'hono/jsx'
import type { Content } from '../../editions/content.ts'
import { paragraphsOf } from '../../editions/body/plain-text.ts'
import { compareParagraphs, type ComparedRow } from '../../editions/body/compare-paragraphs.ts'
import { compareWords, type Run } from '../../editions/office/compare-texts.ts'
import type { EditionView } from '../../editions/queries.ts'
import { Notice, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { timeOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import { messages } from './messages.ts'
import { fields, type Posted } from './read-article-form.ts'

interface ConflictProps {
  c: OfficeContext
  edition: EditionView
  mine: Content
  conflict: { saveId: number; theirs: { content: Content; revision: number; name: string; at: Date } }
  posted: Posted
}

/** Two saves met: both texts paragraph by paragraph, and a choice. Shown to people without script; with it a dialog does this. */
export const ConflictPage: FC<ConflictProps> = ({ c, edition, mine, conflict, posted }) => {
  const { say } = c.var
  const { theirs } = conflict
  const rows = compareParagraphs(linesOf(mine), linesOf(theirs.content))
  return (
    <Page c={c} title={say(messages.conflictTitle)} styles={['office/editor.css']}>
      <ScreenHead title={say(messages.conflictTitle)} />
      <Notice kind="warn">
        <p>{fill(say(messages.conflictWhat), { name: theirs.name, time: timeOf(theirs.at) })}</p>
      </Notice>
      <table class="table table-kept compare">
        <thead>
          <tr>
            <th scope="col">{say(messages.mine)}</th>
            <th scope="col">{fill(say(messages.theirs), { name: theirs.name })}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            row.mine === row.theirs ? (
              <tr class="compare-same">
                <td colspan={2}>{row.mine}</td>
              </tr>
            ) : (
              <Differs mine={row.mine} theirs={row.theirs} />
            ),
          )}
        </tbody>
      </table>
      <div class="row">
        <form method="post" action={`/ban-thao/${edition.id}`}>
          {Object.entries(posted).flatMap(([name, value]) =>
            [value]
              .flat()
              .map((one) =>
                typeof one === 'string' && name !== fields.revision ? (
                  <input type="hidden" name={name} value={one} />
                ) : null,
              ),
          )}
          <input type="hidden" name={fields.revision} value={theirs.revision} />
          <button type="submit" class="button button-primary">
            {say(messages.keepMine)}
          </button>
        </form>
        <a class="button" href={`/ban-thao/${edition.id}`}>
          {say(messages.keepTheirs)}
        </a>
        <a href={`/muc/${edition.entryId}/lich-su`}>{say(messages.history)}</a>
      </div>
    </Page>
  )
}

/** Two forms of a paragraph, the words that differ marked. */
const Differs: FC<ComparedRow> = ({ mine, theirs }) => {
  const runs = mine && theirs ? compareWords(theirs, mine) : []
  const side = (text: string | undefined, kind: Run['kind']): Child =>
    runs.length === 0
      ? (text ?? '—')
      : runs
          .filter((run) => run.kind === 'same' || run.kind === kind)
          .map((run) => (run.kind === kind ? <mark>{run.text}</mark> : run.text))
  return (
    <tr class="compare-differs">
      <td>{side(mine, 'added')}</td>
      <td>{side(theirs, 'removed')}</td>
    </tr>
  )
}

const linesOf = (content: Content): string[] =>
  [content.title, content.summary, ...paragraphsOf(content.body)].filter((text) => text !== '')
