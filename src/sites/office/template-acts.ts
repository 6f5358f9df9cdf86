import type { OfficeContext } from '../../office/route.ts'
import { addTemplateSection } from '../add-template-section.ts'
import { changeTemplateSection } from '../change-template-section.ts'
import { moveTemplateSection } from '../move-template-section.ts'
import { removeTemplateSection } from '../remove-template-section.ts'
import { attempt, typedForm } from './form.tsx'
import { showTemplate } from './template-screen.tsx'

const templateOf = (c: OfficeContext): string => c.req.param('template') ?? ''
const slugIn = (c: OfficeContext): string => c.req.param('slug') ?? ''
const back = (c: OfficeContext, slug = ''): Response =>
  c.redirect(`/mau/${templateOf(c)}?da-luu=1${slug && `#muc-${slug}`}`, 303)

/** POST /mau/:template. */
export async function saveNewTemplateSection(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c)
  const { name = '', slug, parentId } = typed
  const result = await attempt(c, ['name', 'slug', 'parentId'], (tx) =>
    addTemplateSection(tx, c.var.actor, { template: templateOf(c), parentSlug: parentId || null, name, slug }),
  )
  if ('errors' in result) return showTemplate(c, { errors: result.errors, typed })
  return back(c, result.done.slug)
}

/** POST /mau/:template/chuyen-muc/:slug. */
export async function saveTemplateSection(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c)
  const result = await attempt(c, ['name'], (tx) =>
    changeTemplateSection(tx, c.var.actor, { template: templateOf(c), slug: slugIn(c), name: typed.name ?? '' }),
  )
  if ('errors' in result) return showTemplate(c, { slug: slugIn(c), errors: result.errors, typed })
  return back(c, slugIn(c))
}

/** POST /mau/:template/chuyen-muc/:slug/vi-tri. */
export async function saveTemplateOrder(c: OfficeContext): Promise<Response> {
  const { direction } = await typedForm(c)
  const act = { template: templateOf(c), slug: slugIn(c), direction: direction === 'up' ? 'up' : 'down' } as const
  const result = await attempt(c, [], (tx) => moveTemplateSection(tx, c.var.actor, act))
  if ('errors' in result) return showTemplate(c, { slug: slugIn(c), errors: result.errors, typed: {} })
  return back(c, slugIn(c))
}

/** POST /mau/:template/chuyen-muc/:slug/go. */
export async function dropTemplateSection(c: OfficeContext): Promise<Response> {
  const result = await attempt(c, [], (tx) =>
    removeTemplateSection(tx, c.var.actor, { template: templateOf(c), slug: slugIn(c) }),
  )
  if ('errors' in result) return showTemplate(c, { slug: slugIn(c), errors: result.errors, typed: {} })
  return back(c)
}
