import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advance, draw, tieRules } from './tie-rule.ts'

const ranking = [['A'], ['C', 'B', 'D'], ['E']]
const seed = 'd1ce'

describe('the tie rule', () => {
  it('[TIE-1] is not asked where the line lies between two groups', () => {
    for (const rule of tieRules) {
      const { through, tied, then } = advance(ranking, 4, rule, seed)
      expect({ through, tied, then }).toEqual({ through: ['A', 'C', 'B', 'D'], tied: [], then: { kind: 'nothing' } })
      expect(advance(ranking, 1, rule, seed).through).toEqual(['A'])
      expect(advance(ranking, 9, rule, seed).through).toHaveLength(5)
      expect(advance(ranking, 0, rule, seed).through).toEqual([])
      expect(advance([], 3, rule, seed).through).toEqual([])
    }
  })
  it('[TIE-2] run-off: the tied ones wait for a vote among them, for the places that are left', () => {
    expect(advance(ranking, 2, 'run-off', seed)).toEqual({
      places: 2,
      through: ['A'],
      tied: ['B', 'C', 'D'],
      then: { kind: 'run-off', among: ['B', 'C', 'D'], places: 1 },
    })
  })
  it('[TIE-3] both go on: all tied ones do, and how many too many that is', () => {
    expect(advance(ranking, 2, 'both-go-on', seed)).toMatchObject({
      through: ['A', 'B', 'C', 'D'],
      tied: ['B', 'C', 'D'],
      then: { kind: 'both-go-on', more: 2 },
    })
  })
  it('[TIE-4] draw: the lowest SHA-256 of seed and id, as anybody can compute it', () => {
    const lots = ['B', 'C', 'D']
      .map((id) => ({ id, lot: createHash('sha256').update(`${seed}/${id}`, 'utf8').digest('hex') }))
      .sort((a, b) => a.lot.localeCompare(b.lot))
    const result = advance(ranking, 3, 'draw', seed)
    expect(result.then).toEqual({ kind: 'draw', seed, lots })
    expect(result.through).toEqual(['A', lots[0]!.id, lots[1]!.id])
  })
  it('[TIE-5] a draw does not ask in which order the items stand, and gives each the same chance', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 8 }), fc.string(), (ids, any) => {
        expect(draw([...ids].reverse(), any)).toEqual(draw(ids, any))
      }),
    )
    const wins = { A: 0, B: 0, C: 0 }
    for (let i = 0; i < 3_000; i += 1) wins[draw(['A', 'B', 'C'], `seed ${i}`)[0]!.id as 'A'] += 1
    for (const n of Object.values(wins)) expect(Math.abs(n - 1_000)).toBeLessThan(150)
  })
})
