import type { OfficeRoute } from '../../office/route.ts'
import { newsroom } from '../../people/actor.ts'
import { importDocx } from './import-docx.tsx'
import { beginArticle, chooseSite, showNew } from './new-article.tsx'
import { saveForm, saveJson, showSteps, showWriting } from './save-article.tsx'
import { addComment, endComment, findAuthor, findEntries, openPreview, showPresence } from './small-endpoints.tsx'

const readers = [...newsroom, 'auditor'] as const

/** The writing screen of articles and what it talks to. */
export const articleOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/bai-viet/moi', access: { who: readers, on: 'somewhere' }, handle: chooseSite },
  { method: 'GET', path: '/cong/:site/bai-viet/moi', access: { who: newsroom, on: 'site' }, handle: showNew },
  { method: 'POST', path: '/cong/:site/bai-viet/moi', access: { who: newsroom, on: 'site' }, handle: beginArticle },
  { method: 'GET', path: '/cong/:site/tim-bai', access: { who: readers, on: 'site' }, handle: findEntries },
  { method: 'POST', path: '/cong/:site/tac-gia', access: { who: newsroom, on: 'site' }, handle: findAuthor },
  { method: 'GET', path: '/ban-thao/:edition', access: { who: readers, on: 'edition' }, handle: showWriting },
  { method: 'POST', path: '/ban-thao/:edition', access: { who: newsroom, on: 'edition' }, handle: saveForm },
  { method: 'POST', path: '/ban-thao/:edition/noi-dung', access: { who: newsroom, on: 'edition' }, handle: saveJson },
  {
    method: 'GET',
    path: '/ban-thao/:edition/buoc-hien-co',
    access: { who: readers, on: 'edition' },
    handle: showSteps,
  },
  {
    method: 'GET',
    path: '/ban-thao/:edition/nguoi-dang-sua',
    access: { who: readers, on: 'edition' },
    handle: showPresence,
  },
  {
    method: 'POST',
    path: '/ban-thao/:edition/nguoi-dang-sua',
    access: { who: newsroom, on: 'edition' },
    handle: showPresence,
  },
  {
    method: 'POST',
    path: '/ban-thao/:edition/nhap-docx',
    access: { who: newsroom, on: 'edition' },
    handle: importDocx,
  },
  {
    method: 'POST',
    path: '/ban-thao/:edition/xem-thu-moi',
    access: { who: newsroom, on: 'edition' },
    handle: openPreview,
  },
  {
    method: 'POST',
    path: '/ban-thao/:edition/gop-y-moi',
    access: { who: newsroom, on: 'edition' },
    handle: addComment,
  },
  {
    method: 'POST',
    path: '/ban-thao/:edition/gop-y-xong',
    access: { who: newsroom, on: 'edition' },
    handle: endComment,
  },
]
