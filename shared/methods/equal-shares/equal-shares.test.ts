import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBudgetVote, tieBreaks, tieRule, type BudgetVote } from '../common/budget-vote.ts'
import { Accounts, ratio } from './accounts.ts'
import { completed } from './complete.ts'
import { equalShares } from './count.ts'
import { equalSharesMethod, equalSharesRecount } from './index.ts'

const RUNS = { numRuns: 1_000 }

/** A fraction, never reduced: slow and plain. */
interface Fraction {
  n: bigint
  d: bigint
}
const fraction = (n: number | bigint, d: number | bigint = 1): Fraction => ({ n: BigInt(n), d: BigInt(d) })
const minus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d })
const order = (a: Fraction, b: Fraction): number => Number(a.n * b.d > b.n * a.d) - Number(a.n * b.d < b.n * a.d)

/** The rule as it is written down, person by person, in fractions. */
function byTheBook(vote: BudgetVote, endowment: number, utility: 'cost' | 'cardinality'): string[] {
  const people = vote.weights.flatMap((weight, ballot) => Array.from({ length: weight }, () => vote.approved[ballot]!))
  const money = people.map(() => fraction(endowment, vote.accepted))
  const left = new Set(vote.ids.keys())
  const bought: string[] = []
  for (;;) {
    const offers = [...left].flatMap((item) => {
      const cost = vote.costs[item]!
      const own = people.flatMap((approved, person) => (approved.includes(item) ? [person] : []))
      own.sort((a, b) => order(money[a]!, money[b]!))
      let owed = fraction(cost)
      for (const [i, person] of own.entries()) {
        const part = { n: owed.n, d: owed.d * BigInt(own.length - i) }
        if (cost > 0 && order(money[person]!, part) >= 0) {
          const perUtility = utility === 'cost' ? { n: part.n, d: part.d * BigInt(cost) } : part
          return [{ item, own, part, perUtility }]
        }
        owed = minus(owed, money[person]!)
      }
      return []
    })
    const rule = tieRule(vote, tieBreaks[0])
    const [best] = offers.sort((a, b) => order(a.perUtility, b.perUtility) || rule(a.item, b.item))
    if (!best) return bought
    for (const person of best.own) {
      const rest = minus(money[person]!, best.part)
      money[person] = rest.n > 0n ? rest : fraction(0)
    }
    left.delete(best.item)
    bought.push(vote.ids[best.item]!)
  }
}

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const votes = (cost: fc.Arbitrary<number>) =>
  fc
    .record({
      costs: fc.record(Object.fromEntries(ids.map((id) => [id, cost]))),
      ballots: fc.array(fc.record({ weight: fc.integer({ min: 1, max: 4 }), approve: fc.subarray(ids) }), {
        minLength: 1,
        maxLength: 8,
      }),
    })
    .map(({ costs, ballots }) => readBudgetVote(ballots, ids, costs))
const idsOf = (vote: BudgetVote, places: readonly number[]) => places.map((place) => vote.ids[place])

describe.each(['cost', 'cardinality'] as const)('equal shares, utility %s', (utility) => {
  const run = (vote: BudgetVote, endowment: number) =>
    equalShares(vote, endowment, { utility, tieRule: tieRule(vote, tieBreaks[0]) })

  it.each([
    ['small costs, with many ties', fc.integer({ min: 1, max: 6 }), 24],
    ['any costs', fc.integer({ min: 1, max: 1_000_000 }), 4_000_000],
    ['costs that differ by less than floating point can tell', fc.integer({ min: 999_999_999_990, max: 1e12 }), 4e12],
  ])('is what the rule says in fractions: %s', (_, cost, most) => {
    fc.assert(
      fc.property(votes(cost), fc.integer({ min: 0, max: most }), (vote, endowment) => {
        expect(idsOf(vote, run(vote, endowment).order)).toEqual(byTheBook(vote, endowment, utility))
      }),
      RUNS,
    )
  })

  it('supporters who hold exactly the cost can pay it, one unit less cannot', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 1, max: 1e9 }), (people, cost) => {
        const ballots = Array.from({ length: people }, () => ({ weight: 1, approve: ['a'] }))
        const vote = readBudgetVote(ballots, ids, { a: cost })
        expect(run(vote, cost).order).toEqual([0])
        expect(run(vote, cost - 1).order).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('whatever the completion, never costs more than the budget, and none of what was funded is lost by filling up', () => {
    fc.assert(
      fc.property(votes(fc.integer({ min: 1, max: 9 })), fc.integer({ min: 0, max: 40 }), (vote, budget) => {
        const rule = { utility, step: 1, tieRule: tieRule(vote, tieBreaks[0]) }
        const [none, add1, add1u] = (['none', 'add1', 'add1u'] as const).map((completion) =>
          completed(vote, budget, { ...rule, completion }),
        )
        for (const { order, totalCost } of [none!, add1!, add1u!]) {
          expect(totalCost).toBe(order.reduce((sum, item) => sum + vote.costs[item]!, 0))
          expect(totalCost).toBeLessThanOrEqual(budget)
          expect(new Set(order).size).toBe(order.length)
          expect(order.every((item) => vote.support[item]! > 0)).toBe(true)
        }
        expect(add1u!.order.slice(0, add1!.order.length)).toEqual(add1!.order)
        expect((add1!.virtualBudget - budget) % vote.accepted).toBe(0)
        expect(run(vote, add1!.virtualBudget).order).toEqual(add1!.order)
        // One more unit each would cost too much, unless nothing is left to wish for.
        const wanted = ids.filter((_, item) => vote.support[item]! > 0).length
        const isTooMuch = run(vote, add1!.virtualBudget + vote.accepted).totalCost > budget
        expect(isTooMuch || add1!.order.length === wanted).toBe(true)
      }),
      RUNS,
    )
  })
})

it('with equal costs it gives each group what its size deserves (extended justified representation)', () => {
  const subsets = ids.map((_, i) => i).reduce<number[][]>((all, i) => [...all, ...all.map((one) => [...one, i])], [[]])
  fc.assert(
    fc.property(votes(fc.constant(1)), fc.integer({ min: 1, max: 6 }), (vote, seats) => {
      const { order } = equalShares(vote, seats, { utility: 'cardinality', tieRule: tieRule(vote, tieBreaks[0]) })
      for (const wish of subsets) {
        const group = vote.approved.flatMap((approved, ballot) =>
          wish.every((item) => approved.includes(item)) ? [ballot] : [],
        )
        const size = group.reduce((sum, ballot) => sum + vote.weights[ballot]!, 0)
        if (wish.length === 0 || size * seats < wish.length * vote.accepted) continue
        const most = Math.max(...group.map((one) => order.filter((item) => vote.approved[one]!.includes(item)).length))
        expect(most).toBeGreaterThanOrEqual(wish.length)
      }
    }),
    RUNS,
  )
})

it('unanimous: what everybody approves and the budget can pay is funded', () => {
  fc.assert(
    fc.property(fc.subarray(ids), fc.integer({ min: 1, max: 50 }), (approve, weight) => {
      const costs = Object.fromEntries(ids.map((id) => [id, 10]))
      const options = equalSharesMethod.parameters.parse({ budget: 10 * approve.length, costs })
      const { figures } = equalSharesMethod.tally([{ weight, approve }], ids, options)
      expect(figures?.winners).toEqual([...approve].sort())
    }),
    RUNS,
  )
})

it('a sealed result is counted as the file of projects and budget is', () => {
  const projects = ids.map((id, i) => ({ id, cost: 3 + i }))
  const ballots = [
    { weight: 3, approve: ['a', 'b'] },
    { weight: 2, approve: ['c'] },
  ]
  const options = { completion: 'add1', tieBreak: tieBreaks[1] }
  const file = equalSharesRecount.input.parse({ options, projects, budget: 20, ballots })
  const costs = Object.fromEntries(projects.map(({ id, cost }) => [id, cost]))
  const sealed = equalSharesRecount.input.parse({
    options: { ...options, budget: 20, costs },
    candidates: ids,
    ballots,
  })
  expect(equalSharesRecount.count(file)).toEqual(equalSharesRecount.count(sealed))
  const wrong = equalSharesRecount.input.safeParse({ projects: [{ id: 'a', cost: 0.5 }], budget: 1, ballots })
  expect(wrong.error?.issues[0]?.path).toEqual(['projects', 0, 'cost'])
  expect(equalSharesRecount.input.safeParse({ options: { surprise: 1 }, projects, budget: 1, ballots }).success).toBe(
    false,
  )
})

it('accounts: prices stay whole, and the quotient of great numbers is right to the last digit', () => {
  const accounts = new Accounts(100, 3)
  expect(accounts.buy(50n * accounts.unit, 3)).toBe(50 / 3)
  expect(ratio(accounts.sum(3, [3]), accounts.unit)).toBe(50)
  expect(ratio(10n ** 400n, 3n * 10n ** 400n)).toBe(1 / 3)
  expect(ratio(2n ** 900n, 2n ** 100n)).toBe(2 ** 800)
})
