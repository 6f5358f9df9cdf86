import type { Messages } from '../../web/message.ts'

/** Words that stand in every form of the public face. */
export const formMessages = {
  refused: { vi: 'Chưa gửi được. Hãy sửa những chỗ sau:', en: 'Not sent yet. Please mend the following:' },
  trap: { vi: 'Bỏ trống ô này', en: 'Leave this empty' },
} as const satisfies Messages
