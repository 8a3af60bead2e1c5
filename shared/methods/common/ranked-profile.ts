import type { RankingBallot } from '../../ballots/ranking.ts'
import type { Weighted } from '../../ballots/index.ts'
import { RankingRule, type RankedLimits } from './ranked-ballot.ts'

/**
 * Ranked ballots in flat arrays. Ballot b ranks `items[starts[b]] … items[starts[b + 1] - 1]`, best first; items are
 * places in `candidates`. `ends[p]` is where the tied group of entry p ends, so that equal items share it.
 */
export interface RankedProfile {
  candidates: readonly string[]
  starts: Int32Array
  items: Int32Array
  ends: Int32Array
  /** how many people cast ballot b */
  weights: Float64Array
  /** all of them together, blank ballots included */
  people: number
}

/** The ballots that follow the rule as a profile, and the counts of the others. */
export interface RankedCount {
  profile: RankedProfile
  votersPerItem: Record<string, number>
  accepted: number
  rejected: number
  blank: number
}

/** Read ballots: one that breaks the rule is left out whole and counted in `rejected`. */
export function readRankings(
  ballots: readonly Weighted<RankingBallot>[],
  candidates: readonly string[],
  limits: RankedLimits,
): RankedCount {
  const rule = new RankingRule(candidates, limits)
  const most = ballots.reduce((sum, { ranking }) => sum + ranking.reduce((n, group) => n + group.length, 0), 0)
  const starts = new Int32Array(ballots.length + 1)
  const items = new Int32Array(most)
  const ends = new Int32Array(most)
  const weights = new Float64Array(ballots.length)
  const voters = new Float64Array(candidates.length)
  let good = 0
  let people = 0
  let rejected = 0
  let blank = 0
  let at = 0
  for (const ballot of ballots) {
    const { ranking, weight } = ballot
    if (rule.faultOf(ballot) !== undefined) {
      rejected += weight
      continue
    }
    const start = at
    for (const group of ranking) {
      const end = at + group.length
      for (; at < end; at += 1) {
        const place = rule.named[at - start]!
        items[at] = place
        ends[at] = end
        voters[place]! += weight
      }
    }
    weights[good] = weight
    people += weight
    if (at === start) blank += weight
    good += 1
    starts[good] = at
  }
  return {
    profile: { candidates, starts, items, ends, weights: weights.subarray(0, good), people },
    votersPerItem: Object.fromEntries(candidates.map((id, place) => [id, voters[place]!])),
    accepted: people,
    rejected,
    blank,
  }
}
