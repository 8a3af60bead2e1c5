import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import { ok, refuse } from '../../base/outcome.ts'
import { rankByScore } from '../../base/weak-order.ts'
import type { PairsBallot } from '../../ballots/pairs.ts'
import { rounded } from '../common/rounded.ts'
import { defineMethod } from '../method.ts'
import { aoiScore, fit, isConnected, meanWinProbability } from './count.ts'
import { texts } from './texts.ts'

export const options = z.strictObject({
  /** answers of one person */
  perVoter: z.int().min(1).max(limits.comparisonsPerVoter).default(15),
  estimator: z.enum(['map', 'maximum-likelihood']).default('map'),
  /** with `map`: imaginary wins, and as many losses, of each item against an average one */
  prior: z.number().min(0.01).max(100).default(1),
  alike: z.literal('half-a-win-each').default('half-a-win-each'),
  normalise: z.literal('log strengths sum to 0').default('log strengths sum to 0'),
})
type Options = z.output<typeof options>

/** Two-sided 95 %. */
const Z95 = 1.959963984540054
/** Log strengths that are nearer than this are equal: what is left of the arithmetic. */
const NEAR = 1e-9

/** Each person says of some pairs which item is better; an item ranks by its Bradley–Terry strength. */
export const bradleyTerry = defineMethod({
  id: 'bradley-terry',
  ballot: 'pairs',
  mostCandidates: limits.itemsDuelled,
  parameters: options,
  texts,
  check(ballot: PairsBallot, candidates, { perVoter }) {
    const { pairs, alike = [] } = ballot
    const known = new Set(candidates)
    const seen = new Set<string>()
    for (const pair of [...pairs, ...alike]) {
      if (!pair.every((id) => known.has(id))) return refuse('unknown_candidate')
      const [a, b] = [...pair].sort()
      const key = JSON.stringify([a, b])
      if (a === b || seen.has(key)) return refuse('answered_twice')
      seen.add(key)
    }
    return seen.size > perVoter ? refuse('too_many_answers', { max: perVoter }) : ok(ballot)
  },
  tally(ballots, candidates, parameters) {
    const n = candidates.length
    const places = new Map(candidates.map((id, i) => [id, i]))
    const wins = new Float64Array(n * n)
    const votersPerItem: Record<string, number> = Object.fromEntries(candidates.map((id) => [id, 0]))
    let accepted = 0
    let rejected = 0
    let blank = 0
    for (const ballot of ballots) {
      if (!bradleyTerry.check(ballot, candidates, parameters).ok) {
        rejected += ballot.weight
        continue
      }
      const { pairs, alike = [], weight } = ballot
      accepted += weight
      if (pairs.length + alike.length === 0) blank += weight
      for (const [winner, loser] of pairs) wins[places.get(winner)! * n + places.get(loser)!]! += weight
      for (const [one, other] of alike) {
        wins[places.get(one)! * n + places.get(other)!]! += weight / 2
        wins[places.get(other)! * n + places.get(one)!]! += weight / 2
      }
      for (const id of new Set([...pairs, ...alike].flat())) votersPerItem[id]! += weight
    }
    return { accepted, rejected, blank, votersPerItem, ...strengths(wins, candidates, parameters) }
  },
})

/**
 * What follows from who beat whom how often. Where maximum likelihood has no finite answer, because there is not a chain
 * of wins from each item to each other one (`connected: false`), the prior is used all the same, and `estimatorUsed` says so.
 */
export function strengths(wins: Float64Array, candidates: readonly string[], { estimator, prior }: Options) {
  const n = candidates.length
  const connected = isConnected(wins, n)
  const estimatorUsed = connected ? estimator : 'map'
  const { logStrength, covariance } = fit(wins, n, estimatorUsed === 'map' ? prior : 0)
  const values = withTies(logStrength)
  const errors = values.map((_, i) => rounded(Math.sqrt(Math.max(0, covariance[i * n + i]!))))
  const byId = <T>(list: readonly T[]): Record<string, T> =>
    Object.fromEntries(candidates.map((id, i) => [id, list[i]!]))
  const scores = byId(values)
  return {
    scores,
    ranking: rankByScore(scores),
    figures: {
      connected,
      estimatorUsed,
      logStrength: scores,
      standardError: byId(errors),
      /** of the log strength, 95 % */
      interval: byId(values.map((value, i) => [rounded(value - Z95 * errors[i]!), rounded(value + Z95 * errors[i]!)])),
      meanWinProbability: byId(
        meanWinProbability(Float64Array.from(values)).map((value) => (value === null ? null : rounded(value))),
      ),
      aoiScore: byId(aoiScore(wins, n)),
    },
  }
}

/** Log strengths as published: those that differ by arithmetic only are made equal. */
function withTies(logStrength: Float64Array): number[] {
  const order = [...logStrength.keys()].sort((i, j) => logStrength[j]! - logStrength[i]!)
  const values = new Array<number>(logStrength.length)
  let [before, value] = [Infinity, 0]
  for (const i of order) {
    const own = logStrength[i]!
    if (before - own > NEAR) value = rounded(own)
    values[i] = value
    before = own
  }
  return values
}
