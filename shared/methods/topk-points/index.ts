import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import { defineMethod } from '../method.ts'
import { pointsTally } from '../common/points-tally.ts'
import { checkRanking, rankedLimits } from '../common/ranked-ballot.ts'
import { readRankings } from '../common/ranked-profile.ts'
import { topkPoints } from './count.ts'
import { texts } from './texts.ts'

/** A fixed number of points for the first places, nothing for the others. More points rank higher. */
export const topKPoints = defineMethod({
  id: 'topk-points',
  ballot: 'ranking',
  parameters: z.strictObject({
    points: z
      .array(z.int().min(0).max(1000))
      .min(1)
      .max(limits.parameterList)
      .refine((points) => points.every((each, i) => i === 0 || each <= points[i - 1]!), {
        message: 'a lower place may not give more points',
      })
      .default([3, 2, 1]),
    ...rankedLimits,
  }),
  texts,
  check: checkRanking,
  tally(ballots, candidates, parameters) {
    const { profile, ...counts } = readRankings(ballots, candidates, parameters)
    return pointsTally(counts, candidates, topkPoints(profile, parameters.points))
  },
})
