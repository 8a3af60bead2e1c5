import { z } from 'zod'
import type { ApproveBallot } from '../../ballots/approve.ts'
import { ok, refuse } from '../../base/outcome.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { budgetInput, budgetOptions, hasBudget, readBudgetVote, tieBreaks, tieRule } from '../common/budget-vote.ts'
import { rounded } from '../common/rounded.ts'
import { defineMethod } from '../method.ts'
import { defineRecount } from '../recount.ts'
import { completed } from './complete.ts'
import { texts } from './texts.ts'

const options = z.strictObject({
  ...budgetOptions,
  utility: z.enum(['cost', 'cardinality']).default('cost'),
  completion: z.enum(['none', 'add1', 'add1u']).default('none'),
  /** by how much each person's share grows at once with `add1` and `add1u` */
  step: z.int().min(1).max(1e9).default(1),
  tieBreak: z.enum(tieBreaks).default(tieBreaks[0]),
  exact: z.literal(true).default(true),
})

/** Each person chooses projects and has an equal share of the budget, that pays for nothing but what they chose. */
export const equalSharesMethod = defineMethod({
  id: 'equal-shares',
  ballot: 'approve',
  parameters: options,
  texts,
  ready: hasBudget,
  check(ballot: ApproveBallot, candidates) {
    const known = new Set(candidates)
    if (!ballot.approve.every((id) => known.has(id))) return refuse('unknown_candidate')
    return new Set(ballot.approve).size < ballot.approve.length ? refuse('named_twice') : ok(ballot)
  },
  tally(ballots, candidates, { budget, costs, utility, completion, step, tieBreak }) {
    const vote = readBudgetVote(ballots, candidates, costs)
    const done = completed(vote, budget, { utility, completion, step, tieRule: tieRule(vote, tieBreak) })
    const { accepted, rejected, blank } = vote
    const support = Object.fromEntries(candidates.map((id, i) => [id, vote.support[i]!]))
    const order = done.order.map((place) => candidates[place]!)
    /* Bought first ranks first; what is not funded shares the last rank. */
    const scores = Object.fromEntries(candidates.map((id) => [id, 0]))
    for (const [i, id] of order.entries()) scores[id] = order.length - i
    return {
      scores,
      votersPerItem: { ...support },
      ranking: rankByScore(scores),
      ...{ accepted, rejected, blank },
      figures: {
        winners: [...order].sort(),
        order,
        totalCost: done.totalCost,
        support,
        finalVirtualBudget: done.virtualBudget,
        effectiveVotes: Object.fromEntries(done.effectiveVotes.map((votes, i) => [order[i]!, rounded(votes)])),
        tieSeen: done.isTied,
      },
    }
  },
})

export const equalSharesRecount = defineRecount({
  id: 'equal-shares',
  input: budgetInput(options),
  count({ options, candidates, ballots }) {
    const { figures, ...counted } = equalSharesMethod.tally(ballots, candidates, options)
    return { method: 'equal-shares', options, ...counted, ...figures }
  },
})
