/**
 * The lunar calendar as Vietnam keeps it: months begin on the day of the new moon in UTC+7, the winter solstice lies in the
 * eleventh month, and of thirteen months between two solstices the first without a major solar term is the leap one.
 * New moons and the longitude of the sun after the published series of J. Meeus (Astronomical Algorithms, chapters 25 and 49),
 * shortened to terms above ten seconds; good for the years 1990 to 2050.
 */

/** The day of a lunar year (named by the year its Tết falls in), month 1 to 10 and no leap month, as 2026-02-17. */
export function dayOfLunar(year: number, month: number, day: number): string {
  const eleventh = eleventhMonth(year - 1)
  const after = month + 1
  const leap = leapAfter(eleventh, eleventhMonth(year))
  const lunation = eleventh + after + (leap !== undefined && after >= leap ? 1 : 0)
  return isoDay(newMoonDay(lunation) + day - 1)
}

/** New Year's day of a lunar year. */
export const tetOf = (year: number): string => dayOfLunar(year, 1, 1)

/** The day of the founding kings: the tenth of the third month. */
export const hungKingsOf = (year: number): string => dayOfLunar(year, 3, 10)

/** The lunation, counted from January 2000, in which the winter solstice of a year lies. */
function eleventhMonth(year: number): number {
  let lunation = Math.floor((Date.UTC(year, 11, 31) / dayLength - epoch) / synodic) + 1
  while (newMoonDay(lunation) > dayNumber(`${year}-12-31`) || solarTerm(newMoonDay(lunation)) >= 9) lunation -= 1
  return lunation
}

/** How many months after the eleventh the leap month comes, if the solstices lie thirteen months apart. */
function leapAfter(eleventh: number, next: number): number | undefined {
  if (next - eleventh < 13) return undefined
  for (let after = 1; after < 13; after++) {
    if (solarTerm(newMoonDay(eleventh + after)) === solarTerm(newMoonDay(eleventh + after + 1))) return after
  }
  return undefined
}

const dayLength = 86_400_000
const synodic = 29.530588861
/** 6 January 2000, the new moon from which lunations are counted, in days since 1970. */
const epoch = 10962.26
const julianAt1970 = 2_440_587.5
/** Vietnam keeps UTC+7 all year. */
const ahead = 7 / 24

const dayNumber = (day: string): number => Date.parse(day) / dayLength
const isoDay = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10)
const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180)

/** The day in Vietnam, in days since 1970, on which a lunation begins. */
function newMoonDay(lunation: number): number {
  const century = lunation / 1236.85
  const moment = 2_451_550.09766 + synodic * lunation + 0.00015437 * century ** 2 + moonTerms(lunation, century)
  return Math.floor(moment - dynamicalLead(century) - julianAt1970 + ahead)
}

/** What the true new moon departs from the mean one, in days. */
function moonTerms(lunation: number, century: number): number {
  const eccentricity = 1 - 0.002516 * century
  const sun = 2.5534 + 29.1053567 * lunation
  const moon = 201.5643 + 385.81693528 * lunation + 0.0107582 * century ** 2
  const latitude = 160.7108 + 390.67050284 * lunation - 0.0016118 * century ** 2
  const node = 124.7746 - 1.56375588 * lunation
  return (
    -0.4072 * sine(moon) +
    0.17241 * eccentricity * sine(sun) +
    0.01608 * sine(2 * moon) +
    0.01039 * sine(2 * latitude) +
    0.00739 * eccentricity * sine(moon - sun) -
    0.00514 * eccentricity * sine(moon + sun) +
    0.00208 * eccentricity ** 2 * sine(2 * sun) -
    0.00111 * sine(moon - 2 * latitude) -
    0.00057 * sine(moon + 2 * latitude) +
    0.00056 * eccentricity * sine(2 * moon + sun) -
    0.00042 * sine(3 * moon) +
    0.00042 * eccentricity * sine(sun + 2 * latitude) +
    0.00038 * eccentricity * sine(sun - 2 * latitude) -
    0.00024 * eccentricity * sine(2 * moon - sun) -
    0.00017 * sine(node)
  )
}

/** How far the even time of the series runs ahead of the clock, in days. */
function dynamicalLead(century: number): number {
  const years = century * 100
  return (62.92 + 0.32217 * years + 0.005589 * years ** 2) / 86_400
}

/** Which twelfth of its way, from the spring equinox on, the sun is in when a day begins in Vietnam; 9 begins at the solstice. */
function solarTerm(day: number): number {
  const century = (day - ahead + julianAt1970 - 2_451_545) / 36_525
  const anomaly = 357.52911 + 35_999.05029 * century
  const longitude =
    280.46646 +
    36_000.76983 * century +
    (1.914602 - 0.004817 * century) * sine(anomaly) +
    0.019993 * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly) -
    0.00569 -
    0.00478 * sine(125.04 - 1934.136 * century)
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}
