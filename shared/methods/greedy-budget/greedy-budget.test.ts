import fc from 'fast-check'
import { expect, it } from 'vitest'
import { greedyBudget, greedyBudgetRecount } from './index.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const costs = { a: 5, b: 4, c: 3, d: 2, e: 2 }
const ballots = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 4 }), approve: fc.subarray(ids) }), {
  maxLength: 8,
})
const budgets = fc.integer({ min: 0, max: 16 })

it('funds within the budget, leaves out nothing that would still fit, and a project is never worse off for a vote more', () => {
  fc.assert(
    fc.property(ballots, budgets, fc.constantFrom(...ids), (ballots, budget, extra) => {
      const options = greedyBudget.parameters.parse({ budget, costs })
      const count = (given: typeof ballots) => {
        const { figures, scores } = greedyBudget.tally(given, ids, options)
        return { ...(figures as { winners: string[]; totalCost: number }), scores }
      }
      const { winners, totalCost, scores } = count(ballots)
      expect(totalCost).toBeLessThanOrEqual(budget)
      for (const id of ids) {
        const fits = totalCost + costs[id as 'a'] <= budget
        expect(winners.includes(id) || scores[id] === 0 || !fits).toBe(true)
      }
      const after = count([...ballots, { weight: 1, approve: [extra] }])
      if (winners.includes(extra)) expect(after.winners).toContain(extra)
    }),
    { numRuns: 1_000 },
  )
})

it('with equal votes the cheaper one goes first; a tie is told where it decides what is funded', () => {
  const count = (budget: number) => {
    const votes = [{ weight: 2, approve: ['a', 'c', 'b'] }]
    return greedyBudget.tally(votes, ids, greedyBudget.parameters.parse({ budget, costs })).figures
  }
  expect(count(7)).toMatchObject({ order: ['c', 'b'], tieSeen: true })
  expect(count(12)).toMatchObject({ order: ['c', 'b', 'a'], tieSeen: false })
  expect(count(4)).toMatchObject({ order: ['c'], tieSeen: true })
})

it('a knapsack ballot is refused whole when it costs more than the budget, an approval ballot is not', () => {
  const check = (ballotType: string) =>
    greedyBudget.check({ approve: ['a', 'b'] }, ids, greedyBudget.parameters.parse({ budget: 8, costs, ballotType }))
  expect(check('knapsack')).toEqual({ ok: false, refusal: 'over_budget', details: { max: 8 } })
  expect(check('approval').ok).toBe(true)
})

it('reads the file of projects and budget', () => {
  const projects = Object.entries(costs).map(([id, cost]) => ({ id, cost }))
  const file = { projects, budget: 7, ballots: [{ approve: ['b', 'd'] }, { approve: ['b'], weight: 2 }] }
  expect(greedyBudgetRecount.count(greedyBudgetRecount.input.parse(file))).toMatchObject({
    winners: ['b', 'd'],
    totalCost: 6,
    support: { a: 0, b: 3, c: 0, d: 1, e: 0 },
  })
})
