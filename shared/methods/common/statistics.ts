/**
 * Statistics of one item's values. Every sum goes from the lowest value to the highest, so that the same values in
 * another order give the same bytes. A figure that has no meaning (no values; a spread of one) is `null`.
 */

/** From the lowest to the highest, as a copy. */
export const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)

/** The sum, whatever the order of the values. */
export const sumOf = (values: readonly number[]): number => ascending(values).reduce((sum, value) => sum + value, 0)

/** The arithmetic mean. */
export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sumOf(values) / values.length

/** The standard deviation of a sample: the squares are divided by n − 1, so one value alone has none. */
export function sampleSd(values: readonly number[]): number | null {
  const mean = meanOf(values)
  if (mean === null || values.length < 2) return null
  return Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1))
}

/**
 * How a quantile lies between two values (Hyndman & Fan 1996, American Statistician 50(4), 361–365): type 7 at
 * (n − 1)p + 1, as R, NumPy and Excel's QUARTILE.INC do; type 6 at (n + 1)p, as SPSS, Minitab and QUARTILE.EXC do.
 */
export type QuantileType = 6 | 7

/** The value below which the share `p` (0 to 1) of the values lies, linear between neighbours. */
export function quantile(values: readonly number[], p: number, type: QuantileType = 7): number | null {
  const sorted = ascending(values)
  return quantileAt(sorted.length, (i) => sorted[i]!, p, type)
}

/** The middle value, or the middle of the two middle ones. All types agree on it. */
export const medianOf = (values: readonly number[]): number | null => quantile(values, 0.5)

/** How often each whole number from `min` to `max` was given, in that order. Values outside are not counted. */
export function countValues(values: readonly number[], min: number, max: number): number[] {
  const counts = new Array<number>(max - min + 1).fill(0)
  for (const value of values) if (value >= min && value <= max) counts[value - min]! += 1
  return counts
}

/** What a histogram of whole numbers says, without writing the values out: `counts[i]` people gave `min + i`. */
export interface Summary {
  /** values counted */
  n: number
  sum: number
  mean: number | null
  median: number | null
  /** of a sample (n − 1) */
  sd: number | null
  /** people by value, from the lowest to the highest of the scale */
  histogram: Record<string, number>
}

/** All figures of a histogram. Sums of whole numbers are exact, so no order of the ballots can show in them. */
export function summarize(counts: readonly number[], min: number): Summary {
  let n = 0
  let sum = 0
  let squares = 0
  for (const [i, count] of counts.entries()) {
    n += count
    sum += count * (min + i)
    squares += count * (min + i) ** 2
  }
  return {
    n,
    sum,
    mean: n === 0 ? null : sum / n,
    median: quantileOfCounts(counts, min, 0.5),
    sd: n < 2 ? null : Math.sqrt((n * squares - sum * sum) / (n * (n - 1))),
    histogram: Object.fromEntries(counts.map((count, i) => [String(min + i), count])),
  }
}

/** `quantile` of a histogram. */
export function quantileOfCounts(counts: readonly number[], min: number, p: number, type: QuantileType = 7) {
  const n = counts.reduce((sum, count) => sum + count, 0)
  return quantileAt(n, (i) => min + valueIndex(counts, i), p, type)
}

/** The index of the value that stands at place `place` (from 0) when all are lined up. */
export function valueIndex(counts: readonly number[], place: number): number {
  let passed = 0
  return counts.findIndex((count) => (passed += count) > place)
}

function quantileAt(n: number, at: (i: number) => number, p: number, type: QuantileType): number | null {
  if (n === 0) return null
  const place = type === 7 ? (n - 1) * p : (n + 1) * p - 1
  const within = Math.min(Math.max(place, 0), n - 1)
  const below = Math.floor(within)
  const low = at(below)
  const high = at(Math.min(below + 1, n - 1))
  return low + (within - below) * (high - low)
}
