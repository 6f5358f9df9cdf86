import { type DemoArticle, unfold } from '../article.ts'

export const baDinhUrgentArticles: readonly DemoArticle[] = [
  {
    key: 'ba-dinh-ngung-cap-dien',
    site: 'ba-dinh',
    genre: 'notice',
    section: 'thong-bao',
    tags: ['mất điện', 'bão', 'khẩn'],
    title: 'Thông báo khẩn: tạm ngừng cấp điện một số tuyến phố sáng nay để xử lý cây đổ vào đường dây',
    summary: unfold(`
      Gió giật mạnh làm cây gãy đè lên đường dây; điện được cắt chủ động để bảo đảm an toàn, dự kiến có lại đầu giờ
      chiều.
    `),
    body: unfold(`
      Do gió giật mạnh trong đêm, một số cây lớn trên địa bàn phường bị gãy đổ, trong đó có cây đè lên đường dây điện.
      Để bảo đảm an toàn cho người dân và lực lượng xử lý, đơn vị điện lực chủ động tạm ngừng cấp điện ở các tuyến phố
      quanh hồ và những ngõ lân cận, dự kiến cấp lại vào đầu giờ chiều.

      ## Xin bà con lưu ý

      - Không đến gần, không chạm vào cây đổ, dây điện rơi và vùng nước quanh đó, kể cả khi tưởng đã mất điện.
      - Không tự cưa cành hoặc kéo dây; hãy chờ lực lượng chuyên môn.
      - Phụ huynh đưa con đến trường đi vòng theo hướng dẫn của công an phường và tổ bảo vệ an ninh, trật tự ở cơ sở tại
        các đầu phố.
      - Nhà có người dùng máy thở, thiết bị y tế chạy điện báo ngay cho tổ trưởng tổ dân phố để được hỗ trợ chuyển đến
        trạm y tế có máy phát.
      - Rút phích cắm các thiết bị lớn, tránh hỏng hóc khi điện có lại.

      ## Điểm hỗ trợ tạm thời

      Nhà văn hóa phường mở cửa từ bây giờ, có đèn, nước nóng và chỗ sạc điện thoại. Đội tình nguyện sẽ đi kiểm tra các
      hộ có người già sống một mình. Ai cần giúp có thể gõ cửa nhà văn hóa hoặc nhờ người trong tổ dân phố báo hộ.

      Tin tức tiếp theo được cập nhật tại đây. Bà con không chia sẻ hình ảnh chưa kiểm chứng về thiệt hại, tránh gây
      hoang mang.
    `),
    authors: [{ name: 'Tổ truyền thông phường Ba Đình', part: 'text' }],
    source: 'UBND phường Ba Đình',
    state: 'published',
    publishedDaysAgo: 0,
    publishedAt: '00:10',
    emergencyReason: unfold(`
      Cây đổ vào đường dây đang có điện, gần đường học sinh đến trường. Trưởng ban biên tập đang ở hiện trường chưa
      duyệt được; đăng theo quy trình khẩn và chờ người thứ hai xác nhận.
    `),
    pinned: true,
  },
  {
    key: 'ba-dinh-lop-boi-he',
    site: 'ba-dinh',
    genre: 'notice',
    section: 'thong-bao',
    tags: ['kỹ năng sống', 'trẻ em', 'bơi'],
    title: 'Nhận đăng ký lớp bơi an toàn miễn phí cho trẻ em dịp nghỉ hè',
    summary: 'Ưu tiên trẻ chưa biết bơi, trẻ có hoàn cảnh khó khăn; thông báo đã hết hạn nhận đăng ký.',
    body: unfold(`
      Phường phối hợp với các trường học có bể bơi mở lớp bơi an toàn miễn phí trong dịp nghỉ hè dành cho trẻ em đang
      sinh sống trên địa bàn, không phân biệt thường trú hay tạm trú.

      Mỗi lớp có hai mươi em, học ba buổi một tuần trong bốn tuần, do giáo viên có chứng chỉ cứu hộ hướng dẫn. Nội dung
      gồm làm quen với nước, nổi ngửa, đứng nước, bơi một quãng ngắn và quan trọng nhất là cách kêu cứu, cách giúp bạn
      từ trên bờ mà không nhảy xuống.

      ### Đối tượng ưu tiên

      - trẻ từ bảy đến mười hai tuổi chưa biết bơi;
      - trẻ thuộc hộ nghèo, cận nghèo, trẻ mồ côi;
      - trẻ sống gần hồ, gần sông.

      ### Hồ sơ đăng ký

      Phụ huynh điền phiếu tại nhà sinh hoạt cộng đồng hoặc gửi qua cổng phường, kèm cam kết về sức khỏe của trẻ. Không
      thu bất kỳ khoản nào; kính bơi, mũ bơi do các nhà hảo tâm hỗ trợ.

      Danh sách được xếp theo thứ tự ưu tiên và thời điểm đăng ký, niêm yết tại nhà sinh hoạt cộng đồng trước ngày khai
      giảng một tuần. Em nào chưa được xếp lớp đợt này sẽ tự động chuyển sang đợt kế tiếp, gia đình không phải đăng ký
      lại. Trong giờ học, mỗi lớp luôn có hai người cứu hộ trên bờ và một cán bộ y tế trực.
    `),
    image: {
      file: 'san-truong.svg',
      alt: 'Sân trường rợp bóng cây, trẻ em đang chơi',
      caption: 'Trẻ em tham gia sinh hoạt hè tại sân trường',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Ba Đình', part: 'text' }],
    source: 'Phòng Văn hóa – Xã hội phường Ba Đình',
    state: 'expired',
    publishedDaysAgo: 170,
    publishedAt: '08:00',
  },
]
