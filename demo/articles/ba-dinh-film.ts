import { type DemoArticle, unfold } from '../article.ts'

export const baDinhFilmArticles: readonly DemoArticle[] = [
  {
    key: 'ba-dinh-phim-phan-loai-rac',
    site: 'ba-dinh',
    genre: 'video',
    section: 'van-hoa-xa-hoi',
    topics: ['van-minh-do-thi'],
    tags: ['video', 'phân loại rác', 'môi trường'],
    title: 'Phân loại rác tại nhà: ba bước, mỗi ngày vài phút',
    summary: unfold(`
      Đoạn phim 26 giây hướng dẫn chia rác sinh hoạt thành ba thùng và giờ xe thu gom đến từng ngõ.
    `),
    body: unfold(`
      Đoạn phim do Tổ truyền thông phường dựng bằng hình vẽ, không có tiếng, để phát ở nhà văn hóa, bộ phận một cửa và
      trên điện thoại. Mọi lời hướng dẫn đều có trong phụ đề và trong phần lời thoại bên dưới khung phim.

      Tổ dân phố nào muốn chiếu đoạn phim này trong buổi sinh hoạt có thể tải về; khi chiếu lại xin ghi rõ nguồn.
    `),
    film: {
      file: 'phan-loai-rac.mp4',
      captions: 'phan-loai-rac.vtt',
      title: 'Ba bước phân loại rác tại nhà',
      transcript: [
        'Hình: con phố nhỏ với những ngôi nhà mái ngói đỏ. Dòng chữ: Phân loại rác tại nhà, mỗi ngày vài phút. Ba thùng rác màu xanh, vàng, xám lần lượt hiện ra.',
        'Bước 1. Vỏ trái cây, rau, cơm thừa: bỏ vào thùng xanh. Hình: một quả táo rơi vào thùng xanh có chữ Thực phẩm.',
        'Bước 2. Chai nhựa, giấy, lon: tráng sạch rồi bỏ vào thùng vàng. Hình: một chai nhựa rơi vào thùng vàng có chữ Tái chế.',
        'Bước 3. Những thứ còn lại: buộc kín túi, bỏ vào thùng xám. Hình: một túi rác nhỏ rơi vào thùng xám có chữ Còn lại.',
        'Xe thu gom đến lúc 18 giờ hằng ngày. Hình: xe thu gom màu xanh chạy vào và dừng trước ba thùng rác.',
      ],
    },
    image: {
      file: 'phan-loai-rac.svg',
      alt: 'Ba thùng rác màu xanh, vàng, xám đặt cạnh nhau dưới hàng cây',
      caption: 'Ba thùng phân loại đặt ở đầu ngõ',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Ba Đình', part: 'text' }],
    source: 'Cổng Thông tin điện tử phường Ba Đình',
    state: 'published',
    publishedDaysAgo: 2,
    publishedAt: '09:20',
    offeredTo: [{ site: 'thanh-pho', state: 'accepted' }],
    featured: true,
  },
]
