import QRCode from 'qrcode'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { qrCode, qrSvg } from './qr-code.ts'

const address =
  'https://badinh.hanoi.gov.vn/bai-viet/ba-chiec-xo-o-ngo-nho-va-chuyen-phan-loai-rac-khong-chi-nam-tren-to-roi'

test('who scans the picture meets every module of the code, with the white margin around it', async () => {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' })
  const { size, line } = qrCode(address)
  const scale = 8
  const picture = await sharp(Buffer.from(qrSvg(address, 'Bài <đầu> & cuối')))
    .resize(size * scale)
    .greyscale()
    .raw()
    .toBuffer()
  const isDark = (row: number, column: number): boolean =>
    picture[(row * scale + scale / 2) * size * scale + column * scale + scale / 2]! < 128
  const wrong: string[] = []
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const inside = row >= 4 && column >= 4 && row < size - 4 && column < size - 4
      const wanted = inside && Boolean(modules.get(row - 4, column - 4))
      if (isDark(row, column) !== wanted) wrong.push(`${row}:${column}`)
    }
  expect(wrong).toEqual([])
  expect(line.length, 'it stands in every article').toBeLessThan(4000)
})
