import { caseAdmins, caseDesk } from '../../cases/policy.ts'
import type { OfficeRoute } from '../../office/route.ts'
import { exportRegister, showRegister } from './register-screen.tsx'
import { saveClass, saveDelivery, saveRefusal } from './request-acts.ts'
import { showRequest } from './request-screen.tsx'
import { saveSetting, showSetting } from './setting-screen.tsx'

const onCase = { who: caseDesk, on: 'case' } as const
const readers = { who: [...caseDesk, 'site_admin', 'network_admin', 'auditor'], on: 'site' } as const

/** Information requests: what each needs, their register, and what a portal says of access to information. */
export const informationRequestOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/ho-so/:case/thong-tin', access: onCase, handle: (c) => showRequest(c) },
  { method: 'POST', path: '/ho-so/:case/thong-tin/phan-loai', access: onCase, handle: saveClass },
  { method: 'POST', path: '/ho-so/:case/thong-tin/tu-choi', access: onCase, handle: saveRefusal },
  { method: 'POST', path: '/ho-so/:case/thong-tin/giao', access: onCase, handle: saveDelivery },
  { method: 'GET', path: '/cong/:site/so-cung-cap-thong-tin', access: readers, handle: showRegister },
  { method: 'GET', path: '/cong/:site/so-cung-cap-thong-tin/ban-xuat.csv', access: readers, handle: exportRegister },
  {
    method: 'GET',
    path: '/cong/:site/tiep-can-thong-tin',
    access: { who: [...caseAdmins, 'auditor'], on: 'site' },
    handle: (c) => showSetting(c),
  },
  {
    method: 'POST',
    path: '/cong/:site/tiep-can-thong-tin',
    access: { who: caseAdmins, on: 'site' },
    handle: saveSetting,
  },
]
