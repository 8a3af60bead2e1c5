import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WeakOrder } from '../../shared/base/weak-order.ts'
import { ranksOf } from '../../shared/base/weak-order.ts'
import type { RankingBallot } from '../../shared/ballots/ranking.ts'
import type { Weighted } from '../../shared/ballots/index.ts'
import { methodOf, type MethodId, type Parameters, type Tally } from '../../shared/methods/index.ts'
import { anyRanking } from './ranked-profiles.ts'

const RUNS = { numRuns: 1_000 }
type Ballots = Weighted<RankingBallot>[]

const ranked = ['borda', 'topk-points', 'copeland', 'schulze', 'ranked-pairs', 'irv'] as const
const byDuels = ['copeland', 'schulze', 'ranked-pairs'] as const
const strengths = ['winning-votes', 'margins']

const tally = (id: MethodId, ballots: Ballots, candidates: readonly string[], options: Parameters = {}): Tally => {
  const method = methodOf(id)
  return method.tally(ballots, candidates, method.parameters.parse(options))
}
/** `5 A>B=C` */
const read = (...lines: string[]): Ballots =>
  lines.map((line) => {
    const [weight, order] = line.split(' ')
    return { weight: Number(weight), ranking: (order ?? '').split('>').map((group) => group.split('=')) }
  })
const anyVote = fc.integer({ min: 1, max: 6 }).chain((items) => {
  const candidates = Array.from({ length: items }, (_, i) => `i${i + 1}`)
  const ballot = fc.tuple(anyRanking(candidates), fc.integer({ min: 1, max: 4 }))
  const ballots = fc
    .array(ballot, { maxLength: 12 })
    .map((all) => all.map(([one, weight]): Weighted<RankingBallot> => ({ ...one, weight })).filter(isSound))
  return fc.record({ candidates: fc.constant(candidates), ballots })
})
const isSound = ({ ranking }: RankingBallot) =>
  !ranking.flat().includes('i999') && new Set(ranking.flat()).size === ranking.flat().length
const first = (ranking: WeakOrder) => ranking[0] ?? []

describe('[RANK-1] an item that wins every duel', () => {
  it.each(byDuels)('is first alone under %s', (id) => {
    let found = 0
    fc.assert(
      fc.property(anyVote, fc.constantFrom(...strengths), ({ ballots, candidates }, strength) => {
        const { ranking, figures } = tally(id, ballots, candidates, { strength })
        if (typeof figures?.condorcetWinner !== 'string') return
        found += 1
        expect(first(ranking)).toEqual([figures.condorcetWinner])
      }),
      RUNS,
    )
    expect(found).toBeGreaterThan(100)
  })

  it.each(byDuels)('and every winner under %s is in the Smith set', (id) => {
    fc.assert(
      fc.property(anyVote, fc.constantFrom(...strengths), ({ ballots, candidates }, strength) => {
        const { ranking, figures } = tally(id, ballots, candidates, { strength })
        expect(figures?.smithSet).toEqual(expect.arrayContaining(first(ranking)))
      }),
      RUNS,
    )
  })
})

describe('[RANK-2] when all agree', () => {
  it.each(ranked)('the complete order of all is the order of %s', (id) => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['i1', 'i2', 'i3', 'i4', 'i5'], { minLength: 1 }), (order) => {
        const ballots = [{ weight: 7, ranking: order.map((item) => [item]) }]
        const points = order.map((_, i) => order.length - i)
        const options: Parameters = id === 'topk-points' ? { points } : {}
        const { ranking } = tally(id, ballots, [...order].sort(), options)
        /* In a runoff all but the first have no vote, and go out as equals. */
        const shown = id === 'irv' ? 1 : order.length
        expect(ranking.slice(0, shown)).toEqual(order.map((item) => [item]).slice(0, shown))
      }),
      RUNS,
    )
  })

  it.each(['borda', 'copeland', 'schulze', 'ranked-pairs'] as const)(
    '%s never turns round what nobody contradicts',
    (id) => {
      fc.assert(
        fc.property(anyVote, ({ ballots, candidates }) => {
          const { ranking } = tally(id, ballots, candidates)
          const ranks = ranksOf(ranking)
          for (const a of candidates) {
            for (const b of candidates) {
              const places = ballots.map((ballot) => [depth(ballot, a), depth(ballot, b)] as const)
              if (places.every(([x, y]) => x <= y)) expect(ranks[a]).toBeLessThanOrEqual(ranks[b]!)
            }
          }
        }),
        RUNS,
      )
    },
  )
})

const depth = ({ ranking }: RankingBallot, id: string): number => {
  const at = ranking.findIndex((group) => group.includes(id))
  return at === -1 ? ranking.length : at
}

describe('[RANK-3] monotonicity: to be raised on a ballot, alone, never costs the first place', () => {
  it.each(['borda', 'topk-points', 'copeland', 'schulze', 'ranked-pairs'] as const)('%s', (id) => {
    fc.assert(
      fc.property(anyVote, fc.nat(), fc.constantFrom(...strengths), ({ ballots, candidates }, n, strength) => {
        if (ballots.length === 0) return
        const options: Parameters = id === 'borda' || id === 'topk-points' ? {} : { strength }
        const [winner] = first(tally(id, ballots, candidates, options).ranking)
        const raised = ballots.map((ballot, i) => (i === n % ballots.length ? toTheTop(ballot, winner!) : ballot))
        expect(first(tally(id, raised, candidates, options).ranking)).toContain(winner)
      }),
      RUNS,
    )
  })

  it('not instant runoff: more first places for A make A lose', () => {
    const before = read('39 A>B>C', '35 B>C>A', '26 C>A>B')
    const after = read('49 A>B>C', '25 B>C>A', '26 C>A>B')
    expect(tally('irv', before, ['A', 'B', 'C']).figures?.winner).toBe('A')
    expect(tally('irv', after, ['A', 'B', 'C']).figures?.winner).toBe('C')
  })
})

function toTheTop(ballot: Weighted<RankingBallot>, id: string): Weighted<RankingBallot> {
  const rest = ballot.ranking.map((group) => group.filter((each) => each !== id)).filter((group) => group.length > 0)
  return { ...ballot, ranking: [[id], ...rest] }
}

describe('[RANK-4] cases from the literature', () => {
  it.each(ranked)('Condorcet 1785, the circle of three: all are level under %s', (id) => {
    const circle = read('1 A>B>C', '1 B>C>A', '1 C>A>B')
    expect(tally(id, circle, ['A', 'B', 'C']).ranking).toEqual([['A', 'B', 'C']])
  })

  it('Condorcet 1785, 81 voters: A wins every duel, Borda elects B', () => {
    const ballots = read('30 A>B>C', '1 A>C>B', '29 B>A>C', '10 B>C>A', '10 C>A>B', '1 C>B>A')
    const candidates = ['A', 'B', 'C']
    expect(tally('borda', ballots, candidates).scores).toEqual({ A: 101, B: 109, C: 33 })
    for (const id of byDuels) {
      expect(tally(id, ballots, candidates)).toMatchObject({
        ranking: [['A'], ['B'], ['C']],
        figures: { condorcetWinner: 'A' },
      })
    }
  })

  it('Tideman 1987, teaming: a clone of B turns Borda to B, and no other', () => {
    const ballots = read('3 A>B>C', '2 B>C>A')
    const candidates = ['A', 'B', 'C']
    expect(tally('borda', ballots, candidates).ranking[0]).toEqual(['B'])
    for (const id of ['schulze', 'ranked-pairs', 'irv'] as const) {
      expect(tally(id, ballots, candidates).ranking[0]).toEqual(['A'])
    }
  })

  it('Schulze 2011, example 1: D alone by the stronger paths', () => {
    const ballots = read('8 A>C>D>B', '2 B>A>D>C', '4 C>D>B>A', '4 D>B>A>C', '3 D>C>B>A')
    const { ranking, figures } = tally('schulze', ballots, ['A', 'B', 'C', 'D'])
    expect(ranking).toEqual([['D'], ['A'], ['C'], ['B']])
    expect(figures?.paths).toEqual([
      [0, 14, 14, 12],
      [13, 0, 13, 12],
      [13, 15, 0, 12],
      [13, 19, 13, 0],
    ])
  })

  it('own: joint winners are first together, though only one of them beats anything', () => {
    const ballots = read('6 C', '6 A>B')
    for (const id of ['schulze', 'ranked-pairs'] as const) {
      const { ranking, figures } = tally(id, ballots, ['A', 'B', 'C'])
      expect(ranking).toEqual([['A', 'C'], ['B']])
      expect(figures).toMatchObject({ winners: ['A', 'C'], tieSeen: true })
    }
  })

  it('own: with short ballots winning votes and margins elect different items', () => {
    /* A over B 4:2, B over C 6:3, C over A 5:4: the weakest is A over B by votes, C over A by margin */
    const ballots = read('3 C', '4 A>B', '2 B>C')
    for (const id of ['schulze', 'ranked-pairs'] as const) {
      const by = (strength: string) => tally(id, ballots, ['A', 'B', 'C'], { strength }).ranking
      expect(by('winning-votes')).toEqual([['B'], ['C'], ['A']])
      expect(by('margins')).toEqual([['A'], ['B'], ['C']])
    }
  })

  it('own: equal ranks in a runoff, split, counted fully, passed over', () => {
    /* A 4, B 3, C 2 and 3 for B and C alike */
    const ballots = read('4 A', '3 B', '2 C>A', '3 B=C>A')
    const candidates = ['A', 'B', 'C']
    const round = (equalRanks: string) => {
      const { figures } = tally('irv', ballots, candidates, { equalRanks })
      return (figures?.rounds as { tally: Record<string, number> }[])[0]?.tally
    }
    expect(round('split-equally')).toEqual({ A: 4, B: 4.5, C: 3.5 })
    expect(round('approval')).toEqual({ A: 4, B: 6, C: 5 })
    expect(round('skip')).toEqual({ A: 7, B: 3, C: 2 })
  })

  it('own: a runoff that stops at a majority ranks the others by their votes', () => {
    const ballots = read('6 A>C', '3 B>C', '2 C>B')
    const { ranking, figures } = tally('irv', ballots, ['A', 'B', 'C'], { stopAtMajority: true })
    expect(ranking).toEqual([['A'], ['B'], ['C']])
    expect(figures).toMatchObject({
      winner: 'A',
      eliminated: [],
      rounds: [{ tally: { A: 6, B: 3, C: 2 }, exhausted: 0 }],
    })
  })

  it('own: no winner of a runoff is named where a tie decides', () => {
    const { ranking, figures } = tally('irv', read('2 A>B', '2 B>A', '1 C'), ['A', 'B', 'C'])
    expect(ranking).toEqual([['A', 'B'], ['C']])
    expect(figures).toMatchObject({ winner: null, possibleWinners: ['A', 'B'], eliminationTie: true, tieSeen: true })
  })
})

describe('[RANK-5] against the definition, by trying out everything', () => {
  const pairwiseOf = (ballots: Ballots, candidates: readonly string[]) =>
    candidates.map((a) =>
      candidates.map((b) =>
        ballots.reduce((sum, ballot) => sum + (depth(ballot, a) < depth(ballot, b) ? ballot.weight : 0), 0),
      ),
    )

  it('pairwise figures: who stands above whom', () => {
    fc.assert(
      fc.property(anyVote, ({ ballots, candidates }) => {
        expect(tally('copeland', ballots, candidates).figures?.pairwise).toEqual(pairwiseOf(ballots, candidates))
      }),
      RUNS,
    )
  })

  it('Schulze: widest paths by Floyd and Warshall', () => {
    fc.assert(
      fc.property(anyVote, fc.constantFrom(...strengths), ({ ballots, candidates }, strength) => {
        const n = pairwiseOf(ballots, candidates)
        const paths = n.map((row, a) =>
          row.map((own, b) => (own > n[b]![a]! ? (strength === 'margins' ? own - n[b]![a]! : own) : 0)),
        )
        for (const k of paths.keys()) {
          for (const a of paths.keys()) {
            for (const b of paths.keys()) {
              if (a !== b) paths[a]![b] = Math.max(paths[a]![b]!, Math.min(paths[a]![k]!, paths[k]![b]!))
            }
          }
        }
        const { figures } = tally('schulze', ballots, candidates, { strength })
        expect(figures?.paths).toEqual(paths)
        const isUnbeaten = (_: string, a: number) => paths.every((row, b) => row[a]! <= paths[a]![b]!)
        expect(figures?.winners).toEqual(candidates.filter(isUnbeaten))
      }),
      RUNS,
    )
  })

  it('Ranked Pairs: the winners are those of every order of equal majorities', () => {
    /* Few ballots of the same weight: equal majorities on circles are common. */
    const candidates = ['i1', 'i2', 'i3', 'i4']
    const order = fc.shuffledSubarray(candidates, { minLength: 4 })
    const level = fc
      .array(order, { minLength: 3, maxLength: 7 })
      .map((orders) => orders.map((one) => ({ weight: 1, ranking: one.map((id) => [id]) })))
    let several = 0
    fc.assert(
      fc.property(level, fc.constantFrom(...strengths), (ballots, strength) => {
        const n = pairwiseOf(ballots, candidates)
        const winners = new Set<number>()
        for (const order of ordersOf(majorities(n, strength))) for (const a of unbeaten(order, n.length)) winners.add(a)
        const { figures } = tally('ranked-pairs', ballots, candidates, { strength })
        expect(figures?.exhaustive).toBe(true)
        expect(figures?.possibleWinners).toEqual(candidates.filter((_, a) => winners.has(a)))
        if (figures?.uniqueUnderAnyTieBreak === false) several += 1
      }),
      RUNS,
    )
    expect(several).toBeGreaterThan(10)
  })

  it('instant runoff: the possible winners are those of every way to break the ties', () => {
    let several = 0
    fc.assert(
      fc.property(anyVote, ({ ballots, candidates }) => {
        const { figures } = tally('irv', ballots, candidates, { equalRanks: 'approval' })
        expect([...survivors(ballots, candidates)].sort()).toEqual([...(figures?.possibleWinners as string[])].sort())
        if ((figures?.possibleWinners as string[]).length > 1) several += 1
      }),
      RUNS,
    )
    expect(several).toBeGreaterThan(10)
  })
})

type Pair = { winner: number; loser: number; strength: number }

const majorities = (n: readonly number[][], strength: string): Pair[][] => {
  const all = n.flatMap((row, winner) =>
    row.flatMap((own, loser) => {
      const margin = own - n[loser]![winner]!
      return margin > 0 ? [{ winner, loser, strength: strength === 'margins' ? margin : own }] : []
    }),
  )
  const values = [...new Set(all.map((pair) => pair.strength))].sort((a, b) => b - a)
  return values.map((value) => all.filter((pair) => pair.strength === value))
}

const ordersOf = (groups: readonly Pair[][]): Pair[][] =>
  groups.reduce<Pair[][]>(
    (orders, group) => orders.flatMap((order) => permutations(group).map((next) => [...order, ...next])),
    [[]],
  )

const permutations = <T>(items: readonly T[]): T[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item, i) =>
        permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
      )

function unbeaten(order: readonly Pair[], size: number): number[] {
  const locked: Pair[] = []
  const leads = (from: number, to: number): boolean =>
    from === to || locked.some(({ winner, loser }) => winner === from && leads(loser, to))
  for (const pair of order) if (!leads(pair.loser, pair.winner)) locked.push(pair)
  return Array.from({ length: size }, (_, a) => a).filter((a) => locked.every(({ loser }) => loser !== a))
}

function survivors(ballots: Ballots, remaining: readonly string[]): Set<string> {
  if (remaining.length <= 1) return new Set(remaining)
  const votes = remaining.map((id) =>
    ballots.reduce((sum, { ranking, weight }) => {
      const group = ranking.find((each) => each.some((other) => remaining.includes(other)))
      return sum + (group?.includes(id) ? weight : 0)
    }, 0),
  )
  const fewest = Math.min(...votes)
  const outs = remaining.filter((_, i) => votes[i] === fewest)
  return new Set(
    outs.flatMap((out) => [
      ...survivors(
        ballots,
        remaining.filter((id) => id !== out),
      ),
    ]),
  )
}

describe('[RANK-6] large and level votes end', () => {
  const candidates = Array.from({ length: 60 }, (_, i) => `i${i + 1}`)
  /* Every item once in every place: all majorities are level, and lie on circles. */
  const level = candidates.map((_, i) => ({
    weight: 1,
    ranking: candidates.map((_, j) => [candidates[(i + j) % candidates.length]!]),
  }))

  it.each(ranked)('%s on 60 items in a circle', (id) => {
    const { ranking } = tally(id, level, candidates)
    expect(ranking.flat().sort()).toEqual([...candidates].sort())
  })

  it('Ranked Pairs and the runoff say that they have not tried out everything', () => {
    expect(tally('ranked-pairs', level, candidates).figures).toMatchObject({ exhaustive: false, tieSeen: true })
    expect(tally('irv', level, candidates).figures).toMatchObject({ exhaustive: false, winner: null, tieSeen: true })
  })
})
