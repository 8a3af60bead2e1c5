import { z } from 'zod'
import { Digest, IssueId } from '../base/ids.ts'
import { ranksOf } from '../base/weak-order.ts'
import type { Ballot, Weighted } from '../ballots/index.ts'
import type { RankingBallot } from '../ballots/ranking.ts'
import { firmnessOf } from '../methods/common/bootstrap.ts'
import { concordanceOfProfile } from '../methods/common/kendall-w.ts'
import { readRankings } from '../methods/common/ranked-profile.ts'
import type { RankedLimits } from '../methods/common/ranked-ballot.ts'
import { methodIds, methodOf, Parameters } from '../methods/index.ts'
import { decisiveRanking, PoolPart } from './by-channel.ts'
import { robustnessOf, standingIds } from './robustness.ts'
import { fieldsOf, SealedResult } from './seal.ts'

const Rank = z.int().min(1)

/** How much a result can bear: how firm its order is, how far the room agrees, and what other rules make of its ballots. */
export const Honest = z.strictObject({
  firmness: z.strictObject({
    seed: z.string(),
    rounds: z.int().min(0),
    /** by item: between which ranks it lies in 95 of 100 resampled votes */
    intervals: z.record(IssueId, z.strictObject({ low: Rank, high: Rank })),
    /** items too near to be told apart share a band; best first */
    bands: z.array(z.array(IssueId)),
  }),
  /** the line that `robustness` speaks of: those that go on, else the first five */
  k: z.int().min(1),
  robustness: z.strictObject({
    k: z.int().min(1),
    /** the vote's own rule first */
    rules: z.array(
      z.strictObject({
        method: z.enum(methodIds),
        parameters: Parameters,
        ranking: z.array(z.array(IssueId)),
        ranks: z.record(IssueId, Rank),
      }),
    ),
    standings: z.record(IssueId, z.enum(standingIds)),
  }),
  /** Kendall's W, 0 to 1; null where people gave no orders, or none at all */
  agreement: z.number().nullable(),
  /** of the scores that each item got, by id; empty where people gave no scores */
  spread: z.record(IssueId, z.number().nullable()),
})
export type Honest = z.infer<typeof Honest>

/** A sealed result without its single ballots and receipts, and how much it can bear. */
export const ResultSummary = z.strictObject({
  digest: Digest,
  result: SealedResult.omit({ ballots: true, receipts: true }).extend({
    /** which ballots came which way is for auditors, like the ballots */
    pools: z.array(PoolPart.omit({ counts: true })).optional(),
  }),
  honest: Honest,
})
export type ResultSummary = z.infer<typeof ResultSummary>

export function summaryOf(sealed: SealedResult, digest: string, honest: Honest): ResultSummary {
  const { ballots: _, receipts: _receipts, pools, ...result } = sealed
  const shown = pools?.map(({ counts: _counts, ...pool }) => pool)
  return { digest, result: { ...result, ...(shown && { pools: shown }) }, honest }
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
export const rankedItems = ({ items, ...result }: ResultSummary['result']) => {
  const ranking = decisiveRanking(result)
  const ranks = ranksOf(ranking)
  const byId = new Map(items.map((item) => [item.id, item]))
  return ranking.flatMap((group) =>
    group.map((id) => ({ id, title: byId.get(id)?.title ?? id, rank: ranks[id]!, isTied: group.length > 1 })),
  )
}
