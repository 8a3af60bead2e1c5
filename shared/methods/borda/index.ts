import { z } from 'zod'
import { defineMethod } from '../method.ts'
import { checkRanking, rankedLimits } from '../common/ranked-ballot.ts'
import { readRankings } from '../common/ranked-profile.ts'
import { pointsTally } from '../common/points-tally.ts'
import { bordaPoints } from './count.ts'
import { texts } from './texts.ts'

/** Of m items the first gets m - 1 points, the last none; equal items share the average. More points rank higher. */
export const borda = defineMethod({
  id: 'borda',
  ballot: 'ranking',
  parameters: z.strictObject({
    points: z.literal('m-1..0').default('m-1..0'),
    ties: z.literal('average').default('average'),
    unranked: z.enum(['average-of-remaining', 'zero']).default('average-of-remaining'),
    ...rankedLimits,
  }),
  texts,
  check: checkRanking,
  tally(ballots, candidates, parameters) {
    const { profile, ...counts } = readRankings(ballots, candidates, parameters)
    return pointsTally(counts, candidates, bordaPoints(profile, parameters.unranked))
  },
})
