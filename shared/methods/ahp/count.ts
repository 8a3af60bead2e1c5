import { geometricMean } from '../common/geometric-mean.ts'

/** Positive and reciprocal: `matrix[i][j]` is how many times as important i is as j, `matrix[j][i]` its inverse. */
export type Matrix = readonly (readonly number[])[]
export interface WeightedMatrix {
  matrix: Matrix
  /** how many people judged like this */
  weight: number
}

/**
 * Mean consistency index of random matrices, for 1, 2, 3 … items. They differ; a report names the one that it used.
 * Saaty 1980 is the row that Korean reports usually cite; Saaty 2005, p. 31; Donegan & Dodd 1991.
 */
export const randomIndices = {
  'saaty-1980': [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49],
  'saaty-2005': [0, 0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
  'donegan-dodd-1991': [0, 0, 0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055],
} as const
export type RandomIndexName = keyof typeof randomIndices

export interface Priorities {
  /** principal eigenvector, sum 1 */
  weights: number[]
  /** geometric means of the rows, sum 1; the same for up to three items */
  geometricMeanWeights: number[]
  /** principal eigenvalue: the number of items when the judgements are consistent, else more */
  lambdaMax: number
  /** consistency index, (lambdaMax − n) / (n − 1) */
  ci: number
  /** consistency ratio, ci / random index; 0 for up to two items, null where the table ends */
  cr: number | null
}

/* The eigenvector of a positive matrix is the only one that the iteration can end at (Perron). */
const ITERATIONS = 1000
const SETTLED = 1e-14

/** What one matrix says (Saaty 1980). `randomIndex` begins with that of one item. */
export function prioritiesOf(matrix: Matrix, randomIndex: readonly (number | undefined)[]): Priorities {
  const n = matrix.length
  let weights = matrix.map(() => 1 / n)
  let lambdaMax = n
  for (let round = 0, change = 1; round < ITERATIONS && change > SETTLED; round += 1) {
    const next = matrix.map((row) => row.reduce((sum, ratio, j) => sum + ratio * weights[j]!, 0))
    lambdaMax = sumOf(next)
    const settled = normalised(next)
    change = Math.max(0, ...settled.map((weight, i) => Math.abs(weight - weights[i]!)))
    weights = settled
  }
  // Every matrix of two items is consistent, and rounding must not say otherwise.
  const ci = n < 3 ? 0 : Math.max(0, (lambdaMax - n) / (n - 1))
  const index = randomIndex[n - 1]
  return {
    weights,
    geometricMeanWeights: normalised(matrix.map((row) => meanOf(row))),
    lambdaMax: n < 3 ? n : lambdaMax,
    ci,
    cr: n < 3 ? 0 : index ? ci / index : null,
  }
}

export interface Contradiction {
  /** indices of three items, ascending */
  items: [number, number, number]
  /** how far i→j→k is from i→k: 1 is consistent, 9 is off by a factor of nine */
  factor: number
}

/** The three items whose judgements contradict each other most: those to ask again. Of equal ones the first; null if none. */
export function askAgain(matrix: Matrix): Contradiction | null {
  let worst: Contradiction | null = null
  for (let i = 0; i < matrix.length; i += 1) {
    for (let j = i + 1; j < matrix.length; j += 1) {
      for (let k = j + 1; k < matrix.length; k += 1) {
        const round = matrix[i]![j]! * matrix[j]![k]! * matrix[k]![i]!
        const factor = Math.max(round, 1 / round)
        if (factor > (worst?.factor ?? 1) + 1e-9) worst = { items: [i, j, k], factor }
      }
    }
  }
  return worst
}

/** AIJ: the geometric mean of each judgement, which keeps the matrix reciprocal (Aczél & Saaty 1983). */
export function combineJudgements(matrices: readonly WeightedMatrix[]): Matrix {
  const n = matrices[0]?.matrix.length ?? 0
  const combined = Array.from({ length: n }, () => Array.from({ length: n }, () => 1))
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      const mean = geometricMean(matrices.map(({ matrix, weight }) => ({ value: matrix[i]![j]!, weight })))
      combined[i]![j] = mean
      combined[j]![i] = 1 / mean
    }
  }
  return combined
}

/** AIP: the geometric mean of each person's weights, sum 1 (Forman & Peniwati 1998). */
export function combineWeights(people: readonly { weights: readonly number[]; weight: number }[]): number[] {
  const items = people[0]?.weights ?? []
  return normalised(
    items.map((_, i) => geometricMean(people.map(({ weights, weight }) => ({ value: weights[i]!, weight })))),
  )
}

/** Weights of the alternatives under the goal: those under each criterion, weighted by the criterion. */
export const combineHierarchy = (criteria: readonly number[], alternatives: readonly (readonly number[])[]): number[] =>
  (alternatives[0] ?? []).map((_, a) => criteria.reduce((sum, weight, c) => sum + weight * alternatives[c]![a]!, 0))

/** The matrix of judgements `[more, less, times]`, by the items' places; a pair without a judgement counts as equal. */
export function matrixOf(n: number, judgements: readonly (readonly [number, number, number])[]): Matrix {
  const matrix = Array.from({ length: n }, () => Array.from({ length: n }, () => 1))
  for (const [more, less, times] of judgements) {
    matrix[more]![less] = times
    matrix[less]![more] = 1 / times
  }
  return matrix
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const meanOf = (values: readonly number[]): number => geometricMean(values.map((value) => ({ value, weight: 1 })))
function normalised(values: readonly number[]): number[] {
  const sum = sumOf(values)
  return values.map((value) => value / sum)
}
