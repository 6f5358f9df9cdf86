import type { OfficeRoute } from '../../office/route.ts'
import { reportDesk, reportReaders, ruleSetters } from '../policy.ts'
import { saveClosing, saveRule, saveTaking } from './report-acts.ts'
import { showReport } from './report-screen.tsx'
import { showQueue } from './queue-screen.tsx'
import { showReaders } from './readers-screen.tsx'

/** What readers say: reports of errors of a portal, and the way to its ratings. */
export const errorReportOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/ban-doc', access: { who: reportReaders, on: 'somewhere' }, handle: showReaders },
  {
    method: 'GET',
    path: '/cong/:site/bao-loi',
    access: { who: reportReaders, on: 'site' },
    handle: (c) => showQueue(c),
  },
  { method: 'POST', path: '/cong/:site/bao-loi/thoi-han', access: { who: ruleSetters, on: 'site' }, handle: saveRule },
  {
    method: 'GET',
    path: '/cong/:site/bao-loi/:report',
    access: { who: reportReaders, on: 'site' },
    handle: (c) => showReport(c),
  },
  {
    method: 'POST',
    path: '/cong/:site/bao-loi/:report/nhan',
    access: { who: reportDesk, on: 'site' },
    handle: saveTaking,
  },
  {
    method: 'POST',
    path: '/cong/:site/bao-loi/:report/xong',
    access: { who: reportDesk, on: 'site' },
    handle: saveClosing,
  },
]
