import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { defineMethod } from '../method.ts'
import { duelFigures } from '../common/duels.ts'
import { Strength, Unranked } from '../common/majority.ts'
import { pairwiseOf } from '../common/pairwise.ts'
import { checkRanking, rankedLimits } from '../common/ranked-ballot.ts'
import { readRankings } from '../common/ranked-profile.ts'
import { copelandScores } from './count.ts'
import { texts } from './texts.ts'

/** Every two items are compared; an item ranks by duels won less duels lost. The strength of a win does not matter. */
export const copeland = defineMethod({
  id: 'copeland',
  ballot: 'ranking',
  mostCandidates: limits.itemsDuelled,
  parameters: z.strictObject({ strength: Strength, unranked: Unranked, ...rankedLimits }),
  texts,
  check: checkRanking,
  tally(ballots, candidates, parameters) {
    const { profile, ...counts } = readRankings(ballots, candidates, parameters)
    const pairwise = pairwiseOf(profile)
    const balance = copelandScores(pairwise)
    const scores = Object.fromEntries(candidates.map((id, place) => [id, balance[place]!]))
    const ranking = rankByScore(scores)
    return { ...counts, scores, ranking, figures: duelFigures(pairwise, candidates, ranking) }
  },
})
