import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import { defineMethod } from '../method.ts'
import { duelFigures } from '../common/duels.ts'
import { itemsBelow, orderOf, Strength, Unranked } from '../common/majority.ts'
import { pairwiseOf, rowsOf } from '../common/pairwise.ts'
import { checkRanking, rankedLimits } from '../common/ranked-ballot.ts'
import { readRankings } from '../common/ranked-profile.ts'
import { schulzeOf } from './count.ts'
import { texts } from './texts.ts'

/** Every two items are compared; an item beats another by the stronger chain of majorities. */
export const schulze = defineMethod({
  id: 'schulze',
  ballot: 'ranking',
  mostCandidates: limits.itemsDuelled,
  parameters: z.strictObject({ strength: Strength, unranked: Unranked, ...rankedLimits }),
  texts,
  check: checkRanking,
  tally(ballots, candidates, parameters) {
    const { profile, ...counts } = readRankings(ballots, candidates, parameters)
    const pairwise = pairwiseOf(profile)
    const { paths, layers } = schulzeOf(pairwise, parameters.strength)
    const ranking = orderOf(layers, candidates)
    const figures = {
      ...duelFigures(pairwise, candidates, ranking),
      paths: rowsOf({ size: candidates.length, cells: paths }),
    }
    return { ...counts, scores: itemsBelow(ranking), ranking, figures }
  },
})
