import fc from 'fast-check'
import { PCA } from 'ml-pca'
import { describe, expect, it } from 'vitest'
import { seededRandom, shuffled } from '../../base/seeded-random.ts'
import { kMeans, silhouette } from './clusters.ts'
import { divisionOf, groupConsensus, type Opinion } from './consensus.ts'
import { axesOf, findGroups } from './count.ts'
import { opinionGroups, opinionGroupsRecount } from './index.ts'

const RUNS = { numRuns: 1_000 }
const alone = (votes: string) => ({ votes, weight: 1 })
const anyVotes = (statements: number) =>
  fc.array(fc.constantFrom('+', '-', '0', '.'), { minLength: statements, maxLength: statements }).map((v) => v.join(''))
const count = (given: unknown) =>
  opinionGroupsRecount.count(opinionGroupsRecount.input.parse(given)) as {
    groups: (number | null)[]
    k: number
    gicAgree: number[]
    division: number[]
    pca: { projection: ([number, number] | null)[] }
  }

/** Camps that mostly say the opposite of each other; one vote in ten is not cast. */
function camps(sizes: readonly number[], statements: number, seed: string): string[] {
  const random = seededRandom(seed)
  return sizes.flatMap((size, camp) =>
    Array.from({ length: size }, () =>
      Array.from({ length: statements }, (_, s) => {
        if (random() < 0.1) return '.'
        const likes = (s + camp) % sizes.length === 0 ? 0.95 : 0.05
        return random() < likes ? '+' : '-'
      }).join(''),
    ),
  )
}

describe('the principal components', () => {
  it('are those of ml-pca', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.nat(), (statements, seed) => {
        const rows = camps([20, 12, 5], statements, String(seed)).map((votes) => votes.replaceAll('.', '0'))
        const axes = axesOf(rows.map(alone), statements)
        const pca = new PCA(rows.map((votes) => Array.from(votes, (vote) => ({ '+': 1, '-': -1 })[vote] ?? 0)))
        const variances = pca.getEigenvalues()
        const theirs = pca.getEigenvectors().transpose().to2DArray()
        axes.forEach((axis, a) => {
          // Axes of nearly the same variance are not told apart by anybody.
          const gaps = [a - 1, a + 1].map((other) => Math.abs((variances[other] ?? Infinity) / variances[a]! - 1))
          if (Math.min(...gaps) < 0.1) return
          const cosine = axis.reduce((sum, value, i) => sum + value * theirs[a]![i]!, 0)
          expect(Math.abs(cosine)).toBeCloseTo(1, 6)
        })
      }),
      { numRuns: 200 },
    )
  })
})

describe('the groups', () => {
  it.each([
    [2, [30, 20]],
    [3, [40, 30, 25]],
    [4, [30, 30, 30, 30]],
  ])('are the %i camps that there are, the largest first', (k, sizes) => {
    const votes = camps(sizes, 24, 'camps')
    const found = count({ statements: Array.from({ length: 24 }, (_, s) => `s${s}`), votes })
    expect(found.k).toBe(k)
    const seen = sizes.map((size, camp) => {
      const from = sizes.slice(0, camp).reduce((a, b) => a + b, 0)
      return [...new Set(found.groups.slice(from, from + size))]
    })
    expect(seen.every((names) => names.length === 1)).toBe(true)
    expect(new Set(seen.flat()).size).toBe(k)
    expect(seen[0]).toEqual(sizes[0]! > sizes[1]! ? [0] : seen[0])
  })

  it('are the same bytes in whatever order people come', () => {
    const anyHall = fc
      .integer({ min: 1, max: 9 })
      .chain((n) =>
        fc.record({ n: fc.constant(n), votes: fc.array(anyVotes(n), { maxLength: 30 }), seed: fc.string() }),
      )
    fc.assert(
      fc.property(anyHall, ({ n, votes, seed }) => {
        const statements = Array.from({ length: n }, (_, s) => `s${s}`)
        const order = shuffled([...votes.keys()], seed)
        const before = count({ statements, votes })
        const after = count({ statements, votes: order.map((person) => votes[person]!) })
        expect(after.groups).toEqual(order.map((person) => before.groups[person]!))
        expect(after.pca).toEqual({ ...before.pca, projection: order.map((p) => before.pca.projection[p]) })
        expect(after.gicAgree).toEqual(before.gicAgree)
      }),
      { numRuns: 300 },
    )
  })

  it('are one where everybody says the same, and none where nobody says anything', () => {
    const statements = ['a', 'b']
    expect(count({ statements, votes: ['+-', '+-', '+-'] })).toMatchObject({ k: 1, groups: [0, 0, 0] })
    expect(count({ statements, votes: ['..', '..'] })).toMatchObject({ k: 0, groups: [null, null], gicAgree: [0, 0] })
    expect(count({ statements, votes: [] })).toMatchObject({ k: 0, gicAgree: [0, 0], division: [0, 0] })
    expect(count({ statements: [], votes: [''] })).toMatchObject({ k: 0, gicAgree: [] })
  })

  it('leave out who voted on fewer than seven statements, once fifteen people have', () => {
    const busy = camps([10, 6], 12, 'busy').map((votes) => votes.replaceAll('.', '+'))
    const few = '++++++......'
    expect(findGroups([...busy, few].map(alone), 12).groupOf.at(-1)).toBeNull()
    expect(findGroups([...busy.slice(2), few].map(alone), 12).groupOf.at(-1)).not.toBeNull()
  })

  it('place people by the votes that they cast: few votes do not pull to the middle', () => {
    const rows = ['++++++++', '++++++++', '--------', '--------', '++++....'].map(alone)
    const { projection } = findGroups(rows, 8)
    expect(Math.sign(projection[4]![0])).toBe(Math.sign(projection[0]![0]))
    expect(Math.abs(projection[4]![0])).toBeGreaterThan(0.6 * Math.abs(projection[0]![0]))
  })
})

describe('clusters', () => {
  it('are no more than there are places, and a silhouette is between -1 and 1', () => {
    const anyPlace = fc.record({
      x: fc.integer({ min: -3, max: 3 }),
      y: fc.integer({ min: -3, max: 3 }),
      weight: fc.integer({ min: 1, max: 5 }),
    })
    fc.assert(
      fc.property(fc.array(anyPlace, { minLength: 1, maxLength: 20 }), fc.integer({ min: 2, max: 5 }), (places, k) => {
        const { clusterOf, centres } = kMeans(places, k)
        expect(centres.length).toBeLessThanOrEqual(new Set(places.map(({ x, y }) => `${x} ${y}`)).size)
        expect(clusterOf.every((cluster) => cluster < centres.length)).toBe(true)
        expect(Math.abs(silhouette(places, clusterOf, centres.length))).toBeLessThanOrEqual(1 + 1e-9)
      }),
      { numRuns: 300 },
    )
  })
})

describe('consensus', () => {
  const anyGroups = fc.array(
    fc.record({ agrees: fc.nat(50), disagrees: fc.integer({ min: 1, max: 50 }), passes: fc.nat(50) }),
    { minLength: 1, maxLength: 5 },
  )

  it('monotonicity: one who changes from no to yes raises it and lowers that of the other side', () => {
    fc.assert(
      fc.property(anyGroups, fc.nat(), (groups, at) => {
        const changed = groups.map((group, g): Opinion =>
          g === at % groups.length ? { ...group, agrees: group.agrees + 1, disagrees: group.disagrees - 1 } : group,
        )
        expect(groupConsensus(changed, 'agrees')).toBeGreaterThan(groupConsensus(groups, 'agrees'))
        expect(groupConsensus(changed, 'disagrees')).toBeLessThan(groupConsensus(groups, 'disagrees'))
      }),
      RUNS,
    )
  })

  it('is low where one group is against, however large the other; that is what divides', () => {
    const all = { agrees: 98, disagrees: 0, passes: 0 }
    const against = { agrees: 0, disagrees: 8, passes: 0 }
    expect(groupConsensus([all, against], 'agrees')).toBeCloseTo(0.99 * 0.1, 9)
    expect(divisionOf([all, against])).toBeCloseTo(0.89, 9)
    expect(divisionOf([all, all])).toBe(0)
  })

  it('of a unanimous hall stands before everything else', () => {
    const votes = camps([20, 15], 8, 'unanimous').map((text) => `+${text}`)
    const statements = Array.from({ length: 9 }, (_, s) => `s${s}`)
    const { ranking } = opinionGroupsRecount.count(opinionGroupsRecount.input.parse({ statements, votes }))
    expect((ranking as string[][])[0]).toEqual(['s0'])
  })
})

describe('a file', () => {
  it.each([
    ['a person with a vote too few', { votes: ['++', '+'] }, ['votes', 1]],
    ['a mark that nobody knows', { votes: ['+x'] }, ['votes', 0]],
    ['groups for other people', { votes: ['++'], publishedGroup: ['0', '1'] }, ['publishedGroup']],
  ])('with %s is refused with the place', (_, given, path) => {
    const { error } = opinionGroupsRecount.input.safeParse({ statements: ['a', 'b'], ...given })
    expect(error?.issues[0]?.path).toEqual(path)
  })

  it('may hold the ballots of a vote: the same consensus as its votes', () => {
    const ballots = [
      { weight: 2, opinions: { a: 'agree', b: 'disagree' } },
      { weight: 1, opinions: { a: 'pass' } },
    ]
    const sealed = opinionGroupsRecount.count(opinionGroupsRecount.input.parse({ candidates: ['a', 'b'], ballots }))
    const { gicAgree, groups: _, ...plain } = count({ statements: ['a', 'b'], votes: ['+-', '+-', '0.'] })
    expect(sealed).toMatchObject({ gicAgree, k: plain.k, ranking: [['a'], ['b']] })
  })

  it('[METHOD-1] a hall of 2,000 with 200 statements falls into the camps that it was made of', () => {
    const candidates = Array.from({ length: 200 }, (_, s) => `i${s}`)
    const names = { '+': 'agree', '-': 'disagree' } as const
    const ballots = camps([900, 700, 400], 200, 'large').map((votes) => ({
      weight: 1,
      opinions: Object.fromEntries(
        candidates.flatMap((id, s) => (votes[s] === '.' ? [] : [[id, names[votes[s] as '+' | '-']]])),
      ),
    }))
    const { figures } = opinionGroups.tally(ballots, candidates, opinionGroups.parameters.parse({}))
    expect(figures).toMatchObject({ k: 3, groups: [{ people: 900 }, { people: 700 }, { people: 400 }] })
  })
})
