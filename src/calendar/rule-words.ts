import { fill, type Language, type Message, type Say } from '../web/message.ts'
import type { Duration } from './deadline.ts'
import type { Basis, RuleStatus } from './rules.ts'
import type { DayMark } from './working-days.ts'

/** How far a figure or a day is known, in words. */
export const markNames: Readonly<Record<DayMark, Message>> = {
  computed: { vi: 'Tính theo luật', en: 'Follows from the law' },
  text: { vi: 'Đã đọc văn bản', en: 'Text read' },
  codified: { vi: 'Theo bản pháp điển', en: 'Codified text' },
  'second-hand': { vi: 'Theo nguồn thứ cấp', en: 'Second-hand' },
  unverified: { vi: 'Chưa kiểm chứng', en: 'Not verified' },
}

export const statusNames: Readonly<Record<RuleStatus, Message>> = {
  law: { vi: 'Đang có hiệu lực', en: 'In force' },
  preset: { vi: 'Văn bản đã hết hiệu lực, giữ làm mặc định', en: 'No longer in force, kept as a default' },
  own: { vi: 'Mặc định của phần mềm', en: 'Default of this software' },
}

const unitNames: Readonly<Record<Duration['unit'], { one: Message; many: Message }>> = {
  working_days: {
    one: { vi: '{amount} ngày làm việc', en: '{amount} working day' },
    many: { vi: '{amount} ngày làm việc', en: '{amount} working days' },
  },
  days: { one: { vi: '{amount} ngày', en: '{amount} day' }, many: { vi: '{amount} ngày', en: '{amount} days' } },
  hours: { one: { vi: '{amount} giờ', en: '{amount} hour' }, many: { vi: '{amount} giờ', en: '{amount} hours' } },
}

/** 15 ngày làm việc — English: 15 working days. */
export const durationText = ({ amount, unit }: Duration, say: Say): string =>
  fill(say(unitNames[unit][amount === 1 ? 'one' : 'many']), { amount })

/** Nghị định số 224/2026/NĐ-CP, Điều 13 — English: Decree 224/2026/NĐ-CP, article 13. */
export function basisText({ instrument, article, clause, point }: Basis, language: Language): string {
  const words = language === 'vi' ? parts.vi : parts.en
  const rest = [
    article && ` ${words.article} ${article}`,
    clause && ` ${words.clause} ${clause}`,
    point && ` ${words.point} ${point}`,
  ].filter(Boolean)
  const name = language === 'vi' ? instrument : englishName(instrument)
  return rest.length === 0 ? name : `${name},${rest.join(language === 'vi' ? '' : ',')}`
}

const parts = {
  vi: { article: 'Điều', clause: 'khoản', point: 'điểm' },
  en: { article: 'article', clause: 'clause', point: 'point' },
} as const

/** The kind of a document in English; its number is what finds it. */
const englishName = (instrument: string): string =>
  instrument
    .replace(/^Nghị định số /, 'Decree ')
    .replace(/^Luật .+ số (\S+)$/, 'Law $1')
    .replace(/^Công điện số (\S+) ngày (\S+)$/, 'Official telegram $1 of $2')
    .replace(/^Mặc định của phần mềm$/, 'Default of this software')
