import { shuffled } from '../../base/seeded-random.ts'
import { layersByRank } from '../common/majority.ts'
import type { RankedProfile } from '../common/ranked-profile.ts'
import { Shares } from '../common/shares.ts'

/**
 * What a ballot does whose best remaining items are equal: it is split among them, it counts fully for each (approval),
 * or the tied group is passed over.
 */
export const equalRanks = ['split-equally', 'approval', 'skip'] as const
export type EqualRanks = (typeof equalRanks)[number]

export interface IrvRules {
  equalRanks: EqualRanks
  stopAtMajority: boolean
}

/** Votes by place in `candidates` (only of those that remain) and the people whose ballot names none of them. */
export interface IrvRound {
  tally: number[]
  exhausted: number
  remaining: number[]
}

export interface Irv {
  /** one way through: ties go by fewest votes in earlier rounds, the latest first, then by lot */
  rounds: IrvRound[]
  /** places in the order in which they went out on that way */
  eliminated: number[]
  /** did two or more have the fewest votes at any elimination? */
  eliminationTie: boolean
  /** have all ways to break the ties been followed? */
  exhaustive: boolean
  /** places, best first; an item's rank is the best that any way of breaking the ties gives it */
  layers: number[][]
}

/** Ways of breaking ties that are followed, as sets of remaining items. */
const STATES = 1_000
const LOT = 'irv'

/**
 * Instant runoff: the item with the fewest votes goes out, one at a time, and its ballots pass to their next choice. With
 * `stopAtMajority` it ends as soon as an item has more than half of the ballots that are not exhausted; the others then
 * rank by their votes in that round.
 */
export function irvOf(profile: RankedProfile, rules: IrvRules): Irv {
  const size = profile.candidates.length
  const best = new Array<number>(size).fill(size)
  const isBetter = (place: number, rank: number) => (best[place] = Math.min(best[place]!, rank))
  const { rounds, eliminated, eliminationTie } = oneWay(profile, rules)
  eliminated.forEach((place, i) => isBetter(place, size - 1 - i))
  const last = rounds.at(-1)
  if (last) endRanks(last).forEach(([place, rank]) => isBetter(place, rank))
  const exhaustive = !eliminationTie || everyWay(profile, rules, isBetter)
  return { rounds, eliminated, eliminationTie, exhaustive, layers: layersByRank(best) }
}

function oneWay(profile: RankedProfile, rules: IrvRules): Pick<Irv, 'rounds' | 'eliminated' | 'eliminationTie'> {
  const lot = shuffled([...profile.candidates.keys()], LOT)
  const lotOf = new Map(lot.map((place, i) => [place, i]))
  const rounds: IrvRound[] = []
  const eliminated: number[] = []
  let eliminationTie = false
  let remaining = [...profile.candidates.keys()]
  while (remaining.length > 0) {
    const round = countRound(profile, remaining, rules.equalRanks)
    rounds.push(round)
    if (isOver(profile, round, rules)) break
    let fewest = fewestOf(round)
    if (fewest.length > 1) eliminationTie = true
    for (let r = rounds.length - 2; r >= 0 && fewest.length > 1; r -= 1) {
      fewest = fewestOf({ ...rounds[r]!, remaining: fewest })
    }
    const out = fewest.reduce((a, b) => (lotOf.get(a)! < lotOf.get(b)! ? a : b))
    eliminated.push(out)
    remaining = remaining.filter((place) => place !== out)
  }
  return { rounds, eliminated, eliminationTie }
}

/**
 * Follow every way to break the ties, each set of remaining items once. Items without any vote go out together: nobody's
 * ballot changes by it, so all their orders lead to the same. False when there are too many ways.
 */
function everyWay(profile: RankedProfile, rules: IrvRules, onRank: (place: number, rank: number) => void): boolean {
  const seen = new Set<string>()
  const open = [[...profile.candidates.keys()]]
  for (let remaining = open.pop(); remaining; remaining = open.pop()) {
    const key = remaining.join()
    if (seen.has(key)) continue
    if (seen.size >= STATES) return false
    seen.add(key)
    const round = countRound(profile, remaining, rules.equalRanks)
    if (isOver(profile, round, rules)) {
      for (const [place, rank] of endRanks(round)) onRank(place, rank)
      continue
    }
    const fewest = fewestOf(round)
    const hasNone = round.tally[fewest[0]!] === 0
    for (const place of fewest) onRank(place, remaining.length - (hasNone ? fewest.length : 1))
    const outs = hasNone ? [fewest] : fewest.map((place) => [place])
    for (const out of outs) {
      const rest = remaining.filter((place) => !out.includes(place))
      if (rest.length > 0) open.push(rest)
    }
  }
  return true
}

function countRound(profile: RankedProfile, remaining: readonly number[], equal: EqualRanks): IrvRound {
  const { candidates, starts, items, ends, weights } = profile
  const isIn = new Uint8Array(candidates.length)
  for (const place of remaining) isIn[place] = 1
  const shares = new Shares(candidates.length)
  let exhausted = 0
  for (let b = 0; b < weights.length; b += 1) {
    const to = starts[b + 1]!
    let hasCounted = false
    for (let p = starts[b]!; p < to && !hasCounted; p = ends[p]!) {
      const end = ends[p]!
      if (equal === 'skip' && end - p > 1) continue
      let left = 0
      for (let q = p; q < end; q += 1) left += isIn[items[q]!]!
      if (left === 0) continue
      hasCounted = true
      const size = equal === 'split-equally' ? left : 1
      for (let q = p; q < end; q += 1) if (isIn[items[q]!] === 1) shares.add(items[q]!, weights[b]!, size)
    }
    if (!hasCounted) exhausted += weights[b]!
  }
  return { tally: shares.totals(), exhausted, remaining: [...remaining] }
}

function isOver({ people }: RankedProfile, { tally, exhausted, remaining }: IrvRound, rules: IrvRules): boolean {
  if (remaining.length < 2) return true
  return rules.stopAtMajority && remaining.some((place) => tally[place]! > (people - exhausted) / 2)
}

function fewestOf({ tally, remaining }: Pick<IrvRound, 'tally' | 'remaining'>): number[] {
  const fewest = remaining.reduce((least, place) => Math.min(least, tally[place]!), Infinity)
  return remaining.filter((place) => tally[place] === fewest)
}

/** The ranks (0 is the best) of those who remain at the end, by their votes. */
const endRanks = ({ tally, remaining }: IrvRound): [place: number, rank: number][] =>
  remaining.map((place) => [place, remaining.filter((other) => tally[other]! > tally[place]!).length])
