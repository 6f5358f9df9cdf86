/** A point on the earth (WGS 84), in degrees. */
export interface Point {
  latitude: number
  longitude: number
}

/** Vietnam with its islands lies within; what is outside was mistyped, or latitude and longitude are the wrong way round. */
const country = { south: 7, north: 23.5, west: 102, east: 118 }

export const isInCountry = ({ latitude, longitude }: Point): boolean =>
  latitude >= country.south && latitude <= country.north && longitude >= country.west && longitude <= country.east

/** A degree as people and programs write it; undefined when it is none. A comma may stand for the point. */
function readDegree(text: string): number | undefined {
  const plain = text.trim().replace(',', '.')
  return /^-?\d{1,3}(?:\.\d{1,15})?$/.test(plain) ? Number(plain) : undefined
}

/** Two typed numbers as a point; undefined when they are none, or lie outside the country. */
export function readPoint(latitude: string, longitude: string): Point | undefined {
  const [lat, long] = [readDegree(latitude), readDegree(longitude)]
  if (lat === undefined || long === undefined) return undefined
  const point = { latitude: lat, longitude: long }
  return isInCountry(point) ? point : undefined
}

/** Parts of a degree that public points are rounded to: 55 m from south to north, about 52 m from west to east in Hà Nội. */
const grain = 2000

/** The point as the public sees it: to about 50 m, so that it names a stretch of street and no house. The database checks it (0046). */
export const rounded = ({ latitude, longitude }: Point): Point => ({
  latitude: Math.round(latitude * grain) / grain,
  longitude: Math.round(longitude * grain) / grain,
})

const earth = 6_371_008.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two points over the ground (haversine on a sphere; within 0.6 % of the truth). */
export function distance(one: Point, other: Point): number {
  const north = Math.sin(radians(other.latitude - one.latitude) / 2)
  const east = Math.sin(radians(other.longitude - one.longitude) / 2)
  const part = north ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * east ** 2
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(part)))
}

/** Cells of the index of public points (a 200th of a degree, as migrations/0046 has them) that a circle can reach. */
export interface Cells {
  south: number
  north: number
  west: number
  east: number
}
const cellsPerDegree = 200

/** The cells within which everything lies that is at most so many metres away. */
export function cellsAround({ latitude, longitude }: Point, metres: number): Cells {
  const up = (metres / earth) * (180 / Math.PI)
  const across = up / Math.max(0.01, Math.cos(radians(latitude)))
  const cell = (degrees: number): number => Math.floor(degrees * cellsPerDegree)
  return {
    south: cell(latitude - up),
    north: cell(latitude + up),
    west: cell(longitude - across),
    east: cell(longitude + across),
  }
}

/** A point as people read it: 21,03550° B, 105,83970° Đ. */
export const pointText = ({ latitude, longitude }: Point): string => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
