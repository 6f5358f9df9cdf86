import { type DemoArticle, unfold } from '../article.ts'

export const cityStoryArticles: readonly DemoArticle[] = [
  {
    key: 'anh-ho-mua-dong',
    site: 'thanh-pho',
    genre: 'photo',
    section: 'van-hoa-xa-hoi',
    topics: ['van-minh-do-thi'],
    tags: ['ảnh', 'hồ Hà Nội', 'mùa đông'],
    title: 'Chùm ảnh: Thành phố đi chậm lại trong những ngày đầu đông',
    summary: unfold(`
      Mặt hồ phẳng, cầu sắt trong sương và những góc phố có bóng cây già; một buổi dạo quanh Hà Nội khi gió mùa vừa về.
    `),
    body: unfold(`
      Gió mùa đông bắc về từ đêm, sáng ra cả thành phố như vặn nhỏ âm lượng. Người đi tập thể dục quanh hồ khoác thêm
      áo, hàng nước vỉa hè nhóm sớm bếp than, tiếng chổi tre trên hè nghe rõ hơn thường ngày.

      Mặt hồ những ngày này phẳng và xám bạc. Phải đợi đến chiều muộn, khi mặt trời xuống thấp hơn tán cây bờ tây, nước
      mới đổi sang màu cam rồi tím. Nhiều người lớn tuổi có thói quen đứng đúng một chỗ để nhìn khoảnh khắc ấy, năm này
      qua năm khác.

      Qua phía sông, cây cầu sắt cũ hiện dần từng nhịp trong sương. Những chuyến xe thồ rau từ bãi giữa vào phố vẫn đi
      từ lúc chưa tỏ mặt người; tiếng bánh xe lăn trên mặt cầu đều như nhịp đồng hồ.

      Trong phố, gốc đa đầu ngõ lại rụng lá. Lá rơi kín mái quán cắt tóc, ông chủ quán quét một lần buổi sáng, một lần
      buổi trưa, không than phiền. Ở thư viện cách đó không xa, chỗ ngồi bên cửa sổ luôn hết trước tiên vì có nắng.

      Chợ cũng đổi mùa: rau cải, su hào, cà rốt chất đầy sạp, mùi gừng nướng bay sang cả dãy hàng bên. Người mua nán lại
      lâu hơn một chút, hỏi han vài câu rồi mới về. Cái lạnh đầu mùa, hóa ra, làm cho người ta gần nhau hơn. Những bức
      ảnh trong chùm này được thể hiện bằng tranh minh họa, thay cho ảnh chụp thật.
    `),
    image: {
      file: 'ho-thap-hoang-hon.svg',
      alt: 'Mặt hồ phẳng lúc hoàng hôn, tháp nhỏ soi bóng xuống nước',
      caption: 'Hồ nước lúc chiều muộn, mặt nước gần như không gợn',
      credit: 'Khuê (minh họa)',
    },
    gallery: [
      {
        file: 'cau-thep.svg',
        alt: 'Cầu thép nhiều nhịp trong sương sớm trên sông',
        caption: 'Cầu sắt buổi sớm, khi sương còn phủ mặt sông',
        credit: 'Khuê (minh họa)',
      },
      {
        file: 'pho-cay-da.svg',
        alt: 'Phố nhỏ dưới tán cây đa',
        caption: 'Góc phố cũ, nơi bóng đa trùm kín cả khoảng sân',
        credit: 'Khuê (minh họa)',
      },
      {
        file: 'phong-doc.svg',
        alt: 'Phòng đọc với kệ sách cao và đèn bàn',
        caption: 'Phòng đọc ấm áp trong ngày gió mùa',
        credit: 'Khuê (minh họa)',
      },
      {
        file: 'cho-dan-sinh.svg',
        alt: 'Sạp hàng rau quả với mái bạt',
        caption: 'Sạp rau đông hơn khi trời se lạnh',
        credit: 'Khuê (minh họa)',
      },
    ],
    authors: [
      { name: 'Tổ ảnh Cổng Thông tin điện tử Thành phố', part: 'photo' },
      { name: 'Phóng viên Cổng Thông tin điện tử Thành phố', part: 'text' },
    ],
    source: 'Cổng Thông tin điện tử Thành phố',
    state: 'published',
    publishedDaysAgo: 3,
    publishedAt: '17:30',
    featured: true,
  },
  {
    key: 'dem-truc-thoat-nuoc',
    site: 'thanh-pho',
    genre: 'reportage',
    section: 'kinh-te-do-thi',
    topics: ['van-minh-do-thi'],
    tags: ['thoát nước', 'phóng sự', 'công nhân'],
    title: 'Một đêm với những người canh nước cho thành phố ngủ',
    summary: unfold(`
      Khi mưa lớn đổ xuống lúc nửa đêm, đội trực thoát nước ra đường bằng áo mưa, đèn pin và những chiếc móc rác đã mòn
      cán.
    `),
    body: unfold(`
      Mười một giờ đêm, bản tin cảnh báo mưa vừa phát, đội trực đã có mặt ở đầu phố trũng. Mười người, ba xe, một máy
      bơm nhỏ đặt trên thùng. Không ai nói nhiều; mỗi người một miệng cống, việc đầu tiên là vớt lá.

      "Nước không ngập vì mưa to đâu, ngập vì cái túi ni lông này này", một công nhân giơ lên mảnh bạt bùn đất vừa kéo
      được từ miệng thu. Mảnh bạt to bằng chiếc chiếu. Chỗ nước đang xoáy lập tức tụt xuống, phát ra tiếng ục ục như
      người uống vội.

      ## Một giờ sáng

      Mưa nặng hạt nhất. Phòng điều hành gọi xuống, mực nước kênh đã gần ngưỡng phải chạy thêm tổ bơm. Ở trạm, người vận
      hành nhìn kim đồng hồ, gạt cần, ghi sổ. Ông đã làm công việc này hai mươi năm và vẫn ghi tay thêm một bản, phòng
      khi mất điện.

      Trên phố, một chiếc xe máy chết máy giữa vũng nước. Hai công nhân bỏ móc, đẩy giúp lên vỉa hè rồi quay lại chỗ cũ.
      Người đi đường hỏi tên để cảm ơn, họ xua tay: đằng nào cũng đang ướt.

      ## Gần sáng

      Ba rưỡi, mưa ngớt. Nước rút khỏi mặt đường, để lại bùn và một lớp rác mỏng. Đội trực chưa về: phải dọn cho xong
      trước khi người ta đi chợ. Cả đoạn phố vớt được hơn hai mét khối rác (số liệu minh họa).

      Năm giờ, hàng xôi đầu ngõ mở nắp nồi. Bà bán hàng gói mười gói, không lấy tiền. Lý do bà đưa ra rất ngắn: đêm qua
      nhà tôi không ngập.
    `),
    image: {
      file: 'tram-bom.svg',
      alt: 'Nhà trạm bơm bên kênh, nước xả trắng xóa',
      caption: 'Trạm bơm hoạt động hết công suất trong đêm mưa',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Phóng viên Cổng Thông tin điện tử Thành phố', part: 'text' },
      { name: 'Thư ký tòa soạn cổng Thành phố', part: 'edit' },
    ],
    source: 'Cổng Thông tin điện tử Thành phố',
    state: 'published',
    publishedDaysAgo: 16,
    publishedAt: '06:30',
    correction: {
      note: 'Bản đầu viết đội trực có mười hai người; số đúng là mười người, hai người còn lại thuộc đội cây xanh.',
      daysAgo: 14,
    },
  },
]
