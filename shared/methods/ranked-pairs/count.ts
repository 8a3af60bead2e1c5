import { shuffled } from '../../base/seeded-random.ts'
import { bestOf, layersOf, majoritiesOf, type Strength } from '../common/majority.ts'
import type { Pairwise } from '../common/pairwise.ts'
import { Reach } from '../common/reach.ts'

/** Steps of trying out orders of equal majorities, and outcomes kept side by side, before it goes on by lot alone. */
const STEPS = 1_000
const SIDE_BY_SIDE = 16
const LOT = 'ranked-pairs'

export interface RankedPairs {
  /** every outcome that some order of equal majorities gives; places in `candidates`, best first */
  outcomes: number[][][]
  /** are these all outcomes that there are? */
  exhaustive: boolean
  /** the best rank that any outcome gives an item */
  layers: number[][]
}

/**
 * Ranked Pairs (Tideman 1987): majorities are locked strongest first, but for those that would close a circle.
 *
 * The order of equal majorities can change the result, so all orders are followed while they are few. Only majorities
 * that lie on a circle with others of the same strength make a difference; of these each is tried first. Beyond the
 * limit a lot decides, drawn over places on the list with a fixed seed, and the result says that it is not exhaustive.
 */
export function rankedPairsOf(pairwise: Pairwise, strength: Strength): RankedPairs {
  const { size } = pairwise
  const budget = { steps: STEPS, exhaustive: true }
  let states = [new Reach(size)]
  for (const { pairs } of majoritiesOf(pairwise, strength)) {
    states = unlike(states.flatMap((locked) => lockAll(locked, pairs, budget)))
    if (states.length > SIDE_BY_SIDE) {
      budget.exhaustive = false
      states = states.slice(0, SIDE_BY_SIDE)
    }
  }
  const outcomes = new Map<string, number[][]>()
  for (const locked of states) {
    const layers = layersOf(size, (a, b) => locked.has(a, b))
    outcomes.set(JSON.stringify(layers), layers)
  }
  const found = [...outcomes.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, layers]) => layers)
  return { outcomes: found, exhaustive: budget.exhaustive, layers: bestOf(found, size) }
}

/** Lock majorities of one strength in every order that makes a difference. `before` is not kept. */
function lockAll(before: Reach, pairs: readonly number[], budget: { steps: number; exhaustive: boolean }): Reach[] {
  const { size } = before
  const ends: Reach[] = []
  const seen = new Set<string>()
  const open = [before]
  for (let locked = open.pop(); locked; locked = open.pop()) {
    const contested = lockUncontested(locked, pairs)
    if (contested.length === 0) {
      ends.push(locked)
      continue
    }
    if (budget.steps <= 0) {
      budget.exhaustive = false
      for (const pair of shuffled(contested, LOT)) lock(locked, pair, size)
      ends.push(locked)
      break
    }
    for (const pair of contested.reverse()) {
      budget.steps -= 1
      const next = locked.copy()
      lock(next, pair, size)
      const key = next.key()
      if (!seen.has(key)) open.push(next)
      seen.add(key)
    }
  }
  return ends
}

/** Lock what no other majority of the same strength can prevent; returns those that others can. */
function lockUncontested(locked: Reach, pairs: readonly number[]): number[] {
  const { size } = locked
  const isOpen = (pair: number) => {
    const winner = Math.floor(pair / size)
    return !locked.has(winner, pair % size) && !locked.has(pair % size, winner)
  }
  const open = pairs.filter(isOpen)
  if (open.length < 2) {
    for (const pair of open) lock(locked, pair, size)
    return []
  }
  const all = locked.copy()
  for (const pair of open) all.link(Math.floor(pair / size), pair % size)
  const contested: number[] = []
  for (const pair of open) {
    if (all.has(pair % size, Math.floor(pair / size))) contested.push(pair)
    else lock(locked, pair, size)
  }
  return contested.filter(isOpen)
}

function lock(locked: Reach, pair: number, size: number): void {
  const winner = Math.floor(pair / size)
  if (!locked.has(pair % size, winner)) locked.link(winner, pair % size)
}

const unlike = (states: readonly Reach[]): Reach[] =>
  states.length < 2 ? [...states] : [...new Map(states.map((locked) => [locked.key(), locked])).values()]
