import type { OfficeContext } from '../../office/route.ts'
import { inTransaction } from '../../database/connect.ts'
import { saveEdition } from '../../editions/save-edition.ts'
import { isRecord } from '../../editions/body/reading.ts'
import { safeHref } from '../../editions/body/address.ts'
import { StepPanel } from '../../editions/office/step-panel.tsx'
import { loadPublishFacts } from '../../editions/queries.ts'
import type { SaveAnswer } from '../../office/editor/editor-data.ts'
import { ConflictPage } from './conflict-page.tsx'
import { isWritable, loadScreen, readableEdition } from './load-screen.ts'
import { messages } from './messages.ts'
import { fields, readArticleForm, type Posted } from './read-article-form.ts'
import { WritePage } from './write-page.tsx'

/** GET /ban-thao/:edition. What can no longer be written is shown on the page for reading it. */
export async function showWriting(c: OfficeContext): Promise<Response> {
  const edition = await readableEdition(c)
  if (!isWritable(c, edition)) return c.redirect(`/ban-thao/${edition.id}/duyet`, 303)
  const screen = await loadScreen(c, edition)
  const done = {
    saved: c.req.query('da-luu') === '1',
    imported: c.req.query('da-nhap') === '1',
    dropped: (c.req.query('bo') ?? '').split('|').filter(Boolean).slice(0, 50),
  }
  return await c.html(<WritePage c={c} screen={screen} done={done} />)
}

/** Undoes a transaction while the value read in it goes back to the person. */
class Unkept extends Error {
  readonly content: Awaited<ReturnType<typeof readArticleForm>>
  constructor(content: Awaited<ReturnType<typeof readArticleForm>>) {
    super('form refused')
    this.content = content
  }
}

/** POST /ban-thao/:edition: the form, as it is sent without script. */
export async function saveForm(c: OfficeContext): Promise<Response> {
  const { db, actor, kinds } = c.var
  const edition = await readableEdition(c)
  const posted: Posted = await c.req.parseBody({ all: true })
  const baseRevision = Number(posted[fields.revision])
  const sourceUrl = posted[fields.sourceUrl]
  const isWrong =
    typeof sourceUrl === 'string' && sourceUrl.trim() !== '' && !/^https?:/i.test(safeHref(sourceUrl) ?? '')
  const { outcome, content } = await inTransaction(db, async (tx) => {
    const read = await readArticleForm(tx, actor, edition.siteId, { posted, standing: edition.content })
    // A refusal keeps nothing, new bylines included: what was typed goes back to the page alone.
    if (isWrong) throw new Unkept(read)
    const act = { editionId: edition.id, baseRevision, content: read, kind: 'save' } as const
    return { outcome: await saveEdition(tx, actor, act, kinds), content: read }
  }).catch((error: unknown) => {
    if (error instanceof Unkept) return { outcome: undefined, content: error.content }
    throw error
  })
  const typed = kinds.get(edition.kind)?.read(content).content ?? edition.content
  if (outcome === undefined) {
    const screen = await loadScreen(
      c,
      { ...edition, revision: baseRevision },
      { ...typed, sourceUrl: String(sourceUrl) },
    )
    return await c.html(
      <WritePage c={c} screen={screen} errors={{ [fields.sourceUrl]: c.var.say(messages.sourceUrlWrong) }} />,
      422,
    )
  }
  if (outcome.outcome === 'conflict')
    return await c.html(<ConflictPage c={c} edition={edition} mine={typed} conflict={outcome} posted={posted} />, 409)
  return c.redirect(
    `/ban-thao/${edition.id}?${new URLSearchParams({ 'da-luu': '1', ...droppedQuery(outcome.dropped) })}`,
    303,
  )
}

/** Names of what was left out, for the address of the next page. */
export const droppedQuery = (dropped: readonly string[]): { bo?: string } =>
  dropped.length > 0
    ? {
        bo: dropped
          .map((name) => name.replaceAll('|', ' '))
          .join('|')
          .slice(0, 1500),
      }
    : {}

const heaviest = 8 * 1024 * 1024

/** POST /ban-thao/:edition/noi-dung: the whole value as JSON, from the writing screen's script. */
export async function saveJson(c: OfficeContext): Promise<Response> {
  const { db, actor, kinds } = c.var
  if (Number(c.req.header('content-length') ?? 0) > heaviest) return c.json({ error: 'too-heavy' }, 413)
  const text = await c.req.text()
  if (text.length > heaviest) return c.json({ error: 'too-heavy' }, 413)
  const asked = parse(text)
  if (asked === undefined) return c.json({ error: 'not-readable' }, 400)
  const edition = await readableEdition(c)
  const outcome = await inTransaction(db, (tx) => saveEdition(tx, actor, { ...asked, editionId: edition.id }, kinds))
  if (outcome.outcome === 'conflict') {
    const { content, revision, name, at } = outcome.theirs
    return c.json(
      {
        outcome: 'conflict',
        saveId: outcome.saveId,
        theirs: { content, revision, name, at: at.toISOString() },
      } satisfies SaveAnswer,
      409,
    )
  }
  return c.json({
    outcome: 'saved',
    revision: outcome.revision,
    dropped: outcome.dropped,
    savedAt: new Date().toISOString(),
  } satisfies SaveAnswer)
}

function parse(
  text: string,
): { baseRevision: number; kind: 'save' | 'autosave'; content: Record<string, unknown> } | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value) || !isRecord(value.content) || !Number.isSafeInteger(value.baseRevision)) return undefined
    return {
      baseRevision: value.baseRevision as number,
      kind: value.kind === 'save' ? 'save' : 'autosave',
      content: value.content,
    }
  } catch {
    return undefined
  }
}

/** GET /ban-thao/:edition/buoc-hien-co: the panel of steps drawn anew, for the script to put in place after saving. */
export async function showSteps(c: OfficeContext): Promise<Response> {
  const edition = await readableEdition(c)
  const facts = await loadPublishFacts(c.var.db, edition)
  return await c.html(<StepPanel c={c} edition={edition} facts={facts} />)
}
