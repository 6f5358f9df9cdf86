import type { FlatText } from './flat-text.ts'
import type { Spot } from './spot.ts'

const number = String.raw`[a-z]{0,2}\d{1,5}[a-z]?\d{0,2}(?:[/.\-]\d{1,5}[a-z]?)*`
const lane = String.raw`(?:ngo|ngach|hem|kiet)\s(?:so\s)?${number}`
const house = String.raw`(?:so nha|nha so|can ho(?: so)?)\s?:?\s?${number}`
const room = String.raw`(?:phong|p\.?)\s?${number}(?=,?\s(?:toa|nha|chung cu|khu|ct\d|block))`
const building = String.raw`(?:toa(?: nha)?|chung cu|nha|khu tap the)\s[a-z]{0,3}\d{1,3}[a-z]?(?:\.\d{1,3})?`
const lot = String.raw`(?:thua(?: dat)?(?: so)?|to ban do(?: so)?|lo dat(?: so)?)\s?:?\s?${number}`
const numbered = String.raw`so\s${number}(?=,?\s(?:ngo|ngach|hem|kiet|duong|pho|dai lo|thon|xom|ap|khu|to(?! ban do))\s)`
const piece = `(?:${[house, room, building, lane, lot, numbered].join('|')})`
const chain = new RegExp(
  String.raw`(?<![a-z\d])(?:${[house, room, lane, lot, numbered].join('|')})(?![\d])(?:[ ,]{1,3}${piece}(?!\d))*`,
  'g',
)
/** A number and a name after the words for where somebody lives. */
const dwelling = new RegExp(
  String.raw`(?<![a-z])(?:dia chi|thuong tru|tam tru|noi o|cho o|hien o|dang o|song o|song tai|cu tru|tru tai|ngu tai|nha o|toi o|em o|nha toi|nha em|nha minh)[^\d\n.;]{0,25}?(${number})(?=\s[a-z])`,
  'g',
)
/** A street behind it: the words in capitals that follow. */
const street = /^,?\s(?:(?:duong|pho|dai lo|thon|xom|ap|[Dd]uong|[Pp]ho)\s)?[A-Z]\w*(?: [A-Z]\w*){0,4}/

const right: Record<string, string> = {
  ngo: 'ngõ',
  ngach: 'ngách',
  hem: 'hẻm',
  kiet: 'kiệt',
  thua: 'thửa',
  so: 'số',
  nha: 'nhà',
  can: 'căn',
  phong: 'phòng',
  to: 'tờ',
  lo: 'lô',
}
const offices =
  /(?:tru so|mot cua|bo phan tiep nhan|trung tam phuc vu hanh chinh|tru so chinh|phong tiep dan)[^\n]{0,40}$/

/** House addresses and plots of land; seats of agencies announced as such stay. */
export function findAddresses(text: FlatText): Spot[] {
  const found: Spot[] = []
  for (const match of text.low.matchAll(chain)) {
    const [from, end] = [match.index, match.index + match[0].length]
    const ahead = text.low.slice(Math.max(0, from - 60), from)
    if (!isSpelled(text, from) || (offices.test(ahead) && !/ngo|ngach|hem/.test(match[0]))) continue
    found.push({ kind: 'address', from, to: withStreet(text, end) })
  }
  for (const match of text.low.matchAll(dwelling)) {
    const from = match.index + match[0].lastIndexOf(match[1]!)
    const end = withStreet(text, from + match[1]!.length)
    if (end > from + match[1]!.length && !offices.test(text.low.slice(0, from).slice(-60)))
      found.push({ kind: 'address', from, to: end })
  }
  return found
}

const withStreet = (text: FlatText, end: number): number => end + (street.exec(text.plain.slice(end))?.[0].length ?? 0)

/** ngô and thừa fold like ngõ and thửa: a first word with diacritics must be the one meant. */
function isSpelled(text: FlatText, from: number): boolean {
  const word = /^[a-z]+/.exec(text.low.slice(from))?.[0] ?? ''
  const written = text.original
    .slice(text.from(from), text.to(from + word.length))
    .normalize('NFC')
    .toLowerCase()
  return written === word || right[word] === undefined || written === right[word]
}
