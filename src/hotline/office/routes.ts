import type { OfficeRoute } from '../../office/route.ts'
import { callReaders, countReaders, operators } from '../policy.ts'
import { saveCall, saveCallBack, suggestWhileTyping } from './call-acts.tsx'
import { showHotlines } from './hotlines-screen.tsx'
import { showCalls } from './call-screen.tsx'
import { downloadCounts, showCounts } from './count-screen.tsx'

/** The hotline of a portal: calls written down while they last, and their counts by field. */
export const hotlineOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/tong-dai', access: { who: callReaders, on: 'somewhere' }, handle: showHotlines },
  {
    method: 'GET',
    path: '/cong/:site/tong-dai',
    access: { who: callReaders, on: 'site' },
    handle: (c) => showCalls(c),
  },
  { method: 'POST', path: '/cong/:site/tong-dai', access: { who: operators, on: 'site' }, handle: saveCall },
  {
    // What a caller says stands in no address, and so in no log.
    method: 'POST',
    path: '/cong/:site/tong-dai/goi-y',
    access: { who: operators, on: 'site' },
    handle: suggestWhileTyping,
  },
  {
    method: 'GET',
    path: '/cong/:site/tong-dai/tong-hop',
    access: { who: countReaders, on: 'site' },
    handle: showCounts,
  },
  {
    method: 'GET',
    path: '/cong/:site/tong-dai/tong-hop.xlsx',
    access: { who: countReaders, on: 'site' },
    handle: downloadCounts,
  },
  {
    method: 'POST',
    path: '/cong/:site/tong-dai/:call/goi-lai',
    access: { who: operators, on: 'site' },
    handle: saveCallBack,
  },
]
