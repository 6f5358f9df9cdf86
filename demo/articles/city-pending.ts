import { type DemoArticle, unfold } from '../article.ts'

export const cityPendingArticles: readonly DemoArticle[] = [
  {
    key: 'tam-dung-tra-cuu',
    site: 'thanh-pho',
    genre: 'notice',
    section: 'thong-bao',
    topics: ['chuyen-doi-so'],
    tags: ['bảo trì', 'tra cứu hồ sơ'],
    title: 'Tạm dừng tra cứu tình trạng hồ sơ để nâng cấp đường truyền',
    summary: 'Thông báo về thời gian tạm dừng chức năng tra cứu hồ sơ; nội dung đã được gỡ vì lịch nâng cấp thay đổi.',
    body: unfold(`
      Để nâng cấp đường truyền giữa hệ thống giải quyết thủ tục hành chính và cổng thông tin, chức năng tra cứu tình
      trạng hồ sơ trên cổng sẽ tạm dừng vào đêm cuối tuần. Việc tiếp nhận hồ sơ trực tiếp và trực tuyến không bị ảnh
      hưởng.

      Trong thời gian tạm dừng, người dân có thể:

      - xem tình trạng hồ sơ ngay trên Cổng Dịch vụ công Quốc gia bằng tài khoản của mình;
      - hỏi trực tiếp tại điểm phục vụ hành chính công nơi đã nộp;
      - chờ tin báo kết quả, vì việc gửi tin báo vẫn hoạt động bình thường.

      Mã hồ sơ và dữ liệu đã nộp không thay đổi. Sau khi nâng cấp, người dân không phải đăng ký lại hoặc nộp lại bất kỳ
      giấy tờ nào. Nếu thấy thông tin hiển thị sau nâng cấp khác với giấy hẹn, đề nghị giữ nguyên giấy hẹn và báo qua
      mục Phản ánh trên cổng, tổ kỹ thuật sẽ đối chiếu trong ngày làm việc.

      Tổ kỹ thuật đã chọn khung giờ ít người truy cập nhất theo thống kê của ba tháng gần đây và chuẩn bị phương án quay
      lại đường truyền cũ nếu phát sinh trục trặc. Mong bạn đọc thông cảm vì sự bất tiện này.
    `),
    authors: [{ name: 'Tổ kỹ thuật Cổng Thông tin điện tử Thành phố', part: 'text' }],
    source: 'Tổ kỹ thuật',
    state: 'withdrawn',
    publishedDaysAgo: 13,
    publishedAt: '17:00',
    withdrawalReason: unfold(`
      Đơn vị cung cấp đường truyền báo lùi lịch nâng cấp sau khi thông báo đã đăng. Gỡ để người dân không hiểu nhầm là
      chức năng tra cứu đang dừng; thông báo mới sẽ đăng khi có lịch chính thức.
    `),
  },
  {
    key: 'tong-ket-nam-ky-cuong',
    site: 'thanh-pho',
    genre: 'feature',
    section: 'tin-tuc',
    topics: ['ky-cuong-trach-nhiem-hieu-qua'],
    tags: ['kỷ cương hành chính', 'tổng kết'],
    title: 'Nhìn lại một năm siết kỷ cương: hồ sơ trễ hẹn giảm ở đâu, còn tồn ở đâu',
    summary: unfold(`
      Bài tổng hợp kết quả thực hiện chủ đề năm ở các sở và phường, với những con số tốt lên và cả những chỗ chưa chuyển
      biến.
    `),
    body: unfold(`
      Chủ đề "Kỷ cương – Trách nhiệm – Hiệu quả" được nhắc trong mọi cuộc họp giao ban của năm. Nhìn lại sau mười một
      tháng, có thể thấy ba thay đổi rõ và hai điểm còn dang dở.

      ## Ba thay đổi rõ

      Thứ nhất, hồ sơ trễ hẹn phải có thư xin lỗi và lý do. Chỉ riêng việc buộc phải viết ra lý do đã khiến nhiều bộ
      phận tự tìm cách rút ngắn khâu chờ.

      Thứ hai, lịch tiếp công dân được công bố trước cả quý và thay đổi thì phải báo. Tình trạng người dân đến nơi mới
      biết hoãn gần như không còn trong các phản ánh gửi về cổng.

      Thứ ba, phản ánh hiện trường được phân đúng nơi ngay từ lần đầu nhiều hơn, nhờ bảng phân công rõ giữa sở và
      phường.

      | Nội dung (số liệu minh họa) | Đầu năm | Tháng 10 |
      | Hồ sơ trả đúng và trước hạn | 94% | 98% |
      | Phản ánh chuyển sai nơi | 17% | 6% |
      | Lịch tiếp công dân bị hoãn không báo | 11 buổi | 1 buổi |

      ## Hai điểm dang dở

      Hồ sơ liên thông giữa nhiều cơ quan vẫn chậm, vì mỗi nơi tính thời hạn theo cách của mình. Người dân chỉ thấy một
      ngày hẹn, nhưng phía sau là bốn, năm lần chuyển.

      Việc trả lời kiến nghị còn nặng về viện dẫn văn bản. Nhiều câu trả lời đúng luật nhưng người hỏi đọc xong vẫn chưa
      biết mình phải làm gì tiếp theo.

      Hai điểm này được đưa vào nhiệm vụ của năm sau, với cách đo cụ thể: đo từ ngày dân nộp đến ngày dân nhận, không đo
      từng khâu.
    `),
    image: {
      file: 'mot-cua.svg',
      alt: 'Quầy tiếp nhận hồ sơ với bảng số thứ tự sáng đèn',
      caption: 'Bộ phận tiếp nhận và trả kết quả trong giờ làm việc',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Phóng viên Cổng Thông tin điện tử Thành phố', part: 'text' }],
    source: 'Tổng hợp từ báo cáo của các cơ quan',
    state: 'scheduled',
    publishedDaysAgo: -2,
    publishedAt: '07:00',
    deskNote: 'Hẹn giờ đăng đúng buổi họp báo. Nếu họp báo lùi thì lùi theo, không đăng trước.',
    featured: true,
  },
  {
    key: 'doi-thoai-thanh-nien',
    site: 'thanh-pho',
    genre: 'news',
    section: 'hoat-dong-lanh-dao',
    topics: ['ky-cuong-trach-nhiem-hieu-qua', 'chuyen-doi-so'],
    tags: ['đối thoại', 'thanh niên'],
    title: 'Lãnh đạo Thành phố đối thoại với thanh niên về nhà ở, việc làm và những ý tưởng khởi nghiệp từ dữ liệu mở',
    summary: 'Hơn hai giờ hỏi đáp thẳng thắn; nhiều kiến nghị được giao ngay đơn vị trả lời kèm thời hạn.',
    body: unfold(`
      Hơn ba trăm bạn trẻ đại diện sinh viên, công nhân, chủ doanh nghiệp nhỏ và thanh niên các phường, xã đã dự buổi
      đối thoại với lãnh đạo UBND Thành phố. Không có bài phát biểu chuẩn bị sẵn; micro được chuyền theo hàng ghế.

      Câu hỏi đầu tiên là về nhà ở cho thuê. Một công nhân trẻ nói anh đổi chỗ trọ năm lần trong hai năm vì giá tăng và
      hợp đồng miệng. Lãnh đạo Thành phố giao Sở Xây dựng công bố danh mục nhà ở xã hội dành để cho thuê, cập nhật hằng
      quý, đồng thời soạn mẫu hợp đồng thuê trọ đơn giản để các phường hướng dẫn.

      Nhóm câu hỏi thứ hai xoay quanh việc làm thêm và bảo hiểm. Nhiều bạn chạy xe công nghệ, giao hàng muốn biết khi
      tai nạn thì tìm ai. Đại diện cơ quan bảo hiểm giải thích cách tham gia tự nguyện và nhận lời mở các buổi tư vấn
      buổi tối tại nhà văn hóa.

      Phần sôi nổi nhất dành cho dữ liệu mở. Một nhóm sinh viên đề nghị công bố dữ liệu điểm úng ngập, điểm đỗ xe, lịch
      tiêm chủng dưới dạng máy đọc được để làm ứng dụng phục vụ cộng đồng. Đề nghị được ghi nhận; đơn vị phụ trách công
      nghệ phải trả lời trong ba mươi ngày về những bộ dữ liệu có thể mở ngay.

      Kết thúc buổi đối thoại, ban tổ chức chiếu lên màn hình toàn bộ kiến nghị cùng tên đơn vị nhận việc. Bảng này sẽ
      được đăng trên cổng và cập nhật kết quả từng mục.
    `),
    image: {
      file: 'phong-doc.svg',
      alt: 'Phòng đọc có kệ sách cao và ánh đèn ấm',
      caption: 'Không gian trao đổi tại thư viện, nơi diễn ra buổi đối thoại',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Cộng tác viên cổng Thành phố', part: 'text' }],
    source: 'Cổng Thông tin điện tử Thành phố',
    state: 'reviewed',
    deskNote: 'Đã kiểm tra tên đơn vị, chức danh. Chuyển Trưởng ban duyệt trong buổi sáng.',
    comments: [
      {
        quote: 'Hơn ba trăm bạn trẻ',
        body: 'Con số này lấy từ giấy mời hay từ ban tổ chức? Cần ghi rõ nguồn.',
        by: 'thuky.thanhpho@khue.example',
      },
      {
        quote: 'ba mươi ngày',
        body: 'Trưởng ban lưu ý: thời hạn trả lời là do lãnh đạo kết luận, không phải theo luật.',
        by: 'btv.thanhpho@khue.example',
      },
    ],
  },
  {
    key: 'giai-chay-hoc-duong',
    site: 'thanh-pho',
    genre: 'news',
    section: 'van-hoa-xa-hoi',
    tags: ['thể thao', 'học đường'],
    title: 'Giải chạy học đường vòng quanh hồ: hàng nghìn học sinh tham gia trong không khí vui tươi',
    summary: unfold(`
      Giải chạy dành cho học sinh phổ thông được tổ chức vào sáng cuối tuần, kết hợp quyên góp sách cho thư viện trường.
    `),
    body: unfold(`
      Sáng cuối tuần, tuyến đường quanh hồ được dành cho học sinh. Các em xuất phát theo bốn cự ly, từ một vòng ngắn cho
      khối tiểu học đến quãng đường dài hơn cho khối trung học phổ thông. Ban tổ chức nhấn mạnh đây là ngày hội, không
      phải cuộc đua thành tích.

      Điểm khác của giải năm nay là mỗi vận động viên mang theo một cuốn sách cũ còn tốt. Sách được phân loại ngay tại
      chỗ và chuyển về thư viện của những trường ở xa trung tâm. Nhiều em dán vào bìa trong mẩu giấy nhỏ, viết lời nhắn
      cho người đọc sau.

      An toàn được chuẩn bị kỹ. Dọc đường chạy có trạm nước, trạm y tế và lực lượng tình nguyện đứng ở từng khúc cua.
      Học sinh có bệnh nền chạy ở nhóm riêng, có thầy cô đi cùng. Phụ huynh được khuyến khích đi bộ thay vì lái xe theo
      con.

      Ở vạch đích, không có bảng xếp hạng. Mỗi em nhận một tấm thẻ gỗ khắc hình lá sen và tên trường. Một em lớp năm
      khoe rằng mình về gần cuối nhưng đã chạy hết, không đi bộ đoạn nào.

      Các trường tham gia cho biết sẽ duy trì nhóm chạy sáng thứ Bảy, mở cho cả phụ huynh. Ban tổ chức thu gom toàn bộ
      cốc giấy, chai nước ngay sau giải; mặt đường quanh hồ sạch trước tám giờ để trả lại cho người đi dạo.
    `),
    image: {
      file: 'san-truong.svg',
      alt: 'Sân trường có cột cờ, học sinh nhảy dây và chơi bóng',
      caption: 'Học sinh vui chơi trong sân trường trước ngày chạy',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Cộng tác viên cổng Thành phố', part: 'text' }],
    source: 'Cổng Thông tin điện tử Thành phố',
    state: 'submitted',
    deskNote: 'Cộng tác viên gửi, chờ biên tập viên nhận bài.',
  },
  {
    key: 'xe-dap-cong-cong',
    site: 'thanh-pho',
    genre: 'news',
    section: 'kinh-te-do-thi',
    topics: ['van-minh-do-thi'],
    tags: ['xe đạp công cộng', 'giao thông xanh'],
    title: 'Nối xe đạp công cộng với bến xe buýt và nhà ga: đi chặng cuối không cần xe máy',
    summary: 'Thêm trạm xe đạp ở bán kính đi bộ năm phút quanh các bến lớn; vé tháng dùng chung đang được nghiên cứu.',
    body: unfold(`
      Chặng cuối từ bến xe buýt về đến cửa nhà, dài chừng một cây số, thường là lý do khiến người ta vẫn chọn xe máy.
      Thêm xe đạp công cộng quanh các bến lớn là cách Thành phố đang thử để xóa khoảng trống ấy.

      Theo phương án, trạm xe đạp được đặt trong bán kính đi bộ năm phút quanh bến xe buýt nhanh, ga đường sắt đô thị và
      một số trường đại học. Vị trí đặt trạm do phường đề xuất sau khi khảo sát lối đi, tránh chiếm phần hè vốn đã hẹp.

      Người dùng thuê xe bằng ứng dụng hoặc thẻ; người không có điện thoại thông minh vẫn có thể mua thẻ trả trước tại
      quầy vé. Đơn vị vận hành có trách nhiệm kéo xe dồn ứ về trạm trống trong giờ cao điểm và kiểm tra phanh, đèn mỗi
      tuần.

      Một điểm được nhiều người mong chờ là vé tháng dùng chung cho xe buýt, tàu và xe đạp. Phần kỹ thuật đã thử trong
      phạm vi hẹp; phần khó hơn là phân chia doanh thu giữa các đơn vị. Cơ quan quản lý cho biết sẽ công bố lộ trình khi
      có kết quả thử nghiệm, không hứa trước ngày cụ thể.

      Khảo sát nhanh tại hai bến cho thấy hơn nửa số người được hỏi sẵn sàng bỏ xe máy ở nhà nếu trạm xe đạp gần và an
      toàn (số liệu minh họa). Điều họ lo nhất lại không phải giá vé, mà là làn đường: đạp xe cùng dòng ô tô vào giờ tan
      tầm vẫn là một thử thách.
    `),
    image: {
      file: 'xe-buyt.svg',
      alt: 'Xe buýt xanh chạy trên làn riêng, cạnh trạm chờ có người đứng',
      caption: 'Trạm chờ xe buýt, nơi có thể đặt thêm chỗ để xe đạp',
      credit: 'Khuê (minh họa)',
    },
    authors: [{ name: 'Phóng viên Cổng Thông tin điện tử Thành phố', part: 'text' }],
    source: 'Sở Xây dựng',
    state: 'approved',
    deskNote: 'Đã duyệt, chờ ảnh chính thức từ đơn vị vận hành rồi đăng.',
  },
]
