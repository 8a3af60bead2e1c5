import { rankByScore, type WeakOrder } from '../base/weak-order.ts'
import { rounded } from '../methods/common/rounded.ts'

/** One way in which votes came: hall phones, helpers, paper, the vote before the day, a committee. */
export interface Channel {
  id: string
  /** fixed before the vote is opened; the weights of all channels need not sum to 1 */
  weight: number
  /** what each item got: stickers, points */
  votes: Readonly<Record<string, number>>
  /** people who gave each item anything, and people who gave anything at all; absent where only votes are known */
  votersPerItem?: Readonly<Record<string, number>>
  voters?: number
}

/**
 * What a share is of. `stickers`: of all that were given, so that shares sum to 1 and a person who gives more weighs
 * more. `voters`: of all people who gave any, so that they need not sum to 1.
 */
export type Denominator = 'stickers' | 'voters'

/** Each item's share, 0 to 1. Nobody there: 0 for every item. */
export function sharesOf(
  channel: Pick<Channel, 'votes' | 'votersPerItem' | 'voters'>,
  candidates: readonly string[],
  of: Denominator,
): Record<string, number> {
  const parts = of === 'stickers' ? channel.votes : (channel.votersPerItem ?? {})
  const given = candidates.reduce((sum, id) => sum + (parts[id] ?? 0), 0)
  const whole = of === 'stickers' ? given : (channel.voters ?? 0)
  return Object.fromEntries(candidates.map((id) => [id, whole > 0 ? (parts[id] ?? 0) / whole : 0]))
}

/** Channels beside each other, and together. */
export interface Combined {
  denominator: Denominator
  channels: { id: string; weight: number; shares: Record<string, number>; ranking: WeakOrder; isEmpty: boolean }[]
  /** Σ weight × share within the channel, 0 to the sum of the weights */
  scores: Record<string, number>
  ranking: WeakOrder
}

/**
 * Combine channels by their weights: each is made into shares first, so that a hundred phones do not outvote a
 * committee of ten by their number. An empty channel gives nothing to any item, and is named so.
 */
export function combineChannels(
  channels: readonly Channel[],
  candidates: readonly string[],
  denominator: Denominator,
): Combined {
  const apart = channels.map((channel) => {
    const shares = sharesOf(channel, candidates, denominator)
    const isEmpty = Object.values(shares).every((share) => share === 0)
    return { id: channel.id, weight: channel.weight, shares, ranking: rankByScore(shares), isEmpty }
  })
  const scoreOf = (id: string): number => apart.reduce((sum, { weight, shares }) => sum + weight * shares[id]!, 0)
  const scores = Object.fromEntries(candidates.map((id) => [id, rounded(scoreOf(id))]))
  return { denominator, channels: apart, scores, ranking: rankByScore(scores) }
}
