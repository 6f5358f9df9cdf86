import { type DemoArticle, unfold } from '../article.ts'

export const cityAboutArticles: readonly DemoArticle[] = [
  {
    key: 'gioi-thieu-cong',
    site: 'thanh-pho',
    genre: 'news',
    section: 'gioi-thieu',
    topics: ['chuyen-doi-so'],
    tags: ['cổng thông tin', 'giới thiệu'],
    title: 'Mạng lưới Cổng Thông tin điện tử Thành phố: một đầu mối, nhiều cánh cửa',
    summary: unfold(`
      Cổng Thành phố, cổng các sở và cổng các phường dùng chung nền tảng nhưng tự chịu trách nhiệm về nội dung; người
      dân hỏi ở đâu cũng được chuyển đến đúng nơi trả lời.
    `),
    body: unfold(`
      Cổng Thông tin điện tử Thành phố là nơi công bố chính thức thông tin của chính quyền và là nơi người dân gửi câu
      hỏi, phản ánh, kiến nghị đến các cơ quan trong bộ máy hành chính.

      Trước đây mỗi cơ quan có một trang riêng, dựng vào những thời điểm khác nhau, cách tìm kiếm cũng khác nhau. Nay
      các trang được gom về một mạng lưới. Mỗi sở, mỗi phường vẫn có cổng riêng, có ban biên tập riêng và người chịu
      trách nhiệm riêng; phần kỹ thuật, kho ảnh, công cụ tìm kiếm và cách đo đạc thì dùng chung.

      ## Bạn có thể làm gì trên cổng

      - Đọc tin, xem văn bản, lịch công tác và thông báo của cơ quan gần mình nhất.
      - Tra thủ tục hành chính: cần giấy tờ gì, nộp ở đâu, bao lâu có kết quả.
      - Gửi câu hỏi hoặc phản ánh và theo dõi bằng mã tra cứu, không cần tạo tài khoản.
      - Nhận tin mới qua nguồn cấp tin, không phải đăng nhập và không bị theo dõi.

      ## Cách chúng tôi làm việc

      Mọi bài viết đều qua ít nhất hai người: người viết không tự duyệt bài của mình. Khi có sai sót, chúng tôi sửa công
      khai và ghi rõ đã sửa điều gì, vào ngày nào. Bài bị gỡ sẽ để lại lời giải thích, không lặng lẽ biến mất.

      Cổng không đặt cookie theo dõi người đọc, không nhúng mã quảng cáo và cố gắng chạy tốt trên những chiếc điện thoại
      đời cũ. Người dùng trình đọc màn hình có thể đi hết mọi trang bằng bàn phím. Góp ý về nội dung và cách trình bày
      luôn được Ban Biên tập đón nhận.
    `),
    image: {
      file: 'ho-thap-hoang-hon.svg',
      alt: 'Mặt hồ lúc hoàng hôn với tòa tháp nhỏ giữa đảo cỏ',
      caption: 'Hồ nước giữa lòng Thành phố lúc chiều xuống',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Ban Biên tập Cổng Thông tin điện tử Thành phố', part: 'text' }],
    source: 'Ban Biên tập',
    state: 'published',
    publishedDaysAgo: 90,
    publishedAt: '08:30',
  },
  {
    key: 'english-guide-ward-services',
    site: 'thanh-pho',
    genre: 'feature',
    section: 'chinh-quyen-so',
    topics: ['cai-cach-hanh-chinh', 'chuyen-doi-so'],
    tags: ['English', 'public services', 'residents'],
    title: 'Living in Hà Nội: which office does what after the move to two tiers of government',
    summary: unfold(`
      A short guide for foreign residents and their families to the ward service points, the documents to bring and the
      ways to follow an application online.
    `),
    body: unfold(`
      Since 1 July 2025 the city has been governed in two tiers. There is the city itself, and there are its wards and
      communes; the districts that used to stand between them no longer exist. For people who have lived here a while,
      the change is mostly good news, because almost everything now happens closer to home.

      ## Start at the ward

      Your ward runs a public service point. Staff there can certify copies and signatures, register births and
      marriages, issue extracts from the civil register and explain how to set up a household business. You may use any
      service point in the city, not only the one where you live: the application is passed on electronically to the
      office that decides it.

      Bring the original of every document as well as a copy. Papers issued abroad usually need to be legalised and
      translated first; the staff will tell you which ones before you pay for anything.

      ## Follow it online

      1. Create an account on the national public service portal, or ask the volunteers at the service point to help you
        do so.
      2. Keep the file code printed on your receipt.
      3. Check the code on the portal; you will see the name of the office handling the file and the date by which it
        must answer.

      ## When something goes wrong

      If a date passes without an answer, write to the ward through its own portal. Every message receives a tracking
      code, and a late answer is visible to the city as well as to the ward. You need not give a reason for asking, and
      you may write in English; the reply will be in Vietnamese with a short English summary where staff are able to
      provide one.
    `),
    image: {
      file: 'pho-cay-da.svg',
      alt: 'A quiet street shaded by a large banyan tree',
      caption: 'A ward street in the old centre',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'City Portal Foreign-Language Desk', part: 'text' },
      { name: 'City Portal Editorial Board', part: 'edit' },
    ],
    source: 'City Portal Editorial Board',
    state: 'published',
    publishedDaysAgo: 6,
    publishedAt: '10:00',
    language: 'en',
  },
]
