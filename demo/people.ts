// The people of the network itself, of the city portal and of Ba Đình, named by post. Everyone else follows a pattern
// that network.ts writes out.
import type { DemoPerson } from './network.ts'

export const demoPosts: readonly DemoPerson[] = [
  {
    email: 'quantri.mang@khue.example',
    fullName: 'Quản trị mạng lưới cổng',
    memberships: [{ site: null, role: 'network_admin' }],
  },
  {
    email: 'kiemtoan@khue.example',
    fullName: 'Cán bộ kiểm tra, giám sát mạng lưới cổng',
    memberships: [{ site: null, role: 'auditor' }],
  },
  {
    email: 'ctv.thanhpho@khue.example',
    fullName: 'Cộng tác viên cổng Thành phố',
    memberships: [{ site: 'thanh-pho', role: 'contributor' }],
  },
  {
    email: 'btv.thanhpho@khue.example',
    fullName: 'Biên tập viên cổng Thành phố',
    memberships: [{ site: 'thanh-pho', role: 'editor' }],
  },
  {
    email: 'thuky.thanhpho@khue.example',
    fullName: 'Thư ký tòa soạn cổng Thành phố',
    memberships: [{ site: 'thanh-pho', role: 'desk_secretary' }],
  },
  {
    email: 'truongban.thanhpho@khue.example',
    fullName: 'Trưởng ban biên tập cổng Thành phố',
    memberships: [{ site: 'thanh-pho', role: 'chief_editor' }],
  },
  {
    email: 'quantri.thanhpho@khue.example',
    fullName: 'Quản trị cổng Thành phố',
    memberships: [{ site: 'thanh-pho', role: 'site_admin' }],
  },
  {
    email: 'ctv.badinh@khue.example',
    fullName: 'Cộng tác viên phường Ba Đình',
    memberships: [{ site: 'ba-dinh', role: 'contributor' }],
  },
  {
    email: 'btv.badinh@khue.example',
    fullName: 'Biên tập viên phường Ba Đình',
    memberships: [{ site: 'ba-dinh', role: 'editor' }],
  },
  {
    email: 'thuky.badinh@khue.example',
    fullName: 'Thư ký biên tập phường Ba Đình',
    memberships: [{ site: 'ba-dinh', role: 'desk_secretary' }],
  },
  {
    email: 'truongban.badinh@khue.example',
    fullName: 'Trưởng ban biên tập phường Ba Đình',
    memberships: [{ site: 'ba-dinh', role: 'chief_editor' }],
  },
  {
    email: 'quantri.badinh@khue.example',
    fullName: 'Quản trị cổng phường Ba Đình',
    memberships: [{ site: 'ba-dinh', role: 'site_admin' }],
  },
]
