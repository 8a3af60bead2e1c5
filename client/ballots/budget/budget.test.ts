import { describe, expect, it } from 'vitest'
import { budgetOf, costOf, excessOf } from './budget.ts'

const money = { budget: 100, costs: { i1: 30, i2: 60, i3: 200 } }
const knapsack = budgetOf({ parameters: { ...money, ballotType: 'knapsack' } })
const free = budgetOf({ parameters: { ...money, ballotType: 'approval' } })

describe('a ballot against a budget', () => {
  it('is bound by it only in a knapsack', () => {
    expect(knapsack.isBinding).toBe(true)
    expect(free.isBinding).toBe(false)
    expect(budgetOf({ parameters: money }).isBinding).toBe(false)
  })
  it('sums what was chosen, and says by how much one more would be over', () => {
    expect(costOf({ approve: ['i1', 'i2', 'i9'] }, knapsack)).toBe(90)
    expect(excessOf({ approve: ['i1'] }, 'i2', knapsack)).toBe(0)
    expect(excessOf({ approve: ['i1', 'i2'] }, 'i3', knapsack)).toBe(190)
    expect(excessOf({ approve: [] }, 'i3', knapsack)).toBe(100)
    expect(excessOf({ approve: ['i1', 'i2'] }, 'i3', free)).toBe(0)
  })
})
