import type { Messages } from '../../web/message.ts'

export const messages = {
  title: { vi: 'Khiếu nại, tố cáo', en: 'Complaints and denunciations' },
  intro: {
    vi: 'Cách gửi khiếu nại, tố cáo đúng hình thức, và kết quả giải quyết được công khai theo luật.',
    en: 'How to lodge a complaint or a denunciation, and the results the law makes public.',
  },
  how: { vi: 'Gửi đúng cách', en: 'How to lodge' },
  denunciation: { vi: 'Tố cáo', en: 'Denunciations' },
  denunciationText: {
    vi: 'Tố cáo được gửi bằng đơn có chữ ký hoặc điểm chỉ, hoặc trình bày trực tiếp tại cơ quan có thẩm quyền (Luật Tố cáo 2018, Điều 22). Cổng không nhận đơn tố cáo qua mạng. Họ tên, địa chỉ, bút tích của người tố cáo được giữ bí mật.',
    en: 'A denunciation is lodged by a signed letter, or in person before the competent authority (Law on Denunciations 2018, article 22). The portal takes none online. Name, address and handwriting of who denounces are kept secret.',
  },
  arrived: {
    vi: 'Nếu nội dung tố cáo vẫn được gửi qua biểu mẫu khác của cổng, hệ thống niêm phong ngay: chỉ người được cử đích danh mới mở được, và mỗi lần mở đều được ghi lại.',
    en: 'If such words arrive through another form, they are sealed: only persons named one by one can open them, and every look is recorded.',
  },
  complaint: { vi: 'Khiếu nại', en: 'Complaints' },
  complaintText: {
    vi: 'Khiếu nại quyết định hành chính, hành vi hành chính được gửi bằng đơn hoặc trình bày trực tiếp. Cơ quan thụ lý hoặc trả lời không thụ lý trong {accept} ({acceptBasis}); giải quyết lần đầu trong {first}, vụ việc phức tạp {complex} kể từ ngày thụ lý ({firstBasis}).',
    en: 'A complaint against an administrative decision or act is made in writing or in person. It is accepted or refused within {accept} ({acceptBasis}), and decided within {first}, {complex} where it is complex ({firstBasis}).',
  },
  must: { vi: 'Đơn cần có', en: 'A letter needs' },
  mustList: {
    vi: 'Ngày, tháng, năm viết đơn · Họ tên, địa chỉ của người gửi · Nội dung, lý do và yêu cầu · Tài liệu kèm theo, nếu có · Chữ ký hoặc điểm chỉ',
    en: 'The date · Name and address of who writes · What it is about, why, and what is asked · Papers, if any · A signature or fingerprint',
  },
  where: { vi: 'Nơi nhận', en: 'Where' },
  whereText: {
    vi: 'Gửi đến {agency}, {address}, hoặc đến nơi tiếp công dân.',
    en: 'To {agency}, {address}, or to the reception of citizens.',
  },
  reception: { vi: 'Xem lịch tiếp công dân', en: 'Reception of citizens' },
  other: {
    vi: 'Muốn hỏi hoặc phản ánh việc hằng ngày, ông/bà gửi câu hỏi hoặc phản ánh, kiến nghị qua cổng.',
    en: 'For questions and everyday matters, send a question or feedback through the portal.',
  },
  question: { vi: 'Gửi câu hỏi', en: 'Send a question' },
  feedback: { vi: 'Gửi phản ánh, kiến nghị', en: 'Send feedback' },
  results: { vi: 'Kết quả giải quyết', en: 'Results' },
  none: { vi: 'Chưa có kết quả nào được công khai', en: 'No result is public yet' },
  noneText: {
    vi: 'Quyết định giải quyết khiếu nại lần hai và kết luận nội dung tố cáo sẽ được đăng tại đây, sau khi che thông tin nhận dạng.',
    en: 'Second decisions on complaints and conclusions on denunciations appear here, with nothing that identifies who lodged them.',
  },
  signed: { vi: 'Số {number}, ký ngày {day}', en: 'No. {number}, signed on {day}' },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  signedOn: { vi: 'Ngày ký', en: 'Signed on' },
  published: { vi: 'Công khai ngày', en: 'Public since' },
  masked: {
    vi: 'Thông tin nhận dạng người khiếu nại, người tố cáo đã được che theo quy định.',
    en: 'What would identify who complained or denounced was removed, as the law asks.',
  },
  toAll: { vi: 'Về trang Khiếu nại, tố cáo', en: 'All results' },
  withdrawn: { vi: 'Văn bản đã được gỡ', en: 'Withdrawn' },
} as const satisfies Messages
