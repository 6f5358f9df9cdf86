import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { attempt, numberOf, typedForm } from '../../sites/office/form.tsx'
import type { Typed } from '../../web/form.ts'
import { addBlock } from '../add-block.ts'
import { isBlockKind, mostLinks, type BlockKindName } from '../block.ts'
import { changeBlock } from '../change-block.ts'
import { hideBlock } from '../hide-block.ts'
import { makeHomePreview } from '../make-home-preview.ts'
import { moveBlock } from '../move-block.ts'
import { publishHome } from '../publish-home.ts'
import { homeOf } from '../queries.ts'
import { removeBlock } from '../remove-block.ts'
import { restoreHome } from '../restore-home.ts'
import type { TypedBlock } from '../why-not-block.ts'
import { showBlock, showNewBlock } from './block-form.tsx'
import { showArrangement } from './home-screen.tsx'

const back = (c: OfficeContext, did: string, place = ''): Response =>
  c.redirect(`/cong/${c.var.siteId}/trang-chu?da=${did}${place}`, 303)

function blockIdOf(c: OfficeContext): number {
  const id = numberOf(c.req.param('block'))
  if (id === undefined) throw new NotFound()
  return id
}

/** Rows of links that have anything in them, each with the row of the form it came from. */
function linksOf(typed: Typed): { row: number; words: string; href: string }[] {
  return Array.from({ length: mostLinks + 4 }, (_, row) => ({
    row,
    words: typed[`words-${row}`] ?? '',
    href: typed[`href-${row}`] ?? '',
  })).filter(({ words, href }) => words !== '' || href !== '')
}

function blockFrom(typed: Typed, kind: BlockKindName): TypedBlock {
  return {
    kind,
    title: typed.title ?? '',
    sectionId: numberOf(typed.sectionId) ?? null,
    count: Number(typed.count ?? Number.NaN),
    look: typed.look ?? '',
    width: typed.width ?? '',
    links: linksOf(typed).map(({ words, href }) => ({ words, href })),
  }
}

/** Fields a message may stand beside: those of every block, and the rows of links, as they are numbered by the command. */
const fieldsOf: readonly string[] = [
  'title',
  'sectionId',
  'count',
  'look',
  'width',
  ...Array.from({ length: mostLinks + 4 }, (_, row) => [`words-${row}`, `href-${row}`]).flat(),
]

/** Messages of links come numbered as the links are; on the form they stand beside the rows, of which some may be empty. */
function besideRows(errors: Record<string, string>, typed: Typed): Record<string, string> {
  const rows = linksOf(typed).map(({ row }) => row)
  return Object.fromEntries(
    Object.entries(errors).map(([name, message]) => {
      const [, part, index] = /^(words|href)-(\d+)$/.exec(name) ?? []
      return [part && index ? `${part}-${rows[Number(index)] ?? index}` : name, message]
    }),
  )
}

/** POST /cong/:site/trang-chu/khoi. */
export async function saveNewBlock(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c)
  const { kind } = typed
  if (!isBlockKind(kind)) return showNewBlock(c)
  const { siteId, actor } = c.var
  const result = await attempt(c, fieldsOf, (tx) => addBlock(tx, actor, { siteId, block: blockFrom(typed, kind) }))
  if ('errors' in result) return showNewBlock(c, { errors: besideRows(result.errors, typed), typed })
  return back(c, 'luu', `#khoi-${result.done.blockId}`)
}

/** POST /cong/:site/trang-chu/khoi/:block. */
export async function saveBlock(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c)
  const { siteId, actor, db } = c.var
  const blockId = blockIdOf(c)
  const kind = (await homeOf(db, siteId))?.draft.find(({ id }) => id === blockId)?.kind
  if (!kind) throw new NotFound()
  const act = { siteId, blockId, was: typed.was ?? '', block: blockFrom(typed, kind) }
  const result = await attempt(c, fieldsOf, (tx) => changeBlock(tx, actor, act))
  if ('errors' in result) return showBlock(c, { errors: besideRows(result.errors, typed), typed })
  return back(c, 'luu', `#khoi-${blockId}`)
}

/** POST /cong/:site/trang-chu/khoi/:block/vi-tri. */
export async function saveBlockPlace(c: OfficeContext): Promise<Response> {
  const { direction } = await typedForm(c)
  const act = { siteId: c.var.siteId, blockId: blockIdOf(c), direction: direction === 'up' ? 'up' : 'down' } as const
  const result = await attempt(c, [], (tx) => moveBlock(tx, c.var.actor, act))
  return 'errors' in result ? showArrangement(c, result.errors) : back(c, 'luu', `#khoi-${act.blockId}`)
}

/** POST /cong/:site/trang-chu/khoi/:block/an. */
export async function saveHidden(c: OfficeContext): Promise<Response> {
  const { hidden } = await typedForm(c)
  const act = { siteId: c.var.siteId, blockId: blockIdOf(c), hidden: hidden === 'on' }
  const result = await attempt(c, [], (tx) => hideBlock(tx, c.var.actor, act))
  return 'errors' in result ? showArrangement(c, result.errors) : back(c, 'luu', `#khoi-${act.blockId}`)
}

/** POST /cong/:site/trang-chu/khoi/:block/bo. */
export async function dropBlock(c: OfficeContext): Promise<Response> {
  const { was = '' } = await typedForm(c)
  const act = { siteId: c.var.siteId, blockId: blockIdOf(c), was }
  const result = await attempt(c, [], (tx) => removeBlock(tx, c.var.actor, act))
  return 'errors' in result ? showArrangement(c, result.errors) : back(c, 'luu')
}

/** POST /cong/:site/trang-chu/dang. */
export async function putLive(c: OfficeContext): Promise<Response> {
  const { revision } = await typedForm(c)
  const act = { siteId: c.var.siteId, revision: Number(revision || Number.NaN) }
  const result = await attempt(c, [], (tx) => publishHome(tx, c.var.actor, act))
  return 'errors' in result ? showArrangement(c, result.errors) : back(c, 'dang')
}

/** POST /cong/:site/trang-chu/tro-lai. */
export async function putBack(c: OfficeContext): Promise<Response> {
  const { revision, ve } = await typedForm(c)
  const to: 'live' | 'default' = ve === 'default' ? 'default' : 'live'
  const act = { siteId: c.var.siteId, revision: Number(revision || Number.NaN), to }
  const result = await attempt(c, [], (tx) => restoreHome(tx, c.var.actor, act))
  return 'errors' in result ? showArrangement(c, result.errors) : back(c, 'lai')
}

/** POST /cong/:site/trang-chu/xem-thu. */
export async function openPreview(c: OfficeContext): Promise<Response> {
  const { siteId, actor } = c.var
  const result = await attempt(c, [], (tx) => makeHomePreview(tx, actor, { siteId }))
  if ('errors' in result) return showArrangement(c, result.errors)
  return c.redirect(`/cong/${siteId}/trang-chu/xem-thu?ma=${result.done.token}`, 303)
}
