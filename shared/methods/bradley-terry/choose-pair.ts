import { seededRandom } from '../../base/seeded-random.ts'
import { logistic } from './exp.ts'
import type { Fit } from './count.ts'

/** Pairs whose answer tells at least this share of what the best one would are as good as the best. */
const NEARLY_BEST = 0.8

/** Two items, by their places in the list of candidates. */
export type Pair = readonly [number, number]

/**
 * The next pair for one person, in the order in which to show it; null when all were answered. `fit` is the room's (with
 * the prior; the fit of no answers at the start), `answered` the pairs that this person has seen.
 *
 * The expected gain of a pair is p (1 - p) × variance of the difference of the two log strengths: how much one more
 * answer narrows the result (Fisher information times what is still unknown; the D-optimal choice of one more answer).
 * Pairs that few have seen, and items that few have seen, are uncertain and come first; a pair whose winner is known
 * comes late. All Our Ideas takes thin pairs first too, by their votes alone. Among the nearly best pairs the seed
 * draws, so that a hundred phones that ask at once do not get the same one; give it seat and number of the answer.
 */
export function choosePair(fit: Fit, answered: readonly Pair[], seed: string): Pair | null {
  const n = fit.logStrength.length
  const seen = new Uint8Array(n * n)
  for (const [a, b] of answered) seen[Math.min(a, b) * n + Math.max(a, b)] = 1
  const last = answered.at(-1)
  const open: { pair: Pair; gain: number }[] = []
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) if (!seen[i * n + j]) open.push({ pair: [i, j], gain: gainOf(fit, i, j) })
  }
  // Nobody likes to see a card stay while the other changes; with few items left there is no choice.
  const fresh = open.filter(({ pair }) => !last?.some((item) => pair.includes(item)))
  const choice = fresh.length > 0 ? fresh : open
  const best = choice.reduce((most, { gain }) => Math.max(most, gain), 0)
  const good = choice.filter(({ gain }) => gain >= NEARLY_BEST * best)
  const random = seededRandom(seed)
  const drawn = good[Math.floor(random() * good.length)]
  if (!drawn) return null
  const [a, b] = drawn.pair
  return random() < 0.5 ? [a, b] : [b, a]
}

function gainOf({ logStrength, covariance }: Fit, i: number, j: number): number {
  const n = logStrength.length
  const p = logistic(logStrength[i]! - logStrength[j]!)
  return p * (1 - p) * (covariance[i * n + i]! + covariance[j * n + j]! - 2 * covariance[i * n + j]!)
}
