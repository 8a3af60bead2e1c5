import { canonicalJson, sha256Hex } from '../base/digest.ts'
import { combine, countPool, type ChannelPart } from '../results/by-channel.ts'
import { methodOf } from '../methods/index.ts'
import { fieldsOf, type SealedResult } from '../results/seal.ts'
import type { Members } from './json-file.ts'
import { read, type Read } from './fault.ts'
import { schemaFault } from './json-file.ts'

/** Where a sealed result is not what its ballots say. */
export interface Difference {
  /** the member, like `scores.i3` */
  member: string
  sealed: unknown
  counted: unknown
}

export interface SealedCheck {
  digest: string
  /** the digest that it ought to have, or its beginning as the minutes have it; null where nobody said */
  expected: string | null
  isDigestRight: boolean
  differences: Difference[]
}

export const isIntact = ({ isDigestRight, differences }: SealedCheck): boolean =>
  isDigestRight && differences.length === 0

/**
 * Is a sealed result what it was? Its digest against the published one, and all figures against a count of its own
 * ballots: whoever changes ballots and figures so that they fit is found by the digest, whoever changes only one of them
 * by both.
 */
export function checkSealed(members: Members, result: SealedResult, expected: string | null): Read<SealedCheck> {
  const digest = sha256Hex(canonicalJson(members))
  const method = methodOf(result.method)
  const options = method.parameters.safeParse(result.options)
  if (!options.success) return schemaFault(options.error)
  const { figures, ...tally } = method.tally(result.ballots, result.candidates, options.data, fieldsOf(result.items))
  const { blank, accepted, rejected, ranking, scores, votersPerItem } = tally
  const cast = accepted + rejected
  const counted = {
    ballots: [...result.ballots].sort((a, b) => (ballotText(a) < ballotText(b) ? -1 : 1)),
    blank,
    accepted,
    rejected,
    ranking,
    scores,
    votersPerItem,
    // Where a program that was older when it sealed had fewer figures, those are compared that it had.
    ...(result.pools && {
      pools: result.pools.map((pool) => ({ ...pool, ...countPool(result, result.ballots, pool.counts) })),
    }),
    ...(result.channels && { channels: result.channels.map((channel) => countChannel(channel, result)) }),
    ...(result.combined && { combined: combine(result) }),
    ...(result.figures && { figures: pick(figures ?? {}, Object.keys(result.figures)) }),
  }
  const differences = Object.entries(counted).flatMap(([name, value]) =>
    differencesIn(name, result[name as keyof SealedResult], value),
  )
  // Paper that was counted by hand has none.
  const received = cast - (result.paper?.ballots ?? 0)
  if (result.receipts.length !== received) {
    differences.push({ member: 'receipts', sealed: result.receipts.length, counted: received })
  }
  differences.push(...poolsThatDoNotAddUp(result))
  return read({ digest, expected, isDigestRight: expected === null || digest.startsWith(expected), differences })
}

/** A channel that has a pool of its own has that pool's ballots, and never more than there were people. */
function countChannel(channel: ChannelPart, { pools = [] }: SealedResult): ChannelPart {
  const own = pools.find(({ channels }) => channels.length === 1 && channels[0] === channel.id)
  const ballots = own ? own.counts.reduce((sum, n) => sum + n, 0) : channel.ballots
  return { ...channel, ballots, checkIns: Math.max(channel.checkIns, ballots) }
}

/** All pools together are the ballots, each as often as it was cast; all channels together are as many. */
function poolsThatDoNotAddUp({ pools, channels = [], ballots }: SealedResult): Difference[] {
  if (!pools) return []
  const sums = ballots.map((_, n) => pools.reduce((sum, { counts }) => sum + (counts[n] ?? 0), 0))
  const apart = ballots.flatMap(({ weight }, n) =>
    sums[n] === weight ? [] : [{ member: `ballots[${n}].weight`, sealed: weight, counted: sums[n] }],
  )
  const inChannels = channels.reduce((sum, channel) => sum + channel.ballots, 0)
  const cast = ballots.reduce((sum, { weight }) => sum + weight, 0)
  return inChannels === cast ? apart : [...apart, { member: 'channels', sealed: inChannels, counted: cast }]
}

const ballotText = ({ weight: _weight, ...ballot }: SealedResult['ballots'][number]): string => canonicalJson(ballot)
const pick = (from: Members, names: readonly string[]): Members =>
  Object.fromEntries(names.map((name) => [name, from[name]]))

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null

function differencesIn(member: string, sealed: unknown, counted: unknown): Difference[] {
  if (sealed === counted) return []
  // An order is one statement: it is shown as a whole.
  if (member === 'ranking' || !isObject(sealed) || !isObject(counted)) {
    const isSame = sealed !== undefined && counted !== undefined && canonicalJson(sealed) === canonicalJson(counted)
    return isSame ? [] : [{ member, sealed, counted }]
  }
  const names = new Set([...Object.keys(sealed), ...Object.keys(counted)])
  const place = (name: string) => (Array.isArray(counted) ? `${member}[${name}]` : `${member}.${name}`)
  return [...names].flatMap((name) => differencesIn(place(name), sealed[name], counted[name]))
}
