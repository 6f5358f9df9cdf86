import type { OfficeContext, OfficeRoute } from '../../office/route.ts'
import { newsroom } from '../../people/actor.ts'
import { listForScript, showMediaFile, storeForScript } from './endpoints.ts'
import { showLibrary, storeFromForm } from './library-screen.tsx'
import { confirmRemoval, saveFocal, saveWords } from './media-forms.tsx'
import { showMedia } from './media-screen.tsx'

const readers = [...newsroom, 'auditor'] as const

/** The library of files. */
export const mediaOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/thu-vien', access: { who: readers, on: 'somewhere' }, handle: showLibrary },
  { method: 'GET', path: '/thu-vien/:media', access: { who: readers, on: 'media' }, handle: showMedia },
  { method: 'GET', path: '/thu-vien/:media/xem/:width', access: { who: readers, on: 'media' }, handle: showMediaFile },
  { method: 'POST', path: '/thu-vien/:media/thong-tin', access: { who: newsroom, on: 'media' }, handle: saveWords },
  { method: 'POST', path: '/thu-vien/:media/diem-chinh', access: { who: newsroom, on: 'media' }, handle: saveFocal },
  { method: 'POST', path: '/thu-vien/:media/viec-xoa', access: { who: newsroom, on: 'media' }, handle: confirmRemoval },
  {
    method: 'POST',
    path: '/cong/:site/tep',
    access: { who: newsroom, on: 'site' },
    boundsItsBody: true,
    handle: (c) => storeFiles(c),
  },
  { method: 'GET', path: '/cong/:site/tep', access: { who: readers, on: 'site' }, handle: listForScript },
]

/** Browsers that send the plain form want a page; scripts want data. */
const storeFiles = (c: OfficeContext): Promise<Response> =>
  (c.req.header('accept') ?? '').includes('text/html') ? storeFromForm(c) : storeForScript(c)
