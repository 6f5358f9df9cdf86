import { type DemoArticle, unfold } from '../article.ts'

export const baDinhNoticeArticles: readonly DemoArticle[] = [
  {
    key: 'ba-dinh-gio-lam-viec-mot-cua',
    site: 'ba-dinh',
    genre: 'notice',
    section: 'thong-bao',
    topics: ['cai-cach-hanh-chinh'],
    tags: ['một cửa', 'giờ làm việc'],
    title: 'Giờ tiếp nhận và trả kết quả tại điểm phục vụ hành chính công phường Ba Đình',
    summary: unfold(`
      Lịch mới có thêm buổi chiều muộn thứ Năm và sáng thứ Bảy; ô ưu tiên dành cho người cao tuổi, người khuyết tật.
    `),
    body: unfold(`
      UBND phường Ba Đình thông báo lịch tiếp nhận hồ sơ và trả kết quả giải quyết thủ tục hành chính áp dụng từ tuần
      này. Lịch được điều chỉnh sau khi phường lấy ý kiến các tổ dân phố về khung giờ thuận tiện.

      | Ngày | Buổi sáng | Buổi chiều |
      | Thứ Hai đến thứ Tư | 8 giờ – 11 giờ 30 | 13 giờ 30 – 17 giờ |
      | Thứ Năm | 8 giờ – 11 giờ 30 | 13 giờ 30 – 19 giờ |
      | Thứ Sáu | 8 giờ – 11 giờ 30 | 13 giờ 30 – 17 giờ |
      | Thứ Bảy | 8 giờ – 11 giờ 30 | Nghỉ |

      ## Một số lưu ý

      - Buổi chiều muộn thứ Năm và sáng thứ Bảy nhận việc hộ tịch, chứng thực và hướng dẫn nộp hồ sơ trực tuyến. Hồ sơ
        xây dựng, hồ sơ hộ kinh doanh xin nộp vào giờ hành chính.
      - Ô số 1 là ô ưu tiên cho người cao tuổi, phụ nữ mang thai, người khuyết tật và người có con nhỏ. Xin cứ đến
        thẳng, không cần lấy số.
      - Số thứ tự có thể lấy trước trên mạng trong vòng ba ngày; đến muộn quá mười lăm phút, hệ thống sẽ tự xếp lại.
      - Người không tự đi được có thể đề nghị phường cử cán bộ đến nhà làm thủ tục chứng thực, ghi rõ địa chỉ và lý do
        qua mục Hỏi đáp.

      Trường hợp công chức yêu cầu giấy tờ ngoài danh mục đã niêm yết, đề nghị công dân phản ánh ngay với người phụ
      trách điểm phục vụ có mặt trong ca hoặc gửi phản ánh trên cổng này. Phường trả lời trong thời hạn quy định và
      không yêu cầu người phản ánh đến trụ sở để giải trình.
    `),
    image: {
      file: 'mot-cua.svg',
      alt: 'Ba ô tiếp nhận hồ sơ, phía trước có ghế chờ',
      caption: 'Khu vực tiếp nhận hồ sơ của phường Ba Đình',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Ba Đình', part: 'text' }],
    source: 'UBND phường Ba Đình',
    state: 'published',
    publishedDaysAgo: 3,
    publishedAt: '08:00',
    pinned: true,
  },
  {
    key: 'ba-dinh-tiem-phong-cho-meo',
    site: 'ba-dinh',
    genre: 'notice',
    section: 'giao-duc-y-te',
    topics: ['phong-chong-dich-benh'],
    tags: ['bệnh dại', 'chó mèo', 'tiêm phòng'],
    title: 'Lịch tiêm phòng dại cho chó, mèo đợt bổ sung cuối năm trên địa bàn phường',
    summary: unfold(`
      Tiêm tại sáu nhà sinh hoạt cộng đồng vào buổi chiều tối; chủ nuôi nhớ rọ mõm, xích chó và mang theo sổ theo dõi
      nếu có.
    `),
    body: unfold(`
      Để giữ tỷ lệ chó, mèo được tiêm phòng dại ở mức an toàn trong mùa lạnh, phường tổ chức đợt tiêm bổ sung dành cho
      vật nuôi mới về nhà, vật nuôi đã đủ tuổi nhưng chưa tiêm và vật nuôi sắp hết thời hạn miễn dịch.

      Đợt này có sáu điểm, mỗi điểm một buổi, từ cuối giờ chiều đến tối:

      1. Nhà sinh hoạt cộng đồng cụm Trúc Bạch: thứ Hai.
      2. Nhà sinh hoạt cộng đồng cụm Quán Thánh: thứ Ba.
      3. Sân nhà văn hóa cụm Nguyễn Trung Trực: thứ Tư.
      4. Sân chơi cụm hồ Trúc Bạch: thứ Năm.
      5. Nhà sinh hoạt cộng đồng cụm Phan Đình Phùng: thứ Sáu.
      6. Điểm vét tại trạm thú y phụ trách khu vực: sáng thứ Bảy.

      ### Chủ nuôi cần làm gì

      Chó phải được xích và đeo rọ mõm khi đưa đến điểm tiêm; mèo đặt trong lồng hoặc túi có lỗ thoáng. Không tiêm cho
      con vật đang ốm, bỏ ăn hoặc đang mang thai gần ngày đẻ; những trường hợp này được hẹn lại. Sau khi tiêm, ngồi lại
      theo dõi khoảng ba mươi phút, mang về cho nghỉ, không tắm trong vài ngày.

      Nuôi chó, mèo thì phải tiêm phòng; đó là quy định, cũng là trách nhiệm với hàng xóm. Hộ cố tình không tiêm hoặc
      thả rông chó nơi công cộng sẽ bị nhắc nhở, tái phạm bị xử phạt. Người bị chó, mèo cắn cần rửa ngay vết thương bằng
      xà phòng dưới vòi nước chảy trong mười lăm phút và đến cơ sở y tế để được tư vấn tiêm vắc xin, tuyệt đối không
      chữa bằng thuốc nam hoặc chờ theo dõi con vật.
    `),
    image: {
      file: 'tiem-chung.svg',
      alt: 'Bàn tiêm gọn gàng với hộp bảo quản lạnh và nhân viên áo trắng',
      caption: 'Bàn tiêm lưu động tại nhà sinh hoạt cộng đồng',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Ba Đình', part: 'text' }],
    source: 'Phòng Kinh tế, Hạ tầng và Đô thị phường Ba Đình',
    state: 'published',
    publishedDaysAgo: 6,
    publishedAt: '15:30',
  },
  {
    key: 'ba-dinh-thu-tuc-nay-o-phuong',
    site: 'ba-dinh',
    genre: 'feature',
    section: 'pho-bien-phap-luat',
    topics: ['cai-cach-hanh-chinh'],
    tags: ['chính quyền hai cấp', 'thủ tục hành chính', 'hộ kinh doanh'],
    title: unfold(`
      Làm ở phường, làm ở sở hay làm trên mạng: tra nhanh những thủ tục người dân Ba Đình hay hỏi sau khi bỏ cấp trung
      gian
    `),
    summary: unfold(`
      Bảng tra mười hai dòng được rút ra từ các câu hỏi gửi về cổng phường trong nửa năm qua, kèm những nhầm lẫn thường
      gặp.
    `),
    body: unfold(`
      Bỏ cấp trung gian, nhiều việc dồn về phường. Bà con hay hỏi: việc của tôi giờ ai làm? Tổ truyền thông đã gom các
      câu hỏi gửi về cổng và nhờ bộ phận chuyên môn trả lời gọn trong một bảng.

      | Việc cần làm | Nơi giải quyết | Nộp trên mạng |
      | Khai sinh, khai tử, kết hôn | Phường | Được |
      | Kết hôn có yếu tố nước ngoài | Phường | Được một phần |
      | Chứng thực bản sao, chữ ký | Bất kỳ phường, xã nào | Phải đến trực tiếp |
      | Đăng ký hộ kinh doanh | Phường | Được |
      | Giấy phép xây dựng nhà ở riêng lẻ | Phường | Được |
      | Sang tên, biến động đất đai | Văn phòng đăng ký đất đai | Được một phần |
      | Thành lập doanh nghiệp | Sở Tài chính | Được |
      | Trợ cấp xã hội | Phường | Được |
      | Căn cước, cư trú | Công an phường | Được một phần |
      | Giấy phép lái xe | Cơ quan công an | Được |
      | Xác nhận tình trạng hôn nhân | Phường | Được |
      | Lý lịch tư pháp | Cơ quan công an | Được |

      ## Ba nhầm lẫn thường gặp

      ### Phải về đúng phường mình ở

      Không cần. Hồ sơ nộp ở điểm phục vụ nào trong Thành phố cũng được tiếp nhận, trừ những việc phải xác minh tại chỗ.

      ### Sổ đỏ ghi địa chỉ cũ là hết giá trị

      Sổ vẫn nguyên giá trị. Khi nào mua bán, tặng cho, thế chấp thì cập nhật luôn thể.

      ### Nộp trên mạng rồi vẫn phải mang bản giấy

      Chỉ những hồ sơ mà quy định bắt buộc đối chiếu bản chính mới phải mang theo. Nếu bị yêu cầu nộp thêm bản giấy
      không có trong danh mục, bà con có quyền hỏi lại căn cứ.

      Bảng này được rà soát mỗi quý. Dòng nào thay đổi sẽ ghi rõ ngày cập nhật để người đọc không dùng nhầm bản cũ.
    `),
    image: {
      file: 'mot-cua.svg',
      alt: 'Công chức ở quầy đang trao giấy hẹn cho người dân',
      caption: 'Hướng dẫn người dân tra cứu nơi nộp hồ sơ',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Tổ truyền thông phường Ba Đình', part: 'text' },
      { name: 'Biên tập viên phường Ba Đình', part: 'edit' },
    ],
    source: 'Cổng Thông tin điện tử phường Ba Đình',
    state: 'published',
    publishedDaysAgo: 10,
    publishedAt: '09:45',
    featured: true,
  },
  {
    key: 'ba-dinh-an-toan-cho',
    site: 'ba-dinh',
    genre: 'news',
    section: 'kinh-te-do-thi',
    topics: ['van-minh-do-thi'],
    tags: ['chợ', 'an toàn thực phẩm', 'Tết'],
    title: 'Kiểm tra chợ dân sinh trước mùa mua sắm: nhắc trước, hẹn ngày, kiểm tra lại',
    summary: unfold(`
      Đoàn liên ngành của phường cùng ban quản lý chợ rà từng dãy hàng, lập danh sách việc phải khắc phục trong mười
      ngày.
    `),
    body: unfold(`
      Đoàn kiểm tra liên ngành của phường vừa hoàn thành đợt rà soát các chợ dân sinh và dãy hàng thực phẩm trên địa
      bàn. Thay cho kiểu kiểm tra đột xuất rồi lập biên bản, đoàn chọn cách nhắc trước, hẹn ngày và quay lại kiểm tra
      đúng hẹn.

      Về an toàn cháy, đoàn phát hiện một số sạp còn dùng dây điện nối tạm, bình chữa cháy hết hạn kiểm định, bạt che
      thấp dưới chiều cao cho phép. Những lỗi này được ghi trực tiếp vào phiếu của từng sạp, chủ sạp giữ một bản.

      Về thực phẩm, hầu hết hộ bán thịt, cá có giấy tờ chứng minh nguồn hàng, nhưng nhiều hộ bán rau nhỏ lẻ chỉ biết tên
      người giao. Cán bộ y tế hướng dẫn các hộ ghi sổ nhập hàng đơn giản: ngày, loại hàng, số lượng, người bán. Cuốn sổ
      học trò là đủ.

      Bà con tiểu thương đề nghị phường sửa hệ thống thoát nước ở dãy hàng cá, nơi nước đọng gây trơn trượt. Kiến nghị
      được ghi nhận và giao bộ phận hạ tầng khảo sát trong tuần.

      ### Người mua cũng góp phần

      Phường khuyến khích người dân mua hàng trong chợ thay vì mua trên lòng đường, mang theo làn, túi dùng nhiều lần và
      báo ngay khi thấy thực phẩm có mùi lạ. Trong tháng tới, một góc chợ sẽ đặt cân đối chứng để khách tự cân lại; cân
      sai, khách có quyền đổi hàng ngay tại chỗ.
    `),
    image: {
      file: 'cho-dan-sinh.svg',
      alt: 'Dãy sạp hàng rau quả ngay ngắn, lối đi giữa thông thoáng',
      caption: 'Lối đi giữa các dãy sạp được giải tỏa hàng lấn chiếm',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Cộng tác viên phường Ba Đình', part: 'text' },
      { name: 'Tổ truyền thông phường Ba Đình', part: 'photo' },
    ],
    source: 'UBND phường Ba Đình',
    state: 'published',
    publishedDaysAgo: 5,
    publishedAt: '10:20',
  },
]
