import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countValues } from '../common/statistics.ts'
import { delphiItem } from './count.ts'
import { chanceOf, criticalCount, cvrOf, cvrTables } from './cvr.ts'
import { delphi, delphiRecount, DelphiParameters } from './index.ts'
import { furtherRound, panelBefore } from './rounds.ts'

const RUNS = { numRuns: 1_000 }

describe('content validity', () => {
  it('[METHOD-1] by the exact table needs 7 of 8 and 10 of 13, as quoted by Ayre & Scally 2014', () => {
    expect(criticalCount(8, 'ayre-scally-2014')).toBe(7)
    expect(criticalCount(13, 'ayre-scally-2014')).toBe(10)
  })

  it('by the exact table is the smallest count that chance reaches in at most 5 %', () => {
    for (let panel = 5; panel <= 200; panel += 1) {
      const count = criticalCount(panel, 'ayre-scally-2014')!
      expect(chanceOf(panel, count)).toBeLessThanOrEqual(0.05)
      expect(chanceOf(panel, count - 1)).toBeGreaterThan(0.05)
    }
  })

  it.each(cvrTables)('by %s never asks for more than everybody, nor for less from a larger panel', (table) => {
    let before = 0
    for (let panel = 1; panel <= 200; panel += 1) {
      const count = criticalCount(panel, table)
      if (count === null) continue
      expect(count).toBeLessThanOrEqual(panel)
      expect(count).toBeGreaterThanOrEqual(before)
      before = count
    }
  })

  it('has no critical value where the panel is too small for it, and no ratio of nobody', () => {
    expect(cvrTables.map((table) => criticalCount(0, table))).toEqual([null, null, null])
    expect(criticalCount(4, 'ayre-scally-2014')).toBeNull()
    expect(criticalCount(4, 'lawshe-1975')).toBeNull()
    expect(cvrOf(0, 0)).toBeNull()
  })

  it('of 20,000 people is still a figure', () => {
    const count = criticalCount(20_000, 'ayre-scally-2014')!
    expect(count).toBeGreaterThan(10_000)
    expect(chanceOf(20_000, count)).toBeLessThanOrEqual(0.05)
  })
})

describe('an item of a round', () => {
  const rules = DelphiParameters.parse({ max: 9, essentialFrom: 7, lowTo: 3 })
  const item = (ratings: readonly number[], more = {}) => delphiItem(countValues(ratings, 1, 9), { ...rules, ...more })

  it.each([
    ['in', [7, 8, 9, 7, 7, 8, 9, 5, 5, 3]],
    ['none', [7, 8, 9, 7, 7, 8, 9, 5, 3, 3]],
    ['none', [7, 8, 9, 7, 7, 8, 5, 5, 5, 3]],
    ['out', [3, 2, 1, 3, 3, 2, 1, 5, 5, 7]],
  ])('is %s by 70 %% at 7 to 9 and under 15 %% at 1 to 3, or the mirror image: %j', (consensus, ratings) => {
    expect(item(ratings).consensus).toBe(consensus)
  })

  it('that nobody rated, or one person, has no figure that would need more', () => {
    expect(item([])).toMatchObject({ n: 0, median: null, iqr: null, consensus: null, cvr: null, stability: null })
    expect(item([6])).toMatchObject({ n: 1, median: 6, iqr: 0, sd: null, stability: null, consensusDegree: 1 })
  })

  it('is steady when the panel agrees, whatever the quartiles', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 2, max: 40 }), (rating, n) => {
        for (const quartiles of ['type 7 (linear)', 'type 6 (exclusive)'] as const) {
          const found = item(new Array<number>(n).fill(rating), { quartiles })
          expect(found).toMatchObject({ median: rating, iqr: 0, convergence: 0, consensusDegree: 1, stability: 0 })
        }
      }),
      RUNS,
    )
  })

  it('monotonicity: who rates it higher lowers neither mean, median nor validity', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        (ratings, at) => {
          const raised = ratings.map((rating, i) => (i === at % ratings.length ? rating + 1 : rating))
          const [before, after] = [item(ratings), item(raised)]
          expect(after.mean!).toBeGreaterThan(before.mean!)
          expect(after.median!).toBeGreaterThanOrEqual(before.median!)
          expect(after.cvr!).toBeGreaterThanOrEqual(before.cvr!)
        },
      ),
      RUNS,
    )
  })
})

describe('a file with rounds', () => {
  const items = ['A', 'B']
  const rounds = [
    [
      [2, 5],
      [4, 5],
      [5, null],
    ],
    [
      [4, 5],
      [4, 5],
      [5, 3],
    ],
  ]
  const count = (given: unknown) => delphiRecount.count(delphiRecount.input.parse(given))

  it('[RECOUNT-1] says how the median and the spread moved, and who kept the answer', () => {
    expect(count({ items, rounds })).toMatchObject({
      rounds: [
        [
          { n: 3, median: 4, q1: 3, q3: 4.5, iqr: 1.5 },
          { n: 2, median: 5, iqr: 0 },
        ],
        [
          { n: 3, median: 4, q1: 4, q3: 4.5, iqr: 0.5 },
          { n: 3, median: 5, q1: 4, q3: 5, iqr: 1 },
        ],
      ],
      medianShift: [0, 0],
      iqrShift: [-1, 1],
      shareKept: [2 / 3, 1],
      ranking: [['A', 'B']],
    })
  })

  it('with one round or none is a result', () => {
    expect(count({ items, rounds: rounds.slice(0, 1) })).toMatchObject({
      medianShift: [null, null],
      iqrShift: [null, null],
    })
    expect(count({ items, rounds: [] })).toMatchObject({ rounds: [], ranking: [['A', 'B']] })
    expect(count({ items: [], rounds: [[]] })).toMatchObject({ rounds: [[]], ranking: [] })
  })

  it.each([
    ['an answer off the scale', [[[2, 6]]], ['rounds', 0, 0, 1]],
    ['an answer too few', [[[2]]], ['rounds', 0, 0]],
    ['another panel in the second round', [[[2, 3]], []], ['rounds', 1]],
  ])('with %s is refused with the place', (_, wrong, path) => {
    expect(delphiRecount.input.safeParse({ items, rounds: wrong }).error?.issues[0]?.path).toEqual(path)
  })

  it('may hold the ballots of a vote instead', () => {
    expect(count({ candidates: items, ballots: [{ scores: { A: 4 } }] })).toMatchObject({
      accepted: 1,
      ranking: [['A'], ['B']],
    })
  })
})

describe('a later round of a panel', () => {
  const items = ['i1', 'i2']
  const rated = (i1: number, i2: number, before?: Record<string, number>, weight = 1) => ({
    scores: { i1, i2 },
    ...(before && { before }),
    weight,
  })
  const first = delphi.tally([rated(2, 5), rated(4, 5), rated(5, 5)], items, DelphiParameters.parse({}))
  const before = panelBefore(first.figures!.items as Parameters<typeof panelBefore>[0])
  const rules = DelphiParameters.parse({ before })
  const ballots = [rated(4, 5, { i1: 2, i2: 5 }), rated(4, 5, { i1: 4 }, 2), rated(5, 4)]

  it('shows the figures of the round before, but of nobody', () => {
    expect(before.i1).toEqual({ n: 3, mean: 11 / 3, median: 4, q1: 3, q3: 4.5 })
    expect(panelBefore(delphi.tally([], items, rules).figures!.items as never)).toEqual({})
  })

  it('says how the median and the spread moved, and of those who told it who kept the score', () => {
    expect(delphi.tally(ballots, items, rules).figures).toMatchObject({
      medianShift: { i1: 0, i2: 0 },
      iqrShift: { i1: -1.25, i2: 0.25 },
      answeredTwice: { i1: 3, i2: 1 },
      shareKept: { i1: 2 / 3, i2: 1 },
    })
  })

  it('is counted again from its sealed ballots alike', () => {
    const { figures, ...tally } = delphi.tally(ballots, items, rules)
    const given = delphiRecount.input.parse({ candidates: items, ballots, options: rules })
    expect(delphiRecount.count(given)).toEqual({ method: 'delphi', options: rules, ...tally, ...figures })
  })

  it('has no such figures without a round before, as the results of an older release have none', () => {
    expect(delphi.tally([rated(2, 5)], items, DelphiParameters.parse({})).figures).toEqual({
      items: expect.anything() as unknown,
    })
  })

  it('refuses a score of then that is off the scale or of another item', () => {
    expect(delphi.check(rated(4, 5, { i1: 6 }), items, rules)).toMatchObject({ refusal: 'score_out_of_range' })
    expect(delphi.check(rated(4, 5, { i9: 3 }), items, rules)).toMatchObject({ refusal: 'unknown_candidate' })
  })

  it('is needed from a stability of 0.8, and not up to 0.5', () => {
    expect([0, 0.5, 0.51, 0.79, 0.8].map(furtherRound)).toEqual(['none', 'none', 'optional', 'optional', 'needed'])
  })
})
