import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  askAgain,
  combineHierarchy,
  combineJudgements,
  combineWeights,
  matrixOf,
  prioritiesOf,
  randomIndices,
  type Matrix,
} from './count.ts'
import { ahp, ahpRecount, consistencyOf } from './index.ts'

const RUNS = { numRuns: 1_000 }
const INDEX = randomIndices['saaty-1980']

const anyMatrix = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean()), {
      minLength: (n * (n - 1)) / 2,
      maxLength: (n * (n - 1)) / 2,
    })
    .map((answers) => {
      const pairs = places(n)
      return matrixOf(
        n,
        answers.map(([times, turn], p): [number, number, number] =>
          turn ? [pairs[p]![1], pairs[p]![0], times] : [pairs[p]![0], pairs[p]![1], times],
        ),
      )
    }),
)
const places = (n: number): [number, number][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: i }, (__, j): [number, number] => [j, i])).flat()
const consistentOf = (weights: readonly number[]): Matrix => weights.map((a) => weights.map((b) => a / b))
const close = (found: readonly number[], expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length)
  found.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 9))
}

describe('weights from comparisons', () => {
  it('[METHOD-1] of three items has the eigenvalue of the closed form 1 + c + 1/c, c³ = a13 / (a12 a23)', () => {
    const times = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(times, times, times, (a12, a23, a13) => {
        const matrix = matrixOf(3, [
          [0, 1, a12],
          [1, 2, a23],
          [0, 2, a13],
        ])
        const c = Math.cbrt(a13 / (a12 * a23))
        expect(prioritiesOf(matrix, INDEX).lambdaMax).toBeCloseTo(1 + c + 1 / c, 9)
      }),
      RUNS,
    )
  })

  it('finds the weights that consistent judgements were made of, with a ratio of 0 and nobody to ask again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 9 }), (parts) => {
        const sum = parts.reduce((a, b) => a + b, 0)
        const matrix = consistentOf(parts)
        const { weights, geometricMeanWeights, cr } = prioritiesOf(matrix, INDEX)
        const expected = parts.map((part) => part / sum)
        close(weights, expected)
        close(geometricMeanWeights, expected)
        expect(cr).toBeCloseTo(0, 9)
        expect(askAgain(matrix)).toBeNull()
      }),
      RUNS,
    )
  })

  it('is never below n, and the weights sum to 1', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const { weights, lambdaMax, ci } = prioritiesOf(matrix, INDEX)
        expect(lambdaMax).toBeGreaterThan(matrix.length - 1e-9)
        expect(ci).toBeGreaterThanOrEqual(0)
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
      }),
      RUNS,
    )
  })

  it('is the eigenvector: the matrix only stretches it', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const { weights, lambdaMax } = prioritiesOf(matrix, INDEX)
        matrix.forEach((row, i) => {
          const image = row.reduce((sum, ratio, j) => sum + ratio * weights[j]!, 0)
          expect(Math.abs(image - lambdaMax * weights[i]!)).toBeLessThan(1e-9)
        })
      }),
      RUNS,
    )
  })

  it('monotonicity: a judgement more in favour of an item does not lower its weight by row means', () => {
    fc.assert(
      fc.property(anyMatrix, fc.nat(), (matrix, at) => {
        const pairs = places(matrix.length)
        if (pairs.length === 0) return
        const [i, j] = pairs[at % pairs.length]!
        const raised = matrix.map((row) => [...row])
        raised[i]![j] = matrix[i]![j]! * 2
        raised[j]![i] = 1 / raised[i]![j]
        const before = prioritiesOf(matrix, INDEX).geometricMeanWeights[i]!
        expect(prioritiesOf(raised, INDEX).geometricMeanWeights[i]!).toBeGreaterThan(before)
      }),
      RUNS,
    )
  })

  it('knows no ratio where the table of random indices ends', () => {
    const matrix = consistentOf(Array.from({ length: 11 }, (_, i) => i + 1))
    expect(prioritiesOf(matrix, randomIndices['saaty-1980']).cr).toBeNull()
    expect(prioritiesOf(matrix, randomIndices['saaty-2005']).cr).toBeCloseTo(0, 9)
  })
})

describe('a group', () => {
  it('that agrees says what each of it says', () => {
    fc.assert(
      fc.property(anyMatrix, fc.integer({ min: 1, max: 500 }), (matrix, weight) => {
        combineJudgements([{ matrix, weight }]).forEach((row, i) => close(row, matrix[i]!))
        const { weights } = prioritiesOf(matrix, INDEX)
        close(combineWeights([{ weights, weight }]), weights)
      }),
      RUNS,
    )
  })

  it('keeps its judgements reciprocal, the same bits in whatever order people come', () => {
    fc.assert(
      fc.property(fc.array(anyMatrix, { minLength: 2, maxLength: 6 }), (all) => {
        const group = all.filter(({ length }) => length === all[0]!.length).map((matrix) => ({ matrix, weight: 1 }))
        const combined = combineJudgements(group)
        combined.forEach((row, i) => row.forEach((ratio, j) => expect(ratio * combined[j]![i]!).toBeCloseTo(1, 12)))
        expect(combineJudgements([...group].reverse())).toEqual(combined)
      }),
      RUNS,
    )
  })

  it('by row means: combining judgements or weights is the same (Forman & Peniwati 1998)', () => {
    fc.assert(
      fc.property(fc.array(anyMatrix, { minLength: 2, maxLength: 6 }), (all) => {
        const group = all.filter(({ length }) => length === all[0]!.length).map((matrix) => ({ matrix, weight: 1 }))
        const aij = prioritiesOf(combineJudgements(group), INDEX).geometricMeanWeights
        const aip = group.map(({ matrix }) => ({
          weights: prioritiesOf(matrix, INDEX).geometricMeanWeights,
          weight: 1,
        }))
        close(combineWeights(aip), aij)
      }),
      RUNS,
    )
  })

  it('in a hierarchy with one criterion follows it', () => {
    expect(combineHierarchy([1], [[0.2, 0.8]])).toEqual([0.2, 0.8])
  })
})

describe('who is asked again', () => {
  const candidates = ['A', 'B', 'C', 'D']
  const usual = ahp.parameters.parse({})
  // D is a slip: as important as A, though A is eight times D by the others.
  const slip: [string, string, number][] = [
    ['A', 'B', 2],
    ['A', 'C', 4],
    ['A', 'D', 1],
    ['B', 'C', 2],
    ['B', 'D', 4],
    ['C', 'D', 2],
  ]

  it('the three items that contradict each other most', () => {
    const { cr, consistent, askAgain: again } = consistencyOf({ comparisons: slip }, candidates, usual)
    expect(cr).toBeGreaterThan(0.1)
    expect(consistent).toBe(false)
    expect(again).toEqual({ items: ['A', 'B', 'D'], factor: 8 })
  })

  it('and the result stands with and without those who contradict themselves', () => {
    const ballots = [
      {
        weight: 3,
        comparisons: slip.map(([a, b, n]): [string, string, number] =>
          b === 'D' && a === 'A' ? [a, b, 8] : [a, b, n],
        ),
      },
      { weight: 1, comparisons: slip },
    ]
    const { figures } = ahp.tally(ballots, candidates, usual)
    expect(figures).toMatchObject({
      experts: 4,
      inconsistentExperts: 1,
      all: { experts: 4 },
      consistentOnly: { experts: 3 },
    })
    const only = ahp.tally(ballots, candidates, { ...usual, inconsistent: 'left-out' })
    expect(only.scores).toEqual({ A: 0.533333333333, B: 0.266666666667, C: 0.133333333333, D: 0.066666666667 })
    expect(only.scores).toEqual((figures as { consistentOnly: { weights: unknown } }).consistentOnly.weights)
  })
})

describe('a file', () => {
  const matrices = [
    [
      [1, 2],
      [0.5, 1],
    ],
  ]
  it('may hold matrices or the ballots of a vote: the same result', () => {
    const fromMatrices = ahpRecount.count(ahpRecount.input.parse({ items: ['A', 'B'], matrices }))
    const fromBallots = ahpRecount.count(
      ahpRecount.input.parse({ candidates: ['A', 'B'], ballots: [{ comparisons: [['A', 'B', 2]] }] }),
    )
    expect(fromBallots).toMatchObject({ weights: fromMatrices.weights, ranking: fromMatrices.ranking })
  })

  it.each([
    ['a matrix of another size', { items: ['A'], matrices }, ['matrices', 0]],
    [
      'one that is not reciprocal',
      {
        items: ['A', 'B'],
        matrices: [
          [
            [1, 2],
            [2, 1],
          ],
        ],
      },
      ['matrices', 0, 0, 1],
    ],
    ['an option that nobody knows', { items: ['A', 'B'], matrices, options: { surprise: 1 } }, ['options']],
  ])('that has %s is refused with the place', (_, given, path) => {
    expect(ahpRecount.input.safeParse(given).error?.issues[0]?.path).toEqual(path)
  })

  it('without people is a result', () => {
    const found = ahpRecount.count(ahpRecount.input.parse({ items: ['A', 'B'], matrices: [] }))
    expect(found).toMatchObject({ weights: null, cr: null, ranking: [['A', 'B']] })
  })
})
