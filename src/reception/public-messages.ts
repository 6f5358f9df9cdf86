import type { Messages } from '../web/message.ts'

export const messages = {
  title: { vi: 'Lịch tiếp công dân', en: 'Citizen reception' },
  intro: {
    vi: 'Nơi, giờ và người tiếp công dân của cơ quan. Lịch của người đứng đầu được công bố trước ít nhất {duration} ({source}); thay đổi được ghi tại đây.',
    en: 'Where, when and by whom citizens are received. Sessions are announced at least {duration} before ({source}); changes are noted here.',
  },
  where: { vi: 'Tiếp công dân thường xuyên', en: 'Regular reception' },
  place: { vi: 'Địa điểm', en: 'Place' },
  hours: { vi: 'Thời gian', en: 'Hours' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  note: { vi: 'Lưu ý', en: 'Please note' },
  coming: { vi: 'Các buổi sắp tới', en: 'Sessions to come' },
  past: { vi: 'Các buổi đã qua', en: 'Past sessions' },
  noneComing: { vi: 'Chưa có buổi tiếp nào được công bố', en: 'No session is announced yet' },
  noneComingText: {
    vi: 'Mời ông/bà đến nơi tiếp công dân thường xuyên, hoặc gửi câu hỏi, phản ánh qua cổng.',
    en: 'Please come at the regular hours, or send a question through the portal.',
  },
  subscribe: { vi: 'Thêm vào lịch điện thoại (ICS)', en: 'Add to your calendar (ICS)' },
  time: { vi: 'Giờ', en: 'Time' },
  host: { vi: 'Người tiếp', en: 'Received by' },
  content: { vi: 'Nội dung dự kiến', en: 'Planned content' },
  participants: { vi: 'Thành phần tham dự', en: 'Also present' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  cancelled: { vi: 'Đã hủy', en: 'Called off' },
  changed: { vi: 'Đã thay đổi ngày {day}: {note}', en: 'Changed on {day}: {note}' },
  late: { vi: 'Công bố muộn hơn luật định vì: {reason}', en: 'Announced later than the law asks because: {reason}' },
  complaints: { vi: 'Gửi khiếu nại, tố cáo đúng hình thức', en: 'How to lodge complaints and denunciations' },
} as const satisfies Messages
