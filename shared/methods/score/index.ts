import { z } from 'zod'
import type { ScoresBallot } from '../../ballots/scores.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { admit } from '../common/admit.ts'
import { below, countRatings, hasTwoValues, scaleMessage, scaleParameters, summaries } from '../common/scale.ts'
import { checkScores } from '../common/check-scores.ts'
import { defineMethod } from '../method.ts'
import { texts } from './texts.ts'

/**
 * Each voter rates what they like from `min` to `max`; an item ranks by the mean of its ratings. An item that nobody
 * rated is listed in `unrated` and comes last, with a score a step below the scale.
 */
export const score = defineMethod({
  id: 'score',
  ballot: 'scores',
  parameters: z.strictObject(scaleParameters).refine(hasTwoValues, scaleMessage),
  texts,
  check: (ballot: ScoresBallot, candidates, scale) => checkScores(ballot, candidates, scale),
  tally(given, candidates, scale) {
    const { ballots, ...people } = admit(
      given,
      (ballot) => checkScores(ballot, candidates, scale).ok,
      ({ scores }) => Object.keys(scores).length === 0,
    )
    const items = summaries(countRatings(ballots, candidates, scale), scale)
    const rated = Object.entries(items).flatMap(([id, { mean }]) => (mean === null ? [] : [[id, mean] as const]))
    const means: Record<string, number> = Object.fromEntries(rated)
    const scores = Object.fromEntries(candidates.map((id) => [id, means[id] ?? below(scale)]))
    return {
      ...people,
      scores,
      votersPerItem: Object.fromEntries(Object.entries(items).map(([id, { n }]) => [id, n])),
      ranking: rankByScore(scores),
      figures: {
        items,
        rankingByMean: rankByScore(means),
        unrated: candidates.filter((id) => !(id in means)).sort(),
      },
    }
  },
})
