import type { Transaction } from '../src/database/connect.ts'
import { newBlock, type Block, type BlockKindName } from '../src/home/block.ts'
import { publishHome } from '../src/home/publish-home.ts'
import { addAlert } from '../src/notices/add-alert.ts'
import { announceOutage } from '../src/notices/announce-outage.ts'
import { suspensionNotice } from '../src/notices/queries.ts'
import { recordAssessment } from '../src/statements/record-assessment.ts'
import { saveChannel } from '../src/statements/save-channel.ts'
import { toLocalInput } from '../src/web/dates.ts'
import type { DemoWorld } from './load-network.ts'

const by = { system: 'khue demo' }
const hour = 3_600_000

type Line = [kind: BlockKindName, given?: Partial<Block> & { section?: string }]

const services = [
  { words: 'Gửi câu hỏi', href: '/hoi-dap/gui-cau-hoi' },
  { words: 'Gửi phản ánh, kiến nghị', href: '/phan-anh/gui-phan-anh' },
  { words: 'Theo dõi hồ sơ đã gửi', href: '/theo-doi' },
  { words: 'Nộp hồ sơ trực tuyến', href: 'https://dichvucong.gov.vn/' },
  { words: 'Thông báo gián đoạn dịch vụ', href: '/thong-bao-gian-doan' },
  { words: 'Kênh thông tin chính thức', href: '/kenh-thong-tin' },
  { words: 'Sơ đồ cổng', href: '/so-do-cong' },
]

const arrangements: Readonly<Record<string, readonly Line[]>> = {
  'thanh-pho': [
    ['featured'],
    ['newest'],
    ['links', { title: 'Việc bạn cần', look: 'banners', links: services }],
    ['leaders', { section: 'hoat-dong-lanh-dao', count: 3 }],
    ['documents', { section: 'chi-dao-dieu-hanh' }],
    ['video', { width: 'half' }],
    ['answers'],
    ['notices', { width: 'half' }],
    ['sections', { count: 3 }],
    ['topics'],
    ['portals'],
  ],
  'ba-dinh': [
    ['featured', { count: 4 }],
    ['newest', { count: 6 }],
    ['links', { title: 'Tôi muốn', look: 'banners', links: services.slice(0, 4) }],
    ['answers'],
    ['documents', { section: 'chi-dao-dieu-hanh' }],
    ['notices', { width: 'half' }],
    ['section', { section: 'nguoi-tot-viec-tot', count: 3, width: 'half' }],
    ['sections', { count: 3 }],
    ['topics'],
    ['portals'],
  ],
}

/** Front pages, alerts, a planned suspension, a self-assessment and channels of the demo portals. The others keep the default. */
export async function loadHome(tx: Transaction, world: DemoWorld): Promise<void> {
  for (const [key, lines] of Object.entries(arrangements)) {
    const siteId = world.sites.get(key) as number
    const blocks = lines.map(([kind, { section, ...given } = {}], index) =>
      newBlock(index + 1, kind, {
        ...given,
        sectionId: section ? (world.sections.get(`${key}/${section}`) ?? null) : null,
      }),
    )
    await tx
      .insertInto('homeArrangement')
      .values({ siteId, draft: JSON.stringify(blocks) })
      .execute()
    await publishHome(tx, by, { siteId, revision: 1 })
  }
  await announce(tx, world)
  await state(tx, world)
}

async function announce(tx: Transaction, world: DemoWorld): Promise<void> {
  const now = new Date()
  await addAlert(tx, by, {
    siteId: world.sites.get('ba-dinh') as number,
    words: 'Tạm đổi điểm tiếp nhận hồ sơ sang nhà văn hóa phường trong thời gian sửa trụ sở (minh họa).',
    tone: 'warning',
    href: '/kenh-thong-tin',
    startsAt: new Date(now.getTime() - hour),
    endsAt: new Date(now.getTime() + 30 * 24 * hour),
  })
  const siteId = world.sites.get('thanh-pho') as number
  const { earliest } = await suspensionNotice(tx, siteId, now)
  const startsAt = new Date(earliest.getTime() + 23 * hour)
  await announceOutage(tx, by, {
    siteId,
    startsAt,
    restoresAt: new Date(startsAt.getTime() + 5 * hour),
    affects: 'Tìm kiếm và gửi phản ánh trên cổng Thành phố (minh họa)',
    reason: 'Nâng cấp máy chủ theo kế hoạch. Các trang đã đăng vẫn đọc được.',
    forced: false,
    ground: '',
  })
}

async function state(tx: Transaction, world: DemoWorld): Promise<void> {
  for (const key of Object.keys(arrangements)) {
    const siteId = world.sites.get(key) as number
    await recordAssessment(tx, by, {
      siteId,
      assessedOn: toLocalInput(new Date(Date.now() - 20 * 24 * hour)).slice(0, 10),
      result: 'partly',
      method: 'Đi qua các loại trang bằng bàn phím và trình đọc màn hình, kết hợp công cụ tự động (minh họa).',
      gaps: 'Một số bản chụp văn bản đính kèm chưa có lớp chữ.\nMột số video cũ chưa có phụ đề.',
    })
    for (const channel of [
      {
        kind: 'vneid',
        name: 'Trang của cơ quan trên VNeID (minh họa)',
        href: '',
        purpose: 'Kênh thống nhất, tập trung cùng với cổng',
      },
      {
        kind: 'hotline',
        name: 'Tổng đài tiếp nhận phản ánh (minh họa)',
        href: '024.0000.1022',
        purpose: 'Nhận phản ánh 24/7',
      },
      { kind: 'zalo', name: 'Trang Zalo của cơ quan (minh họa)', href: '', purpose: 'Báo tin nhanh, không nhận hồ sơ' },
    ])
      await saveChannel(tx, by, { siteId, ...channel })
  }
}
