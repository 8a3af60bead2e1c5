import type { WeakOrder } from '../../base/weak-order.ts'
import type { Tally } from '../method.ts'

/** What lies between two neighbouring ranks. */
export interface Margin {
  above: string[]
  below: string[]
  /** points, votes or, for methods that compare two by two, people: the least that any item above has more than any below */
  by: number
}

/** Margins between neighbours: of pairs where the method counted pairs, else of scores. */
export function marginsOf({ ranking, scores, figures }: Tally, candidates: readonly string[]): Margin[] {
  const pairwise = figures?.pairwise as number[][] | undefined
  const places = new Map(candidates.map((id, place) => [id, place]))
  const lead = (a: string, b: string): number => {
    if (!pairwise) return scores[a]! - scores[b]!
    const x = places.get(a)!
    const y = places.get(b)!
    return pairwise[x]![y]! - pairwise[y]![x]!
  }
  return neighbours(ranking).map(([above, below]) => ({
    above,
    below,
    by: Math.min(...above.flatMap((a) => below.map((b) => lead(a, b)))),
  }))
}

const neighbours = (order: WeakOrder): [string[], string[]][] =>
  order.slice(1).map((below, i) => [[...order[i]!], [...below]])
