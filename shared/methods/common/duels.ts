import type { WeakOrder } from '../../base/weak-order.ts'
import { condorcetWinner, smithSet } from './majority.ts'
import { rowsOf, type Pairwise } from './pairwise.ts'

/** What every method that compares items two by two prints beside its ranking, by the names of the recount format. */
export function duelFigures(pairwise: Pairwise, candidates: readonly string[], ranking: WeakOrder) {
  const winner = condorcetWinner(pairwise)
  const first = new Set(ranking[0])
  const isTied = ranking.some((group) => group.length > 1)
  return {
    winners: candidates.filter((id) => first.has(id)),
    pairwise: rowsOf(pairwise),
    condorcetWinner: winner === null ? null : candidates[winner]!,
    smithSet: smithSet(pairwise).map((place) => candidates[place]!),
    ...(isTied && { tieSeen: true }),
  }
}
