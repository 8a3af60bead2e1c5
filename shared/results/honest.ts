import { ranksOf } from '../base/weak-order.ts'
import type { Ballot, Weighted } from '../ballots/index.ts'
import type { RankingBallot } from '../ballots/ranking.ts'
import { firmnessOf, type Firmness } from '../methods/common/bootstrap.ts'
import { concordanceOfProfile } from '../methods/common/kendall-w.ts'
import { readRankings } from '../methods/common/ranked-profile.ts'
import type { RankedLimits } from '../methods/common/ranked-ballot.ts'
import { methodOf } from '../methods/index.ts'
import { decisiveRanking } from './by-channel.ts'
import { robustnessOf, type Robustness } from './robustness.ts'
import { fieldsOf, type SealedResult } from './seal.ts'

/** How much a result can bear: how firm its order is, how far the room agrees, and what other rules make of its ballots. */
export interface Honest {
  firmness: Firmness
  /** the line that `robustness` speaks of: those that go on, else the first five */
  k: number
  robustness: Robustness
  /** Kendall's W, 0 to 1; null where people gave no orders, or none at all */
  agreement: number | null
  /** of the scores that each item got, by id; empty where people gave no scores */
  spread: Record<string, number | null>
}

const FIRST = 5
const ROUNDS = 400
/** Each round counts everything again: the larger the vote, the fewer rounds, and never too few for a percentile. */
const FEWEST_ROUNDS = 100
const WORK = 4_000_000

/** Computed from the sealed ballots alone: the same result says the same on every machine. */
export function honestOf(result: SealedResult, digest: string): Honest {
  const { candidates, options, topK } = result
  const ballots = result.ballots as Weighted<Ballot>[]
  const method = methodOf(result.method)
  const fields = fieldsOf(result.items)
  const rounds = Math.max(
    FEWEST_ROUNDS,
    Math.min(ROUNDS, Math.floor(WORK / Math.max(1, ballots.length * candidates.length))),
  )
  const count = (drawn: readonly Weighted<Ballot>[]) => method.tally(drawn, candidates, options, fields).ranking
  const firmness = firmnessOf(ballots, count, { seed: digest, rounds })
  const k = Math.min(topK ?? FIRST, Math.max(1, candidates.length - 1))
  return {
    firmness,
    k,
    robustness: robustnessOf(
      { method: result.method, parameters: options },
      ballots,
      candidates,
      k,
      firmness.intervals,
    ),
    agreement: method.ballot === 'ranking' ? agreementOf(ballots, candidates, options) : null,
    spread: spreadOf(result),
  }
}

function agreementOf(ballots: readonly Weighted<Ballot>[], candidates: readonly string[], options: object) {
  const { profile } = readRankings(ballots as Weighted<RankingBallot>[], candidates, options as RankedLimits)
  return concordanceOfProfile(profile).W
}

function spreadOf({ candidates, figures }: SealedResult): Record<string, number | null> {
  const items = (figures?.items ?? {}) as Record<string, { sd?: number | null }>
  const known = candidates.filter((id) => items[id]?.sd !== undefined)
  return Object.fromEntries(known.map((id) => [id, items[id]!.sd ?? null]))
}

/** The items of a result, best first, with their ranks. */
export const rankedItems = ({ items, ...result }: SealedResult) => {
  const ranking = decisiveRanking(result)
  const ranks = ranksOf(ranking)
  const byId = new Map(items.map((item) => [item.id, item]))
  return ranking.flatMap((group) =>
    group.map((id) => ({ id, title: byId.get(id)?.title ?? id, rank: ranks[id]!, isTied: group.length > 1 })),
  )
}
