import { qrCodeBelow } from '../articles/public/qr-code.ts'
import type { PublicRoute } from '../delivery/route.ts'
import { complaintResultKind } from './complaint-result.ts'
import { showResults } from './public/results-page.tsx'
import { showResult } from './public/result-page.tsx'

/** How to lodge complaints and denunciations, and the results that are public. */
export const complaintPublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: complaintResultKind.path, handle: showResults },
  { method: 'GET', path: `${complaintResultKind.path}/:slug`, handle: showResult, inEnglish: false },
  {
    method: 'GET',
    path: `/ma-qr${complaintResultKind.path}/:file`,
    handle: qrCodeBelow(complaintResultKind.path),
    inEnglish: false,
  },
]
