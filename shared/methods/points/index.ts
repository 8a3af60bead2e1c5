import { z } from 'zod'
import type { PointsBallot } from '../../ballots/points.ts'
import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { admit, areKnown } from '../common/admit.ts'
import { addUp } from '../common/add-up.ts'
import { defineMethod } from '../method.ts'
import { texts } from './texts.ts'

function checkPoints(
  ballot: PointsBallot,
  candidates: readonly string[],
  { total }: { total: number },
): Outcome<PointsBallot> {
  if (!areKnown(Object.keys(ballot.points), candidates)) return refuse('unknown_candidate')
  const given = Object.values(ballot.points).reduce((sum, n) => sum + n, 0)
  return given > total ? refuse('too_many_points', { max: total }) : ok(ballot)
}

/** Each voter shares out up to `total` points as they like; an item ranks by its points. */
export const points = defineMethod({
  id: 'points',
  ballot: 'points',
  parameters: z.strictObject({ total: z.int().min(1).max(limits.pointsPerVoter).default(100) }),
  texts,
  check: checkPoints,
  tally(given, candidates, parameters) {
    const { ballots, ...people } = admit(
      given,
      (ballot) => checkPoints(ballot, candidates, parameters).ok,
      (ballot) => Object.keys(ballot.points).length === 0,
    )
    const { sums: scores, voters } = addUp(
      ballots.map((ballot) => ({ given: ballot.points, weight: ballot.weight })),
      candidates,
    )
    return { ...people, scores, votersPerItem: voters, ranking: rankByScore(scores) }
  },
})
