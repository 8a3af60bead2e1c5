import type { BudgetVote } from '../common/budget-vote.ts'
import { takeGreedily } from '../greedy-budget/count.ts'
import { buyable, equalShares, type EqualSharesRule, type Shares } from './count.ts'

export interface Completed extends Shares {
  /** what was shared out in the run that counts: the budget, or more */
  virtualBudget: number
}

/**
 * Equal shares usually leave money over, since a purchase needs supporters who still have some. `add1` (equalshares.net)
 * gives everybody `step` more and begins again, until the result would cost more than the budget, or has all that
 * anybody wants; the last result within the budget counts. `add1u` then spends what is left by votes.
 */
export function completed(
  vote: BudgetVote,
  budget: number,
  { completion, step, ...rule }: EqualSharesRule & { completion: 'none' | 'add1' | 'add1u'; step: number },
): Completed {
  let best: Completed = { ...equalShares(vote, budget, rule), virtualBudget: budget }
  if (completion === 'none') return best
  const wanted = buyable(vote)
  while (best.order.length < wanted.length) {
    const virtualBudget = best.virtualBudget + step * vote.accepted
    const next = equalShares(vote, virtualBudget, rule)
    if (next.totalCost > budget) break
    best = { ...next, virtualBudget }
  }
  if (completion === 'add1') return best
  const left = wanted.filter((item) => !best.order.includes(item))
  const filled = takeGreedily(vote, left, budget - best.totalCost, rule.tieRule)
  return {
    ...best,
    order: [...best.order, ...filled.order],
    totalCost: best.totalCost + filled.totalCost,
    isTied: best.isTied || filled.isTied,
  }
}
