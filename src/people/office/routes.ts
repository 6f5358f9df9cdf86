import type { OfficeRoute } from '../../office/route.ts'
import { postAccount, postEndSessions, postLanguage, postPassword, showAccount } from './account.tsx'
import { postNewPerson, showNewPerson } from './new-person.tsx'
import { postForgotten, postReset, showForgotten, showReset } from './password-reset.tsx'
import { showPeople } from './people-list.tsx'
import {
  postDisable,
  postEnable,
  postEndMembership,
  postInvite,
  postMembership,
  postResetFactor,
  postUnlock,
  showPerson,
} from './person.tsx'
import { postFirstCode, postRecoveryCodes, postSecondFactor, postTurnOff, showSecondFactor } from './second-factor.tsx'
import { postCode, postSignIn, showCode, showSignIn, signOut, startSingleSignOn } from './sign-in.tsx'

const anyone = { who: 'anyone' } as const
const signedIn = { who: 'signed-in' } as const
const readers = { who: ['site_admin', 'network_admin', 'auditor'], on: 'somewhere' } as const
const admins = { who: ['site_admin', 'network_admin'], on: 'somewhere' } as const

/** Screens of people: sign-in, one's own account, and who may do what. They read `c.var.auth`, see auth-variable.ts. */
export const peopleOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/dang-nhap', access: anyone, handle: showSignIn },
  { method: 'POST', path: '/dang-nhap', access: anyone, handle: postSignIn },
  { method: 'GET', path: '/dang-nhap/ma', access: anyone, handle: showCode },
  { method: 'POST', path: '/dang-nhap/ma', access: anyone, handle: postCode },
  { method: 'GET', path: '/dang-nhap/mot-lan', access: anyone, handle: startSingleSignOn },
  { method: 'POST', path: '/dang-xuat', access: signedIn, handle: signOut },
  { method: 'GET', path: '/quen-mat-khau', access: anyone, handle: showForgotten },
  { method: 'POST', path: '/quen-mat-khau', access: anyone, handle: postForgotten },
  { method: 'GET', path: '/dat-lai-mat-khau/:token', access: anyone, handle: showReset },
  { method: 'POST', path: '/dat-lai-mat-khau/:token', access: anyone, handle: postReset },

  { method: 'GET', path: '/tai-khoan', access: signedIn, handle: showAccount },
  { method: 'POST', path: '/tai-khoan', access: signedIn, handle: postAccount },
  { method: 'POST', path: '/tai-khoan/mat-khau', access: signedIn, handle: postPassword },
  { method: 'POST', path: '/tai-khoan/ngon-ngu', access: signedIn, handle: postLanguage },
  { method: 'POST', path: '/tai-khoan/phien/ket-thuc', access: signedIn, handle: postEndSessions },
  { method: 'GET', path: '/tai-khoan/xac-thuc-hai-buoc', access: signedIn, handle: showSecondFactor },
  { method: 'POST', path: '/tai-khoan/xac-thuc-hai-buoc', access: signedIn, handle: postSecondFactor },
  { method: 'POST', path: '/tai-khoan/xac-thuc-hai-buoc/xac-nhan', access: signedIn, handle: postFirstCode },
  { method: 'POST', path: '/tai-khoan/xac-thuc-hai-buoc/tat', access: signedIn, handle: postTurnOff },
  { method: 'POST', path: '/tai-khoan/ma-du-phong', access: signedIn, handle: postRecoveryCodes },

  { method: 'GET', path: '/nguoi-dung', access: readers, handle: showPeople },
  { method: 'GET', path: '/nguoi-dung/moi', access: admins, handle: showNewPerson },
  { method: 'POST', path: '/nguoi-dung/moi', access: admins, handle: postNewPerson },
  { method: 'GET', path: '/nguoi-dung/:person', access: readers, handle: showPerson },
  { method: 'POST', path: '/nguoi-dung/:person/vai-tro', access: admins, handle: postMembership },
  {
    method: 'POST',
    path: '/nguoi-dung/:person/vai-tro/:membership/ket-thuc',
    access: { who: ['site_admin', 'network_admin'], on: 'membership' },
    handle: postEndMembership,
  },
  { method: 'POST', path: '/nguoi-dung/:person/mo-khoa', access: admins, handle: postUnlock },
  { method: 'POST', path: '/nguoi-dung/:person/ngung-hoat-dong', access: admins, handle: postDisable },
  { method: 'POST', path: '/nguoi-dung/:person/hoat-dong-lai', access: admins, handle: postEnable },
  { method: 'POST', path: '/nguoi-dung/:person/dat-lai-hai-buoc', access: admins, handle: postResetFactor },
  { method: 'POST', path: '/nguoi-dung/:person/thu-moi', access: admins, handle: postInvite },
]
