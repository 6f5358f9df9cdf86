// Questions of daily life with their answers, written for the demonstration. They name nobody. Where the law is cited it is cited as far
// as it is known for sure; what an agency decides by itself is told as an illustration.
import { unfold } from './article.ts'

export interface DemoAnswer {
  key: string
  site: string
  /** Field by its slug. */
  field: string
  title: string
  question: string
  answer: string
  askedDaysAgo: number
  answeredDaysAgo: number
}

const all: readonly DemoAnswer[] = [
  {
    key: 'den-duong-hong',
    site: 'thanh-pho',
    field: 'cap-thoat-nuoc',
    title: 'Đèn đường không sáng thì báo ở đâu, bao lâu được sửa?',
    question: `
      Đoạn đường trước khu tập thể tôi ở tối gần ba tuần nay, người già đi lại rất ngại. Tôi cần báo cho ai và khi nào thì được sửa?
    `,
    answer: `
      Ông/bà báo theo một trong các cách sau, cách nào cũng được tiếp nhận như nhau:

      - Gửi phản ánh trên cổng này, chọn lĩnh vực “Cấp nước, thoát nước, chiếu sáng” và đánh dấu vị trí trên bản đồ.
      - Gọi tổng đài 1022, nói rõ tên đường, đoạn nào, số hiệu cột nếu đọc được.

      Một bóng hỏng thường được thay trong vài ngày làm việc. Nếu tối cả tuyến, đơn vị quản lý chiếu sáng kiểm tra ngay vì
      có thể do sự cố nguồn điện. Ông/bà nhận được mã tra cứu để theo dõi việc xử lý.
    `,
    askedDaysAgo: 46,
    answeredDaysAgo: 41,
  },
  {
    key: 'pho-ngap-sau-mua',
    site: 'thanh-pho',
    field: 'cap-thoat-nuoc',
    title: 'Phố ngập sau mỗi trận mưa lớn, người dân cần làm gì?',
    question: `
      Phố tôi cứ mưa to là ngập đến bánh xe, nước rút rất chậm. Xin hỏi nguyên nhân và người dân nên báo thế nào để được xử lý sớm?
    `,
    answer: `
      Ngập sau mưa thường do một trong ba nguyên nhân: cửa thu nước bị rác bịt, cống nhỏ hơn lượng mưa, hoặc mực nước sông, hồ
      đang cao nên nước không thoát được.

      Khi thấy ngập, xin ông/bà:

      - Gọi 1022 hoặc gửi phản ánh kèm ảnh, ghi giờ bắt đầu ngập và mức nước ước chừng. Đội ứng trực dùng thông tin này để điều xe.
      - Không tự mở nắp cống: rất nguy hiểm cho người đi đường.
      - Giữ cửa thu nước trước nhà thông thoáng, không quét rác xuống.

      Các điểm ngập lặp lại được đưa vào danh sách khảo sát để cải tạo cống theo kế hoạch hằng năm.
    `,
    askedDaysAgo: 88,
    answeredDaysAgo: 75,
  },
  {
    key: 'phan-loai-rac',
    site: 'thanh-pho',
    field: 'moi-truong',
    title: 'Rác sinh hoạt phải phân loại thành mấy loại?',
    question: `
      Gia đình tôi nghe nói phải phân loại rác tại nhà. Phải chia thành mấy loại, và nếu khu tôi chưa có xe thu riêng thì làm thế nào?
    `,
    answer: `
      Theo Điều 75 Luật Bảo vệ môi trường năm 2020, hộ gia đình phân loại chất thải rắn sinh hoạt thành ba nhóm:

      - Chất thải có khả năng tái sử dụng, tái chế: giấy, nhựa, kim loại, thủy tinh.
      - Chất thải thực phẩm.
      - Chất thải rắn sinh hoạt khác.

      Đồ cồng kềnh và chất thải nguy hại như pin, bóng đèn huỳnh quang để riêng, mang đến điểm tiếp nhận của phường.

      Nơi chưa có xe thu riêng, ông/bà vẫn nên phân loại: nhóm tái chế chuyển cho người thu gom hoặc điểm thu đổi. Lịch và cách
      thu gom của từng khu do phường thông báo.
    `,
    askedDaysAgo: 120,
    answeredDaysAgo: 108,
  },
  {
    key: 'sao-y-o-phuong-nao',
    site: 'thanh-pho',
    field: 'ho-tich',
    title: 'Sao y giấy tờ có phải về đúng phường nơi thường trú không?',
    question: `
      Tôi làm việc ở quận trung tâm cũ, thường trú ở ngoại thành. Tôi cần chứng thực bản sao bằng tốt nghiệp thì có phải về phường nơi
      thường trú không, bao lâu có kết quả?
    `,
    answer: `
      Không. Theo quy định về chứng thực (Nghị định số 23/2015/NĐ-CP và các nghị định sửa đổi), việc chứng thực bản sao từ bản chính
      không phụ thuộc vào nơi cư trú, nên ông/bà đến Ủy ban nhân dân cấp xã, phường hoặc tổ chức hành nghề công chứng nào thuận tiện
      cũng được.

      Kết quả được trả ngay trong ngày; nếu nộp sau 15 giờ thì có thể trả vào ngày làm việc tiếp theo.

      Ông/bà mang theo bản chính. Nếu nơi nhận hồ sơ chấp nhận bản sao điện tử, có thể đề nghị cấp bản sao điện tử chứng thực trên
      Cổng Dịch vụ công quốc gia để dùng nhiều lần.
    `,
    askedDaysAgo: 33,
    answeredDaysAgo: 29,
  },
  {
    key: 'gui-phan-anh-khong-neu-ten',
    site: 'thanh-pho',
    field: 'thu-tuc',
    title: 'Gửi phản ánh mà không muốn lộ tên có được không?',
    question: `
      Tôi muốn phản ánh việc mất vệ sinh ở khu chợ gần nhà nhưng ngại va chạm. Tôi có thể gửi mà không để lộ tên không?
    `,
    answer: `
      Được. Với câu hỏi và phản ánh, ông/bà không bắt buộc ghi họ tên; khi ông/bà có ghi, thông tin của ông/bà được lưu tách riêng và mã hóa; chỉ
      người xử lý mới mở xem được khi cần liên hệ, và mỗi lần mở đều được ghi lại. Tên người gửi không bao giờ được công bố.

      Xin giữ mã tra cứu: đó là cách duy nhất để xem kết quả khi không để lại thư điện tử.

      Riêng khiếu nại và tố cáo có trình tự do luật định, trong đó người gửi phải nêu rõ họ tên, địa chỉ. Trang “Khiếu nại, tố cáo”
      hướng dẫn cụ thể nơi gửi và cách gửi.
    `,
    askedDaysAgo: 24,
    answeredDaysAgo: 20,
  },
  {
    key: 'sua-nha-co-can-giay-phep',
    site: 'so-xay-dung',
    field: 'xay-dung',
    title: 'Sửa chữa bên trong nhà có phải xin giấy phép xây dựng không?',
    question: `
      Tôi muốn lát lại nền, thay cửa và sơn lại nhà hai tầng đang ở, không động đến cột và mái. Có phải xin giấy phép không?
    `,
    answer: `
      Việc sửa chữa, cải tạo bên trong mà không làm thay đổi công năng, không ảnh hưởng đến an toàn và kết cấu chịu lực của công trình
      thuộc trường hợp được miễn giấy phép xây dựng theo pháp luật về xây dựng.

      Ông/bà cần xin phép, hoặc hỏi trước khi làm, nếu:

      - đục, bỏ tường chịu lực, cột, dầm hoặc nâng tầng;
      - thay đổi mặt ngoài giáp đường ở tuyến phố có yêu cầu quản lý kiến trúc;
      - nhà nằm trong khu vực bảo tồn.

      Quy định về miễn giấy phép đang được sửa đổi theo hướng giảm thủ tục, vì vậy xin ông/bà hỏi lại phường nơi có nhà trước khi
      khởi công. Dù được miễn, chủ nhà vẫn chịu trách nhiệm về an toàn cho nhà bên cạnh và việc tập kết vật liệu.
    `,
    askedDaysAgo: 61,
    answeredDaysAgo: 49,
  },
  {
    key: 'nha-ben-thi-cong-nut-tuong',
    site: 'so-xay-dung',
    field: 'xay-dung',
    title: 'Nhà bên cạnh đào móng làm nứt tường thì yêu cầu ai xử lý?',
    question: `
      Nhà bên cạnh đào móng sâu, tường nhà tôi xuất hiện vết nứt và ngày càng rộng. Tôi cần làm gì và cơ quan nào xử lý?
    `,
    answer: `
      Trước hết, xin ông/bà báo ngay cho phường để kiểm tra hiện trường. Nếu thấy nguy hiểm, phường yêu cầu tạm dừng thi công.

      - Chụp ảnh vết nứt có ghi ngày, đặt mốc thạch cao hoặc kẻ vạch để theo dõi vết nứt có mở rộng không.
      - Làm việc với chủ nhà bên cạnh để thống nhất hiện trạng; nên lập biên bản có xác nhận của phường.
      - Hai bên có thể thuê tổ chức kiểm định xác định nguyên nhân. Bên thi công gây thiệt hại phải sửa chữa hoặc bồi thường.

      Nếu không thỏa thuận được về bồi thường, ông/bà có quyền khởi kiện tại Tòa án. Sở hỗ trợ phường về chuyên môn khi có yêu cầu.
    `,
    askedDaysAgo: 97,
    answeredDaysAgo: 78,
  },
  {
    key: 'xe-tai-gio-cao-diem',
    site: 'so-xay-dung',
    field: 'giao-thong',
    title: 'Chuyển nhà bằng xe tải nhỏ có bị cấm giờ không?',
    question: `
      Gia đình tôi sắp chuyển nhà, thuê xe tải khoảng 1,5 tấn. Xe có được đi vào phố ban ngày không hay phải xin phép?
    `,
    answer: `
      Thành phố có quy định hạn chế xe tải theo giờ và theo tuyến, thể hiện bằng biển báo tại đường vào khu vực hạn chế. Giờ hạn chế
      phụ thuộc vào trọng tải xe và tuyến đường nên có thể thay đổi; xin ông/bà căn cứ vào biển báo đang có hiệu lực.

      Đơn giản nhất là chọn giờ thấp điểm ban ngày hoặc buổi tối và hỏi chủ xe, vì nhà xe phải nắm giờ được phép của xe mình.
      Trường hợp bắt buộc đi trong giờ hạn chế, chủ xe đề nghị cơ quan có thẩm quyền cấp phép trước.

      Khi bốc xếp, xin không để xe chắn lối vào ngõ, vì xe cứu thương và xe chữa cháy có thể cần qua.
    `,
    askedDaysAgo: 40,
    answeredDaysAgo: 31,
  },
  {
    key: 'tuyen-sinh-lop-1',
    site: 'so-giao-duc-va-dao-tao',
    field: 'giao-duc',
    title: 'Con tạm trú có được vào lớp 1 trường công gần nhà không?',
    question: `
      Gia đình tôi thường trú ở tỉnh khác, đang tạm trú tại thành phố. Sang năm con tôi tròn sáu tuổi. Cháu có được học trường công theo
      nơi đang ở không, cần chuẩn bị gì?
    `,
    answer: `
      Trẻ sáu tuổi vào lớp 1 (Điều 28 Luật Giáo dục năm 2019). Tuyển sinh đầu cấp được thực hiện theo nơi ở hiện tại, do từng phường,
      xã công bố; trẻ tạm trú được xét theo kế hoạch của phường nơi đang ở và khả năng tiếp nhận của trường.

      Ông/bà nên chuẩn bị:

      - Giấy khai sinh của cháu, bản điện tử hoặc bản sao.
      - Thông tin cư trú được cập nhật đúng trên hệ thống dân cư. Nếu chưa đăng ký tạm trú, xin làm sớm tại Công an phường.

      Lịch đăng ký trực tuyến thường vào đầu hè và được thông báo trước trên cổng này cùng trang của từng trường.
    `,
    askedDaysAgo: 150,
    answeredDaysAgo: 139,
  },
  {
    key: 'thu-tien-dau-nam',
    site: 'so-giao-duc-va-dao-tao',
    field: 'giao-duc',
    title: 'Trường thu các khoản đầu năm học thế nào là đúng?',
    question: `
      Đầu năm học lớp con tôi được thông báo nhiều khoản, có khoản ghi là tự nguyện nhưng chia đều cho mọi gia đình. Như vậy có đúng không?
    `,
    answer: `
      Các khoản thu trong trường công chia làm ba nhóm: học phí và khoản thu theo quy định; khoản thu dịch vụ phục vụ học sinh theo
      mức Hội đồng nhân dân quyết định; và khoản tài trợ, ủng hộ tự nguyện.

      Khoản tự nguyện không được chia bình quân, không quy định mức tối thiểu và không gắn với việc học của học sinh. Kinh phí của ban
      đại diện cha mẹ học sinh cũng không được dùng thay cho những việc nhà trường phải chi, chẳng hạn bảo vệ cơ sở vật chất.

      Ông/bà đề nghị trường cung cấp bảng công khai thu, chi. Nếu chưa rõ, xin gửi phản ánh kèm thông báo thu; Sở và phường kiểm tra
      rồi trả lời, không nêu tên người gửi.
    `,
    askedDaysAgo: 55,
    answeredDaysAgo: 43,
  },
  {
    key: 'chuyen-truong-giua-nam',
    site: 'so-giao-duc-va-dao-tao',
    field: 'giao-duc',
    title: 'Chuyển trường cho con giữa năm học cần giấy tờ gì?',
    question: `
      Gia đình tôi chuyển chỗ ở sang phường khác giữa học kỳ. Con học lớp 4 muốn chuyển sang trường gần nhà thì làm thế nào?
    `,
    answer: `
      Với cấp tiểu học, cha mẹ viết đơn gửi trường muốn chuyển đến. Khi trường đó còn chỗ và đồng ý tiếp nhận, trường đang học trả hồ sơ,
      học bạ để cháu nhập học.

      Nên làm vào lúc nghỉ giữa kỳ hoặc đầu học kỳ để việc học không bị ngắt quãng. Nếu trường gần nhà đã đủ học sinh, phường giới
      thiệu trường khác còn chỗ trong địa bàn.

      Học bạ điện tử được chuyển giữa các trường trên hệ thống, ông/bà không phải nộp bản giấy nếu trường đã dùng học bạ điện tử.
    `,
    askedDaysAgo: 19,
    answeredDaysAgo: 15,
  },
  {
    key: 'khai-sinh-truc-tuyen',
    site: 'ba-dinh',
    field: 'ho-tich',
    title: 'Khai sinh cho con mới sinh: hạn bao lâu, làm trực tuyến được không?',
    question: `
      Vợ tôi mới sinh cháu, hai vợ chồng đều đi làm xa. Chúng tôi có bao nhiêu ngày để khai sinh và có thể làm qua mạng không?
    `,
    answer: `
      Trong 60 ngày kể từ ngày sinh, cha hoặc mẹ có trách nhiệm đăng ký khai sinh cho con (Điều 15 Luật Hộ tịch năm 2014). Đăng ký
      đúng hạn không phải nộp lệ phí.

      Ông/bà làm trực tuyến trên Cổng Dịch vụ công quốc gia, chọn nhóm thủ tục liên thông cho trẻ dưới 6 tuổi: khai sinh, đăng ký
      thường trú và cấp thẻ bảo hiểm y tế được làm trong một lần.

      - Chuẩn bị: giấy chứng sinh (nhiều bệnh viện đã gửi dữ liệu điện tử, khi đó chỉ cần kiểm tra lại thông tin).
      - Không phải nộp giấy chứng nhận kết hôn nếu dữ liệu đã có trên hệ thống.

      Kết quả nhận tại Trung tâm Phục vụ hành chính công của phường hoặc qua bưu điện.
    `,
    askedDaysAgo: 37,
    answeredDaysAgo: 34,
  },
  {
    key: 'dang-ky-tam-tru',
    site: 'ba-dinh',
    field: 'ho-tich',
    title: 'Thuê nhà bao lâu thì phải đăng ký tạm trú?',
    question: `
      Tôi thuê trọ ở phường từ tháng trước, chủ nhà nói không cần đăng ký. Quy định thế nào và tôi tự làm được không?
    `,
    answer: `
      Người đến sinh sống tại chỗ ở hợp pháp ngoài phạm vi đơn vị hành chính cấp xã nơi đã đăng ký thường trú để lao động, học tập
      hoặc vì mục đích khác từ 30 ngày trở lên thì phải đăng ký tạm trú, theo Luật Cư trú năm 2020.

      Ông/bà tự làm được, không nhất thiết chờ chủ nhà: nộp hồ sơ trên Cổng Dịch vụ công quốc gia, trên ứng dụng VNeID hoặc tại Công an
      phường. Cần giấy tờ chứng minh chỗ ở hợp pháp, ví dụ hợp đồng thuê nhà.

      Thời hạn giải quyết là 03 ngày làm việc kể từ khi nhận đủ hồ sơ. Nếu chỉ ở lại qua đêm, dưới 30 ngày, thì
      thông báo lưu trú là đủ.
    `,
    askedDaysAgo: 52,
    answeredDaysAgo: 46,
  },
  {
    key: 'hat-karaoke-dem',
    site: 'ba-dinh',
    field: 'an-ninh',
    title: 'Hàng xóm hát karaoke quá khuya thì báo ai?',
    question: `
      Nhà gần tôi hay hát loa kéo đến gần nửa đêm, có cháu nhỏ và người già không ngủ được. Tôi nhắc không được thì báo ai?
    `,
    answer: `
      Từ 22 giờ đến 6 giờ sáng hôm sau là thời gian phải giữ yên tĩnh chung; gây ồn ào trong khu dân cư vào thời gian này bị xử phạt
      theo quy định về an ninh, trật tự. Tiếng ồn vượt mức cho phép vào giờ khác cũng có thể bị xử lý.

      Khi việc đang xảy ra, xin gọi Công an phường hoặc 113 để có người đến nhắc nhở, lập biên bản ngay. Khi việc lặp lại, ông/bà gửi
      phản ánh trên cổng, ghi rõ ngày giờ; tổ dân phố và phường gặp gia đình đó để yêu cầu cam kết.

      Người báo không bị nêu tên với bên bị phản ánh.
    `,
    askedDaysAgo: 70,
    answeredDaysAgo: 63,
  },
  {
    key: 'do-xe-tren-via-he',
    site: 'ba-dinh',
    field: 'trat-tu-do-thi',
    title: 'Cửa hàng để xe kín vỉa hè, người đi bộ phải xuống lòng đường',
    question: `
      Một đoạn phố có mấy cửa hàng để xe máy của khách kín vỉa hè, học sinh phải đi dưới lòng đường. Phường có xử lý không?
    `,
    answer: `
      Vỉa hè trước hết dành cho người đi bộ. Chỉ được để xe ở nơi đã kẻ vạch hoặc được cấp phép sử dụng tạm thời, và luôn phải chừa
      lối cho người đi bộ.

      Sau khi nhận phản ánh, phường đã kiểm tra, yêu cầu các cửa hàng xếp xe gọn trong vạch và bố trí người trông. Việc kiểm tra
      được lặp lại vào giờ tan học; nơi tái phạm bị lập biên bản.

      Ông/bà thấy vi phạm ở chỗ khác, xin gửi phản ánh kèm ảnh và vị trí; ảnh nên tránh chụp rõ mặt người và biển số.
    `,
    askedDaysAgo: 28,
    answeredDaysAgo: 17,
  },
  {
    key: 'tro-cap-nguoi-cao-tuoi',
    site: 'ba-dinh',
    field: 'lao-dong',
    title: 'Người từ 75 tuổi không có lương hưu được trợ cấp gì?',
    question: `
      Mẹ tôi 76 tuổi, không có lương hưu, sống cùng con. Bà có được trợ cấp hằng tháng không và làm ở đâu?
    `,
    answer: `
      Theo Luật Bảo hiểm xã hội năm 2024 (có hiệu lực từ ngày 01/7/2025), công dân Việt Nam từ đủ 75 tuổi, không hưởng lương hưu hoặc
      trợ cấp bảo hiểm xã hội hằng tháng và có văn bản đề nghị thì được trợ cấp hưu trí xã hội. Người thuộc hộ nghèo, hộ cận nghèo
      được hưởng từ đủ 70 tuổi. Mức trợ cấp do Chính phủ quy định.

      Người hưởng trợ cấp này cũng được cấp thẻ bảo hiểm y tế.

      Hồ sơ là một tờ khai, nộp tại Trung tâm Phục vụ hành chính công của phường hoặc trên Cổng Dịch vụ công quốc gia. Nếu bà đi lại
      khó khăn, xin báo trước: cán bộ đến nhà hướng dẫn và nhận hồ sơ.
    `,
    askedDaysAgo: 83,
    answeredDaysAgo: 71,
  },
  {
    key: 'cap-so-do-lan-dau',
    site: 'hoan-kiem',
    field: 'dat-dai',
    title: 'Nhà ở ổn định nhiều năm, chỉ có giấy tờ cũ thì làm sổ đỏ thế nào?',
    question: `
      Gia đình tôi ở ổn định từ trước năm 1993, chỉ có giấy tờ viết tay. Muốn được cấp giấy chứng nhận lần đầu thì bắt đầu từ đâu?
    `,
    answer: `
      Trường hợp sử dụng đất ổn định từ trước ngày 15/10/1993 được xem xét cấp giấy chứng nhận theo Luật Đất đai năm 2024, tùy theo
      giấy tờ đang có và việc đất có tranh chấp, có phù hợp quy hoạch hay không.

      Các bước thường gặp:

      - Mang toàn bộ giấy tờ đang có (kể cả biên lai thuế đất, giấy viết tay) đến Trung tâm Phục vụ hành chính công của phường để được
      xem trước.
      - Phường xác nhận thời điểm bắt đầu sử dụng đất, việc không tranh chấp và niêm yết công khai.
      - Cơ quan thuế thông báo nghĩa vụ tài chính, nếu có.

      Mỗi trường hợp một khác nên câu trả lời này chỉ là hướng dẫn chung. Xin không giao bản gốc cho người làm dịch vụ.
    `,
    askedDaysAgo: 130,
    answeredDaysAgo: 112,
  },
  {
    key: 'dang-ky-bien-dong-dat',
    site: 'hoan-kiem',
    field: 'dat-dai',
    title: 'Mua nhà xong bao lâu phải đăng ký sang tên?',
    question: `
      Tôi vừa ký hợp đồng mua nhà có công chứng. Trong bao lâu phải làm thủ tục sang tên, để muộn có sao không?
    `,
    answer: `
      Trong thời hạn 30 ngày kể từ ngày có biến động, người sử dụng đất phải đăng ký biến động tại cơ quan đăng ký đất đai (khoản 3
      Điều 133 Luật Đất đai năm 2024). Quá hạn có thể bị xử phạt hành chính, và quyền của người mua chưa được ghi nhận trên giấy
      chứng nhận.

      Hồ sơ nộp tại chi nhánh Văn phòng đăng ký đất đai, bộ phận một cửa hoặc trực tuyến: hợp đồng công chứng, giấy chứng nhận
      bản gốc, tờ khai thuế và lệ phí trước bạ.

      Nghĩa vụ tài chính tính theo bảng giá đất đang áp dụng; cơ quan thuế gửi thông báo số tiền phải nộp.
    `,
    askedDaysAgo: 66,
    answeredDaysAgo: 58,
  },
  {
    key: 'quan-via-he-ve-sinh',
    site: 'hoan-kiem',
    field: 'y-te',
    title: 'Bán đồ ăn ở vỉa hè cần giấy tờ gì về an toàn thực phẩm?',
    question: `
      Tôi định bán đồ ăn sáng nhỏ trước nhà. Có phải xin giấy chứng nhận an toàn thực phẩm không, phải giữ vệ sinh thế nào?
    `,
    answer: `
      Kinh doanh thức ăn đường phố thuộc trường hợp không phải cấp Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm theo quy định
      hiện hành, nhưng vẫn phải bảo đảm điều kiện vệ sinh và chịu kiểm tra của phường:

      - Bàn, giá kê cao, có che đậy; đồ sống và đồ chín để riêng.
      - Nước sạch, dụng cụ sạch; nguyên liệu có nguồn gốc, giữ lại hóa đơn mua.
      - Người trực tiếp làm có sức khỏe phù hợp và hiểu biết về an toàn thực phẩm.

      Được bán đồ ăn không có nghĩa là được dùng vỉa hè: chỗ bán phải ở phần đất của gia đình hoặc nơi phường cho phép.
    `,
    askedDaysAgo: 48,
    answeredDaysAgo: 39,
  },
  {
    key: 'ho-kinh-doanh-dang-ky',
    site: 'cau-giay',
    field: 'thue-kinh-doanh',
    title: 'Mở tiệm nhỏ tại nhà thì đăng ký hộ kinh doanh ở đâu?',
    question: `
      Tôi muốn mở tiệm may sửa quần áo tại nhà. Đăng ký ở phường hay ở đâu, mất bao lâu?
    `,
    answer: `
      Từ ngày 01/7/2025, việc đăng ký hộ kinh doanh thực hiện ở cấp xã, phường. Ông/bà nộp hồ sơ trực tuyến trên Cổng Dịch vụ công quốc
      gia hoặc tại Trung tâm Phục vụ hành chính công của phường.

      - Giấy đề nghị đăng ký theo mẫu; nếu nhiều thành viên gia đình cùng làm thì thêm biên bản họp.
      - Thời hạn: 03 ngày làm việc kể từ khi nhận đủ hồ sơ hợp lệ.

      Đăng ký kinh doanh và đăng ký thuế được làm cùng một lần. Từ năm 2026, hộ kinh doanh không còn nộp thuế khoán mà kê khai theo
      doanh thu; cơ quan thuế có phần mềm và hướng dẫn miễn phí.
    `,
    askedDaysAgo: 59,
    answeredDaysAgo: 54,
  },
  {
    key: 'bhyt-tre-em',
    site: 'cau-giay',
    field: 'y-te',
    title: 'Trẻ dưới 6 tuổi chưa có thẻ bảo hiểm y tế thì đi khám thế nào?',
    question: `
      Con tôi 8 tháng tuổi, thẻ bảo hiểm y tế chưa về mà cháu ốm. Đi khám có được hưởng bảo hiểm không?
    `,
    answer: `
      Có. Trẻ dưới 6 tuổi được ngân sách nhà nước đóng bảo hiểm y tế. Khi chưa có thẻ, cha mẹ xuất trình bản sao hoặc bản điện tử
      giấy khai sinh, giấy chứng sinh của cháu; cháu được khám, chữa bệnh như người có thẻ.

      Xin kiểm tra mã số bảo hiểm của cháu trên ứng dụng VNeID hoặc hỏi tại Trung tâm Phục vụ hành chính công của phường: phần lớn
      thẻ chậm là do thông tin khai sinh chưa khớp với dữ liệu dân cư, có thể sửa ngay.
    `,
    askedDaysAgo: 14,
    answeredDaysAgo: 12,
  },
  {
    key: 'ket-hon-giay-to',
    site: 'cau-giay',
    field: 'ho-tich',
    title: 'Đăng ký kết hôn có bắt buộc hai người cùng đến không?',
    question: `
      Chúng tôi muốn đăng ký kết hôn nhưng một người đang đi công tác xa. Có thể ủy quyền hoặc làm hoàn toàn qua mạng không?
    `,
    answer: `
      Không ủy quyền được. Hai bên nam, nữ phải cùng có mặt khi đăng ký và cùng ký vào Sổ hộ tịch, Giấy chứng nhận kết hôn (Điều 18
      Luật Hộ tịch năm 2014).

      Phần nộp hồ sơ và hẹn ngày làm trực tuyến được; đến ngày hẹn hai người mới phải đến. Kết quả được trả ngay khi đủ điều kiện; nếu
      cần xác minh thêm thì không quá 05 ngày làm việc.

      Ông/bà đăng ký tại phường nơi cư trú của một trong hai bên. Giấy xác nhận tình trạng hôn nhân không phải nộp nếu dữ liệu đã có
      trên hệ thống.
    `,
    askedDaysAgo: 21,
    answeredDaysAgo: 18,
  },
  {
    key: 'cat-tia-cay-xanh',
    site: 'ha-dong',
    field: 'moi-truong',
    title: 'Cây xanh trước nhà nghiêng, sợ đổ khi có bão thì báo ai?',
    question: `
      Cây lớn trước cửa nhà tôi nghiêng ra đường, rễ bật khỏi vỉa hè. Sắp đến mùa bão, gia đình có được tự chặt không?
    `,
    answer: `
      Cây trên vỉa hè là cây công cộng: gia đình không tự chặt, tỉa. Xin ông/bà gửi phản ánh kèm ảnh và vị trí, hoặc gọi 1022; trường
      hợp cây có thể đổ ngay, xin ghi rõ “nguy hiểm” để được kiểm tra trong ngày.

      Đơn vị cây xanh khảo sát, chống hoặc thay cây. Trong lúc chờ, phường căng dây, đặt biển báo; xin không để xe dưới gốc.

      Cây trong đất của gia đình thì chủ nhà tự cắt tỉa, bảo đảm an toàn cho người đi đường và đường dây điện.
    `,
    askedDaysAgo: 102,
    answeredDaysAgo: 95,
  },
  {
    key: 'khai-tu-han-bao-lau',
    site: 'ha-dong',
    field: 'ho-tich',
    title: 'Người nhà mất thì đăng ký khai tử trong bao lâu, ở đâu?',
    question: `
      Ông tôi vừa mất tại nhà. Gia đình cần làm thủ tục gì với phường, trong bao lâu, ai đi làm được?
    `,
    answer: `
      Xin chia buồn cùng gia đình. Trong 15 ngày kể từ ngày có người mất, vợ, chồng, con, cha, mẹ hoặc người thân thích khác có trách
      nhiệm đăng ký khai tử (Điều 33 Luật Hộ tịch năm 2014), tại Ủy ban nhân dân cấp xã nơi cư trú cuối cùng của người mất.

      - Người mất tại nhà: Ủy ban nhân dân cấp xã nơi người đó mất cấp giấy báo tử; cán bộ hướng dẫn việc này.
      - Có thể nộp trực tuyến theo nhóm thủ tục liên thông: khai tử, xóa đăng ký thường trú và giải quyết mai táng phí (nếu có).

      Gia đình đang bận tang lễ, có thể gọi Trung tâm Phục vụ hành chính công của phường để được hẹn giờ, không phải chờ.
    `,
    askedDaysAgo: 9,
    answeredDaysAgo: 8,
  },
]

/** All of them, a paragraph or an item of a list on each line. */
export const demoAnswers: readonly DemoAnswer[] = all.map((one) => ({
  ...one,
  question: unfold(one.question),
  answer: unfold(one.answer),
}))
