import { type DemoArticle, unfold } from '../article.ts'

export const healthArticles: readonly DemoArticle[] = [
  {
    key: 'yt-tiem-chung-mua-dong',
    site: 'so-y-te',
    genre: 'news',
    section: 'giao-duc-y-te',
    topics: ['phong-chong-dich-benh'],
    tags: ['tiêm chủng', 'sởi', 'trẻ em'],
    title: 'Ngành y tế rà soát trẻ chưa tiêm đủ mũi trước mùa lạnh, ưu tiên nhóm trẻ di chuyển theo gia đình',
    summary: unfold(`
      Trạm y tế phường đối chiếu sổ tiêm với danh sách trẻ tại nhóm lớp, khu trọ; trẻ thiếu mũi được hẹn tiêm bù ngay
      trong tháng.
    `),
    body: unfold(`
      Mùa đông xuân là thời điểm các bệnh lây qua đường hô hấp ở trẻ dễ tăng. Sở Y tế vừa yêu cầu toàn bộ trạm y tế
      phường, xã rà soát trẻ chưa tiêm đủ mũi, không chờ đến khi có ca bệnh mới đi tìm.

      Nhóm được chú ý nhất là trẻ theo bố mẹ thuê trọ, chuyển chỗ nhiều lần. Những em này thường có sổ tiêm ở một nơi,
      học ở nơi khác và dễ lỡ mũi nhắc lại. Cách làm lần này là đi từ danh sách nhóm lớp mầm non và khu trọ, rồi đối
      chiếu ngược với hệ thống tiêm chủng.

      ### Tiêm bù như thế nào

      1. Trạm y tế gọi hoặc gửi tin hẹn cho gia đình, nêu rõ mũi còn thiếu.
      2. Trẻ được khám sàng lọc và tiêm vào ngày gần nhất, không phải tiêm lại từ đầu.
      3. Thông tin được cập nhật ngay lên sổ sức khỏe điện tử để nơi khác tra được.

      Về nguồn cung, Sở cho biết vắc xin trong chương trình tiêm chủng mở rộng được phân bổ theo số trẻ thực tế; nơi nào
      thừa phải điều chuyển, không giữ lại. Trạm y tế nào hết vắc xin phải niêm yết và báo ngày dự kiến có lại, tránh để
      phụ huynh đi lại nhiều lần.

      Với người lớn, nhóm nên trao đổi với bác sĩ về việc tiêm phòng cúm gồm người trên sáu mươi lăm tuổi, người có bệnh
      tim phổi, đái tháo đường và phụ nữ mang thai. Rửa tay, che miệng khi ho và cho trẻ nghỉ học khi sốt vẫn là những
      biện pháp rẻ nhất, hiệu quả nhất.
    `),
    image: {
      file: 'tiem-chung.svg',
      alt: 'Nhân viên y tế áo trắng bên bàn tiêm, trẻ ngồi trong lòng mẹ',
      caption: 'Buổi tiêm bù tại một trạm y tế phường',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Ban Biên tập Cổng Sở Y tế', part: 'text' }],
    source: 'Sở Y tế',
    state: 'published',
    publishedDaysAgo: 1,
    publishedAt: '10:00',
    featured: true,
  },
  {
    key: 'yt-tram-y-te-phuong',
    site: 'so-y-te',
    genre: 'feature',
    section: 'giao-duc-y-te',
    topics: ['cai-cach-hanh-chinh', 'chuyen-doi-so'],
    tags: ['trạm y tế', 'bệnh mạn tính'],
    title: 'Trạm y tế phường sau sắp xếp: gần dân hơn hay chỉ đổi biển hiệu?',
    summary: unfold(`
      Trạm lớn hơn, có bác sĩ trực chiều tối, quản lý người bệnh tăng huyết áp và đái tháo đường ngay tại phường; nhưng
      thuốc vẫn là điều người dân băn khoăn.
    `),
    body: unfold(`
      Sau khi sắp xếp đơn vị hành chính, mỗi phường có một trạm y tế và các điểm trạm. Câu hỏi đặt ra là người dân được
      gì ngoài tấm biển mới. Chúng tôi ghi nhận tại vài nơi.

      ## Cái được

      Trạm chính có phòng khám, xét nghiệm cơ bản, siêu âm và bác sĩ trực đến tối hai ngày mỗi tuần. Người tăng huyết
      áp, đái tháo đường đã ổn định không phải lên bệnh viện mỗi tháng chỉ để lấy thuốc; hồ sơ được chuyển về trạm,
      tuyến trên xem lại khi cần.

      Các điểm trạm vẫn giữ lại để các cụ đi bộ được. Điểm trạm nhỏ nhưng làm tốt việc đo huyết áp, tư vấn, tiêm chủng
      và theo dõi sau xuất viện.

      ## Cái còn vướng

      Băn khoăn nhiều nhất là thuốc. Danh mục ở trạm hẹp hơn bệnh viện, có loại hết giữa đợt. Nhiều người đi một vòng
      rồi lại về tuyến trên, thành ra mất công hơn trước.

      Một bác sĩ trưởng trạm thẳng thắn: khi thiếu thuốc, trạm mất luôn cả lòng tin về những việc khác. Vì thế đơn vị
      lập bảng dự báo theo số bệnh nhân thật, đặt hàng trước hai tháng, và ghi rõ trên bảng tin loại nào sắp hết.

      ## Sắp tới

      Sở đang thử kết nối bệnh án giữa trạm với bệnh viện để không phải xét nghiệm lại. Hướng thứ hai là bác sĩ bệnh
      viện luân phiên về trạm mỗi tuần một buổi, khám đúng nhóm bệnh mà phường có nhiều người mắc. Kết quả thí điểm sẽ
      được công bố, kể cả những nơi chưa thành công.
    `),
    image: {
      file: 'mot-cua.svg',
      alt: 'Quầy tiếp đón có ba ô, nhân viên trao đổi với người dân',
      caption: 'Quầy tiếp đón tại một trạm y tế phường',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Phóng viên Cổng Sở Y tế', part: 'text' }],
    source: 'Sở Y tế',
    state: 'published',
    publishedDaysAgo: 7,
    publishedAt: '09:30',
  },
  {
    key: 'yt-canh-bao-ruou-va-nam-moc',
    site: 'so-y-te',
    genre: 'notice',
    section: 'thong-bao',
    topics: ['phong-chong-dich-benh'],
    tags: ['ngộ độc', 'an toàn thực phẩm', 'mùa lạnh'],
    title: 'Khuyến cáo phòng ngộ độc trong mùa lạnh: khí than, rượu không rõ nguồn gốc và thực phẩm mốc',
    summary: 'Ba nguy cơ thường gặp khi trời rét và việc cần làm trong mười phút đầu nếu nghi ngờ bị ngộ độc.',
    body: unfold(`
      Mùa lạnh năm nào các bệnh viện cũng tiếp nhận những ca ngộ độc có thể phòng tránh được. Sở Y tế khuyến cáo người
      dân chú ý ba nguy cơ sau.

      ## Khí than trong phòng kín

      Đốt than, củi hoặc chạy máy phát điện trong phòng đóng kín sinh ra khí độc không màu, không mùi. Người trong phòng
      chỉ thấy nhức đầu, buồn ngủ rồi lịm đi. Tuyệt đối không sưởi bằng than khi ngủ; máy phát điện đặt ngoài trời, xa
      cửa.

      ## Rượu không rõ nguồn gốc

      Rượu pha cồn công nghiệp gây mù mắt, tổn thương não và tử vong. Không mua rượu trong can nhựa không nhãn, không
      uống rượu ngâm rễ cây lạ, nhất là trong các bữa tiệc cuối năm.

      ## Thực phẩm mốc

      Lạc, ngô, gạo mốc sinh độc tố hại gan, rửa sạch hay rang kỹ cũng không hết. Thấy mốc thì bỏ, đừng tiếc.

      ### Mười phút đầu

      - Đưa người bệnh ra chỗ thoáng, mở hết cửa nếu nghi khí độc; người cứu phải nín thở và không ở lại lâu.
      - Gọi cấp cứu, nói rõ nghi do chất gì, bao nhiêu người.
      - Đặt nằm nghiêng nếu nôn hoặc lơ mơ. Không gây nôn khi người bệnh lơ mơ, co giật hoặc uống phải hóa chất.
      - Giữ lại chai rượu, mẫu thức ăn, nhãn hóa chất mang theo để bác sĩ xác định chất độc.

      Các trạm y tế phường đã được cấp tài liệu tranh khổ lớn về xử trí ban đầu; tổ dân phố, nhà trường có thể đến nhận
      miễn phí.
    `),
    authors: [{ name: 'Ban Biên tập Cổng Sở Y tế', part: 'text' }],
    source: 'Sở Y tế',
    state: 'published',
    publishedDaysAgo: 11,
    publishedAt: '16:20',
    correction: {
      note: unfold(`
        Bản đầu hướng dẫn gây nôn cho mọi trường hợp; đã sửa: không gây nôn khi người bệnh lơ mơ, co giật hoặc uống phải
        hóa chất.
      `),
      daysAgo: 10,
    },
  },
  {
    key: 'yt-bac-si-gia-dinh',
    site: 'so-y-te',
    genre: 'news',
    section: 'tin-tuc',
    topics: ['phong-chong-dich-benh'],
    tags: ['chăm sóc người cao tuổi'],
    title: 'Thí điểm bác sĩ gia đình theo dõi người cao tuổi tại nhà ở một số phường',
    summary: 'Mỗi bác sĩ phụ trách một nhóm hộ, thăm khám định kỳ và nối máy với bệnh viện khi cần.',
    body: unfold(`
      Một số phường đang thử giao cho mỗi bác sĩ trạm y tế phụ trách một nhóm hộ có người cao tuổi, theo dõi tại nhà
      thay vì chờ các cụ đến khám. Mỗi lượt thăm kéo dài khoảng nửa giờ: đo huyết áp, xem đơn thuốc, hỏi giấc ngủ, bữa
      ăn và những lần suýt ngã.

      Điều khác với khám bệnh thông thường là bác sĩ nhìn cả căn nhà. Tấm thảm trơn ở cửa bếp, bóng đèn cầu thang cháy,
      hộp thuốc trộn lẫn nhiều loại, đó đều là thông tin y tế. Sau buổi thăm, gia đình nhận một tờ giấy chữ to với không
      quá ba việc cần làm.

      Khi phát hiện dấu hiệu bất thường, bác sĩ nối máy hội chẩn với bệnh viện ngay tại chỗ. Trường hợp phải nhập viện,
      thông tin được chuyển trước để người bệnh không phải kể lại từ đầu.

      Khó khăn lớn nhất là thời gian. Mỗi bác sĩ chỉ thăm kỹ được bốn, năm nhà một buổi, trong khi việc ở trạm không
      giảm. Phương án đang tính là để điều dưỡng đi trước, sàng lọc và chỉ mời bác sĩ với những nhà cần. Câu hỏi về chi
      trả cũng cần sớm có lời giải, vì nhiều dịch vụ tại nhà chưa nằm trong danh mục bảo hiểm.

      Sau đợt thí điểm, Sở sẽ công bố kết quả về số lần cấp cứu, số lần ngã và mức độ hài lòng của gia đình, so với nhóm
      chưa tham gia, để quyết định có mở rộng hay không.
    `),
    image: {
      file: 'pho-cay-da.svg',
      alt: 'Phố nhỏ có cây đa, người đi bộ chậm rãi',
      caption: 'Một con phố có nhiều người cao tuổi thuộc diện thí điểm',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Biên tập viên Sở Y tế', part: 'text' }],
    source: 'Sở Y tế',
    state: 'submitted',
    deskNote: 'Chờ phòng chuyên môn xác nhận tên các phường tham gia thí điểm.',
  },
]
