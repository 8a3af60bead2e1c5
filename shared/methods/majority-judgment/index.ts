import { z } from 'zod'
import type { ScoresBallot } from '../../ballots/scores.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { admit } from '../common/admit.ts'
import { checkScores } from '../common/check-scores.ts'
import { below, countRatings, hasTwoValues, scaleMessage, scaleParameters } from '../common/scale.ts'
import { defineMethod } from '../method.ts'
import { gaugeOf, gaugeValue } from './count.ts'
import { texts } from './texts.ts'

/**
 * Majority judgment: each voter grades items from `min` to `max`, an item has the grade that a majority gives it at
 * least (the lower median), and the majority gauge orders items of one grade. `unrated` says what becomes of an item
 * that somebody did not grade: the `lowest` grade, as Balinski & Laraki count it, or `left-out`. Blank ballots say
 * nothing about any item.
 */
export const majorityJudgment = defineMethod({
  id: 'majority-judgment',
  ballot: 'scores',
  parameters: z
    .strictObject({
      ...scaleParameters,
      unrated: z.enum(['lowest', 'left-out']).default('lowest'),
      tieBreak: z.literal('majority-gauge').default('majority-gauge'),
    })
    .refine(hasTwoValues, scaleMessage),
  texts,
  check: (ballot: ScoresBallot, candidates, scale) => checkScores(ballot, candidates, scale),
  tally(given, candidates, parameters) {
    const { ballots, ...people } = admit(
      given,
      (ballot) => checkScores(ballot, candidates, parameters).ok,
      ({ scores }) => Object.keys(scores).length === 0,
    )
    const counts = countRatings(ballots, candidates, parameters)
    const voters = [...counts].map(([id, own]) => [id, own.reduce((sum, count) => sum + count, 0)] as const)
    if (parameters.unrated === 'lowest') {
      for (const [id, rated] of voters) counts.get(id)![0]! += people.accepted - people.blank - rated
    }
    const gauges = [...counts].map(([id, own]) => [id, gaugeOf(own, parameters.min)] as const)
    const scores = Object.fromEntries(
      gauges.map(([id, gauge]) => [id, gauge.grade === null ? below(parameters) : gaugeValue(gauge.grade, gauge)]),
    )
    const histogram = (id: string) =>
      Object.fromEntries(counts.get(id)!.map((count, i) => [String(parameters.min + i), count]))
    return {
      ...people,
      scores,
      votersPerItem: Object.fromEntries(voters),
      ranking: rankByScore(scores),
      figures: {
        items: Object.fromEntries(gauges.map(([id, gauge]) => [id, { ...gauge, histogram: histogram(id) }])),
      },
    }
  },
})
