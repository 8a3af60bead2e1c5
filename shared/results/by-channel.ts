import { z } from 'zod'
import type { Ballot, Weighted } from '../ballots/index.ts'
import { ChannelId, channelIds } from '../base/channels.ts'
import { canonicalJson } from '../base/digest.ts'
import { IssueId } from '../base/ids.ts'
import { methodOf, type Tally } from '../methods/index.ts'
import { combineChannels } from './channels.ts'
import { ballotsOf, type PaperTally } from './paper.ts'
import { fieldsOf } from './fields.ts'
import type { CastBallot, ClosedVote, SealedResult } from './seal.ts'
import { pooled } from './small-groups.ts'

const Count = z.int().min(0)

/** What a vote fixes about channels before it opens. */
export interface ChannelSettings {
  paper: boolean
  weights: Partial<Record<ChannelId, number>> | null
}

/** How many came one way. */
export const ChannelPart = z.strictObject({
  id: ChannelId,
  ballots: Count,
  /** seats of this channel, and paper ballots that were handed in, the invalid ones among them; ballots are never more */
  checkIns: Count,
  /** fixed before the vote opened; null: every ballot counts alike */
  weight: z.number().min(0).nullable(),
})
export type ChannelPart = z.infer<typeof ChannelPart>

/** Channels that are shown together: one of five ballots or more, or several smaller ones. */
export const PoolPart = z.strictObject({
  channels: z.array(ChannelId).min(1),
  ballots: Count,
  blank: Count,
  scores: z.record(IssueId, z.number()),
  votersPerItem: z.record(IssueId, Count),
  /** how many of each entry of `ballots` came this way, in its order: all pools together are its weights */
  counts: z.array(Count),
})
export type PoolPart = z.infer<typeof PoolPart>

/** All channels together by their weights: Σ weight × share of what was given within each pool. */
export const Combined = z.strictObject({
  denominator: z.literal('stickers'),
  scores: z.record(IssueId, z.number()),
  ranking: z.array(z.array(IssueId)),
})
export type Combined = z.infer<typeof Combined>

type Parts = Pick<SealedResult, 'channels' | 'pools' | 'combined'>
type Weigher = Pick<SealedResult, 'method' | 'options' | 'candidates'> & { items: SealedResult['items'] }

/**
 * The same ballots by the ways that they came, where there was more than one. A channel of fewer than five ballots stands
 * with its number alone: what its items got is counted together with others, so that nothing follows by difference.
 */
export function byChannel(vote: ClosedVote, cast: readonly CastBallot[], weighted: readonly Weighted<Ballot>[]): Parts {
  const seats = { ...(Object.keys(vote.seats ?? {}).length > 0 ? vote.seats : { hall: vote.checkIns }) }
  const slips = vote.paper?.reduce((sum, { ballots, invalid }) => sum + ballots + invalid, 0) ?? 0
  seats.paper = (seats.paper ?? 0) + slips
  const castIn = (id: ChannelId) => cast.filter(({ channel = 'hall' }) => channel === id)
  const weights = vote.channels?.weights ?? null
  const channels = channelIds
    .map((id) => ({
      id,
      ballots: castIn(id).length,
      checkIns: seats[id] ?? 0,
      weight: weights ? (weights[id] ?? 0) : null,
    }))
    .filter(({ ballots, checkIns, weight }) => ballots > 0 || checkIns > 0 || weight)
  if (!vote.channels && channels.every(({ id }) => id === 'hall')) return {}
  const { apart, together } = pooled(channels.map(({ id, ballots }) => ({ id, people: ballots })))
  const sets = [...apart.map(({ id }) => [id]), ...(together.length > 0 ? [together.map(({ id }) => id)] : [])]
  const places = new Map(weighted.map(({ weight: _, ...ballot }, n) => [canonicalJson(ballot), n]))
  const counter: Weigher = {
    method: vote.method,
    options: vote.parameters,
    candidates: vote.candidates.map(({ id }) => id),
    items: [...vote.candidates],
  }
  const pools = sets.map((ids) => {
    const counts = weighted.map(() => 0)
    for (const id of ids) for (const { ballot } of castIn(id)) counts[places.get(canonicalJson(ballot))!]! += 1
    return { channels: ids, ...countPool(counter, weighted, counts), counts }
  })
  const combined = combine({ ...counter, channels, pools })
  return { channels, pools, ...(combined && { combined }) }
}

/** What a pool's own ballots come to. */
export function countPool(
  { method, options, candidates, items }: Weigher,
  ballots: readonly Weighted<Ballot>[],
  counts: readonly number[],
): Omit<PoolPart, 'channels' | 'counts'> {
  const own = ballots.flatMap((ballot, n) => (counts[n] ? [{ ...ballot, weight: counts[n] }] : []))
  const { blank, scores, votersPerItem } = methodOf(method).tally(own, candidates, options, fieldsOf(items))
  return { ballots: counts.reduce((sum, n) => sum + n, 0), blank, scores, votersPerItem }
}

/** Pools together by the weights of their channels; null where every ballot counts alike. */
export function combine({
  candidates,
  channels = [],
  pools = [],
}: Pick<SealedResult, 'candidates' | 'channels' | 'pools'>): Combined | null {
  if (channels.every(({ weight }) => weight === null)) return null
  const weightOf = (id: ChannelId) => channels.find((channel) => channel.id === id)?.weight ?? 0
  const weighed = pools.map(({ channels: ids, scores }) => ({
    id: ids.join(' '),
    weight: ids.reduce((sum, id) => sum + weightOf(id), 0),
    votes: scores,
  }))
  const { scores, ranking } = combineChannels(weighed, candidates, 'stickers')
  return { denominator: 'stickers', scores, ranking }
}

/** The ranking that goes on, into the list and onto the screens. */
export const decisiveRanking = ({ ranking, combined }: Pick<Tally, 'ranking'> & { combined?: Combined | undefined }) =>
  combined?.ranking ?? ranking

/** Paper that two people counted alike, as ballots; see `ballotsOf`. */
export const paperBallots = (vote: ClosedVote, candidates: readonly string[]): CastBallot[] =>
  (vote.paper ?? []).flatMap((tally) =>
    ballotsOf(tally, candidates, vote).map((ballot) => ({ ballot, commandId: null, channel: 'paper' as const })),
  )

export const sumOfPaper = (tallies: readonly PaperTally[]): NonNullable<SealedResult['paper']> => {
  const sum = (of: 'ballots' | 'blank' | 'invalid') => tallies.reduce((total, tally) => total + tally[of], 0)
  return { batches: tallies.length, ballots: sum('ballots'), blank: sum('blank'), invalid: sum('invalid') }
}
