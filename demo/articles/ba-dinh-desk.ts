import { type DemoArticle, unfold } from '../article.ts'

export const baDinhDeskArticles: readonly DemoArticle[] = [
  {
    key: 'ba-dinh-doi-thoai-nhan-dan',
    site: 'ba-dinh',
    genre: 'news',
    section: 'hoat-dong-lanh-dao',
    topics: ['ky-cuong-trach-nhiem-hieu-qua', 'cai-cach-hanh-chinh'],
    tags: ['đối thoại', 'tiếp công dân'],
    title: unfold(`
      Lãnh đạo phường Ba Đình đối thoại với nhân dân: hai mươi bảy ý kiến về ngõ ngập, rác thải, trường học được trả lời
      công khai kèm thời hạn giải quyết
    `),
    summary: unfold(`
      Buổi đối thoại tổ chức vào buổi tối, truyền thanh tới các tổ dân phố; kết quả xử lý từng ý kiến sẽ đăng trên cổng
      phường hằng tháng.
    `),
    body: unfold(`
      Hội trường thư viện kín chỗ từ trước giờ khai mạc. Thay cho bài báo cáo dài, lãnh đạo phường trình bày đúng một
      trang: những kiến nghị của kỳ trước, việc đã xong, việc chưa xong và vì sao chưa xong.

      Hai mươi bảy ý kiến được nêu, tập trung vào ba nhóm. Nhóm thứ nhất là thoát nước: ba ngõ thấp thường ngập khi mưa
      quá một giờ. Phường cho biết đã khảo sát cao độ, sẽ nạo vét cống nhánh trước và kiến nghị cấp trên bổ sung một
      tuyến cống mới vì ngân sách phường không đủ.

      Nhóm thứ hai là rác và trật tự vỉa hè. Người dân đề nghị đổi giờ thu gom ở hai tuyến phố có quán ăn khuya. Đại
      diện đơn vị vệ sinh đồng ý thử chuyến thứ ba lúc gần nửa đêm, sau một tháng đánh giá lại.

      Nhóm thứ ba là chỗ học. Phụ huynh lo lớp đông, nhất là khối đầu cấp. Lãnh đạo phường công bố số học sinh dự kiến
      theo từng trường và cam kết điều chỉnh tuyến tuyển sinh công khai, lấy ý kiến trước khi ban hành.

      ## Không hứa chung chung

      Mỗi ý kiến được ghi lên bảng với ba cột: ai làm, làm gì, bao giờ xong. Việc ngoài thẩm quyền của phường cũng được
      ghi, kèm ngày chuyển và nơi nhận.

      1. Trong bảy ngày: đăng biên bản đầy đủ trên cổng.
      2. Trong ba mươi ngày: đăng kết quả những việc làm được ngay.
      3. Mỗi tháng: cập nhật tiến độ việc còn lại cho đến khi đóng.

      Một cụ ông nói lời kết thay cho bà con: nghe trả lời chưa được thì cũng được, miễn là có ngày để chúng tôi hỏi
      lại.
    `),
    image: {
      file: 'phong-doc.svg',
      alt: 'Hội trường nhỏ ấm đèn, kệ sách hai bên',
      caption: 'Buổi đối thoại tổ chức tại thư viện phường',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Ba Đình', part: 'text' }],
    source: 'UBND phường Ba Đình',
    state: 'published',
    publishedDaysAgo: 2,
    publishedAt: '08:30',
    offeredTo: [
      {
        site: 'thanh-pho',
        state: 'declined',
        reason: unfold(`
      Nội dung thuần túy trong phạm vi phường, cổng Thành phố vừa đăng bài về đối thoại với thanh niên. Đề nghị phường
      gửi lại khi có kết quả giải quyết các kiến nghị.
    `),
      },
    ],
  },
  {
    key: 'ba-dinh-phong-doc',
    site: 'ba-dinh',
    genre: 'interview',
    section: 'van-hoa-xa-hoi',
    topics: ['van-minh-do-thi'],
    tags: ['thư viện', 'văn hóa đọc'],
    title: 'Trò chuyện với người giữ phòng đọc: "Đông nhất là lúc trời mưa và mùa thi"',
    summary: unfold(`
      Phòng đọc của phường mở đến chín giờ tối, không cần thẻ, không cần đặt cọc; người phụ trách kể về những độc giả
      đặc biệt.
    `),
    body: unfold(`
      Phòng đọc nằm trên tầng hai nhà văn hóa, hơn bốn nghìn cuốn sách (số liệu minh họa), mười sáu chỗ ngồi. Chúng tôi
      trò chuyện với người phụ trách vào một chiều mưa, lúc chỗ nào cũng có người.

      ### Vì sao không yêu cầu làm thẻ?

      Vì thẻ làm người ta ngại. Ai đọc tại chỗ thì cứ ngồi. Ai mượn về chỉ ghi tên và ngày hẹn trả vào sổ. Ba năm nay
      thất lạc hơn chục cuốn, phần lớn là truyện tranh. Tôi coi đó là chi phí để sách được đọc.

      ### Người đọc ở đây là ai?

      Buổi sáng là các bác hưu trí đọc báo. Buổi chiều là học sinh chờ bố mẹ đón. Buổi tối nhiều bạn ôn thi vì ở nhà trọ
      ồn. Có một anh giao hàng ngày nào cũng ghé nửa tiếng, đọc hết bộ tiểu thuyết dày trong bốn tháng.

      ### Cuốn nào được mượn nhiều nhất?

      Sách dạy nấu ăn và sách về cây cảnh, sau đó đến truyện cho thiếu nhi. Sách pháp luật ít người mượn nhưng nhiều
      người đến tra, nên tôi đặt ngay cạnh bàn có đèn sáng.

      ### Anh chị cần gì nhất lúc này?

      Không hẳn là sách mới. Tôi cần thêm ổ cắm, rèm chắn nắng và vài tình nguyện viên đọc truyện cho trẻ vào sáng chủ
      nhật. Ai có một giờ mỗi tuần thì xin mời.

      Trước khi chúng tôi về, người phụ trách chỉ vào tấm bảng nhỏ ở cửa, ghi bằng phấn: hôm nay mưa, mời ở lại đọc thêm
      một chương.
    `),
    image: {
      file: 'phong-doc.svg',
      alt: 'Phòng đọc có kệ sách cao, đèn bàn và cửa sổ lớn',
      caption: 'Phòng đọc phường Ba Đình buổi tối',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Tổ truyền thông phường Ba Đình', part: 'text' },
      { name: 'Biên tập viên phường Ba Đình', part: 'edit' },
    ],
    source: 'Cổng Thông tin điện tử phường Ba Đình',
    state: 'published',
    publishedDaysAgo: 21,
    publishedAt: '16:00',
  },
  {
    key: 'ba-dinh-ngay-hoi-am-thuc',
    site: 'ba-dinh',
    genre: 'news',
    section: 'van-hoa-xa-hoi',
    tags: ['lễ hội', 'văn hóa'],
    title: 'Chuẩn bị ngày hội văn hóa ẩm thực của phường dịp cuối năm',
    summary: 'Bản nháp: ngày hội dự kiến có khu làng nghề, khu trò chơi dân gian và khu bếp của các tổ dân phố.',
    body: unfold(`
      Ngày hội văn hóa ẩm thực của phường dự kiến tổ chức vào hai ngày cuối tuần trên không gian đi bộ ven hồ. Ý tưởng
      năm nay là để các tổ dân phố tự nấu, tự kể chuyện món ăn của nhà mình, thay vì thuê đơn vị tổ chức dựng gian hàng
      giống nhau.

      Mỗi tổ dân phố đăng ký một món. Đến nay có bánh cuốn, bún thang, chè kho, xôi xéo và cả món chay của các bà trong
      câu lạc bộ dưỡng sinh. Nhóm nấu phải có người đã học kiến thức an toàn thực phẩm, có nguồn nước sạch và chỗ rửa
      bát riêng.

      Khu trò chơi dân gian đặt ở bãi cỏ, gồm ô ăn quan, kéo co, đi cà kheo, nặn tò he. Các em nhỏ chơi đủ ba trò được
      tặng một chiếc diều giấy để tự vẽ. Khu làng nghề mời thợ làm hoa giấy, thợ khắc gỗ đến làm mẫu, khách có thể thử
      ngay.

      Về môi trường, ban tổ chức dự kiến không dùng hộp xốp. Bát đĩa sứ cho mượn, khách trả lại ở quầy rửa; ai mang theo
      bát của mình được ưu tiên xếp hàng. Rác được phân loại tại ba điểm và cân công khai khi kết thúc để biết cả ngày
      hội thải ra bao nhiêu.

      Phần còn phải hỏi lại: sơ đồ gian hàng, phương án gửi xe và giờ dừng âm thanh buổi tối để không ảnh hưởng các hộ
      quanh hồ.
    `),
    image: {
      file: 'cho-dan-sinh.svg',
      alt: 'Gian hàng ẩm thực dưới mái bạt kẻ sọc',
      caption: 'Gian bếp của một tổ dân phố trong ngày hội năm trước',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Cộng tác viên phường Ba Đình', part: 'text' }],
    source: 'Phòng Văn hóa – Xã hội phường Ba Đình',
    state: 'draft',
    deskNote: 'Chưa chốt ngày và sơ đồ gian hàng, chờ kế hoạch chính thức của phường.',
  },
  {
    key: 'ba-dinh-don-tet-trung-bai',
    site: 'ba-dinh',
    genre: 'news',
    section: 'van-hoa-xa-hoi',
    title: 'Các tổ dân phố bàn việc trang trí ngõ phố đón xuân',
    summary: unfold(`
      Bản thảo này trùng nội dung với bài đã đăng của cộng tác viên khác nên được bỏ; phần phỏng vấn đã chuyển sang bài kia.
    `),
    body: unfold(`
      Còn hơn hai tháng nữa mới đến Tết, nhưng các tổ dân phố ở khu tập thể cũ đã ngồi lại với nhau. Năm ngoái, mỗi ngõ
      làm một kiểu: ngõ thì đèn nhấp nháy suốt đêm khiến người già khó ngủ, ngõ thì treo dây cờ thấp đến mức xe chở hàng
      phải xuống dắt bộ. Năm nay bà con muốn thống nhất vài điều trước khi mua sắm.

      ## Ba điều đã thống nhất

      - Đèn trang trí tắt lúc mười một giờ đêm, trừ đêm giao thừa.
      - Dây treo cao hơn bốn mét, không buộc vào cột điện và dây thông tin.
      - Cây và chậu hoa mượn của các gia đình, hết Tết trả lại tận nhà.

      Khoản tiền chung chỉ dùng để mua dây và bóng tiết kiệm điện, ghi từng khoản lên bảng tin. Ai góp công thì ghi công:
      người biết hàn lo khung, người khéo tay lo chữ, học sinh vẽ tranh con giáp lên mảng tường cuối ngõ.

      Một bà mẹ có con nhỏ đề nghị chừa lại một khoảng sân không trang trí để trẻ con còn chỗ đá cầu. Đề nghị ấy được
      tất cả giơ tay đồng ý, có lẽ là điều vui nhất của buổi họp.
    `),
    authors: [{ name: 'Tổ truyền thông phường Ba Đình', part: 'text' }],
    source: 'UBND phường Ba Đình',
    state: 'discarded',
  },
]
