import { describe, expect, it } from 'vitest'
import { pairedT, twoTailedP } from './student-t.ts'

describe("Student's t", () => {
  // Two-tailed critical values as every printed table has them (Fisher & Yates, table III).
  it.each([
    [1, 12.706, 0.05],
    [2, 4.303, 0.05],
    [3, 3.182, 0.05],
    [5, 2.571, 0.05],
    [10, 2.228, 0.05],
    [30, 2.042, 0.05],
    [120, 1.98, 0.05],
    [1, 63.657, 0.01],
    [4, 4.604, 0.01],
    [10, 3.169, 0.01],
    [60, 2.66, 0.01],
    [9, 4.781, 0.001],
    [20, 3.85, 0.001],
    [7, 1.415, 0.2],
  ])('[METHOD-1] with %i degrees of freedom and t = %d has p = %d', (df, t, p) => {
    expect(Math.abs(twoTailedP(t, df) / p - 1)).toBeLessThan(2e-3)
    expect(twoTailedP(-t, df)).toBe(twoTailedP(t, df))
  })

  it('is 1 at 0 and falls to 0', () => {
    expect(twoTailedP(0, 7)).toBe(1)
    expect(twoTailedP(1e9, 7)).toBe(0)
    expect(twoTailedP(1.96, 19_999)).toBeCloseTo(0.05, 4)
  })

  it('of pairs without spread, of one pair and of none has no meaning', () => {
    expect(pairedT(new Map([[1, 3]]))).toEqual({ t: null, df: 2, p: null })
    expect(pairedT(new Map([[2, 1]]))).toEqual({ t: null, df: 0, p: null })
    expect(pairedT(new Map())).toEqual({ t: null, df: 0, p: null })
  })
})
