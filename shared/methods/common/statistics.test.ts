import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countValues, meanOf, medianOf, quantile, quantileOfCounts, sampleSd, summarize } from './statistics.ts'

describe('statistics of values', () => {
  /* R 4: quantile(c(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), c(.25, .5, .75), type = 7 and 6) */
  it('lays quartiles of type 7 and 6 as R does', () => {
    const ten = [10, 1, 9, 2, 8, 3, 7, 4, 6, 5]
    expect([0.25, 0.5, 0.75].map((p) => quantile(ten, p, 7))).toEqual([3.25, 5.5, 7.75])
    expect([0.25, 0.5, 0.75].map((p) => quantile(ten, p, 6))).toEqual([2.75, 5.5, 8.25])
  })
  it('keeps the ends within the values', () => {
    expect([0, 1].map((p) => quantile([3, 1, 2], p, 7))).toEqual([1, 3])
    expect([0, 0.05, 0.95, 1].map((p) => quantile([3, 1, 2], p, 6))).toEqual([1, 1, 3, 3])
    expect([6, 7].map((type) => quantile([4], 0.25, type as 6 | 7))).toEqual([4, 4])
  })
  /* NIST/SEMATECH e-handbook 7.2.6.2: the 90th percentile of 12 gauge readings by (n + 1)p is 95.1981. */
  it('agrees with the worked example of the NIST handbook', () => {
    const gauge = [
      95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.061, 95.1591, 95.1195, 95.1065, 95.0925, 95.199, 95.1682,
    ]
    expect(quantile(gauge, 0.9, 6)).toBeCloseTo(95.1981, 4)
  })
  it('has a mean and a spread of a sample', () => {
    expect(meanOf([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5)
    expect(sampleSd([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12)
  })
  it('says null where a figure has no meaning', () => {
    expect([meanOf([]), medianOf([]), sampleSd([]), sampleSd([3])]).toEqual([null, null, null, null])
    expect(summarize([0, 0], 1)).toEqual({
      n: 0,
      sum: 0,
      mean: null,
      median: null,
      sd: null,
      histogram: { 1: 0, 2: 0 },
    })
  })
  it('gives the same bytes in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 })), (values) => {
        const back = [...values].reverse()
        expect([meanOf(back), sampleSd(back)]).toEqual([meanOf(values), sampleSd(values)])
      }),
    )
  })
  it('says of a histogram what it says of the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10 })),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, p) => {
          const counts = countValues(values, 0, 10)
          const { n, mean, median, sd } = summarize(counts, 0)
          expect([n, mean, median]).toEqual([values.length, meanOf(values), medianOf(values)])
          expect(sd ?? -1).toBeCloseTo(sampleSd(values) ?? -1, 9)
          for (const type of [6, 7] as const)
            expect(quantileOfCounts(counts, 0, p, type)).toBe(quantile(values, p, type))
        },
      ),
    )
  })
})
