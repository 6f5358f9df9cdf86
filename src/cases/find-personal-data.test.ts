import { describe, expect, test } from 'vitest'
import { findPersonalData, maskPersonalData } from './find-personal-data.ts'

/** A line as people write it, and what stands in it of persons. Names and numbers are made up. */
const lines: readonly [line: string, ...found: (readonly [kind: string, text: string])[]][] = [
  // Telephones, grouped any way.
  ['Liên hệ với tôi qua số 0912345678 sau giờ làm.', ['phone', '0912345678']],
  ['SĐT: 0912.345.678', ['phone', '0912.345.678']],
  ['gọi 091 234 56 78 giúp tôi', ['phone', '091 234 56 78']],
  ['ĐT 09-1234-5678, cảm ơn', ['phone', '09-1234-5678']],
  ['zalo (+84) 912 345 678', ['phone', '(+84) 912 345 678']],
  ['so dien thoai cua toi la +84912345678', ['phone', '+84912345678']],
  ['Điện thoại ０９１２３４５６７８ nhé', ['phone', '０９１２３４５６７８']],
  ['số máy O912 345 678', ['phone', 'O912 345 678']],
  ['máy bàn nhà tôi 024 3999 0000', ['phone', '024 3999 0000']],
  ['máy bàn (0203) 3999 000', ['phone', '(0203) 3999 000']],
  ['số cũ của tôi là 0168 399 9000', ['phone', '0168 399 9000']],
  ['gọi 84912345678 gấp', ['phone', '84912345678']],
  ['năm 2024 0912345678 vẫn liên lạc được', ['phone', '0912345678']],
  ['gọi 0912345678 hoặc 0987654321', ['phone', '0912345678'], ['phone', '0987654321']],
  // Mail.
  ['thư về lan.nguyen+don@gmail.com nhé', ['email', 'lan.nguyen+don@gmail.com']],
  ['mail: hoa_tran (at) yahoo.com.vn', ['email', 'hoa_tran (at) yahoo.com.vn']],
  ['ｌａｎ＠gmail.com', ['email', 'ｌａｎ＠gmail.com']],
  // Papers.
  ['CCCD số 001085012345 cấp ngày 12/3/2022', ['identity', '001085012345']],
  ['căn cước công dân: 001 085 012 345', ['identity', '001 085 012 345']],
  ['can cuoc 0010 8501 2345', ['identity', '0010 8501 2345']],
  ['số 001085012345', ['identity', '001085012345']],
  ['CMND 012345678', ['identity', '012345678']],
  ['chứng minh nhân dân số 012 345 678', ['identity', '012 345 678']],
  ['CCCD: ００１０８５０１２３４５', ['identity', '００１０８５０１２３４５']],
  ['mã số bảo hiểm xã hội 0123456789', ['identity', '0123456789']],
  ['hộ chiếu C1234567', ['passport', 'C1234567']],
  ['passport no. b12345678', ['passport', 'b12345678']],
  ['mang theo B12345678 khi đến', ['passport', 'B12345678']],
  // Bank accounts.
  ['STK 19036666888012 Techcombank', ['bank-account', '19036666888012']],
  ['số tài khoản: 0011 0040 12345', ['bank-account', '0011 0040 12345']],
  ['so tk cua em 123456789 ngan hang MB', ['bank-account', '123456789']],
  ['chuyển vào 21510001234567 (BIDV)', ['bank-account', '21510001234567']],
  ['Vietcombank chi nhánh Ba Đình 0451000123456', ['bank-account', '0451000123456']],
  ['s.t.k 0912345678 VPBank', ['bank-account', '0912345678']],
  // Where somebody lives, and plots of land.
  ['nhà tôi ở số nhà 12 ngõ 34 phố Xuân La', ['address', 'số nhà 12 ngõ 34 phố Xuân La']],
  ['số 5 ngách 12/34 ngõ 56', ['address', 'số 5 ngách 12/34 ngõ 56']],
  ['hẻm 123/45 đường Lê Văn Sỹ', ['address', 'hẻm 123/45 đường Lê Văn Sỹ']],
  ['so nha 7, ngo 9', ['address', 'so nha 7, ngo 9']],
  ['kiệt 25 Trần Phú', ['address', 'kiệt 25 Trần Phú']],
  ['thửa đất số 125, tờ bản đồ số 7', ['address', 'thửa đất số 125, tờ bản đồ số 7']],
  ['thua 125 to ban do 7', ['address', 'thua 125 to ban do 7']],
  ['căn hộ 1203 tòa CT1', ['address', 'căn hộ 1203 tòa CT1']],
  ['Phòng 502 chung cư B4', ['address', 'Phòng 502 chung cư B4']],
  ['thường trú tại 25 Đội Cấn', ['address', '25 Đội Cấn']],
  // Plates.
  ['xe 29A-123.45 đỗ chắn cổng', ['plate', '29A-123.45']],
  ['xe máy 30E1 234.56', ['plate', '30E1 234.56']],
  ['biển số 29x3-1234', ['plate', '29x3-1234']],
  ['ô tô 51F 12345', ['plate', '51F 12345']],
  ['xe 80NG-123.45', ['plate', '80NG-123.45']],
  // Births.
  ['sinh ngày 12/03/1985', ['birth-date', '12/03/1985']],
  ['Ngày sinh: 12-3-1985', ['birth-date', '12-3-1985']],
  ['sinh năm 1985 tại Hà Nội', ['birth-date', '1985']],
  ['sinh ngày 5 tháng 6 năm 1990', ['birth-date', '5 tháng 6 năm 1990']],
  ['(SN 1978)', ['birth-date', '1978']],
  // Names.
  ['ông Nguyễn Văn Thử lấn chiếm vỉa hè', ['name', 'Nguyễn Văn Thử']],
  ['bà Trần Thị Thử Nghiệm', ['name', 'Trần Thị Thử Nghiệm']],
  ['anh Tuấn nhà bên cạnh', ['name', 'Tuấn']],
  ['chị Hoa bán nước', ['name', 'Hoa']],
  ['ba Tran Thi Thu va ong Le Van Thu', ['name', 'Tran Thi Thu'], ['name', 'Le Van Thu']],
  ['Tôi tên là Phạm Thị Mẫu, ở phường', ['name', 'Phạm Thị Mẫu']],
  ['toi ten la pham thi mau, o phuong', ['name', 'pham thi mau']],
  ['Họ và tên: ĐỖ VĂN MẪU', ['name', 'ĐỖ VĂN MẪU']],
  ['Ông (bà) Lê Thị Mẫu', ['name', 'Lê Thị Mẫu']],
  ['Tôi là Vũ Văn Mẫu.', ['name', 'Vũ Văn Mẫu']],
  ['cháu Minh học lớp 3', ['name', 'Minh']],
  ['cô Lan chủ nhiệm', ['name', 'Lan']],
  ['Em tên Trần văn mẫu, muốn hỏi thủ tục', ['name', 'Trần văn mẫu']],
  ['chị Anh và anh Chi', ['name', 'Anh'], ['name', 'Chi']],
  ['tôi ở 25/3 Nguyễn Trãi', ['address', '25/3 Nguyễn Trãi']],
  ['trú tại số 15B ngách 36/12 ngõ 92 đường Đào Tấn', ['address', 'số 15B ngách 36/12 ngõ 92 đường Đào Tấn']],
  ['số 0912345678/0987654321', ['phone', '0912345678'], ['phone', '0987654321']],
  // Several at once.
  [
    'Tôi là Hoàng Thị Mẫu, CCCD 001085012345, ĐT 0912 345 678',
    ['name', 'Hoàng Thị Mẫu'],
    ['identity', '001085012345'],
    ['phone', '0912 345 678'],
  ],
  // What stands.
  ['Gọi tổng đài 1022 để phản ánh.'],
  ['Hotline 1900 9095, 1800 1091; cấp cứu 115, 113, 114'],
  ['Đường dây nóng của Ủy ban: 024 3999 0000'],
  ['Quyết định số 123/QĐ-UBND ngày 12/3/2024'],
  ['Nghị định số 61/2018/NĐ-CP, khoản 2 Điều 13'],
  ['Hồ sơ số 000.00.30.H26-240101-0001'],
  ['Mã thủ tục 1.004227.000.00.00.H26'],
  ['Thủ tục 2.000815'],
  ['kinh phí 1.250.000.000 đồng'],
  ['tổng số 150000000 đồng, đã chi 84.912.345.678 đồng'],
  ['mức phạt từ 500.000 đến 1.000.000 đồng'],
  ['trong các năm 2019, 2020, 2021 và 2022'],
  ['từ ngày 03.05.2021 10 giờ đến 03-05-2021 11 giờ'],
  ['các ngày 05, 07, 09, 10, 12 tháng 8'],
  ['diện tích 120,5 m2, dài 1234567 m2'],
  ['Mã số thuế 0312345678 của công ty'],
  ['học sinh năm 2024, vệ sinh 2023, phát sinh năm 2022'],
  ['nhà 5 tầng, ngô 5 tấn, thừa 12 người, cần 3 bản'],
  ['Trụ sở UBND phường: số 25 phố Liễu Giai'],
  ['phường Ba Đình, phố Bà Triệu, tỉnh Bà Rịa - Vũng Tàu, đảo Cô Tô'],
  ['Ông Chủ tịch UBND phường đã trả lời; bà Giám đốc Sở'],
  ['ông N.V.A và bà T.T.B đã được mời'],
  ['Kính gửi anh chị em cán bộ, ông bà và các cháu'],
  ['Thư gửi về vanthu@hanoi.gov.vn'],
  ['Công văn 2345/UBND-ĐT và tờ trình 15/TTr-UBND'],
  ['Xe buýt 29 chạy 15 phút một chuyến, làn BRT01'],
  ['Nộp 02 bản, tại quầy số 5, từ 7h30 đến 11h30'],
  ['Điểm 10, khoản 3, Điều 12 Luật 148/2025/QH15'],
  ['tọa độ 21.03456, 105.81234'],
  ['Việt Nam - Anh Quốc, nước Anh Quốc'],
  ['tài khoản định danh mức 2 trên VNeID'],
  ['Số tài khoản 3511.0.1234567.00000 tại Kho bạc Nhà nước Ba Đình'],
  ['thầy Hiệu trưởng, bác sĩ Trưởng khoa, bà Phó Chủ tịch, ông Trưởng phòng'],
  ['Anh Chị cho em hỏi; Ông Bà vui lòng; Anh/Chị điền vào mẫu'],
  ['Giấy chứng nhận số BĐ 123456, số seri AA 00123456, mã đơn 123456789'],
  ['Thời gian: 8h00 - 11h30, 13h30 - 17h00; đường rộng 5m, dài 120m'],
  ['Chủ tịch Hồ Chí Minh, đường Hồ Chí Minh, TP. Hồ Chí Minh'],
]

describe('personal data in a text', () => {
  test.each(lines)('%s', (line, ...found) => {
    expect(findPersonalData(line).map(({ kind, text }) => [kind, text])).toEqual(found)
  })

  test('is found at its place also where letters are written in parts, and blanks are of any kind', () => {
    const line = 'Tôi tên là Phạm Thị Mẫu,\u00a0ĐT 0912\u00a0345\u202f678'.normalize('NFD')
    const found = findPersonalData(line)
    expect(found.map(({ kind }) => kind)).toEqual(['name', 'phone'])
    for (const { from, to, text } of found) expect(line.slice(from, to)).toBe(text)
    expect(found[0]!.text.normalize('NFC')).toBe('Phạm Thị Mẫu')
  })

  test('is masked by its kind, and a second look finds nothing', () => {
    const line =
      'Tôi tên là Phạm Thị Mẫu, sinh năm 1985, CCCD 001085012345, số nhà 12 ngõ 34 phố Xuân La, gọi 0912.345.678.'
    const masked = maskPersonalData(line, findPersonalData(line))
    expect(masked).toBe('Tôi tên là P.T.M., sinh năm [ngày sinh], CCCD [số giấy tờ], [địa chỉ], gọi [số điện thoại].')
    expect(findPersonalData(masked)).toEqual([])
  })

  test('takes no long time on texts made to hold it up', () => {
    const started = performance.now()
    for (const text of [
      '0'.repeat(30_000),
      '0 '.repeat(15_000),
      'ông A '.repeat(5000),
      'tai khoan '.repeat(3000),
      'ngõ 1/'.repeat(5000),
      `${'a'.repeat(15_000)}@${'a.'.repeat(7000)}`,
    ])
      findPersonalData(text)
    expect(performance.now() - started).toBeLessThan(4000)
  })
})
