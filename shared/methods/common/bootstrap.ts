import { canonicalJson } from '../../base/digest.ts'
import { seededRandom } from '../../base/seeded-random.ts'
import { ranksOf, type WeakOrder } from '../../base/weak-order.ts'
import type { Weighted } from '../../ballots/index.ts'

/** Between which ranks an item lies in 95 of 100 resampled votes. */
export interface RankInterval {
  low: number
  high: number
}

/** How firmly an order stands; of a room that is a census, this is no poll error. */
export interface Firmness {
  seed: string
  rounds: number
  /** by item; competition ranks, 1 is the best */
  intervals: Record<string, RankInterval>
  /** items too near to be told apart share a band; best first, in each band in the order of the ranking */
  bands: string[][]
}

const LOW = 0.025
const HIGH = 0.975

/**
 * Bootstrap over whole ballots (Efron 1979): draw as many ballots as there are, with replacement, count again, `rounds`
 * times; the 2.5th and 97.5th percentile of an item's rank are its interval. The same ballots and the same seed give the
 * same intervals on every machine, in whatever order the ballots come. Blank ballots are drawn like all others.
 */
export function firmnessOf<Ballot>(
  ballots: readonly Weighted<Ballot>[],
  count: (ballots: readonly Weighted<Ballot>[]) => WeakOrder,
  { seed, rounds }: { seed: string; rounds: number },
): Firmness {
  const sorted = ballots
    .map(({ weight, ...ballot }) => ({ text: canonicalJson(ballot), weight, ballot }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
  const people = sorted.reduce((sum, { weight }) => sum + weight, 0)
  const upTo = runningSums(sorted.map(({ weight }) => weight))
  const random = seededRandom(seed)
  const ranking = count(ballots)
  const ranks: Record<string, number[]> = Object.fromEntries(ranking.flat().map((id) => [id, []]))
  for (let round = 0; round < rounds; round += 1) {
    const drawn = new Float64Array(sorted.length)
    for (let n = 0; n < people; n += 1) drawn[firstAbove(upTo, Math.floor(random() * people))]! += 1
    const again = sorted.flatMap(({ ballot }, i) =>
      drawn[i]! > 0 ? [{ ...ballot, weight: drawn[i]! } as unknown as Weighted<Ballot>] : [],
    )
    for (const [id, rank] of Object.entries(ranksOf(count(again)))) ranks[id]?.push(rank)
  }
  const intervals = Object.fromEntries(Object.entries(ranks).map(([id, all]) => [id, intervalOf(all)]))
  return { seed, rounds, intervals, bands: bandsOf(ranking, intervals) }
}

/**
 * Items in bands: where the intervals of the ranking overlap, or items are tied, there is no telling apart. A band ends
 * where everything above it has a better rank than everything below it in all but the rarest resampled votes.
 */
export function bandsOf(ranking: WeakOrder, intervals: Readonly<Record<string, RankInterval>>): string[][] {
  const bands: string[][] = []
  let deepest = 0
  const lowFrom = suffixLows(ranking, intervals)
  ranking.forEach((group, i) => {
    const isApart = bands.length === 0 || deepest < lowFrom[i]!
    if (isApart) bands.push([])
    bands.at(-1)!.push(...group)
    for (const id of group) deepest = Math.max(deepest, intervals[id]!.high)
  })
  return bands
}

/** The best rank that any item of this group or a later one reaches. */
function suffixLows(ranking: WeakOrder, intervals: Readonly<Record<string, RankInterval>>): number[] {
  const lows = ranking.map((group) => Math.min(...group.map((id) => intervals[id]!.low)))
  for (let i = lows.length - 2; i >= 0; i -= 1) lows[i] = Math.min(lows[i]!, lows[i + 1]!)
  return lows
}

function intervalOf(ranks: readonly number[]): RankInterval {
  const sorted = Float64Array.from(ranks).sort()
  const last = sorted.length - 1
  return { low: sorted[Math.floor(LOW * last)] ?? 1, high: sorted[Math.ceil(HIGH * last)] ?? 1 }
}

function runningSums(weights: readonly number[]): Float64Array {
  let sum = 0
  return Float64Array.from(weights, (weight) => (sum += weight))
}

/** The first index whose running sum is above `n`. */
function firstAbove(upTo: Float64Array, n: number): number {
  let low = 0
  let high = upTo.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (upTo[middle]! > n) high = middle
    else low = middle + 1
  }
  return low
}
