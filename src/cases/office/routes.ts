import type { Access, OfficeRoute } from '../../office/route.ts'
import { caseAdmins, caseDesk } from '../policy.ts'
import {
  approve,
  approveAndPublish,
  insertEntry,
  insertTemplate,
  publishAnswered,
  renewPublicVersion,
  saveDraft,
  searchEntries,
  submitDraft,
} from './answer-acts.ts'
import { showCase } from './case-screen.tsx'
import { answerChosen, approveChosen, mergeChosen, showChosen } from './chosen-screen.tsx'
import { saveField, saveNewField, showFields } from './fields-screen.tsx'
import { lookAtSenderOf, openAttachment } from './look-acts.ts'
import { showMyCases } from './my-cases.tsx'
import { assignFromQueue, reviewChosen } from './queue-acts.ts'
import { showQueue } from './queue-screen.tsx'
import {
  saveDivision,
  saveDivisionEnd,
  saveGeneral,
  saveNewDivision,
  saveRetention,
  saveRouting,
} from './settings-acts.ts'
import { showSettings } from './settings-screen.tsx'
import { caseActs, handlerFor, joinToNumber } from './step-acts.ts'
import { saveHandOverAll, saveSubstitute, saveSubstituteEnd, showSubstitutes } from './substitutes-screen.tsx'
import { dropTemplate, saveTemplateForm, showTemplates } from './templates-screen.tsx'

const desk = { who: caseDesk, on: 'site' } as const satisfies Access
const setUp = { who: caseAdmins, on: 'site' } as const satisfies Access
const deskOrSetUp = { who: [...caseDesk, 'site_admin', 'network_admin'], on: 'site' } as const satisfies Access
const network = { who: ['network_admin'], on: 'network' } as const satisfies Access
const one = { who: caseDesk, on: 'case' } as const satisfies Access

const acts: readonly (readonly [string, OfficeRoute['handle']])[] = [
  ...caseActs.map((act) => [act.slug, handlerFor(act)] as const),
  ['gop', joinToNumber],
  ['nguoi-gui', lookAtSenderOf],
  ['du-thao', saveDraft],
  ['trinh-duyet', submitDraft],
  ['chen-mau', insertTemplate],
  ['tim-bai', searchEntries],
  ['chen-bai', insertEntry],
  ['ban-cong-khai', renewPublicVersion],
  ['duyet', approve],
  ['duyet-va-dang', approveAndPublish],
  ['cong-khai', publishAnswered],
]

/** Cases of citizens: my work, the queue of a portal, one case. Who is on the desk but does not see a case gets 404 from its handler. */
export const caseOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/ho-so', access: { who: caseDesk, on: 'somewhere' }, handle: showMyCases },
  { method: 'GET', path: '/cong/:site/ho-so', access: desk, handle: (c) => showQueue(c) },
  { method: 'POST', path: '/cong/:site/ho-so/phan-cong', access: desk, handle: assignFromQueue },
  { method: 'POST', path: '/cong/:site/ho-so/da-chon', access: desk, handle: reviewChosen },
  { method: 'GET', path: '/cong/:site/ho-so/da-chon', access: desk, handle: (c) => showChosen(c) },
  { method: 'POST', path: '/cong/:site/ho-so/gop', access: desk, handle: mergeChosen },
  { method: 'POST', path: '/cong/:site/ho-so/tra-loi-chung', access: desk, handle: answerChosen },
  { method: 'POST', path: '/cong/:site/ho-so/duyet-chung', access: desk, handle: approveChosen },
  { method: 'GET', path: '/cong/:site/ho-so/mau', access: desk, handle: (c) => showTemplates(c) },
  { method: 'POST', path: '/cong/:site/ho-so/mau', access: desk, handle: saveTemplateForm },
  { method: 'POST', path: '/cong/:site/ho-so/mau/bo', access: desk, handle: dropTemplate },
  { method: 'GET', path: '/cong/:site/ho-so/lam-thay', access: deskOrSetUp, handle: (c) => showSubstitutes(c) },
  { method: 'POST', path: '/cong/:site/ho-so/lam-thay', access: deskOrSetUp, handle: saveSubstitute },
  { method: 'POST', path: '/cong/:site/ho-so/lam-thay/ket-thuc', access: deskOrSetUp, handle: saveSubstituteEnd },
  { method: 'POST', path: '/cong/:site/ho-so/lam-thay/ban-giao', access: setUp, handle: saveHandOverAll },
  {
    method: 'GET',
    path: '/cong/:site/ho-so/cai-dat',
    access: { who: [...caseAdmins, 'auditor'], on: 'site' },
    handle: (c) => showSettings(c),
  },
  { method: 'POST', path: '/cong/:site/ho-so/cai-dat/chung', access: setUp, handle: saveGeneral },
  { method: 'POST', path: '/cong/:site/ho-so/cai-dat/thoi-gian-luu', access: setUp, handle: saveRetention },
  { method: 'POST', path: '/cong/:site/ho-so/cai-dat/phan-luong', access: setUp, handle: saveRouting },
  { method: 'POST', path: '/cong/:site/ho-so/cai-dat/phong', access: setUp, handle: saveNewDivision },
  { method: 'POST', path: '/cong/:site/ho-so/cai-dat/phong/:division', access: setUp, handle: saveDivision },
  {
    method: 'POST',
    path: '/cong/:site/ho-so/cai-dat/phong/:division/ket-thuc',
    access: setUp,
    handle: saveDivisionEnd,
  },
  {
    method: 'GET',
    path: '/linh-vuc',
    access: { who: ['network_admin', 'auditor'], on: 'network' },
    handle: (c) => showFields(c),
  },
  { method: 'POST', path: '/linh-vuc', access: network, handle: saveNewField },
  { method: 'POST', path: '/linh-vuc/:field', access: network, handle: saveField },
  { method: 'GET', path: '/ho-so/:case', access: one, handle: (c) => showCase(c) },
  { method: 'GET', path: '/ho-so/:case/tep/:attachment', access: one, handle: openAttachment },
  ...acts.map(([slug, handle]): OfficeRoute => ({ method: 'POST', path: `/ho-so/:case/${slug}`, access: one, handle })),
]
