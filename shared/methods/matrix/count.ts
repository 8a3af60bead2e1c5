import { medianOf, meanOf } from '../common/statistics.ts'
import type { Scale } from '../common/scale.ts'

/** Where the lines of a matrix stand: at the mean or the median of the items' means, or in the middle of the scale. */
export type CrosshairRule = 'mean' | 'median' | 'scale-midpoint'

/** First letter: the first criterion; second letter: the second one. On the line counts as high. */
export type Quadrant = 'HH' | 'HL' | 'LH' | 'LL'

/** An item's means by the two criteria. */
export type Place = readonly [first: number, second: number]

/** Both lines; null when there is no item to lay them by. */
export function crosshairOf(places: readonly Place[], rule: CrosshairRule, { min, max }: Scale): Place | null {
  if (rule === 'scale-midpoint') return [(min + max) / 2, (min + max) / 2]
  const middle = rule === 'mean' ? meanOf : medianOf
  const first = middle(places.map(([x]) => x))
  const second = middle(places.map(([, y]) => y))
  return first === null || second === null ? null : [first, second]
}

export const quadrantOf = ([x, y]: Place, [lineX, lineY]: Place): Quadrant =>
  `${x >= lineX ? 'H' : 'L'}${y >= lineY ? 'H' : 'L'}`
