import { rounded } from './rounded.ts'

/**
 * Two-tailed p of Student's t for whole degrees of freedom, by the finite series of Abramowitz & Stegun (1964),
 * Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
 */
export function twoTailedP(t: number, df: number): number {
  const cosine = Math.sqrt(df / (df + t * t))
  const sine = Math.abs(t) / Math.sqrt(df + t * t)
  const isOdd = df % 2 === 1
  // Odd: cos θ + 2/3 cos³ θ + … ; even: 1 + 1/2 cos² θ + 1·3/2·4 cos⁴ θ + …
  let term = isOdd ? cosine : 1
  let sum = 0
  for (let power = isOdd ? 1 : 0; power <= df - 2; power += 2) {
    sum += term
    term *= (cosine * cosine * (power + 1)) / (power + 2)
  }
  const within = isOdd ? (2 / Math.PI) * (Math.atan2(Math.abs(t), Math.sqrt(df)) + sine * sum) : sine * sum
  return Math.max(0, rounded(1 - within))
}

/** The paired t test of whole differences: `counts.get(d)` pairs differ by d. Without spread, t has no meaning. */
export function pairedT(counts: ReadonlyMap<number, number>): { t: number | null; df: number; p: number | null } {
  let n = 0
  let sum = 0
  let squares = 0
  for (const [difference, count] of counts) {
    n += count
    sum += difference * count
    squares += difference ** 2 * count
  }
  const df = Math.max(0, n - 1)
  const spread = n * squares - sum * sum
  if (spread === 0) return { t: null, df, p: null }
  const t = rounded(sum * Math.sqrt(df / spread))
  return { t, df, p: twoTailedP(t, df) }
}
