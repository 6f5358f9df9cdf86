// Who deals with what citizens send: the divisions of each portal, the fields they take, and their people, named by post.
import type { DemoPerson } from './network.ts'
import { departments, wards } from './units.ts'

export interface DemoDivision {
  site: string
  name: string
  nameEn: string
  /** Fields it takes first, by their slugs. */
  fields: readonly string[]
  /** Addresses of its people; the first leads it. */
  people: readonly string[]
}

const short = (key: string): string => key.replaceAll('-', '')

/** Divisions of a ward since the two-tier model of 2025. */
const wardDivisions = (key: string, own: { works: readonly string[]; society: readonly string[] }): DemoDivision[] => [
  {
    site: key,
    name: 'Phòng Kinh tế, Hạ tầng và Đô thị',
    nameEn: 'Division of Economy, Infrastructure and Urban Affairs',
    fields: ['dat-dai', 'xay-dung', 'giao-thong', 'moi-truong', 'cap-thoat-nuoc', 'trat-tu-do-thi', 'thue-kinh-doanh'],
    people: own.works,
  },
  {
    site: key,
    name: 'Phòng Văn hóa – Xã hội',
    nameEn: 'Division of Culture and Social Affairs',
    fields: ['y-te', 'giao-duc', 'lao-dong', 'van-hoa'],
    people: own.society,
  },
  {
    site: key,
    name: 'Trung tâm Phục vụ hành chính công',
    nameEn: 'Public Administration Service Centre',
    fields: ['ho-tich', 'thu-tuc'],
    people: own.society,
  },
]

export const demoDivisions: readonly DemoDivision[] = [
  {
    site: 'thanh-pho',
    name: 'Ban Tiếp công dân',
    nameEn: 'Citizen Reception Board',
    fields: ['thu-tuc', 'khac', 'an-ninh'],
    people: ['canbo.thanhpho@khue.example'],
  },
  {
    site: 'thanh-pho',
    name: 'Phòng Đô thị và Môi trường',
    nameEn: 'Division of Urban Affairs and Environment',
    fields: ['dat-dai', 'xay-dung', 'giao-thong', 'moi-truong', 'cap-thoat-nuoc', 'trat-tu-do-thi'],
    people: ['canbo.dothi@khue.example'],
  },
  ...departments.flatMap(({ key, unitCode }): DemoDivision[] => [
    {
      site: key,
      name: 'Văn phòng Sở',
      nameEn: 'Office of the Department',
      fields: ['thu-tuc', 'khac'],
      people: [`canbo.${unitCode}@khue.example`],
    },
  ]),
  ...wards.flatMap(({ key }) =>
    key === 'ba-dinh'
      ? wardDivisions(key, {
          works: ['canbo.badinh@khue.example', 'canbo2.badinh@khue.example'],
          society: ['canbo3.badinh@khue.example'],
        })
      : wardDivisions(key, {
          works: [`canbo.${short(key)}@khue.example`],
          society: [`canbo.${short(key)}@khue.example`],
        }),
  ),
]

const post = (
  email: string,
  fullName: string,
  site: string,
  ...roles: DemoPerson['memberships'][number]['role'][]
) => ({
  email: `${email}@khue.example`,
  fullName,
  memberships: roles.map((role) => ({ site, role })),
})

export const deskPeople: readonly DemoPerson[] = [
  post('tiepnhan.thanhpho', 'Cán bộ tiếp nhận cổng Thành phố', 'thanh-pho', 'case_coordinator'),
  post('canbo.thanhpho', 'Chuyên viên Ban Tiếp công dân Thành phố', 'thanh-pho', 'case_officer'),
  post('canbo.dothi', 'Chuyên viên Phòng Đô thị và Môi trường', 'thanh-pho', 'case_officer'),
  post('lanhdao.thanhpho', 'Lãnh đạo Văn phòng UBND Thành phố', 'thanh-pho', 'case_leader'),
  post('tongdai.thanhpho', 'Điện thoại viên Tổng đài Thành phố', 'thanh-pho', 'hotline_operator'),
  post('tiepnhan.badinh', 'Cán bộ tiếp nhận phường Ba Đình', 'ba-dinh', 'case_coordinator', 'hotline_operator'),
  post('canbo.badinh', 'Chuyên viên đô thị phường Ba Đình', 'ba-dinh', 'case_officer'),
  post('canbo2.badinh', 'Chuyên viên địa chính phường Ba Đình', 'ba-dinh', 'case_officer'),
  post('canbo3.badinh', 'Chuyên viên văn hóa – xã hội phường Ba Đình', 'ba-dinh', 'case_officer'),
  post('lanhdao.badinh', 'Phó Chủ tịch UBND phường Ba Đình', 'ba-dinh', 'case_leader'),
  ...departments.flatMap(({ key, unitCode, unitName }) => [
    post(`canbo.${unitCode}`, `Chuyên viên Văn phòng ${unitName}`, key, 'case_coordinator', 'case_officer'),
    post(`lanhdao.${unitCode}`, `Lãnh đạo ${unitName}`, key, 'case_leader'),
  ]),
  ...wards
    .filter(({ key }) => key !== 'ba-dinh')
    .flatMap(({ key, name }) => [
      post(`canbo.${short(key)}`, `Công chức phường ${name}`, key, 'case_coordinator', 'case_officer'),
      post(`lanhdao.${short(key)}`, `Lãnh đạo UBND phường ${name}`, key, 'case_leader'),
    ]),
]
