import type { Messages } from '../web/message.ts'

/** Words people meet who ask the authorities a question. */
export const messages = {
  title: { vi: 'Gửi câu hỏi', en: 'Ask a question' },
  lead: {
    vi: 'Cơ quan trả lời câu hỏi của bạn và báo cho bạn biết thời hạn ngay khi nhận. Bạn không cần đăng nhập và không bắt buộc cho biết mình là ai.',
    en: 'The agency answers your question and tells you by when as soon as it is received. You need not sign in, nor say who you are.',
  },
  stepQuestion: { vi: 'Câu hỏi', en: 'Your question' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  fieldHint: { vi: 'Nếu không rõ, hãy chọn lĩnh vực gần nhất.', en: 'If unsure, choose the nearest one.' },
  fieldNone: { vi: 'Chọn lĩnh vực', en: 'Choose a field' },
  fieldMissing: { vi: 'Hãy chọn lĩnh vực của câu hỏi.', en: 'Please choose the field of your question.' },
  short: { vi: 'Câu hỏi ngắn gọn', en: 'Your question in one line' },
  shortHint: {
    vi: 'Một câu, từ {from} đến {to} ký tự. Ví dụ: “Thủ tục đăng ký tạm trú cần giấy tờ gì?”',
    en: 'One sentence of {from} to {to} characters.',
  },
  body: { vi: 'Nội dung chi tiết', en: 'The details' },
  bodyHint: {
    vi: 'Việc xảy ra ở đâu, khi nào, bạn đã hỏi ai chưa. Từ {from} đến {to} ký tự. Xin không ghi số giấy tờ, số điện thoại của mình hay của người khác ở đây.',
    en: 'Where and when it happens, whom you asked already. {from} to {to} characters. Please write no identity or telephone numbers here, yours or anybody’s.',
  },
  similar: { vi: 'Có thể câu hỏi của bạn đã được trả lời', en: 'Your question may be answered already' },
  similarHint: {
    vi: 'Nếu thấy câu trả lời ở đây, bạn không cần gửi nữa.',
    en: 'If you find your answer here, there is nothing left to send.',
  },
  answeredOn: { vi: 'Trả lời ngày {day}', en: 'Answered on {day}' },
  checkQuestion: { vi: 'Câu hỏi của bạn', en: 'Your question' },
  checkSender: { vi: 'Người gửi', en: 'Who sends it' },
  files: { vi: 'Tệp gửi kèm', en: 'Files' },
  denunciation: { vi: 'Tố cáo không gửi qua biểu mẫu này', en: 'A denunciation cannot be sent here' },
  denunciationText: {
    vi: 'Nội dung bạn viết có vẻ là tố cáo. Pháp luật không cho tố cáo qua biểu mẫu trên mạng, và tố cáo gửi vào đây sẽ không được bảo vệ như luật định: chưa có gì được gửi đi.',
    en: 'What you wrote seems to be a denunciation. The law does not let one be lodged through a form on the web, and here it would not be protected as the law demands: nothing was sent.',
  },
  denunciationHow: {
    vi: 'Cách tố cáo đúng quy định và nơi nhận',
    en: 'How and where to lodge a denunciation',
  },
  denunciationBack: {
    vi: 'Nếu đây chỉ là câu hỏi (ví dụ hỏi về thủ tục tố cáo), bạn đánh dấu vào ô dưới đây rồi tiếp tục.',
    en: 'If this is a question only (say, how a denunciation is lodged), tick the box below and go on.',
  },
  onlyAsks: {
    vi: 'Đây là câu hỏi, không phải tố cáo một người hay một cơ quan.',
    en: 'This is a question, not a denunciation of a person or an agency.',
  },
} as const satisfies Messages
