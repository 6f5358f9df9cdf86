import type { Fault } from './site.ts'

/** What the order of sections is made of. Sections of a portal are known by number, those of a template by slug. */
export interface SectionPlace<Id extends string | number = number> {
  id: Id
  parentId: Id | null
  position: number
}
export type Branch<Row> = Row & { depth: number; children: Branch<Row>[] }

/** Levels a menu can show. */
export const deepest = 3

/** Rows as a tree, siblings in their order. A row whose parent is missing stands at the top, so none is lost. */
export function treeOf<Id extends string | number, Row extends SectionPlace<Id>>(
  rows: readonly (Row & SectionPlace<Id>)[],
): Branch<Row>[] {
  const known = new Set<Id>(rows.map((row) => row.id))
  const below = Map.groupBy(inOrder<Id, Row>(rows), (row) =>
    row.parentId !== null && known.has(row.parentId) ? row.parentId : null,
  )
  const grow = (parentId: Id | null, depth: number): Branch<Row>[] =>
    (below.get(parentId) ?? []).map((row) => ({ ...row, depth, children: grow(row.id, depth + 1) }))
  return grow(null, 1)
}

/** The tree read from top to bottom, each row with its depth from 1. */
export const flatOf = <Row>(tree: readonly Branch<Row>[]): Branch<Row>[] =>
  tree.flatMap((branch) => [branch, ...flatOf(branch.children)])

/** The ids of the siblings of a row in their new order after it moves one place; the same order at an end. */
export function movedAmong<Id extends string | number>(
  rows: readonly SectionPlace<Id>[],
  id: Id,
  direction: 'up' | 'down',
): Id[] {
  const row = rows.find((one) => one.id === id)
  const order = inOrder(rows.filter((one) => one.parentId === row?.parentId)).map((one) => one.id)
  const from = order.indexOf(id)
  const to = direction === 'up' ? from - 1 : from + 1
  const other = order[to]
  if (from < 0 || other === undefined) return order
  order[to] = id
  order[from] = other
  return order
}

/** Why a section cannot stand below another: itself, one of its own, or too deep for a menu. */
export function whyNotBelow<Id extends string | number>(
  rows: readonly SectionPlace<Id>[],
  id: Id | undefined,
  parentId: Id | null,
): Fault[] {
  if (parentId === null) return []
  const above = pathTo(rows, parentId)
  if (above.length === 0)
    return [
      {
        code: 'parentId:unknown',
        message: { vi: 'Chuyên mục cấp trên không còn.', en: 'The parent section is gone.' },
      },
    ]
  if (id !== undefined && above.includes(id)) {
    return [
      {
        code: 'parentId:cycle',
        message: { vi: 'Không thể đặt chuyên mục vào bên dưới chính nó.', en: 'A section cannot stand below itself.' },
      },
    ]
  }
  const height = id === undefined ? 1 : heightOf(rows, id)
  return above.length + height > deepest
    ? [
        {
          code: 'parentId:deep',
          message: {
            vi: `Cây chuyên mục chỉ có tối đa ${deepest} cấp.`,
            en: `The tree has at most ${deepest} levels.`,
          },
        },
      ]
    : []
}

function pathTo<Id extends string | number>(rows: readonly SectionPlace<Id>[], id: Id): Id[] {
  const path: Id[] = []
  for (
    let at = rows.find((row) => row.id === id);
    at && !path.includes(at.id);
    at = rows.find((row) => row.id === at?.parentId)
  )
    path.push(at.id)
  return path
}

const heightOf = <Id extends string | number>(rows: readonly SectionPlace<Id>[], id: Id): number =>
  1 + Math.max(0, ...rows.filter((row) => row.parentId === id).map((row) => heightOf(rows, row.id)))

const inOrder = <Id extends string | number, Row extends SectionPlace<Id> = SectionPlace<Id>>(
  rows: readonly Row[],
): Row[] => [...rows].toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
