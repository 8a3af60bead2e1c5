import { z } from 'zod'
import type { ApproveBallot } from '../../ballots/approve.ts'
import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { admit, areKnown } from '../common/admit.ts'
import { defineMethod } from '../method.ts'
import { countApprovals } from './count.ts'
import { texts } from './texts.ts'

function checkApprovals(
  ballot: ApproveBallot,
  candidates: readonly string[],
  { max }: { max: number },
): Outcome<ApproveBallot> {
  if (!areKnown(ballot.approve, candidates)) return refuse('unknown_candidate')
  if (new Set(ballot.approve).size < ballot.approve.length) return refuse('named_twice')
  return max > 0 && ballot.approve.length > max ? refuse('too_many_choices', { max }) : ok(ballot)
}

/** Each voter picks the items that they are for, at most `max` (0: as many as they like). More people rank higher. */
export const approval = defineMethod({
  id: 'approval',
  ballot: 'approve',
  parameters: z.strictObject({ max: z.int().min(0).max(limits.candidatesPerVote).default(0) }),
  texts,
  check: checkApprovals,
  tally(given, candidates, parameters) {
    const { ballots, ...people } = admit(
      given,
      (ballot) => checkApprovals(ballot, candidates, parameters).ok,
      ({ approve }) => approve.length === 0,
    )
    const scores = countApprovals(ballots, candidates)
    return {
      ...people,
      scores,
      votersPerItem: { ...scores },
      ranking: rankByScore(scores),
      figures: { voters: people.accepted },
    }
  },
})
