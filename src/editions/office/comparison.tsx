import type { FC } from 'hono/jsx'
import { When } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { fill } from '../../web/message.ts'
import { compareTexts, type ComparedBlock, type Comparison, type Run } from './compare-texts.ts'
import type { ComparedText } from './kept-texts.ts'
import { fieldNames } from './field-names.ts'
import { messages } from './messages.ts'
import { namesOf, type EntryHead } from './newsroom-queries.ts'

interface ComparisonProps {
  c: OfficeContext
  entry: EntryHead
  older: ComparedText
  newer: ComparedText
  mayRestore: boolean
}

/** Two texts in one: what was added and what was left out, marked by form and sign as well as by colour. */
export async function ComparisonView({ c, entry, older, newer, mayRestore }: ComparisonProps) {
  const { say, db } = c.var
  const names = await namesOf(db, {
    sectionIds: [...older.content.sectionIds, ...newer.content.sectionIds],
    topicIds: [...older.content.topicIds, ...newer.content.topicIds],
  })
  const comparison = compareTexts(older.content, newer.content, names)
  return (
    <section class="panel comparison" aria-labelledby="so-sanh">
      <h2 id="so-sanh">{say(messages.comparison)}</h2>
      <div class="compared">
        <Compared c={c} entry={entry} text={older} side={say(messages.older)} mayRestore={mayRestore} />
        <Compared c={c} entry={entry} text={newer} side={say(messages.newer)} mayRestore={mayRestore} />
      </div>
      <p class="soft">
        {comparison.changes === 0
          ? say(messages.noDifference)
          : `${fill(say(messages.changesN), { n: comparison.changes })}. ${say(messages.legend)}`}
      </p>
      {comparison.changes > 0 && <Changes c={c} comparison={comparison} />}
    </section>
  )
}

const Compared: FC<{ c: OfficeContext; entry: EntryHead; text: ComparedText; side: string; mayRestore: boolean }> = ({
  c,
  entry,
  text,
  side,
  mayRestore,
}) => {
  const { say, language } = c.var
  const isSave = text.ref.startsWith('s')
  return (
    <div>
      <p>
        <strong>{side}</strong> · {fill(say(messages.versionN), { n: text.version })} · {text.name} ·{' '}
        <When at={text.at} language={language} />
      </p>
      {mayRestore && (
        <form method="post" action={`/muc/${entry.id}/khoi-phuc`} data-confirm={`${say(messages.restoreThis)}?`}>
          <input type="hidden" name={isSave ? 'saveId' : 'editionId'} value={text.ref.slice(1)} />
          <button type="submit" class="button">
            {say(messages.restoreThis)}
            <span class="visually-hidden"> ({side})</span>
          </button>
        </form>
      )}
    </div>
  )
}

const Changes: FC<{ c: OfficeContext; comparison: Comparison }> = ({ c, comparison }) => (
  <>
    {comparison.fields.length > 0 && (
      <dl class="facts">
        {comparison.fields.map(({ field, runs }) => (
          <div>
            <dt>{c.var.say(fieldNames[field])}</dt>
            <dd>
              <Runs c={c} runs={runs} />
            </dd>
          </div>
        ))}
      </dl>
    )}
    <div class="compared-body">
      {comparison.body.map((block) => (
        <BlockView c={c} block={block} />
      ))}
    </div>
  </>
)

const BlockView: FC<{ c: OfficeContext; block: ComparedBlock }> = ({ c, block }) => (
  <div class={`compared-block compared-${block.change} compared-${block.kind}`}>
    <p>
      <Runs c={c} runs={block.runs} />
    </p>
  </div>
)

const Runs: FC<{ c: OfficeContext; runs: readonly Run[] }> = ({ c, runs }) => {
  const { say } = c.var
  const said = (run: Run) => (
    <span class="visually-hidden">[{say(run.kind === 'added' ? messages.addedWord : messages.removedWord)}: </span>
  )
  const end = <span class="visually-hidden">]</span>
  return (
    <>
      {runs.map((run) => {
        if (run.kind === 'added')
          return (
            <ins>
              {said(run)}
              {run.text}
              {end}
            </ins>
          )
        return run.kind === 'removed' ? (
          <del>
            {said(run)}
            {run.text}
            {end}
          </del>
        ) : (
          <span>{run.text}</span>
        )
      })}
    </>
  )
}
