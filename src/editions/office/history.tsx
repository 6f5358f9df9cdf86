import type { FC } from 'hono/jsx'
import { Paging, ScreenHead, StateTag, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { fill, type Message } from '../../web/message.ts'
import { mayRead, mayWrite } from '../policy.ts'
import type { EditionView, KeptSave } from '../queries.ts'
import { ComparisonView } from './comparison.tsx'
import { readableEntry } from './entry.tsx'
import { loadText, readRef, refOfEdition, refOfSave, type ComparedText, type TextRef } from './kept-texts.ts'
import { messages } from './messages.ts'
import { conflictsOfEntry, savesOfEntry, type EntryHead } from './newsroom-queries.ts'

interface HistoryProps {
  c: OfficeContext
  entry: EntryHead
  editions: readonly EditionView[]
  saves: readonly KeptSave[]
  chosen: { older?: string; newer?: string }
}

/** GET /muc/:entry/lich-su: every version and kept text, and any two of them side by side. */
export async function showHistory(c: OfficeContext) {
  const { db, say, actor } = c.var
  const { entry, editions } = await readableEntry(c)
  const before = /^[1-9]\d{0,8}$/.test(c.req.query('sau') ?? '') ? Number(c.req.query('sau')) : undefined
  const refs = { older: readRef(c.req.query('cu')), newer: readRef(c.req.query('moi')) }
  const readable = new Set(editions.map((edition) => edition.id))
  const [kept, conflicts, older, newer] = await Promise.all([
    savesOfEntry(db, entry.id, before),
    conflictsOfEntry(db, entry.id),
    chosenText(c, refs.older, readable),
    chosenText(c, refs.newer, readable),
  ])
  const mine = (save: KeptSave): boolean => readable.has(save.editionId)
  const chosen = {
    older: older?.ref ?? refOfEdition(editions[1] ?? editions[0]!),
    newer: newer?.ref ?? refOfEdition(editions[0]!),
  }
  const props: HistoryProps = { c, entry, editions, saves: kept.saves.filter(mine), chosen }
  const title = editions[0]!.title || say(messages.untitled)
  const writable = editions.some((edition) => mayRead(actor, edition) && mayWrite(actor, edition))
  return c.html(
    <Page c={c} title={`${say(messages.historyTitle)}: ${title}`} styles={['office/newsroom.css']}>
      <ScreenHead title={`${say(messages.historyTitle)}: ${title}`}>
        <a class="button" href={`/muc/${entry.id}`}>
          {say(messages.overview)}
        </a>
      </ScreenHead>
      {older && newer && <ComparisonView c={c} entry={entry} older={older} newer={newer} mayRestore={writable} />}
      <Conflicts c={c} entry={entry} saves={conflicts.filter(mine)} newest={editions[0]!} />
      <Texts {...props} />
      <Paging
        say={say}
        next={kept.next ? `/muc/${entry.id}/lich-su?sau=${kept.next}` : undefined}
        first={before ? `/muc/${entry.id}/lich-su` : undefined}
      />
    </Page>,
  )
}

async function chosenText(
  c: OfficeContext,
  ref: TextRef | undefined,
  readable: ReadonlySet<number>,
): Promise<ComparedText | undefined> {
  const text = ref && (await loadText(c, ref))
  return text && readable.has(text.editionId) ? text : undefined
}

/** What a kept text is called by how it came to be. */
export const saveNames: Record<KeptSave['kind'], Message> = {
  autosave: messages.saveKind_autosave,
  save: messages.saveKind_save,
  step: messages.saveKind_step,
  restore: messages.saveKind_restore,
  import: messages.saveKind_import,
  conflict: messages.saveKind_conflict,
}

/** A list in which one text is chosen as the older and one as the newer. */
const Texts: FC<HistoryProps> = (props) => {
  const { c, entry, editions } = props
  const { say } = c.var
  return (
    <form class="stack" method="get" action={`/muc/${entry.id}/lich-su`}>
      <div class="screen-head">
        <h2>{say(messages.versions)}</h2>
        <button type="submit" class="button button-primary">
          {say(messages.compare)}
        </button>
      </div>
      {editions.map((edition) => (
        <VersionTexts {...props} edition={edition} />
      ))}
    </form>
  )
}

const VersionTexts: FC<HistoryProps & { edition: EditionView }> = ({ c, saves, chosen, edition }) => {
  const { say, language } = c.var
  const own = saves.filter((save) => save.editionId === edition.id)
  return (
    <div class="stack history-version">
      <h3 class="row" id={`ban-${edition.id}`}>
        {fill(say(messages.versionN), { n: edition.version })}{' '}
        <StateTag state={edition.state} chain={edition.chain} say={say} />
      </h3>
      <table class="table table-kept history" aria-labelledby={`ban-${edition.id}`}>
        <thead>
          <tr>
            <th scope="col">{say(messages.older)}</th>
            <th scope="col">{say(messages.newer)}</th>
            <th scope="col">{say(messages.text)}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <Choice
              c={c}
              refText={refOfEdition(edition)}
              chosen={chosen}
              label={fill(say(messages.versionN), { n: edition.version })}
            />
            <th scope="row">
              <a href={`/ban-thao/${edition.id}/duyet`}>{edition.title || say(messages.untitled)}</a>
              <span class="articles-facts">
                {say(messages.presentText)} · {edition.updatedByName} ·{' '}
                <When at={edition.updatedAt} language={language} />
              </span>
            </th>
          </tr>
          {own.map((save) => (
            <tr>
              <Choice
                c={c}
                refText={refOfSave(save)}
                chosen={chosen}
                label={`${say(saveNames[save.kind])} ${save.name} ${save.savedAt.toISOString()}`}
              />
              <td>
                {say(saveNames[save.kind])} · {save.name}
                <span class="articles-facts">
                  <When at={save.savedAt} language={language} /> ·{' '}
                  {fill(say(messages.savedTimes), { n: save.revision })}
                  {save.title !== edition.title && ` · “${save.title}”`}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Choice: FC<{ c: OfficeContext; refText: string; chosen: HistoryProps['chosen']; label: string }> = ({
  c,
  refText,
  chosen,
  label,
}) => {
  const { say } = c.var
  return (
    <>
      <td class="choice">
        <input
          type="radio"
          name="cu"
          value={refText}
          checked={chosen.older === refText}
          aria-label={`${say(messages.pickOlder)}: ${label}`}
        />
      </td>
      <td class="choice">
        <input
          type="radio"
          name="moi"
          value={refText}
          checked={chosen.newer === refText}
          aria-label={`${say(messages.pickNewer)}: ${label}`}
        />
      </td>
    </>
  )
}

const Conflicts: FC<{ c: OfficeContext; entry: EntryHead; saves: readonly KeptSave[]; newest: EditionView }> = ({
  c,
  entry,
  saves,
  newest,
}) => {
  const { say, language } = c.var
  if (saves.length === 0) return null
  return (
    <section class="notice notice-warn" aria-labelledby="ban-trung">
      <h2 id="ban-trung">{say(messages.conflicts)}</h2>
      <p>{say(messages.conflictsWhat)}</p>
      <ul>
        {saves.map((save) => (
          <li>
            {save.name} · <When at={save.savedAt} language={language} /> ·{' '}
            <a href={`/muc/${entry.id}/lich-su?cu=${refOfSave(save)}&moi=${refOfEdition(newest)}`}>
              {say(messages.compareWithPresent)}
              <span class="visually-hidden"> ({save.name})</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
