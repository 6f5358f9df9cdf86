import { boardReaders } from '../../cases/policy.ts'
import type { OfficeRoute } from '../../office/route.ts'
import { showAnswered } from './answered-screen.tsx'
import { showBoard, showBoards } from './board-screen.tsx'
import { downloadBoard } from './download-board.ts'

/** Leaders' boards: how timely answers are, by portal, division, field and month, down to the cases. */
export const caseBoardOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/dieu-hanh', access: { who: boardReaders, on: 'somewhere' }, handle: showBoards },
  { method: 'GET', path: '/cong/:site/dieu-hanh', access: { who: boardReaders, on: 'site' }, handle: showBoard },
  {
    method: 'GET',
    path: '/cong/:site/dieu-hanh.xlsx',
    access: { who: boardReaders, on: 'site' },
    handle: downloadBoard,
  },
  {
    method: 'GET',
    path: '/cong/:site/dieu-hanh/ho-so',
    access: { who: boardReaders, on: 'site' },
    handle: showAnswered,
  },
]
