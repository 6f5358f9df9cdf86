import { qrCodeBelow } from '../articles/public/qr-code.ts'
import type { PublicRoute } from '../delivery/route.ts'
import { answerKind } from './answer.ts'
import { showAnswer } from './public/answer-page.tsx'
import { showList } from './public/list-page.tsx'

/** Published answers. Stands behind the routes of forms below /hoi-dap, whose addresses are no slugs. */
export const answersPublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: '/hoi-dap', handle: showList },
  { method: 'GET', path: '/hoi-dap/:slug', handle: showAnswer, inEnglish: false },
  { method: 'GET', path: '/ma-qr/hoi-dap/:file', handle: qrCodeBelow(answerKind.path), inEnglish: false },
]
