import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { designFor, designSets } from './design.ts'
import { bestWorst, bestWorstRecount } from './index.ts'

const usual = bestWorst.parameters.parse({})
const items = ['i1', 'i2', 'i3', 'i4', 'i5']

describe('the design of the sets', () => {
  const designs = fc.record({
    items: fc.integer({ min: 2, max: 40 }),
    size: fc.constantFrom(4, 5),
    count: fc.integer({ min: 0, max: 60 }),
    seed: fc.string(),
  })

  it('shows each item equally often, give or take one, after any number of sets', () => {
    fc.assert(
      fc.property(designs, ({ items, size, count, seed }) => {
        const design = designSets(items, size, count, seed)
        const shown = new Array<number>(items).fill(0)
        for (const set of design) {
          expect(new Set(set).size).toBe(Math.min(size, items))
          for (const item of set) shown[item]! += 1
          expect(Math.max(...shown) - Math.min(...shown)).toBeLessThanOrEqual(1)
        }
        expect(design).toEqual(designSets(items, size, count, seed))
      }),
      { numRuns: 300 },
    )
  })

  it('shows each pair nearly equally often', () => {
    for (const [items, size] of [
      [8, 4],
      [12, 4],
      [20, 5],
      [30, 4],
    ] as const) {
      const pairs = (items * (items - 1)) / 2
      const mean = 12
      const design = designSets(items, size, Math.round((mean * pairs) / ((size * (size - 1)) / 2)), 'room')
      const together = new Map<string, number>()
      for (const set of design)
        for (const a of set)
          for (const b of set) if (a < b) together.set(`${a}-${b}`, (together.get(`${a}-${b}`) ?? 0) + 1)
      expect(together.size).toBe(pairs)
      expect(Math.min(...together.values())).toBeGreaterThanOrEqual(mean - 4)
      expect(Math.max(...together.values())).toBeLessThanOrEqual(mean + 4)
    }
  })

  it('puts each item at each place of the screen', () => {
    const design = designSets(8, 4, 400, 'room')
    for (let place = 0; place < 4; place += 1) {
      const here = new Set(design.map((set) => set[place]))
      expect(here.size).toBe(8)
    }
  })

  it('seats follow one another through the design and start again at its end', () => {
    const design = designSets(10, 4, 12, 'room')
    expect(designFor(design, 1, 5)).toEqual(design.slice(0, 5))
    expect(designFor(design, 3, 5)).toEqual([...design.slice(10), ...design.slice(0, 3)])
    expect(designFor([], 1, 5)).toEqual([])
    expect(designSets(1, 4, 3, 'room')).toEqual([])
  })
})

describe('the method', () => {
  const answer = fc
    .shuffledSubarray(items, { minLength: 4, maxLength: 4 })
    .map((set) => ({ set, best: set[0]!, worst: set[1]! }))
  const votes = fc.array(
    answer.map((one) => ({ weight: 1, sets: [one] })),
    { maxLength: 20 },
  )

  it('monotone: to be best once more never costs a rank; the scores add up to nothing', () => {
    fc.assert(
      fc.property(votes, answer, (ballots, extra) => {
        const before = bestWorst.tally(ballots, items, usual)
        const after = bestWorst.tally([...ballots, { weight: 1, sets: [extra] }], items, usual)
        expect(after.scores[extra.best]).toBe(before.scores[extra.best]! + 1)
        const better = (scores: Record<string, number>) => items.filter((id) => scores[id]! > scores[extra.best]!)
        expect(better(after.scores).length).toBeLessThanOrEqual(better(before.scores).length)
        expect(Object.values(after.scores).reduce((a, b) => a + b, 0)).toBe(0)
      }),
      { numRuns: 1_000 },
    )
  })

  it('refuses a set twice, an item twice in a set, and a best that is the worst or was not shown', () => {
    const [a, b, c, d, e] = items as [string, string, string, string, string]
    const check = (...sets: { set: string[]; best: string; worst: string }[]) => bestWorst.check({ sets }, items, usual)
    const set = [a, b, c, d]
    expect(check({ set, best: a, worst: a })).toMatchObject({ refusal: 'best_not_in_set' })
    expect(check({ set, best: e, worst: a })).toMatchObject({ refusal: 'best_not_in_set' })
    expect(check({ set: [a, a, b, c], best: a, worst: b })).toMatchObject({ refusal: 'answered_twice' })
    expect(check({ set, best: a, worst: b }, { set: [d, c, b, a], best: a, worst: b })).toMatchObject({
      refusal: 'answered_twice',
    })
    expect(check({ set: [a, b, 'i9', c], best: a, worst: b })).toMatchObject({ refusal: 'unknown_candidate' })
    expect(check({ set, best: a, worst: d }).ok).toBe(true)
  })

  it('single answers and whole ballots give the same', () => {
    const count = (ballots: object[]) =>
      bestWorstRecount.count(bestWorstRecount.input.parse({ candidates: items, ballots }))
    const set = items.slice(0, 4)
    const single = count([
      { set, best: 'i1', worst: 'i4' },
      { set, best: 'i1', worst: 'i2', weight: 2 },
    ])
    const whole = count([
      { sets: [{ set, best: 'i1', worst: 'i4' }] },
      { weight: 2, sets: [{ set, best: 'i1', worst: 'i2' }] },
    ])
    expect(single).toEqual(whole)
    expect(single).toMatchObject({
      ranking: [['i1'], ['i3', 'i5'], ['i4'], ['i2']],
      perAppearance: { i1: 1, i5: null },
    })
  })
})
