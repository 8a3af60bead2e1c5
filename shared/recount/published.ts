import { z } from 'zod'
import { Digest } from '../base/ids.ts'
import { rankByScore, type WeakOrder } from '../base/weak-order.ts'
import { orderOf, Strength } from '../methods/common/majority.ts'
import type { Pairwise } from '../methods/common/pairwise.ts'
import { copelandScores } from '../methods/copeland/count.ts'
import { rankedPairsOf } from '../methods/ranked-pairs/count.ts'
import { Candidates, type Recounted } from '../methods/recount.ts'
import { schulzeOf } from '../methods/schulze/count.ts'
import type { SealedResult } from '../results/seal.ts'
import { faultIn, read, type Read } from './fault.ts'

/** Longer orders are fingerprints: somebody who knows how a person voted finds the ballot, and proves it. */
const LONGEST_PUBLIC = 6
/** Below this a list of ballots says who chose what. */
const FEWEST_PUBLIC = 5

const Ranking = z.object({ weight: z.int(), ranking: z.array(z.array(z.string())) })
const Pairs = z.object({ weight: z.int(), pairs: z.array(z.tuple([z.string(), z.string()])) })
const Long = z.union([
  Ranking,
  Pairs,
  z.object({ sets: z.array(z.any()) }),
  z.object({ comparisons: z.array(z.any()) }),
])

const cast = ({ accepted, rejected }: SealedResult): number => accepted + rejected

/** What somebody gave in the round before links two ballots to one person. */
export const tellsBefore = (ballot: SealedResult['ballots'][number]): boolean =>
  'before' in ballot && ballot.before !== undefined

/** May everybody see the single ballots of this result? */
export const hasPublicBallots = (result: SealedResult): boolean =>
  cast(result) >= FEWEST_PUBLIC &&
  !result.ballots.some(tellsBefore) &&
  (result.candidates.length <= LONGEST_PUBLIC || !result.ballots.some((ballot) => Long.safeParse(ballot).success))

/**
 * What everybody may see of a result whose ballots only auditors may: all of it without the ballots, and with how often
 * each item was put before each other and on each rank. The digest is that of the whole.
 */
export function publishedPart(result: SealedResult, digest: string) {
  const { ballots: _ballots, receipts: _receipts, format: _format, pools, ...rest } = result
  const isCounted = cast(result) >= FEWEST_PUBLIC
  // How many of each ballot came which way says as much as the ballots do.
  const shown = pools && { pools: pools.map(({ counts: _counts, ...pool }) => pool) }
  return { format: 'madang-result-published', digest, ...rest, ...shown, ...(isCounted && countsOf(result)) }
}

function countsOf({ ballots, candidates }: SealedResult) {
  const places = new Map(candidates.map((id, i) => [id, i]))
  const size = candidates.length
  const pairwise = candidates.map(() => candidates.map(() => 0))
  /** `rankCounts[item][r]`: ballots with the item on rank r + 1; those that do not rank it are in no column */
  const rankCounts = candidates.map(() => candidates.map(() => 0))
  const prefer = (a: number, b: number, weight: number) => (pairwise[a]![b]! += weight)
  for (const ballot of ballots) {
    const pairs = Pairs.safeParse(ballot)
    if (pairs.success) {
      for (const [a, b] of pairs.data.pairs) prefer(places.get(a)!, places.get(b)!, pairs.data.weight)
    }
    const ranked = Ranking.safeParse(ballot)
    if (!ranked.success) continue
    const { weight, ranking } = ranked.data
    const below = new Set(Array.from({ length: size }, (_, i) => i))
    let rank = 0
    for (const group of ranking) {
      const here = group.map((id) => places.get(id)!)
      for (const item of here) below.delete(item)
      for (const item of here) {
        rankCounts[item]![rank]! += weight
        for (const other of below) prefer(item, other, weight)
      }
      rank += group.length
    }
  }
  return { pairwise, rankCounts }
}

export const PublishedResult = z.looseObject({
  format: z.literal('madang-result-published'),
  digest: Digest,
  method: z.string(),
  options: z.record(z.string(), z.unknown()),
  candidates: Candidates,
  items: z.array(z.looseObject({ id: z.string(), title: z.string() })),
  accepted: z.int().min(0),
  ranking: z.array(z.array(z.string())),
  pairwise: z.array(z.array(z.int().min(0))).optional(),
})
export type PublishedResult = z.infer<typeof PublishedResult>

/** Count again what pairs alone decide; for the other methods the single ballots are needed. */
export function recountPublished({ method, options, candidates, pairwise, digest }: PublishedResult): Read<Recounted> {
  const strength = Strength.safeParse(options.strength)
  const size = candidates.length
  if (!pairwise || !strength.success || !['schulze', 'ranked-pairs', 'copeland'].includes(method)) {
    return faultIn(
      'ballots',
      `the single ballots of this result are with auditors; ${method} cannot be counted without them`,
      `이 결과의 투표지는 감사자에게만 제공하며, ${method} 방법은 투표지 없이 다시 셀 수 없습니다`,
    )
  }
  if (pairwise.length !== size || pairwise.some((row) => row.length !== size)) {
    return faultIn('pairwise', `not ${size} rows of ${size}`, `${size}행 ${size}열이 아닙니다`)
  }
  const duels = { size, cells: Float64Array.from(pairwise.flat()) }
  return read({ method, options, ranking: rankingOf(method, duels, strength.data, candidates), pairwise, digest })
}

function rankingOf(method: string, duels: Pairwise, strength: Strength, candidates: readonly string[]): WeakOrder {
  if (method === 'schulze') return orderOf(schulzeOf(duels, strength).layers, candidates)
  if (method === 'ranked-pairs') return orderOf(rankedPairsOf(duels, strength).layers, candidates)
  const balance = copelandScores(duels)
  return rankByScore(Object.fromEntries(candidates.map((id, place) => [id, balance[place]!])))
}
