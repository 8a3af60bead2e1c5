import { describe, expect, it } from 'vitest'
import type { Ballot } from '../ballots/index.ts'
import { methodOf, type MethodId, type Parameters } from '../methods/index.ts'
import { honestOf, rankedItems } from './honest.ts'
import { seal } from './seal.ts'

const candidates = ['i1', 'i2', 'i3', 'i4'].map((id) => ({ id, title: `의제 ${id}`, fieldId: null, originals: [] }))
function sealed(method: MethodId, ballots: Ballot[], own: Parameters = {}, topK: number | null = 2) {
  return seal(
    {
      session: { id: '00000000-0000-4000-8000-000000000001', title: '워크숍', heldAt: null },
      activity: { id: 'a2', title: '투표' },
      closedAt: 0,
      checkIns: ballots.length,
      method,
      parameters: methodOf(method).parameters.parse(own),
      topK,
      candidates,
      previous: null,
    },
    ballots.map((ballot, n) => ({ ballot, commandId: `c${n}` })),
  )
}
const times = (n: number, ballot: Ballot): Ballot[] => Array.from({ length: n }, () => ballot)

describe('an honest result', () => {
  it('[HONEST-1] puts what is close into one band, and what is far apart into two', () => {
    const { result, digest } = sealed('stickers', [
      ...times(40, { stickers: { i1: 1, i2: 1 } }),
      ...times(1, { stickers: { i1: 1 } }),
      ...times(2, { stickers: { i2: 1 } }),
    ])
    const { firmness } = honestOf(result, digest)
    expect(firmness.bands.map((band) => [...band].sort())).toEqual([
      ['i1', 'i2'],
      ['i3', 'i4'],
    ])
    expect(honestOf(result, digest).firmness).toEqual(firmness)
  })
  it('[HONEST-2] says how far a room that ranks agrees, and nothing of it where nobody ranked', () => {
    const alike = sealed('schulze', times(10, { ranking: [['i1'], ['i2'], ['i3'], ['i4']] }))
    expect(honestOf(alike.result, alike.digest).agreement).toBe(1)
    const none = sealed('schulze', [])
    expect(honestOf(none.result, none.digest).agreement).toBeNull()
  })
  it('[HONEST-3] counts the same ballots by the other rules that they allow, and says what depends on the rule', () => {
    const { result, digest } = sealed(
      'schulze',
      [...times(9, { ranking: [['i1'], ['i2'], ['i3'], ['i4']] }), ...times(1, { ranking: [['i2'], ['i1']] })],
      {},
      1,
    )
    const { robustness, k } = honestOf(result, digest)
    expect(k).toBe(1)
    expect(robustness.rules.length).toBeGreaterThan(4)
    expect(robustness.standings.i1).toBe('safe')
  })
  it('[HONEST-4] has the spread of scores, and the items in their order', () => {
    const { result, digest } = sealed('score', [{ scores: { i1: 5, i2: 1 } }, { scores: { i1: 1, i2: 1 } }])
    expect(honestOf(result, digest).spread).toMatchObject({ i2: 0 })
    expect(rankedItems(result)[0]).toMatchObject({ id: 'i1', rank: 1, isTied: false })
  })
})
