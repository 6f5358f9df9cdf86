import type { Messages } from '../../web/message.ts'

/** Words of the form by which people report something. */
export const messages = {
  title: { vi: 'Gửi phản ánh, kiến nghị', en: 'Send a report' },
  lead: {
    vi: 'Báo cho cơ quan những việc như đèn đường hỏng, rác thải, ngập nước, vỉa hè bị lấn chiếm, hoặc kiến nghị của bạn. Việc khẩn cấp nguy hiểm đến người, mời gọi 113, 114 hoặc 115.',
    en: 'Tell the agency of things such as broken street lights, rubbish, flooding or blocked pavements, or what you propose. In an emergency please call 113, 114 or 115.',
  },
  stepWhat: { vi: 'Sự việc', en: 'What it is about' },
  stepWhere: { vi: 'Nơi xảy ra', en: 'Where it is' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  chooseField: { vi: 'Chọn lĩnh vực', en: 'Choose a field' },
  fieldMissing: {
    vi: 'Hãy chọn lĩnh vực; không rõ thì chọn “Lĩnh vực khác”.',
    en: 'Please choose a field, or “Other”.',
  },
  subject: { vi: 'Tóm tắt', en: 'In short' },
  subjectHint: {
    vi: 'Một câu, ví dụ: Đèn đường trước cổng chợ không sáng ba tối nay.',
    en: 'One sentence, such as: The street light at the market gate has been out for three nights.',
  },
  words: { vi: 'Nội dung', en: 'What happened' },
  wordsHint: {
    vi: 'Việc gì, từ bao giờ, ảnh hưởng thế nào. Xin không ghi tên, số điện thoại hay biển số xe của người khác nếu không cần.',
    en: 'What, since when, and how it matters. Please leave out names, telephone numbers or number plates of others unless they are needed.',
  },
  ward: { vi: 'Phường, xã', en: 'Ward or commune' },
  chooseWard: { vi: 'Chưa rõ', en: 'Not known' },
  wardMissing: { vi: 'Hãy chọn phường, xã trong danh sách.', en: 'Please choose a ward or commune of the list.' },
  address: { vi: 'Địa điểm', en: 'Place' },
  addressHint: {
    vi: 'Tên đường, ngõ, công trình gần đó. Chỉ người giải quyết đọc ô này.',
    en: 'Street, lane, a building nearby. Those who deal with it read this alone.',
  },
  placeMissing: {
    vi: 'Hãy ghi địa điểm, hoặc chọn điểm trên bản đồ.',
    en: 'Please describe the place, or choose a point.',
  },
  point: { vi: 'Điểm trên bản đồ (không bắt buộc)', en: 'Point on the map (optional)' },
  pointHint: {
    vi: 'Chọn trên bản đồ, hoặc gõ tọa độ theo hệ WGS 84. Nếu được đăng công khai, vị trí được làm tròn khoảng 50 m.',
    en: 'Choose it on the map, or type coordinates (WGS 84). If published, the point is rounded to about 50 m.',
  },
  latitude: { vi: 'Vĩ độ', en: 'Latitude' },
  longitude: { vi: 'Kinh độ', en: 'Longitude' },
  pointWrong: {
    vi: 'Tọa độ chưa đúng hoặc nằm ngoài Việt Nam. Ví dụ: vĩ độ 21.0285, kinh độ 105.8542. Không biết thì bỏ trống cả hai ô.',
    en: 'These are no coordinates within Vietnam. Such as: latitude 21.0285, longitude 105.8542. If you do not know, leave both empty.',
  },
  mapLabel: { vi: 'Bản đồ để chọn điểm', en: 'Map to choose a point' },
  mapHint: {
    vi: 'Kéo bản đồ, hoặc dùng các phím mũi tên, phím + và phím −, để dấu tròn đỏ ở giữa nằm đúng chỗ, rồi bấm “Lấy điểm ở giữa” hoặc phím Enter.',
    en: 'Drag the map, or use the arrow keys and the + and − keys, until the red ring in the middle is in the right place; then press “Take the middle” or Enter.',
  },
  take: { vi: 'Lấy điểm ở giữa', en: 'Take the middle' },
  taken: { vi: 'Đã lấy điểm:', en: 'Point taken:' },
  askPosition: { vi: 'Dùng vị trí của máy', en: 'Use where this device is' },
  askPositionHint: {
    vi: '“Dùng vị trí của máy”: trình duyệt sẽ hỏi bạn có đồng ý không. Vị trí chỉ được điền vào hai ô tọa độ ở đây để bạn xem lại, và chỉ gửi đi cùng phản ánh khi bạn bấm “Gửi”.',
    en: '“Use where this device is”: your browser asks whether you agree. The position is written into the two fields here for you to look at, and is sent with the report only when you press “Send”.',
  },
  asking: { vi: 'Đang hỏi vị trí của máy…', en: 'Asking the device where it is…' },
  positioned: {
    vi: 'Đã điền vị trí của máy, sai số khoảng {m} m.',
    en: 'The position of the device is filled in, to about {m} m.',
  },
  noPosition: {
    vi: 'Không lấy được vị trí của máy. Bạn có thể chọn điểm trên bản đồ hoặc chỉ ghi địa điểm.',
    en: 'The device did not tell where it is. You can choose a point, or describe the place alone.',
  },
  similar: { vi: 'Có thể việc này đã có người phản ánh', en: 'Somebody may have reported this already' },
  similarHint: {
    vi: 'Nếu đúng là việc của bạn, bấm “Tôi cũng gặp” là đủ, không cần gửi thêm. Nếu khác, mời bạn gửi tiếp ở cuối trang.',
    en: 'If it is what you mean, press “Me too” and you are done. If not, please go on at the end of the page.',
  },
  metres: { vi: 'cách khoảng {n} m', en: 'about {n} m away' },
  notGiven: { vi: 'Không ghi', en: 'Not given' },
} as const satisfies Messages
