import fc from 'fast-check'
import type { RankingBallot } from '../../shared/ballots/ranking.ts'

const limits = { topK: fc.integer({ min: 2, max: 9 }), tiesAllowed: fc.boolean() }
const duels = fc.record({
  strength: fc.constantFrom('winning-votes', 'margins'),
  unranked: fc.constant('tied-last'),
  ...limits,
})

export const rankedParameters = {
  borda: fc.record({
    points: fc.constant('m-1..0'),
    ties: fc.constant('average'),
    unranked: fc.constantFrom('average-of-remaining', 'zero'),
    ...limits,
  }),
  'topk-points': fc.record({ points: fc.constantFrom<number[]>([3, 2, 1], [1], [10, 7, 5, 1, 0]), ...limits }),
  copeland: duels,
  schulze: duels,
  'ranked-pairs': duels,
  irv: fc.record({
    equalRanks: fc.constantFrom('split-equally', 'approval', 'skip'),
    eliminate: fc.constant('one-at-a-time'),
    stopAtMajority: fc.boolean(),
    ...limits,
  }),
}

/** Orders of some of the items, cut into groups; a few name an item twice, or one that is not in the vote. */
export const anyRanking = (candidates: readonly string[]): fc.Arbitrary<RankingBallot> =>
  fc
    .tuple(
      fc.shuffledSubarray([...candidates]),
      fc.array(fc.boolean(), { minLength: candidates.length + 1, maxLength: candidates.length + 1 }),
      fc.option(fc.constantFrom('i999', ...candidates), { freq: 12 }),
    )
    .map(([some, cuts, stray]) => {
      const ranking: string[][] = []
      for (const [i, id] of [...some, ...(stray === null ? [] : [stray])].entries()) {
        if (i === 0 || cuts[i]) ranking.push([id])
        else ranking.at(-1)!.push(id)
      }
      return { ranking }
    })
