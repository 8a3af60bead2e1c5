import { describe, expect, it } from 'vitest'
import { doubtOf, judgementOf, pairsOf, withJudgement } from './judgements.ts'

const ids = ['i1', 'i2', 'i3', 'i4']
const rule = { consistencyLimit: 0.1, randomIndex: 'saaty-1980' } as const

describe('comparisons on one phone', () => {
  it('ask every two once, in an order of the phone', () => {
    expect(pairsOf(ids, 'p1')).toHaveLength(6)
    expect(pairsOf(ids, 'p1')).toEqual(pairsOf(ids, 'p1'))
    expect(new Set(['p1', 'p2', 'p3', 'p4'].map((seed) => pairsOf(ids, seed).join('/'))).size).toBeGreaterThan(1)
    expect(
      pairsOf(
        Array.from({ length: 16 }, (_, n) => `i${n}`),
        'p1',
      ),
    ).toEqual([])
  })
  it('keep one judgement for two items, whichever is named first', () => {
    const once = withJudgement({ comparisons: [] }, ['i1', 'i2', 3])
    const other = withJudgement(once, ['i3', 'i1', 5])
    expect(withJudgement(other, ['i2', 'i1', 7]).comparisons).toEqual([
      ['i2', 'i1', 7],
      ['i3', 'i1', 5],
    ])
    expect(judgementOf(other, ['i2', 'i1'])).toEqual(['i1', 'i2', 3])
    expect(judgementOf(other, ['i2', 'i3'])).toBeUndefined()
  })
  it('have nothing to look at again where they agree', () => {
    expect(
      doubtOf(
        {
          comparisons: [
            ['i1', 'i2', 2],
            ['i2', 'i3', 2],
            ['i1', 'i3', 4],
          ],
        },
        ids.slice(0, 3),
        rule,
      ),
    ).toBeNull()
    expect(doubtOf({ comparisons: [] }, [], rule)).toBeNull()
    expect(doubtOf({ comparisons: [['i1', 'i2', 9]] }, ids.slice(0, 2), rule)).toBeNull()
  })
  it('name the answer that fits the others worst', () => {
    // Steps of two all the way down, but the last is said to be far above the first.
    const steps: [string, string, number][] = [
      ['i1', 'i2', 2],
      ['i2', 'i3', 2],
      ['i3', 'i4', 2],
      ['i1', 'i3', 4],
      ['i2', 'i4', 4],
      ['i4', 'i1', 8],
    ]
    const doubt = doubtOf({ comparisons: steps }, ids, rule)
    expect(doubt?.cr).toBeGreaterThan(0.1)
    expect([...doubt!.again].sort()).toEqual(['i1', 'i4'])
    expect(doubtOf({ comparisons: [...steps.slice(0, 5), ['i1', 'i4', 8]] }, ids, rule)).toBeNull()
  })
})
