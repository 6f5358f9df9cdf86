import { findAddresses } from './personal-data/addresses.ts'
import { flatten, type FlatText } from './personal-data/flat-text.ts'
import { findNames } from './personal-data/names.ts'
import {
  findAccounts,
  findBirthDates,
  findEmails,
  findIdentities,
  findPassports,
  findPhones,
  findPlates,
} from './personal-data/numbers.ts'
import { personalKinds, type PersonalKind, type Spot } from './personal-data/spot.ts'

/** Something of a person in a text: which, where (UTF-16 places, `to` excluded), and as it is written. */
export interface PersonalData {
  kind: PersonalKind
  from: number
  to: number
  text: string
}

/** In this order: what two of them claim belongs to the first. */
const finders: readonly ((text: FlatText) => Spot[])[] = [
  findEmails,
  findAccounts,
  findPassports,
  findPlates,
  findBirthDates,
  findPhones,
  findIdentities,
  findAddresses,
  findNames,
]

/**
 * What of persons a machine finds in a text that is to be published: telephone numbers, mail addresses, identity and passport numbers,
 * bank accounts, licence plates, dates of birth, house addresses, names behind titles. Works with diacritics missing and digits of any
 * width. A help for the person who reads, never a proof: names without a title are not found. Sorted, without overlap. Pure.
 */
export function findPersonalData(text: string): PersonalData[] {
  const flat = flatten(text)
  const taken: Spot[] = []
  for (const find of finders) {
    for (const spot of find(flat))
      if (!taken.some((other) => spot.from < other.to && other.from < spot.to)) taken.push(spot)
  }
  return taken
    .map(({ kind, from, to }) => {
      const place = { from: flat.from(from), to: flat.to(to) }
      return { kind, ...place, text: text.slice(place.from, place.to) }
    })
    .toSorted((one, other) => one.from - other.from)
}

/** The text with each find made unreadable by its kind: "[số điện thoại]"; a name becomes its initials. */
export function maskPersonalData(text: string, found: readonly PersonalData[]): string {
  let shown = ''
  let at = 0
  for (const { kind, from, to } of found.toSorted((one, other) => one.from - other.from)) {
    if (from < at) continue
    shown += text.slice(at, from) + (kind === 'name' ? initialsOf(text.slice(from, to)) : `[${personalKinds[kind].vi}]`)
    at = to
  }
  return shown + text.slice(at)
}

/** The text with everything masked that the machine finds. */
export const masked = (text: string): string => maskPersonalData(text, findPersonalData(text))

const initialsOf = (name: string): string =>
  name
    .normalize('NFC')
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${[...word][0]!.toUpperCase()}.`)
    .join('')
