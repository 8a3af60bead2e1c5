import type { BudgetVote } from '../common/budget-vote.ts'

export interface Greedy {
  /** the funded items, in the order in which they were taken */
  order: number[]
  totalCost: number
  /** was one of two items with equal support funded and the other not? */
  isTied: boolean
}

/**
 * The items with more support first, as long as the money lasts; what costs more than is left is passed over, and the
 * next one is looked at. Nothing without support is funded.
 */
export function takeGreedily(
  { costs, support }: BudgetVote,
  places: readonly number[],
  budget: number,
  tieRule: (a: number, b: number) => number,
): Greedy {
  const able = places.filter((place) => costs[place]! > 0 && support[place]! > 0)
  const order: number[] = []
  let totalCost = 0
  for (const place of able.sort((a, b) => support[b]! - support[a]! || tieRule(a, b))) {
    if (totalCost + costs[place]! > budget) continue
    order.push(place)
    totalCost += costs[place]!
  }
  const funded = new Set(order)
  const levels = new Set(order.map((place) => support[place]!))
  const isTied = able.some((place) => !funded.has(place) && costs[place]! <= budget && levels.has(support[place]!))
  return { order, totalCost, isTied }
}
