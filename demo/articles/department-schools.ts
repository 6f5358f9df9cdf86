import { type DemoArticle, unfold } from '../article.ts'

export const schoolArticles: readonly DemoArticle[] = [
  {
    key: 'gd-ke-hoach-tuyen-sinh-dau-cap',
    site: 'so-giao-duc-va-dao-tao',
    genre: 'notice',
    section: 'thong-bao',
    topics: ['cai-cach-hanh-chinh', 'chuyen-doi-so'],
    tags: ['tuyển sinh', 'đầu cấp'],
    title: 'Những điểm phụ huynh cần chuẩn bị cho tuyển sinh đầu cấp năm học tới',
    summary: unfold(`
      Tuyến tuyển sinh gắn với nơi cư trú thực tế và ranh giới phường mới; hồ sơ chủ yếu nộp trực tuyến, không phải xếp
      hàng từ đêm.
    `),
    body: unfold(`
      Tuy còn nhiều tháng nữa mới đến kỳ tuyển sinh, nhiều phụ huynh đã hỏi về lớp 1 và lớp 6. Sở thông tin trước những
      điểm đã thống nhất để gia đình chủ động; kế hoạch chính thức sẽ ban hành sau và là căn cứ thực hiện.

      ## Tuyến tuyển sinh

      Sau khi sắp xếp đơn vị hành chính, tuyến tuyển sinh do UBND phường, xã xây dựng theo nơi ở thực tế và sức chứa của
      từng trường. Một phường rộng có thể chia thành nhiều tuyến; ngược lại, học sinh ở sát ranh giới có thể học trường
      của phường bên nếu gần nhà hơn.

      ## Hồ sơ

      - Dữ liệu cư trú được đối chiếu trực tiếp, phụ huynh không cần xin giấy xác nhận cư trú bản giấy nếu dữ liệu đã
        đúng.
      - Phụ huynh nên kiểm tra ngay thông tin nơi ở hiện tại của con trong ứng dụng định danh điện tử, sai thì đề nghị
        công an phường sửa sớm.
      - Học sinh chuyển từ tỉnh, thành phố khác về chuẩn bị học bạ số hoặc học bạ giấy có xác nhận.

      ## Thời gian dự kiến

      | Việc | Thời điểm |
      | Công bố tuyến, chỉ tiêu từng trường | Tháng 4 |
      | Thử nghiệm hệ thống đăng ký | Tháng 5 |
      | Đăng ký trực tuyến | Cuối tháng 6, đầu tháng 7 |
      | Nhận kết quả, bổ sung | Giữa tháng 7 |

      Mốc thời gian trong bảng là dự kiến để tham khảo. Gia đình không có thiết bị hoặc chưa quen thao tác được nhà
      trường và tổ công nghệ số cộng đồng hỗ trợ tại chỗ. Không trường nào được thu bất kỳ khoản nào khi nhận hồ sơ đăng
      ký dự tuyển.
    `),
    image: {
      file: 'san-truong.svg',
      alt: 'Sân trường với dãy lớp học hai tầng và cây phượng',
      caption: 'Học sinh trong sân trường giờ ra chơi',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Ban Biên tập Cổng Sở Giáo dục và Đào tạo', part: 'text' }],
    source: 'Sở Giáo dục và Đào tạo',
    state: 'published',
    publishedDaysAgo: 9,
    publishedAt: '09:00',
    pinned: true,
    featured: true,
  },
  {
    key: 'gd-bua-an-ban-tru',
    site: 'so-giao-duc-va-dao-tao',
    genre: 'feature',
    section: 'giao-duc-y-te',
    topics: ['ky-cuong-trach-nhiem-hieu-qua', 'phong-chong-dich-benh'],
    tags: ['bán trú', 'an toàn thực phẩm'],
    title: 'Phụ huynh vào bếp trường: khi thực đơn bán trú được mở cho mọi người cùng xem',
    summary: unfold(`
      Nhiều trường công khai thực đơn, nguồn nguyên liệu và mời phụ huynh kiểm tra đột xuất; sự yên tâm đến từ việc nhìn
      thấy tận mắt.
    `),
    body: unfold(`
      Sáu giờ sáng, xe thực phẩm dừng trước cổng sau của trường. Hai phụ huynh trong tổ giám sát đã chờ sẵn, không hẹn
      trước với nhà bếp. Họ xem phiếu giao hàng, nhiệt độ thùng lạnh, rồi ký vào sổ cùng cô phụ trách.

      Việc này trước đây chỉ làm mỗi học kỳ một lần, có báo trước, nên thường chẳng phát hiện gì. Nay nhiều trường đổi
      sang hình thức phụ huynh đăng ký lịch trực luân phiên; ngày nào ai vào, chỉ tổ giám sát biết.

      ## Ba lớp công khai

      Thực đơn tuần được đăng trên trang của trường kèm ảnh khẩu phần mẫu. Nguồn nguyên liệu ghi tên cơ sở cung cấp và
      thời hạn hợp đồng. Tiền ăn được tính theo từng ngày có mặt, em nghỉ báo trước được trừ.

      ## Khi có chuyện

      Quy trình xử lý sự cố được in to dán ở cửa bếp: dừng món, giữ mẫu lưu, gọi y tế, báo phụ huynh, không tự dọn hiện
      trường. Mỗi trường phải diễn tập ít nhất một lần mỗi năm học. Mẫu thức ăn lưu đủ thời gian theo quy định, ghi rõ
      giờ lấy mẫu.

      Không phải mọi việc đều trôi chảy. Có trường đông học sinh, bếp chật, phải nấu làm hai ca; có phụ huynh đòi đổi
      món theo ý riêng. Kinh nghiệm ở những nơi làm tốt là để học sinh chấm điểm món ăn cuối tuần và để nhà bếp được
      giải thích vì sao món bị bỏ nhiều.

      Một cô nấu bếp nói vui rằng từ ngày có phụ huynh vào xem, bếp sạch hơn hẳn, mà cô cũng bớt bị nghi oan. Đôi khi mở
      cửa là cách tự bảo vệ mình tốt nhất.
    `),
    image: {
      file: 'san-truong.svg',
      alt: 'Sân trường buổi trưa, học sinh đi về phía nhà ăn',
      caption: 'Giờ ăn trưa tại một trường tiểu học',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Phóng viên Cổng Sở Giáo dục và Đào tạo', part: 'text' }],
    source: 'Sở Giáo dục và Đào tạo',
    state: 'published',
    publishedDaysAgo: 13,
    publishedAt: '08:20',
  },
  {
    key: 'gd-phong-doc-mo',
    site: 'so-giao-duc-va-dao-tao',
    genre: 'news',
    section: 'van-hoa-xa-hoi',
    topics: ['van-minh-do-thi'],
    tags: ['thư viện trường học', 'văn hóa đọc'],
    title: 'Thư viện trường mở cửa sau giờ học, học sinh được ở lại đọc đến khi bố mẹ đón',
    summary: unfold(`
      Mô hình thư viện mở giải quyết khoảng trống từ giờ tan học đến giờ tan sở, vừa an toàn vừa tạo thói quen đọc.
    `),
    body: unfold(`
      Trường tan lúc bốn rưỡi, bố mẹ tan sở lúc năm rưỡi, kẹt xe thì đến sáu giờ. Khoảng trống ấy bao năm nay là nỗi lo
      của phụ huynh và là cơ hội của các quán nước cổng trường. Một số trường chọn cách đơn giản: mở thư viện thêm hai
      tiếng.

      Thư viện được sắp lại theo hướng mở. Kệ thấp vừa tầm tay trẻ, thảm ngồi thay cho bàn kín, góc yên lặng tách khỏi
      góc kể chuyện. Học sinh vào không phải ghi lý do, chỉ quẹt thẻ để nhà trường biết ai còn ở lại. Phụ huynh nhận
      được tin báo khi con vào và khi con ra khỏi thư viện.

      Trực thư viện là giáo viên luân phiên, sinh viên sư phạm thực tập và phụ huynh tình nguyện. Không giao bài, không
      dạy thêm; điều cấm này được ghi rõ để thư viện không biến thành lớp học buổi chiều.

      Kết quả bước đầu khá bất ngờ. Lượt mượn sách tăng gấp đôi, và loại sách được mượn nhiều chuyển từ truyện tranh
      sang truyện dài, sách khoa học thường thức (số liệu minh họa của nhóm trường thí điểm). Có em xin ở lại dù bố mẹ
      đã đứng chờ ngoài cổng.

      Khó khăn lớn nhất là kinh phí điện, nước và bồi dưỡng người trực. Sở đang tổng hợp để đề xuất mức chi chung, đồng
      thời khuyến khích các trường gần nhau dùng chung đầu sách bằng cách luân chuyển thùng sách mỗi tháng. Trường nào
      muốn tham gia đợt tiếp theo gửi đăng ký kèm sơ đồ thư viện và phương án bảo đảm an toàn buổi chiều tối.
    `),
    image: {
      file: 'phong-doc.svg',
      alt: 'Phòng đọc nhiều kệ sách, học sinh ngồi quanh bàn dài',
      caption: 'Thư viện trường trong giờ mở cửa buổi chiều',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Ban Biên tập Cổng Sở Giáo dục và Đào tạo', part: 'text' }],
    source: 'Sở Giáo dục và Đào tạo',
    state: 'published',
    publishedDaysAgo: 18,
    publishedAt: '14:00',
  },
]
