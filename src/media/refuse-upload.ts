import { Refused } from '../refusals.ts'
import { fill, type Message } from '../web/message.ts'

/** Why a file is not taken, each with what to do instead. */
export const uploadRefusals = {
  'file-empty': {
    vi: 'Tệp rỗng. Hãy mở tệp trên máy để kiểm tra rồi tải lại.',
    en: 'The file is empty. Open it on your computer to check it, then upload it again.',
  },
  'image-too-heavy': {
    vi: 'Ảnh nặng quá 30 MB. Hãy thu nhỏ ảnh hoặc lưu lại dạng JPEG rồi tải lại.',
    en: 'The picture is larger than 30 MB. Scale it down or save it as JPEG.',
  },
  'image-too-large': {
    vi: 'Ảnh quá 60 triệu điểm ảnh (kể cả mọi khung hình của ảnh động). Hãy thu nhỏ ảnh rồi tải lại.',
    en: 'The picture has more than 60 million pixels (all frames counted). Scale it down.',
  },
  'document-too-heavy': {
    vi: 'Tệp nặng quá 100 MB. Hãy nén hoặc chia tệp thành nhiều phần rồi tải lại.',
    en: 'The file is larger than 100 MB. Compress or split it.',
  },
  'file-broken': {
    vi: 'Tệp bị hỏng hoặc chưa tải trọn vẹn. Hãy mở tệp trên máy để kiểm tra, lưu lại rồi tải lại.',
    en: 'The file is damaged or incomplete. Open it on your computer, save it again and upload that.',
  },
  'file-disguised': {
    vi: 'Tệp chứa thêm dữ liệu của một loại tệp khác. Hãy mở tệp bằng phần mềm gốc, lưu lại thành tệp mới rồi tải lại.',
    en: 'The file carries data of another type. Open it in its own program, save it as a new file and upload that.',
  },
  'svg-refused': {
    vi: 'Không nhận ảnh SVG vì có thể chứa mã chạy. Hãy xuất ảnh ra PNG rồi tải lại.',
    en: 'SVG is not taken because it can carry script. Export it as PNG.',
  },
  'heic-refused': {
    vi: 'Không đọc được ảnh HEIC của điện thoại. Hãy đổi sang JPEG (iPhone: Cài đặt → Camera → Định dạng → Tương thích nhất) rồi tải lại.',
    en: 'HEIC pictures cannot be read. Convert to JPEG (iPhone: Settings → Camera → Formats → Most Compatible).',
  },
  'picture-type-refused': {
    vi: 'Loại ảnh này không hiển thị được trên mọi máy. Hãy lưu lại dạng JPEG hoặc PNG rồi tải lại.',
    en: 'Not every device shows this type of picture. Save it as JPEG or PNG.',
  },
  'old-office-refused': {
    vi: 'Không nhận tệp Office đời cũ (.doc, .xls, .ppt). Hãy lưu lại dạng .docx, .xlsx, .pptx hoặc PDF rồi tải lại.',
    en: 'Old Office files (.doc, .xls, .ppt) are not taken. Save as .docx, .xlsx, .pptx or PDF.',
  },
  'macro-refused': {
    vi: 'Tệp có chứa macro nên không được nhận. Hãy lưu lại dạng không có macro (.docx, .xlsx, .pptx) hoặc PDF.',
    en: 'The file carries macros. Save it without macros (.docx, .xlsx, .pptx) or as PDF.',
  },
  'archive-refused': {
    vi: 'Không nhận tệp nén (.zip, .rar, .7z). Hãy giải nén rồi tải từng tệp, để người đọc mở được ngay trên điện thoại.',
    en: 'Archives (.zip, .rar, .7z) are not taken. Unpack and upload each file, so that readers can open them on a phone.',
  },
  'film-too-heavy': {
    vi: 'Video nặng quá {megabytes} MB. Hãy xuất lại ở cỡ 720p hoặc bitrate thấp hơn (khoảng 2 Mbit/s) rồi tải lại.',
    en: 'The film is larger than {megabytes} MB. Export it at 720p or a lower bitrate (about 2 Mbit/s).',
  },
  'film-container-refused': {
    vi: 'Kiểu tệp video này (MOV, AVI, MKV…) không phát được trên mọi trình duyệt. Hãy đổi sang MP4, hình H.264, tiếng AAC (phần mềm miễn phí HandBrake, mẫu “Fast 720p30”) rồi tải lại.',
    en: 'This type of video file (MOV, AVI, MKV…) does not play in every browser. Convert it to MP4 with H.264 picture and AAC sound (HandBrake, free, preset “Fast 720p30”).',
  },
  'film-picture-refused': {
    vi: 'Hình của video dùng mã {codec}, nhiều máy không phát được. Hãy xuất lại dạng MP4, hình H.264, tiếng AAC (HandBrake, mẫu “Fast 720p30”; iPhone: Cài đặt → Camera → Định dạng → Tương thích nhất) rồi tải lại.',
    en: 'The picture of the film is {codec}, which many devices do not play. Export it as MP4 with H.264 picture and AAC sound (HandBrake, preset “Fast 720p30”; iPhone: Settings → Camera → Formats → Most Compatible).',
  },
  'film-sound-refused': {
    vi: 'Tiếng của video dùng mã {codec}, trình duyệt không phát được. Hãy xuất lại dạng MP4, hình H.264, tiếng AAC (HandBrake, mẫu “Fast 720p30”) rồi tải lại.',
    en: 'The sound of the film is {codec}, which browsers do not play. Export it as MP4 with H.264 picture and AAC sound (HandBrake, preset “Fast 720p30”).',
  },
  'film-no-picture': {
    vi: 'Tệp này không có hình. Nếu là ghi âm, hãy lưu lại dạng MP3 rồi tải lên như tệp đính kèm.',
    en: 'This file has no picture. A recording of sound is uploaded as MP3, as an attachment.',
  },
  'film-no-duration': {
    vi: 'Video không ghi độ dài nên người xem không tua được. Hãy mở bằng phần mềm dựng phim (hoặc HandBrake) và xuất lại dạng MP4 rồi tải lại.',
    en: 'The film does not say how long it is, so nobody could seek in it. Export it again as MP4 with an editing program or HandBrake.',
  },
  'film-too-long': {
    vi: 'Video dài quá 12 giờ. Hãy chia thành nhiều phần rồi tải từng phần.',
    en: 'The film is longer than 12 hours. Split it.',
  },
  'film-too-large': {
    vi: 'Khung hình video lớn hơn 4096 điểm ảnh một cạnh. Hãy xuất lại ở cỡ 1080p hoặc 720p rồi tải lại.',
    en: 'The picture of the film is larger than 4096 pixels a side. Export it at 1080p or 720p.',
  },
  'captions-encoding': {
    vi: 'Tệp phụ đề không phải mã UTF-8. Hãy mở bằng Notepad, chọn Lưu thành, Mã hóa: UTF-8, rồi tải lại.',
    en: 'The captions are not UTF-8. Open them in Notepad, choose Save as, Encoding: UTF-8, and upload that.',
  },
  'captions-empty': {
    vi: 'Tệp phụ đề không có câu nào. Hãy kiểm tra lại tệp .vtt hoặc .srt.',
    en: 'The captions hold no words. Check the .vtt or .srt file.',
  },
  'captions-broken': {
    vi: 'Dòng {line} của tệp phụ đề không đọc được mốc thời gian. Viết theo dạng 00:00:05.000 --> 00:00:08.000 rồi tải lại.',
    en: 'Line {line} of the captions has times that cannot be read. Write them as 00:00:05.000 --> 00:00:08.000.',
  },
  'captions-times': {
    vi: 'Dòng {line} của tệp phụ đề: thời điểm kết thúc phải sau thời điểm bắt đầu, và không quá 12 giờ. Hãy sửa rồi tải lại.',
    en: 'Line {line} of the captions: the end must come after the beginning, and within 12 hours.',
  },
  'captions-long-line': {
    vi: 'Câu phụ đề ở dòng {line} dài quá 1.000 ký tự. Hãy chia thành nhiều câu ngắn, mỗi câu tối đa hai dòng.',
    en: 'The caption at line {line} is longer than 1,000 characters. Split it into short ones.',
  },
  'captions-too-long': {
    vi: 'Tệp phụ đề quá 2 MB hoặc quá 10.000 câu. Hãy kiểm tra lại tệp.',
    en: 'The captions are larger than 2 MB or hold more than 10,000 cues. Check the file.',
  },
  'type-refused': {
    vi: 'Loại tệp này không được nhận. Nhận ảnh JPEG, PNG, WebP, AVIF, GIF; video MP4, WebM; phụ đề VTT, SRT; tệp PDF, DOCX, XLSX, PPTX, ODT, ODS, MP3.',
    en: 'This type of file is not taken. Taken are JPEG, PNG, WebP, AVIF, GIF; MP4, WebM; VTT, SRT; PDF, DOCX, XLSX, PPTX, ODT, ODS, MP3.',
  },
} as const satisfies Record<string, Message>
export type UploadRefusal = keyof typeof uploadRefusals

/** The refusal of an upload with its one reason, the places of its sentence filled. */
export const refusedUpload = (code: UploadRefusal, values: Record<string, string | number> = {}): Refused => {
  return new Refused('upload', [{ code, message: { vi: fill(uploadRefusals[code].vi, values) } }])
}
