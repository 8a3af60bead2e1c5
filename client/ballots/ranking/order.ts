import type { RankingBallot } from '../../../shared/ballots/ranking.ts'

/** Groups of equal items, best first. */
export type Ranking = RankingBallot['ranking']

export const countRanked = (ranking: Ranking): number => ranking.reduce((sum, group) => sum + group.length, 0)
export const groupOf = (ranking: Ranking, id: string): number => ranking.findIndex((group) => group.includes(id))

export const without = (ranking: Ranking, id: string): Ranking =>
  ranking.map((group) => group.filter((other) => other !== id)).filter((group) => group.length > 0)

/** In the next place after all that have one. */
export const withLast = (ranking: Ranking, id: string): Ranking => [...ranking, [id]]

/** The item by itself in this place among the groups of the others: 0 is the first. */
export function movedTo(ranking: Ranking, id: string, place: number): Ranking {
  const others = without(ranking, id)
  const at = Math.max(0, Math.min(place, others.length))
  return [...others.slice(0, at), [id], ...others.slice(at)]
}

/** One place up or down; out of a group of equals to just above or below them. */
export function shifted(ranking: Ranking, id: string, by: -1 | 1): Ranking {
  const at = groupOf(ranking, id)
  const isAlone = ranking[at]!.length === 1
  if (isAlone) return movedTo(ranking, id, at + by)
  return movedTo(ranking, id, by === 1 ? at + 1 : at)
}

/** Equal with what stands above it. */
export function joined(ranking: Ranking, id: string): Ranking {
  const at = groupOf(ranking, id)
  return without(ranking, id).map((group, i) => (i === at - 1 ? [...group, id] : group))
}

/** The places that an item could have, each with the rank that it would be. */
export function placesFor(ranking: Ranking, id: string): { place: number; rank: number }[] {
  const others = without(ranking, id)
  return [...others, []].map((_, place) => ({ place, rank: 1 + countRanked(others.slice(0, place)) }))
}
