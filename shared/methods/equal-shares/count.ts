import type { BudgetVote } from '../common/budget-vote.ts'
import { Accounts, ratio } from './accounts.ts'

export interface EqualSharesRule {
  /** what a funded item is worth to those who approve it: its cost, or the same for all items */
  utility: 'cost' | 'cardinality'
  /** negative if the first of two goes first where both are equally good */
  tieRule: (a: number, b: number) => number
}

export interface Shares {
  /** the funded items, in the order in which they were bought */
  order: number[]
  totalCost: number
  /** in the same order: cost / the most that one person pays; so many people, paying equally, would carry it */
  effectiveVotes: number[]
  /** were two items ever equally good? */
  isTied: boolean
}

/** A bound on the relative error of a sum of up to 90,000 amounts that are themselves right to 1e-12. */
const SUM_ERROR = 3e-11
/** A bound on how far the amount in somebody's hand is from the exact one, as a part of what they began with. */
const AMOUNT_ERROR = 1e-12

/**
 * The most that one supporter would pay, by floating point: somewhere between `price` - `error` and `price` + `error`, if
 * the supporters can pay at all.
 */
interface Estimate {
  item: number
  price: number
  error: number
}
/** The same exactly: `owed` (in units of the accounts) in equal parts by `payers`; the others give all that they have. */
interface Offer {
  item: number
  owed: bigint
  payers: number
  /** below this somebody gives all that they have, and so do those in `emptied` */
  poorBelow: number
  emptied: ReadonlySet<number>
}

/**
 * The Method of Equal Shares (Peters, Pierczyński and Skowron 2021; the form of equalshares.net). The `endowment` is
 * shared equally among all people. Again and again the item is bought that costs its supporters least per utility when
 * they pay as equally as they can, and all can pay it together; until there is none.
 *
 * Exact: prices are estimated in floating point with bounds on their error; where bounds of two items overlap, or money
 * and cost may be equal, whole numbers decide. Every purchase is booked exactly. An item's price only rises while money
 * is spent, so an old estimate is a lower bound, and most items need no new one.
 */
export function equalShares(vote: BudgetVote, endowment: number, { utility, tieRule }: EqualSharesRule): Shares {
  const { costs, support, supporters, weights, approved, accepted } = vote
  const shares: Shares = { order: [], totalCost: 0, effectiveVotes: [], isTied: false }
  if (accepted === 0) return shares
  const begin = endowment / accepted
  const accounts = new Accounts(endowment, accepted)
  const money = new Float64Array(weights.length).fill(begin)
  const isSpent = new Uint8Array(weights.length)
  /** per item: when it was bought, from 0, or -1 */
  const bought = new Int32Array(costs.length).fill(-1)
  const worth = (item: number): number => (utility === 'cost' ? costs[item]! : 1)
  let open = buyable(vote).map((item) => ({ item, atLeast: costs[item]! / support[item]! / worth(item) }))

  while (open.length > 0) {
    const gone = new Set<number>()
    const offers = nearBest(gone).flatMap((estimate) => {
      const offer = offerOf(estimate)
      if (!offer) gone.add(estimate.item)
      return offer ?? []
    })
    const best = offers.filter((offer) => offers.every((other) => compare(offer, other) <= 0))
    if (best.length > 1) shares.isTied = true
    const [first] = best.sort((a, b) => tieRule(a.item, b.item))
    if (first) {
      buy(first)
      gone.add(first.item)
    }
    open = open.filter(({ item }) => !gone.has(item))
  }
  return shares

  /** Of the items that can be paid for, those that may be the best; what surely cannot be paid for is `gone`. */
  function nearBest(gone: Set<number>): Estimate[] {
    open.sort((a, b) => a.atLeast - b.atLeast || a.item - b.item)
    let atMost = Infinity
    const found: { estimate: Estimate; atLeast: number }[] = []
    for (const each of open) {
      if (each.atLeast > atMost) break
      const estimate = estimateOf(each.item)
      if (!estimate) {
        gone.add(each.item)
        continue
      }
      each.atLeast = Math.max(each.atLeast, (estimate.price - estimate.error) / worth(each.item))
      atMost = Math.min(atMost, (estimate.price + estimate.error) / worth(each.item))
      found.push({ estimate, atLeast: each.atLeast })
    }
    return found.filter(({ atLeast }) => atLeast <= atMost).map(({ estimate }) => estimate)
  }

  /** Null where the supporters surely cannot pay. */
  function estimateOf(item: number): Estimate | null {
    const cost = costs[item]!
    const own = supporters[item]!
    let total = 0
    for (const voter of own) total += weights[voter]! * money[voter]!
    const slack = support[item]! * begin * SUM_ERROR
    if (total < cost - slack) return null
    let price = cost / support[item]!
    let richest = 0
    for (;;) {
      let poor = 0
      let payers = 0
      for (const voter of own) {
        const amount = money[voter]!
        if (amount < price) poor += weights[voter]! * amount
        else payers += weights[voter]!
        if (amount > richest) richest = amount
      }
      const next = payers > 0 ? (cost - poor) / payers : richest
      if (payers === 0) price = next
      if (next <= price) break
      price = next
    }
    const near = begin * AMOUNT_ERROR
    let surePayers = 0
    for (const voter of own) if (money[voter]! > price + near) surePayers += weights[voter]!
    return { item, price, error: near + slack / Math.max(1, surePayers) }
  }

  /** Null where the supporters cannot pay. */
  function offerOf({ item, price, error }: Estimate): Offer | null {
    const doubt = error + begin * AMOUNT_ERROR
    const counts = new Float64Array(accounts.prices.length)
    const doubtful = new Map<string, { voters: number[]; weight: number; amount: bigint }>()
    let poor = 0
    let payers = 0
    for (const voter of supporters[item]!) {
      if (isSpent[voter]) continue
      const weight = weights[voter]!
      if (money[voter]! < price - doubt) {
        poor += weight
        for (const other of approved[voter]!) if (bought[other]! >= 0) counts[bought[other]!]! += weight
        continue
      }
      payers += weight
      if (money[voter]! <= price + doubt) addDoubtful(doubtful, voter)
    }
    let owed = BigInt(costs[item]!) * accounts.unit - accounts.sum(poor, counts)
    const emptied = new Set<number>()
    // Whoever has less than an equal part gives all, and the part of the others grows.
    for (let isSettled = false; !isSettled;) {
      isSettled = true
      for (const [key, { voters, weight, amount }] of doubtful) {
        if (amount * BigInt(payers) >= owed) continue
        owed -= amount * BigInt(weight)
        payers -= weight
        for (const voter of voters) emptied.add(voter)
        doubtful.delete(key)
        isSettled = false
      }
    }
    return payers > 0 ? { item, owed, payers, poorBelow: price - doubt, emptied } : null
  }

  /** People who paid for the same things have the same money. */
  function addDoubtful(
    doubtful: Map<string, { voters: number[]; weight: number; amount: bigint }>,
    voter: number,
  ): void {
    const paid = approved[voter]!.map((item) => bought[item]!).filter((k) => k >= 0)
    const key = paid.sort((a, b) => a - b).join()
    const same = doubtful.get(key)
    if (same) {
      same.voters.push(voter)
      same.weight += weights[voter]!
      return
    }
    const amount = paid.reduce((left, k) => left - accounts.prices[k]!, accounts.start)
    doubtful.set(key, { voters: [voter], weight: weights[voter]!, amount })
  }

  /** By price per utility. */
  function compare(a: Offer, b: Offer): number {
    if (a === b) return 0
    const left = a.owed * BigInt(b.payers) * BigInt(worth(b.item))
    const right = b.owed * BigInt(a.payers) * BigInt(worth(a.item))
    return left < right ? -1 : left > right ? 1 : 0
  }

  function buy({ item, owed, payers, poorBelow, emptied }: Offer): void {
    const cost = costs[item]!
    shares.effectiveVotes.push(ratio(BigInt(cost) * BigInt(payers) * accounts.unit, owed))
    const price = accounts.buy(owed, payers)
    for (const voter of supporters[item]!) {
      if (isSpent[voter]) continue
      if (money[voter]! < poorBelow || emptied.has(voter)) {
        money[voter] = 0
        isSpent[voter] = 1
      } else money[voter]! -= price
    }
    bought[item] = shares.order.length
    shares.order.push(item)
    shares.totalCost += cost
  }
}

/** The items that somebody wants and that have a cost. */
export const buyable = ({ costs, support }: BudgetVote): number[] =>
  [...costs.keys()].filter((item) => costs[item]! > 0 && support[item]! > 0)
