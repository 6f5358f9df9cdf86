import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { addSection } from '../add-section.ts'
import { changeSection } from '../change-section.ts'
import { moveSection } from '../move-section.ts'
import { sectionById } from '../queries.ts'
import { removeSection } from '../remove-section.ts'
import { attempt, numberOf, typedForm } from './form.tsx'
import { showSections } from './section-screen.tsx'

const back = (c: OfficeContext, place = ''): Response =>
  c.redirect(`/cong/${c.var.siteId}/chuyen-muc?da-luu=1${place}`, 303)
const sectionIdOf = (c: OfficeContext): number => Number(c.req.param('section'))

/** POST /cong/:site/chuyen-muc. */
export async function saveNewSection(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c, 'description')
  const { name = '', slug, description } = typed
  const result = await attempt(c, ['name', 'slug', 'description', 'parentId'], (tx) =>
    addSection(tx, c.var.actor, {
      siteId: c.var.siteId,
      parentId: numberOf(typed.parentId) ?? null,
      name,
      slug,
      description,
    }),
  )
  if ('errors' in result) return showSections(c, { errors: result.errors, typed })
  return back(c, `#muc-${result.done.sectionId}`)
}

/** POST /chuyen-muc/:section: words, hiding and, for sections of the portal's own, the place in the tree, in one commit. */
export async function saveSection(c: OfficeContext): Promise<Response> {
  const sectionId = sectionIdOf(c)
  const section = await sectionById(c.var.db, sectionId)
  if (!section) throw new NotFound()
  const typed = await typedForm(c, 'description')
  const { name = '', description = '' } = typed
  const result = await attempt(c, ['name', 'description', 'parentId'], async (tx) => {
    await changeSection(tx, c.var.actor, { sectionId, name, description, hidden: typed.hidden === 'on' })
    if (!section.fromTemplate && typed.parentId !== undefined)
      await moveSection(tx, c.var.actor, { sectionId, parentId: numberOf(typed.parentId) ?? null })
  })
  if ('errors' in result) return showSections(c, { sectionId, errors: result.errors, typed })
  return back(c, `#muc-${sectionId}`)
}

/** POST /chuyen-muc/:section/vi-tri. */
export async function saveOrder(c: OfficeContext): Promise<Response> {
  const sectionId = sectionIdOf(c)
  const { direction } = await typedForm(c)
  const result = await attempt(c, [], (tx) =>
    moveSection(tx, c.var.actor, { sectionId, direction: direction === 'up' ? 'up' : 'down' }),
  )
  if ('errors' in result) return showSections(c, { sectionId, errors: result.errors, typed: {} })
  return back(c, `#muc-${sectionId}`)
}

/** POST /chuyen-muc/:section/xoa. */
export async function dropSection(c: OfficeContext): Promise<Response> {
  const sectionId = sectionIdOf(c)
  const result = await attempt(c, [], (tx) => removeSection(tx, c.var.actor, { sectionId }))
  if ('errors' in result) {
    const section = await sectionById(c.var.db, sectionId)
    if (!section) throw new NotFound()
    const { name, description, hidden, parentId } = section
    return showSections(c, {
      sectionId,
      errors: result.errors,
      typed: { name, description, hidden: hidden ? 'on' : '', parentId: String(parentId ?? '') },
    })
  }
  return back(c)
}
