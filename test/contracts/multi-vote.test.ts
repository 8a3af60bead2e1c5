import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ballot, Weighted } from '../../shared/ballots/index.ts'
import { ranksOf } from '../../shared/base/weak-order.ts'
import { methodOf } from '../../shared/methods/index.ts'
import type { MultiVote } from './multi-vote-profiles.ts'
import { profiles } from './profiles.ts'

const RUNS = { numRuns: 1_000 }
type Method = MultiVote | 'stickers'
type Scores = Record<string, number>

const more = (given: Scores, id: string): Scores => ({ ...given, [id]: (given[id] ?? 0) + 1 || 1 })
const rated = (given: Scores, id: string): Scores | null =>
  given[id] === undefined ? null : { ...given, [id]: given[id] + 1 }
function ratedByAll(ballot: Ballot, id: string): Ballot | null {
  if (!('criteria' in ballot)) return null
  const raised = Object.entries(ballot.criteria).map(([name, scores]) => [name, rated(scores, id) ?? scores])
  return { criteria: Object.fromEntries(raised) as Record<string, Scores> }
}
function withRating(ballot: Ballot, id: string): Ballot | null {
  const scores = 'scores' in ballot ? rated(ballot.scores, id) : null
  return scores && { scores }
}

/* The same ballot with a little more for one item; null where it says nothing that could be more. */
const raise: Record<Method, (ballot: Ballot, id: string) => Ballot | null> = {
  stickers: (ballot, id) => ('stickers' in ballot ? { stickers: more(ballot.stickers, id) } : null),
  approval: (ballot, id) => ('approve' in ballot ? { approve: [...ballot.approve, id] } : null),
  'for-against': (ballot, id) => ('answers' in ballot ? { answers: { ...ballot.answers, [id]: 'for' } } : null),
  points: (ballot, id) => ('points' in ballot ? { points: more(ballot.points, id) } : null),
  quadratic: (ballot, id) => ('votes' in ballot ? { votes: more(ballot.votes, id) } : null),
  score: withRating,
  'majority-judgment': withRating,
  criteria: ratedByAll,
  matrix: ratedByAll,
}
/* What everybody says who finds A better than B. */
const better: Record<Method, Ballot> = {
  stickers: { stickers: { A: 1 } },
  approval: { approve: ['A'] },
  'for-against': { answers: { A: 'for', B: 'against' } },
  points: { points: { A: 3, B: 2 } },
  quadratic: { votes: { A: 2, B: 1 } },
  score: { scores: { A: 4, B: 3 } },
  'majority-judgment': { scores: { A: 4, B: 3 } },
  criteria: { criteria: { importance: { A: 4, B: 3 }, urgency: { A: 2, B: 1 }, feasibility: { A: 5, B: 1 } } },
  matrix: { criteria: { importance: { A: 4, B: 3 }, urgency: { A: 2, B: 1 } } },
}

describe.each(Object.keys(raise) as Method[])('the method %s', (id) => {
  const method = methodOf(id)

  it('[METHOD-7] monotonicity: more for an item from one person never harms it, and changes no other item', () => {
    let raisedAtAll = 0
    fc.assert(
      fc.property(profiles(id, method.ballot), fc.nat(), fc.nat(), (profile, whose, which) => {
        const { ballots, candidates, parameters, fields } = profile
        const item = candidates[which % Math.max(1, candidates.length)]
        const { weight, ...own } = ballots[whose % Math.max(1, ballots.length)] ?? { weight: 0, stickers: {} }
        const isAllowed = (ballot: Ballot) => method.check(ballot, candidates, parameters, fields).ok
        const raised = item === undefined ? null : raise[id](own, item)
        if (!item || !raised || !isAllowed(own) || !isAllowed(raised)) return
        raisedAtAll += 1
        const without: Weighted<Ballot>[] = ballots.filter((_, i) => i !== whose % ballots.length)
        const tally = (one: Ballot) => method.tally([...without, { ...one, weight }], candidates, parameters, fields)
        const before = tally(own)
        const after = tally(raised)
        expect(after.scores[item]).toBeGreaterThanOrEqual(before.scores[item]!)
        expect({ ...after.scores, [item]: 0 }).toEqual({ ...before.scores, [item]: 0 })
        expect(ranksOf(after.ranking)[item]).toBeLessThanOrEqual(ranksOf(before.ranking)[item]!)
      }),
      RUNS,
    )
    expect(raisedAtAll).toBeGreaterThan(50)
  })

  it('[METHOD-8] unanimous: what everybody finds better ranks first, however many they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (weight) => {
        const { ranking } = method.tally([{ ...better[id], weight }], ['A', 'B'], method.parameters.parse({}))
        expect(ranking).toEqual([['A'], ['B']])
      }),
      RUNS,
    )
  })
})
