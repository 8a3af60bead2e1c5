import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concordanceOf, concordanceOfProfile, kendallW } from './kendall-w.ts'
import { readRankings } from './ranked-profile.ts'

interface Vector {
  name: string
  method: string
  source: string
  input: { ranks: number[][] }
  expected: { w: number; chi2: number; df: number; p: number }
}
const file = join(import.meta.dirname, '../../../test/vectors/korean-methods.json')
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] }
const rule = { topK: 9, tiesAllowed: true }

describe("Kendall's W", () => {
  it.each(vectors.filter(({ method }) => method === 'kendallW'))('[RANK-7] $name ($source)', ({ input, expected }) => {
    const { W, chiSquare, df, p } = concordanceOf(input.ranks, 'ranks')
    expect(W).toBeCloseTo(expected.w, 5)
    expect(chiSquare).toBeCloseTo(expected.chi2, 5)
    expect(df).toBe(expected.df)
    expect(p).toBeCloseTo(expected.p, 5)
  })

  it('[RANK-7] scores are ranks turned round, and any distances between them', () => {
    const ranks = concordanceOf(
      [
        [1, 2, 3],
        [2, 1, 3],
      ],
      'ranks',
    )
    expect(
      concordanceOf(
        [
          [9, 5, 1],
          [4, 5, 0],
        ],
        'scores',
      ),
    ).toEqual(ranks)
  })

  it('[RANK-7] nobody, nothing, all level: no order was expressed', () => {
    for (const raters of [
      [],
      [[]],
      [[1]],
      [
        [2, 2, 2],
        [5, 5, 5],
      ],
    ]) {
      expect(concordanceOf(raters, 'ranks').W).toBeNull()
    }
    expect(concordanceOf([[1, 2, 3]], 'ranks')).toMatchObject({ W: 1, meanRank: [1, 2, 3] })
  })

  it('[RANK-7] stays between 0 and 1, and is 1 when all say the same', () => {
    const order = fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 })
    fc.assert(
      fc.property(fc.array(order, { minLength: 1 }), (raters) => {
        const { W, p } = concordanceOf(raters, 'ranks')
        expect(W).toBeGreaterThanOrEqual(0)
        expect(W).toBeLessThanOrEqual(1)
        expect(p).toBeGreaterThanOrEqual(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(concordanceOf([raters[0]!, raters[0]!], 'ranks').W).toBe(1)
      }),
      { numRuns: 1_000 },
    )
  })

  it('[RANK-7] of ranked ballots: what is left out shares the last rank', () => {
    const ballots = [
      { weight: 2, ranking: [['A'], ['B']] },
      { weight: 1, ranking: [['C', 'A']] },
      { weight: 1, ranking: [] },
    ]
    const { profile } = readRankings(ballots, ['A', 'B', 'C', 'D'], rule)
    const rows = [
      [1, 2, 3.5, 3.5],
      [1, 2, 3.5, 3.5],
      [1.5, 3.5, 1.5, 3.5],
      [2.5, 2.5, 2.5, 2.5],
    ]
    expect(concordanceOfProfile(profile)).toEqual(concordanceOf(rows, 'ranks'))
  })

  it('refuses rows of different lengths', () => {
    expect(kendallW.input.safeParse({ raters: [[1, 2], [1]] }).success).toBe(false)
  })
})
