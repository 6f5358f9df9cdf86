import type { OfficeRoute } from '../../office/route.ts'
import { sealedHandlerRoles, sealedNamers, sealedReaders, sealers } from '../policy.ts'
import { saveHandler, saveHandlerEnd, showDesk, showLooks } from './desk-screen.tsx'
import { openLetter, openSender, saveSealing, saveSettling } from './letter-acts.ts'
import { showLetter, showLetters } from './letter-screen.tsx'

const one = '/don-niem-phong/:case'

/** Sealed letters: lists and screens show them to the handlers named alone, whatever their roles. */
export const denunciationOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/don-niem-phong', access: { who: sealedReaders, on: 'somewhere' }, handle: showLetters },
  { method: 'GET', path: one, access: { who: sealedHandlerRoles, on: 'case' }, handle: (c) => showLetter(c) },
  { method: 'POST', path: `${one}/mo`, access: { who: sealedHandlerRoles, on: 'case' }, handle: openLetter },
  { method: 'POST', path: `${one}/nguoi-gui`, access: { who: sealedHandlerRoles, on: 'case' }, handle: openSender },
  { method: 'POST', path: `${one}/ket-thuc`, access: { who: sealedHandlerRoles, on: 'case' }, handle: saveSettling },
  { method: 'GET', path: `${one}/luot-xem`, access: { who: sealedReaders, on: 'case' }, handle: showLooks },
  {
    method: 'GET',
    path: '/cong/:site/don-niem-phong',
    access: { who: sealedNamers, on: 'site' },
    handle: (c) => showDesk(c),
  },
  {
    method: 'POST',
    path: '/cong/:site/don-niem-phong',
    access: { who: sealedNamers, on: 'site' },
    handle: saveHandler,
  },
  {
    method: 'POST',
    path: '/cong/:site/don-niem-phong/thoi',
    access: { who: sealedNamers, on: 'site' },
    handle: saveHandlerEnd,
  },
  { method: 'POST', path: '/ho-so/:case/niem-phong', access: { who: sealers, on: 'case' }, handle: saveSealing },
]
