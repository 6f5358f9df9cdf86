import type { Access, OfficeRoute } from '../../office/route.ts'
import { saveEnglish, showEnglish } from './english-screen.tsx'
import { openSite, showNewSite } from './new-site.tsx'
import { dropSection, saveNewSection, saveOrder, saveSection } from './section-acts.ts'
import { showSections } from './section-screen.tsx'
import {
  dropHost,
  saveChain,
  saveClosure,
  saveIdentity,
  saveMainHost,
  saveNewHost,
  savePlace,
  saveTheme,
} from './site-acts.ts'
import { showSites } from './site-list.tsx'
import { showSite } from './site-screen.tsx'
import { dropTemplateSection, saveNewTemplateSection, saveTemplateOrder, saveTemplateSection } from './template-acts.ts'
import { showTemplate } from './template-screen.tsx'
import { openTopic, saveArchive, saveTopic, showNewTopic, showTopic, showTopics } from './topic-screens.tsx'
import { showUnits } from './unit-list.tsx'
import { saveNewUnit, saveUnitEnd, saveUnitName, showNewUnit, showUnit } from './unit-screens.tsx'

const readsNetwork = { who: ['network_admin', 'auditor'], on: 'network' } as const satisfies Access
const changesNetwork = { who: ['network_admin'], on: 'network' } as const satisfies Access
const readsSite = { who: ['site_admin', 'network_admin', 'auditor'], on: 'site' } as const satisfies Access
const changesSite = { who: ['site_admin', 'network_admin'], on: 'site' } as const satisfies Access
const placesSite = { who: ['network_admin'], on: 'site' } as const satisfies Access
const changesSection = { who: ['site_admin', 'network_admin'], on: 'section' } as const satisfies Access

/** Portals, templates, sections, topics and units. Addresses in so many words stand before those with a parameter in their place. */
export const sitesOfficeRoutes: readonly OfficeRoute[] = [
  {
    method: 'GET',
    path: '/cong',
    access: { who: ['site_admin', 'network_admin', 'auditor'], on: 'somewhere' },
    handle: showSites,
  },
  { method: 'GET', path: '/cong/moi', access: readsNetwork, handle: showNewSite },
  { method: 'POST', path: '/cong/moi', access: changesNetwork, handle: openSite },
  { method: 'GET', path: '/cong/:site', access: readsSite, handle: (c) => showSite(c) },
  { method: 'POST', path: '/cong/:site/nhan-dien', access: changesSite, handle: saveIdentity },
  { method: 'POST', path: '/cong/:site/giao-dien', access: changesSite, handle: saveTheme },
  { method: 'POST', path: '/cong/:site/quy-trinh', access: changesSite, handle: saveChain },
  { method: 'POST', path: '/cong/:site/ten-mien', access: placesSite, handle: saveNewHost },
  { method: 'POST', path: '/cong/:site/ten-mien/chinh', access: placesSite, handle: saveMainHost },
  { method: 'POST', path: '/cong/:site/ten-mien/go', access: placesSite, handle: dropHost },
  { method: 'POST', path: '/cong/:site/vi-tri', access: placesSite, handle: savePlace },
  { method: 'POST', path: '/cong/:site/trang-thai', access: placesSite, handle: saveClosure },
  { method: 'GET', path: '/cong/:site/tieng-anh', access: readsSite, handle: (c) => showEnglish(c) },
  { method: 'POST', path: '/cong/:site/tieng-anh', access: changesSite, handle: saveEnglish },
  { method: 'GET', path: '/cong/:site/chuyen-muc', access: readsSite, handle: (c) => showSections(c) },
  { method: 'POST', path: '/cong/:site/chuyen-muc', access: changesSite, handle: saveNewSection },
  { method: 'POST', path: '/chuyen-muc/:section', access: changesSection, handle: saveSection },
  { method: 'POST', path: '/chuyen-muc/:section/vi-tri', access: changesSection, handle: saveOrder },
  { method: 'POST', path: '/chuyen-muc/:section/xoa', access: changesSection, handle: dropSection },
  { method: 'GET', path: '/mau/:template', access: readsNetwork, handle: (c) => showTemplate(c) },
  { method: 'POST', path: '/mau/:template', access: changesNetwork, handle: saveNewTemplateSection },
  { method: 'POST', path: '/mau/:template/chuyen-muc/:slug', access: changesNetwork, handle: saveTemplateSection },
  { method: 'POST', path: '/mau/:template/chuyen-muc/:slug/vi-tri', access: changesNetwork, handle: saveTemplateOrder },
  { method: 'POST', path: '/mau/:template/chuyen-muc/:slug/go', access: changesNetwork, handle: dropTemplateSection },
  { method: 'GET', path: '/chuyen-de', access: readsNetwork, handle: showTopics },
  { method: 'GET', path: '/chuyen-de/moi', access: readsNetwork, handle: (c) => showNewTopic(c) },
  { method: 'POST', path: '/chuyen-de/moi', access: changesNetwork, handle: openTopic },
  { method: 'GET', path: '/chuyen-de/:topic', access: readsNetwork, handle: (c) => showTopic(c) },
  { method: 'POST', path: '/chuyen-de/:topic', access: changesNetwork, handle: saveTopic },
  { method: 'POST', path: '/chuyen-de/:topic/luu-tru', access: changesNetwork, handle: saveArchive },
  { method: 'GET', path: '/don-vi', access: readsNetwork, handle: showUnits },
  { method: 'GET', path: '/don-vi/moi', access: readsNetwork, handle: (c) => showNewUnit(c) },
  { method: 'POST', path: '/don-vi/moi', access: changesNetwork, handle: saveNewUnit },
  { method: 'GET', path: '/don-vi/:unit', access: readsNetwork, handle: (c) => showUnit(c) },
  { method: 'POST', path: '/don-vi/:unit/ten', access: changesNetwork, handle: saveUnitName },
  { method: 'POST', path: '/don-vi/:unit/ket-thuc', access: changesNetwork, handle: saveUnitEnd },
]
