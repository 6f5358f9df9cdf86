import type { OfficeRoute } from '../../office/route.ts'
import { newsroom, roles } from '../../people/actor.ts'
import { showArticles } from './article-list.tsx'
import { besideTextRoutes } from './beside-text-routes.ts'
import { entryRoutes } from './entry-routes.ts'
import { showMyWork } from './my-work.tsx'
import { offerRoutes } from './offer-routes.ts'
import { showReview } from './review.tsx'
import { stepRoutes } from './take-step-routes.ts'
import { translationRoutes } from './translation-routes.ts'

/** The newsroom: whatever kind of content it is about. */
export const editionOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/', access: { who: roles, on: 'somewhere' }, handle: showMyWork },
  {
    method: 'GET',
    path: '/bai-viet',
    access: { who: [...newsroom, 'auditor'], on: 'somewhere' },
    handle: showArticles,
  },
  {
    method: 'GET',
    path: '/ban-thao/:edition/duyet',
    access: { who: [...newsroom, 'auditor'], on: 'edition' },
    handle: showReview,
  },
  ...stepRoutes,
  ...besideTextRoutes,
  ...entryRoutes,
  ...offerRoutes,
  ...translationRoutes,
]
