import type { ServerResponse } from 'node:http'

const sentences = {
  400: 'Địa chỉ không hợp lệ. (Bad request.)',
  405: 'Cổng không nhận cách gọi này. (Method not allowed.)',
  421: 'Không có cổng nào ở tên miền này. (No portal lives at this host.)',
  500: 'Hệ thống đang gặp lỗi, mời bạn thử lại sau ít phút. (Something went wrong.)',
  503: 'Cổng đang có rất nhiều người xem, mời bạn thử lại sau ít giây. (Too many readers at once.)',
} as const

/** One sentence for where no page can be drawn. `security`: header lines every answer carries. */
export function answerShort(
  response: ServerResponse,
  status: keyof typeof sentences,
  security: readonly string[],
): void {
  if (response.headersSent) return void response.destroy()
  const text = `${sentences[status]}\n`
  const lines = ['Content-Type', 'text/plain; charset=utf-8', 'Cache-Control', 'no-store', ...security]
  if (status === 405) lines.push('Allow', 'GET, HEAD, POST')
  if (status === 503) lines.push('Retry-After', '5')
  response.writeHead(status, [...lines, 'Content-Length', String(Buffer.byteLength(text))]).end(text)
}
