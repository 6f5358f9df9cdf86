import type { OfficeRoute } from '../../office/route.ts'
import { moderators } from '../policy.ts'
import { savePhoto, savePhotoRemoval, savePlace, savePublication, saveWithdrawal } from './moderation-acts.ts'
import { showModeration } from './moderation-screen.tsx'
import { sendPhoto } from './send-photo.ts'
import { showPhoto } from './photo-screen.tsx'

const access = { who: moderators, on: 'case' } as const

/** Where a report is and what is public of it, from the screen of its case. */
export const feedbackOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/ho-so/:case/phan-anh', access, handle: (c) => showModeration(c) },
  { method: 'POST', path: '/ho-so/:case/phan-anh/noi', access, handle: savePlace },
  { method: 'POST', path: '/ho-so/:case/phan-anh/dang', access, handle: savePublication },
  { method: 'POST', path: '/ho-so/:case/phan-anh/go', access, handle: saveWithdrawal },
  { method: 'GET', path: '/ho-so/:case/phan-anh/anh', access, handle: (c) => showPhoto(c) },
  { method: 'POST', path: '/ho-so/:case/phan-anh/anh', access, handle: savePhoto },
  { method: 'GET', path: '/ho-so/:case/phan-anh/anh/:photo', access, handle: sendPhoto },
  { method: 'POST', path: '/ho-so/:case/phan-anh/anh/:photo/bo', access, handle: savePhotoRemoval },
]
