import { type DemoArticle, unfold } from '../article.ts'

export const worksArticles: readonly DemoArticle[] = [
  {
    key: 'xd-lan-xe-buyt',
    site: 'so-xay-dung',
    genre: 'news',
    section: 'kinh-te-do-thi',
    topics: ['van-minh-do-thi'],
    tags: ['xe buýt', 'làn ưu tiên', 'giao thông'],
    title: 'Thử nghiệm làn ưu tiên xe buýt giờ cao điểm: xe buýt nhanh hơn, nhưng nút giao phải tổ chức lại',
    summary: unfold(`
      Sau bốn tuần thử nghiệm, thời gian chạy xe buýt giảm rõ trên đoạn thẳng; điểm nghẽn chuyển về hai nút giao đầu và
      cuối tuyến.
    `),
    body: unfold(`
      Bốn tuần thử nghiệm làn ưu tiên cho xe buýt trong giờ cao điểm vừa kết thúc. Sở Xây dựng công bố kết quả đo được,
      kể cả những chỉ số không như mong đợi.

      | Chỉ số (số liệu minh họa) | Trước thử nghiệm | Trong thử nghiệm |
      | Thời gian xe buýt đi hết tuyến | 34 phút | 26 phút |
      | Chuyến đến đúng giờ | 61% | 83% |
      | Thời gian ô tô con đi hết tuyến | 27 phút | 29 phút |
      | Hàng chờ dài nhất tại nút cuối tuyến | 210 m | 340 m |

      Như vậy, trên đoạn thẳng, xe buýt đi nhanh hơn và đều hơn; ô tô con chậm thêm không đáng kể. Nhưng ở nút cuối
      tuyến, làn ưu tiên kết thúc đột ngột khiến các dòng xe trộn vào nhau, hàng chờ dài ra.

      ## Điều chỉnh trong đợt hai

      - Kéo dài làn ưu tiên qua nút và cho xe buýt đi trước bằng pha đèn riêng.
      - Dời điểm dừng ra sau nút để xe buýt không phải tạt ngang.
      - Kẻ vạch mắt cáo, đặt cọc mềm ở những chỗ xe máy hay lách vào.
      - Giữ khung giờ ưu tiên chỉ trong giờ cao điểm, ngoài giờ các xe được đi bình thường.

      Ý kiến của lái xe buýt, hành khách và người kinh doanh hai bên đường được thu thập bằng phiếu và qua cổng này.
      Nhiều chủ cửa hàng lo mất chỗ dừng trước cửa; phương án là bố trí ô dừng ngắn mười phút ở các đường nhánh. Đợt thử
      nghiệm thứ hai sẽ được công bố trước ít nhất mười lăm ngày.
    `),
    image: {
      file: 'xe-buyt.svg',
      alt: 'Xe buýt xanh chạy trên làn riêng sát vỉa hè, hàng cây phía sau',
      caption: 'Xe buýt chạy trên làn ưu tiên giờ cao điểm sáng',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Ban Biên tập Cổng Sở Xây dựng', part: 'text' },
      { name: 'Tổ ảnh Sở Xây dựng', part: 'photo' },
    ],
    source: 'Sở Xây dựng',
    state: 'published',
    publishedDaysAgo: 2,
    publishedAt: '11:15',
    featured: true,
  },
  {
    key: 'xd-tram-bom-tien-do',
    site: 'so-xay-dung',
    genre: 'news',
    section: 'kinh-te-do-thi',
    topics: ['van-minh-do-thi', 'ky-cuong-trach-nhiem-hieu-qua'],
    tags: ['trạm bơm', 'thoát nước', 'tiến độ'],
    title: 'Công khai tiến độ từng hạng mục trạm bơm tiêu trên cổng, mỗi tuần cập nhật một lần',
    summary: unfold(`
      Bảng tiến độ ghi rõ phần việc, tỷ lệ hoàn thành, nguyên nhân chậm và đơn vị chịu trách nhiệm; người dân có thể so
      từng tuần.
    `),
    body: unfold(`
      Từ tuần này, Sở Xây dựng đăng bảng tiến độ các hạng mục trạm bơm tiêu và kênh dẫn đang thi công. Bảng được giữ
      nguyên định dạng qua từng tuần để ai cũng so sánh được, không phải đọc báo cáo dài.

      | Hạng mục (số liệu minh họa) | Hoàn thành | So kế hoạch |
      | Nhà trạm và bể hút | 92% | Đúng tiến độ |
      | Lắp đặt tổ máy | 50% | Đúng tiến độ |
      | Kênh dẫn đoạn một | 78% | Chậm 2 tuần |
      | Kênh dẫn đoạn hai | 41% | Chậm 5 tuần |
      | Đường dây cấp điện | 66% | Chậm 1 tuần |

      Phần chậm nhiều nhất là kênh dẫn đoạn hai, do vướng công trình phụ của các hộ sát bờ và tuyến cáp ngầm không có
      trong bản vẽ cũ. Chủ đầu tư đã làm việc với đơn vị quản lý cáp, thống nhất di dời trong tháng; phần mặt bằng do
      UBND phường chủ trì vận động.

      Sở lưu ý, chậm ở kênh dẫn nghĩa là dù máy bơm lắp xong sớm, nước vẫn chưa về được bể hút. Vì vậy tiến độ chung
      được tính theo hạng mục chậm nhất, không lấy bình quân cho đẹp.

      Cùng với bảng tiến độ, mỗi hạng mục có một ảnh hiện trường chụp từ cùng vị trí vào thứ Sáu hằng tuần. Người dân
      sống gần công trường phát hiện ảnh không đúng thực tế, hoặc gặp bụi, ồn quá giờ, có thể gửi phản ánh; phản ánh về
      thi công được chuyển thẳng cho tư vấn giám sát và trả lời trong năm ngày làm việc.
    `),
    image: {
      file: 'tram-bom.svg',
      alt: 'Trạm bơm mái đỏ bên kênh, ống xả lớn và lan can',
      caption: 'Hạng mục nhà trạm đã hoàn thiện phần xây lắp',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Ban Biên tập Cổng Sở Xây dựng', part: 'text' }],
    source: 'Sở Xây dựng',
    state: 'published',
    publishedDaysAgo: 6,
    publishedAt: '15:45',
  },
  {
    key: 'xd-huong-dan-sua-nha',
    site: 'so-xay-dung',
    genre: 'feature',
    section: 'pho-bien-phap-luat',
    topics: ['cai-cach-hanh-chinh'],
    tags: ['giấy phép xây dựng', 'nhà ở'],
    title: 'Sửa nhà khi nào phải xin phép? Năm tình huống hay gặp',
    summary: unfold(`
      Thay mái, nâng tầng, đào thêm bể phốt, xây tường rào hay ốp lại mặt tiền: mỗi việc một quy định khác nhau.
    `),
    body: unfold(`
      Gần Tết là mùa sửa nhà. Ban Biên tập tổng hợp năm tình huống hay được hỏi. Nội dung mang tính hướng dẫn chung; khu
      vực phố cổ, khu bảo tồn và nhà nằm trong quy hoạch có quy định riêng, xin hỏi phường trước khi làm.

      ### 1. Thay mái tôn, sơn lại, ốp lại bên trong

      Thường không phải xin phép nếu không thay đổi kết cấu chịu lực, không làm tăng chiều cao và không ảnh hưởng công
      trình bên cạnh. Vẫn nên báo tổ dân phố để tránh hiểu nhầm.

      ### 2. Nâng thêm tầng

      Phải xin phép, vì tải trọng và chiều cao thay đổi. Hồ sơ cần bản vẽ hiện trạng, bản vẽ cải tạo và đánh giá khả
      năng chịu lực của móng cũ.

      ### 3. Đào thêm bể phốt, tầng hầm nhỏ

      Phải xin phép. Đào sâu sát tường nhà bên là nguyên nhân của phần lớn vụ nứt nhà hàng xóm; chụp ảnh hiện trạng hai
      bên trước khi đào là cách tự bảo vệ mình.

      ### 4. Xây tường rào giáp đường

      Phải đúng chỉ giới. Tường rào lấn ra phần hè dù chỉ hai mươi phân cũng phải tháo dỡ.

      ### 5. Thay mặt tiền, lắp biển quảng cáo

      Thay đổi kiến trúc mặt ngoài giáp đường ở đô thị có yêu cầu quản lý kiến trúc thì phải xin phép; biển quảng cáo
      theo quy định riêng về kích thước và an toàn cháy.

      > Nguyên tắc dễ nhớ: đụng đến móng, cột, dầm, chiều cao hoặc ranh giới thì hỏi phường trước khi gọi thợ.

      Nơi giải quyết hiện nay là UBND phường, xã; hồ sơ nộp trực tuyến được miễn phần bản giấy nếu bản vẽ đã ký số.
    `),
    image: {
      file: 'pho-cay-da.svg',
      alt: 'Dãy nhà phố cũ dưới bóng cây',
      caption: 'Nhà phố cũ thường được sửa chữa trước Tết',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Phóng viên Cổng Sở Xây dựng', part: 'text' },
      { name: 'Biên tập viên Sở Xây dựng', part: 'edit' },
    ],
    source: 'Sở Xây dựng',
    state: 'published',
    publishedDaysAgo: 15,
    publishedAt: '08:50',
  },
  {
    key: 'xd-dieu-hanh-cong-truong',
    site: 'so-xay-dung',
    genre: 'news',
    section: 'chi-dao-dieu-hanh',
    topics: ['ky-cuong-trach-nhiem-hieu-qua', 'van-minh-do-thi'],
    tags: ['đào đường', 'hoàn trả mặt đường'],
    title: 'Sở Xây dựng yêu cầu dừng đào đường trước Tết, hoàn trả mặt đường đúng kết cấu ban đầu',
    summary: unfold(`
      Các giấy phép đào đường, hè phố không khẩn cấp sẽ tạm dừng; công trình dang dở phải rào chắn, chiếu sáng và che
      phủ.
    `),
    body: unfold(`
      Sở Xây dựng vừa yêu cầu các chủ đầu tư, đơn vị quản lý hạ tầng kỹ thuật dừng việc đào đường, đào hè không khẩn cấp
      trước Tết để bảo đảm đi lại và mỹ quan. Giấy phép đã cấp được tự động lùi thời hạn, không phải xin lại.

      Trường hợp khẩn cấp như vỡ ống nước, đứt cáp vẫn được xử lý ngay, đơn vị thi công báo UBND phường và cơ quan quản
      lý đường trong ngày.

      ### Với công trình đang dở dang

      - Hoàn trả tạm mặt đường êm thuận, không để gờ, ổ gà.
      - Rào chắn kín, có đèn cảnh báo ban đêm và biển ghi tên đơn vị thi công, cách liên hệ.
      - Thu dọn vật liệu thừa, tưới nước chống bụi, che phủ bãi tập kết.
      - Bố trí lối đi có tay vịn qua hào cho người đi bộ, xe lăn.

      Việc hoàn trả chính thức phải đúng kết cấu ban đầu và bảo hành theo quy định. Nơi nào lún trong thời gian bảo
      hành, đơn vị thi công phải làm lại toàn bộ đoạn, không vá điểm.

      UBND phường, xã được đề nghị kiểm tra hằng ngày, chụp ảnh vi phạm gửi về đầu mối của Sở. Đơn vị vi phạm hai lần
      trở lên sẽ không được xem xét cấp phép mới trong quý sau. Người dân thấy hố đào không rào chắn có thể gửi phản ánh
      kèm vị trí trên cổng của phường; đây là loại phản ánh phải xử lý trong ngày.
    `),
    authors: [{ name: 'Ban Biên tập Cổng Sở Xây dựng', part: 'text' }],
    source: 'Sở Xây dựng',
    state: 'published',
    publishedDaysAgo: 19,
    publishedAt: '13:30',
  },
]
