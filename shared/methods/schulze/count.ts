import { layersOf, majoritiesOf, type Strength } from '../common/majority.ts'
import type { Pairwise } from '../common/pairwise.ts'
import { Reach } from '../common/reach.ts'

/** `paths[a * size + b]`: how strong the strongest path from a to b is; 0 where there is none. */
export interface Schulze {
  paths: Float64Array
  /** places in `candidates`, best first, joint places together */
  layers: number[][]
}

/**
 * Schulze's method (Schulze 2011; arXiv 1804.02973). A path is as strong as its weakest majority; a beats b when the
 * strongest path from a to b is stronger than the one back. That may leave pairs open: all that nobody beats are joint
 * first, then all that nobody of the rest beats, and so on.
 *
 * Majorities are linked strongest first; a pair's path is as strong as the majority that first connects it. That is
 * the same as the widest paths of Floyd and Warshall, and O(size³ / 32) instead of O(size³).
 */
export function schulzeOf(pairwise: Pairwise, strength: Strength): Schulze {
  const { size } = pairwise
  const paths = new Float64Array(size * size)
  const reach = new Reach(size)
  let open = size * size
  for (const { strength: value, pairs } of majoritiesOf(pairwise, strength)) {
    if (open === 0) break
    for (const pair of pairs) {
      reach.link(Math.floor(pair / size), pair % size, (x, y) => {
        paths[x * size + y] = x === y ? 0 : value
        open -= 1
      })
    }
  }
  return { paths, layers: layersOf(size, (a, b) => paths[a * size + b]! > paths[b * size + a]!) }
}
