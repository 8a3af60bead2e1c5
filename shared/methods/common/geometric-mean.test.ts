import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { geometricMean } from './geometric-mean.ts'

const anyValues = fc.array(
  fc.record({ value: fc.double({ min: 1e-3, max: 1e3, noNaN: true }), weight: fc.integer({ min: 1, max: 50 }) }),
  { minLength: 1, maxLength: 12 },
)

describe('the geometric mean', () => {
  it('is that of logarithms', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const n = values.reduce((sum, { weight }) => sum + weight, 0)
        const logs = values.reduce((sum, { value, weight }) => sum + Math.log(value) * weight, 0)
        expect(geometricMean(values) / Math.exp(logs / n)).toBeCloseTo(1, 9)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is the same bits in any order, however equal values are put together', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const single = values.flatMap(({ value, weight }) =>
          Array.from({ length: weight }, () => ({ value, weight: 1 })),
        )
        expect(geometricMean(single.reverse())).toBe(geometricMean(values))
      }),
      { numRuns: 1_000 },
    )
  })

  it('of 20,000 people is no overflow, of nobody 1', () => {
    const crowd = [
      { value: 9, weight: 10_000 },
      { value: 4, weight: 10_000 },
    ]
    expect(geometricMean(crowd)).toBeCloseTo(6, 9)
    expect(geometricMean([])).toBe(1)
  })
})
