import type { Body, BodyNode } from '../../editions/content.ts'
import type { LiveItem } from '../../editions/live.ts'

/** Titles as they come: short, usual, longer than any design hopes, and one with the tallest letters there are. */
const titles = [
  'Bỏ thêm bốn loại giấy tờ khi đăng ký khai sinh',
  'Từ thứ Hai, điểm phục vụ hành chính công phường nhận hồ sơ đến 19 giờ',
  'Thông báo về việc tiếp nhận ý kiến của nhân dân, cơ quan, tổ chức đối với dự thảo Nghị quyết quy định mức hỗ trợ người khuyết tật đặc biệt nặng, người cao tuổi cô đơn và trẻ em mồ côi đang được chăm sóc tại cộng đồng',
  'Ẵm cháu đi tiêm, bà Nguyễn Thị Ngẫu ở ngõ Quỷnh kể chuyện chờ đợi',
  'Lãnh đạo phường đối thoại với nhân dân về ngõ ngập',
  'Kế hoạch trực Tết Đinh Mùi',
]
const summaries = [
  'Cơ quan đăng ký tự tra cứu trong cơ sở dữ liệu dân cư, người dân chỉ cần mang giấy chứng sinh.',
  'Ca chiều muộn dành cho người đi làm; hồ sơ nhận sau 17 giờ được tính thời hạn từ ngày làm việc kế tiếp.',
  'Ý kiến gửi về trước ngày 15/12/2026 bằng thư điện tử, qua bưu điện hoặc trực tiếp tại trụ sở; mọi ý kiến đều được trả lời.',
]

/** An entry written for this page. Its links lead back to the page, since it is published nowhere. */
export const sampleItem = (at: number, given: Partial<LiveItem> = {}): LiveItem => ({
  entryId: 1_000_000 + at,
  title: titles[at % titles.length]!,
  summary: summaries[at % summaries.length]!,
  path: '/he-thong-thiet-ke#the-bai',
  kind: 'article',
  genre: 'news',
  language: 'vi',
  publishedAt: new Date(Date.UTC(2026, 10, 23 - at, 1 + at, 5)),
  updatedAt: new Date(Date.UTC(2026, 10, 23 - at, 1 + at, 5)),
  leadMediaId: null,
  filmMs: null,
  homeSiteId: 1,
  cursor: '',
  ...given,
})

const text = (words: string, ...marks: NonNullable<BodyNode['marks']>): BodyNode => ({
  type: 'text',
  text: words,
  marks,
})
const paragraph = (...content: (string | BodyNode)[]): BodyNode => ({
  type: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
})
const heading = (level: number, words: string): BodyNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
})
const list = (type: 'bulletList' | 'orderedList', ...items: string[]): BodyNode => ({
  type,
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
})
const row = (type: 'tableHeader' | 'tableCell', ...cells: string[]): BodyNode => ({
  type: 'tableRow',
  content: cells.map((cell) => ({ type, content: [paragraph(cell)] })),
})

/** A text with everything a text may hold. `pictures` are files of the portal that are live. */
export const sampleBody = (pictures: readonly number[]): Body => ({
  type: 'doc',
  content: [
    paragraph(
      'Sáng 23/11, điểm phục vụ hành chính công phường mở thêm ca chiều muộn. Người đến sau giờ làm vẫn ',
      text('nộp được hồ sơ', { type: 'bold' }),
      ', xem ',
      text('lịch tiếp nhận', { type: 'link', attrs: { href: '/so-do-cong' } }),
      ' hoặc nộp trên ',
      text('Cổng Dịch vụ công quốc gia', { type: 'link', attrs: { href: 'https://dichvucong.gov.vn/' } }),
      '. Diện tích phòng chờ là 120 m',
      text('2', { type: 'superscript' }),
      '.',
    ),
    heading(2, 'Ba việc làm được ngay tại quầy'),
    list(
      'bulletList',
      'Chứng thực bản sao từ bản chính.',
      'Đăng ký khai sinh, khai tử.',
      'Xác nhận tình trạng hôn nhân.',
    ),
    heading(3, 'Các bước'),
    list('orderedList', 'Lấy số ở máy đặt cạnh cửa.', 'Đưa giấy tờ tùy thân cho cán bộ.', 'Nhận giấy hẹn có ngày trả.'),
    {
      type: 'table',
      content: [
        row('tableHeader', 'Thủ tục', 'Thời hạn', 'Lệ phí'),
        row('tableCell', 'Chứng thực bản sao', 'Trong ngày', '2.000 đồng/trang'),
        row('tableCell', 'Đăng ký khai sinh', 'Trong ngày', 'Không thu'),
        row('tableCell', 'Cấp bản sao trích lục hộ tịch', '1 ngày làm việc', '8.000 đồng/bản'),
      ],
    },
    {
      type: 'blockquote',
      content: [paragraph('Trước tôi phải xin nghỉ nửa buổi. Giờ tan ca ghé qua, mười lăm phút là xong.')],
    },
    ...pictures.slice(0, 1).map((mediaId) => ({
      type: 'image',
      attrs: {
        mediaId,
        alt: 'Ảnh minh họa của cổng',
        caption: 'Lời ảnh dài vừa phải, đặt ngay dưới ảnh.',
        source: 'Khuê (minh họa)',
      },
    })),
    { type: 'horizontalRule' },
    { type: 'video', attrs: { provider: 'youtube', videoId: 'khue-minh-hoa', title: 'Ghi hình buổi khai trương' } },
  ],
})
