import { type DemoArticle, unfold } from '../article.ts'

interface Short {
  key: string
  site: string
  section: 'chi-dao-dieu-hanh'
  title: string
  summary: string
  body: string
  daysAgo: number
  author: string
}

const short = ({ key, site, section, title, summary, body, daysAgo, author }: Short): DemoArticle => ({
  key,
  site,
  genre: 'news',
  section,
  title,
  summary: unfold(summary),
  body: unfold(body),
  authors: [{ name: author, part: 'text' }],
  source: author,
  state: 'published',
  publishedDaysAgo: daysAgo,
  publishedAt: '08:30',
})

const office = 'Văn phòng Ủy ban nhân dân Thành phố (minh họa)'
const ward = 'Văn phòng HĐND và UBND phường Ba Đình (minh họa)'

/** What the front pages show of directing documents: short texts written for the illustration. */
export const directingDocuments: readonly DemoArticle[] = [
  short({
    key: 'chi-dao-phong-ngap',
    site: 'thanh-pho',
    section: 'chi-dao-dieu-hanh',
    title: 'Yêu cầu rà soát điểm úng ngập và phân công trực trước mùa mưa',
    summary: 'Các sở, phường lập danh sách điểm úng ngập, cử người trực và báo cáo trước ngày 30 hằng tháng.',
    body: `
      Văn phòng truyền đạt ý kiến chỉ đạo về công tác phòng, chống úng ngập trong mùa mưa.

      Mỗi phường lập danh sách điểm úng ngập trên địa bàn, ghi rõ nguyên nhân, người phụ trách và số điện thoại trực.
      Danh sách được công khai trên cổng của phường và cập nhật khi có thay đổi.

      Đơn vị thoát nước kiểm tra trạm bơm, cửa thu nước và báo ngay khi phát hiện hư hỏng.
    `,
    daysAgo: 3,
    author: office,
  }),
  short({
    key: 'chi-dao-tra-loi-dan',
    site: 'thanh-pho',
    section: 'chi-dao-dieu-hanh',
    title: 'Chấn chỉnh việc trả lời phản ánh, kiến nghị quá hạn',
    summary: 'Người đứng đầu cơ quan chịu trách nhiệm về từng phản ánh quá hạn; kết quả xử lý phải công khai.',
    body: `
      Qua theo dõi, một số cơ quan còn để phản ánh, kiến nghị của người dân quá thời hạn trả lời.

      Các cơ quan rà soát toàn bộ phản ánh đang xử lý, trả lời dứt điểm những việc đã quá hạn và nêu rõ lý do chậm.
      Nội dung trả lời phải đi thẳng vào việc được hỏi, nêu căn cứ và bước tiếp theo.
    `,
    daysAgo: 9,
    author: office,
  }),
  short({
    key: 'chi-dao-lich-tiep-dan',
    site: 'thanh-pho',
    section: 'chi-dao-dieu-hanh',
    title: 'Công khai lịch tiếp công dân định kỳ của các cơ quan',
    summary: 'Lịch tiếp công dân được đăng trên cổng của từng cơ quan trước ngày đầu tiên của mỗi tháng.',
    body: `
      Các cơ quan đăng lịch tiếp công dân định kỳ, nêu rõ thời gian, địa điểm, người chủ trì và cách đăng ký.

      Khi thay đổi lịch phải báo trước trên cổng và tại trụ sở.
    `,
    daysAgo: 16,
    author: office,
  }),
  short({
    key: 'ba-dinh-chi-dao-via-he',
    site: 'ba-dinh',
    section: 'chi-dao-dieu-hanh',
    title: 'Kế hoạch giữ gìn trật tự vỉa hè trên các tuyến phố đi bộ',
    summary: 'Phường nhắc nhở trong hai tuần đầu, sau đó mới xử lý; tổ dân phố cùng tham gia.',
    body: `
      Ủy ban nhân dân phường phân công tổ trật tự phối hợp với tổ dân phố nhắc nhở các hộ kinh doanh giữ lối đi cho người
      đi bộ.

      Hai tuần đầu chỉ nhắc nhở và hướng dẫn. Sau đó các trường hợp cố tình lấn chiếm được lập biên bản theo quy định.
    `,
    daysAgo: 5,
    author: ward,
  }),
  short({
    key: 'ba-dinh-chi-dao-tre-em',
    site: 'ba-dinh',
    section: 'chi-dao-dieu-hanh',
    title: 'Phân công rà soát khu vui chơi trẻ em trong các khu dân cư',
    summary: 'Mỗi tổ dân phố lập danh sách thiết bị hỏng để phường sửa chữa trong quý.',
    body: `
      Các tổ dân phố kiểm tra thiết bị ở khu vui chơi, đánh dấu thiết bị hỏng và tạm dừng sử dụng nếu không an toàn.

      Danh sách gửi về văn phòng phường để bố trí sửa chữa trong quý.
    `,
    daysAgo: 13,
    author: ward,
  }),
]
