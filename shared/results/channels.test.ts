import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combineChannels, sharesOf, type Channel } from './channels.ts'

const hall: Channel = { id: 'hall', weight: 0.5, votes: { A: 6, B: 2 }, votersPerItem: { A: 2, B: 2 }, voters: 2 }
const paper: Channel = { id: 'paper', weight: 0.5, votes: { A: 1, B: 2 }, votersPerItem: { A: 1, B: 2 }, voters: 3 }

describe('channels of a vote', () => {
  it('[COMBINE-1] are made into shares before they are weighed, so that the larger one does not drown the other', () => {
    const committee: Channel = { id: 'committee', weight: 0.5, votes: { A: 0, B: 5 } }
    const phones: Channel = { id: 'phones', weight: 0.5, votes: { A: 600, B: 400 } }
    const { scores, ranking } = combineChannels([phones, committee], ['A', 'B'], 'stickers')
    expect(scores).toEqual({ A: 0.3, B: 0.7 })
    expect(ranking).toEqual([['B'], ['A']])
  })
  it('[COMBINE-2] have two denominators, and which one it was is said', () => {
    expect(sharesOf(hall, ['A', 'B'], 'stickers')).toEqual({ A: 0.75, B: 0.25 })
    expect(sharesOf(hall, ['A', 'B'], 'voters')).toEqual({ A: 1, B: 1 })
    expect(combineChannels([hall, paper], ['A', 'B'], 'stickers')).toMatchObject({
      denominator: 'stickers',
      ranking: [['A'], ['B']],
    })
    expect(combineChannels([hall, paper], ['A', 'B'], 'voters')).toMatchObject({
      denominator: 'voters',
      ranking: [['B'], ['A']],
    })
  })
  it('[COMBINE-3] are shown apart as well, an empty one by name', () => {
    const { channels } = combineChannels([hall, { id: 'helpers', weight: 0.1, votes: {} }], ['A', 'B'], 'stickers')
    expect(channels.map(({ id, ranking, isEmpty }) => ({ id, ranking, isEmpty }))).toEqual([
      { id: 'hall', ranking: [['A'], ['B']], isEmpty: false },
      { id: 'helpers', ranking: [['A', 'B']], isEmpty: true },
    ])
  })
  it('[COMBINE-4] no channel, no item, no votes: a result', () => {
    expect(combineChannels([], ['A'], 'voters')).toMatchObject({ scores: { A: 0 }, ranking: [['A']] })
    expect(combineChannels([hall], [], 'stickers')).toMatchObject({ scores: {}, ranking: [] })
  })
  it('[COMBINE-5] equal sums tie, whatever the order of the channels and the last bits of their weights', () => {
    const votes = fc.record({ A: fc.nat(50), B: fc.nat(50) })
    fc.assert(
      fc.property(fc.array(votes, { minLength: 1, maxLength: 5 }), (some) => {
        const own = some.map((each, i): Channel => ({ id: `c${i}`, weight: 0.1 * (i + 1), votes: each }))
        const mirrored = own.map((each): Channel => ({ ...each, votes: { A: each.votes.B!, B: each.votes.A! } }))
        const all = [...own, ...mirrored]
        expect(combineChannels(all, ['A', 'B'], 'stickers').ranking).toEqual([['A', 'B']])
        expect(combineChannels([...all].reverse(), ['A', 'B'], 'stickers').ranking).toEqual([['A', 'B']])
      }),
    )
  })
})
