import { type DemoArticle, unfold } from '../article.ts'

export const cityUrbanArticles: readonly DemoArticle[] = [
  {
    key: 'lay-y-kien-quy-hoach',
    site: 'thanh-pho',
    genre: 'notice',
    section: 'thong-bao',
    topics: ['van-minh-do-thi'],
    tags: ['quy hoạch', 'lấy ý kiến cộng đồng'],
    title: unfold(`
      Thông báo lấy ý kiến cộng đồng dân cư về đồ án điều chỉnh cục bộ quy hoạch phân khu hai bên tuyến kênh tiêu
    `),
    summary: unfold(`
      Bản vẽ và thuyết minh được trưng bày tại trụ sở các phường liên quan trong ba mươi ngày; mọi ý kiến đều được tổng
      hợp và trả lời công khai.
    `),
    body: unfold(`
      Thực hiện quy định của pháp luật về quy hoạch đô thị và nông thôn, cơ quan tổ chức lập quy hoạch lấy ý kiến cộng
      đồng dân cư về đồ án điều chỉnh cục bộ quy hoạch phân khu hai bên tuyến kênh tiêu phía nam. Nội dung điều chỉnh
      chủ yếu là bổ sung hành lang cây xanh, mở rộng đường gom và dành quỹ đất cho trường học.

      ## Phạm vi và nội dung chính

      | Khu vực | Hiện trạng | Đề xuất điều chỉnh |
      | Bờ đông kênh | Đất trống, nhà tạm | Dải cây xanh, đường dạo |
      | Bờ tây kênh | Khu dân cư hiện hữu | Giữ nguyên, chỉnh trang hạ tầng |
      | Nút giao đầu tuyến | Đường hẹp, hay ùn ứ | Mở rộng đường gom, thêm lối sang đường |
      | Khu đất kho cũ | Kho bãi không còn sử dụng | Trường tiểu học và sân chơi |

      Các chỉ tiêu trong bảng là số liệu minh họa, chỉ tiêu chính thức căn cứ theo hồ sơ trưng bày.

      ## Cách góp ý

      - Xem bản vẽ khổ lớn tại trụ sở UBND phường hoặc nhà sinh hoạt cộng đồng gần nhất.
      - Ghi ý kiến vào phiếu đặt tại nơi trưng bày, không bắt buộc ghi họ tên.
      - Gửi ý kiến qua mục Hỏi đáp trên cổng này, chọn lĩnh vực quy hoạch.
      - Dự buổi trao đổi trực tiếp do UBND phường tổ chức vào buổi tối để người đi làm có thể tham gia.

      Thời gian lấy ý kiến là ba mươi ngày kể từ ngày đăng thông báo. Kết thúc đợt lấy ý kiến, bản tổng hợp cùng giải
      trình tiếp thu hoặc không tiếp thu từng nhóm ý kiến sẽ được đăng công khai tại đây. Ý kiến của tổ chức, doanh
      nghiệp trong khu vực cũng được tổng hợp theo cùng một cách.
    `),
    image: {
      file: 'pho-cay-da.svg',
      alt: 'Con phố nhỏ dưới tán đa cổ thụ, vài người đi bộ trên vỉa hè',
      caption: 'Khu dân cư cũ nằm trong phạm vi lấy ý kiến',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Ban Biên tập Cổng Thông tin điện tử Thành phố', part: 'text' }],
    source: 'Sở Quy hoạch – Kiến trúc',
    state: 'published',
    publishedDaysAgo: 5,
    publishedAt: '16:00',
    pinned: true,
  },
  {
    key: 'via-he-giu-trat-tu',
    site: 'thanh-pho',
    genre: 'feature',
    section: 'kinh-te-do-thi',
    topics: ['van-minh-do-thi'],
    tags: ['vỉa hè', 'trật tự đô thị', 'bán hàng rong'],
    title: 'Giữ vỉa hè cho người đi bộ mà vẫn lo được sinh kế cho người bán hàng nhỏ',
    summary: unfold(`
      Nhiều phường chọn cách kẻ vạch, chia giờ và bố trí chỗ bán tập trung thay vì chỉ ra quân rồi lại rút; cách làm
      chậm hơn nhưng bền hơn.
    `),
    body: unfold(`
      Chín giờ sáng, đoạn phố trước cổng chợ đã khác hẳn cách đây nửa năm. Vạch sơn trắng chạy dọc hè, xe máy xếp quay
      đầu vào trong, quang gánh nằm gọn ở khoảng sân cạnh nhà văn hóa. Một bác bán xôi cười: chỗ mới xa hơn vài chục
      bước, nhưng không phải ngó trước ngó sau nữa.

      Đây là kết quả của cách làm mà nhiều phường đang thử: trước khi xử lý vi phạm thì tìm chỗ cho người bán. Cán bộ
      phường cùng tổ dân phố đi từng đoạn phố, đếm số hộ bán hàng thường xuyên, hỏi họ cần khung giờ nào, rồi mới chia
      khu.

      ## Ba việc phải làm cùng lúc

      Kinh nghiệm ở những nơi làm được cho thấy không thể bỏ qua việc nào trong ba việc sau:

      - có chỗ bán thay thế đủ gần để người mua quen vẫn tìm đến;
      - có vạch kẻ, biển báo rõ ràng để ai cũng biết đâu là phần hè dành cho người đi bộ;
      - có người nhắc hằng ngày, chủ yếu là lực lượng tại chỗ và chính các hộ kinh doanh.

      Ở những đoạn chỉ xử phạt mà thiếu hai việc đầu, hàng quán thường quay lại sau ba tuần (theo khảo sát minh họa của
      Ban Biên tập).

      ## Chưa phải đã xong

      Khó nhất hiện nay là buổi tối, khi quán ăn đông khách và xe của khách tràn ra hè. Một số phường đang thương lượng
      với trường học, cơ quan gần đó để mượn sân làm chỗ gửi xe ngoài giờ. Nơi nào có bãi, nơi ấy hè thông.

      Câu hỏi về thu phí sử dụng tạm thời một phần hè phố cũng được nhiều người quan tâm. Việc này chỉ áp dụng ở tuyến
      đủ bề rộng, do cấp có thẩm quyền quyết định và phải công khai danh mục. Người dân thấy thu ngoài danh mục có thể
      phản ánh ngay trên cổng của phường.
    `),
    image: {
      file: 'pho-cay-da.svg',
      alt: 'Con phố có vỉa hè rộng, xe máy xếp gọn một hàng dưới bóng cây',
      caption: 'Xe máy xếp quay đầu vào trong, chừa lối cho người đi bộ',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Phóng viên Cổng Thông tin điện tử Thành phố', part: 'text' }],
    source: 'Cổng Thông tin điện tử Thành phố',
    state: 'published',
    publishedDaysAgo: 8,
    publishedAt: '07:45',
  },
  {
    key: 'giai-thich-bang-gia-dat',
    site: 'thanh-pho',
    genre: 'feature',
    section: 'pho-bien-phap-luat',
    topics: ['cai-cach-hanh-chinh'],
    tags: ['bảng giá đất', 'thuế', 'nhà đất'],
    title: 'Bảng giá đất dùng vào việc gì, và vì sao giá trong bảng không phải giá mua bán ngoài thị trường',
    summary: unfold(`
      Bài giải thích dành cho người dân chuẩn bị làm sổ, chuyển mục đích hoặc nộp tiền sử dụng đất; kèm một ví dụ tính
      để hình dung.
    `),
    body: unfold(`
      Mỗi khi bảng giá đất được công bố hoặc điều chỉnh, Ban Biên tập nhận rất nhiều câu hỏi. Bài này gom những điểm dễ
      nhầm nhất; trường hợp cụ thể xin hỏi trực tiếp cơ quan giải quyết hồ sơ.

      ## Bảng giá đất dùng để làm gì

      Bảng giá đất là căn cứ để tính các khoản mà người sử dụng đất phải nộp cho Nhà nước trong nhiều trường hợp: tiền
      sử dụng đất khi được công nhận quyền sử dụng, khi chuyển mục đích; thuế sử dụng đất; phí và lệ phí liên quan. Bảng
      giá không bắt buộc hai người mua bán với nhau phải theo giá nào.

      ## Vì sao cùng một phố mà giá khác nhau

      Giá trong bảng chia theo vị trí. Thửa đất giáp mặt phố là vị trí 1; càng vào sâu trong ngõ, ngõ càng hẹp thì vị
      trí càng lùi và giá càng thấp. Vì vậy cùng một số nhà chính, hai thửa có thể chênh nhau đáng kể.

      ## Một ví dụ để hình dung

      | Nội dung | Giá trị (số liệu minh họa) |
      | Diện tích chuyển mục đích | 40 m² |
      | Giá đất ở theo bảng, vị trí 2 | 20 triệu đồng/m² |
      | Giá đất vườn theo bảng | 5 triệu đồng/m² |
      | Chênh lệch phải xem xét | 40 × (20 − 5) = 600 triệu đồng |

      Số phải nộp thực tế còn phụ thuộc hạn mức, thời điểm sử dụng đất và các chính sách miễn, giảm. Không nên lấy ví dụ
      này làm kết quả cho hồ sơ của mình.

      ## Hỏi ai

      Nơi nộp hồ sơ có trách nhiệm giải thích vị trí thửa đất và cách tính trước khi bạn nộp tiền. Nếu thấy xác định sai
      vị trí, bạn có quyền đề nghị xem lại và được trả lời bằng văn bản.
    `),
    image: {
      file: 'cau-thep.svg',
      alt: 'Cầu thép nhiều nhịp bắc qua sông rộng, phía xa là dãy nhà',
      caption: 'Đô thị hai bên sông, nơi giá đất chênh nhau theo vị trí',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Tổ biên tập Phổ biến pháp luật', part: 'text' },
      { name: 'Thư ký tòa soạn cổng Thành phố', part: 'edit' },
    ],
    source: 'Tổng hợp từ cơ quan chuyên môn về đất đai',
    state: 'published',
    publishedDaysAgo: 11,
    publishedAt: '09:20',
    correction: {
      note: unfold(`
        Bản đăng đầu tiên ghi ví dụ tính cho vị trí 1; số liệu thực tế trong bảng ví dụ là của vị trí 2. Đã sửa lại chú
        thích và dòng kết quả.
      `),
      daysAgo: 9,
    },
  },
  {
    key: 'trong-cay-mua-dong',
    site: 'thanh-pho',
    genre: 'news',
    section: 'van-hoa-xa-hoi',
    topics: ['van-minh-do-thi'],
    tags: ['cây xanh', 'môi trường'],
    title: 'Bắt đầu đợt trồng cây cuối năm: ưu tiên sân trường, bờ sông và những tuyến phố thiếu bóng mát',
    summary: unfold(`
      Thành phố chọn loài bản địa, rễ sâu, ít gãy đổ; mỗi cây trồng mới đều có đơn vị nhận chăm sóc trong hai năm đầu.
    `),
    body: unfold(`
      Những hố đất đầu tiên của đợt trồng cây cuối năm đã được đào từ sáng sớm bên bờ sông. Khác với các đợt ra quân chỉ
      đếm số lượng, lần này mỗi cây có một phiếu theo dõi: loài gì, trồng ngày nào, ai nhận chăm.

      Theo kế hoạch, cây được ưu tiên cho ba nhóm địa điểm. Thứ nhất là sân trường, nhất là những trường mới xây còn
      trống nắng. Thứ hai là hành lang ven sông, ven hồ, nơi rễ cây giúp giữ đất. Thứ ba là những tuyến phố có vỉa hè đủ
      rộng nhưng cây cũ đã gãy đổ sau các trận bão.

      Danh mục loài gồm sấu, lát hoa, bằng lăng, long não và một số loài bản địa chịu hạn tốt. Đơn vị chuyên môn khuyến
      cáo không trồng cây ăn quả to trên vỉa hè, không đổ bê tông kín gốc và không đóng đinh treo biển lên thân.

      Điều được bàn nhiều nhất là chăm sóc sau trồng. Rút kinh nghiệm những năm trước, tỷ lệ cây sống được công khai sau
      sáu tháng và một năm; nơi nào để cây chết nhiều sẽ không được giao thêm. Các trường học, tổ dân phố, doanh nghiệp
      nhận chăm cây được hướng dẫn kỹ thuật tưới, buộc cọc, tỉa cành.

      Một thầy giáo dẫn học sinh đến trồng cây nói rằng các em đặt tên cho từng cây và hẹn cuối tuần mang nước đến tưới.
      Có lẽ đó là cách giữ cây tốt nhất: để mỗi cây có một người nhớ.

      Người dân muốn đề nghị trồng cây trước ngõ hoặc báo cây chết, cây nghiêng có thể gửi phản ánh kèm ảnh trên cổng
      của phường.
    `),
    image: {
      file: 'trong-cay.svg',
      alt: 'Người lớn và em nhỏ cùng trồng cây non trên bãi cỏ ven sông',
      caption: 'Đoàn viên thanh niên trồng cây trên bãi ven sông',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Phóng viên Cổng Thông tin điện tử Thành phố', part: 'text' },
      { name: 'Tổ ảnh Cổng Thông tin điện tử Thành phố', part: 'photo' },
    ],
    source: 'Cổng Thông tin điện tử Thành phố',
    state: 'published',
    publishedDaysAgo: 9,
    publishedAt: '15:10',
  },
]
