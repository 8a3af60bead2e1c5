import { describe, expect, it } from 'vitest'
import { borda } from '../borda/index.ts'
import { bandsOf, firmnessOf } from './bootstrap.ts'
import { marginsOf } from './margins.ts'

const candidates = ['A', 'B', 'C', 'D']
const rule = borda.parameters.parse({})
const count = (ballots: Parameters<typeof borda.tally>[0]) => borda.tally(ballots, candidates, rule).ranking
const ballot = (weight: number, order: string) => ({ weight, ranking: [...order].map((id) => [id]) })
/* A is far ahead, D far behind, B and C are nearly level */
const ballots = [ballot(22, 'ABCD'), ballot(21, 'ACBD'), ballot(1, 'DCBA')]
const usual = { seed: 'session-1/a2', rounds: 500 }

describe('firmness of an order', () => {
  it('[RANK-8] the same ballots and seed give the same, in whatever order and however put together', () => {
    const once = firmnessOf(ballots, count, usual)
    const single = ballots.flatMap((one) => Array.from({ length: one.weight }, () => ({ ...one, weight: 1 })))
    const merged = [ballot(10, 'ABCD'), ballots[2]!, ballots[1]!, ballot(12, 'ABCD')]
    expect(firmnessOf([...ballots].reverse(), count, usual)).toEqual(once)
    expect(firmnessOf(single, count, usual)).toEqual(once)
    expect(firmnessOf(merged, count, usual)).toEqual(once)
    expect(firmnessOf(ballots, count, { ...usual, seed: 'another' }).seed).not.toBe(once.seed)
  })

  it('[RANK-8] what is far apart is in bands of its own, what is near is in one', () => {
    const { intervals, bands } = firmnessOf(ballots, count, usual)
    expect(intervals.A).toEqual({ low: 1, high: 1 })
    expect(intervals.B).toEqual({ low: 2, high: 3 })
    expect(intervals.C).toEqual({ low: 2, high: 3 })
    expect(intervals.D).toEqual({ low: 4, high: 4 })
    expect(bands).toEqual([['A'], ['B', 'C'], ['D']])
  })

  it('[RANK-8] no ballots, one ballot, no items', () => {
    expect(firmnessOf([], count, usual).bands).toEqual([candidates])
    expect(firmnessOf([ballot(1, 'ABCD')], count, usual).bands).toEqual([['A'], ['B'], ['C'], ['D']])
    expect(firmnessOf([], () => [], usual)).toEqual({ ...usual, intervals: {}, bands: [] })
  })

  it('[RANK-8] bands end only where nothing above and below meets', () => {
    const intervals = { A: { low: 1, high: 1 }, B: { low: 2, high: 4 }, C: { low: 2, high: 3 }, D: { low: 4, high: 4 } }
    expect(bandsOf([['A'], ['B'], ['C'], ['D']], intervals)).toEqual([['A'], ['B', 'C', 'D']])
  })
})

describe('margins between neighbours', () => {
  it('[RANK-8] points where there are points, people where items were compared', () => {
    const tally = borda.tally(ballots, candidates, rule)
    /* A 129, B and C 66 each, D 3 */
    expect(marginsOf(tally, candidates)).toEqual([
      { above: ['A'], below: ['B', 'C'], by: 63 },
      { above: ['B', 'C'], below: ['D'], by: 63 },
    ])
    const duels = {
      ...tally,
      figures: {
        pairwise: [
          [0, 3, 3, 3],
          [1, 0, 3, 3],
          [1, 1, 0, 3],
          [1, 1, 1, 0],
        ],
      },
    }
    expect(marginsOf(duels, candidates).map(({ by }) => by)).toEqual([2, 2])
  })
})
