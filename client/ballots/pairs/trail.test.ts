import { describe, expect, it } from 'vitest'
import { ballotOf, countAnswers, nextPair, trailOf, type Answered } from './trail.ts'

const ids = Array.from({ length: 8 }, (_, n) => `i${n + 1}`)

/** Somebody who likes a low number better and finds neighbours alike; so many answers, or to the end. */
function answer(list: readonly string[], seed: string, most = Infinity): Answered[] {
  const trail: Answered[] = []
  while (trail.length < most) {
    const pair = nextPair(list, trail, seed)
    if (!pair) break
    const [better, other] = [...pair].sort((a, b) => list.indexOf(a) - list.indexOf(b)) as [string, string]
    trail.push({ better, other, said: list.indexOf(other) - list.indexOf(better) === 1 ? 'alike' : 'better' })
  }
  return trail
}

describe('pairs on one phone', () => {
  it('asks each pair once, and ends', () => {
    const trail = answer(ids, 'p1')
    expect(new Set(trail.map(({ better, other }) => [better, other].sort().join())).size).toBe(28)
    expect(trail).toHaveLength(28)
  })
  it('goes on with the same pair after a step back, and begins elsewhere on another phone', () => {
    const trail = answer(ids, 'p1', 5)
    expect(nextPair(ids, trail.slice(0, 4), 'p1')).toEqual(expect.arrayContaining([trail[4]!.better, trail[4]!.other]))
    const firsts = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map((seed) => nextPair(ids, [], seed)!.join())
    expect(new Set(firsts).size).toBeGreaterThan(3)
  })
  it('does not ask again what was passed over', () => {
    const [one, other] = nextPair(['i1', 'i2'], [], 'p1')!
    expect(nextPair(['i1', 'i2'], [{ better: one, other, said: 'pass' }], 'p1')).toBeNull()
  })
  it('has nothing to ask where there are fewer than two issues', () => {
    expect(nextPair([], [], 'p1')).toBeNull()
    expect(nextPair(['i1'], [], 'p1')).toBeNull()
  })
  it('makes a ballot of the answers, and answers of the ballot; what was passed over is in none', () => {
    const trail: Answered[] = [
      { better: 'i1', other: 'i2', said: 'better' },
      { better: 'i3', other: 'i4', said: 'pass' },
      { better: 'i5', other: 'i6', said: 'alike' },
    ]
    expect(ballotOf(trail)).toEqual({ pairs: [['i1', 'i2']], alike: [['i5', 'i6']] })
    expect(ballotOf([])).toEqual({ pairs: [] })
    expect(ballotOf(trailOf(ballotOf(trail)))).toEqual(ballotOf(trail))
    expect(countAnswers(ballotOf(trail))).toBe(2)
  })
  it('takes a list of two thousand as it takes one of eight', () => {
    const many = Array.from({ length: 2000 }, (_, n) => `i${n + 1}`)
    const trail = answer(many, 'p1', 15)
    expect(trail).toHaveLength(15)
    expect(nextPair(many, [...trail, { better: 'i1999', other: 'i2000', said: 'better' }], 'p2')).not.toBeNull()
  })
})
