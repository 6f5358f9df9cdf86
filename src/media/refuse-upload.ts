import { Refused } from '../refusals.ts'
import type { Message } from '../web/message.ts'

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
  'type-refused': {
    vi: 'Loại tệp này không được nhận. Nhận ảnh JPEG, PNG, WebP, AVIF, GIF; tệp PDF, DOCX, XLSX, PPTX, ODT, ODS, MP3, MP4.',
    en: 'This type of file is not taken. Taken are JPEG, PNG, WebP, AVIF, GIF; PDF, DOCX, XLSX, PPTX, ODT, ODS, MP3, MP4.',
  },
} as const satisfies Record<string, Message>
export type UploadRefusal = keyof typeof uploadRefusals

/** The refusal of an upload with its one reason. */
export const refusedUpload = (code: UploadRefusal): Refused =>
  new Refused('upload', [{ code, message: uploadRefusals[code] }])
