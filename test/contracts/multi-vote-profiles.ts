import fc from 'fast-check'
import type { Ballot, BallotShape } from '../../shared/ballots/index.ts'
import type { MethodId, Parameters } from '../../shared/methods/index.ts'

export type MultiVote =
  'approval' | 'for-against' | 'points' | 'quadratic' | 'score' | 'majority-judgment' | 'criteria' | 'matrix'
type MultiVoteShape = 'approve' | 'answers' | 'points' | 'votes' | 'scores' | 'criteria'

const scale = fc.constantFrom({ min: 1, max: 5 }, { min: 0, max: 10 }, { min: -2, max: 2 })
const names = ['importance', 'urgency', 'feasibility']
const anyCriteria = (fewest: number) =>
  fc.integer({ min: fewest, max: names.length }).chain((n) =>
    fc.record({
      criteria: fc.constant(names.slice(0, n)),
      weights: fc.array(fc.constantFrom(1, 0.1, 0.2, 0.3, 0.7, 3), { minLength: n, maxLength: n }),
    }),
  )

/** Rules of the multi-vote and score methods. */
export const multiVoteParameters: Record<MultiVote & MethodId, fc.Arbitrary<Parameters>> = {
  approval: fc.record({ max: fc.integer({ min: 0, max: 4 }) }),
  'for-against': fc.record({
    threshold: fc.constantFrom(0.5, 0.6667, 0),
    order: fc.constantFrom('share-for', 'for-minus-against'),
  }),
  points: fc.record({ total: fc.integer({ min: 1, max: 20 }) }),
  quadratic: fc.record({ credits: fc.integer({ min: 1, max: 40 }), cost: fc.constant('votes-squared') }),
  score: scale,
  'majority-judgment': fc
    .tuple(scale, fc.constantFrom('lowest', 'left-out'))
    .map(([ends, unrated]) => ({ ...ends, unrated, tieBreak: 'majority-gauge' })),
  criteria: fc.tuple(scale, anyCriteria(1)).map(([ends, own]) => ({ ...ends, ...own })),
  matrix: fc
    .tuple(scale, anyCriteria(2), fc.constantFrom('mean', 'median', 'scale-midpoint'))
    .map(([ends, own, crosshair]) => ({ ...ends, ...own, crosshair })),
}

/* Mostly items of the vote, now and then one that is not. */
const anyItem = (candidates: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant('i999') },
    ...(candidates.length > 0 ? [{ weight: 40, arbitrary: fc.constantFrom(...candidates) }] : []),
  )
const byItem = <T>(candidates: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.dictionary(anyItem(candidates), value, { maxKeys: 5, noNullPrototype: true })
/* A few of them are beyond every scale above. */
const rating = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 1, max: 2 }) },
  { weight: 10, arbitrary: fc.integer({ min: 0, max: 5 }) },
  { weight: 1, arbitrary: fc.integer({ min: -3, max: 11 }) },
)

/** Ballots of the multi-vote and score methods; some break the rule. */
export const multiVoteBallots: Record<
  MultiVoteShape & BallotShape,
  (candidates: readonly string[]) => fc.Arbitrary<Ballot>
> = {
  approve: (candidates) => fc.array(anyItem(candidates), { maxLength: 4 }).map((approve) => ({ approve })),
  answers: (candidates) =>
    byItem(candidates, fc.constantFrom('for', 'against', 'abstain')).map((answers) => ({ answers })),
  points: (candidates) => byItem(candidates, fc.integer({ min: 1, max: 6 })).map((points) => ({ points })),
  votes: (candidates) => byItem(candidates, fc.constantFrom(-3, -2, -1, 1, 2, 3, 4)).map((votes) => ({ votes })),
  scores: (candidates) => byItem(candidates, rating).map((scores) => ({ scores })),
  criteria: (candidates) =>
    fc
      .dictionary(
        fc.oneof(
          { weight: 30, arbitrary: fc.constantFrom(...names.slice(0, 2)) },
          { weight: 1, arbitrary: fc.constant('feasibility') },
        ),
        byItem(candidates, rating),
        { maxKeys: 3, noNullPrototype: true },
      )
      .map((criteria) => ({ criteria })),
}
