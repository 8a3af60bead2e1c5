import { describe, expect, it } from 'vitest'
import { codingReliability } from './agreement.ts'

describe('agreement of two who code', () => {
  it('[METHOD-1] has a lower kappa where the codes are used unevenly, with the same share of agreement (Wikipedia, Cohen’s kappa)', () => {
    const even = codingReliability([
      [45, 15],
      [25, 15],
    ])
    const uneven = codingReliability([
      [25, 35],
      [5, 35],
    ])
    expect(even).toMatchObject({ observed: 0.6, expectedByChance: 0.54 })
    expect(even.kappa).toBeCloseTo(0.1304, 4)
    expect(uneven).toMatchObject({ observed: 0.6, expectedByChance: 0.46 })
    expect(uneven.kappa).toBeCloseTo(0.2593, 4)
  })

  it('has no kappa where both used one code only, and no figure without notes', () => {
    expect(codingReliability([[7]])).toEqual({ observed: 1, expectedByChance: 1, kappa: null, holsti: 1 })
    expect(codingReliability([]).observed).toBeNull()
  })
})
