import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locusForFocus, needOf, type Pair } from './count.ts'

const mark = fc.integer({ min: 1, max: 5 })
const anyPairs: fc.Arbitrary<Pair[]> = fc.array(
  fc.record({ importance: mark, current: mark, people: fc.integer({ min: 1, max: 9 }) }),
  { minLength: 1, maxLength: 12 },
)
const RUNS = { numRuns: 1_000 }

describe('what is needed', () => {
  it('is the same in whatever order people come, and however equal pairs are put together', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const single = pairs.flatMap((pair) => Array.from({ length: pair.people }, () => ({ ...pair, people: 1 })))
        expect(needOf(single.reverse())).toEqual(needOf(pairs))
      }),
      RUNS,
    )
  })

  it('monotonicity: an item that stands lower is needed more', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const lower = pairs.map((pair) => ({ ...pair, current: pair.current - 1 }))
        expect(needOf(lower).borich!).toBeGreaterThan(needOf(pairs).borich!)
      }),
      RUNS,
    )
  })

  it('is below 0 where more is there than matters', () => {
    expect(needOf([{ importance: 2, current: 4, people: 3 }])).toMatchObject({ borich: -4, meanGap: -2, t: null })
  })
})

describe('the locus for focus', () => {
  const alike = needOf([
    { importance: 5, current: 4, people: 1 },
    { importance: 3, current: 3, people: 2 },
  ])

  it('counts what lies on the line as high: items that are all alike are all in HH', () => {
    const focus = locusForFocus(new Map(['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((id) => [id, alike])))
    expect(new Set(Object.values(focus.quadrant))).toEqual(new Set(['HH']))
    expect(focus.firstPriority).toHaveLength(7)
    expect(focus.secondPriority).toEqual([])
  })

  it('takes everybody who ties with the last of the list', () => {
    const need = (importance: number, current: number) => needOf([{ importance, current, people: 2 }])
    const focus = locusForFocus(
      new Map([
        ['A', need(4, 2)],
        ['B', need(2, 1)],
        ['C', need(2, 1)],
        ['D', need(4, 3.5 + 0.5)],
      ]),
    )
    expect(focus.hh).toEqual(['A'])
    expect(focus.topKByBorich).toEqual(['A'])
    const tied = locusForFocus(
      new Map([
        ['A', need(5, 3)],
        ['B', need(5, 3)],
        ['C', need(1, 1)],
      ]),
    )
    expect(tied.topKByBorich).toEqual(['A', 'B'])
  })

  it('of nothing is empty, and leaves out items without an answer', () => {
    expect(locusForFocus(new Map())).toMatchObject({ x0Importance: null, quadrant: {}, hh: [], topKByBorich: [] })
    expect(
      locusForFocus(
        new Map([
          ['A', alike],
          ['B', needOf([])],
        ]),
      ).quadrant,
    ).toEqual({ A: 'HH' })
  })
})
