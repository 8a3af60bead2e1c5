import type { RankingBallot } from '../../ballots/ranking.ts'
import type { Weighted } from '../../ballots/index.ts'
import { rankingFault, type RankedLimits } from './ranked-ballot.ts'

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
  { topK, tiesAllowed }: RankedLimits,
): RankedCount {
  const places = new Map(candidates.map((id, place) => [id, place]))
  const good = ballots.filter((ballot) => !rankingFault(ballot, places, topK, tiesAllowed))
  const entries = good.reduce((sum, { ranking }) => sum + ranking.reduce((n, group) => n + group.length, 0), 0)
  const starts = new Int32Array(good.length + 1)
  const items = new Int32Array(entries)
  const ends = new Int32Array(entries)
  const weights = new Float64Array(good.length)
  const voters = new Float64Array(candidates.length)
  let people = 0
  let blank = 0
  let at = 0
  good.forEach(({ ranking, weight }, b) => {
    for (const group of ranking) {
      const end = at + group.length
      for (const id of group) {
        const place = places.get(id)!
        items[at] = place
        ends[at] = end
        voters[place]! += weight
        at += 1
      }
    }
    starts[b + 1] = at
    weights[b] = weight
    people += weight
    if (ranking.length === 0) blank += weight
  })
  return {
    profile: { candidates, starts, items, ends, weights, people },
    votersPerItem: Object.fromEntries(candidates.map((id, place) => [id, voters[place]!])),
    accepted: people,
    rejected: ballots.reduce((sum, { weight }) => sum + weight, 0) - people,
    blank,
  }
}
