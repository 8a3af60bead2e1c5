import { valueIndex } from '../common/statistics.ts'

/** What the room says of one item. */
export interface Gauge {
  /** grades counted */
  n: number
  /** the majority grade: the lower of two middle grades; null when nobody graded */
  grade: number | null
  /** `+` when more grades lie above it than below, else `-` */
  sign: '+' | '-' | null
  /** how many grades lie above and below the majority grade */
  above: number
  below: number
}

/**
 * The majority gauge (p, α±, q) of Balinski & Laraki (Majority Judgment, MIT Press 2011, ch. 1; PNAS 104(21), 2007,
 * 8720–8725): α is the median grade, p and q are the shares above and below it.
 */
export function gaugeOf(counts: readonly number[], min: number): Gauge {
  const n = counts.reduce((sum, count) => sum + count, 0)
  if (n === 0) return { n, grade: null, sign: null, above: 0, below: 0 }
  const middle = valueIndex(counts, Math.ceil(n / 2) - 1)
  const below = counts.slice(0, middle).reduce((sum, count) => sum + count, 0)
  const above = n - below - counts[middle]!
  return { n, grade: min + middle, sign: above > below ? '+' : '-', above, below }
}

/**
 * One number that orders as the gauge does: α + p when p > q, else α − q (Fabre 2021, Social Choice and Welfare 56,
 * 101–124). A higher grade always wins, since q is under one half. One division of whole numbers, so equal gauges tie.
 */
export const gaugeValue = (grade: number, { n, above, below }: Gauge): number =>
  (grade * n + (above > below ? above : -below)) / n
