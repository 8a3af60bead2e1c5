import type { ComparisonsBallot } from '../../../shared/ballots/comparisons.ts'
import { shuffled } from '../../../shared/base/seeded-random.ts'
import { limits } from '../../../shared/base/limits.ts'
import {
  askAgain,
  matrixOf,
  prioritiesOf,
  randomIndices,
  type RandomIndexName,
} from '../../../shared/methods/ahp/count.ts'

export type TwoItems = readonly [string, string]
type Judgement = ComparisonsBallot['comparisons'][number]

/** Every two items, in an order of this phone; none where there are too many to compare. */
export function pairsOf(ids: readonly string[], seed: string): TwoItems[] {
  if (ids.length > limits.itemsCompared) return []
  const pairs = ids.flatMap((one, n) => ids.slice(n + 1).map((other): TwoItems => [one, other]))
  return shuffled(pairs, seed)
}

export const judgementOf = ({ comparisons }: ComparisonsBallot, pair: TwoItems): Judgement | undefined =>
  comparisons.find((judgement) => isOf(judgement, pair))

/** The ballot with this said of these two; a judgement there was is replaced at its place. */
export function withJudgement({ comparisons }: ComparisonsBallot, [more, less, times]: Judgement): ComparisonsBallot {
  const said: Judgement = [more, less, times]
  const has = comparisons.some((judgement) => isOf(judgement, [more, less]))
  return {
    comparisons: has
      ? comparisons.map((judgement) => (isOf(judgement, [more, less]) ? said : judgement))
      : [...comparisons, said],
  }
}

const isOf = ([a, b]: readonly [string, string, ...unknown[]], [one, other]: TwoItems): boolean =>
  (a === one && b === other) || (a === other && b === one)

export interface Doubt {
  /** consistency ratio */
  cr: number
  /** of the three answers that contradict each other most, the one that fits the rest worst */
  again: TwoItems
}

/** As much of the vote's parameters as one person's answers need. */
interface Conventions {
  consistencyLimit: number
  randomIndex: RandomIndexName
}

/** What the answers say of each issue, in the order of `ids`, sum 1. */
export const weightsOf = (ballot: ComparisonsBallot, ids: readonly string[], conventions: Conventions): number[] =>
  read(ballot, ids, conventions).weights

/** Do the answers, all given, contradict each other more than the vote's limit? Then which one to look at again. */
export function doubtOf(ballot: ComparisonsBallot, ids: readonly string[], conventions: Conventions): Doubt | null {
  const { matrix, weights, cr } = read(ballot, ids, conventions)
  const worst = askAgain(matrix)
  if (cr === null || cr <= conventions.consistencyLimit || !worst) return null
  const [i, j, k] = worst.items
  const strain = ([a, b]: readonly [number, number]): number =>
    Math.abs(Math.log((matrix[a]![b]! * weights[b]!) / weights[a]!))
  const three: (readonly [number, number])[] = [
    [i, j],
    [j, k],
    [i, k],
  ]
  const [a, b] = three.reduce((most, one) => (strain(one) > strain(most) ? one : most))
  return { cr, again: [ids[a]!, ids[b]!] }
}

function read({ comparisons }: ComparisonsBallot, ids: readonly string[], { randomIndex }: Conventions) {
  const places = new Map(ids.map((id, place) => [id, place]))
  const matrix = matrixOf(
    ids.length,
    comparisons.map(([more, less, times]) => [places.get(more)!, places.get(less)!, times]),
  )
  return { matrix, ...prioritiesOf(matrix, randomIndices[randomIndex]) }
}
