import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import { defineMethod } from '../method.ts'
import { duelFigures } from '../common/duels.ts'
import { itemsBelow, orderOf, Strength, Unranked } from '../common/majority.ts'
import { pairwiseOf } from '../common/pairwise.ts'
import { checkRanking, rankedLimits } from '../common/ranked-ballot.ts'
import { readRankings } from '../common/ranked-profile.ts'
import { rankedPairsOf } from './count.ts'
import { texts } from './texts.ts'

/** Rankings that are printed one by one; where there are more, only the winners are. */
const FEW = 20

/** Every two items are compared; the strongest majorities are fixed first, but for those that contradict stronger ones. */
export const rankedPairs = defineMethod({
  id: 'ranked-pairs',
  ballot: 'ranking',
  mostCandidates: limits.itemsDuelled,
  parameters: z.strictObject({ strength: Strength, unranked: Unranked, ...rankedLimits }),
  texts,
  check: checkRanking,
  tally(ballots, candidates, parameters) {
    const { profile, ...counts } = readRankings(ballots, candidates, parameters)
    const pairwise = pairwiseOf(profile)
    const { outcomes, exhaustive, layers } = rankedPairsOf(pairwise, parameters.strength)
    const ranking = orderOf(layers, candidates)
    const duels = duelFigures(pairwise, candidates, ranking)
    const isOne = exhaustive && outcomes.length === 1
    const namesOf = (layer: readonly number[]) => layer.map((place) => candidates[place]!)
    const figures = {
      ...duels,
      possibleWinners: duels.winners,
      ...(exhaustive && outcomes.length <= FEW && { possibleRankings: outcomes.map((order) => order.map(namesOf)) }),
      exhaustive,
      uniqueUnderAnyTieBreak: isOne,
      ...(!isOne && { tieSeen: true }),
    }
    return { ...counts, scores: itemsBelow(ranking), ranking, figures }
  },
})
