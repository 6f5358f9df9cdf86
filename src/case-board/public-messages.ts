import type { Messages } from '../web/message.ts'

export const messages = {
  title: { vi: 'Kết quả trả lời người dân', en: 'How timely we answer' },
  intro: {
    vi: 'Câu hỏi, phản ánh và cuộc gọi của người dân được trả lời đúng hạn ra sao trong 12 tháng gần nhất.',
    en: 'How timely questions, feedback and calls were answered in the last twelve months.',
  },
  here: { vi: 'Cổng này, theo lĩnh vực', en: 'This portal, by field' },
  portals: { vi: 'Các cổng trong mạng lưới', en: 'Portals of the network' },
  portal: { vi: 'Cổng', en: 'Portal' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  noField: { vi: 'Chưa ghi lĩnh vực', en: 'No field' },
  answers: { vi: 'Đã trả lời', en: 'Answered' },
  onTime: { vi: 'Đúng hạn', en: 'In time' },
  median: { vi: 'Số ngày', en: 'Days' },
  days: { vi: '{n} ngày làm việc', en: '{n} working days' },
  none: { vi: 'Chưa có câu trả lời nào trong 12 tháng qua', en: 'No answer in the last twelve months' },
  noneText: { vi: 'Số liệu hiện ở đây khi có câu trả lời đầu tiên.', en: 'Figures appear with the first answer.' },
  method: {
    vi: 'Cách tính: mỗi lần trả lời là một, tính cho cổng trả lời. Đúng hạn là trả lời trước khi hết hạn, hạn đã kể cả gia hạn và những ngày chờ người gửi bổ sung. Số ngày là trung vị: một nửa số lần trả lời không lâu hơn số ngày làm việc này. Cổng tự chọn có công khai số liệu hay không; tỷ lệ và trung vị chỉ nêu khi có từ {n} lần trả lời, ít hơn thì ghi dấu “–”.',
    en: 'How it is counted: each answer is one, for the portal that gave it. In time: before the clock ran out, extensions and days of waiting for the sender included. Days are the median: half of the answers took no more working days than this. A portal decides whether its figures are public; share and median are told from {n} answers on; “–” stands for fewer.',
  },
  ask: { vi: 'Gửi câu hỏi', en: 'Ask a question' },
  asOf: { vi: 'Cập nhật lúc {at}', en: 'As of {at}' },
} as const satisfies Messages
