import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gaugeOf, gaugeValue } from './count.ts'

const RUNS = { numRuns: 1_000 }
const anyCounts = (n: number) =>
  fc
    .array(fc.integer({ min: 0, max: 4 }), { minLength: n, maxLength: n })
    .map((grades) => [0, 1, 2, 3, 4].map((grade) => grades.filter((one) => one === grade).length))
const valueOf = (counts: readonly number[]): number => {
  const gauge = gaugeOf(counts, 1)
  return gaugeValue(gauge.grade!, gauge)
}

/** The majority value by its definition: take away the lower median again and again (Balinski & Laraki 2011, ch. 1). */
function majorityValue(counts: readonly number[]): number[] {
  const grades = counts.flatMap((count, grade) => Array.from({ length: count }, () => grade))
  const value: number[] = []
  while (grades.length > 0) value.push(...grades.splice(Math.ceil(grades.length / 2) - 1, 1))
  return value
}
const compare = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((grade, i) => grade !== b[i])
  return at === -1 ? 0 : a[at]! - b[at]!
}

describe('the majority gauge', () => {
  it('has the lower of two middle grades, which a majority gives at least', () => {
    expect(gaugeOf([0, 2, 0, 2], 1)).toEqual({ n: 4, grade: 2, sign: '+', above: 2, below: 0 })
    expect(gaugeOf([1, 0, 1], 1)).toEqual({ n: 2, grade: 1, sign: '+', above: 1, below: 0 })
    expect(gaugeOf([0, 0], 1)).toEqual({ n: 0, grade: null, sign: null, above: 0, below: 0 })
  })
  it('never ranks against the majority value where both have as many judges', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }).chain((n) => fc.tuple(anyCounts(n), anyCounts(n))),
        ([a, b]) => {
          const byGauge = Math.sign(valueOf(a) - valueOf(b))
          const byValue = Math.sign(compare(majorityValue(a), majorityValue(b)))
          if (byGauge !== 0) expect(byGauge).toBe(byValue)
        },
      ),
      RUNS,
    )
  })
  it('a better grade from one judge never hurts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }).chain(anyCounts), fc.nat(3), (counts, grade) => {
        if (counts[grade] === 0) return
        const better = counts.map((count, i) => count + (i === grade ? -1 : i === grade + 1 ? 1 : 0))
        expect(valueOf(better)).toBeGreaterThanOrEqual(valueOf(counts))
      }),
      RUNS,
    )
  })
  it('gives equal gauges the same number, whatever the number of judges', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }).chain(anyCounts), fc.integer({ min: 2, max: 7 }), (counts, times) => {
        expect(valueOf(counts.map((count) => count * times))).toBe(valueOf(counts))
      }),
      RUNS,
    )
  })
})
