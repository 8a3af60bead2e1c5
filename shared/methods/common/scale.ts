import { ScaleValue } from '../../ballots/scores.ts'
import { summarize, type Summary } from './statistics.ts'

/** The ends of a scale of whole numbers, 1 to 5 where nothing else is said. */
export const scaleParameters = { min: ScaleValue.default(1), max: ScaleValue.default(5) }
export interface Scale {
  min: number
  max: number
}
export const hasTwoValues = ({ min, max }: Scale): boolean => min < max
export const isOnScale = (value: number, { min, max }: Scale): boolean => value >= min && value <= max

/** What ranks an item that nobody rated: a step below the scale, so that it comes after every rated one. */
export const below = ({ min }: Scale): number => min - 1

/** Ratings of some items by some people. */
export interface Rated {
  scores: Readonly<Record<string, number>>
  weight: number
}

/** How often each item got each value of the scale, from `min` to `max`. */
export function countRatings(
  ballots: readonly Rated[],
  candidates: readonly string[],
  { min, max }: Scale,
): Map<string, number[]> {
  const counts = new Map(candidates.map((id) => [id, new Array<number>(max - min + 1).fill(0)]))
  for (const { scores, weight } of ballots) {
    for (const [id, value] of Object.entries(scores)) counts.get(id)![value - min]! += weight
  }
  return counts
}

/** The figures of each item. */
export const summaries = (counts: ReadonlyMap<string, readonly number[]>, { min }: Scale): Record<string, Summary> =>
  Object.fromEntries([...counts].map(([id, own]) => [id, summarize(own, min)]))

export const scaleMessage = { message: 'max must be above min', path: ['max'] }
