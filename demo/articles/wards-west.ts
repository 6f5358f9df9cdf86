import { type DemoArticle, unfold } from '../article.ts'

export const westWardArticles: readonly DemoArticle[] = [
  {
    key: 'thanh-xuan-san-choi',
    site: 'thanh-xuan',
    genre: 'feature',
    section: 'van-hoa-xa-hoi',
    topics: ['van-minh-do-thi'],
    tags: ['sân chơi', 'lốp xe cũ', 'trẻ em'],
    title: 'Từ bãi gửi xe thành sân chơi: cuộc thương lượng kéo dài sáu tháng của một khu tập thể cũ',
    summary: unfold(`
      Không giải tỏa, không cưỡng chế; các hộ ở phường Thanh Xuân đã đổi chỗ để xe lấy khoảng sân cho trẻ bằng một bản
      thỏa thuận tám điều.
    `),
    body: unfold(`
      Khoảng sân giữa hai dãy nhà tập thể rộng chừng ba trăm mét vuông. Hai mươi năm nay nó là bãi gửi xe. Trẻ con đá
      bóng ngoài đường, người già đi bộ vòng quanh cột điện. Ai cũng muốn lấy lại sân, nhưng chẳng ai biết để xe vào
      đâu.

      Cuộc thương lượng bắt đầu bằng việc đếm. Các bạn trẻ trong khu đếm xe theo giờ, suốt một tuần. Kết quả bất ngờ:
      ban ngày, hai phần ba số chỗ bỏ trống; chỉ từ tám giờ tối đến sáu giờ sáng mới kín.

      ## Bản thỏa thuận tám điều

      Từ con số ấy, một phương án ra đời: ban ngày là sân, ban đêm mới là chỗ để xe, cộng thêm hai mươi chỗ mượn trong
      sân cơ quan bên cạnh. Bản thỏa thuận có tám điều, quan trọng nhất là:

      - ô tô không vào sân trước tám giờ tối, xe máy xếp sát tường phía bắc;
      - đồ chơi đều di động hoặc thấp, không chắn lối xe cứu hỏa;
      - thu phí gửi xe giữ nguyên, một phần dành cho bảo dưỡng sân;
      - vi phạm ba lần thì mất chỗ một tháng.

      ## Sân mới

      Xích đu làm từ lốp xe tải, cầu trượt từ ống nước cũ, hàng rào là chậu cây. Kiến trúc sư là một cụ về hưu sống ở
      tầng ba. Nền sân trải cát thô cho đỡ đau khi ngã; mưa xuống thấm luôn, không đọng.

      Ba tháng sau, khu tập thể bầu lại người quản sân. Người trúng cử là một cô bé lớp tám, với lời hứa ngắn: ai cũng
      có lượt xích đu.
    `),
    image: {
      file: 'trong-cay.svg',
      alt: 'Người dân trồng cây quanh khoảng sân mới',
      caption: 'Trồng cây quanh sân chơi mới của khu tập thể',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Thanh Xuân', part: 'text' }],
    source: 'Cổng Thông tin điện tử phường Thanh Xuân',
    state: 'published',
    publishedDaysAgo: 17,
    publishedAt: '08:10',
  },
  {
    key: 'tu-liem-xe-buyt-hoc-sinh',
    site: 'tu-liem',
    genre: 'news',
    section: 'kinh-te-do-thi',
    topics: ['van-minh-do-thi'],
    tags: ['xe buýt', 'trường học', 'giao thông'],
    title: unfold(`
      Xe buýt gom học sinh chạy thử trên địa bàn phường Từ Liêm: bớt hàng trăm lượt xe máy trước cổng trường mỗi sáng,
      phụ huynh đề nghị thêm điểm đón trong ngõ
    `),
    summary: 'Tuyến vòng dài bảy cây số nối năm trường và ba khu chung cư; đi lại của học sinh được theo dõi bằng thẻ.',
    body: unfold(`
      Bảy giờ kém mười, cổng trường không còn cảnh xe máy chen nhau ba hàng. Chiếc xe buýt nhỏ màu xanh dừng trong vạch,
      hai mươi tám em xuống lần lượt, quẹt thẻ, chào cô phụ trách. Hai phút sau, xe đi tiếp.

      Tuyến gom học sinh chạy thử từ đầu tháng, dài bảy cây số, nối năm trường với ba khu chung cư. Giá vé được các
      trường, đơn vị vận hành và phụ huynh cùng bàn; học sinh hộ khó khăn đi miễn phí. Mỗi xe có một người lớn đi cùng,
      ghi tên từng em lên xuống.

      Đếm tại cổng hai trường lớn nhất, lượng xe máy chờ đón giảm gần bốn mươi phần trăm so với trước (số liệu minh
      họa). Không khí buổi sáng dễ thở hơn; hàng quán chiếm hè cũng thưa đi vì không còn chỗ đứng chờ.

      ### Điều phụ huynh góp ý

      - Ngõ sâu còn xa điểm đón, đề nghị thêm hai điểm có mái che và người trông.
      - Chiều về, nhiều em học thêm, cần một chuyến muộn.
      - Ghế cho lớp nhỏ nên có đai, xe phải có đèn đỏ khi trẻ sang đường.

      Đơn vị vận hành nhận bổ sung đai an toàn ngay; chuyến muộn đang tính. Phường khảo sát hai vị trí đặt trạm trong
      ngõ, một ở sân nhà văn hóa, một ở khoảng đất trước trạm biến áp cũ.

      Lãnh đạo phường cho rằng chiếc xe buýt này không chỉ chở học sinh. Nó chứng minh rằng ùn tắc cổng trường không
      phải số phận, nếu có người chịu ngồi lại đếm từng chiếc xe. Sau học kỳ, kết quả sẽ được công bố cùng đề xuất cho
      các phường lân cận.
    `),
    image: {
      file: 'xe-buyt.svg',
      alt: 'Xe buýt xanh đi qua trạm chờ có người lớn và em nhỏ',
      caption: 'Trạm đón học sinh trước cổng khu chung cư',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Từ Liêm', part: 'text' }],
    source: 'UBND phường Từ Liêm',
    state: 'published',
    publishedDaysAgo: 5,
    publishedAt: '18:20',
  },
  {
    key: 'ha-dong-cho-moi',
    site: 'ha-dong',
    genre: 'feature',
    section: 'kinh-te-do-thi',
    topics: ['van-minh-do-thi', 'ky-cuong-trach-nhiem-hieu-qua'],
    tags: ['chợ tạm', 'trật tự đô thị'],
    title: 'Phường Hà Đông chuyển chợ tạm ven đường vào khu chợ mới: đi cùng người bán từ ngày dọn hàng',
    summary: unfold(`
      Mỗi cán bộ phụ trách mười hộ, bốc thăm chỗ công khai, miễn phí ba tháng đầu; khách chuyển theo sau khi có điểm gửi
      xe.
    `),
    body: unfold(`
      Chợ tạm ven đường tồn tại hơn mười năm, mỗi sáng lấn ra hai làn xe. Những đợt giải tỏa trước đều theo một kịch
      bản: ra quân, dọn sạch, ba tuần sau đâu lại vào đấy. Lần này phường chọn cách khác, chậm và tỉ mỉ.

      Kế hoạch được thông báo trước bốn tháng. Mỗi cán bộ phụ trách mười hộ, đến tận nhà hỏi bán gì, lấy hàng ở đâu, cần
      bao nhiêu mét, có nợ ngân hàng không. Từ đó mới vẽ sơ đồ chợ mới: dãy cá gần chỗ thoát nước, hàng chín xa hàng
      sống, lối đi đủ cho xe đẩy.

      Chỗ ngồi được bốc thăm công khai giữa sân, có quay lại hình ảnh. Ai bốc trúng góc khuất được giảm thêm phí. Ba
      tháng đầu miễn phí hoàn toàn, ba tháng sau thu một nửa.

      ## Tuần khó nhất

      Tuần đầu, chợ mới vắng. Khách quen thói tiện đường, tạt vào ba phút rồi đi. Bà con sốt ruột, một số định quay lại
      lòng đường. Phường bố trí ngay bãi gửi xe miễn phí mười lăm phút ở cổng, phát tờ giới thiệu tại các khu chung cư,
      đồng thời giữ người trực ở chỗ cũ suốt ba tuần không nghỉ.

      ## Kết quả đến giờ

      Hơn tám mươi phần trăm hộ đã ổn định (số liệu minh họa). Mặt đường cũ được trả lại cho xe cộ và một dải cây. Số hộ
      chưa chuyển phần lớn bán theo mùa; phường đang tính khu bán theo giờ cho họ.

      Lãnh đạo phường rút ra ba chữ: báo sớm, đi cùng, giữ lâu. Thiếu một trong ba, chợ lại ra đường.
    `),
    image: {
      file: 'cho-dan-sinh.svg',
      alt: 'Dãy sạp trong chợ mới, mái bạt kẻ sọc',
      caption: 'Khu chợ mới trong tuần đầu đi vào hoạt động',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Hà Đông', part: 'text' }],
    source: 'UBND phường Hà Đông',
    state: 'published',
    publishedDaysAgo: 11,
    publishedAt: '10:10',
  },
  {
    key: 'son-tay-thanh-co',
    site: 'son-tay',
    genre: 'news',
    section: 'tin-tuc',
    topics: ['chuyen-doi-so', 'van-minh-do-thi'],
    tags: ['du lịch', 'thuyết minh', 'học sinh'],
    title: 'Học sinh Sơn Tây làm thuyết minh viên cuối tuần, kể chuyện thành đá ong bằng giọng quê mình',
    summary: unfold(`
      Sau ba tháng tập luyện, nhóm thuyết minh nhỏ tuổi phục vụ khách vào sáng thứ Bảy, chủ nhật; mã quét dẫn tới bản
      nghe do các em tự thu.
    `),
    body: unfold(`
      "Cháu xin mời bác đặt tay lên viên đá này. Bác có thấy nó âm ấm không ạ?" Câu mở đầu ấy không có trong sách hướng
      dẫn du lịch nào. Nó do một em lớp chín nghĩ ra, và khách nào nghe cũng làm theo.

      Đội thuyết minh nhỏ tuổi có hai mươi hai em, chọn từ các trường trong phường. Ba tháng qua, các em học về đá ong,
      về cách xây thành, về những lần sửa chữa; đi gặp các cụ cao niên để nghe chuyện; rồi tự viết lời, mỗi em một đoạn
      không quá ba phút.

      Giáo viên lịch sử và cán bộ văn hóa đọc kỹ từng bài, đánh dấu chỗ nào là sử liệu, chỗ nào là truyền miệng. Các em
      phải nói rõ với khách sự khác nhau đó. Một em kể rằng đây là phần khó nhất, vì chuyện truyền miệng bao giờ cũng
      hay hơn.

      Cuối tuần, khách đến được mời đi một vòng nhỏ bốn mươi phút. Ai không kịp giờ thì quét mã đặt ở từng điểm để nghe
      bản thu; giọng đọc là giọng Sơn Tây, giữ nguyên các từ địa phương, có chú thích ở dưới.

      Không thu tiền. Khách muốn cảm ơn thì bỏ sách vào chiếc hòm gỗ ở cổng, sách được chuyển cho thư viện trường. Sau
      một tháng, hòm đã đầy hai lần.

      Phường dự tính mở thêm tuyến đi chợ quê và bếp kẹo. Còn các em thì đang cãi nhau xem đoạn nào nên dịch sang tiếng
      Anh trước: chuyện cổng thành hay chuyện cây đa trước giếng.
    `),
    image: {
      file: 'san-truong.svg',
      alt: 'Sân trường rợp bóng cây, học sinh tụ tập',
      caption: 'Nhóm thuyết minh viên luyện tập trong sân trường',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Sơn Tây', part: 'text' }],
    source: 'UBND phường Sơn Tây',
    state: 'published',
    publishedDaysAgo: 9,
    publishedAt: '09:30',
  },
  {
    key: 'ha-dong-diet-bo-gay',
    site: 'ha-dong',
    genre: 'notice',
    section: 'thong-bao',
    topics: ['phong-chong-dich-benh'],
    tags: ['diệt muỗi', 'sốt xuất huyết'],
    title: 'Lịch tổng vệ sinh diệt bọ gậy vào chiều thứ Sáu hằng tuần',
    summary: 'Mỗi gia đình dành ba mươi phút lật úp vật chứa nước; các đội xung kích kiểm tra và hướng dẫn tại chỗ.',
    body: unfold(`
      Dịch sốt xuất huyết thường kéo dài sang những tháng đầu mùa lạnh nếu còn nước đọng. Phường dự kiến tổ chức tổng vệ
      sinh diệt bọ gậy vào chiều thứ Sáu hằng tuần, bắt đầu từ tuần tới, kéo dài hết tháng.

      Mỗi gia đình dành khoảng ba mươi phút kiểm tra những chỗ muỗi hay đẻ:

      - bể nước không nắp, chum vại, phuy chứa nước sau cắt nước;
      - khay dưới tủ lạnh, điều hòa, cây nước;
      - lọ hoa, bát hương, khay lót chậu cảnh;
      - lốp xe hỏng, hộp xốp, vỏ chai ngoài sân;
      - máng xối nghẹt lá, nắp hố ga đọng nước.

      Cách làm đơn giản: lật úp, đậy kín, thả cá hoặc muối, cọ thành bể rồi mới thay nước. Chỉ thay nước mà không cọ thì
      trứng vẫn bám và nở lại sau khi có nước.

      Đội xung kích gồm cán bộ y tế, tổ trưởng tổ dân phố và các bạn tình nguyện sẽ đi từng ngõ, hướng dẫn tại chỗ chứ
      không lập biên bản trong hai tuần đầu. Nhà đi vắng dài ngày, công trình tạm dừng xây và bãi phế liệu được lập danh
      sách riêng để liên hệ chủ.

      Ai sốt cao đột ngột, đau đầu, đau cơ, nổi chấm đỏ không tự truyền dịch ở nhà, cần đến trạm y tế để xét nghiệm và
      theo dõi ngày thứ ba đến ngày thứ bảy, giai đoạn dễ trở nặng.
    `),
    authors: [{ name: 'Biên tập viên phường Hà Đông', part: 'text' }],
    source: 'Trạm y tế phường Hà Đông',
    state: 'draft',
    deskNote: 'Đợi trạm y tế chốt danh sách đội xung kích.',
  },
]
