import { z } from 'zod'
import type { VotesBallot } from '../../ballots/votes.ts'
import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { addUp } from '../common/add-up.ts'
import { admit, areKnown } from '../common/admit.ts'
import { defineMethod } from '../method.ts'
import { texts } from './texts.ts'

const square = (n: number): number => n * n
const costOf = (votes: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(votes).map(([id, n]) => [id, square(n)]))

function checkVotes(
  ballot: VotesBallot,
  candidates: readonly string[],
  { credits }: { credits: number },
): Outcome<VotesBallot> {
  if (!areKnown(Object.keys(ballot.votes), candidates)) return refuse('unknown_candidate')
  const spent = Object.values(costOf(ballot.votes)).reduce((sum, cost) => sum + cost, 0)
  return spent > credits ? refuse('too_many_credits', { max: credits }) : ok(ballot)
}

/**
 * Quadratic voting (Posner & Weyl 2018, Radical Markets, ch. 2): n votes for or against one item cost n² of a voter's
 * `credits`, so that a strong wish can be said and has its price. An item ranks by votes for minus votes against.
 */
export const quadratic = defineMethod({
  id: 'quadratic',
  ballot: 'votes',
  parameters: z.strictObject({
    credits: z.int().min(1).max(square(limits.votesPerItem)).default(25),
    cost: z.literal('votes-squared').default('votes-squared'),
  }),
  texts,
  check: checkVotes,
  tally(given, candidates, parameters) {
    const { ballots, ...people } = admit(
      given,
      (ballot) => checkVotes(ballot, candidates, parameters).ok,
      ({ votes }) => Object.keys(votes).length === 0,
    )
    const { sums: scores, voters } = addUp(
      ballots.map(({ votes, weight }) => ({ given: votes, weight })),
      candidates,
    )
    const spent = addUp(
      ballots.map(({ votes, weight }) => ({ given: costOf(votes), weight })),
      candidates,
    )
    return {
      ...people,
      scores,
      votersPerItem: voters,
      ranking: rankByScore(scores),
      figures: { creditsSpent: spent.sums },
    }
  },
})
