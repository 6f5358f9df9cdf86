import { type DemoArticle, unfold } from '../article.ts'

export const innerWardArticles: readonly DemoArticle[] = [
  {
    key: 'ngoc-ha-lang-hoa',
    site: 'ngoc-ha',
    genre: 'feature',
    section: 'van-hoa-xa-hoi',
    topics: ['van-minh-do-thi'],
    tags: ['làng hoa', 'ký ức phố'],
    title: 'Giữ lại mùi hoa của làng cũ trên những ban công phố mới',
    summary: unfold(`
      Câu lạc bộ trồng hoa ở phường Ngọc Hà tặng nhau giống cúc, thược dược và dạy lớp trẻ cách chăm hoa Tết trong chậu
      nhỏ.
    `),
    body: unfold(`
      Đất trồng hoa của làng cũ đã thành phố, thành nhà cao tầng. Nhưng ai đi qua các ngõ vào tháng Chạp vẫn thấy lấp ló
      những chậu cúc, thược dược trên ban công. Đó là công của một câu lạc bộ nhỏ, chỉ hơn ba chục người, phần lớn đã
      ngoài sáu mươi tuổi.

      Mỗi sáng chủ nhật, các cụ họp ở sân nhà văn hóa. Người mang nắm hạt gói trong giấy báo, người mang cành giâm.
      Không mua bán gì; ai lấy giống thì hẹn mùa sau trả lại một phần cho người khác. Cuốn sổ giao giống dày lên từng
      năm, ghi cả những lần thất bại vì mưa sớm, vì sâu.

      Năm nay câu lạc bộ mở lớp cho người trẻ. Bài học đầu tiên không phải là bón gì, mà là nhìn: sáng nắng chiếu vào
      ban công mấy giờ, gió lùa hướng nào, lá rủ là thiếu nước hay thừa nước. Một bạn làm văn phòng kể rằng chậu thược
      dược đầu tiên của mình chết, chậu thứ hai cũng chết, chậu thứ ba nở đúng ba mươi Tết.

      Phường hỗ trợ bằng việc rất thực tế: cho mượn sân làm vườn ươm chung, bố trí thùng ủ lá rụng thành phân, nhắc các
      hộ buộc chậu chắc chắn để không rơi xuống hè. Ban quản lý chợ dành một góc cho bà con bày hoa tự trồng trong tuần
      cuối năm, không thu phí.

      > Làng không còn đất, nhưng còn người biết trồng. Còn người thì còn làng.

      Câu ấy do một cụ bà nói khi trao gói hạt cho cô cháu gái. Cô bé hỏi hạt này bao giờ nở. Cụ bảo: cứ gieo đi đã.
    `),
    image: {
      file: 'pho-cay-da.svg',
      alt: 'Phố nhỏ dưới tán cây lớn, người gánh hàng đi qua',
      caption: 'Một con phố của phường, nơi hoa gánh về từ các vườn nhỏ',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Ngọc Hà', part: 'text' }],
    source: 'Cổng Thông tin điện tử phường Ngọc Hà',
    state: 'published',
    publishedDaysAgo: 5,
    publishedAt: '09:00',
    offeredTo: [{ site: 'thanh-pho', state: 'accepted' }],
  },
  {
    key: 'giang-vo-ho-kinh-doanh',
    site: 'giang-vo',
    genre: 'news',
    section: 'chinh-quyen-so',
    topics: ['cai-cach-hanh-chinh', 'chuyen-doi-so'],
    tags: ['hộ kinh doanh', 'hóa đơn điện tử'],
    title: 'Phường Giảng Võ mở buổi tư vấn cho hộ kinh doanh: từ đăng ký, hóa đơn đến chuyện dạy nhau ghi sổ',
    summary: unfold(`
      Hơn một trăm chủ quán, chủ cửa hàng nhỏ mang điện thoại đến nhờ cài đặt, hỏi thuế và đăng ký lại ngành nghề.
    `),
    body: unfold(`
      Hội trường kê thành tám bàn, mỗi bàn một việc: đăng ký mới, thay đổi nội dung, tạm ngừng, hóa đơn, kê khai, thanh
      toán, an toàn thực phẩm và một bàn trống để hỏi linh tinh. Bàn trống hóa ra đông nhất.

      Câu hỏi phổ biến là bán hàng trên mạng có phải đăng ký không, bao nhiêu thì phải xuất hóa đơn, thuê mặt bằng chung
      thì ghi địa chỉ thế nào. Cán bộ thuế, cán bộ phường và tình nguyện viên trả lời ngay, việc nào chưa chắc thì ghi
      lại, hẹn ngày đăng câu trả lời trên cổng phường để nhiều người cùng xem.

      Một cô bán bún ốc, quán mở hai mươi năm, lần đầu biết cách xuất hóa đơn trên điện thoại. Cô bảo khó nhất không
      phải bấm nút, mà là tập thói quen ghi lại mỗi ngày. Nhóm tình nguyện liền in cho cô bảng ghi đơn giản, ba cột:
      ngày, thu, chi.

      ## Những việc đã chốt

      1. Mỗi thứ Ba tuần đầu tháng, phường trực một bàn tư vấn cho hộ kinh doanh.
      2. Danh mục giấy tờ cho mười ngành nghề phổ biến được dán ở điểm phục vụ và trên cổng.
      3. Hộ cùng ngành lập nhóm giúp nhau, người biết trước dạy người sau.

      Lãnh đạo phường nói thêm, tinh thần của các quy định mới là để người làm ăn nhỏ lớn lên được. Nhắc nhở, hướng dẫn
      trước khi phạt; phạt chỉ khi đã biết mà cố tình không làm. Ai đã dự buổi này nhận phiếu hẹn, quay lại sau một
      tháng để soát lại cùng cán bộ.
    `),
    image: {
      file: 'cho-dan-sinh.svg',
      alt: 'Người bán hàng đứng sau sạp rau quả đầy ắp',
      caption: 'Những sạp hàng nhỏ trong phường cũng tập xuất hóa đơn điện tử',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Giảng Võ', part: 'text' }],
    source: 'UBND phường Giảng Võ',
    state: 'published',
    publishedDaysAgo: 3,
    publishedAt: '10:40',
  },
  {
    key: 'hoan-kiem-pho-di-bo',
    site: 'hoan-kiem',
    genre: 'feature',
    section: 'kinh-te-do-thi',
    topics: ['van-minh-do-thi'],
    tags: ['phố đi bộ', 'rác thải', 'du lịch'],
    title: 'Sau tiếng nhạc cuối cùng: chuyện dọn dẹp ở không gian đi bộ lúc nửa đêm',
    summary: unfold(`
      Khi khách về, đội vệ sinh, hộ kinh doanh và nhóm thanh niên cùng làm sạch phố trong chín mươi phút; rác giảm nhờ
      điểm trả cốc.
    `),
    body: unfold(`
      Mười một rưỡi đêm, tốp nhạc đường phố cuối cùng gấp giá đàn. Ngay lúc ấy, từ các ngõ nhánh, những chiếc xe đẩy
      xuất hiện. Chín mươi phút tới là của họ.

      Một cuối tuần đông khách, không gian đi bộ để lại hàng tấn rác, phần nhiều là cốc nhựa, que xiên, giấy ăn. Cách
      làm cũ là quét hết sau nửa đêm. Cách làm mới bắt đầu từ lúc sáu giờ chiều.

      ## Điểm trả cốc

      Các quầy nước trong khu vực thống nhất thu tiền cọc nhỏ cho mỗi cốc. Khách uống xong trả ở bất kỳ điểm nào, nhận
      lại tiền. Điểm trả cốc do sinh viên tình nguyện trực, ghép với thùng phân loại. Đến khuya, lượng cốc rơi trên mặt
      đường giảm hơn nửa (số liệu minh họa).

      ## Phần của từng người

      Hộ kinh doanh dọn trong phạm vi năm mét trước cửa. Đội vệ sinh lo mặt đường và thùng lớn. Nhóm thanh niên nhặt đầu
      lọc thuốc lá quanh gốc cây, thứ mà chổi không quét được. Lực lượng trật tự nhắc khách muộn và khóa lối cho xe hút
      bụi vào.

      ## Những câu hỏi còn mở

      Rác thực phẩm vẫn trộn nhiều, vì khách không biết bỏ đâu. Biển chỉ dẫn bằng hình, thêm tiếng Anh, đang được vẽ
      lại. Mùa mưa, giấy ướt dính xuống gạch, phải xịt nước rất lâu.

      Một giờ sáng, phố sạch và vắng. Một bà cụ mở cửa gác tưới hàng râm bụt, nhìn xuống, gật đầu với người quét rác.
      Hai người chẳng nói gì, nhưng ai cũng biết ngày mai phố lại đầy.
    `),
    image: {
      file: 'ho-thap-hoang-hon.svg',
      alt: 'Mặt hồ và tháp nhỏ lúc trời sập tối',
      caption: 'Khu vực hồ trước giờ lên đèn',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Hoàn Kiếm', part: 'text' }],
    source: 'Cổng Thông tin điện tử phường Hoàn Kiếm',
    state: 'published',
    publishedDaysAgo: 7,
    publishedAt: '23:30',
    offeredTo: [{ site: 'thanh-pho', state: 'offered' }],
  },
  {
    key: 'tay-ho-quan-trac-ho',
    site: 'tay-ho',
    genre: 'news',
    section: 'tin-tuc',
    topics: ['van-minh-do-thi', 'chuyen-doi-so'],
    tags: ['môi trường', 'hồ', 'quan trắc'],
    title: 'Đặt phao đo nước trên hồ, số liệu công bố mỗi giờ trên bảng điện tử ven bờ',
    summary: unfold(`
      Phường Tây Hồ cùng nhóm nghiên cứu thử nghiệm phao quan trắc giá rẻ; người dân xem được độ trong, nhiệt độ và cảnh
      báo cá thiếu ô xi.
    `),
    body: unfold(`
      Ba chiếc phao vàng vừa được thả xuống hồ. Trong mỗi phao có bộ cảm biến đo nhiệt độ, độ đục, lượng ô xi hòa tan và
      độ dẫn điện; số liệu gửi về mỗi giờ, hiện lên bảng điện tử đặt ở lối đi dạo.

      Ý tưởng đến từ một nhóm giảng viên, sinh viên ngành môi trường, phường cho mượn vị trí và điện. Mục tiêu không
      phải thay trạm quan trắc chuyên ngành, mà là để người dân sống quanh hồ biết nước đang khỏe hay mệt.

      Dải màu trên bảng rất dễ đọc: xanh là bình thường, vàng là cần theo dõi, đỏ là nguy cơ cá chết hàng loạt. Khi
      chuyển vàng, tin báo gửi tới đơn vị quản lý hồ để bật thêm máy sục khí; khi chuyển đỏ, các quán ven hồ được nhắc
      dừng xả nước rửa xuống cống nối hồ.

      Tuần đầu chạy thử, hệ thống báo vàng hai lần vào rạng sáng, khớp với thời điểm tảo hô hấp mạnh. Nhóm kỹ thuật cũng
      gặp những trục trặc đáng nhớ: cá cắn dây neo, diều rơi mắc ăng ten, một con vịt làm tổ trên phao.

      ### Người dân có thể làm gì

      - không phóng sinh cá lạ, rùa tai đỏ, ốc bươu vàng xuống hồ;
      - không đổ thức ăn thừa, dù để cho cá ăn;
      - báo ngay khi thấy váng dầu, bọt lạ hoặc cống xả màu bất thường.

      Dữ liệu thô được đăng dưới dạng bảng mở, ai cũng tải về được. Nhóm mong các trường quanh hồ đưa vào giờ học khoa
      học; một lớp sáu đã hẹn tuần sau ra đo đối chứng bằng bộ kít của mình.
    `),
    image: {
      file: 'ho-thap-hoang-hon.svg',
      alt: 'Mặt hồ yên lúc hoàng hôn, cây liễu bên bờ',
      caption: 'Mặt hồ nơi đặt phao quan trắc thử nghiệm',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Tây Hồ', part: 'text' }],
    source: 'UBND phường Tây Hồ',
    state: 'published',
    publishedDaysAgo: 4,
    publishedAt: '06:50',
  },
  {
    key: 'van-mieu-mua-si-tu',
    site: 'van-mieu-quoc-tu-giam',
    genre: 'news',
    section: 'van-hoa-xa-hoi',
    topics: ['van-minh-do-thi'],
    tags: ['di sản', 'trật tự', 'mùa thi'],
    title: 'Mùa sĩ tử về: phân luồng, nhắc nhau và giữ gìn bia đá trong những ngày khách đông nhất',
    summary: unfold(`
      Phường Văn Miếu - Quốc Tử Giám cùng ban quản lý di tích sắp lối đi một chiều, tăng người nhắc không sờ đầu rùa.
    `),
    body: unfold(`
      Trước mỗi kỳ thi, dòng người đổ về khu di tích đông gấp nhiều lần ngày thường. Vỉa hè quanh hồ phía trước trở
      thành nơi chụp ảnh, bán chữ, gửi xe. Năm nay phường và ban quản lý di tích thống nhất một phương án sớm hơn mọi
      năm.

      Lối vào và lối ra tách hẳn. Khách đi theo một chiều, qua các sân lần lượt, không quay ngược. Điểm cho chữ được gom
      về một khu có mái che, niêm yết giá; người cho chữ đăng ký trước với phường, không chèo kéo trên hè.

      Điều khiến ban quản lý trăn trở là tục sờ đầu rùa đội bia. Rào chắn mềm đã có, nhưng tay vẫn với qua. Lần này,
      thay cho biển cấm, các bạn hướng dẫn viên nhỏ tuổi đứng cạnh, kể một câu chuyện ngắn về người được khắc tên trên
      bia, rồi mời khách viết điều ước lên thẻ giấy treo ở gốc cây. Nghe xong chuyện, ít ai còn đòi sờ.

      Về trật tự, công an phường cùng đoàn thanh niên bố trí bãi gửi xe trong sân trường học nghỉ cuối tuần, niêm yết
      đúng giá. Xe khách trả khách ở phố bên, không dừng trước cổng. Nhóm nhặt rác đi vòng mỗi nửa giờ.

      Sau ngày đông khách đầu tiên, tổ công tác ngồi lại rút kinh nghiệm: loa nói hơi to, thiếu ghế cho người già, biển
      chỉ dẫn tiếng Anh còn sai một chỗ. Những điều ấy được sửa ngay trong đêm. Di sản hơn chín trăm năm tuổi, một câu
      sai trên biển cũng đáng phải sửa.
    `),
    image: {
      file: 'phong-doc.svg',
      alt: 'Không gian trưng bày yên tĩnh có kệ gỗ và ánh sáng ấm',
      caption: 'Góc trưng bày thư pháp và sách cổ',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Văn Miếu - Quốc Tử Giám', part: 'text' }],
    source: 'UBND phường Văn Miếu - Quốc Tử Giám',
    state: 'published',
    publishedDaysAgo: 10,
    publishedAt: '07:15',
  },
  {
    key: 'hai-ba-trung-hien-mau',
    site: 'hai-ba-trung',
    genre: 'good-deed',
    section: 'nguoi-tot-viec-tot',
    topics: ['phong-chong-dich-benh'],
    tags: ['hiến máu', 'gia đình'],
    title: 'Gia đình bốn thế hệ ở phường Hai Bà Trưng và cuốn sổ ghi những lần cho máu',
    summary: unfold(`
      Từ bà cụ từng hiến máu trong chiến tranh đến đứa chắt vừa đủ tuổi, cả nhà giữ một cuốn sổ chung và một thói quen.
    `),
    body: unfold(`
      Cuốn sổ bìa cứng, gáy dán băng dính, cất trong ngăn tủ thờ. Trang đầu nét bút máy, ghi năm tháng, nơi hiến, lượng
      máu, và một cột đề "cho ai", luôn để trống vì không ai biết.

      Người mở đầu là bà cụ, khi còn làm y tá. Bà kể, có hôm thiếu máu mổ, cả kíp trực xắn tay áo. Sau này con trai, con
      dâu bà theo, rồi đến các cháu. Đứa chắt tròn mười tám tuổi tháng trước, sáng hôm sau đã xin bố chở đi.

      Điều đáng quý là gia đình không coi đó là thành tích. Họ chẳng treo giấy chứng nhận lên tường. Cuốn sổ chỉ để nhắc
      nhau khoảng cách giữa hai lần, vì có người sốt sắng quá, chưa đủ ngày đã đòi đi.

      Nhà họ có mấy quy ước nho nhỏ. Đêm trước ngủ sớm. Sáng ăn cháo. Ai hiến về được miễn rửa bát ba ngày. Người không
      đủ sức khỏe thì nhận việc khác: đưa đón, rót nước, trông xe ở điểm hiến. Thành ra hôm nào nhà văn hóa phường tổ
      chức, cả nhà có mặt đủ.

      > Máu cho đi rồi, không biết chảy trong người ai. Nghĩ thế, ra đường thấy ai cũng như họ hàng.

      Bà cụ năm nay ngoài chín mươi, mắt kém, vẫn đòi tự tay ghi dòng của đứa chắt. Nét chữ run, lệch cả ra ngoài lề. Cả
      nhà không ai bảo viết lại.
    `),
    image: {
      file: 'tiem-chung.svg',
      alt: 'Phòng y tế sáng, nhân viên áo trắng bên người ngồi ghế',
      caption: 'Một buổi hiến máu tại nhà văn hóa phường',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Hai Bà Trưng', part: 'text' }],
    source: 'Cổng Thông tin điện tử phường Hai Bà Trưng',
    state: 'published',
    publishedDaysAgo: 14,
    publishedAt: '18:00',
  },
]
