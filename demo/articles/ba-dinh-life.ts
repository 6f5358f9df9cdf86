import { type DemoArticle, unfold } from '../article.ts'

export const baDinhLifeArticles: readonly DemoArticle[] = [
  {
    key: 'ba-dinh-phan-loai-rac',
    site: 'ba-dinh',
    genre: 'feature',
    section: 'van-hoa-xa-hoi',
    topics: ['van-minh-do-thi'],
    tags: ['phân loại rác', 'môi trường'],
    title: 'Ba chiếc xô ở ngõ nhỏ và chuyện phân loại rác không chỉ nằm trên tờ rơi',
    summary: unfold(`
      Sau bốn tháng làm thử, một khu dân cư của phường Ba Đình đã giảm hẳn lượng rác phải chở đi; bí quyết là giờ đổ rác
      và một cuốn sổ chung.
    `),
    body: unfold(`
      Đầu ngõ có ba chiếc xô lớn, màu khác nhau, nắp buộc dây để gió không bật. Xô xanh đựng thức ăn thừa, xô vàng đựng
      thứ còn tái chế được, xô xám đựng phần còn lại. Cảnh ấy không lạ. Lạ là sau bốn tháng, chẳng mấy khi thấy vỏ lon
      nằm lẫn trong xô xám.

      Lúc mới phát động, kết quả rất kém. Nhà nào cũng có tờ rơi dán cửa tủ lạnh, nhưng tối đến vẫn một túi buộc chặt,
      thả đâu cũng được. Tổ dân phố họp lại và nhận ra vấn đề không nằm ở ý thức: ba chiếc xô đặt ra cả ngày, không ai
      biết lúc nào xe đến, nên ai cũng vứt cho nhanh.

      ## Đổi giờ trước, nhắc nhở sau

      Tổ thống nhất với đơn vị thu gom hai khung giờ cố định. Ngoài giờ ấy, xô được cất vào sân nhà văn hóa. Tuần đầu
      nhiều người càu nhàu, tuần thứ ba thì quen.

      Cuốn sổ chung treo ở đầu ngõ ghi lượng giấy, nhựa, kim loại bán được mỗi tuần. Tiền ấy mua cây cảnh, thay bóng đèn
      ngõ và làm quà Trung thu. Nhìn thấy tiền, trẻ con là người nhắc người lớn đầu tiên.

      | Tháng (số liệu minh họa) | Rác phải chở đi | Thu từ phế liệu |
      | Tháng thứ nhất | 4,1 tấn | 310.000 đồng |
      | Tháng thứ tư | 2,7 tấn | 1.450.000 đồng |

      ## Còn vướng

      Thức ăn thừa mùa hè bốc mùi nhanh, phải chở ngay trong ngày. Nhà trọ đông người thay đổi liên tục, vừa quen lại có
      người mới. Tổ dân phố đang nghĩ cách nhờ chủ trọ đưa việc phân loại vào hợp đồng thuê phòng. Từ đầu năm tới, cách
      làm này sẽ được giới thiệu cho những khu dân cư có ngõ hẹp tương tự.
    `),
    image: {
      file: 'phan-loai-rac.svg',
      alt: 'Ba thùng rác màu xanh, vàng, xám đặt cạnh nhau dưới hàng cây',
      caption: 'Ba thùng phân loại đặt ở đầu ngõ',
      credit: 'Khuê (minh họa)',
    },
    gallery: [
      {
        file: 'pho-cay-da.svg',
        alt: 'Phố nhỏ dưới tán cây đa',
        caption: 'Ngõ nhỏ sau giờ thu gom, xô đã được cất vào sân nhà văn hóa',
        credit: 'Khuê (minh họa)',
      },
      {
        file: 'to-cong-nghe-so.svg',
        alt: 'Tổ công nghệ số cộng đồng hướng dẫn bà con bên chiếc bàn nhỏ',
        caption: 'Buổi tối ghi sổ chung ở đầu ngõ',
        credit: 'Khuê (minh họa)',
      },
      {
        file: 'trong-cay.svg',
        alt: 'Người dân trồng cây non trên bãi đất ven đường',
        caption: 'Cây mua bằng tiền bán phế liệu được trồng ở khoảng đất cuối ngõ',
        credit: 'Khuê (minh họa)',
      },
    ],
    authors: [
      { name: 'Tổ truyền thông phường Ba Đình', part: 'text' },
      { name: 'Cộng tác viên phường Ba Đình', part: 'photo' },
    ],
    source: 'Cổng Thông tin điện tử phường Ba Đình',
    state: 'published',
    publishedDaysAgo: 8,
    publishedAt: '08:15',
    offeredTo: [{ site: 'thanh-pho', state: 'accepted' }],
    featured: true,
  },
  {
    key: 'ba-dinh-bac-to-truong',
    site: 'ba-dinh',
    genre: 'good-deed',
    section: 'nguoi-tot-viec-tot',
    topics: ['van-minh-do-thi'],
    tags: ['người tốt việc tốt', 'tổ dân phố'],
    title: 'Bác tổ trưởng tổ dân phố và chùm chìa khóa của mười bốn cụ già sống một mình',
    summary: unfold(`
      Mỗi sáng đi một vòng ngõ, bác tổ trưởng tổ dân phố gõ cửa từng nhà có người già neo đơn; chùm chìa khóa là niềm
      tin mà bà con gửi lại.
    `),
    body: unfold(`
      Chùm chìa khóa nặng trĩu, mỗi chiếc buộc một sợi len khác màu. Sợi đỏ là nhà cụ giáo về hưu, sợi xanh là nhà bà
      bán trà đầu ngõ, sợi vàng là căn gác của ông thợ đồng hồ. Bác tổ trưởng tổ dân phố không cần nhìn nhãn, sờ là
      biết.

      Chuyện bắt đầu vào một mùa đông, khi một cụ trong tổ bị ngã trong nhà tắm, nằm đến chiều mới có người phát hiện vì
      cửa khóa trong. Cụ qua khỏi, nhưng bác tổ trưởng day dứt mãi. Bác đi từng nhà, đề nghị các cụ gửi cho mình một
      chìa, kèm lời hứa chỉ mở khi gõ ba lần không ai đáp.

      Từ đó, sáng nào bác cũng đi một vòng. Có nhà chỉ cần nghe tiếng ho, tiếng ti vi là yên tâm. Có nhà bác vào hẳn,
      xem bếp đã tắt chưa, thuốc còn mấy viên, rồi ghi vào cuốn sổ nhỏ. Hai lần trong năm, chùm chìa khóa đã mở đúng
      lúc.

      > Tôi chẳng làm gì to tát. Tôi chỉ đi bộ buổi sáng, mà đi bộ thì đằng nào cũng phải đi.

      Giờ vòng đi bộ ấy không chỉ có một người. Mấy anh chị hưu trí chia nhau buổi chiều, các cháu học sinh nhận sáng
      chủ nhật để đọc báo cho ông bà nghe. Trạm y tế phường gửi cho tổ danh sách dấu hiệu cần báo ngay khi thấy: lơ mơ,
      nói khó, đau ngực, bỏ ăn hai bữa.

      Chùm chìa khóa vẫn do bác giữ. Mỗi lần có cụ chuyển đi ở cùng con, bác tháo một sợi len, buộc vào cành đào nhỏ
      trước cửa nhà mình. Cành đào ấy, năm nào cũng nở sớm nhất ngõ.
    `),
    image: {
      file: 'pho-cay-da.svg',
      alt: 'Ngõ phố cũ dưới bóng cây đa, ông cháu dắt nhau đi',
      caption: 'Con ngõ nơi bác tổ trưởng đi qua mỗi sáng',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Cộng tác viên phường Ba Đình', part: 'text' }],
    source: 'Cổng Thông tin điện tử phường Ba Đình',
    state: 'published',
    publishedDaysAgo: 15,
    publishedAt: '07:00',
    offeredTo: [{ site: 'thanh-pho', state: 'accepted' }],
  },
  {
    key: 'ba-dinh-to-cong-nghe-so',
    site: 'ba-dinh',
    genre: 'reportage',
    section: 'chinh-quyen-so',
    topics: ['chuyen-doi-so'],
    tags: ['tổ công nghệ số cộng đồng', 'người cao tuổi'],
    title: 'Theo chân tổ công nghệ số cộng đồng đi gõ từng cửa',
    summary: unfold(`
      Không mở lớp, không trình chiếu; cứ hai người một nhóm, mang ghế nhựa đến tận nhà, dạy từ cách phóng to chữ trên
      điện thoại.
    `),
    body: unfold(`
      Bảy giờ tối, hai bạn trẻ mặc áo xanh dừng trước căn nhà số chẵn cuối ngõ. Một bạn cầm chiếc ghế nhựa gấp, một bạn
      cầm hộp dụng cụ nhỏ đựng sạc, khăn lau màn hình, kính lúp. Cửa mở, câu đầu tiên không phải là "bác cài ứng dụng
      chưa", mà là "bác ăn cơm chưa".

      Tổ công nghệ số cộng đồng của khu phố có chín người: sinh viên, một cô giáo nghỉ hưu, một anh sửa điện thoại và
      mấy chị bên hội phụ nữ. Họ từng mở lớp ở nhà văn hóa, máy chiếu hẳn hoi. Buổi đầu hai mươi người, buổi thứ ba còn
      bốn. Các cụ ngại: ngồi chung, tay chậm, hỏi lại thì sợ phiền.

      Thế là đổi cách. Mỗi tối hai nhà, mỗi nhà bốn mươi phút, dạy đúng thứ người ta cần.

      ### Nhà thứ nhất

      Ông cụ muốn gọi hình cho cháu ở xa. Xong việc ấy, ông hỏi thêm cách xem kết quả hồ sơ của mình. Bạn trẻ phóng to
      chữ, đặt biểu tượng ra màn hình chính, rồi bắt ông tự làm lại ba lần. Lần thứ ba ông làm trong hai mươi giây và
      cười to nhất buổi tối.

      ### Nhà thứ hai

      Bà chủ nhà nhận được tin nhắn báo trúng thưởng. Cả buổi dành cho một bài duy nhất: tin nào cũng phải nghi trước,
      tin sau. Bà chép vào giấy dán cạnh điện thoại ba dòng: không bấm, không đọc mã, gọi con.

      Chín giờ, hai bạn gập ghế ra về. Trong sổ của tổ, tối nay ghi thêm hai cái tên và một dòng: nhà thứ ba hẹn thứ
      Sáu, mang theo kính lúp to hơn.
    `),
    image: {
      file: 'to-cong-nghe-so.svg',
      alt: 'Hai thanh niên áo xanh ngồi cạnh người cao tuổi bên máy tính xách tay',
      caption: 'Một buổi hướng dẫn tại sân nhà văn hóa',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Tổ truyền thông phường Ba Đình', part: 'text' },
      { name: 'Cộng tác viên phường Ba Đình', part: 'photo' },
    ],
    source: 'Cổng Thông tin điện tử phường Ba Đình',
    state: 'published',
    publishedDaysAgo: 4,
    publishedAt: '19:10',
    offeredTo: [{ site: 'thanh-pho', state: 'offered' }],
  },
  {
    key: 'ba-dinh-dien-tap-chay-chung-cu',
    site: 'ba-dinh',
    genre: 'news',
    section: 'an-ninh-trat-tu',
    topics: ['van-minh-do-thi'],
    tags: ['phòng cháy chữa cháy', 'chung cư cũ'],
    title: 'Khu tập thể cũ diễn tập thoát nạn ban đêm, cụ bà tám mươi tuổi xuống sân trong bốn phút',
    summary: unfold(`
      Buổi diễn tập cho thấy cầu thang thông thoáng quan trọng hơn mọi thiết bị; các hộ đồng ý dọn đồ khỏi hành lang
      ngay hôm sau.
    `),
    body: unfold(`
      Còi báo cháy vang lên khi phần lớn các hộ vừa ăn tối xong. Không ai được báo trước giờ cụ thể; ban tổ chức chỉ dặn
      tuần này sẽ có một buổi. Khói giả màu trắng tỏa ra từ tầng ba, đúng chỗ để xe máy của mấy nhà.

      Theo quy ước đã bàn, mỗi tầng có một người gõ cửa từng căn, người cuối cùng ra khỏi tầng treo khăn đỏ ở lan can.
      Bốn phút mười giây sau tiếng còi, cụ bà tám mươi tuổi ở tầng bốn xuống đến sân, tay vẫn cầm túi thuốc và giấy tờ
      chuẩn bị sẵn. Bảy phút, cả khu có mặt ở điểm tập trung, thiếu đúng một nhà.

      Nhà ấy không nghe thấy còi vì đóng kín cửa, bật điều hòa. Đây chính là điều mà buổi diễn tập cần tìm ra. Ban quản
      trị quyết định lắp thêm chuông có đèn nháy ở hành lang và phân công hàng xóm đối diện gõ cửa.

      Vướng mắc lớn thứ hai là cầu thang. Một chiếc tủ giày, hai chậu cây và đống bìa giấy đủ làm người xuống sau dồn
      lại. Ngay tối đó, các hộ thống nhất dọn sạch hành lang trong ngày hôm sau; ai không có chỗ để thì gửi nhờ kho của
      nhà văn hóa một tháng.

      Đại diện Công an phường khen tinh thần của bà con và nhắc thêm ba việc: kiểm tra bình chữa cháy mỗi quý, khóa bình
      ga trước khi ngủ, không hàn kín lồng sắt. Buổi diễn tập tiếp theo sẽ rơi vào một ngày bất kỳ của quý sau.
    `),
    image: {
      file: 'dien-tap-chua-chay.svg',
      alt: 'Người dân và lính cứu hỏa trong buổi diễn tập, khói trắng mô phỏng',
      caption: 'Lực lượng tại chỗ phun nước vào đám cháy giả định',
      credit: 'Khuê (minh họa)',
    },
    authors: [
      { name: 'Cộng tác viên phường Ba Đình', part: 'text' },
      { name: 'Tổ truyền thông phường Ba Đình', part: 'photo' },
    ],
    source: 'Công an phường Ba Đình',
    state: 'published',
    publishedDaysAgo: 12,
    publishedAt: '21:40',
    correction: {
      note: unfold(`
        Bản đầu ghi cụ bà xuống sân trong ba phút; theo biên bản của ban tổ chức, thời gian đúng là bốn phút mười giây.
      `),
      daysAgo: 11,
    },
  },
]
