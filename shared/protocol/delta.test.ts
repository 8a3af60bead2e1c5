import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDelta, difference } from './delta.ts'

const card = fc.record({
  id: fc.constantFrom('i1', 'i2', 'i3', 'i4', 'i5', 'i6'),
  title: fc.string(),
  merged: fc.nat(3),
})
const view = fc.record(
  {
    title: fc.string(),
    life: fc.constantFrom('lobby', 'running'),
    step: fc.option(fc.record({ cards: fc.array(card) })),
  },
  { requiredKeys: ['life'] },
)

/** JSON has no negative zero. */
const asSent = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('what changed between two views', () => {
  it('[PROTO-4] applied to the one it gives the other, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(view, fc.jsonValue()), fc.oneof(view, fc.jsonValue()), (before, after) => {
        const delta = difference(before, after)
        const sent = JSON.parse(JSON.stringify(delta)) as typeof delta
        expect(asSent(sent === null ? before : applyDelta(before, sent))).toEqual(asSent(after))
      }),
      { numRuns: 2000 },
    )
  })

  it('says nothing about what stays: one more card on a wall of 300 is one card', () => {
    const cards = Array.from({ length: 300 }, (_, n) => ({ id: `i${n}`, title: `${n}번 의제`, merged: 0 }))
    const before = { step: { cards } }
    const after = { step: { cards: [{ id: 'i300', title: '새 의제', merged: 0 }, ...cards] } }
    const delta = difference(before, after)
    expect(JSON.stringify(delta).length).toBeLessThan(120)
    const next = applyDelta(before, delta!) as typeof after
    expect(next.step.cards[1]).toBe(cards[0])
  })

  it('refuses a change that is not for what is there', () => {
    expect(() => applyDelta(7, ['o', {}, []])).toThrow(TypeError)
    expect(() => applyDelta({}, ['a', 0, 0, [], {}])).toThrow(TypeError)
  })
})
