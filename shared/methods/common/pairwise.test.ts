import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom, shuffled } from '../../base/seeded-random.ts'
import { PairwiseCount, pairwiseOf, rowsOf } from './pairwise.ts'
import { readRankings } from './ranked-profile.ts'

const rule = { topK: 300, tiesAllowed: true }
const ids = (n: number) => Array.from({ length: n }, (_, i) => `i${i + 1}`)
type Ballot = { weight: number; ranking: string[][] }

/** The definition, ballot by ballot and pair by pair. */
const byHand = (ballots: readonly Ballot[], candidates: readonly string[]) =>
  candidates.map((a) =>
    candidates.map((b) => ballots.reduce((sum, one) => sum + (depth(one, a) < depth(one, b) ? one.weight : 0), 0)),
  )
const depth = ({ ranking }: Ballot, id: string) => {
  const at = ranking.findIndex((group) => group.includes(id))
  return at === -1 ? ranking.length : at
}
/** Ballots of all lengths over many items, some with ties; a seed, since they are large. */
const manyBallots = fc.record({ seed: fc.string(), items: fc.integer({ min: 1, max: 70 }) }).map(({ seed, items }) => {
  const random = seededRandom(seed)
  const candidates = ids(items)
  const ballots = Array.from({ length: 40 }, (_, i): Ballot => {
    const length = random() < 0.5 ? items : Math.floor(random() * items)
    const order = shuffled(candidates, `${seed}/${i}`).slice(0, length)
    const ranking: string[][] = []
    const ties = random() < 0.3 ? 0.3 : 0
    for (const id of order) {
      if (ranking.length > 0 && random() < ties) ranking.at(-1)!.push(id)
      else ranking.push([id])
    }
    return { weight: random() < 0.9 ? 1 : 7, ranking }
  })
  return { candidates, ballots }
})

describe('pairwise figures', () => {
  it('[RANK-9] complete, short, tied and blank ballots, counted as the definition says', () => {
    fc.assert(
      fc.property(manyBallots, ({ candidates, ballots }) => {
        const { profile } = readRankings(ballots, candidates, rule)
        expect(rowsOf(pairwiseOf(profile))).toEqual(byHand(ballots, candidates))
      }),
      { numRuns: 20 },
    )
  })

  it('[RANK-9] one ballot more and one taken back: the same as counting all again', () => {
    fc.assert(
      fc.property(manyBallots, fc.nat(39), ({ candidates, ballots }, b) => {
        const { profile } = readRankings(ballots, candidates, rule)
        const count = PairwiseCount.of(profile)
        const before = count.matrix()
        count.add(profile, b, -profile.weights[b]!)
        const rest = readRankings(
          ballots.filter((_, i) => i !== b),
          candidates,
          rule,
        )
        expect(rowsOf(count.matrix())).toEqual(rowsOf(pairwiseOf(rest.profile)))
        count.add(profile, b, profile.weights[b]!)
        expect(count.matrix()).toEqual(before)
      }),
      { numRuns: 20 },
    )
  })

  it('[RANK-9] more people than 32 bits hold', () => {
    const weight = 2 ** 33 + 1
    const { profile } = readRankings([{ weight, ranking: [['i1'], ['i2']] }], ids(3), rule)
    expect(rowsOf(pairwiseOf(profile))).toEqual([
      [0, weight, weight],
      [0, 0, weight],
      [0, 0, 0],
    ])
  })

  it('[RANK-9] more complete ballots than a slice holds', () => {
    const candidates = ids(40)
    const ballots = Array.from({ length: 9_000 }, (_, i): Ballot => ({
      weight: 1,
      ranking: shuffled(candidates, `many/${i % 7}`).map((id) => [id]),
    }))
    const merged = Array.from({ length: 7 }, (_, i) => ({
      ...ballots[i]!,
      weight: ballots.filter((_, n) => n % 7 === i).length,
    }))
    const { profile } = readRankings(ballots, candidates, rule)
    expect(rowsOf(pairwiseOf(profile))).toEqual(byHand(merged, candidates))
  })
})
