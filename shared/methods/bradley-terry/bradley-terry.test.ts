import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../base/seeded-random.ts'
import { choosePair, type Pair } from './choose-pair.ts'
import { aoiScore, fit, isConnected } from './count.ts'
import { exp, logistic } from './exp.ts'
import { bradleyTerry } from './index.ts'
import { bradleyTerryRecount } from './recount.ts'

const RUNS = { numRuns: 1_000 }
const usual = bradleyTerry.parameters.parse({})

/** `wins[i * n + j]` for 1 to 6 items; most pairs were never met. */
const anyWins = fc
  .integer({ min: 1, max: 6 })
  .chain((n) =>
    fc.tuple(
      fc.constant(n),
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 })), { minLength: n * n, maxLength: n * n }),
    ),
  )
  .map(([n, wins]) => ({ n, wins: Float64Array.from(wins, (times, at) => (at % (n + 1) === 0 ? 0 : times)) }))

/** The classic sweep (Zermelo 1929; Hunter 2004): slow, and nothing in it but the condition of the maximum. */
function bySweep(wins: Float64Array, n: number, prior: number): number[] {
  let strength = new Array<number>(n).fill(1)
  for (let round = 0; round < 5_000; round += 1) {
    strength = strength.map((own, i) => {
      let won = prior
      let rivals = (2 * prior) / (own + 1)
      for (let j = 0; j < n; j += 1) {
        won += wins[i * n + j]!
        if (j !== i) rivals += (wins[i * n + j]! + wins[j * n + i]!) / (own + strength[j]!)
      }
      return won / rivals
    })
  }
  const logs = strength.map(Math.log)
  const mean = logs.reduce((a, b) => a + b, 0) / n
  return logs.map((value) => value - mean)
}

describe('strengths', () => {
  it('with the prior: what the classic sweep comes to, whatever is missing', () => {
    fc.assert(
      fc.property(anyWins, fc.constantFrom(0.5, 1, 3), ({ n, wins }, prior) => {
        const { logStrength } = fit(wins, n, prior)
        bySweep(wins, n, prior).forEach((value, i) => expect(logStrength[i]).toBeCloseTo(value, 6))
      }),
      { numRuns: 100 },
    )
  })

  it('without it, where the answers are connected: each has won as often as was to be expected', () => {
    let connected = 0
    fc.assert(
      fc.property(anyWins, ({ n, wins }) => {
        if (!isConnected(wins, n)) return
        connected += 1
        const { logStrength } = fit(wins, n, 0)
        for (let i = 0; i < n; i += 1) {
          let surplus = 0
          for (let j = 0; j < n; j += 1) {
            const times = wins[i * n + j]! + wins[j * n + i]!
            surplus += wins[i * n + j]! - times / (1 + Math.exp(logStrength[j]! - logStrength[i]!))
          }
          expect(surplus).toBeCloseTo(0, 7)
        }
        expect(logStrength.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 9)
      }),
      RUNS,
    )
    expect(connected).toBeGreaterThan(100)
  })

  it('a far-fetched beginning does not throw Newton off: 1,000,000 wins to 1, along a chain', () => {
    const n = 5
    const wins = new Float64Array(n * n)
    for (let i = 1; i < n; i += 1) [wins[(i - 1) * n + i], wins[i * n + i - 1]] = [1e6, 1]
    const { logStrength } = fit(wins, n, 0)
    for (let i = 1; i < n; i += 1) expect(logStrength[i - 1]! - logStrength[i]!).toBeCloseTo(Math.log(1e6), 6)
  })

  it('the interval holds the truth about as often as it says', () => {
    const random = seededRandom('coverage')
    const [n, truth] = [6, [1, 0.6, 0.2, -0.2, -0.6, -1]]
    let inside = 0
    for (let round = 0; round < 300; round += 1) {
      const wins = new Float64Array(n * n)
      for (let i = 0; i < n; i += 1)
        for (let j = i + 1; j < n; j += 1)
          for (let times = 0; times < 20; times += 1) {
            const won = random() < logistic(truth[i]! - truth[j]!)
            wins[won ? i * n + j : j * n + i]! += 1
          }
      const { logStrength, covariance } = fit(wins, n, 0)
      const away = Math.abs(logStrength[0]! - truth[0]!)
      if (away < 1.96 * Math.sqrt(covariance[0]!)) inside += 1
    }
    expect(inside / 300).toBeGreaterThan(0.9)
    expect(inside / 300).toBeLessThan(0.99)
  })
})

describe('the method', () => {
  const items = ['i1', 'i2', 'i3', 'i4']
  const pair = fc.shuffledSubarray(items, { minLength: 2, maxLength: 2 }).map(([a, b]) => [a, b] as [string, string])
  const votes = fc.array(
    pair.map((one) => ({ weight: 1, pairs: [one] })),
    { maxLength: 20 },
  )

  it('monotone: one win more never makes an item weaker', () => {
    fc.assert(
      fc.property(votes, pair, (ballots, extra) => {
        const [winner] = extra
        const before = bradleyTerry.tally(ballots, items, usual)
        const after = bradleyTerry.tally([...ballots, { weight: 1, pairs: [extra] }], items, usual)
        expect(after.scores[winner]).toBeGreaterThan(before.scores[winner]!)
      }),
      RUNS,
    )
  })

  it('unanimous: who always wins is first, and who never does is last', () => {
    const pairs = items.flatMap((a, i) => items.slice(i + 1).map((b): [string, string] => [a, b]))
    const { ranking, figures } = bradleyTerry.tally([{ weight: 40, pairs }], items, usual)
    expect(ranking).toEqual(items.map((id) => [id]))
    expect(figures).toMatchObject({ connected: false, estimatorUsed: 'map' })
  })

  it('items with the same record tie, also when the arithmetic would part them', () => {
    const ring: [string, string][] = items.map((id, i) => [id, items[(i + 1) % items.length]!])
    const beaten: [string, string][] = items.map((id) => [id, 'i5'])
    const { ranking } = bradleyTerry.tally([{ weight: 7, pairs: [...ring, ...beaten] }], [...items, 'i5'], usual)
    expect(ranking).toEqual([items, ['i5']])
  })

  it('a pair found alike is half a win each', () => {
    const alike = bradleyTerry.tally([{ weight: 2, pairs: [], alike: [['i1', 'i2']] }], items, usual)
    const each = bradleyTerry.tally(
      [
        { weight: 1, pairs: [['i1', 'i2']] },
        { weight: 1, pairs: [['i2', 'i1']] },
      ],
      items,
      usual,
    )
    expect(alike).toEqual(each)
  })

  it('refuses a pair twice, either way round, an item beside itself, and more answers than allowed', () => {
    const check = (...pairs: [string, string][]) => bradleyTerry.check({ pairs }, items, { ...usual, perVoter: 2 })
    expect(check(['i1', 'i2'], ['i2', 'i1'])).toMatchObject({ refusal: 'answered_twice' })
    expect(check(['i1', 'i1'])).toMatchObject({ refusal: 'answered_twice' })
    expect(check(['i1', 'i9'])).toMatchObject({ refusal: 'unknown_candidate' })
    expect(check(['i1', 'i2'], ['i1', 'i3'], ['i1', 'i4'])).toMatchObject({ refusal: 'too_many_answers' })
    expect(check(['i1', 'i2'], ['i1', 'i3']).ok).toBe(true)
  })

  it('single answers, whole ballots and a table of wins give the same', () => {
    const count = (given: object) => bradleyTerryRecount.count(bradleyTerryRecount.input.parse(given))
    const candidates = ['A', 'B', 'C']
    const single = count({ candidates, ballots: [{ weight: 3, pair: ['A', 'B'] }, { pair: ['B', 'C'] }] })
    const whole = count({
      candidates,
      ballots: [
        {
          weight: 1,
          pairs: [
            ['A', 'B'],
            ['B', 'C'],
          ],
        },
        { weight: 2, pairs: [['A', 'B']] },
      ],
    })
    const table = count({
      candidates,
      wins: [
        [0, 3, 0],
        [0, 0, 1],
        [0, 0, 0],
      ],
    })
    expect(single.logStrength).toEqual(whole.logStrength)
    expect(single.logStrength).toEqual(table.logStrength)
    expect(single.aoiScore).toEqual({ A: 80, B: 100 / 3, C: 100 / 3 })
    expect(bradleyTerryRecount.input.safeParse({ candidates, wins: [[0]] }).error?.issues[0]?.path).toEqual(['wins'])
  })
})

it('exp is right to the last digits and the same everywhere', () => {
  fc.assert(
    fc.property(fc.double({ min: -600, max: 600, noNaN: true }), (x) => {
      expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(4e-15)
    }),
    RUNS,
  )
  expect([exp(0), exp(1), logistic(0)]).toEqual([1, 2.7182818284590455, 0.5])
  expect([exp(1e9), exp(-1e9)].every((value) => value > 0 && Number.isFinite(value))).toBe(true)
})

describe('the next pair', () => {
  const nothing = (n: number) => fit(new Float64Array(n * n), n, 1)
  const key = ([a, b]: Pair): string => `${Math.min(a, b)}-${Math.max(a, b)}`

  it('never the same pair twice, all of them in the end, then none; the same seed draws the same', () => {
    const all = (seed: string): Pair[] => {
      const answered: Pair[] = []
      for (;;) {
        const next = choosePair(nothing(6), answered, `${seed}/${answered.length}`)
        if (!next) return answered
        answered.push(next)
      }
    }
    expect(new Set(all('p1').map(key)).size).toBe(15)
    expect(all('p1')).toEqual(all('p1'))
    expect(all('p1')).not.toEqual(all('p2'))
    expect(choosePair(nothing(1), [], 'p1')).toBeNull()
    expect(choosePair(nothing(0), [], 'p1')).toBeNull()
  })

  it('takes the item that nobody has seen before pairs that all have seen', () => {
    const n = 5
    const wins = new Float64Array(n * n)
    for (let i = 0; i < 4; i += 1) for (let j = 0; j < 4; j += 1) if (i !== j) wins[i * n + j] = 10
    for (let seat = 0; seat < 20; seat += 1) expect(choosePair(fit(wins, n, 1), [], `p${seat}`)).toContain(4)
  })

  it('shows the items of a room equally often, and finds the order with fewer answers than pairs at random', () => {
    const n = 20
    const truth = Array.from({ length: n }, (_, i) => (n / 2 - i) / 4)
    const room = (isChosen: boolean, seed: string) => {
      const random = seededRandom(seed)
      const wins = new Float64Array(n * n)
      const shown = new Array<number>(n).fill(0)
      for (let seat = 0; seat < 20; seat += 1) {
        const answered: Pair[] = []
        for (let k = 0; k < 10; k += 1) {
          const [i, j] = isChosen ? choosePair(fit(wins, n, 1), answered, `${seed}/${seat}/${k}`)! : atRandom(random, n)
          answered.push([i, j])
          shown[i]! += 1
          shown[j]! += 1
          wins[random() < logistic(truth[i]! - truth[j]!) ? i * n + j : j * n + i]! += 1
        }
      }
      const { logStrength } = fit(wins, n, 1)
      let right = 0
      for (let i = 0; i < n; i += 1)
        for (let j = i + 1; j < n; j += 1) if (logStrength[i]! > logStrength[j]!) right += 1
      return { right: right / ((n * (n - 1)) / 2), shown }
    }
    const seeds = ['a', 'b', 'c', 'd', 'e', 'f']
    const mean = (isChosen: boolean) => seeds.reduce((sum, seed) => sum + room(isChosen, seed).right, 0) / seeds.length
    expect(mean(true)).toBeGreaterThan(mean(false))
    const { shown } = room(true, 'a')
    expect(Math.min(...shown)).toBeGreaterThanOrEqual(12)
    expect(Math.max(...shown)).toBeLessThanOrEqual(30)
  })
})

function atRandom(random: () => number, n: number): Pair {
  const a = Math.floor(random() * n)
  const b = Math.floor(random() * (n - 1))
  return [a, b < a ? b : b + 1]
}

it('the score of All Our Ideas: 100 (wins + 1) / (wins + losses + 2)', () => {
  expect(aoiScore(Float64Array.from([0, 3, 1, 0]), 2)).toEqual([400 / 6, 200 / 6])
})
