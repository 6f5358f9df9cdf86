// The demonstration network: the portals of Hà Nội, its departments and fourteen of its wards.
// Unit codes are the real ones; whatever would have to be invented is marked as an illustration.
import type { Role } from '../src/people/actor.ts'
import { deskPeople } from './desks.ts'
import { demoPosts } from './people.ts'
import { type DepartmentFacts, type WardFacts, departments, wards } from './units.ts'

/** The password of every demo account; printed at start, and valid nowhere but in the demo network. */
export const demoPassword = 'khue-minh-hoa-2026'

export interface DemoSite {
  key: string
  /** Code of the administrative unit, or a short code of the department. */
  unitCode: string
  unitName: string
  parent?: string
  host: string
  name: string
  shortName: string
  template: 'city' | 'department' | 'ward'
  chain: 'full' | 'short'
  theme: 'lotus' | 'jade' | 'indigo' | 'amber'
  identity: {
    agency: string
    governingBody: string
    responsible: string
    address: string
    phone: string
    email: string
  }
}

export interface DemoPerson {
  email: string
  fullName: string
  memberships: { site: string | null; role: Role }[]
}

export interface DemoTopic {
  slug: string
  name: string
  summary: string
  nameEn: string
  summaryEn: string
}

const cityCommittee = 'Ủy ban nhân dân thành phố Hà Nội'

const cityPortal: DemoSite = {
  key: 'thanh-pho',
  unitCode: '01',
  unitName: 'Thành phố Hà Nội',
  host: 'localhost',
  name: 'Cổng Thông tin điện tử thành phố Hà Nội',
  shortName: 'Hà Nội',
  template: 'city',
  chain: 'full',
  theme: 'lotus',
  identity: {
    agency: 'Văn phòng Ủy ban nhân dân thành phố Hà Nội',
    governingBody: cityCommittee,
    responsible: 'Trưởng ban Biên tập – Chánh Văn phòng UBND Thành phố (minh họa)',
    address: 'Phố Đinh Tiên Hoàng, phường Hoàn Kiếm, thành phố Hà Nội (minh họa)',
    phone: '024.0000.0001',
    email: 'cong.thanhpho@example.vn',
  },
}

function departmentPortal({ key, unitCode, unitName, theme, street, phone }: DepartmentFacts): DemoSite {
  return {
    key,
    unitCode,
    unitName,
    parent: 'thanh-pho',
    host: `${key}.localhost`,
    name: `Cổng Thông tin điện tử ${unitName} Hà Nội`,
    shortName: unitName,
    template: 'department',
    chain: 'short',
    theme,
    identity: {
      agency: `${unitName} thành phố Hà Nội`,
      governingBody: cityCommittee,
      responsible: `Trưởng ban Biên tập – Phó Giám đốc ${unitName} (minh họa)`,
      address: `${street}, thành phố Hà Nội (minh họa)`,
      phone,
      email: `cong.${unitCode}@example.vn`,
    },
  }
}

function wardPortal({ key, unitCode, name, theme, street, phone }: WardFacts): DemoSite {
  return {
    key,
    unitCode,
    unitName: `Phường ${name}`,
    parent: 'thanh-pho',
    host: `${key}.localhost`,
    name: `Cổng Thông tin điện tử phường ${name}`,
    shortName: `Phường ${name}`,
    template: 'ward',
    chain: key === 'ba-dinh' ? 'full' : 'short',
    theme,
    identity: {
      agency: `Ủy ban nhân dân phường ${name}`,
      governingBody: cityCommittee,
      responsible: `Trưởng ban Biên tập – Phó Chủ tịch UBND phường ${name} (minh họa)`,
      address: `${street}, phường ${name}, thành phố Hà Nội (minh họa)`,
      phone,
      email: `cong.${key.replaceAll('-', '')}@example.vn`,
    },
  }
}

export const demoSites: readonly DemoSite[] = [
  cityPortal,
  ...departments.map(departmentPortal),
  ...wards.map(wardPortal),
]

const smallWards = wards.filter((ward) => ward.key !== 'ba-dinh')

export const demoPeople: readonly DemoPerson[] = [
  ...demoPosts,
  ...deskPeople,
  ...departments.flatMap(({ key, unitCode, unitName }): DemoPerson[] => [
    {
      email: `btv.${unitCode}@khue.example`,
      fullName: `Biên tập viên ${unitName}`,
      memberships: [{ site: key, role: 'editor' }],
    },
    {
      email: `truongban.${unitCode}@khue.example`,
      fullName: `Trưởng ban biên tập ${unitName}`,
      memberships: [{ site: key, role: 'chief_editor' }],
    },
  ]),
  ...smallWards.flatMap(({ key, name }): DemoPerson[] => [
    {
      email: `btv.${key.replaceAll('-', '')}@khue.example`,
      fullName: `Biên tập viên phường ${name}`,
      memberships: [
        { site: key, role: 'editor' },
        { site: key, role: 'site_admin' },
      ],
    },
    {
      email: `truongban.${key.replaceAll('-', '')}@khue.example`,
      fullName: `Trưởng ban biên tập phường ${name}`,
      memberships: [{ site: key, role: 'chief_editor' }],
    },
  ]),
]

export const demoTopics: readonly DemoTopic[] = [
  {
    slug: 'ky-cuong-trach-nhiem-hieu-qua',
    name: 'Năm Kỷ cương – Trách nhiệm – Hiệu quả',
    summary: 'Việc chấp hành kỷ luật, kỷ cương hành chính và tinh thần phục vụ của các cơ quan Thành phố.',
    nameEn: 'Year of Discipline, Responsibility and Results',
    summaryEn: 'How the city’s offices keep to rules and deadlines, and how they serve people.',
  },
  {
    slug: 'chuyen-doi-so',
    name: 'Chuyển đổi số',
    summary: 'Dịch vụ công trực tuyến, dữ liệu dùng chung và những người giúp bà con làm quen với công nghệ.',
    nameEn: 'Digital transformation',
    summaryEn: 'Online public services, shared data, and those who help people get used to both.',
  },
  {
    slug: 'cai-cach-hanh-chinh',
    name: 'Cải cách hành chính',
    summary: 'Thủ tục gọn hơn, giờ phục vụ thuận hơn, hồ sơ trả đúng hẹn ở hai cấp chính quyền.',
    nameEn: 'Administrative reform',
    summaryEn: 'Simpler procedures, better opening hours and answers on time at both tiers of government.',
  },
  {
    slug: 'phong-chong-dich-benh',
    name: 'Phòng, chống dịch bệnh',
    summary: 'Lịch tiêm chủng, khuyến cáo theo mùa và cách bảo vệ sức khỏe trong từng gia đình.',
    nameEn: 'Preventing disease',
    summaryEn: 'Vaccination dates, advice for the season, and how to stay healthy at home.',
  },
  {
    slug: 'van-minh-do-thi',
    name: 'Xây dựng văn minh đô thị',
    summary: 'Vỉa hè thông thoáng, ngõ phố sạch, cây xanh và nếp sống đẹp của người Hà Nội.',
    nameEn: 'A pleasant city',
    summaryEn: 'Clear pavements, clean lanes, trees, and good manners in Hà Nội.',
  },
]
