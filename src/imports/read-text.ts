import { dateOf } from '../web/dates.ts'
import { cleanLine, cleanText, fold } from '../web/vietnamese.ts'
import { latestDayNamed, readPrintedDate } from './read-date.ts'
import { blankItem, type SourceItem } from './source-item.ts'

/** Words of pages around an article, folded: what menus, share buttons and print links leave in a copied text. */
const furniture = new Set([
  'trang chu',
  'home',
  'print',
  'in',
  'in trang',
  'in bai',
  'in bai viet',
  'ban in',
  'gui email',
  'gui mail',
  'email',
  'chia se',
  'chia se zalo',
  'chia se facebook',
  'facebook',
  'zalo',
  'tweet',
  'twitter',
  'share',
  'like',
  'thich',
  'luu',
  'luu bai',
  'quay lai',
  'tro ve',
  'dau trang',
  'nghe doc bai',
  'nghe bai viet',
  'co chu',
  'cac bai khac',
  'tin noi bat',
  'tin moi',
  'a- a a+',
])
/** Where the article is over and the page goes on. */
const ending =
  /^(tien ich thong tin|qr ?code\b|tin (lien quan|khac|cung chuyen muc|moi|da dua|noi bat)|cac (tin|bai|tin bai) (khac|lien quan)|bai (viet )?(lien quan|khac)|tu khoa|tags?\b|binh luan|y kien ban doc|chung toi tren|chia se|danh gia bai viet|luot xem|so lan xem)/
const dateLabel =
  /^(print|in trang)?\s*(ngay (dang|cap nhat|xuat ban)|cap nhat|dang (luc|ngay)|thoi gian|thu (hai|ba|tu|nam|sau|bay)|chu nhat|\d)/
const sourceLine = /^\(?\s*(?:nguồn(?: tin)?|theo)\s*[.:]?\s+(.+?)\)?$/iu
const longest = 160

/**
 * Reads an article copied or saved as text. Title: the line above the date, else the last line above the text that is no page furniture;
 * where the page shows it only at its foot (QR CODE: …), that one. Date and source from the lines that say so; what stands after the
 * end of the article is left out, and named. Paragraphs stay as they are. Without a date, the latest day the text names stands for it, and
 * the report says so: an old article must not come up as today's.
 */
export function readTextArticle(text: string, key: string): SourceItem {
  const all = linesOf(text)
  const dated = all.findIndex(isDateLine)
  const long = all.findIndex((line) => line.length > longest)
  // A headline may end like a sentence: above a date nothing is text yet.
  const first = all.findIndex((line, at) => isProse(line) && (dated < 0 || dated > long || at > dated))
  const head = first < 0 ? all : all.slice(0, first)
  const body = first < 0 ? [] : all.slice(first)
  const { title, publishedAt } = readHead(head)
  const foot = cutFoot(body)
  const printed = foot.left
    .map((line) => /^(?:QR ?CODE|Tiêu đề|Tên bài)\s*:\s*(.{10,})$/iu.exec(line)?.[1])
    .find(Boolean)
  const found = title || printed || ''
  const { paragraphs, source, author, notes } = readEnd(foot.kept, found)
  const named = found || firstSentence(paragraphs[0] ?? '')
  const guessed = publishedAt ? undefined : latestDayNamed(paragraphs.join('\n'), new Date())
  return {
    ...blankItem(key, named),
    body: { paragraphs },
    publishedAt: publishedAt ?? guessed,
    authors: author ? [author] : [],
    source: source || agencyOf(paragraphs[0] ?? ''),
    notes: [
      ...notes,
      ...(guessed ? [`không có ngày đăng: lấy ngày muộn nhất nêu trong bài (${dateOf(guessed)}), cần kiểm tra`] : []),
      ...(found || !named ? [] : ['không có tiêu đề riêng: lấy câu đầu của bài']),
      ...(foot.left.length > 0 ? [`bỏ ${foot.left.length} dòng quanh bài (${foot.left[0]}…)`] : []),
    ],
    leaveOut: paragraphs.length === 0 ? 'không có đoạn văn nào' : undefined,
  }
}

/** Nonblank lines, each a paragraph. Text broken at a fixed width is put together again: there a blank line parts paragraphs. */
function linesOf(text: string): string[] {
  const raw = cleanText(text).split(/\r\n?|\n/)
  const widths = raw
    .map((line) => line.trim().length)
    .filter((width) => width > 0)
    .toSorted((a, b) => a - b)
  const isBroken =
    widths.length > 8 && (widths.at(-1) ?? 0) <= 100 && (widths[Math.floor(widths.length / 2)] ?? 0) >= 55
  const parted = isBroken ? cleanText(text).split(/(?:\r\n?|\n)\s*(?:\r\n?|\n)/) : raw
  return parted.map(cleanLine).filter((line) => line !== '')
}

/** A line that can only be of the text: long, or a whole sentence that is no headline. */
const isProse = (line: string): boolean =>
  (line.length > longest || (line.length > 60 && /[.…!?”"']$/u.test(line))) && !isDateLine(line)

const isDateLine = (line: string): boolean =>
  line.length <= 120 && readPrintedDate(line) !== undefined && dateLabel.test(fold(line))

/** "TIn nổi bật TIn nổi bật": a label that a page shows twice. */
const isRepeated = (line: string): boolean => {
  const words = line.split(' ')
  return (
    words.length > 1 &&
    words.length % 2 === 0 &&
    words.slice(0, words.length / 2).join(' ') === words.slice(words.length / 2).join(' ')
  )
}
const isFurniture = (line: string): boolean =>
  furniture.has(
    fold(line)
      .replace(/[|:>»]+/g, ' ')
      .trim(),
  ) ||
  isRepeated(line) ||
  /^[\W\d]*$/u.test(fold(line))

function readHead(head: readonly string[]): { title: string; publishedAt: Date | undefined } {
  const dateAt = head.findIndex(isDateLine)
  const publishedAt = dateAt < 0 ? undefined : readPrintedDate(head[dateAt] as string)
  const above = (dateAt < 0 ? head : head.slice(0, dateAt)).filter((line) => !isFurniture(line))
  const below = dateAt < 0 ? [] : head.slice(dateAt + 1).filter((line) => !isFurniture(line))
  return { title: above.at(-1) ?? below[0] ?? '', publishedAt }
}

/** Parts the article from the page below it, at the first line after the last long paragraph that begins something else. */
function cutFoot(body: readonly string[]): { kept: string[]; left: string[] } {
  const lastProse = body.findLastIndex(isProse)
  const end = body.findIndex((line, at) => at > lastProse && line.length <= longest && ending.test(fold(line)))
  return end < 0 ? { kept: [...body], left: [] } : { kept: body.slice(0, end), left: body.slice(end) }
}

interface End {
  paragraphs: string[]
  source: string
  author: string
  notes: string[]
}

/** The last short lines: who wrote it, where it comes from. */
function readEnd(kept: readonly string[], title: string): End {
  const notes: string[] = []
  const paragraphs = kept.filter((line) => {
    const caption =
      title !== '' && line.startsWith(title) && /^\s*[-–]\s*(ảnh|hình)\s*\d*$/iu.test(line.slice(title.length))
    if (caption)
      notes.push(`bỏ dòng chú thích của ảnh không kèm theo (${line.slice(title.length).replace(/^[\s–-]+/, '')})`)
    return !caption && !(line.length <= 40 && isFurniture(line))
  })
  let source = ''
  let author = ''
  while (paragraphs.length > 1) {
    const last = paragraphs.at(-1) as string
    const named = last.length <= 80 ? sourceLine.exec(last)?.[1] : undefined
    if (named && !source) source = cleanLine(named)
    else if (isName(last) && !author) author = last
    else if (isSignature(last) && !source && !author) source = last
    else break
    paragraphs.pop()
  }
  return { paragraphs, source, author, notes }
}

const isSignature = (line: string): boolean => line.length <= 60 && !/[.…!?:;,”"]$/u.test(line)
/** Two to four words, each with a capital: Xuân Hạ, Nguyễn Thị Mai. */
const isName = (line: string): boolean =>
  /^\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,3}$/u.test(line) && line !== line.toUpperCase()

/** "Kinhtedothi - Tính từ ngày…": the agency that wires open their texts with. The text keeps it. */
const agencyOf = (paragraph: string): string => /^\(?((?:\p{L}|\d|\.){4,20})\)?\s+[-–]\s/u.exec(paragraph)?.[1] ?? ''

function firstSentence(paragraph: string): string {
  const sentence = /^.{20,150}?[.!?…](?=\s|$)/u.exec(paragraph)?.[0] ?? paragraph.slice(0, 120)
  return sentence.replace(/[.…]$/, '')
}
