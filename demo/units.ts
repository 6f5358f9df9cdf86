// The facts that tell one department or ward of the demonstration network from another. Ward codes are the real ones.
import type { DemoSite } from './network.ts'

export interface DepartmentFacts {
  key: string
  unitCode: string
  unitName: string
  theme: DemoSite['theme']
  street: string
  phone: string
}

export interface WardFacts {
  key: string
  unitCode: string
  name: string
  theme: DemoSite['theme']
  street: string
  phone: string
}

export const departments: readonly DepartmentFacts[] = [
  {
    key: 'so-giao-duc-va-dao-tao',
    unitCode: 'sgddt',
    unitName: 'Sở Giáo dục và Đào tạo',
    theme: 'indigo',
    street: 'Phố Trần Hưng Đạo',
    phone: '024.0000.0002',
  },
  {
    key: 'so-y-te',
    unitCode: 'syt',
    unitName: 'Sở Y tế',
    theme: 'jade',
    street: 'Phố Sơn Tây',
    phone: '024.0000.0003',
  },
  {
    key: 'so-xay-dung',
    unitCode: 'sxd',
    unitName: 'Sở Xây dựng',
    theme: 'amber',
    street: 'Đường Võ Chí Công',
    phone: '024.0000.0004',
  },
]

export const wards: readonly WardFacts[] = [
  {
    key: 'ba-dinh',
    unitCode: '00004',
    name: 'Ba Đình',
    theme: 'lotus',
    street: 'Phố Trúc Bạch',
    phone: '024.0000.0005',
  },
  { key: 'ngoc-ha', unitCode: '00008', name: 'Ngọc Hà', theme: 'jade', street: 'Phố Ngọc Hà', phone: '024.0000.0006' },
  {
    key: 'giang-vo',
    unitCode: '00025',
    name: 'Giảng Võ',
    theme: 'indigo',
    street: 'Phố Giảng Võ',
    phone: '024.0000.0007',
  },
  {
    key: 'hoan-kiem',
    unitCode: '00070',
    name: 'Hoàn Kiếm',
    theme: 'lotus',
    street: 'Phố Hàng Trống',
    phone: '024.0000.0008',
  },
  {
    key: 'tay-ho',
    unitCode: '00103',
    name: 'Tây Hồ',
    theme: 'jade',
    street: 'Đường Lạc Long Quân',
    phone: '024.0000.0009',
  },
  {
    key: 'long-bien',
    unitCode: '00145',
    name: 'Long Biên',
    theme: 'indigo',
    street: 'Đường Cổ Linh',
    phone: '024.0000.0010',
  },
  {
    key: 'cau-giay',
    unitCode: '00166',
    name: 'Cầu Giấy',
    theme: 'indigo',
    street: 'Phố Dịch Vọng',
    phone: '024.0000.0011',
  },
  {
    key: 'van-mieu-quoc-tu-giam',
    unitCode: '00226',
    name: 'Văn Miếu - Quốc Tử Giám',
    theme: 'amber',
    street: 'Phố Văn Miếu',
    phone: '024.0000.0012',
  },
  {
    key: 'hai-ba-trung',
    unitCode: '00256',
    name: 'Hai Bà Trưng',
    theme: 'lotus',
    street: 'Phố Đồng Nhân',
    phone: '024.0000.0013',
  },
  { key: 'yen-so', unitCode: '00340', name: 'Yên Sở', theme: 'jade', street: 'Đường Yên Sở', phone: '024.0000.0014' },
  {
    key: 'thanh-xuan',
    unitCode: '00367',
    name: 'Thanh Xuân',
    theme: 'amber',
    street: 'Đường Nguyễn Trãi',
    phone: '024.0000.0015',
  },
  {
    key: 'tu-liem',
    unitCode: '00592',
    name: 'Từ Liêm',
    theme: 'indigo',
    street: 'Đường Mỹ Đình',
    phone: '024.0000.0016',
  },
  {
    key: 'ha-dong',
    unitCode: '09556',
    name: 'Hà Đông',
    theme: 'lotus',
    street: 'Đường Quang Trung',
    phone: '024.0000.0017',
  },
  { key: 'son-tay', unitCode: '09574', name: 'Sơn Tây', theme: 'amber', street: 'Phố Lê Lợi', phone: '024.0000.0018' },
]
