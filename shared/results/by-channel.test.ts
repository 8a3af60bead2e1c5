import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channelIds, type ChannelId } from '../base/channels.ts'
import type { Profile } from '../base/profile.ts'
import { checkSealed, isIntact } from '../recount/sealed.ts'
import { seal, SealedResult, type CastBallot, type ClosedVote } from './seal.ts'

const profile: Profile = [
  {
    attribute: 'ageBand',
    groups: ['g1', 'g2', 'g3', 'g4'].map((id, n) => ({ id, title: `${n}`, share: 100 * (n + 1) })),
  },
  { attribute: 'affiliation', groups: ['g1', 'g2'].map((id, n) => ({ id, title: `${n}`, share: 1 + n })) },
]
const vote = (own: Partial<ClosedVote> = {}): ClosedVote => ({
  session: { id: '00000000-0000-4000-8000-000000000001', title: '워크숍', heldAt: null },
  activity: { id: 'a2', title: '투표' },
  closedAt: 1_800_000_000_000,
  checkIns: 0,
  method: 'stickers',
  parameters: { perVoter: 2, perItem: 1 },
  candidates: ['i1', 'i2', 'i3'].map((id) => ({ id, title: id, fieldId: null, originals: [] })),
  previous: null,
  ...own,
})

const casts = fc.array(
  fc.record({
    chosen: fc.subarray(['i1', 'i2', 'i3'], { maxLength: 2 }),
    channel: fc.constantFrom<ChannelId>('hall', 'hall', 'hall', 'hall', ...channelIds),
    ageBand: fc.constantFrom('g1', 'g1', 'g1', 'g2', 'g2', 'g3', 'g4', undefined),
    affiliation: fc.constantFrom('g1', 'g2', undefined),
  }),
  { maxLength: 60 },
)
type Given = { chosen: string[]; channel: ChannelId; ageBand?: string | undefined; affiliation?: string | undefined }
const toCast = ({ chosen, channel, ageBand, affiliation }: Given, n: number): CastBallot => ({
  ballot: { stickers: Object.fromEntries(chosen.map((id) => [id, 1])) },
  commandId: `command-${n}`,
  channel,
  groups: { ...(ageBand && { ageBand }), ...(affiliation && { affiliation }) },
})

const seatsOf = (cast: readonly CastBallot[]) =>
  Object.fromEntries(
    channelIds.map((id) => [id, cast.filter(({ channel }) => channel === id).length + (id === 'hall' ? 3 : 0)]),
  )
function sealOf(given: readonly Given[], own: Partial<ClosedVote> = {}): SealedResult {
  const cast = given.map(toCast)
  const { text } = seal(
    vote({
      ...own,
      checkIns: cast.length + 3,
      seats: seatsOf(cast),
      groupsPresent: cast.map(({ groups = {} }) => ({ groups, people: 1 })),
      profile,
    }),
    cast,
  )
  return SealedResult.parse(JSON.parse(text))
}
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

describe('ballots by the way they came', () => {
  it('[CHANNEL-1] in 200 random sessions nothing is said about fewer than five people, directly or by difference', () => {
    fc.assert(
      fc.property(casts, (given) => {
        const { pools = [], representation = [], accepted, channels = [], checkIns } = sealOf(given)
        if (pools.length > 1) for (const pool of pools) expect(pool.ballots).toBeGreaterThanOrEqual(5)
        // All of them together are the whole: what is not shown apart does not follow from the rest.
        if (channels.length > 0) expect(sum(pools.map(({ ballots }) => ballots))).toBe(accepted)
        expect(sum(channels.map((channel) => channel.checkIns))).toBe(channels.length > 0 ? checkIns : 0)
        for (const channel of channels) expect(channel.ballots).toBeLessThanOrEqual(channel.checkIns)
        for (const { groups } of representation) {
          for (const { people, present } of groups) {
            expect(people).toBeGreaterThanOrEqual(5)
            expect(present).toBeGreaterThanOrEqual(people)
          }
          expect(sum(groups.map(({ people }) => people))).toBe(accepted < 5 ? 0 : accepted)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('[CHANNEL-2] a recount agrees with pools, channels and weights, and finds a ballot that changed its channel', () => {
    const weights = { hall: 45, committee: 45, paper: 10 }
    fc.assert(
      fc.property(casts, (given) => {
        const result = sealOf(given, { channels: { paper: false, weights } })
        const check = checkSealed({ ...result }, result, null)
        expect(check.ok && check.value.differences).toEqual([])
        const [first, second] = result.pools ?? []
        const n = first?.counts.findIndex((count) => count > 0) ?? -1
        if (!first || !second || n < 0) return
        first.counts[n]! -= 1
        second.counts[n]! += 1
        const changed = checkSealed({ ...result }, result, null)
        expect(changed.ok && isIntact(changed.value)).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  it('[CHANNEL-3] weights go by shares within channels, and the order of one person, one vote stays beside it', () => {
    const many = (n: number, channel: ChannelId, chosen: string[]): Given[] =>
      Array.from({ length: n }, () => ({ channel, chosen }))
    const given = [...many(30, 'hall', ['i1']), ...many(5, 'committee', ['i2'])]
    const { ranking, combined } = sealOf(given, { channels: { paper: false, weights: { hall: 40, committee: 60 } } })
    expect(ranking).toEqual([['i1'], ['i2'], ['i3']])
    expect(combined).toEqual({
      denominator: 'stickers',
      scores: { i1: 40, i2: 60, i3: 0 },
      ranking: [['i2'], ['i1'], ['i3']],
    })
  })

  it('[CHANNEL-1] 40 in the hall, 5 on paper, 3 by a helper: paper and helper are shown together', () => {
    const items = { i1: 5, i2: 3 }
    const given = Array.from({ length: 43 }, (_, n): Given => ({ channel: n < 40 ? 'hall' : 'helper', chosen: ['i1'] }))
    const result = sealOf(given, {
      channels: { paper: true, weights: null },
      paper: [{ ballots: 5, blank: 0, invalid: 1, items }],
    })
    expect(result.channels).toEqual([
      { id: 'hall', ballots: 40, checkIns: 43, weight: null },
      { id: 'helper', ballots: 3, checkIns: 3, weight: null },
      { id: 'paper', ballots: 5, checkIns: 6, weight: null },
    ])
    expect(result.pools?.map(({ channels, ballots, scores }) => ({ channels, ballots, scores }))).toEqual([
      { channels: ['hall'], ballots: 40, scores: { i1: 40, i2: 0, i3: 0 } },
      { channels: ['helper', 'paper'], ballots: 8, scores: { i1: 8, i2: 3, i3: 0 } },
    ])
    expect(result).toMatchObject({
      accepted: 48,
      checkIns: 52,
      paper: { batches: 1, ballots: 5, blank: 0, invalid: 1 },
    })
    expect(checkSealed({ ...result }, result, null)).toMatchObject({ ok: true, value: { differences: [] } })
  })
})

describe('the room against the district', () => {
  it('[LENS-1] a group that the room has too many of weighs less, and no ballot more than the cap', () => {
    const group = (n: number, affiliation: string, chosen: string[]): Given[] =>
      Array.from({ length: n }, () => ({ channel: 'hall', affiliation, chosen }))
    const result = sealOf([...group(20, 'g1', ['i1']), ...group(12, 'g2', ['i2'])])
    const lens = result.representation?.find(({ attribute }) => attribute === 'affiliation')
    expect(result.ranking[0]).toEqual(['i1'])
    expect(lens).toMatchObject({
      ranking: [['i2'], ['i1'], ['i3']],
      cap: 4,
      groups: [
        { ids: ['g1'], people: 20, share: 0.625 },
        { ids: ['g2'], people: 12, share: 0.375 },
      ],
    })
  })
})
