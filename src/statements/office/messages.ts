import type { Messages } from '../../web/message.ts'

/** What the screens of self-assessments and channels say. */
export const messages = {
  assessments: { vi: 'Tuyên bố tiếp cận', en: 'Accessibility' },
  channels: { vi: 'Kênh thông tin', en: 'Channels' },
  assessmentsOf: { vi: 'Tự đánh giá khả năng tiếp cận: {site}', en: 'Accessibility self-assessments of {site}' },
  assessmentsIntro: {
    vi: 'Theo {source}, cơ quan định kỳ tự đánh giá khả năng tiếp cận và công khai kết quả. Lần gần nhất ghi ở đây hiện trên trang Tuyên bố về khả năng tiếp cận của cổng. Đã ghi thì không sửa, không xóa: có gì khác, hãy ghi lần đánh giá mới.',
    en: 'By {source}, the agency assesses itself from time to time and publishes the result. What is recorded stands; record another one where things change.',
  },
  record: { vi: 'Ghi kết quả tự đánh giá', en: 'Record a self-assessment' },
  assessedOn: { vi: 'Ngày tự đánh giá', en: 'Assessed on' },
  result: { vi: 'Kết quả', en: 'Result' },
  chooseResult: { vi: '— Chọn kết quả —', en: '— Choose —' },
  method: { vi: 'Đã đánh giá thế nào', en: 'How it was assessed' },
  methodHint: {
    vi: 'Ví dụ: Kiểm tra 20 trang bằng bàn phím, trình đọc màn hình NVDA và công cụ axe.',
    en: 'For example: 20 pages with the keyboard, NVDA and axe.',
  },
  gaps: { vi: 'Điểm còn hạn chế', en: 'Known gaps' },
  gapsHint: {
    vi: 'Mỗi dòng một điểm. Bắt buộc, trừ khi đáp ứng đầy đủ.',
    en: 'One a line; required unless all conforms.',
  },
  recorded: { vi: 'Các lần đã ghi', en: 'Recorded' },
  noAssessments: { vi: 'Chưa ghi lần tự đánh giá nào', en: 'None was recorded' },
  noAssessmentsText: {
    vi: 'Trang Tuyên bố về khả năng tiếp cận đang nói rõ rằng cơ quan chưa công bố kết quả.',
    en: 'The public statement says so.',
  },
  see: { vi: 'Xem trang công khai', en: 'See the public page' },
  saved: { vi: 'Đã lưu. Người đọc thấy ngay.', en: 'Saved. Readers see it at once.' },
  readOnly: { vi: 'Bạn xem được nhưng không sửa được.', en: 'You may read this, not change it.' },
  channelsOf: { vi: 'Kênh thông tin: {site}', en: 'Channels of {site}' },
  channelsIntro: {
    vi: 'Theo {source}, cơ quan quản lý và công khai danh sách kênh của mình: cổng, VNeID, mạng xã hội, tổng đài. Cổng này và điện thoại cơ quan tự đứng đầu danh sách.',
    en: 'By {source}, the agency keeps and publishes the list of its channels. This portal and the telephone stand first by themselves.',
  },
  addChannel: { vi: 'Thêm kênh', en: 'Add a channel' },
  kind: { vi: 'Loại kênh', en: 'Kind' },
  name: { vi: 'Tên kênh', en: 'Name' },
  href: { vi: 'Địa chỉ hoặc số điện thoại', en: 'Address or number' },
  hrefHint: { vi: 'Bắt đầu bằng https://, hoặc ghi số điện thoại.', en: 'https://, or a telephone number.' },
  purpose: { vi: 'Dùng vào việc gì', en: 'What it is for' },
  list: { vi: 'Danh sách', en: 'The list' },
  noChannels: { vi: 'Chưa ghi kênh nào', en: 'No channel was written' },
  noChannelsText: { vi: 'Hãy thêm các kênh cơ quan đang dùng.', en: 'Add the channels in use.' },
  change: { vi: 'Sửa', en: 'Change' },
  remove: { vi: 'Bỏ khỏi danh sách', en: 'Take off the list' },
} as const satisfies Messages
