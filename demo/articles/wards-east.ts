import { type DemoArticle, unfold } from '../article.ts'

export const eastWardArticles: readonly DemoArticle[] = [
  {
    key: 'long-bien-cau-cu',
    site: 'long-bien',
    genre: 'reportage',
    section: 'kinh-te-do-thi',
    topics: ['van-minh-do-thi'],
    tags: ['bãi sông', 'sinh kế', 'hoa màu'],
    title: 'Bãi giữa mùa nước rút: rau xanh trở lại trên lớp phù sa còn ẩm',
    summary: unfold(`
      Sau lũ, người trồng rau ở bãi sông phường Long Biên cùng nhau chia giống, sửa đường dân sinh và tính chuyện bán
      hàng sạch hơn.
    `),
    body: unfold(`
      Nước rút để lại một lớp bùn non màu nâu đỏ, dẫm lên lún đến mắt cá. Với người ngoài đó là thiệt hại; với người
      trồng rau, đó cũng là vốn. Một bà cụ bốc nắm bùn, bóp nhẹ rồi bảo: đất thế này, ba tuần là có cải.

      Đợt lũ vừa rồi lấy đi vụ rau, mấy chiếc thuyền nhỏ và đoạn đường mòn dẫn ra bãi. Không ai bị thương, vì loa phường
      gọi sớm và bà con chịu rời đi từ chiều hôm trước. Bài học ấy phải trả giá nhiều năm mới thuộc.

      ## Chia nhau hạt giống

      Nhà còn giống chia cho nhà mất giống. Hội nông dân lập danh sách, ưu tiên loại ngắn ngày để kịp bán trước Tết: cải
      ngọt, xà lách, thì là. Đoạn đường mòn được đắp lại trong hai chủ nhật, đá dăm do một đội xe chở giúp không lấy
      tiền.

      ## Bán cho ai

      Chuyện khó bây giờ là đầu ra. Trước kia rau đi cả xe thồ sang chợ đầu mối, giá lên xuống thất thường. Nay mấy hộ
      trẻ chụp ảnh luống rau mỗi sáng, nhận đơn của các khu chung cư bên kia sông, giao đến chân tòa nhà trước giờ đi
      làm.

      Để người mua tin, nhóm tự đặt quy ước: ghi nhật ký phun thuốc, lấy mẫu gửi kiểm tra mỗi quý, dán kết quả dù xấu
      hay tốt. Có lần mẫu chưa đạt, cả nhóm ngừng bán mười ngày. Khách quen không bỏ, còn hỏi thăm.

      Chiều xuống, tàu qua cầu rung nhẹ mặt nước. Trên bãi, những luống đất mới lên thẳng tắp, đợi mầm.
    `),
    image: {
      file: 'cau-thep.svg',
      alt: 'Cầu thép nhiều nhịp bắc qua sông, bãi bồi xanh phía dưới',
      caption: 'Cầu thép nhìn từ bãi rau ven sông',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Tổ truyền thông phường Long Biên', part: 'text' },
      { name: 'Tổ truyền thông phường Long Biên', part: 'photo' },
    ],
    source: 'Cổng Thông tin điện tử phường Long Biên',
    state: 'published',
    publishedDaysAgo: 8,
    publishedAt: '05:45',
  },
  {
    key: 'cau-giay-lop-hoc-so',
    site: 'cau-giay',
    genre: 'news',
    section: 'chinh-quyen-so',
    topics: ['chuyen-doi-so'],
    tags: ['tổ công nghệ số', 'sinh viên'],
    title: 'Sinh viên và ông bà khu phố học chung một lớp: bài tập cuối khóa là tự gửi một phản ánh',
    summary: unfold(`
      Lớp học số ở phường Cầu Giấy ghép đôi mỗi người cao tuổi với một sinh viên; cả hai cùng được cấp chứng nhận.
    `),
    body: unfold(`
      Lớp có hai mươi tư bàn, mỗi bàn hai người: một sinh viên, một người cao tuổi. Không ai đứng trên bục giảng. Thầy
      cô chỉ đi vòng, giải đáp khi cả hai cùng bí.

      Phường nằm giữa khu nhiều trường đại học nên chuyện tìm sinh viên không khó. Khó là giữ được các ông các bà đến
      buổi thứ tư. Ban tổ chức nghĩ ra cách ghép đôi cố định: nghỉ một buổi thì người bạn bàn mình phải ngồi một mình,
      thế là không ai nỡ nghỉ.

      Chương trình tám buổi, mỗi buổi một việc làm được ngay:

      1. Chỉnh cỡ chữ, âm lượng, khóa màn hình.
      2. Gọi hình, gửi ảnh, lưu danh bạ khẩn cấp.
      3. Nhận biết tin giả, cuộc gọi lừa đảo.
      4. Tạo và bảo vệ tài khoản định danh điện tử.
      5. Tra cứu thủ tục trên cổng phường.
      6. Đặt lịch khám, xem sổ sức khỏe điện tử.
      7. Thanh toán an toàn, đặt hạn mức.
      8. Gửi một phản ánh thật và theo dõi trả lời.

      Buổi cuối, cả lớp gửi hai mươi tư phản ánh: đèn ngõ hỏng, nắp cống kênh, cành cây sà thấp, giờ loa phát quá sớm.
      Hai tuần sau, hai mươi mốt việc đã có trả lời. Các cụ mang kết quả đến khoe như học sinh khoe điểm.

      Sinh viên thì học được điều khác. Một bạn viết trong sổ lớp rằng trước nay bạn thiết kế giao diện với chữ nhỏ và
      biểu tượng đẹp; sau tám buổi, bạn về sửa lại đồ án, chữ to gấp rưỡi, bỏ hết biểu tượng không có chữ đi kèm. Khóa
      tiếp theo đang nhận đăng ký, ưu tiên người sống một mình.
    `),
    image: {
      file: 'to-cong-nghe-so.svg',
      alt: 'Nhóm người ngồi quanh bàn có máy tính xách tay',
      caption: 'Lớp học số buổi tối tại phường Cầu Giấy',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Cầu Giấy', part: 'text' }],
    source: 'UBND phường Cầu Giấy',
    state: 'published',
    publishedDaysAgo: 6,
    publishedAt: '20:15',
  },
  {
    key: 'yen-so-truc-bom',
    site: 'yen-so',
    genre: 'news',
    section: 'an-ninh-trat-tu',
    topics: ['van-minh-do-thi'],
    tags: ['phòng chống thiên tai', 'úng ngập'],
    title: 'Yên Sở diễn tập ứng phó ngập: khi nào bơm, khi nào gọi dân, ai cầm đèn pin',
    summary: unfold(`
      Phương án bốn tại chỗ được thử ngay tại khu trũng; danh sách hộ ưu tiên sơ tán được lập trước, có người phụ trách
      từng nhà.
    `),
    body: unfold(`
      Là vùng thấp, nơi nước của nhiều lưu vực dồn về trước khi được bơm ra sông, phường Yên Sở không lạ gì chuyện úng.
      Điều mới trong buổi diễn tập lần này là phường không nói về nước, mà nói về người.

      Danh sách đầu tiên được đọc lên gồm những hộ có người già yếu, người khuyết tật, phụ nữ sắp sinh, trẻ sơ sinh. Mỗi
      hộ đi kèm tên tổ phụ trách, phương tiện chở và nơi đến. Không ai được ghi chung chung là "lực lượng hỗ trợ".

      ## Ba ngưỡng, ba việc

      | Mực nước | Việc phải làm | Người làm |
      | Gần ngưỡng thứ nhất | Kiểm tra bơm, dọn cửa cống, báo loa | Đội trực, tổ dân phố |
      | Vượt ngưỡng thứ nhất | Kê đồ, ngắt điện tầng một, đưa xe lên chỗ cao | Từng gia đình |
      | Vượt ngưỡng thứ hai | Đưa người đến điểm tránh trú | Tổ phụ trách |

      Buổi thử chạy vào giờ tan tầm cho giống thật. Tình huống phát sinh ngay: nhà có chìa khóa gửi hàng xóm, nhưng hàng
      xóm đi vắng. Tổ công tác ghi thêm dòng "người giữ chìa thứ hai".

      Điểm tránh trú là trường học hai tầng, có máy phát, nước, khu vệ sinh tách riêng nam nữ, chỗ cho vật nuôi. Các cô
      nuôi dạy trẻ nhận trông các cháu nhỏ để bố mẹ đi kê đồ.

      Kết thúc, phường đánh giá đạt ở phần báo động, chưa đạt ở phần liên lạc khi mất sóng. Giải pháp bổ sung giản dị:
      kẻng, cờ màu ở bốn vị trí cao và mấy chiếc đèn pin cỡ lớn cất sẵn tại nhà văn hóa.
    `),
    image: {
      file: 'tram-bom.svg',
      alt: 'Trạm bơm bên kênh, lan can và ống xả lớn',
      caption: 'Trạm bơm trong khu vực diễn tập',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Yên Sở', part: 'text' }],
    source: 'UBND phường Yên Sở',
    state: 'published',
    publishedDaysAgo: 13,
    publishedAt: '17:00',
  },
]
