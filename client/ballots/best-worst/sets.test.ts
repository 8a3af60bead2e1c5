import { describe, expect, it } from 'vitest'
import { answerTo, setsOf, withAnswer } from './sets.ts'

const ids = Array.from({ length: 10 }, (_, n) => `i${n + 1}`)
const rule = { setSize: 4, perVoter: 6 }

describe('sets of a best and a worst', () => {
  it('are the same for a seat each time, and others for another seat', () => {
    const mine = setsOf(ids, rule, { seat: 3, seed: 'a1' })
    expect(mine).toHaveLength(6)
    expect(mine.every((set) => new Set(set).size === 4)).toBe(true)
    expect(setsOf(ids, rule, { seat: 3, seed: 'a1' })).toEqual(mine)
    expect(setsOf(ids, rule, { seat: 4, seed: 'a1' })).not.toEqual(mine)
  })
  it('show every issue equally often in the room', () => {
    const shown = Object.fromEntries(ids.map((id) => [id, 0]))
    for (let seat = 1; seat <= 20; seat += 1) {
      for (const id of setsOf(ids, rule, { seat, seed: 'a1' }).flat()) shown[id]! += 1
    }
    expect(Math.max(...Object.values(shown)) - Math.min(...Object.values(shown))).toBeLessThanOrEqual(1)
  })
  it('are each asked once, however few issues there are', () => {
    expect(setsOf(['i1', 'i2', 'i3'], rule, { seat: 1, seed: 'a1' })).toHaveLength(1)
    expect(setsOf(['i1'], rule, { seat: 1, seed: 'a1' })).toEqual([])
    expect(setsOf([], rule, { seat: 1, seed: 'a1' })).toEqual([])
  })
  it('keep one answer each', () => {
    const once = withAnswer({ sets: [] }, ['i1', 'i2', 'i3'], { best: 'i1', worst: 'i2' })
    const twice = withAnswer(once, ['i3', 'i1', 'i2'], { best: 'i3', worst: 'i2' })
    expect(twice.sets).toEqual([{ set: ['i3', 'i1', 'i2'], best: 'i3', worst: 'i2' }])
    expect(answerTo(twice, ['i1', 'i2', 'i3'])?.best).toBe('i3')
    expect(withAnswer(twice, ['i1', 'i2', 'i3'], null)).toEqual({ sets: [] })
  })
})
