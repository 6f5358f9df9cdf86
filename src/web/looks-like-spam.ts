import { fold } from './vietnamese.ts'

/** Why a text of a reader is kept out of sight until somebody looks: it leads elsewhere, or advertises gambling and loans. */
export type Suspicion = 'links' | 'gambling'

const link =
  /https?:|www\.|\[url|<a\s|(?<![\p{L}\d@])[a-z0-9-]+\.(?:com|net|org|info|xyz|top|vip|club|io|cc|link|shop|online|site|bet|win|me)(?![\p{L}\d])/iu

/** Words of advertisements for gambling and loans. Each is looked for as it stands and without diacritics; nhà cải tạo is no nhà cái. */
const advertised = [
  'cá độ bóng đá',
  'nhà cái',
  'nổ hũ',
  'tài xỉu',
  'soi cầu',
  'lô đề online',
  'đánh đề online',
  'đá gà trực tiếp',
  'bắn cá đổi thưởng',
  'game bài đổi thưởng',
  'xóc đĩa online',
  'vay tiền nhanh',
  'vay tiền online',
  'casino',
  'jackpot',
  'w88',
  'fb88',
  'bk8',
  'kubet',
  '8xbet',
  'sunwin',
  'go88',
  'hitclub',
  '789club',
  'bet88',
]
const advertisement = new RegExp(
  `(?<![\\p{L}\\d])(?:${advertised.flatMap((words) => [words, fold(words)]).join('|')})(?![\\p{L}\\d])`,
  'u',
)

/** Whether a text advertises gambling or loans. */
export const advertises = (text: string): boolean => advertisement.test(text.normalize('NFC').toLowerCase())

/** How many links a text holds. */
export const linksIn = (text: string): number => text.match(new RegExp(link, 'giu'))?.length ?? 0

/** Looks at a text as it was typed. Never refuses: what is suspected is flagged, not lost. */
export const looksLikeSpam = (text: string): Suspicion | null =>
  advertises(text) ? 'gambling' : link.test(text) ? 'links' : null
