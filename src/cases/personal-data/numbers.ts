import type { FlatText } from './flat-text.ts'
import type { Spot } from './spot.ts'

const before = (text: FlatText, at: number, length: number): string => text.low.slice(Math.max(0, at - length), at)
const digitsOf = (text: string): string => text.replace(/o/g, '0').replace(/\D/g, '')

function* spots(text: FlatText, kind: Spot['kind'], pattern: RegExp): Generator<Spot & { found: string }> {
  for (const match of text.low.matchAll(pattern)) {
    // Where the pattern captures, only what is captured is personal.
    const found = match[1] ?? match[0]
    const from = match.index + (match[1] === undefined ? 0 : match[0].lastIndexOf(match[1]))
    yield { kind, from, to: from + found.length, found }
  }
}

/** What separates the groups of a number. */
const gap = String.raw`[ .\-_()·]{0,2}`
/** Units that make a number a sum or a measure. */
const unit = /^\s?(?:dong|d(?![a-z])|vnd|usd|trieu|ty(?![a-z])|nghin|m2|m3|kg|tan|ha|km|%)/

const phone = new RegExp(
  String.raw`(?<![\da-z])(?<!\d[.,])(?:\(?\+\s?84\)?|\(84\)|84|\(?[0o])${gap}(?:\(0\)${gap})?[1-9](?:${gap}[\do]){7,9}(?![\da-z])(?![.,]\d)`,
  'g',
)
const mobile = /^0(?:[35789]\d{8}|1[2689]\d{8})$/
const landline = /^0(?:2\d{9}|[48]\d{8})$/
const dateFirst = /^\d{1,2}[ .-]\d{1,2}[ .-](?:19|20)\d{2}/
const offices = /(?:duong day nong|hotline|tong dai|mot cua|truc ban|van phong|bo phan tiep)[^\n]{0,60}$/
const companies =
  /(?:ma so thue|mst|ma so doanh nghiep|ma so (?:du an|ho so)|ma ho so|so ho so|ma don|van don|seri|so hieu)[^\d\n]{0,30}$/

const nationalOf = (found: string): string => digitsOf(found).replace(/^84/, '0').replace(/^00/, '0')

/** Telephone numbers of persons, grouped any way; those of offices announced as such stay. */
export const findPhones = (text: FlatText): Spot[] =>
  phonesIn(text).filter(({ found, from }) => mobile.test(nationalOf(found)) || !offices.test(before(text, from, 80)))

/** Of telephone numbers the mobile ones: whose they are is never an office. */
export const findMobiles = (text: FlatText): Spot[] =>
  phonesIn(text).filter(({ found }) => mobile.test(nationalOf(found)))

const phonesIn = (text: FlatText): (Spot & { found: string })[] =>
  [...spots(text, 'phone', phone)].filter(({ found, from, to }) => {
    const national = nationalOf(found)
    if (!mobile.test(national) && !landline.test(national)) return false
    if (dateFirst.test(found) || unit.test(text.low.slice(to)) || companies.test(before(text, from, 50))) return false
    return !/^84(?:\.\d{3})+$/.test(found.trim())
  })

const email = /[a-z0-9._%+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}/g
/** Mail addresses; those of state agencies stay. */
export const findEmails = (text: FlatText): Spot[] =>
  [...spots(text, 'email', email)].filter(({ found }) => !/\.gov\.vn\.?$|@chinhphu\.vn$/.test(found))

const paper = String.raw`(?:cccd|cmnd|cmtnd|cmt|can cuoc|chung minh|so dinh danh|ma dinh danh ca nhan|giay to tuy than|bao hiem xa hoi|bhxh|bhyt)`
const namedIdentity = new RegExp(String.raw`${paper}[^\d\n]{0,40}([a-z]{0,2}\d(?:[ .\-]{0,2}\d){7,14})(?![\d])`, 'g')
const bareIdentity =
  /(?<![\da-z.,/-])(?:\d{12}|0\d{2}([ .-])\d{3}\1\d{3}\1\d{3}|0\d{3}([ .-])\d{4}\2\d{4}|\d{9})(?![\da-z])(?![.,/-]\d)/g
/** Numbers of identity cards: twelve or nine digits, or any number named as that of a paper. */
export function findIdentities(text: FlatText): Spot[] {
  const named = [...spots(text, 'identity', namedIdentity)].filter(({ found }) =>
    [8, 9, 10, 12, 13, 15].includes(digitsOf(found).length),
  )
  return [...named, ...bareIn(text)]
}

/** Of numbers of identity cards those of twelve digits, which nothing else looks like. */
export const findCitizenNumbers = (text: FlatText): Spot[] =>
  bareIn(text).filter(({ from, to }) => digitsOf(text.low.slice(from, to)).length === 12)

const bareIn = (text: FlatText): Spot[] =>
  [...text.low.matchAll(bareIdentity)].flatMap((match): Spot[] => {
    const [from, to] = [match.index, match.index + match[0].length]
    if (unit.test(text.low.slice(to)) || companies.test(before(text, from, 50))) return []
    return [{ kind: 'identity', from, to }]
  })

const namedPassport = /(?:ho chieu|passport)[^\d\n]{0,30}?([a-z]{1,2}\d{6,8})(?![\da-z])/g
const barePassport = /(?<![\w./-])[A-Z]\d{7,8}(?![\w])(?![./-]\w)/g
/** Numbers of passports: a letter and seven or eight digits. */
export const findPassports = (text: FlatText): Spot[] => [
  ...spots(text, 'passport', namedPassport),
  ...[...text.plain.matchAll(barePassport)].map((match): Spot => ({
    kind: 'passport',
    from: match.index,
    to: match.index + match[0].length,
  })),
]

const bank = String.raw`(?:vietcombank|vcb|techcombank|tcb|bidv|agribank|vietinbank|ctg|mb ?bank|acb|sacombank|vpbank|tpbank|shb|hdbank|vib|msb|ocb|seabank|lpbank|lienvietpostbank|bac a bank|ngan hang)`
const account = String.raw`\d(?:[ .\-]?\d){5,18}`
const namedAccount = new RegExp(
  String.raw`(?<![a-z])(?:s\.?t\.?k|so tai khoan|so tk|tai khoan|tk|bank account|account)(?![a-z])[^\d\n]{0,60}?(${account})(?![\d])`,
  'g',
)
const afterBank = new RegExp(String.raw`(?<![a-z])${bank}(?![a-z])[^\d\n.]{0,40}?(\d(?:[ .\-]?\d){7,18})(?!\d)`, 'g')
const beforeBank = new RegExp(
  String.raw`(?<![\d.,/])(\d(?:[ .\-]?\d){7,18})(?!\d)[^\d\n.]{0,15}?(?<![a-z])${bank}(?![a-z])`,
  'g',
)
/** Bank accounts: a number beside the words for one, or beside the name of a bank. Sums of money stay. */
export const findAccounts = (text: FlatText): Spot[] =>
  [namedAccount, afterBank, beforeBank]
    .flatMap((pattern) => [...spots(text, 'bank-account', pattern)])
    .filter(
      ({ found, from, to }) =>
        !unit.test(text.low.slice(to)) &&
        !/^\d{1,3}(?:\.\d{3})+$/.test(found) &&
        !dateFirst.test(found) &&
        // Accounts at the treasury are public.
        !/kho bac/.test(text.low.slice(Math.max(0, from - 40), to + 30)),
    )

const series = String.raw`(?:[A-Z]\d?|LD|NG|NN|KT|QT|DA|TD|HC|CD|MD|MK|AA|AB|AC|AD|AE)`
const plateBody = String.raw`[1-9]\d[ -]?${series}[ .\-]{0,3}(?:\d{3}[. ]?\d{2}|\d{4})`
const barePlate = new RegExp(String.raw`(?<![\w./-])${plateBody}(?![\w])(?![/-]\w)`, 'g')
const namedPlate = new RegExp(
  String.raw`(?:bien so|bien kiem soat|bks)[^\d\n]{0,20}(${plateBody.replace(/\[A-Z\]/g, '[a-z]').replace(/[A-Z]{2}/g, (two) => two.toLowerCase())})(?!\w)`,
  'g',
)
/** Licence plates of cars and motorcycles. */
export const findPlates = (text: FlatText): Spot[] => [
  ...spots(text, 'plate', namedPlate),
  ...[...text.plain.matchAll(barePlate)].map((match): Spot => ({
    kind: 'plate',
    from: match.index,
    to: match.index + match[0].length,
  })),
]

const day = String.raw`(?:ngay )?\d{1,2}(?:\s?[/.\-]\s?|\s?thang\s?)\d{1,2}(?:\s?[/.\-]\s?|\s?,?\s?nam\s?)(?:19|20)?\d{2}|(?:19|20)\d{2}`
const birth = new RegExp(
  String.raw`(?<![a-z])(?<!(?:hoc|ve|phat|thi|tuyen|khai|tai|ho|ky|tan|nhan|an) )(?:ngay,? thang,? nam sinh|ngay sinh|nam sinh|sinh ngay|sinh nam|sinh|sn|date of birth|dob|born(?: on| in)?)(?![a-z])\s?[:.(]?\s?(${day})(?!\d)`,
  'g',
)
/** Dates and years of birth, by the words that stand before them. */
export const findBirthDates = (text: FlatText): Spot[] => [...spots(text, 'birth-date', birth)]
