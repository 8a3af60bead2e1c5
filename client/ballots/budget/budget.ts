import type { ApproveBallot } from '../../../shared/ballots/approve.ts'
import type { ParametersOf, Question } from '../face.ts'

/** Money against which projects are chosen, in the unit of the vote. */
export interface Budget {
  budget: number
  costs: Readonly<Record<string, number>>
  /** what one person chooses must fit into the budget */
  isBinding: boolean
}

/** Equal shares takes every approval; the greedy rule has both forms. */
export function budgetOf({ parameters }: Pick<Question, 'parameters'>): Budget {
  const given = parameters as ParametersOf<'greedy-budget'> | ParametersOf<'equal-shares'>
  const { budget, costs } = given
  return { budget, costs, isBinding: 'ballotType' in given && given.ballotType === 'knapsack' }
}

/** What the chosen projects cost together; one without a cost costs nothing and is never funded. */
export const costOf = ({ approve }: ApproveBallot, { costs }: Budget): number =>
  approve.reduce((sum, id) => sum + (costs[id] ?? 0), 0)

/** By how much choosing this project too would be over the budget; 0 where it fits, or where nothing binds. */
export function excessOf(ballot: ApproveBallot, id: string, budget: Budget): number {
  const cost = costOf(ballot, budget) + (budget.costs[id] ?? 0)
  return budget.isBinding ? Math.max(0, cost - budget.budget) : 0
}

/** An amount with its thousands apart; the unit is whatever the vote's costs are in. */
export const amount = (n: number, language: string): string => n.toLocaleString(language)
