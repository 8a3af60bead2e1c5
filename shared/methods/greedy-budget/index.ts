import { z } from 'zod'
import type { ApproveBallot } from '../../ballots/approve.ts'
import { ok, refuse } from '../../base/outcome.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { budgetInput, budgetOptions, hasBudget, readBudgetVote, tieBreaks, tieRule } from '../common/budget-vote.ts'
import { defineMethod } from '../method.ts'
import { defineRecount } from '../recount.ts'
import { takeGreedily } from './count.ts'
import { texts } from './texts.ts'

const options = z.strictObject({
  ...budgetOptions,
  /** `knapsack`: what one person chooses must fit into the budget */
  ballotType: z.enum(['approval', 'knapsack']).default('approval'),
  tooExpensive: z.literal('passed over').default('passed over'),
  tieBreak: z.enum(tieBreaks).default(tieBreaks[0]),
  utility: z.literal('cost').default('cost'),
  completion: z.literal('none').default('none'),
  exact: z.literal(true).default(true),
})

/** Each person chooses projects; those with more votes are funded first. Projects rank by votes, funded or not. */
export const greedyBudget = defineMethod({
  id: 'greedy-budget',
  ballot: 'approve',
  parameters: options,
  texts,
  ready: hasBudget,
  check(ballot: ApproveBallot, candidates, { budget, costs, ballotType }) {
    const known = new Set(candidates)
    if (!ballot.approve.every((id) => known.has(id))) return refuse('unknown_candidate')
    if (new Set(ballot.approve).size < ballot.approve.length) return refuse('named_twice')
    const cost = ballot.approve.reduce((sum, id) => sum + (costs[id] ?? 0), 0)
    return ballotType === 'knapsack' && cost > budget ? refuse('over_budget', { max: budget }) : ok(ballot)
  },
  tally(ballots, candidates, { budget, costs, ballotType, tieBreak }) {
    const vote = readBudgetVote(ballots, candidates, costs, (cost) => ballotType === 'approval' || cost <= budget)
    const { order, totalCost, isTied } = takeGreedily(vote, [...candidates.keys()], budget, tieRule(vote, tieBreak))
    const { accepted, rejected, blank } = vote
    const support = Object.fromEntries(candidates.map((id, i) => [id, vote.support[i]!]))
    const inOrder = order.map((place) => candidates[place]!)
    return {
      scores: support,
      votersPerItem: { ...support },
      ranking: rankByScore(support),
      ...{ accepted, rejected, blank },
      figures: { winners: [...inOrder].sort(), order: inOrder, totalCost, support, tieSeen: isTied },
    }
  },
})

export const greedyBudgetRecount = defineRecount({
  id: 'greedy-budget',
  input: budgetInput(options),
  count({ options, candidates, ballots }) {
    const { figures, ...counted } = greedyBudget.tally(ballots, candidates, options)
    return { method: 'greedy-budget', options, ...counted, ...figures }
  },
})
