import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownTurnout, SMALLEST_GROUP } from './small-groups.ts'

const of = (...sizes: number[]) =>
  sizes.map((present, i) => ({ group: `g${i}`, present, voted: Math.ceil(present / 2) }))

describe('turnout by group', () => {
  it('[GROUPS-1] groups of five and more are shown', () => {
    expect(shownTurnout(of(5, 12))).toEqual({ groups: of(5, 12), others: null, total: { present: 17, voted: 9 } })
  })

  it('[GROUPS-1] small ones are shown together', () => {
    const { groups, others } = shownTurnout(of(3, 12, 4))
    expect(groups.map(({ group }) => group)).toEqual(['g1'])
    expect(others).toEqual({ groups: ['g0', 'g2'], present: 7, voted: 4 })
  })

  it('[GROUPS-2] one small group takes the next smallest with it, so that it does not follow from the total', () => {
    const { groups, others } = shownTurnout(of(3, 12, 7))
    expect(groups.map(({ group }) => group)).toEqual(['g1'])
    expect(others).toEqual({ groups: ['g0', 'g2'], present: 10, voted: 6 })
  })

  it('[GROUPS-1] too few people altogether: nothing', () => {
    expect(shownTurnout(of(1, 2))).toEqual({ groups: [], others: null, total: null })
    expect(shownTurnout([])).toEqual({ groups: [], others: null, total: null })
  })

  it('[GROUPS-2] nothing that is shown, and no difference of it, is about one to four people', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(14), { maxLength: 8 }), (sizes) => {
        const { groups, others, total } = shownTurnout(of(...sizes))
        const shown = groups.reduce((sum, { present }) => sum + present, 0)
        const left = (total?.present ?? 0) - shown
        expect(groups.every(({ present }) => present >= SMALLEST_GROUP)).toBe(true)
        expect(left === 0 || left >= SMALLEST_GROUP).toBe(true)
        expect(others?.present ?? 0).toBe(left)
      }),
      { numRuns: 1_000 },
    )
  })
})
