// What stands on the desks of the demonstration: questions on their way, calls, sessions of reception, results of complaints.
// Nobody is named; matters are of daily life.

export interface DemoCase {
  site: string
  field: string
  title: string
  body: string
  daysAgo: number
  /** How far it got. */
  stage: 'quarantined' | 'received' | 'assigned' | 'clarifying' | 'submitted'
  /** The officer's question, or the draft that waits for the leader. */
  words?: string
}

export const demoCases: readonly DemoCase[] = [
  {
    site: 'ba-dinh',
    field: 'ho-tich',
    title: 'Đổi thông tin nơi thường trú cho cả nhà cần giấy tờ gì?',
    body: 'Gia đình tôi bốn người vừa chuyển đến phường. Chúng tôi muốn đăng ký thường trú cùng lúc thì cần mang những giấy tờ gì, có phải đi cả bốn người không?',
    daysAgo: 0,
    stage: 'received',
  },
  {
    site: 'ba-dinh',
    field: 'giao-duc',
    title: 'Trẻ tạm trú có được vào lớp 1 trường công của phường không?',
    body: 'Tôi thuê nhà và đăng ký tạm trú tại phường từ đầu năm. Con tôi sang năm vào lớp 1. Xin hỏi cháu có được xét tuyển vào trường công trên địa bàn không?',
    daysAgo: 1,
    stage: 'received',
  },
  {
    site: 'ba-dinh',
    field: 'xay-dung',
    title: 'Sửa mái nhà cấp bốn có phải xin giấy phép xây dựng?',
    body: 'Mái tôn nhà tôi dột, tôi muốn thay tôn và nâng mái lên khoảng 50 cm cho thoáng. Việc này có phải xin phép không và xin ở đâu?',
    daysAgo: 6,
    stage: 'assigned',
  },
  {
    site: 'ba-dinh',
    field: 'moi-truong',
    title: 'Quán ăn xả khói sang nhà dân mỗi tối',
    body: 'Quán nướng ở đầu ngõ hoạt động từ 17 giờ, khói bay vào các nhà phía sau. Đã nhắc nhưng không giảm. Đề nghị phường kiểm tra.',
    daysAgo: 9,
    stage: 'clarifying',
    words:
      'Xin ông/bà cho biết quán ở đầu ngõ nào của phố nào và khung giờ khói nhiều nhất, để tổ kiểm tra đến đúng lúc.',
  },
  {
    site: 'ba-dinh',
    field: 'trat-tu-do-thi',
    title: 'Bãi giữ xe trước cổng trường thu tiền không niêm yết giá',
    body: 'Giờ tan học có bãi giữ xe tự phát, thu tiền mỗi lần một giá. Phụ huynh đông nên không có chỗ khác. Phường có quản lý việc này không?',
    daysAgo: 13,
    stage: 'submitted',
    words:
      'Kính gửi ông/bà,\n\nPhường đã kiểm tra khu vực cổng trường trong hai ngày. Điểm giữ xe nêu trên chưa được cấp phép và đã dừng hoạt động.\n\nTừ tuần này, phụ huynh có thể gửi xe tại sân nhà văn hóa tổ dân phố trong giờ đón trẻ, không thu tiền.\n\nKhi thấy điểm giữ xe không niêm yết giá, xin ông/bà gửi phản ánh kèm ảnh qua cổng này.',
  },
  {
    site: 'ba-dinh',
    field: 'dat-dai',
    title: 'Hồ sơ cấp đổi giấy chứng nhận nộp đã lâu chưa có kết quả',
    body: 'Tôi nộp hồ sơ cấp đổi giấy chứng nhận quyền sử dụng đất, đã quá ngày hẹn trả kết quả. Xin hỏi hồ sơ đang ở khâu nào và bao giờ xong?',
    daysAgo: 31,
    stage: 'assigned',
  },
  {
    site: 'ba-dinh',
    field: 'khac',
    title: 'Giới thiệu website cá độ bóng đá uy tín',
    body: 'Nhà cái uy tín nhất, nạp lần đầu thưởng gấp đôi, truy cập ngay www.vi-du-khong-co-that.example để nhận mã.',
    daysAgo: 0,
    stage: 'quarantined',
  },
  {
    site: 'thanh-pho',
    field: 'giao-thong',
    title: 'Đề nghị kéo dài giờ chạy tuyến xe buýt cuối ngày',
    body: 'Nhiều công nhân tan ca lúc 22 giờ không còn xe buýt để về. Xin hỏi Thành phố có kế hoạch kéo dài giờ chạy các tuyến đi khu công nghiệp không?',
    daysAgo: 2,
    stage: 'received',
  },
  {
    site: 'thanh-pho',
    field: 'moi-truong',
    title: 'Lịch thu gom đồ cồng kềnh của các phường',
    body: 'Nhà tôi có tủ cũ muốn bỏ. Xin hỏi lịch thu gom đồ cồng kềnh của các phường và có mất phí không?',
    daysAgo: 7,
    stage: 'assigned',
  },
  {
    site: 'so-xay-dung',
    field: 'thu-tuc',
    title: 'Tra cứu quy hoạch thửa đất ở đâu?',
    body: 'Tôi muốn biết thửa đất của gia đình có nằm trong quy hoạch mở đường không thì tra cứu ở đâu, có phải trả tiền không?',
    daysAgo: 4,
    stage: 'assigned',
  },
]

export interface DemoCall {
  site: string
  field: string
  question: string
  guidance: string
  minutes: number
  daysAgo: number
  followUp: 'none' | 'call-back'
}

type Call = readonly [field: string, question: string, guidance: string, minutes: number, daysAgo: number]

const calls: readonly Call[] = [
  [
    'ho-tich',
    'Làm căn cước cho trẻ em cần mang gì?',
    'Mang giấy khai sinh hoặc số định danh của trẻ; cha hoặc mẹ đi cùng đến công an cấp xã.',
    3,
    0,
  ],
  [
    'giao-thong',
    'Đường Võ Chí Công cấm xe tải giờ nào?',
    'Đọc khung giờ trên biển báo; hướng dẫn tra cứu bản đồ cấm tải trên cổng của Sở Xây dựng.',
    4,
    0,
  ],
  ['moi-truong', 'Bao giờ xe thu gom rác đến khu tập thể?', '', 2, 0],
  [
    'y-te',
    'Tiêm sởi cho trẻ 9 tháng tuổi ở đâu?',
    'Trạm y tế phường tiêm vào các ngày cố định trong tháng; gọi trạm để hẹn.',
    3,
    1,
  ],
  [
    'thu-tuc',
    'Nộp hồ sơ trực tuyến bị lỗi khi ký số',
    'Hướng dẫn dùng tài khoản định danh điện tử và thử lại trên trình duyệt khác; nếu vẫn lỗi thì đến quầy hỗ trợ.',
    9,
    2,
  ],
  [
    'dat-dai',
    'Thời hạn giải quyết tách thửa là bao nhiêu ngày?',
    'Đọc thời hạn trong bộ thủ tục; nhắc nộp đủ trích đo.',
    6,
    3,
  ],
  [
    'lao-dong',
    'Trợ cấp hưu trí xã hội từ bao nhiêu tuổi?',
    'Hướng dẫn đến phòng Văn hóa – Xã hội của phường nơi cư trú để được xét.',
    5,
    6,
  ],
  ['cap-thoat-nuoc', 'Mất nước cả ngõ từ sáng', 'Chuyển số tổng đài của đơn vị cấp nước; ghi nhận để theo dõi.', 2, 8],
  [
    'giao-duc',
    'Lịch nghỉ Tết của học sinh',
    'Đọc kế hoạch năm học đã đăng trên cổng của Sở Giáo dục và Đào tạo.',
    2,
    12,
  ],
  [
    'ho-tich',
    'Xin trích lục khai sinh ở phường khác có được không?',
    'Được: nộp ở bất kỳ nơi có cơ sở dữ liệu hộ tịch, hoặc trực tuyến.',
    4,
    20,
  ],
  [
    'xay-dung',
    'Hàng xóm xây nhà làm nứt tường thì báo ai?',
    'Báo ủy ban nhân dân phường để lập biên bản; hướng dẫn chụp ảnh hiện trạng.',
    7,
    33,
  ],
  [
    'thue-kinh-doanh',
    'Hộ kinh doanh kê khai thuế thế nào?',
    'Hướng dẫn dùng ứng dụng của cơ quan thuế, nêu bộ phận hỗ trợ.',
    8,
    47,
  ],
  ['moi-truong', 'Báo điểm tập kết rác tự phát', 'Hướng dẫn gửi phản ánh kèm ảnh và vị trí trên cổng.', 3, 64],
  [
    'an-ninh',
    'Hát karaoke to sau 22 giờ thì gọi ai?',
    'Gọi công an phường; hướng dẫn gửi phản ánh nếu tái diễn.',
    3,
    90,
  ],
]

export const demoCalls: readonly DemoCall[] = calls.map(([field, question, guidance, minutes, daysAgo]) => ({
  site: 'thanh-pho',
  field,
  question,
  guidance,
  minutes,
  daysAgo,
  followUp: guidance === '' ? 'call-back' : 'none',
}))

export interface DemoReception {
  site: string
  place: string
  hours: string
  host: string
  content: string
  /** Days from now of the first session; it recurs weekly. */
  inDays: number
  weeks: number
}

export const demoReceptions: readonly DemoReception[] = [
  {
    site: 'thanh-pho',
    place: 'Trụ sở Ban Tiếp công dân Thành phố (minh họa)',
    hours: 'Các ngày làm việc: 8 giờ – 12 giờ và 13 giờ 30 – 17 giờ',
    host: 'Chủ tịch UBND Thành phố',
    content: 'Tiếp công dân định kỳ; vụ việc đã đăng ký trước được mời đúng giờ.',
    inDays: 12,
    weeks: 2,
  },
  {
    site: 'ba-dinh',
    place: 'Phòng tiếp công dân, trụ sở UBND phường Ba Đình (minh họa)',
    hours: 'Sáng thứ Năm hằng tuần, 8 giờ – 11 giờ 30',
    host: 'Chủ tịch UBND phường Ba Đình',
    content: 'Đất đai, trật tự xây dựng và các kiến nghị khác của người dân.',
    inDays: 10,
    weeks: 4,
  },
]

export interface DemoResult {
  site: string
  kind: 'second' | 'denunciation' | 'first'
  documentNumber: string
  signedDaysAgo: number
  title: string
  body: string
  published: boolean
}

export const demoResults: readonly DemoResult[] = [
  {
    site: 'ba-dinh',
    kind: 'second',
    documentNumber: '12/QĐ-UBND (minh họa)',
    signedDaysAgo: 9,
    title: 'Giải quyết khiếu nại lần hai về mức hỗ trợ di chuyển khi mở rộng ngõ',
    body: 'Người khiếu nại đề nghị nâng mức hỗ trợ di chuyển khi mở rộng ngõ phục vụ chữa cháy.\n\nQua kiểm tra hồ sơ và đối thoại, cơ quan giải quyết xác định:\n\n- Mức hỗ trợ đã áp dụng đúng đơn giá tại thời điểm kiểm đếm.\n- Phần chi phí tháo dỡ mái che chưa được tính và được bổ sung.\n\nCông nhận một phần nội dung khiếu nại; số tiền bổ sung được chi trả trong 30 ngày.',
    published: true,
  },
  {
    site: 'ba-dinh',
    kind: 'denunciation',
    documentNumber: '03/KL-UBND (minh họa)',
    signedDaysAgo: 3,
    title: 'Kết luận nội dung tố cáo về việc thu tiền gửi xe tại chợ dân sinh',
    body: 'Nội dung tố cáo: điểm giữ xe tại chợ dân sinh thu quá mức giá niêm yết.\n\nKết luận: nội dung tố cáo đúng một phần. Có ba ngày lễ điểm giữ xe thu cao hơn giá niêm yết.\n\nBiện pháp xử lý: đơn vị quản lý hoàn trả tiền thu vượt theo danh sách, niêm yết giá tại hai cổng và chịu kiểm tra hằng tháng.',
    published: false,
  },
]
