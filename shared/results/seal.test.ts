import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../base/digest.ts'
import { taskEntries } from './entries.ts'
import { receiptOf, seal, SealedResult, type CastBallot, type ClosedVote } from './seal.ts'

const candidate = (n: number) => ({
  id: `i${n}`,
  title: `${n}번 의제`,
  fieldId: null,
  originals: [{ issue: `i${n}`, text: `${n}번 의제`, detail: '' }],
})
const vote: ClosedVote = {
  session: {
    id: '00000000-0000-4000-8000-000000000001',
    title: '의제발굴 워크숍',
    heldAt: '2016-04-21T19:00:00+09:00',
  },
  activity: { id: 'a2', title: '투표' },
  closedAt: 1_800_000_000_000,
  checkIns: 50,
  method: 'stickers',
  parameters: { perVoter: 3, perItem: 1 },
  candidates: [candidate(1), candidate(2), candidate(3)],
  previous: null,
}
const ballots: CastBallot[] = [
  { ballot: { stickers: { i1: 1, i2: 1 } }, commandId: 'command-1' },
  { ballot: { stickers: { i2: 1, i1: 1 } }, commandId: 'command-2' },
  { ballot: { stickers: { i2: 1 } }, commandId: 'command-3' },
  { ballot: { stickers: {} }, commandId: 'command-4' },
  { ballot: { stickers: { i3: 2 } }, commandId: 'command-5' },
]
const anyBallot = fc
  .dictionary(fc.constantFrom('i1', 'i2', 'i3', 'i9'), fc.integer({ min: 1, max: 2 }), { noNullPrototype: true })
  .map((stickers) => ({ stickers }))
const anyCast = fc
  .array(anyBallot, { maxLength: 20 })
  .map((all) => all.map((ballot, i) => ({ ballot, commandId: `command-${i}` })))

describe('seal', () => {
  it('[SEAL-1] counts, puts equal ballots together, and fits its schema', () => {
    const { result, text, digest } = seal(vote, ballots)
    expect(SealedResult.parse(JSON.parse(text))).toEqual(result)
    expect(result).toMatchObject({
      accepted: 4,
      rejected: 1,
      blank: 1,
      scores: { i1: 2, i2: 3, i3: 0 },
      votersPerItem: { i1: 2, i2: 3, i3: 0 },
      ranking: [['i2'], ['i1'], ['i3']],
    })
    expect(result.ballots).toContainEqual({ weight: 2, stickers: { i1: 1, i2: 1 } })
    expect(result.ballots.reduce((sum, { weight }) => sum + weight, 0)).toBe(ballots.length)
    expect(digest).toBe(sha256Hex(text))
  })

  it('[SEAL-1] fixes what a tie means, and the rule as the hall read it', () => {
    const ruleCard = { ko: '규칙', en: 'rule' }
    const { result } = seal({ ...vote, topK: 2, tieRule: 'draw', seed: '2019', ruleCard }, ballots)
    expect(result).toMatchObject({ topK: 2, tieRule: 'draw', seed: '2019', ruleCard })
    expect(seal(vote, ballots).result).toMatchObject({ topK: null, tieRule: 'both-go-on', seed: null })
  })

  it('[SEAL-2] the same ballots in any order give the same bytes', () => {
    fc.assert(
      fc.property(
        anyCast.chain((cast) => fc.tuple(fc.constant(cast), fc.shuffledSubarray(cast, { minLength: cast.length }))),
        ([cast, turned]) => {
          expect(seal(vote, turned).text).toBe(seal(vote, cast).text)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('[SEAL-3] one ballot more, less or other changes the digest', () => {
    const { digest } = seal(vote, ballots)
    const others = [
      ballots.slice(1),
      [...ballots, { ballot: { stickers: {} }, commandId: 'command-6' }],
      [{ ballot: { stickers: { i1: 1 } }, commandId: 'command-1' }, ...ballots.slice(1)],
    ]
    for (const other of others) expect(seal(vote, other).digest).not.toBe(digest)
    expect(seal({ ...vote, previous: 'e'.repeat(64) }, ballots).digest).not.toBe(digest)
    expect(seal({ ...vote, checkIns: 51 }, ballots).digest).not.toBe(digest)
  })

  it('[SEAL-4] keeps no id under which a ballot was sent, only its hash, and no order of arrival', () => {
    const { result, text } = seal(vote, ballots)
    expect(text).not.toContain('command-')
    expect(result.receipts).toContain(receiptOf('command-3'))
    expect(result.receipts).toEqual([...result.receipts].sort())
  })

  it('[SEAL-5] marks add up: the stickers in the scores are those on the ballots that count', () => {
    fc.assert(
      fc.property(anyCast, (cast) => {
        const { result } = seal(vote, cast)
        expect(result.accepted + result.rejected).toBe(cast.length)
        const most = result.accepted * 3
        expect(Object.values(result.scores).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(most)
      }),
      { numRuns: 500 },
    )
  })

  it('no ballots: a result in which all tie', () => {
    expect(seal(vote, []).result).toMatchObject({
      accepted: 0,
      ranking: [['i1', 'i2', 'i3']],
      ballots: [],
      receipts: [],
    })
  })
})

describe('taskEntries', () => {
  it('[ENTRY-1] one for each item, best first, with the evidence that led to it', () => {
    const { result, digest } = seal(vote, ballots)
    const entries = taskEntries(result, digest)
    expect(entries.map(({ title }) => title)).toEqual(['2번 의제', '1번 의제', '3번 의제'])
    expect(entries[0]?.evidence).toMatchObject({
      resultDigest: digest,
      rank: 1,
      tied: false,
      items: 3,
      score: 3,
      voters: 3,
      ballots: 4,
      shareOfStickers: 0.6,
      shareOfVoters: 0.75,
      originals: [{ issue: 'i2', text: '2번 의제', detail: '' }],
    })
  })

  it('[ENTRY-2] ties share a rank and say so; without ballots there are no shares', () => {
    const { result, digest } = seal(vote, [])
    for (const { evidence } of taskEntries(result, digest)) {
      expect(evidence).toMatchObject({ rank: 1, tied: true, shareOfStickers: null, shareOfVoters: null })
    }
  })
})

it('[SEAL-6] only issues and groups of them become entries of the priority-task list', () => {
  const entriesOf = (subject: 'issues' | 'groups' | 'causes' | 'options') => {
    const { result, digest } = seal({ ...vote, subject }, ballots)
    return taskEntries(result, digest).length
  }
  expect([entriesOf('issues') > 0, entriesOf('groups') > 0, entriesOf('causes'), entriesOf('options')]).toEqual([
    true,
    true,
    0,
    0,
  ])
})
