import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsAround, distance, isInCountry, readPoint, rounded } from './place.ts'

/** Two corners of Hoàn Kiếm lake, about 640 m apart, and the two ends of the country. */
const turtleTower = { latitude: 21.0279, longitude: 105.8522 }

describe('a place of a report', () => {
  test('is measured over the ground', () => {
    expect(distance(turtleTower, turtleTower)).toBe(0)
    // A 200th of a degree of latitude is 555.97 m on a sphere of 6371 km.
    expect(distance(turtleTower, { ...turtleTower, latitude: 21.0329 })).toBeCloseTo(555.97, 0)
    // And 518.9 m of longitude at 21.03° north.
    expect(distance(turtleTower, { ...turtleTower, longitude: 105.8572 })).toBeCloseTo(518.9, 0)
    const saigon = { latitude: 10.7769, longitude: 106.7009 }
    expect(distance(turtleTower, saigon) / 1000).toBeGreaterThan(1130)
    expect(distance(turtleTower, saigon) / 1000).toBeLessThan(1155)
  })

  test('is moved by 39 m at most when it is rounded, and says no more than a 2000th of a degree', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 20.5, max: 21.5, noNaN: true }),
        fc.double({ min: 105, max: 106.2, noNaN: true }),
        (latitude, longitude) => {
          const seen = rounded({ latitude, longitude })
          expect(distance(seen, { latitude, longitude })).toBeLessThan(39)
          expect(Math.abs(seen.latitude * 2000 - Math.round(seen.latitude * 2000))).toBeLessThan(1e-6)
        },
      ),
    )
  })

  test('is found among the cells around a point, wherever it lies within the distance', () => {
    const near = fc.double({ min: -0.0035, max: 0.0035, noNaN: true })
    fc.assert(
      fc.property(near, near, (north, east) => {
        const other = { latitude: turtleTower.latitude + north, longitude: turtleTower.longitude + east }
        if (distance(turtleTower, other) > 300) return
        const { south, north: top, west, east: right } = cellsAround(turtleTower, 300)
        expect(Math.floor(other.latitude * 200)).toBeGreaterThanOrEqual(south)
        expect(Math.floor(other.latitude * 200)).toBeLessThanOrEqual(top)
        expect(Math.floor(other.longitude * 200)).toBeGreaterThanOrEqual(west)
        expect(Math.floor(other.longitude * 200)).toBeLessThanOrEqual(right)
      }),
      { numRuns: 500 },
    )
  })

  test('is read as people type it, and not when it is elsewhere or the wrong way round', () => {
    expect(readPoint('21,0279', ' 105.8522 ')).toEqual(turtleTower)
    for (const [latitude, longitude] of [
      ['105.8522', '21.0279'],
      ['48.85', '2.35'],
      ['', '105.8'],
      ['21', ''],
      ['21.0.1', '105'],
      ['NaN', '105'],
      ['1e1', '105'],
    ] as const)
      expect(readPoint(latitude, longitude), `${latitude} ${longitude}`).toBeUndefined()
    // The islands in the east.
    expect(isInCountry({ latitude: 8.6447, longitude: 111.9197 })).toBe(true)
    expect(isInCountry({ latitude: 16.5333, longitude: 111.6167 })).toBe(true)
  })
})
