import { rankByScore } from '../../base/weak-order.ts'
import type { Tally } from '../method.ts'
import type { RankedCount } from './ranked-profile.ts'

/** The tally of a method that gives points: more points rank higher, equal points tie. */
export function pointsTally(
  counts: Omit<RankedCount, 'profile'>,
  candidates: readonly string[],
  points: readonly number[],
): Tally {
  const scores = Object.fromEntries(candidates.map((id, place) => [id, points[place]!]))
  const ranking = rankByScore(scores)
  const isTied = ranking.some((group) => group.length > 1)
  return { scores, ranking, ...counts, ...(isTied && { figures: { tieSeen: true } }) }
}
