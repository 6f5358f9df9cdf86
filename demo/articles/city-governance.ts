import { type DemoArticle, unfold } from '../article.ts'

export const cityGovernanceArticles: readonly DemoArticle[] = [
  {
    key: 'hop-giao-ban-chong-ngap',
    site: 'thanh-pho',
    genre: 'news',
    section: 'hoat-dong-lanh-dao',
    topics: ['ky-cuong-trach-nhiem-hieu-qua', 'van-minh-do-thi'],
    tags: ['thoát nước', 'chống ngập', 'trạm bơm'],
    title: 'Lãnh đạo Thành phố kiểm tra tiến độ các trạm bơm tiêu thoát nước trước mùa mưa năm tới',
    summary: unfold(`
      Đoàn công tác của UBND Thành phố yêu cầu các đơn vị công khai mốc hoàn thành từng hạng mục, không để việc chậm mặt
      bằng kéo lùi cả tuyến thoát nước.
    `),
    body: unfold(`
      Đoàn công tác của UBND Thành phố vừa kiểm tra thực địa các công trình tiêu thoát nước đang thi công ở khu vực phía
      nam và phía tây. Cùng đi có đại diện Sở Xây dựng, Sở Tài chính, chủ đầu tư và lãnh đạo UBND các phường có công
      trình đi qua.

      Tại trạm bơm đầu mối, đơn vị thi công báo cáo đã lắp xong hai trong bốn tổ máy; phần kênh dẫn còn vướng một đoạn
      mặt bằng ngắn, chủ yếu là công trình phụ của các hộ sát mép kênh. UBND phường sở tại cho biết đã đối thoại với
      toàn bộ số hộ này, đa số đồng thuận và chỉ đề nghị được bàn giao sau khi nhận đủ tiền hỗ trợ.

      ## Mỗi hạng mục một mốc, một người chịu trách nhiệm

      Kết luận buổi kiểm tra, lãnh đạo UBND Thành phố yêu cầu lập bảng tiến độ theo tuần cho từng hạng mục, ghi rõ đơn
      vị chủ trì và công khai trên cổng của các phường liên quan. Việc nào chậm quá hai tuần phải báo cáo nguyên nhân
      bằng văn bản, không chờ đến kỳ giao ban.

      > Người dân không cần biết ai đúng ai sai giữa các bên; người dân cần biết mùa mưa tới ngõ nhà mình có còn ngập
        hay không.

      Trong lúc chờ công trình hoàn thành, các phường được giao rà lại miệng thu, vớt rác cửa cống trước mỗi đợt mưa lớn
      và chuẩn bị sẵn máy bơm di động ở những điểm trũng. Sở Xây dựng tổng hợp danh sách điểm úng ngập còn tồn tại, công
      bố kèm giải pháp tạm thời để người dân chủ động đi lại.
    `),
    image: {
      file: 'tram-bom.svg',
      alt: 'Trạm bơm bên bờ kênh với hai ống xả đang đẩy nước ra ngoài',
      caption: 'Một trạm bơm tiêu bên kênh dẫn nước ở phía nam Thành phố',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Phóng viên Cổng Thông tin điện tử Thành phố', part: 'text' },
      { name: 'Tổ ảnh Cổng Thông tin điện tử Thành phố', part: 'photo' },
    ],
    source: 'Văn phòng UBND Thành phố',
    state: 'published',
    publishedDaysAgo: 1,
    publishedAt: '17:20',
    pinned: true,
    featured: true,
  },
  {
    key: 'mo-rong-khung-gio-thu-bay',
    site: 'thanh-pho',
    genre: 'news',
    section: 'chinh-quyen-so',
    topics: ['cai-cach-hanh-chinh', 'ky-cuong-trach-nhiem-hieu-qua'],
    tags: ['một cửa', 'giờ làm việc', 'dịch vụ công'],
    title: unfold(`
      Thêm nhiều điểm phục vụ hành chính công mở cửa sáng thứ Bảy, người đi làm giờ hành chính không còn phải xin nghỉ
      để nộp hồ sơ hộ tịch, chứng thực
    `),
    summary: unfold(`
      Qua giai đoạn thử nghiệm, các phường có lượng hồ sơ lớn sẽ duy trì ca trực sáng thứ Bảy; hồ sơ tiếp nhận ngày này
      được tính thời hạn từ ngày làm việc kế tiếp.
    `),
    body: unfold(`
      Sau thời gian thử nghiệm, Thành phố cho phép thêm nhiều điểm phục vụ hành chính công cấp phường mở cửa sáng thứ
      Bảy. Danh sách cụ thể do từng chi nhánh công bố, ưu tiên những nơi đông người lao động tự do, công nhân và nhân
      viên văn phòng.

      Các nhóm việc được tiếp nhận trong ca thứ Bảy gồm:

      - đăng ký khai sinh, khai tử, cấp bản sao trích lục hộ tịch;
      - chứng thực bản sao từ bản chính, chứng thực chữ ký;
      - hướng dẫn tạo tài khoản và nộp hồ sơ trên Cổng Dịch vụ công Quốc gia;
      - trả kết quả những hồ sơ đã có thông báo hoàn thành trong tuần.

      Hồ sơ phức tạp như cấp giấy phép xây dựng nhà ở riêng lẻ vẫn được nhận vào ngày thường, vì cần cán bộ chuyên môn
      đối chiếu bản vẽ tại chỗ. Người dân có thể đặt lịch trước để không phải chờ; người cao tuổi, phụ nữ mang thai và
      người khuyết tật được mời lên trước, không cần lấy số.

      Theo tổng hợp ban đầu, khoảng một phần tư lượt giao dịch thứ Bảy là của những người lần đầu đến bộ phận một cửa
      trong năm (số liệu minh họa). Nhiều người nói họ từng nhờ người nhà đi thay, nay có thể tự làm và hỏi cho rõ.

      Công chức trực thứ Bảy được bố trí nghỉ bù trong tuần theo kế hoạch của đơn vị. Cách làm này giữ được sức khỏe cho
      đội ngũ, đồng thời không phát sinh thêm biên chế. Sau sáu tháng, Thành phố sẽ đánh giá lại số lượt phục vụ theo
      từng điểm để mở thêm hoặc gộp ca cho phù hợp.
    `),
    image: {
      file: 'mot-cua.svg',
      alt: 'Quầy tiếp nhận hồ sơ có ba ô, công chức đang hướng dẫn người dân',
      caption: 'Ca trực sáng thứ Bảy tại một điểm phục vụ hành chính công',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Phóng viên Cổng Thông tin điện tử Thành phố', part: 'text' }],
    source: 'Trung tâm Phục vụ hành chính công Thành phố',
    state: 'published',
    publishedDaysAgo: 1,
    publishedAt: '09:00',
    featured: true,
  },
  {
    key: 'chi-dao-an-toan-cho-tet',
    site: 'thanh-pho',
    genre: 'news',
    section: 'chi-dao-dieu-hanh',
    topics: ['ky-cuong-trach-nhiem-hieu-qua'],
    tags: ['chợ Tết', 'an toàn thực phẩm', 'phòng cháy'],
    title: 'Thành phố yêu cầu rà soát an toàn tại các chợ, điểm bán hàng Tết ngay từ cuối tháng Mười một',
    summary: unfold(`
      Việc kiểm tra điện, lối thoát nạn và nguồn gốc thực phẩm phải xong trước khi các chợ tăng lượng hàng; phường chịu
      trách nhiệm về những điểm bán phát sinh trên địa bàn.
    `),
    body: unfold(`
      UBND Thành phố vừa có chỉ đạo về bảo đảm an toàn tại chợ, trung tâm thương mại và các điểm bán hàng dịp Tết Nguyên
      đán. Điểm mới so với mọi năm là việc rà soát được làm sớm, khi lượng hàng chưa dồn về và các ban quản lý chợ còn
      thời gian khắc phục.

      Công an Thành phố hướng dẫn kiểm tra hệ thống điện, phương tiện chữa cháy, khoảng cách giữa các sạp và lối thoát
      nạn. Chợ nào còn hàng hóa lấn lối đi phải xử lý dứt điểm trước khi xem xét tăng số điểm kinh doanh tạm.

      Sở Công Thương phối hợp với các đơn vị liên quan kiểm soát nguồn gốc thực phẩm tươi sống, công khai danh sách điểm
      bán hàng bình ổn để người dân tiện mua sắm.

      ### Trách nhiệm của cấp phường, cấp xã

      Với mô hình chính quyền hai cấp, UBND phường, xã là nơi trực tiếp quản lý phần lớn chợ dân sinh. Vì vậy, văn bản
      yêu cầu:

      1. Lập danh sách toàn bộ điểm bán, kể cả điểm tạm trên hè phố được phép sử dụng trong dịp Tết.
      2. Ký cam kết an toàn với từng hộ kinh doanh và ban quản lý chợ.
      3. Phân công người trực ngoài giờ, công khai cách tiếp nhận phản ánh trên cổng của phường.
      4. Báo cáo kết quả rà soát, nêu rõ điểm chưa bảo đảm và thời hạn khắc phục.

      Những nơi để xảy ra vi phạm kéo dài mà không xử lý, người đứng đầu sẽ bị xem xét trách nhiệm khi đánh giá cuối
      năm. Thành phố cũng đề nghị người dân không mua hàng ở những điểm tự phát ngay sát đường tàu, gầm cầu và cổng bệnh
      viện.
    `),
    image: {
      file: 'cho-dan-sinh.svg',
      alt: 'Sạp rau quả dưới mái bạt kẻ sọc, người bán đội nón đang xếp hàng',
      caption: 'Sạp hàng gọn trong vạch kẻ tại một chợ dân sinh',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Ban Biên tập Cổng Thông tin điện tử Thành phố', part: 'text' }],
    source: 'Văn phòng UBND Thành phố',
    state: 'published',
    publishedDaysAgo: 2,
    publishedAt: '14:15',
  },
  {
    key: 'hoi-dap-thu-tuc-cap-phuong',
    site: 'thanh-pho',
    genre: 'interview',
    section: 'chinh-quyen-so',
    topics: ['cai-cach-hanh-chinh'],
    tags: ['chính quyền hai cấp', 'thủ tục hành chính'],
    title: 'Hơn một năm không còn cấp trung gian: hồ sơ của dân đang đi đường nào?',
    summary: unfold(`
      Trao đổi với đại diện Trung tâm Phục vụ hành chính công Thành phố về những điều người dân hay hỏi nhất sau khi vận
      hành chính quyền địa phương hai cấp.
    `),
    body: unfold(`
      Từ ngày 01/7/2025, Hà Nội vận hành chính quyền địa phương hai cấp. Sau hơn một năm, chúng tôi trao đổi với đại
      diện Trung tâm Phục vụ hành chính công Thành phố về những câu hỏi mà bạn đọc gửi đến nhiều nhất.

      ### Người dân có phải tìm lại nơi nộp hồ sơ không?

      Không. Nguyên tắc hiện nay là nộp ở điểm nào thuận tiện nhất trong Thành phố, kể cả khi nơi đó không phải phường
      mình cư trú. Hồ sơ sẽ được chuyển trên hệ thống đến đúng cơ quan giải quyết. Người dân chỉ cần giữ mã hồ sơ để tra
      cứu.

      ### Những việc trước đây nộp ở cấp trung gian nay ai làm?

      Phần lớn đã chuyển về phường, xã: đăng ký hộ kinh doanh, một số việc hộ tịch có yếu tố nước ngoài, cấp phép xây
      dựng nhà ở riêng lẻ. Một số ít việc đòi hỏi chuyên môn sâu thì do sở giải quyết. Bảng phân công đăng trên cổng của
      từng phường và được cập nhật ngay khi có thay đổi.

      ### Điều gì còn khiến người dân chưa hài lòng?

      Thẳng thắn mà nói, đó là giấy tờ cũ ghi tên đơn vị hành chính cũ. Nhiều người lo phải đổi hết. Giấy tờ còn thời
      hạn vẫn có giá trị; chỉ đổi khi người dân có nhu cầu hoặc khi thực hiện thủ tục mới. Chúng tôi đề nghị cán bộ
      không được yêu cầu người dân đi xin xác nhận thay đổi địa giới nếu dữ liệu đã có.

      ### Thời gian tới sẽ ưu tiên việc gì?

      Giảm số lần phải khai lại. Thông tin nào cơ quan nhà nước đã có thì không hỏi dân nữa. Nói thì ngắn, nhưng đây là
      việc khó nhất.
    `),
    image: {
      file: 'to-cong-nghe-so.svg',
      alt: 'Nhóm thanh niên và người lớn tuổi quây quanh một máy tính xách tay',
      caption: 'Hướng dẫn nộp hồ sơ trực tuyến tại nhà sinh hoạt cộng đồng',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Phóng viên Cổng Thông tin điện tử Thành phố', part: 'text' },
      { name: 'Thư ký tòa soạn cổng Thành phố', part: 'edit' },
    ],
    source: 'Cổng Thông tin điện tử Thành phố',
    state: 'published',
    publishedDaysAgo: 4,
    publishedAt: '08:00',
  },
]
