import { type DemoArticle, unfold } from '../article.ts'

export const cityPeopleArticles: readonly DemoArticle[] = [
  {
    key: 'ngay-hoi-hien-mau',
    site: 'thanh-pho',
    genre: 'news',
    section: 'giao-duc-y-te',
    topics: ['phong-chong-dich-benh'],
    tags: ['hiến máu', 'nhân đạo'],
    title: 'Ngày hội hiến máu cuối năm: mỗi đơn vị máu là một lời chúc bình an gửi người chưa quen',
    summary: unfold(`
      Nhóm máu hiếm và tiểu cầu đang thiếu; ban tổ chức mở thêm điểm hiến lưu động ở các phường trong những tuần tới.
    `),
    body: unfold(`
      Từ sáng sớm, hàng ghế chờ ở sảnh nhà văn hóa đã kín. Có người đến lần đầu còn hơi lo, có người đã thuộc lòng từng
      bước, chỉ hỏi hôm nay nhóm nào thiếu nhất. Ngày hội hiến máu cuối năm thu hút đông đảo cán bộ, sinh viên, người
      lao động và cả những gia đình đi ba thế hệ.

      Dịp cuối năm, nhu cầu máu thường tăng trong khi lượng người hiến giảm vì bận việc và thời tiết lạnh. Cơ quan
      chuyên môn cho biết hai thứ đang cần là các nhóm máu hiếm và tiểu cầu, loại chế phẩm chỉ bảo quản được vài ngày.

      ### Ai có thể hiến

      - Người khỏe mạnh, trong độ tuổi và đủ cân nặng theo quy định của ngành y tế.
      - Đã cách lần hiến trước đủ thời gian cần thiết.
      - Không đang dùng thuốc điều trị, không có triệu chứng cảm cúm, không thức khuya đêm trước.

      ### Chuẩn bị thế nào

      Nên ăn nhẹ, uống nhiều nước, tránh đồ chiên rán và rượu bia trong ngày trước đó. Sau khi hiến, ngồi nghỉ ít nhất
      mười lăm phút, giữ băng ép và không mang vác nặng bằng tay vừa lấy máu.

      Trong những tuần tới, xe hiến máu lưu động sẽ về nhà văn hóa các phường vào buổi chiều tối và cuối tuần. Lịch cụ
      thể đăng trên cổng từng phường. Ban tổ chức mong người dân đăng ký trước để chia khung giờ, vừa đỡ chờ, vừa giúp
      điều phối lượng máu đều giữa các tuần thay vì dồn vào một ngày.
    `),
    image: {
      file: 'tiem-chung.svg',
      alt: 'Bàn y tế với nhân viên áo trắng đang chăm sóc một người ngồi ghế',
      caption: 'Bàn tư vấn và khám sàng lọc trước khi hiến máu',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Phóng viên Cổng Thông tin điện tử Thành phố', part: 'text' }],
    source: 'Hội Chữ thập đỏ Thành phố',
    state: 'published',
    publishedDaysAgo: 7,
    publishedAt: '11:00',
  },
  {
    key: 'may-tinh-cu',
    site: 'thanh-pho',
    genre: 'good-deed',
    section: 'nguoi-tot-viec-tot',
    topics: ['chuyen-doi-so'],
    tags: ['người tốt việc tốt', 'tình nguyện', 'máy tính cũ'],
    title: 'Những chiếc máy tính cũ có thêm một vòng đời trong góc học tập của trẻ em xóm trọ',
    summary: unfold(`
      Một nhóm sinh viên kỹ thuật thu gom máy hỏng, sửa lại, cài phần mềm học tập rồi tặng cho con em công nhân thuê
      trọ.
    `),
    body: unfold(`
      Căn phòng chưa đầy hai mươi mét vuông chất kín vỏ máy, ổ cứng, dây nguồn. Đó là "xưởng" của một nhóm sinh viên kỹ
      thuật, nơi mỗi tối có năm bảy bạn đến tháo, lau, thử từng linh kiện. Máy nào cứu được thì cứu; không cứu được thì
      lấy chân màn hình lắp cho chiếc khác.

      Chuyện bắt đầu khi một bạn trong nhóm dạy kèm ở xóm trọ và thấy hai chị em dùng chung một chiếc điện thoại vỡ mặt
      để làm bài tập. Nhóm bàn nhau đi xin máy cũ từ các văn phòng. Văn phòng đầu tiên cho ba chiếc, chẳng chiếc nào lên
      hình. Ba tuần sau, hai chiếc chạy được.

      Đến nay, nhóm đã trao hơn bốn mươi bộ máy (số liệu minh họa). Trước khi trao, máy được xóa sạch dữ liệu của chủ
      cũ, cài hệ điều hành nguồn mở, bộ gõ tiếng Việt và một số phần mềm học toán, học chữ. Mỗi gia đình nhận máy được
      hướng dẫn cách đặt giờ dùng, cách nhận biết trang không an toàn.

      Các bạn có ba nguyên tắc tự đặt ra: không chụp ảnh mặt trẻ khi trao quà, không đăng hoàn cảnh gia đình lên mạng,
      và nhận lại sửa miễn phí khi máy hỏng.

      > Chúng em không tặng máy mới, nên phải tặng thêm sự kiên nhẫn.

      Một người mẹ làm ca đêm kể rằng con chị giờ biết tự tìm bài giảng, còn chị thì học được cách nộp hồ sơ xin học cho
      con trên mạng. Vậy là một chiếc máy, hai người học.
    `),
    image: {
      file: 'to-cong-nghe-so.svg',
      alt: 'Nhóm bạn trẻ ngồi quanh máy tính xách tay, một người lớn tuổi nhìn màn hình',
      caption: 'Buổi trao máy và hướng dẫn sử dụng tại nhà sinh hoạt cộng đồng',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Cộng tác viên cổng Thành phố', part: 'text' }],
    source: 'Cổng Thông tin điện tử Thành phố',
    state: 'published',
    publishedDaysAgo: 12,
    publishedAt: '08:40',
  },
  {
    key: 'nop-ho-so-truc-tuyen-sau-buoc',
    site: 'thanh-pho',
    genre: 'feature',
    section: 'chinh-quyen-so',
    topics: ['chuyen-doi-so', 'cai-cach-hanh-chinh'],
    tags: ['dịch vụ công trực tuyến', 'hướng dẫn'],
    title: 'Nộp hồ sơ trực tuyến trong sáu bước: bản hướng dẫn để in ra dán cạnh máy tính',
    summary: unfold(`
      Dành cho người lần đầu nộp hồ sơ trên mạng và cho con cháu muốn làm cùng ông bà ở nhà.
    `),
    body: unfold(`
      Bản hướng dẫn này được soạn ở nhà sinh hoạt cộng đồng, với máy tính bình thường, đường truyền bình thường, để các bước
      giống hệt những gì bà con sẽ gặp. Cứ làm chậm, mỗi bước xong hãy đánh dấu lại.

      ## Chuẩn bị

      Bạn cần điện thoại đã cài ứng dụng định danh điện tử, ảnh chụp rõ giấy tờ phải nộp và khoảng hai mươi phút yên
      tĩnh. Chụp giấy tờ ở chỗ đủ sáng, đặt phẳng, không để ngón tay che chữ.

      ## Sáu bước

      1. Mở Cổng Dịch vụ công Quốc gia, chọn đăng nhập bằng tài khoản định danh điện tử.
      2. Gõ tên việc cần làm vào ô tìm kiếm, chẳng hạn "cấp bản sao trích lục khai sinh". Chọn đúng nơi giải quyết.
      3. Đọc phần thành phần hồ sơ trước khi khai. Thiếu giấy tờ nào thì dừng lại chuẩn bị, dữ liệu khai dở được lưu
        nháp.
      4. Khai biểu mẫu. Phần nào hệ thống đã điền sẵn thì kiểm tra lại, thấy sai thì báo, đừng tự sửa cho khớp.
      5. Tải ảnh giấy tờ lên, mở lại từng tệp để chắc chắn đọc được.
      6. Nộp lệ phí nếu có, bấm gửi và chép lại mã hồ sơ.

      ## Sau khi gửi

      Trong thời hạn ghi trên màn hình, bạn sẽ nhận tin báo tiếp nhận hoặc yêu cầu bổ sung. Không ai gọi điện yêu cầu
      bạn đọc mật khẩu hay mã xác thực; nếu có người gọi như vậy, hãy cúp máy và báo công an phường. Gặp vướng mắc, tổ
      công nghệ số cộng đồng ở nơi bạn sống luôn sẵn lòng ngồi cùng.
    `),
    image: {
      file: 'to-cong-nghe-so.svg',
      alt: 'Tình nguyện viên áo xanh đứng quanh người cao tuổi bên máy tính xách tay',
      caption: 'Tình nguyện viên hướng dẫn từng bước',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Tổ truyền hình Cổng Thông tin điện tử Thành phố', part: 'text' },
      { name: 'Tổ truyền hình Cổng Thông tin điện tử Thành phố', part: 'photo' },
    ],
    source: 'Cổng Thông tin điện tử Thành phố',
    state: 'published',
    publishedDaysAgo: 20,
    publishedAt: '10:30',
  },
  {
    key: 'dien-tap-chua-chay-ngo-sau',
    site: 'thanh-pho',
    genre: 'news',
    section: 'an-ninh-trat-tu',
    topics: ['van-minh-do-thi'],
    tags: ['phòng cháy chữa cháy', 'diễn tập'],
    title: 'Diễn tập chữa cháy trong ngõ sâu: bài học lớn nhất là những chiếc xe máy dựng sai chỗ',
    summary: unfold(`
      Tình huống giả định cháy nhà ống ba tầng lúc nửa đêm cho thấy ba phút đầu thuộc về hàng xóm, trước khi xe chuyên
      dụng vào được.
    `),
    body: unfold(`
      Tiếng kẻng vang lên ở cuối con ngõ rộng chưa đầy hai mét. Theo kịch bản, tầng một căn nhà ống bốc cháy do chập
      điện ở chỗ sạc xe, trong nhà có hai người lớn tuổi và một cháu nhỏ. Đồng hồ bấm giờ bắt đầu chạy.

      Phút thứ nhất, hàng xóm hai bên dùng bình chữa cháy xách tay khống chế lối cửa. Phút thứ hai, tổ liên gia kéo cuộn
      vòi từ trụ nước đầu ngõ. Phút thứ ba, ba người trong nhà ra được bằng lối sang mái bên cạnh, đã mở sẵn từ đợt vận
      động trước.

      Xe chữa cháy tới ở phút thứ tám. Lính cứu hỏa phải vác vòi chạy bộ hơn trăm mét vì bốn chiếc xe máy dựng ngang lối
      rẽ, đúng nơi mà biên bản lần kiểm tra trước đã nhắc.

      ### Rút kinh nghiệm tại chỗ

      Ngay sau buổi diễn tập, bà con ngồi lại cùng lực lượng chức năng và thống nhất mấy việc:

      - kẻ vạch vàng cấm dựng xe tại hai khúc cua;
      - mỗi nhóm nhà có một chuông báo cháy nối với nhau, thử chuông vào sáng chủ nhật đầu tháng;
      - không sạc xe điện qua đêm ở lối thoát duy nhất của nhà;
      - mở một lối thoát thứ hai với những nhà còn hàn kín khung sắt.

      Chỉ huy buổi diễn tập nhấn mạnh, phương tiện hiện đại đến đâu cũng không thay được ba phút đầu. Những phường có
      nhiều ngõ sâu được đề nghị tổ chức ít nhất mỗi năm một lần như vậy, chọn buổi tối để người đi làm cùng tham gia.
      Kịch bản và bảng kiểm sẽ được gửi cho các phường dùng chung.
    `),
    image: {
      file: 'dien-tap-chua-chay.svg',
      alt: 'Lính cứu hỏa phun nước trong buổi diễn tập, xe chữa cháy đỏ phía sau',
      caption: 'Lực lượng chữa cháy triển khai đội hình phun nước',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Phóng viên Cổng Thông tin điện tử Thành phố', part: 'text' },
      { name: 'Tổ ảnh Cổng Thông tin điện tử Thành phố', part: 'photo' },
    ],
    source: 'Công an Thành phố',
    state: 'published',
    publishedDaysAgo: 14,
    publishedAt: '16:45',
  },
]
