import { caseDesk } from '../../cases/policy.ts'
import type { OfficeRoute } from '../../office/route.ts'
import { saveAcknowledgement, saveErasure } from './data-acts.ts'
import { showData } from './data-screen.tsx'

const onCase = { who: caseDesk, on: 'case' } as const

/** What a request of a data subject needs besides what every case needs. */
export const dataRequestOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/ho-so/:case/du-lieu', access: onCase, handle: (c) => showData(c) },
  { method: 'POST', path: '/ho-so/:case/du-lieu/xac-nhan', access: onCase, handle: saveAcknowledgement },
  { method: 'POST', path: '/ho-so/:case/du-lieu/xoa', access: onCase, handle: saveErasure },
]
