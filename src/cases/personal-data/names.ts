import type { FlatText } from './flat-text.ts'
import type { Spot } from './spot.ts'

const surnames = new Set(
  `nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh dao doan lam truong mai trinh cao ha luu luong ta
  tong to kieu thai quach la nghiem chu tran phung tang vuong au nong lo vi quan diep bach giap khuat lai mac hua ninh than tieu
  ton trieu thieu on bien cu dam giang`
    .split(/\s+/)
    .filter(Boolean),
)

/** How those who are spoken of are called. Without its diacritics a title is believed only before a surname. */
const titles: Record<string, string> = {
  ong: 'ông',
  ba: 'bà',
  anh: 'anh',
  chi: 'chị',
  em: 'em',
  chau: 'cháu',
  co: 'cô',
  chu: 'chú',
  bac: 'bác',
  di: 'dì',
  cau: 'cậu',
  thay: 'thầy',
  mr: 'mr',
  mrs: 'mrs',
}
const capital = String.raw`[A-Z][A-Za-z]*`
const words = String.raw`${capital}(?: ${capital}){0,4}`
const titled = new RegExp(
  String.raw`(?<![A-Za-z])([A-Za-z]{2,4})\.?(?:\s?[/(]\s?[A-Za-z]{2,4}\)?)?:? (${words})(?![A-Za-z])`,
  'g',
)
/** After a title these are an office, not a name. */
const officeWord =
  /^(?:chu (?:tich|nhiem|toa|ho)|pho (?:chu|giam|bi|truong|phong|ban|cuc|vien|doi|hieu)|giam doc|tong giam|truong (?:phong|ban|thon|cong|doan|dai|khoa|to|xom|ap)|bi thu|bo truong|thu (?:truong|ky)|dai (?:bieu|dien|uy|ta|tuong)|ubnd|hdnd|uy (?:ban|vien)|vien truong|thanh tra|cong (?:an|chuc|chung)|doi truong|thuong (?:uy|ta|si|truc)|trung (?:uy|ta|si)|thieu (?:uy|ta)|luat su|bac si|nguyen (?:chu|pho|giam|bi)|quyen (?:chu|giam)|hieu (?:truong|pho)|giao (?:vien|su)|to truong|khu pho)(?![a-z])/
/** Places that are called by a title. */
const placeName =
  /^(?:ba ria|ba trieu(?! thi)|ba na|ba den|ba diem|ba hom|ba dinh|ba vi|ba be|co to|co loa|co nhue|ong ich|ong ta|chi linh|chi lang|chu se|chu pah|chau doc|chau thanh|chau giang|em tan|di linh|di an|cau giay|cau dien|bac tu|bac ninh|bac giang|anh quoc)/
const placeWord =
  /(?:pho|duong|phuong|xa|huyen|tinh|quan|thanh pho|thi xa|thi tran|cho|nui|dao|nga ba|nga tu|chua|den|cau|ga|ho|truong|nuoc|tieng|gieng)\s$/

const introduced = new RegExp(
  String.raw`(?<![a-z])(toi ten la|ten toi la|ten em la|em ten la|toi ten|em ten|ho va ten|ho, ten|ho ten|nguoi gui|nguoi lam don|nguoi viet don|ky ten|full name|my name is)(?: cua (?:toi|em))?\s?[:.]?\s?(?:\(?ghi ro ho ten\)?\s?:?\s?)?`,
  'g',
)
const weakly = /(?<![a-z])(?:toi|em|chau|minh) la[: ]\s?/g

/** Names of persons: behind a title, or behind the words with which people introduce themselves. */
export function findNames(text: FlatText): Spot[] {
  return [...behindTitles(text), ...behindIntroductions(text)]
}

function behindTitles(text: FlatText): Spot[] {
  const found: Spot[] = []
  titled.lastIndex = 0
  for (let match = titled.exec(text.plain); match; match = titled.exec(text.plain)) {
    const [whole, title = '', name = ''] = match
    const from = match.index + whole.length - name.length
    // Titles may follow one another ("ông bà Nguyễn …"): the next search begins behind this word.
    titled.lastIndex = match.index + title.length
    if (isTitle(text, match.index, title, name) && !isOther(text, { at: match.index, from, title, name })) {
      found.push({ kind: 'name', from, to: from + name.length })
      titled.lastIndex = from + name.length
    }
  }
  return found
}

function isTitle(text: FlatText, at: number, title: string, name: string): boolean {
  const low = title.toLowerCase()
  const right = titles[low]
  if (right === undefined || !/[A-Za-z]{2}/.test(name)) return false
  const written = writtenAt(text, at, title)
  if (written === right && right !== low) return true
  const first = name.split(' ')[0]!.toLowerCase()
  // anh, em and titles without their diacritics are other words as well.
  return (
    (written === low && surnames.has(first)) ||
    (written === right && (low === 'anh' || low === 'em' || low.startsWith('m')))
  )
}

const writtenAt = (text: FlatText, at: number, word: string): string =>
  text.original
    .slice(text.from(at), text.to(at + word.length))
    .normalize('NFC')
    .toLowerCase()

interface Titled {
  at: number
  title: string
  from: number
  name: string
}

function isOther(text: FlatText, { at, title, from, name }: Titled): boolean {
  const isCapital = /^[A-Z]/.test(title)
  if (officeWord.test(text.low.slice(from, from + 40))) return true
  // "Anh Chị" calls two and names none; Anh and Chi are names.
  const first = name.split(' ')[0]!
  const asTitle = titles[first.toLowerCase()]
  if (asTitle !== first.toLowerCase() && writtenAt(text, from, first) === asTitle) return true
  if (!isCapital) return false
  if (placeName.test(`${title} ${name}`.toLowerCase()) || placeWord.test(text.low.slice(Math.max(0, at - 14), at)))
    return true
  // In "Lan Anh Phương" the middle word is part of a name.
  return /[A-Z][a-z]* $/.test(text.plain.slice(Math.max(0, at - 14), at))
}

function behindIntroductions(text: FlatText): Spot[] {
  const found: Spot[] = []
  for (const match of text.low.matchAll(introduced)) {
    const from = match.index + match[0].length
    const name = nameAt(text, from, true)
    if (name) found.push({ kind: 'name', from, to: from + name.length })
  }
  for (const match of text.low.matchAll(weakly)) {
    const from = match.index + match[0].length
    const name = nameAt(text, from, false)
    if (name) found.push({ kind: 'name', from, to: from + name.length })
  }
  return found
}

const endsName = new Set(
  'o sinh tru la hien cong dien so dia cu cccd cmnd tuoi va xin nam nu gioi ngay sdt dt email thuong tam dang lam que toi em'.split(
    ' ',
  ),
)

/** The name that begins here: in capitals, or in small letters behind a sure introduction if it begins with a surname. */
function nameAt(text: FlatText, from: number, sure: boolean): string | undefined {
  const rest = text.plain.slice(from, from + 80)
  const inCapitals = new RegExp(`^${words}(?![A-Za-z])`).exec(rest)?.[0]
  const first = rest.split(' ')[0]!.toLowerCase()
  if (
    inCapitals &&
    /[A-Za-z]{2}/.test(inCapitals) &&
    (inCapitals.includes(' ') ? sure || surnames.has(first) : sure && !surnames.has(first))
  )
    return inCapitals
  if (!sure || !surnames.has(first)) return undefined
  const taken: string[] = []
  for (const word of rest.split(/(?<=[a-z])(?=[^A-Za-z ])|[\n]/)[0]!.split(' ')) {
    // "nam" ends a name ("sinh … nam") unless it may be the last word of one.
    if (
      !/^[A-Za-z]+$/.test(word) ||
      taken.length === 4 ||
      (taken.length >= 2 && endsName.has(word.toLowerCase()) && !(word === 'nam' && taken.length === 2))
    )
      break
    taken.push(word)
  }
  return taken.length >= 2 ? taken.join(' ') : undefined
}
