import { caseFormRoutes } from '../cases/public/form-routes.tsx'
import type { PublicRoute } from '../delivery/route.ts'
import { showAccess } from './public/access-page.tsx'
import { fetchFile, showFetch } from './public/fetch-page.tsx'
import { requestForm } from './public/request-form.tsx'

/** Access to information: the section every portal owes, the form of a request, and where a file is fetched with its code. */
export const informationRequestPublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: '/tiep-can-thong-tin', handle: showAccess },
  ...caseFormRoutes(requestForm),
  { method: 'GET', path: '/tiep-can-thong-tin/nhan', handle: showFetch },
  { method: 'POST', path: '/tiep-can-thong-tin/nhan', handle: fetchFile },
]
