import type { CriteriaBallot } from '../../ballots/criteria.ts'
import type { Weighted } from '../../ballots/index.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { admit, areKnown, noneOf } from '../common/admit.ts'
import { rounded } from '../common/rounded.ts'
import { below, countRatings, isOnScale, summaries, type Scale } from '../common/scale.ts'
import type { Summary } from '../common/statistics.ts'
import type { Tally } from '../method.ts'

/** Named criteria with their weights, in the same order, and the scale of all. */
export interface Criteria extends Scale {
  criteria: string[]
  weights: number[]
}

export const hasWeightForEach = ({ criteria, weights }: Criteria): boolean => criteria.length === weights.length
export const areDistinct = (names: readonly string[]): boolean => new Set(names).size === names.length

/** Ratings of items of the vote by criteria of the vote, each on the scale. */
export function checkCriteria<Ballot extends CriteriaBallot>(
  ballot: Ballot,
  candidates: readonly string[],
  parameters: Criteria,
): Outcome<Ballot> {
  if (!areKnown(Object.keys(ballot.criteria), parameters.criteria)) return refuse('unknown_criterion')
  for (const scores of Object.values(ballot.criteria)) {
    if (!areKnown(Object.keys(scores), candidates)) return refuse('unknown_candidate')
    if (!Object.values(scores).every((value) => isOnScale(value, parameters)))
      return refuse('score_out_of_range', { min: parameters.min, max: parameters.max })
  }
  return ok(ballot)
}

/** A tally with what it was made of. */
export interface CriteriaTally extends Tally {
  figures: {
    /** by item, in the order of the criteria; null where nobody rated the item by that criterion */
    means: Record<string, (number | null)[]>
    /** Σ weight × mean ÷ Σ weight; null for an item that lacks a mean */
    weighted: Record<string, number | null>
    /** by criterion, then by item */
    criteria: Record<string, Record<string, Summary>>
    /** items that nobody rated by some criterion: they come last */
    incomplete: string[]
  }
}

/** The mean of each criterion, and of those the mean by weight: what several weighted criteria and the matrix rank by. */
export function countCriteria(
  given: readonly Weighted<CriteriaBallot>[],
  candidates: readonly string[],
  parameters: Criteria,
): CriteriaTally {
  const { ballots, ...people } = admit(
    given,
    (ballot) => checkCriteria(ballot, candidates, parameters).ok,
    (ballot) => namedBy(ballot).size === 0,
  )
  const byCriterion = parameters.criteria.map((criterion) => {
    const rated = ballots.map((ballot) => ({ scores: ballot.criteria[criterion] ?? {}, weight: ballot.weight }))
    return summaries(countRatings(rated, candidates, parameters), parameters)
  })
  const means = Object.fromEntries(candidates.map((id) => [id, byCriterion.map((items) => items[id]!.mean)]))
  const weighted = Object.fromEntries(candidates.map((id) => [id, weightedMean(means[id]!, parameters.weights)]))
  const scores = Object.fromEntries(candidates.map((id) => [id, weighted[id] ?? below(parameters)]))
  const votersPerItem = noneOf(candidates)
  for (const ballot of ballots) for (const id of namedBy(ballot)) votersPerItem[id]! += ballot.weight
  return {
    ...people,
    scores,
    votersPerItem,
    ranking: rankByScore(scores),
    figures: {
      means,
      weighted,
      criteria: Object.fromEntries(parameters.criteria.map((criterion, i) => [criterion, byCriterion[i]!])),
      incomplete: candidates.filter((id) => weighted[id] === null).sort(),
    },
  }
}

const namedBy = ({ criteria }: CriteriaBallot): Set<string> =>
  new Set(Object.values(criteria).flatMap((scores) => Object.keys(scores)))

function weightedMean(means: readonly (number | null)[], weights: readonly number[]): number | null {
  let sum = 0
  let whole = 0
  for (const [i, mean] of means.entries()) {
    if (mean === null) return null
    sum += weights[i]! * mean
    whole += weights[i]!
  }
  return whole === 0 ? null : rounded(sum / whole)
}
