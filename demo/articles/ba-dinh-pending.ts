import { type DemoArticle, unfold } from '../article.ts'

export const baDinhPendingArticles: readonly DemoArticle[] = [
  {
    key: 'ba-dinh-thay-ong-nuoc',
    site: 'ba-dinh',
    genre: 'news',
    section: 'kinh-te-do-thi',
    topics: ['van-minh-do-thi'],
    tags: ['nước sạch', 'hạ tầng'],
    title: 'Thay đường ống nước cũ ở bốn ngõ: đào đoạn nào, lấp ngay đoạn ấy',
    summary: 'Đơn vị cấp nước cam kết hoàn trả mặt ngõ trong ngày; lịch tạm ngừng nước báo trước ít nhất hai ngày.',
    body: unfold(`
      Bốn ngõ có đường ống nước lắp từ nhiều chục năm trước sẽ được thay trong những tuần tới. Đây là những nơi thường
      xuyên rò rỉ, áp lực yếu vào giờ cao điểm và đôi lúc nước có cặn vàng.

      Tại buổi họp với các tổ dân phố, đơn vị cấp nước trình bày cách thi công cuốn chiếu: đào đoạn nào, đặt ống và lấp
      ngay đoạn ấy trong ngày; mặt ngõ được hoàn trả tạm bằng bê tông mỏng rồi lát lại đồng loạt khi xong toàn tuyến.
      Buổi tối không để hào hở.

      Lịch tạm ngừng nước được báo trước ít nhất hai ngày qua loa của tổ dân phố, nhóm liên lạc và bảng tin. Mỗi lần
      ngừng không quá tám giờ. Hộ kinh doanh ăn uống, nhà có người ốm được đăng ký để xe bồn cấp nước tận nơi.

      Bà con nêu ba băn khoăn: đường ống sau đồng hồ ai chịu trách nhiệm, đào xong có làm nứt tường nhà cũ không và
      tiếng ồn. Đơn vị thi công trả lời sẽ chụp ảnh hiện trạng từng nhà sát tuyến trước khi làm, có chữ ký của chủ hộ;
      hư hỏng do thi công sẽ được sửa. Máy cắt chỉ dùng trong giờ ban ngày, nghỉ trưa đúng giờ.

      Phần đường ống sau đồng hồ thuộc gia đình, nhưng đợt này đơn vị kiểm tra miễn phí và báo giá công khai nếu bà con
      muốn thay luôn. Tổ giám sát cộng đồng gồm ba người do tổ dân phố cử sẽ ký xác nhận từng đoạn hoàn thành.
    `),
    image: {
      file: 'pho-cay-da.svg',
      alt: 'Phố nhỏ yên tĩnh, vỉa hè lát gạch dưới bóng đa',
      caption: 'Một ngõ nằm trong danh sách thay ống đợt này',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Cộng tác viên phường Ba Đình', part: 'text' }],
    source: 'UBND phường Ba Đình',
    state: 'submitted',
    deskNote: 'Cộng tác viên đề nghị biên tập trong ngày để kịp phát thanh tối.',
    comments: [
      {
        quote: 'hai ngày',
        body: 'Đơn vị cấp nước ghi "48 giờ". Ghi thống nhất theo công văn của họ nhé.',
        by: 'btv.badinh@khue.example',
      },
    ],
  },
  {
    key: 'ba-dinh-chieu-sang-ngo',
    site: 'ba-dinh',
    genre: 'news',
    section: 'kinh-te-do-thi',
    tags: ['chiếu sáng', 'ngõ phố'],
    title: 'Phường hoàn thành lắp đèn chiếu sáng cho toàn bộ các ngõ',
    summary: 'Các ngõ tối trước đây nay đã sáng đèn, người dân phấn khởi.',
    body: unfold(`
      Sau ba tháng thi công, chương trình xóa ngõ tối của phường đã cơ bản hoàn thành. Đèn tiết kiệm điện được lắp ở
      những ngõ trước đây chỉ có bóng treo tạm trước cửa nhà dân, ánh sáng lúc có lúc không.

      Việc chọn vị trí được làm kỹ hơn các lần trước. Tổ dân phố đi khảo sát ban đêm, đánh dấu chỗ tối, chỗ khúc khuỷu
      và những đoạn học sinh đi học thêm về muộn. Cột đèn thay bằng giá gắn tường ở ngõ dưới một mét rưỡi để không chiếm
      lối đi. Chủ nhà có tường gắn đèn đều được hỏi ý kiến trước.

      Đèn tự sáng khi trời sập tối và giảm cường độ sau mười một giờ đêm, đủ nhìn lối mà không chói vào phòng ngủ. Theo
      tính toán của đơn vị lắp đặt, lượng điện tiết kiệm khoảng một nửa so với bóng cũ.

      Hiện còn ba ngõ chưa lắp do vướng đường dây thông tin treo thấp, phải chờ đơn vị viễn thông bó gọn. Phường đã có
      công văn đề nghị và sẽ lắp bổ sung ngay khi đủ điều kiện.

      Tổ dân phố nhận việc theo dõi, đèn hỏng báo qua mục Phản ánh kèm mã dán trên thân đèn để thợ đến đúng chỗ. Trong
      tuần đầu tiên đã có năm đèn được thay vì lỏng đầu nối. Những ngõ đã sáng cũng được kiểm tra lại sau một tháng sử
      dụng.
    `),
    authors: [{ name: 'Cộng tác viên phường Ba Đình', part: 'text' }],
    source: 'UBND phường Ba Đình',
    state: 'returned',
    returnComment: unfold(`
      Tiêu đề nói "toàn bộ các ngõ" nhưng trong bài còn ba ngõ chưa lắp. Đề nghị sửa tiêu đề và sa-pô cho đúng, bỏ câu
      "người dân phấn khởi" nếu không có người nói cụ thể, bổ sung ảnh.
    `),
    comments: [
      {
        quote: 'còn ba ngõ',
        body: 'Mâu thuẫn với tiêu đề, xem lời trả bài.',
        by: 'btv.badinh@khue.example',
      },
      {
        quote: 'tiết kiệm khoảng một nửa',
        body: 'Nguồn số liệu ở đâu? Nếu là ước tính thì ghi rõ.',
        by: 'truongban.badinh@khue.example',
      },
    ],
  },
  {
    key: 'ba-dinh-lich-tiem-tre',
    site: 'ba-dinh',
    genre: 'notice',
    section: 'giao-duc-y-te',
    topics: ['phong-chong-dich-benh'],
    tags: ['tiêm chủng', 'trẻ em'],
    title: 'Lịch tiêm chủng thường xuyên cho trẻ tháng tới tại trạm y tế phường',
    summary: unfold(`
      Tiêm vào các ngày cố định trong tháng; phụ huynh mang sổ tiêm, cho trẻ ăn no vừa phải và ở lại theo dõi ba mươi
      phút.
    `),
    body: unfold(`
      Trạm y tế phường thông báo lịch tiêm chủng thường xuyên trong tháng tới cho trẻ em trên địa bàn, gồm cả trẻ tạm
      trú và trẻ theo bố mẹ đến ở ngắn hạn.

      | Nhóm trẻ | Loại vắc xin | Ngày tiêm trong tháng |
      | Từ hai tháng | Vắc xin phối hợp, uống phòng bại liệt | Ngày 5 và ngày 6 |
      | Chín tháng | Sởi đơn | Ngày 12 |
      | Mười tám tháng | Sởi – rubella, nhắc lại phối hợp | Ngày 12 và ngày 13 |
      | Tiêm vét các loại | Theo sổ tiêm của trẻ | Ngày 25 |

      ### Trước khi đi tiêm

      - Mang sổ tiêm hoặc mã trên ứng dụng sổ sức khỏe điện tử.
      - Cho trẻ bú, ăn vừa đủ; mặc quần áo dễ cởi ở vai và đùi.
      - Nói rõ với cán bộ y tế nếu trẻ từng dị ứng, sốt cao co giật, đang dùng thuốc hoặc mới ốm dậy.

      ### Sau khi tiêm

      Trẻ ở lại trạm ba mươi phút, về nhà theo dõi tiếp hai ngày. Sốt nhẹ, quấy khóc, đau chỗ tiêm là thường gặp. Đưa
      trẻ đến cơ sở y tế ngay khi sốt cao không hạ, khóc thét kéo dài, tím tái, khó thở, phát ban nhanh hoặc bỏ bú.

      Không đắp chanh, đắp khoai tây hay bôi bất cứ thứ gì lên vết tiêm. Trẻ lỡ lịch không phải tiêm lại từ đầu, chỉ cần
      tiêm tiếp mũi còn thiếu. Phụ huynh không nhớ con đã tiêm mũi nào có thể nhờ trạm tra cứu lại lịch sử tiêm chủng.
    `),
    image: {
      file: 'tiem-chung.svg',
      alt: 'Nhân viên y tế đang chuẩn bị mũi tiêm, mẹ bế con ngồi chờ',
      caption: 'Buổi tiêm chủng thường xuyên tại trạm y tế phường',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Ba Đình', part: 'text' }],
    source: 'Trạm y tế phường Ba Đình',
    state: 'approved',
    deskNote: 'Đã duyệt. Đợi trạm y tế xác nhận đủ vắc xin rồi bấm đăng.',
  },
  {
    key: 'ba-dinh-chon-loai-cay',
    site: 'ba-dinh',
    genre: 'news',
    section: 'van-hoa-xa-hoi',
    topics: ['van-minh-do-thi'],
    tags: ['trồng cây', 'khu dân cư'],
    title: 'Mời bà con chọn loài cây cho ba khoảng sân chung của phường',
    summary: 'Ba phương án được trưng bày ở nhà văn hóa, mỗi gia đình một lá phiếu; cây được trồng trước Tết.',
    body: unfold(`
      Ba khoảng sân chung của phường lâu nay chỉ có nền xi măng và vài chậu cây cảnh. Sau khi gỡ bỏ các công trình cơi
      nới, phường dành lại mặt bằng để trồng cây lấy bóng mát và muốn bà con tự chọn loài.

      Cán bộ kỹ thuật đã khảo sát đất, nắng, đường ống ngầm và đưa ra ba phương án:

      1. Sấu và bằng lăng: bóng rộng, rụng lá ít, quả sấu dùng được, nhưng lớn chậm.
      2. Lộc vừng và hoa sữa trồng thưa: đẹp mùa hoa; riêng hoa sữa mùi nồng, chỉ nên trồng một cây ở góc xa cửa sổ.
      3. Tre ngà và cây bụi thấp: nhanh kín, giảm bụi, phù hợp sân hẹp, cần tỉa thường xuyên.

      Tranh vẽ phối cảnh của từng phương án đặt ở nhà văn hóa trong hai tuần. Mỗi gia đình nhận một lá phiếu, trẻ em
      được bỏ phiếu riêng bằng miếng dán màu xanh, tính để tham khảo.

      Trong lúc chờ trồng, các hộ quanh sân được mời đăng ký nhận chăm từng gốc: tưới hai lần mỗi tuần trong ba tháng
      đầu, báo khi cọc lỏng hoặc lá vàng. Ai nhận chăm được ghi tên tổ, không ghi tên cá nhân, lên tấm biển gỗ nhỏ.

      Kết quả bình chọn sẽ công bố ngay sau khi kiểm phiếu, có đại diện các tổ dân phố chứng kiến. Phường dự kiến trồng
      cây xong trước Tết để cây bén rễ trong mưa xuân.
    `),
    image: {
      file: 'trong-cay.svg',
      alt: 'Người dân trồng cây non trên khoảng đất trống',
      caption: 'Khoảng sân chung sắp được trồng cây',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Tổ truyền thông phường Ba Đình', part: 'text' }],
    source: 'UBND phường Ba Đình',
    state: 'scheduled',
    publishedDaysAgo: -1,
    publishedAt: '06:30',
  },
]
