import { z } from 'zod'
import type { ComparisonsBallot } from '../../ballots/comparisons.ts'
import type { Weighted } from '../../ballots/index.ts'
import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { admit, noneOf } from '../common/admit.ts'
import { eitherInput } from '../common/either-input.ts'
import { rounded } from '../common/rounded.ts'
import { defineMethod } from '../method.ts'
import { Candidates, defineRecount, recountOf } from '../recount.ts'
import {
  askAgain,
  combineJudgements,
  combineWeights,
  matrixOf,
  prioritiesOf,
  randomIndices,
  type Matrix,
  type Priorities,
  type RandomIndexName,
  type WeightedMatrix,
} from './count.ts'
import { texts } from './texts.ts'

const conventions = {
  /** what the ranking goes by; the figures have both */
  weights: z.enum(['principal-eigenvector', 'row-geometric-mean']).default('principal-eigenvector'),
  /** of judgements (AIJ) or of each person's weights (AIP) */
  aggregate: z
    .enum(['geometric-mean-of-judgements', 'geometric-mean-of-weights'])
    .default('geometric-mean-of-judgements'),
  /** people above the limit; the figures have both results */
  inconsistent: z.enum(['included', 'left-out']).default('included'),
  consistencyLimit: z.number().min(0).max(1).default(0.1),
}
const randomIndexNames = Object.keys(randomIndices) as [RandomIndexName, ...RandomIndexName[]]
const RandomIndex = z.enum(randomIndexNames)

export const AhpParameters = z.strictObject({ ...conventions, randomIndex: RandomIndex.default('saaty-1980') })
/* A file may bring a table of its own: `{"3": 0.58, …}`. */
const AhpOptions = z.strictObject({
  ...conventions,
  randomIndex: z.union([RandomIndex, z.record(z.string(), z.number().min(0))]).default('saaty-1980'),
})
type AhpOptions = z.output<typeof AhpOptions>

/**
 * Analytic hierarchy process (Saaty 1980): weights of the items from comparisons of each two. A ballot compares every
 * pair once or is blank; items rank by their weight.
 */
export const ahp = defineMethod({
  id: 'ahp',
  ballot: 'comparisons',
  mostCandidates: limits.itemsCompared,
  parameters: AhpParameters,
  texts,
  check: (ballot: ComparisonsBallot, candidates) => checkComparisons(ballot, candidates),
  tally(ballots, candidates, parameters) {
    const admitted = admit(
      ballots,
      (ballot) => checkComparisons(ballot, candidates).ok,
      ({ comparisons }) => comparisons.length === 0,
    )
    const { accepted, rejected, blank } = admitted
    const answered = admitted.ballots.filter(({ comparisons }) => comparisons.length > 0)
    const figures = count(judgementsOf(answered, candidates), candidates, parameters)
    const scores = figures.weights ?? noneOf(candidates)
    return {
      scores,
      votersPerItem: Object.fromEntries(candidates.map((id) => [id, accepted - blank])),
      accepted,
      rejected,
      blank,
      ranking: rankByScore(scores),
      figures,
    }
  },
})

/** Every pair once, or none. */
function checkComparisons(ballot: ComparisonsBallot, candidates: readonly string[]): Outcome<ComparisonsBallot> {
  const n = candidates.length
  const answered = ballot.comparisons.length
  if (answered === 0) return ok(ballot)
  if (n > limits.itemsCompared) return refuse('too_many_candidates', { max: limits.itemsCompared })
  const known = new Set(candidates)
  if (ballot.comparisons.some(([a, b]) => !known.has(a) || !known.has(b))) return refuse('unknown_candidate')
  const pairs = new Set(ballot.comparisons.filter(([a, b]) => a !== b).map(([a, b]) => JSON.stringify([a, b].sort())))
  const isComplete = pairs.size === answered && answered === (n * (n - 1)) / 2
  return isComplete ? ok(ballot) : refuse('comparisons_incomplete')
}

/**
 * How one person's answers hold together: consistency ratio, and the three items to ask again. The phone shows it before
 * the ballot is sent. Answers must be complete.
 */
export function consistencyOf(
  ballot: ComparisonsBallot,
  candidates: readonly string[],
  parameters: AhpOptions,
): { cr: number | null; consistent: boolean | null; askAgain: AskAgain | null } {
  return personOf(matrixOfBallot(ballot, candidates), candidates, parameters)
}

interface AskAgain {
  items: string[]
  /** by what factor the three answers contradict each other */
  factor: number
}

const FileInput = z
  .object({
    options: AhpOptions.prefault({}),
    items: Candidates,
    matrices: z.array(z.array(z.array(z.number().positive()))),
  })
  .superRefine(({ items, matrices }, context) => {
    matrices.forEach((matrix, m) => {
      if (matrix.length !== items.length || matrix.some((row) => row.length !== items.length)) {
        context.addIssue({
          code: 'custom',
          path: ['matrices', m],
          message: `must be ${items.length} × ${items.length}`,
        })
        return
      }
      // A third may be written as 0.33.
      matrix.forEach((row, i) =>
        row.forEach((ratio, j) => {
          if (Math.abs(ratio * matrix[j]![i]! - 1) <= 0.05) return
          context.addIssue({ code: 'custom', path: ['matrices', m, i, j], message: 'is not the inverse of its mirror' })
        }),
      )
    })
  })
const sealed = recountOf(ahp)

/** A matrix for each person, or the ballots of a vote. */
export const ahpRecount = defineRecount({
  id: 'ahp',
  input: eitherInput(sealed.input, FileInput),
  count(given) {
    if (!isFile(given)) return sealed.count(given)
    const { options, items, matrices } = given
    const group = matrices.map((matrix) => ({ matrix, weight: 1 }))
    const counted = count(group, items, options)
    return {
      method: 'ahp',
      options,
      ...counted,
      ranking: rankByScore(counted.weights ?? noneOf(items)),
      experts: matrices.map((matrix) => personOf(matrix, items, options)),
    }
  },
})

const isFile = (given: unknown): given is z.output<typeof FileInput> =>
  typeof given === 'object' && given !== null && 'matrices' in given

interface Judged extends WeightedMatrix {
  found: Priorities
}

/** The group's figures, under the options; `all` and `consistentOnly` have the weights with and without the inconsistent. */
function count(group: readonly WeightedMatrix[], items: readonly string[], options: AhpOptions) {
  const index = tableOf(options.randomIndex)
  const everybody = group.map((one): Judged => ({ ...one, found: prioritiesOf(one.matrix, index) }))
  const consistent = everybody.filter(({ found }) => isConsistent(found.cr, options) !== false)
  const all = groupOf(everybody, items, options)
  const consistentOnly = groupOf(consistent, items, options)
  return {
    ...(options.inconsistent === 'included' ? all : consistentOnly),
    experts: people(everybody),
    inconsistentExperts: people(everybody) - people(consistent),
    all: { experts: people(everybody), weights: all.weights, cr: all.cr },
    consistentOnly: { experts: people(consistent), weights: consistentOnly.weights, cr: consistentOnly.cr },
  }
}

const NOBODY = { lambdaMax: null, ci: null, cr: null, consistent: null, combined: null }

/** `combined`, `lambdaMax`, `ci` and `cr` are of the combined judgements, also where the weights are those of AIP. */
function groupOf(group: readonly Judged[], items: readonly string[], options: AhpOptions) {
  if (group.length === 0) return { weights: null, geometricMeanWeights: null, ...NOBODY }
  const combined = combineJudgements(group)
  const ofCombined = prioritiesOf(combined, tableOf(options.randomIndex))
  const isAip = options.aggregate === 'geometric-mean-of-weights'
  const groupWeights = (of: (found: Priorities) => number[]) =>
    isAip ? combineWeights(group.map(({ found, weight }) => ({ weights: of(found), weight }))) : of(ofCombined)
  const geometric = groupWeights((found) => found.geometricMeanWeights)
  const isGeometric = options.weights === 'row-geometric-mean'
  return {
    weights: byItem(items, isGeometric ? geometric : groupWeights((found) => found.weights)),
    geometricMeanWeights: byItem(items, geometric),
    ...ratiosOf(ofCombined, options),
    combined: combined.map((row) => row.map(rounded)),
  }
}

function personOf(matrix: Matrix, items: readonly string[], options: AhpOptions) {
  const found = prioritiesOf(matrix, tableOf(options.randomIndex))
  const again = askAgain(matrix)
  return {
    weights: byItem(items, options.weights === 'principal-eigenvector' ? found.weights : found.geometricMeanWeights),
    ...ratiosOf(found, options),
    askAgain: again && { items: again.items.map((i) => items[i]!), factor: rounded(again.factor) },
  }
}

function ratiosOf({ lambdaMax, ci, cr }: { lambdaMax: number; ci: number; cr: number | null }, options: AhpOptions) {
  return {
    lambdaMax: rounded(lambdaMax),
    ci: rounded(ci),
    cr: cr === null ? null : rounded(cr),
    consistent: isConsistent(cr, options),
  }
}

const isConsistent = (cr: number | null, { consistencyLimit }: AhpOptions): boolean | null =>
  cr === null ? null : rounded(cr) <= consistencyLimit

const byItem = (items: readonly string[], values: readonly number[]): Record<string, number> =>
  Object.fromEntries(items.map((id, i) => [id, rounded(values[i]!)]))

const tableOf = (table: AhpOptions['randomIndex']): readonly (number | undefined)[] =>
  typeof table === 'string'
    ? randomIndices[table]
    : Array.from({ length: limits.itemsCompared }, (_, i) => table[String(i + 1)])

/** Equal judgements once with their number, in an order that neither ballots nor names decide. */
function judgementsOf(ballots: readonly Weighted<ComparisonsBallot>[], items: readonly string[]): WeightedMatrix[] {
  const found = new Map<string, WeightedMatrix>()
  for (const ballot of ballots) {
    const matrix = matrixOfBallot(ballot, items)
    const text = JSON.stringify(matrix)
    found.set(text, { matrix, weight: (found.get(text)?.weight ?? 0) + ballot.weight })
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, judgement]) => judgement)
}

function matrixOfBallot({ comparisons }: ComparisonsBallot, items: readonly string[]): Matrix {
  const places = new Map(items.map((id, i) => [id, i]))
  return matrixOf(
    items.length,
    comparisons.map(([more, less, times]) => [places.get(more)!, places.get(less)!, times]),
  )
}

const people = (group: readonly { weight: number }[]): number => group.reduce((sum, { weight }) => sum + weight, 0)
