import type { RankedProfile } from './ranked-profile.ts'
import { Shares } from './shares.ts'

/**
 * Points for places on the ballot, summed exactly, by place in `candidates`. `points[r]` is for rank r (0 is the best);
 * items that a ballot calls equal share the points of the places that they take together. `shareRest` lets the items
 * that a ballot leaves out share what is left; else they get nothing.
 */
export function positionalPoints(profile: RankedProfile, points: readonly number[], shareRest: boolean): number[] {
  const { candidates, starts, items, ends, weights } = profile
  const size = candidates.length
  const shares = new Shares(size)
  const isRanked = new Uint8Array(size)
  const sumFrom = (from: number, to: number) => points.slice(from, to).reduce((sum, each) => sum + each, 0)
  for (let b = 0; b < weights.length; b += 1) {
    const from = starts[b]!
    const to = starts[b + 1]!
    const weight = weights[b]!
    isRanked.fill(0)
    for (let p = from; p < to;) {
      const end = ends[p]!
      const groupSize = end - p
      const sum = groupSize === 1 ? (points[p - from] ?? 0) : sumFrom(p - from, end - from)
      for (; p < end; p += 1) {
        shares.add(items[p]!, sum * weight, groupSize)
        isRanked[items[p]!] = 1
      }
    }
    const left = size - (to - from)
    if (!shareRest || left === 0) continue
    const rest = sumFrom(to - from, size) * weight
    for (let place = 0; place < size; place += 1) if (isRanked[place] === 0) shares.add(place, rest, left)
  }
  return shares.totals()
}
