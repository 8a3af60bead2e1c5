import { factorise, inverse, solve } from './cholesky.ts'
import { logistic } from './exp.ts'

/** What is assumed of strengths before anybody has answered; see `fit`. */
export type Estimator = 'maximum-likelihood' | 'map'

export interface Fit {
  /** natural logarithm of each strength; they sum to 0 */
  logStrength: Float64Array
  /** n × n, row by row: how uncertain the log strengths are, and together with which others */
  covariance: Float64Array
}

const ROUNDS = 500
const ENOUGH = 1e-11

/**
 * Bradley–Terry: item i beats j with probability 1 / (1 + e^(s_j - s_i)). `wins[i * n + j]` says how often i beat j, halves
 * for pairs found alike. `map` adds, for each item, `prior` wins and as many losses against an average item: with it
 * thin answers have a finite result. Without it there is one only if `isConnected`.
 *
 * Newton's method on the concave log likelihood (Hunter 2004, Ann. Stat. 32, gives the likelihood and when it has a
 * maximum). A step that moves two items by r against one another is shortened to 1 / (1 + r) of it, which is safe for
 * logistic likelihoods (Bach 2010, Electron. J. Stat. 4: self-concordance). All sums run in the order of the items.
 */
export function fit(wins: Float64Array, n: number, prior: number): Fit {
  const logStrength = new Float64Array(n)
  if (n === 0) return { logStrength, covariance: new Float64Array(0) }
  const compared = comparedPairs(wins, n)
  const step = new Float64Array(n)
  for (let round = 0; round < ROUNDS; round += 1) {
    const factor = information(compared, logStrength, n, prior)
    gradient(wins, compared, logStrength, n, prior, step)
    factorise(factor, n)
    solve(factor, n, step)
    const reach = Math.max(0, ...step) - Math.min(0, ...step)
    for (let i = 0; i < n; i += 1) logStrength[i]! += step[i]! / (1 + reach)
    if (reach < ENOUGH) break
  }
  const factor = information(compared, logStrength, n, prior)
  factorise(factor, n)
  centre(logStrength)
  return { logStrength, covariance: centredCovariance(inverse(factor, n), n) }
}

/** Is there from each item a chain of wins to each other one? Only then has maximum likelihood a finite answer. */
export function isConnected(wins: Float64Array, n: number): boolean {
  const reached = (isWin: (from: number, to: number) => boolean): number => {
    const seen = new Set(n > 0 ? [0] : [])
    // A Set hands out what is added while it is walked.
    for (const from of seen) for (let to = 0; to < n; to += 1) if (isWin(from, to)) seen.add(to)
    return seen.size
  }
  return reached((i, j) => wins[i * n + j]! > 0) === n && reached((i, j) => wins[j * n + i]! > 0) === n
}

/** The chance of each item to win against one of the others, drawn evenly; null where there is no other. */
export function meanWinProbability(logStrength: Float64Array): (number | null)[] {
  return Array.from(logStrength, (own, i) => {
    let sum = 0
    for (let j = 0; j < logStrength.length; j += 1) if (j !== i) sum += logistic(own - logStrength[j]!)
    return logStrength.length > 1 ? sum / (logStrength.length - 1) : null
  })
}

/** The score that All Our Ideas shows: 100 (wins + 1) / (wins + losses + 2). */
export function aoiScore(wins: Float64Array, n: number): number[] {
  return Array.from({ length: n }, (_, i) => {
    let won = 0
    let lost = 0
    for (let j = 0; j < n; j += 1) {
      won += wins[i * n + j]!
      lost += wins[j * n + i]!
    }
    return (100 * (won + 1)) / (won + lost + 2)
  })
}

interface Compared {
  first: number
  second: number
  times: number
}

function comparedPairs(wins: Float64Array, n: number): Compared[] {
  const pairs: Compared[] = []
  for (let first = 0; first < n; first += 1) {
    for (let second = first + 1; second < n; second += 1) {
      const times = wins[first * n + second]! + wins[second * n + first]!
      if (times > 0) pairs.push({ first, second, times })
    }
  }
  return pairs
}

/** The negative second derivative. Without a prior it says nothing about a common shift; the 1 / n fixes that at 0. */
function information(compared: readonly Compared[], s: Float64Array, n: number, prior: number): Float64Array {
  const matrix = new Float64Array(n * n).fill(prior > 0 ? 0 : 1 / n)
  for (const { first, second, times } of compared) {
    const p = logistic(s[first]! - s[second]!)
    const weight = times * p * (1 - p)
    matrix[first * n + first]! += weight
    matrix[second * n + second]! += weight
    matrix[first * n + second]! -= weight
    matrix[second * n + first]! -= weight
  }
  for (let i = 0; i < n; i += 1) {
    const p = logistic(s[i]!)
    matrix[i * n + i]! += 2 * prior * p * (1 - p)
  }
  return matrix
}

function gradient(
  wins: Float64Array,
  compared: readonly Compared[],
  s: Float64Array,
  n: number,
  prior: number,
  into: Float64Array,
): void {
  for (let i = 0; i < n; i += 1) into[i] = prior * (1 - 2 * logistic(s[i]!))
  for (const { first, second, times } of compared) {
    const surplus = wins[first * n + second]! - times * logistic(s[first]! - s[second]!)
    into[first]! += surplus
    into[second]! -= surplus
  }
}

function centre(values: Float64Array): void {
  let sum = 0
  for (const value of values) sum += value
  for (let i = 0; i < values.length; i += 1) values[i]! -= sum / values.length
}

function centredCovariance(matrix: Float64Array, n: number): Float64Array {
  const means = new Float64Array(n)
  let all = 0
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) means[i]! += matrix[i * n + j]! / n
    all += means[i]! / n
  }
  for (let i = 0; i < n; i += 1) for (let j = 0; j < n; j += 1) matrix[i * n + j]! += all - means[i]! - means[j]!
  return matrix
}
