import type { PointsBallot } from '../../../shared/ballots/points.ts'
import { withValue } from '../records.ts'

type Points = PointsBallot['points']

export const givenIn = (points: Points): number => Object.values(points).reduce((sum, n) => sum + n, 0)

/** How far one tap goes: 5 and 10 of a hundred, 1 and 5 where there is less to share out. */
export const stepsOf = (total: number): readonly [small: number, large: number] => (total >= 50 ? [5, 10] : [1, 5])

/** So many more (or less, below zero) for one item: at most what is left, at least down to none. */
export function withMore(points: Points, id: string, more: number, total: number): Points {
  const before = points[id] ?? 0
  const now = Math.max(0, before + Math.min(more, total - givenIn(points)))
  return withValue(points, id, now || undefined)
}
